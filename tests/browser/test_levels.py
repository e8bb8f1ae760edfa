"""Levels of what is proved, told apart without colour: by eyes on a phone and on paper, and
by ears.
"""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import BuiltSite

FACT, LEDGER, METHOD = (
    "companies/tidewick/facts/electric-fleet-pledge/",
    "companies/tidewick/facts/",
    "evidence/",
)
SIGN = "element => getComputedStyle(element, '::before').content.split(' / ')[0]"
NAMES = (
    "proved",
    "asks for a look",
    "quote found",
    "read by a person",
    "not checked",
    "not supported by a quote",
    "our own words",
)


def open_at(site: BuiltSite, browser: Browser, url: str, media: str = "screen") -> Page:
    """A page as a phone shows it, or a sheet of A5."""
    page = browser.new_page(
        viewport={"width": 320 if media == "screen" else 559, "height": 640}
    )
    page.emulate_media(media=media, forced_colors="active")  # type: ignore[arg-type]
    page.goto(site.address + url)
    return page


@pytest.mark.parametrize("url", [METHOD])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_each_level_has_a_sign_and_words_of_its_own(
    site: BuiltSite, browser: Browser, url: str, media: str
) -> None:
    """Where the system forces its colours, and on paper; the legend stays within the page."""
    page = open_at(site, browser, url, media)
    marks = page.locator(".legend .state")
    signs = [marks.nth(at).evaluate(SIGN) for at in range(marks.count())]
    words = [marks.nth(at).inner_text() for at in range(marks.count())]
    assert len(signs) == len({*signs}) == len({*words}) == len(NAMES)
    assert "none" not in signs
    assert all(marks.nth(at).is_visible() for at in range(marks.count()))
    assert page.locator(".legend").evaluate(
        "legend => legend.getBoundingClientRect().right <= innerWidth"
    )
    page.close()


@pytest.mark.parametrize("url", [METHOD])
def test_each_level_is_heard_with_its_sentence_and_without_its_sign(
    site: BuiltSite, browser: Browser, url: str
) -> None:
    page = open_at(site, browser, url)
    heard = page.locator(".legend").aria_snapshot()
    for name in NAMES:
        assert f"- term: {name}" in heard, heard
    assert "definition: each figure, date and name is in the words of the source" in heard
    assert not {"✓", "◉", "○", "“”"} & {*heard}
    page.close()


@pytest.mark.parametrize("url", [FACT, LEDGER])
def test_the_levels_of_answers_are_heard_in_the_words_of_the_legend(
    site: BuiltSite, browser: Browser, url: str
) -> None:
    """So that what an answer says of itself can be looked up; what no answer says is not
    explained.
    """
    page = open_at(site, browser, url)
    legend = {name.strip() for name in page.locator(".legend .state").all_inner_texts()}
    for kind in ("proved", "look", "words", "read", "bare"):
        for told in page.locator(
            f"main .state--{kind}:not(.legend .state)"
        ).all_inner_texts():
            assert any(told.startswith(name) for name in (*legend, "read by")), told
    assert 0 < len(legend) < len(NAMES)
    page.close()
