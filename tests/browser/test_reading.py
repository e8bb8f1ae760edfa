"""What a reader does: opens the site, follows a footnote and comes back, at any width, with
or without JavaScript.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import BuiltSite

DOSSIER = "companies/tidewick/"
WIDTHS = {"phone": 320, "desktop": 1280}


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


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_no_page_is_wider_than_its_window(
    site: BuiltSite, browser: Browser, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    too_wide = []
    for url in site.urls():
        page.goto(url)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            too_wide.append(url)
    context.close()
    assert [] == too_wide


@pytest.mark.parametrize(("width", "letters"), [(256, 1), (1024, 2), (1280, 2)])
def test_no_page_is_wider_than_a_small_window_or_with_large_letters(
    site: BuiltSite, browser: Browser, width: int, letters: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    too_wide = {}
    for url in site.one_of_each():
        page.goto(url)
        page.evaluate(f"document.documentElement.style.fontSize = '{100 * letters}%'")
        beyond = page.evaluate("document.documentElement.scrollWidth") - width
        if beyond > 0:
            too_wide[url] = beyond
    page.close()
    assert {} == too_wide


def test_no_page_asks_another_host_for_anything(site: BuiltSite, browser: Browser) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    for url in site.urls():
        page.goto(url)
    page.close()
    assert [] == [url for url in asked if not url.startswith(site.address)]
    assert [] == complaints, (
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
