"""Notes answer at once: by mouse, keyboard and finger, in narrow and wide windows; in the
margin; on paper.
"""

import itertools
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.browser.conftest import BuiltSite
from tests.browser.test_standards import QUICK, USUAL, USUAL_COLOURS, VIOLATIONS
from tests.toolchain import axe_source

DOSSIER = "companies/tidewick/"
NARROW: ViewportSize = {"width": 360, "height": 740}
WIDE: ViewportSize = {"width": 1440, "height": 900}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
both = pytest.mark.parametrize("window", [NARROW, WIDE], ids=["narrow", "wide"])
Opened = Callable[[ViewportSize], Page]


@contextmanager
def opened(
    browser: Browser,
    address: str,
    window: ViewportSize,
    touch: bool = False,
    lacking: str = "",
) -> Iterator[Page]:
    """A page in a window of its own, in a browser that lacks what a script takes away."""
    context = browser.new_context(viewport=window, has_touch=touch, bypass_csp=True)
    context.add_init_script(lacking)
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def mark_of(page: Page) -> Locator:
    """The mark of a note with a quote, in the narrative."""
    return page.locator(".prose a[role=doc-noteref]").first


def card_of(page: Page) -> Locator:
    """The card beside a mark."""
    return page.locator(".notecard")


def assert_answers(page: Page) -> None:
    """The card is in the window and says what its note says: the words, and whose they are."""
    card = card_of(page)
    expect(card).to_be_in_viewport(ratio=1)
    note = page.locator(
        "[role=doc-endnotes] li",
        has=page.locator(f'a[href="#{mark_of(page).get_attribute("id")}"]'),
    )
    assert note.locator(".note").inner_text().split() == card.inner_text().split()
    for part in ("q", "a"):
        expect(card.locator(part).first).to_be_visible()


@both
def test_a_note_opens_under_the_pointer_and_closes_when_it_leaves(
    site: BuiltSite, browser: Browser, window: ViewportSize
) -> None:
    with opened(browser, site.address + DOSSIER, window) as page:
        mark_of(page).hover()
        assert_answers(page)
        card_of(page).hover()
        page.wait_for_timeout(500)  # longer than the card waits before it closes
        assert_answers(page)
        page.mouse.move(1, 1)
        expect(card_of(page)).to_be_hidden()


@both
def test_a_note_opens_at_the_keyboard_and_its_links_come_next(
    site: BuiltSite, browser: Browser, window: ViewportSize
) -> None:
    with opened(browser, site.address + DOSSIER, window) as page:
        page.locator("#overview").evaluate(
            "heading => { heading.tabIndex = -1; heading.focus(); }"
        )
        while not page.evaluate("document.activeElement.matches('[role=doc-noteref]')"):
            page.keyboard.press("Tab")
        assert_answers(page)
        expect(mark_of(page)).to_have_attribute("aria-describedby", "notecard")
        page.keyboard.press("Tab")
        expect(card_of(page).locator("a").first).to_be_focused()
        page.keyboard.press("Escape")
        expect(card_of(page)).to_be_hidden()
        expect(mark_of(page)).to_be_focused()


# It is said of every pointer but in a click, which was no more than the event of a mouse.
PLAIN_CLICKS = """
const said = Object.getOwnPropertyDescriptor(PointerEvent.prototype, "pointerType").get;
Object.defineProperty(PointerEvent.prototype, "pointerType", {
  get() { return this.type === "click" ? undefined : said.call(this); },
});"""


@pytest.mark.parametrize(
    "lacking", ["", PLAIN_CLICKS], ids=["today", "without the pointer of a click"]
)
@both
def test_a_tap_opens_a_note_and_a_second_one_follows_it(
    site: BuiltSite, browser: Browser, window: ViewportSize, lacking: str
) -> None:
    with opened(
        browser, site.address + DOSSIER, window, touch=True, lacking=lacking
    ) as page:
        mark = mark_of(page)
        mark.tap()
        assert_answers(page)
        assert page.url == site.address + DOSSIER
        mark.tap()
        expect(page.locator(":target")).to_be_visible()
        expect(card_of(page)).to_be_hidden()


