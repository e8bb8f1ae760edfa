"""Light and dark: the system's colours, until a reader chooses; the choice is remembered."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import BuiltSite

BACKGROUND = "getComputedStyle(document.documentElement).backgroundColor"


def is_dark(page: Page) -> bool:
    """Whether the paper is dark."""
    return bool(page.evaluate(f"Number({BACKGROUND}.match(/\\d+/)[0]) < 128"))


@pytest.mark.parametrize("width", [360, 1280], ids=["narrow", "wide"])
def test_a_choice_of_colours_is_remembered_from_page_to_page(
    site: BuiltSite, browser: Browser, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark"
    )
    page = context.new_page()
    page.goto(site.address)
    assert is_dark(page), "as the system has it"
    switch = page.get_by_role("button", name="Colours")
    switch.click()
    assert not is_dark(page), "as chosen"
    expect(switch).to_have_text("Colours: light", use_inner_text=True)
    page.goto(site.address + "sources/")
    assert not is_dark(page), "as chosen, on the next page"
    switch.focus()
    page.keyboard.press("Enter")
    expect(switch).to_have_text("Colours: dark", use_inner_text=True)
    page.keyboard.press("Enter")
    expect(switch).to_have_text("Colours: as the system", use_inner_text=True)
    page.reload()
    assert is_dark(page), "as the system has it, again"
    context.close()


def test_without_javascript_there_is_no_switch(site: BuiltSite, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    page.goto(site.address)
    assert 0 == page.get_by_role("button", name="Colours").count()
    assert 1 == page.locator(".scheme").count()
    context.close()


def test_a_citation_can_be_copied(site: BuiltSite, browser: Browser) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site.address + "companies/tidewick/facts/electric-fleet-pledge/")
    cited = page.get_by_role("paragraph").filter(has_text="Cite this page as")
    cited.get_by_role("button", name="Copy").click()
    expect(cited.get_by_role("status")).to_have_text("Copied")
    assert "€6.4 billion" in page.evaluate("navigator.clipboard.readText()")
    context.close()
