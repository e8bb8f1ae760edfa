"""What readers want to know first is answered within two screens and one click: from the
dossier, and by search from home.

The questions are those that people were asked to answer with a site of ours; here they are
put to the ferries.
"""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import BuiltSite

SIZES = {"phone": (390, 844), "desktop": (1280, 900)}
SCREENS = 2
PATIENCE = 10.0  # seconds, for a machine that does much else
DOSSIER = "companies/tidewick/"
PLACES = """(text) => {
  const words = new RegExp(text), found = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const one = walker.currentNode;
    if (one.matches("p, li, dl, dd, td, h1, h2, h3, div") && words.test(one.innerText) && one.checkVisibility())
      found.push(one.getBoundingClientRect());
  }
  const smallest = Math.min(...found.map(({ height }) => height));
  return found.filter(({ height }) => height <= Math.max(smallest, innerHeight)).map(({ top }) => top / innerHeight);
}"""
"""Where the elements are that say something, in screens from the top of the window."""


@dataclass(frozen=True)
class Asked:
    """A question: how one gets to its answer, and what must be read there."""

    click: str
    # The link of the dossier that leads to it; empty where it stands in its first screens.
    says: tuple[str, ...]
    search: str
    # What is typed on the home page.
    answer: str
    # The page to which one of the first three results leads.
    there: tuple[str, ...]


QUESTIONS = {
    "what was pledged, by when, by whom, how sure": Asked(
        "Pledge for electric ships", ("6.4 billion", "2025 to about 2029", "According to\\s+Tidewick", "quote found"),
        "How much did Tidewick pledge?", f"{DOSSIER}facts/electric-fleet-pledge/",
        ("6.4 billion", "2025 to about 2029", "According to\\s+Tidewick", "quote found"),
    ),
    "what is disputed": Asked(
        "Where the sources differ", ("They agree on every figure", "The Heron against its rivals", "crossing: Chile"),
        "what is disputed", f"{DOSSIER}#disputed", ("They agree on every figure", "The Heron against its rivals"),
    ),
    "where will new crossings be": Asked(
        "What was promised", ("Greece.*Japan.*Norway", "between June 2025 and June 2026", "Canada.*Chile.*New Zealand"),
        "where are the planned crossings", "compare/planned-crossing/", ("Chile", "Greece"),
    ),
    "what happened to Elias Vane, in order": Asked(
        "Timeline", ("between October 2020 and September 2024", "Elias Vane steps down", "Talk of Elias Vane’s return"),
        "Elias Vane timeline", f"{DOSSIER}timelines/elias-vane/", ("October 2020", "speech against the regulators"),
    ),
    "how fresh is it": Asked(
        "", ("Newest report: 11 June 2025", "months old on", "due a check"),
        "how fresh is this dossier", DOSSIER, ("Newest report: 11 June 2025", "due a check"),
    ),
}  # fmt: skip


@pytest.fixture(params=list(SIZES.values()), ids=list(SIZES))
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A fresh page on a phone or a desktop."""
    width, height = request.param
    page = browser.new_page(
        viewport={"width": width, "height": height}, reduced_motion="reduce"
    )
    yield page
    page.close()


def unread(page: Page, says: tuple[str, ...]) -> list[str]:
    """What does not stand within two screens of where the page was opened, once it has come
    to rest there.
    """
    page.wait_for_timeout(200)
    until = time.monotonic() + PATIENCE
    while True:
        left = [
            text
            for text in says
            if not any(0 <= place < SCREENS for place in page.evaluate(PLACES, text))
        ]
        if not left or time.monotonic() > until:
            return left
        page.wait_for_timeout(100)


@pytest.mark.parametrize("asked", QUESTIONS.values(), ids=QUESTIONS)
def test_the_dossier_answers_within_two_screens_and_one_click(
    site: BuiltSite, reader: Page, asked: Asked
) -> None:
    reader.goto(site.address + DOSSIER)
    if asked.click:
        way = reader.locator("main").get_by_role("link", name=asked.click, exact=True).first
        box = way.bounding_box()
        assert box
        assert box["y"] / reader.evaluate("innerHeight") < SCREENS
        way.click()
    assert [] == unread(reader, asked.says)


@pytest.mark.parametrize("asked", QUESTIONS.values(), ids=QUESTIONS)
def test_a_search_from_home_answers_with_one_of_its_first_three_results(
    site: BuiltSite, reader: Page, asked: Asked
) -> None:
    reader.goto(site.address)
    reader.get_by_role("main").get_by_role("searchbox").fill(asked.search)
    reader.keyboard.press("Enter")
    expect(reader.get_by_role("status")).to_contain_text(re.compile(r"\d"))
    ways = reader.locator(".result h2 a").all()[:3]
    found = [_address(site, str(way.get_attribute("href"))) for way in ways]
    assert asked.answer in found
    ways[found.index(asked.answer)].click()
    reader.wait_for_url(f"**/{asked.answer}")
    assert [] == unread(reader, asked.there)


def _address(site: BuiltSite, href: str) -> str:
    parts = urlsplit(href.removeprefix(site.address))
    return f"{parts.path}#{parts.fragment}" if parts.fragment else parts.path
