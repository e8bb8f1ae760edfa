"""What those hear and reach who do not see the page, or see little of it."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import BuiltSite

DOSSIER, TIMELINE = "companies/tidewick/", "companies/tidewick/timelines/elias-vane/"
REFUSING = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))"


def test_headings_are_heard_without_their_marks(site: BuiltSite, window: Page) -> None:
    """Nor with the sign that links to them."""
    for url in (DOSSIER, TIMELINE):
        window.goto(site.address + url)
        heard = re.findall(
            r'- heading "(.*?)" \[level', window.locator("main").aria_snapshot()
        )
        assert len(heard) > 5
        assert [] == [name for name in heard if re.search(r"Note \d|Link to|¶|\[", name)]


def test_a_theme_is_heard_as_one(site: BuiltSite, window: Page) -> None:
    window.goto(site.address + TIMELINE)
    assert "Theme: Elias Vane" in window.locator(".event").first.aria_snapshot()


def test_a_refused_clipboard_says_so_and_leaves_the_words_selected(
    site: BuiltSite, browser: Browser
) -> None:
    page = browser.new_page()
    page.add_init_script(REFUSING)
    page.goto(site.address + DOSSIER)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("status")).to_contain_text("did not let it be copied")
    assert page.locator(".cite__text").inner_text() == page.evaluate(
        "getSelection().toString()"
    )
    page.close()
