"""Colours that the system forces, and more contrast where it is asked for: what is drawn is
seen, and tells as much.
"""

import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.conftest import BuiltSite, served
from tests.browser.test_tongues import SETTINGS
from tests.builds import build
from tests.helpers import SITES
from tests.once import once

DOSSIER = "companies/tidewick/facts/"
"""The ledger, which has the map."""
ELIAS_VANE = "companies/tidewick/timelines/elias-vane/"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
INK = ".chart__ink:not(.chart__ink--hollow)"
READ, SEEN = 7.0, 3.0
"""The contrast of words and of lines: WCAG 1.4.6 and 1.4.11."""

# What is drawn, by page: element and property. The paper is behind each.
DRAWN = {
    ELIAS_VANE: (
        (".strip__outline", "stroke", READ),
        (".strip__block:not([fill])", "fill", READ),
        (".strip__label", "fill", READ),
        (".strip__line", "stroke", 1.5),
        (".event__date", "color", READ),
    ),
    DOSSIER: (
        (".worldmap__sign", "stroke", READ),
        (".worldmap__land", "fill", 1.5),
        (".marks > a", "color", 4.5),
    ),
}


@pytest.fixture(scope="module")
def charted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The site of charts: the ferries have none that shows something."""
    with served(once(tmp_path_factory, "charted", _build_charts) / "output") as site:
        yield site


def _build_charts(folder: Path) -> None:
    shutil.copytree(SITES / "charts", folder / "content")
    (folder / "pelicanconf.py").write_text(SETTINGS % "en", "utf-8")
    done = build(folder)
    assert done.returncode == 0, done.stderr


def opened(browser: Browser, address: str, chosen: str = "", **system: Any) -> Page:
    """A page as a system shows it to a reader who has chosen some colours on the site."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, **system)
    context.add_init_script(f"localStorage.setItem('scheme', '{chosen}')")
    page = context.new_page()
    page.goto(address)
    return page


def colour(page: Page, element: str, name: str) -> tuple[int, ...]:
    """A colour of the first such element: red, green and blue, from 0 to 255."""
    script = (
        f"getComputedStyle(document.querySelector({element!r})).getPropertyValue({name!r})"
    )
    found = page.evaluate(script)
    parts = [float(part) for part in re.findall(r"[\d.]+", found)[:3]]
    return tuple(
        round(part * 255 if found.startswith("color(") else part) for part in parts
    )


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """How much two colours stand out from each other: from 1 to 21, as WCAG counts."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(parts: tuple[int, ...]) -> float:
    """How light a colour is, from 0 to 1."""
    shares = [part / 255 for part in parts]
    linear = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in shares
    ]
    return sum(
        weight * share
        for weight, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )


@pytest.mark.parametrize("address", DRAWN)
@pytest.mark.parametrize("chosen", ["", *SCHEMES])
def test_what_is_drawn_is_seen_in_forced_colours_whatever_was_chosen(
    site: BuiltSite, browser: Browser, chosen: str, address: str
) -> None:
    page = opened(browser, site.address + address, chosen, forced_colors="active")
    unseen = {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        paper = colour(page, "html", "background-color")
        assert (scheme == "dark") == (luminance(paper) < 0.5), f"{scheme}, as the system is"
        for element, name, least in DRAWN[address]:
            found = contrast(paper, colour(page, element, name))
            if found < least:
                unseen[scheme, element] = found
    page.context.close()
    assert {} == unseen


@pytest.mark.parametrize("scheme", SCHEMES)
def test_charts_are_seen_in_forced_colours(
    charted: BuiltSite, browser: Browser, scheme: Literal["light", "dark"]
) -> None:
    page = opened(
        browser,
        charted.address + "companies/acme/facts/",
        forced_colors="active",
        color_scheme=scheme,
    )
    paper = colour(page, "html", "background-color")
    found = {
        element: contrast(paper, colour(page, element, "fill"))
        for element in (INK, ".chart__tick")
    }
    page.context.close()
    assert {} == {element: seen for element, seen in found.items() if seen < READ}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_dots_tell_how_well_a_date_is_known_in_forced_colours(
    site: BuiltSite, browser: Browser, scheme: Literal["light", "dark"]
) -> None:
    page = opened(
        browser, site.address + ELIAS_VANE, forced_colors="active", color_scheme=scheme
    )
    full, half, hollow = (
        inked(page, f".event--{kind}") for kind in ("exact", "about", "between")
    )
    page.context.close()
    assert full > half + 0.1
    assert half > hollow + 0.1


def inked(page: Page, event: str) -> float:
    """How much of the place of an event's dot has ink, from 0 to 1."""
    found = page.locator(event).first
    found.scroll_into_view_if_needed()
    box = found.bounding_box()
    assert box
    picture = Image.open(
        io.BytesIO(
            page.screenshot(
                clip={"x": box["x"], "y": box["y"] + 5, "width": 13, "height": 13}
            )
        )
    )
    paper = colour(page, "html", "background-color")
    pixels = picture.convert("RGB")
    seen = [
        pixels.getpixel((x, y)) for x in range(pixels.width) for y in range(pixels.height)
    ]
    return sum(
        isinstance(one, tuple) and contrast(paper, one) > SEEN for one in seen
    ) / len(seen)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_more_contrast_is_there_for_whoever_asks(
    site: BuiltSite, browser: Browser, scheme: Literal["light", "dark"]
) -> None:
    least = {
        (".lead__line", "color"): READ,
        (".marks > a", "color"): READ,
        (".line", "border-bottom-color"): SEEN,
    }
    page = opened(browser, site.address + DOSSIER, contrast="more", color_scheme=scheme)
    paper = colour(page, "html", "background-color")
    found = {place: contrast(paper, colour(page, *place)) for place in least}
    page.context.close()
    assert {} == {place: found[place] for place in least if found[place] < least[place]}
