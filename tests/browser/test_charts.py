"""Charts and maps as a browser draws them: inside of their page, legible in light and dark,
and from disk as well.
"""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from dossier.render.charts.maps import LINE
from tests.browser.conftest import BuiltSite

DOSSIER = "companies/tidewick/facts/"
PICTURES = ":is(figure.chart, figure.worldmap)"
WIDTHS = (320, 768, 1280)
LEAST = 4.5
"""The contrast of small words by WCAG 2.2, 1.4.3."""
# Colours as the browser sets them, to relative luminance, and the contrast of two.
CONTRAST = """([text, page]) => {
  const paint = document.createElement('canvas').getContext('2d');
  const light = (colour) => {
    paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...paint.getImageData(0, 0, 1, 1).data].map((x) => x / 255)
      .map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [one, other] = [light(text), light(page)].sort((a, b) => b - a);
  return (one + 0.05) / (other + 0.05);
}"""


@pytest.fixture(scope="module", params=WIDTHS)
def dossier(
    request: pytest.FixtureRequest, browser: Browser, site: BuiltSite
) -> Iterator[Page]:
    """The dossier in a window of each width, for tests that only look at it."""
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    page = context.new_page()
    page.goto(site.address + DOSSIER)
    yield page
    context.close()


def shown(parts: Locator) -> list[dict[str, float]]:
    """Where each of some elements is that can be seen."""
    boxes = (part.bounding_box() for part in parts.all() if part.is_visible())
    return [
        {"x": box["x"], "y": box["y"], "width": box["width"], "height": box["height"]}
        for box in boxes
        if box
    ]


def overlap(one: dict[str, float], other: dict[str, float]) -> float:
    """The area that two boxes share."""
    wide = min(one["x"] + one["width"], other["x"] + other["width"]) - max(
        one["x"], other["x"]
    )
    high = min(one["y"] + one["height"], other["y"] + other["height"]) - max(
        one["y"], other["y"]
    )
    return max(wide, 0) * max(high, 0)


def test_nothing_of_a_picture_leaves_its_page(dossier: Page) -> None:
    width = dossier.viewport_size["width"] if dossier.viewport_size else 0
    boxes = shown(dossier.locator(f"{PICTURES} :is(text, th, td, svg[role])"))
    assert boxes
    assert [] == [
        box for box in boxes if box["x"] < -1 or box["x"] + box["width"] > width + 1
    ]


def test_words_on_the_map_do_not_cover_each_other(dossier: Page) -> None:
    """A font keeps room free above and below its letters, as much as it likes: only a
    line's height of each box is words.
    """
    labels = dossier.locator(".worldmap__picture .worldmap__text")
    boxes = [
        box | {"y": box["y"] + (box["height"] - LINE) / 2, "height": LINE}
        for box in shown(labels)
    ]
    assert len(boxes) == dossier.locator(".worldmap__places > li").count()
    assert [] == [pair for pair in combinations(boxes, 2) if overlap(*pair) > 4]


def test_words_keep_their_size_however_narrow_the_page(dossier: Page) -> None:
    sizes = dossier.locator(f"{PICTURES} text").evaluate_all(
        "texts => [...new Set(texts.map((text) => parseFloat(getComputedStyle(text).fontSize)))]"
    )
    assert [13] == sizes


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_of_pictures_are_legible_by_the_switch_too(
    browser: Browser, site: BuiltSite, scheme: str
) -> None:
    page = browser.new_page(color_scheme="light" if scheme == "dark" else "dark")
    page.goto(site.address + DOSSIER)
    page.evaluate("scheme => document.documentElement.dataset.scheme = scheme", scheme)
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    fills = page.locator(f"{PICTURES} text").evaluate_all(
        "texts => [...new Set(texts.map((text) => getComputedStyle(text).fill))]"
    )
    contrasts = [page.evaluate(CONTRAST, [fill, paper]) for fill in fills]
    page.close()
    assert contrasts
    assert min(contrasts) >= LEAST


def test_the_map_is_drawn_from_disk(local_site: Path, page: Page) -> None:
    page.goto((local_site / DOSSIER / "index.html").as_uri())
    land = page.locator(".worldmap__land").first.bounding_box()
    assert land
    assert land["width"] > 200
    assert "rgba(0, 0, 0, 0)" != page.locator(".worldmap__land").first.evaluate(
        "land => getComputedStyle(land).fill"
    )
