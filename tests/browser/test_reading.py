"""What a reader does: opens the site, follows a footnote and comes back, at any width, with
or without JavaScript.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import BuiltSite, resized

DOSSIER = "companies/tidewick/"
WIDTHS = {"desktop": 1280, "phone": 320}
CRAMPED = ((1280, 2), (1024, 2), (256, 1))
"""Windows that are small, or whose reader has letters of twice the size."""
WIDE = "document.documentElement.scrollWidth"


@dataclass(frozen=True)
class Walk:
    """What came of opening every page."""

    too_wide: Mapping[int, list[str]]
    asked: list[str]
    # Addresses, whoever they belong to.
    complaints: list[str]
    # What the browser had to say.


def test_a_reader_gets_from_the_home_page_to_a_dossier(site: BuiltSite, page: Page) -> None:
    page.goto(site.address)
    page.get_by_role("main").get_by_role("link", name="Tidewick", exact=True).first.click()
    expect(page).to_have_url(site.address + DOSSIER)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Tidewick")


def test_a_footnote_leads_to_its_note_and_back(site: BuiltSite, page: Page) -> None:
    page.goto(site.address + DOSSIER)
    mark = page.locator("a[role=doc-noteref]").first
    mark_id = mark.get_attribute("id")
    mark.click()
    note = page.locator(":target")
    expect(note).to_be_visible()
    expect(page).to_have_url(re.compile("#"))
    back = note.locator("a[role=doc-backlink]").first
    back.click()
    expect(page.locator(":target")).to_have_attribute("id", str(mark_id))


def test_every_mark_has_a_note_and_every_note_its_way_back(
    site: BuiltSite, page: Page
) -> None:
    page.goto(site.address + DOSSIER)
    marks = {
        link.get_attribute("href") for link in page.locator("a[role=doc-noteref]").all()
    }
    notes = {
        f"#{note.get_attribute('id')}"
        for note in page.locator("section[role=doc-endnotes] li[id]").all()
    }
    assert marks == notes


def test_notes_are_numbered_in_the_order_in_which_they_first_appear(
    site: BuiltSite, page: Page
) -> None:
    page.goto(site.address + DOSSIER)
    numbers = [
        int(re.sub(r"\D", "", text))
        for text in page.locator("a[role=doc-noteref]").all_text_contents()
    ]
    first_seen = list(dict.fromkeys(numbers))
    assert list(range(1, len(first_seen) + 1)) == first_seen


def test_a_reader_with_a_keyboard_can_skip_to_the_text(site: BuiltSite, page: Page) -> None:
    page.goto(site.address + DOSSIER)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_attribute("href", "#main")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))


@pytest.fixture(scope="module")
def walk(site: BuiltSite, browser: Browser) -> Walk:
    """Every page is opened once: one in a wide window that is then made narrow, the next in
    the narrow one that is there, which is made wide.
    """
    widths = [*WIDTHS.values()]
    walk = Walk({width: [] for width in widths}, [], [])
    page = browser.new_page()
    page.on("request", lambda request: walk.asked.append(request.url))
    page.on("console", lambda message: walk.complaints.append(message.text))
    for url in site.urls():
        page.goto(url)
        for width in widths:
            resized(page, {"width": width, "height": 800})
            if page.evaluate(WIDE) > width:
                walk.too_wide[width].append(url)
        widths.reverse()
    page.close()
    return walk


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_no_page_is_wider_than_its_window(walk: Walk, width: int) -> None:
    assert [] == walk.too_wide[width]


def test_no_page_is_wider_than_a_small_window_or_with_large_letters(
    site: BuiltSite, browser: Browser
) -> None:
    page = browser.new_page()
    too_wide = {}
    for url in site.one_of_each():
        page.goto(url)
        for width, letters in CRAMPED:
            resized(page, {"width": width, "height": 800})
            page.evaluate(f"document.documentElement.style.fontSize = '{100 * letters}%'")
            beyond = page.evaluate(WIDE) - width
            if beyond > 0:
                too_wide[url, width, letters] = beyond
    page.close()
    assert {} == too_wide


def test_no_page_asks_another_host_for_anything(site: BuiltSite, walk: Walk) -> None:
    assert [] == [url for url in walk.asked if not url.startswith(site.address)]
    assert site.address in walk.asked
    assert [] == walk.complaints, (
        "the browser has nothing to say, of the content security policy or else"
    )


def test_a_page_that_is_not_there_leads_home(site: BuiltSite, page: Page) -> None:
    answer = page.goto(site.address + "companies/nobody/facts/nothing/")
    assert answer is not None
    assert answer.status == 404
    page.get_by_role("main").get_by_role("link").first.click()
    expect(page).to_have_url(site.address)


def test_the_local_site_can_be_opened_from_disk(local_site: Path, page: Page) -> None:
    page.goto((local_site / "index.html").as_uri())
    page.get_by_role("main").get_by_role("link", name="Tidewick", exact=True).first.click()
    expect(page).to_have_url(re.compile("companies/tidewick/index.html$"))
    expect(page.locator(".skip")).not_to_be_in_viewport()  # as the style sheet has it


def test_a_dossier_explains_the_sign_of_worked_out_dates_where_one_stands(
    site: BuiltSite, page: Page
) -> None:
    page.goto(site.address + DOSSIER)
    key = page.locator(".situation__key")
    page.locator("main").evaluate(
        """main => main.insertAdjacentHTML("beforeend", '<i class="inferred">≈</i>')"""
    )
    expect(key).to_be_visible()
    page.locator(".inferred").evaluate_all("signs => signs.forEach(sign => sign.remove())")
    expect(key).to_be_hidden()
