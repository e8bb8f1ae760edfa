"""The page of components in a browser: what machines find on it, and whether anything is
too wide.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.test_standards import QUICK, USUAL, USUAL_COLOURS, VIOLATIONS
from tests.kitchen_sink import SCHEMES, WIDTHS, write
from tests.toolchain import axe_source, nu_check

SCROLLERS = ".table, svg, details:not([open])"
"""What may be wider than the window: tables scroll by themselves, and pictures fit
themselves in.
"""


@pytest.fixture(scope="module")
def sink(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page."""
    return write(tmp_path_factory.mktemp("components"))


def test_the_nu_checker_finds_nothing_in_any_component(sink: Path) -> None:
    assert [] == nu_check(sink.parent)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_any_component(
    sink: Path, browser: Browser, scheme: str
) -> None:
    page = browser.new_page(
        color_scheme="dark" if scheme == "dark" else "light", bypass_csp=True
    )
    page.goto(sink.as_uri())
    page.evaluate(axe_source())
    # No rule but those of colours depends on the scheme.
    asked = {**QUICK, **(USUAL if scheme == "light" else USUAL_COLOURS)}
    found = page.evaluate(VIOLATIONS, asked)
    page.close()
    assert [] == [
        (one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_component_is_wider_than_the_window(
    sink: Path, browser: Browser, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(sink.as_uri())
    # Elements, not the page: what sticks out of its own box is found, even where the page
    # hides it.
    wide = page.evaluate(
        """() => [...document.querySelectorAll(".sink__stage, .sink__stage *")].filter((one) =>
          !one.closest(SCROLLERS) && one.clientWidth > 20 && one.scrollWidth > one.clientWidth + 6
        ).map((one) => `${one.closest(".sink__example").querySelector("h3").id}: ${one.outerHTML.slice(0, 160)}`)""".replace(
            "SCROLLERS", f"'{SCROLLERS}'"
        )
    )
    page.close()
    assert [] == wide


def test_paper_has_the_address_of_each_source_that_has_one(
    sink: Path, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(sink.as_uri())
    page.emulate_media(media="print")
    told = page.eval_on_selector_all(
        "[data-address], :is(.bibliography, .evidence) [rel~=external]",
        """links => links.filter(link => link.checkVisibility()).map(link => [
            JSON.parse(getComputedStyle(link, '::after').content.replace('" " ', '')).trim(),
            link.dataset.address || link.getAttribute('href')])""",
    )
    page.close()
    assert told
    assert [] == [pair for pair in told if pair[0] != pair[1]]
