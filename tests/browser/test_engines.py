"""The oldest browsers that are supported, and today's: each shows the colours, and runs
every script, of the real site.
"""

import io
import json
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pypdf
import pytest

from tests.browser.conftest import BuiltSite
from tests.engines import ENGINES, Engine, awaited
from tests.render_fixtures import THEME

DOSSIER = "companies/tidewick/"
ELIAS_VANE = "companies/tidewick/timelines/elias-vane/"
SCHEMES = ("light", "dark")

# Where colours are seen, by page: the element or what stands before or after it, its
# property, and the token it has.
SEEN = {
    f"{DOSSIER}facts/": (
        ("html", "background-color", "paper"),
        ("body", "color", "ink"),
        (".marks>a", "color", "ink-soft"),
        (".worldmap__land", "fill", "rule"),
        (".section>h2", "border-bottom-color", "ink"),
    ),
    ELIAS_VANE: (
        (".strip__outline", "stroke", "ink"),
        (".strip__block:not([fill])", "fill", "ink"),
        (".event::after", "background-color", "ink"),
        (".event::before", "border-left-color", "rule"),
    ),
}
LOOK = """const look = (asked) => {
  const [where, name] = asked.split(" ");
  const [element, part] = where.split("::");
  return [asked, getComputedStyle(document.querySelector(element), part ? `::${part}` : null).getPropertyValue(name)];
};"""


@pytest.mark.parametrize("name", ENGINES)
def test_the_site_can_be_read_and_used(site: BuiltSite, name: str) -> None:
    # In a thread of its own, because a thread can hold one Playwright, and other tests may
    # have theirs open.
    with ThreadPoolExecutor(1) as other_thread:
        other_thread.submit(use, name, site.address).result()


def use(name: str, address: str) -> None:
    """Do in an engine what readers do."""
    with ENGINES[name]() as engine:
        for look in LOOKS:
            look(engine, address)


def has_colours(engine: Engine, address: str) -> None:
    """Each choice of the switch is shown in the colours that the theme has for it, and kept
    from page to page.
    """
    for place, scheme in enumerate(SCHEMES):
        engine.open(address)
        engine.click(".scheme")
        assert scheme == engine.run("return document.documentElement.dataset.scheme")
        for page, seen in SEEN.items():
            engine.open(address + page)
            expected = {
                f"{element} {name}": colours(token)[place] for element, name, token in seen
            }
            assert expected == engine.run(
                f"{LOOK} return Object.fromEntries({json.dumps([*expected])}.map(look))"
            )
            dot = (
                "const dot = getComputedStyle(document.querySelector('.event'), '::after');"
            )
            kept = f"{dot} return dot.printColorAdjust ?? dot.webkitPrintColorAdjust"
            assert page != ELIAS_VANE or "exact" == engine.run(kept), (
                "ink that tells something, on paper too"
            )
        engine.press("Tab")
        ring = engine.run("return getComputedStyle(document.activeElement).outlineColor")
        assert colours("accent")[place] == ring, "a ring around what has the focus"


def colours(token: str) -> tuple[str, ...]:
    """A colour of the theme, as scripts read it: in light, in dark."""
    css = (THEME / "static/css/tokens.css").read_text("utf-8")
    found = re.search(rf"--{token}: var\(--light, #(\w+)\) var\(--dark, #(\w+)\)", css)
    assert found
    return tuple(
        f"rgb({', '.join(str(part) for part in bytes.fromhex(colour))})"
        for colour in found.groups()
    )


def has_notes(engine: Engine, address: str) -> None:
    """Notes stand in the margin; a mark opens its card where there are cards, and leads to
    its note where there are none.
    """
    engine.open(address + DOSSIER)
    # One has a narrow window that nothing widens; with small letters there is room.
    engine.run("if (innerWidth < 1024) document.documentElement.style.fontSize = '50%'")
    awaited(
        lambda: engine.run(
            "return [...document.querySelectorAll('.marginnote')].some((note) => note.offsetHeight)"
        )
    )
    if engine.run("return 'showPopover' in HTMLElement.prototype"):
        has_cards(engine)
    engine.click(".prose [role=doc-noteref]")
    found = "const box = document.querySelector(':target')?.getBoundingClientRect();"
    awaited(
        lambda: engine.run(f"{found} return box && box.top < innerHeight && box.bottom > 0")
    )


def has_cards(engine: Engine) -> None:
    """A mark that has the focus shows its card, whose links come next; Escape closes it,
    and it stays closed.
    """
    engine.run(
        "const start = document.querySelector('#overview'); start.tabIndex = -1; start.focus();"
    )
    at = "const mark = document.activeElement; return"
    awaited(lambda: pressed(engine, "Tab", f"{at} mark.matches('[role=doc-noteref]')"))
    shown = "return Boolean(document.querySelector('.notecard:popover-open'))"
    assert engine.run(shown)
    engine.press("Tab")
    assert engine.run(f"{at} Boolean(mark.closest('.notecard'))")
    engine.press("Escape")
    assert engine.run(f"{at} mark.matches('[role=doc-noteref]')")
    assert not engine.run(shown)


def pressed(engine: Engine, key: str, script: str) -> Any:
    """What a script says after a key."""
    engine.press(key)
    return engine.run(script)


def has_filters(engine: Engine, address: str) -> None:
    """A timeline shows what is chosen, and says how many that are."""
    engine.open(f"{address}{ELIAS_VANE}?theme=founder")
    told = """const shown = [...document.querySelectorAll(".event")].filter((event) => event.offsetHeight).length;
        return `${shown}: ${document.querySelector(".sift__count").textContent.trim()}`"""
    assert "6: Showing 6 of 13 events." == engine.run(told)
    engine.click(".sift__reset")
    awaited(lambda: "13: 13 events" == engine.run(told))


def has_search(engine: Engine, address: str) -> None:
    """Words that are typed find something, and what is found leads to a page."""
    engine.open(address + "search/")
    engine.click(".search__words")
    for letter in "ships":
        engine.press(letter)
    found = "const links = document.querySelectorAll('.result a'); return links.length && links[0].href"
    assert awaited(lambda: engine.run(found)).startswith(address + "companies/")


@pytest.mark.parametrize("name", ["Chromium 119", "Firefox"])
def test_no_heading_is_the_last_line_of_a_page_of_paper(site: BuiltSite, name: str) -> None:
    with ThreadPoolExecutor(1) as other_thread:
        assert [] == other_thread.submit(left_alone, name, site.address + DOSSIER).result()


def left_alone(name: str, url: str) -> list[str]:
    """The headings with which a page of paper ends."""
    with ENGINES[name]() as engine:
        engine.open(url)
        words = "[...document.querySelectorAll('main :is(h2, h3, h4, caption)')].map((one) => one.textContent)"
        headings = {"".join(text.split()) for text in engine.run(f"return {words}")}
        paper = engine.paper()
    return [end for end in last_lines(paper) if end in headings]


def last_lines(paper: bytes) -> list[str]:
    """How each page but the last ends, in one line and in two, without spaces, which depend
    on the layout.
    """
    pages = [
        page.extract_text().split("\n") for page in pypdf.PdfReader(io.BytesIO(paper)).pages
    ]
    lines = [[line for line in page if line.strip()] for page in pages[:-1]]
    return ["".join("".join(page[-count:]).split()) for page in lines for count in (1, 2)]


LOOKS: tuple[Callable[[Engine, str], None], ...] = (
    has_colours,
    has_notes,
    has_filters,
    has_search,
)
