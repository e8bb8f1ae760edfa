"""What a finished page shows is counted on its HTML; a figure in prose without a fact is
debt.
"""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from dossier.render.scan.measure import FIGURE, VOID, Measure, measure_page
from dossier.render.scan.scanning import CLAIM, PROSE
from tests.helpers import TESTS
from tests.render_fixtures import html, pages


@pytest.mark.parametrize(
    ("prose", "loose"),
    [
        ("In 2025 it pledged 380 billion yuan.", ("2025", "380")),
        ("Qwen3-Max, GPT-4, V3.1 and A380 are names.", ()),
        (
            "One trillion here, a million there, ten per cent.",
            ("One trillion", "a million", "ten per cent"),
        ),
        ("1,234.5 and 3.", ("1,234.5", "3")),
        ("One of two articles.", ()),
        ("Line<br>5<img alt=''>6", ("5", "6")),
    ],
)
def test_figures_of_prose_are_counted(prose: str, loose: tuple[str, ...]) -> None:
    assert loose == measure_page(f"<div data-prose>{prose}</div>").loose


def test_a_figure_that_a_fact_stands_behind_is_no_debt() -> None:
    shown = measure_page(
        '<p data-prose>It has <a data-claim="a/b:0">91 centres</a><sup><a>7</a></sup> in 29 regions.</p>'
    )
    assert [["a/b:0"], ["29"]] == [[*shown.claims], [*shown.loose]]


def test_a_note_beside_an_answer_is_prose_again() -> None:
    shown = measure_page(
        '<div data-claim="a/b:1">91<p data-prose>It was 90 before.</p></div>'
    )
    assert [["a/b:1"], ["90"]] == [[*shown.claims], [*shown.loose]]


def test_what_is_no_prose_is_not_counted() -> None:
    assert (
        ()
        == measure_page(
            "<h1>2025</h1><p>As of 24 September</p><div data-prose>none</div><p>7</p>"
        ).loose
    )


class Parsed(HTMLParser):
    """The same count as a parser of HTML makes it, which follows all elements that are
    open.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.claims: set[str] = set()
        self.loose: list[str] = []
        self.open: list[tuple[str, bool, bool]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        values = dict(attrs)
        if claim := values.get(CLAIM):
            self.claims.add(claim)
        if tag not in VOID:
            self.open.append((tag, CLAIM in values or tag == "sup", PROSE in values))

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Text stands in the innermost element that says how it counts."""
        for _, accounted, prose in reversed(self.open):
            if accounted:
                return
            if prose:
                self.loose += FIGURE.findall(data)
                return


def parsed(text: str) -> Measure:
    """What the parser counts."""
    page = Parsed(text)
    return Measure(frozenset(page.claims), tuple(page.loose))


@pytest.mark.parametrize("url", sorted(pages()))
def test_a_page_is_counted_as_a_parser_would(url: str) -> None:
    """On every page of a site that has one of everything."""
    assert parsed(html(url)) == measure_page(html(url))


@pytest.mark.parametrize(
    "path", sorted((TESTS / "golden").rglob("*.html")), ids=lambda path: path.parent.name
)
def test_every_component_is_counted_as_a_parser_would(path: Path) -> None:
    text = path.read_text("utf-8")
    assert parsed(text) == measure_page(text)


@pytest.mark.parametrize(
    "text",
    [
        "<div data-prose>7 <!-- 8 --> <em>9 &amp; 10</em> 12</div> 13",
        "<DIV DATA-PROSE>7 <svg><use href='#a'/>8</svg> 9<p data-prose>10</p> 11</DIV><b data-prose>12</b>",
        "<p data-prose title='> 7'>8 <b data-claim='a/b:0' title=\">\">9</b> 10 < 11</p>",
        "<ul data-prose><li>5<li>6</ul>7",
        "<p data-prose>1.<b>5</b> a&#32;2 &nbsp;3",
    ],
)
def test_a_count_is_not_fooled(text: str) -> None:
    """By comments, scripts, quotes, case, signs within values, and elements that nobody
    closes.
    """
    assert parsed(text) == measure_page(text)
