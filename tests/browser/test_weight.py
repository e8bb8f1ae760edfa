"""What makes a page quick, counted and not timed: how much travels, what holds the first
view up, and what moves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.conftest import BuiltSite
from tests.compressing import packed, served_in_two, served_packed
from tests.lighthouse import PAGES

DOSSIER = "companies/tidewick/"
LOOKS = 3
PAGE, SCRIPTS = 60_000, 15_000
"""Bytes, packed: of the first view of a dossier in all, and of the scripts among them."""

# Shifts are told as they happen; those that a reader's own doing causes are no fault.
WATCH = """window.shifts = [];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries().filter((one) => !one.hadRecentInput)
  .map((one) => `${one.value} ${one.sources.map((source) => source.node?.className || source.node?.nodeName)}`)))
  .observe({ type: "layout-shift", buffered: true });"""
BLOCKING = """() => performance.getEntriesByType("resource").filter((one) => one.renderBlockingStatus === "blocking")
  .map((one) => one.name)"""


@dataclass(frozen=True)
class View:
    """What the first view of a page asked for, and what happened on it."""

    weights: dict[str, int]
    # The bytes of each answer as it travels, by address.
    blocking: list[str]
    shifts: list[str]


@pytest.fixture(scope="module")
def address(site: BuiltSite) -> Iterator[str]:
    """Where the site is served."""
    with served_packed(site.folder) as address:
        yield address


def look(browser: Browser, url: str, width: int = 412, scheme: str = "") -> View:
    """Open a page, read it to its end, and wait until it has come to rest."""
    answers: list[Response] = []
    context = browser.new_context(viewport={"width": width, "height": 823}, bypass_csp=True)
    page = context.new_page()
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - a bound method is refused
    page.add_init_script(WATCH)
    if scheme:
        page.add_init_script(f"localStorage.setItem('scheme', '{scheme}')")
    page.goto(url, wait_until="networkidle")
    page.evaluate(
        "() => window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })"
    )
    page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )
    weights = {answer.url: len(packed(answer.body())) for answer in answers}
    view = View(weights, page.evaluate(BLOCKING), page.evaluate("window.shifts"))
    context.close()
    return view


def test_the_first_view_of_a_dossier_is_light(address: str, browser: Browser) -> None:
    weights = look(browser, address + DOSSIER).weights
    assert sum(weights.values()) <= PAGE, weights
    scripts = {
        url: weight
        for url, weight in weights.items()
        if url.endswith((".js", ".mjs", ".wasm"))
    }
    assert scripts
    assert sum(scripts.values()) <= SCRIPTS, scripts


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(412, ""), (1280, ""), (1280, "dark")])
def test_nothing_on_a_page_moves_once_it_is_there(
    address: str, browser: Browser, page: str, width: int, scheme: str
) -> None:
    """What a script or a style moves, it moves every time; where the line breaks off is the
    matter of the next test.
    """
    assert [] in (look(browser, address + page, width, scheme).shifts for _ in range(LOOKS))


# Ends of parts of a page: what arrives after one of them must not push away what is there.
HALVES = [
    "</form>",
    "</li>",
    "</ul>",
    "</nav>",
    "</header>",
    "</h1>",
    "</dd>",
    "</dl>",
    "</section>",
]


@pytest.mark.parametrize("end", HALVES)
@pytest.mark.parametrize("width", [412, 1280])
def test_nothing_moves_when_the_rest_of_a_page_comes_late(
    site: BuiltSite, browser: Browser, width: int, end: str
) -> None:
    """What is pushed away where the line breaks off is pushed every time; a full machine may
    paint in the middle of a part as well, and not twice at the same place.
    """
    head = (site.folder / DOSSIER / "index.html").read_bytes().partition(b"<header")
    cut = len(head[0]) + len(head[1]) + head[2].index(end.encode()) + len(end)
    assert [] in (_shifts_behind(site, browser, width, cut) for _ in range(LOOKS))


def _shifts_behind(
    site: BuiltSite, browser: Browser, width: int, cut: int
) -> Sequence[str]:
    """What moves when a page comes in two parts, the second after the first is painted."""
    page = browser.new_context(
        viewport={"width": width, "height": 823}, bypass_csp=True
    ).new_page()
    page.add_init_script(WATCH)
    with served_in_two(site.folder, cut) as (address, go_on):
        page.goto(address + DOSSIER, wait_until="commit")
        page.wait_for_function("() => performance.getEntriesByName('first-paint').length")
        go_on.set()
        page.wait_for_load_state("networkidle")
        shifts: list[str] = page.evaluate("window.shifts")
    page.context.close()
    return shifts


@pytest.mark.parametrize("page", PAGES)
def test_only_the_style_sheet_and_the_choice_of_colours_hold_a_page_up(
    address: str, browser: Browser, page: str
) -> None:
    view = look(browser, address + page)
    assert {"theme/ledger.css", "theme/scheme.js"} == {
        url.removeprefix(address) for url in view.blocking
    }
    assert [] == [url for url in view.weights if not url.startswith(address)]