def test_a_tap_elsewhere_closes_a_note(site: BuiltSite, browser: Browser) -> None:
    with opened(browser, site.address + DOSSIER, NARROW, touch=True) as page:
        mark_of(page).tap()
        assert_answers(page)
        page.locator("#overview").tap()
        expect(card_of(page)).to_be_hidden()


def test_axe_finds_nothing_while_a_note_is_open(site: BuiltSite, browser: Browser) -> None:
    for window in (NARROW, WIDE):
        with opened(browser, site.address + DOSSIER, window) as page:
            page.evaluate(axe_source())
            mark_of(page).hover()
            assert_answers(page)
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                # No rule but those of colours depends on the scheme.
                asked = {**QUICK, **(USUAL if scheme == "light" else USUAL_COLOURS)}
                assert [] == page.evaluate(VIOLATIONS, asked), scheme


def test_a_wide_window_has_each_note_of_the_narrative_in_its_margin_once(
    site: BuiltSite, browser: Browser
) -> None:
    with opened(browser, site.address + DOSSIER, WIDE) as page:
        notes = page.locator(".marginnote:visible")
        words = notes.all_inner_texts()
        assert len(words) > 10
        assert len(words) == len({*words})
        boxes = [note.bounding_box() for note in notes.all()]
        ends = [(box["y"], box["y"] + box["height"]) for box in boxes if box]
        assert all(end <= start for (_, end), (start, _) in itertools.pairwise(ends)), (
            "no note covers another"
        )
        prose = page.locator(".prose").bounding_box()
        assert prose
        assert all(box and box["x"] > prose["x"] + 400 for box in boxes), (
            "beside the words, not over them"
        )


def test_a_browser_without_cards_has_notes_in_its_margin_and_marks_that_lead_to_them(
    site: BuiltSite, browser: Browser
) -> None:
    lacking = "delete HTMLElement.prototype.showPopover"
    with opened(browser, site.address + DOSSIER, WIDE, touch=True, lacking=lacking) as page:
        expect(page.locator(".marginnote:visible").first).to_be_visible()
        mark_of(page).tap()
        expect(page.locator(":target")).to_be_in_viewport()


GAPS = """
() => [...document.querySelectorAll(".endnotes__list > li > span > a + a")].map((after) => {
    const [one, other] = [after.previousElementSibling, after].map((a) => a.getBoundingClientRect());
    return other.top >= one.bottom ? 4 : other.left - one.right;
})
"""


def test_the_ways_back_of_a_note_stand_apart(site: BuiltSite, browser: Browser) -> None:
    with opened(browser, site.address + DOSSIER, NARROW) as page:
        gaps = page.evaluate(GAPS)
        assert gaps
        assert min(gaps) >= 4


def test_a_narrow_window_has_none_there(site: BuiltSite, browser: Browser) -> None:
    with opened(browser, site.address + DOSSIER, NARROW) as page:
        assert 0 == page.locator(".marginnote:visible").count()


def test_paper_has_every_note(site: BuiltSite, browser: Browser, tmp_path: Path) -> None:
    with opened(browser, site.address + DOSSIER, WIDE) as page:
        quotes = page.locator("[role=doc-endnotes] q").all_text_contents()
        page.pdf(path=tmp_path / "dossier.pdf")
    text = pdf_text(tmp_path / "dossier.pdf")
    assert [] == [quote for quote in quotes if squeezed(quote) not in text]
    assert "Colours" not in text, "what one can only click stays on the screen"


def pdf_text(path: Path) -> str:
    """The words of a PDF, without the spaces between them, which depend on the layout."""
    import pypdf

    return squeezed("".join(page.extract_text() for page in pypdf.PdfReader(path).pages))


def squeezed(text: str) -> str:
    """A text without spaces and ligatures."""
    return "".join(unicodedata.normalize("NFKC", text).split())
