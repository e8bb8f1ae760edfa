"""The report as Markdown, JSON and HTML: whatever the content is, it stays text; and a
comment has an end.
"""

import base64
import hashlib
import json
import re
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from dossier.model.agreement import Agreement
from dossier.model.changes import ChangeKind, FactChange, PartChange
from dossier.model.claims import Claim, Reference
from dossier.model.facts import Fact, FactId
from dossier.model.findings import Finding
from dossier.model.locators import Locator
from dossier.model.places import Position
from dossier.model.proofs import ProofState
from dossier.review.data import report_json
from dossier.review.html import report_html
from dossier.review.markdown import ROOM, code, markdown, size
from dossier.review.report import (
    FactLine,
    FactStanding,
    PageLine,
    RecordLine,
    Report,
    Revision,
    Sort,
)
from dossier.review.rows import percent

HOSTILE = [
    "@everyone and @org/team", "#1 and org/name#2 and GH-3", "https://example.org www.example.org a@example.org",
    "![x](https://example.org/x.png)", "[x](javascript:alert(1))", "<script>alert(1)</script>", "<!-- -->",
    "`code` ``two``", "a | b | c", "\\| and \\", "`", "``", " ` ", "*bold* _it_ ~~gone~~ $x$", ":tada:",
    "line\nbreak\r\n\n## heading", "&lt;b&gt;", "\u202egnirts", "zero\u200bwidth", "tab\tand\x1b[31mred",
    "---", "| --- |", "\N{PILE OF POO}" * 3, "a" * 1_000, "0a1b2c3d4e5f",
]  # fmt: skip


def report_of(text: str, count: int = 1) -> Report:
    """A report that has one text wherever content can stand."""
    claim = Claim(
        value=text, references=(Reference(text, text, locator=Locator(text)),), note=text
    )
    fact = Fact(FactId("acme", "fact"), text, "property", "acme", "profile", (claim,), text)
    added = FactLine(FactChange(None, fact), text, Position(text), None, standing(text))
    moved = FactLine(
        FactChange(fact, fact, (PartChange("note", text, text),)),
        text,
        Position(text),
        standing("x"),
        standing(text),
    )
    revision = Revision(text, "", (Finding(Position(text), "S001", text),))
    record = RecordLine(
        Sort.SOURCE,
        text,
        ChangeKind.CHANGED,
        text,
        (PartChange(f"sections.{text}", text, text),),
        2,
    )
    return Report(
        revision,
        revision,
        (added, moved) * count,
        (record,),
        (fact.id,),
        (fact.id,),
        (PageLine(f"{text}/", ChangeKind.ADDED),),
    )


def standing(source: str) -> FactStanding:
    """One source, nothing proved."""
    return FactStanding(Agreement.SINGLE, (source,), 0, (ProofState.UNCHECKED,))


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_out_of_content_is_read_as_markdown(text: str) -> None:
    """Everything that stands out of code marks is ours: the comment of a harmless text has
    the same shape.
    """
    shapes = [
        [(token.type, token.tag) for token in tokens_of(markdown(report_of(one)))]
        for one in (text, "harmless")
    ]
    assert shapes[1] == shapes[0]


def tokens_of(text: str) -> list[Token]:
    """All tokens of a Markdown text as GitHub reads it, the inline ones in their places."""
    parser = MarkdownIt("gfm-like", {"linkify": False, "html": True})
    return [inner for token in parser.parse(text) for inner in (token.children or [token])]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_in_code_marks_is_one_code_span(text: str) -> None:
    spans = [
        token for token in tokens_of(f"x {code(text)} y") if token.type == "code_inline"
    ]
    assert 1 == len(spans)


def test_no_character_hides() -> None:
    assert r"`\u202e\u200b\x1b`" == code("\u202e\u200b\x1b")


def test_what_does_not_fit_is_counted() -> None:
    """The comment stays below GitHub's limit, and says how much more there is; nothing is
    cut in the middle.
    """
    text = markdown(report_of("\N{GRINNING FACE}" * 400, 500))
    shown = text.count("| note |")
    left = f"{500 - shown} changed facts, 500 added facts, 1 record, 1 unreadable fact, 1 moved fact, 1 page more."
    assert size(text) < ROOM
    assert 0 < shown < 500
    assert (
        f"There is no room for all: {left} `dossier diff` shows them.\n"
        == text.splitlines(keepends=True)[-1]
    )


def test_a_short_report_is_whole() -> None:
    assert "no room" not in markdown(report_of("x"))


def test_a_report_of_nothing_says_so() -> None:
    empty = Report(Revision("main", "abc"), Revision("the work tree", ""))
    assert (
        "## What changes in facts\n\nNo fact changes.\n\nFrom `main` (`abc`) to the work tree.\n"
        == markdown(empty)
    )


@pytest.mark.parametrize(
    ("grown", "expected"),
    [
        (None, ""),
        ("26.3157", "+26.3%"),
        ("-25", "−25.0%"),
        ("0.04", "less than ±0.1%"),
        ("123456.7", "+123,456.7%"),
    ],
)
def test_growth_has_one_decimal(grown: str | None, expected: str) -> None:
    assert expected == percent(Decimal(grown) if grown else None)


class Elements(HTMLParser):
    """Collects the elements of a page with their attributes, and the texts between them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element."""
        self.found.append((tag, tuple(name for name, _ in attrs)))


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_out_of_content_is_read_as_html(text: str) -> None:
    shapes = [Elements(report_html(report_of(one))).found for one in (text, "harmless")]
    assert shapes[1] == shapes[0]


def test_the_page_lets_in_its_own_style_and_nothing_else() -> None:
    page = report_html(report_of("x"))
    style = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style[0].encode()).digest()).decode()
    assert [
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    ] == [
        policy.replace("&#39;", "'")
        for policy in re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    ]
    assert {"script", "img", "link", "a"}.isdisjoint(tag for tag, _ in Elements(page).found)


def test_the_data_has_a_version_and_the_lists_even_where_they_are_empty() -> None:
    empty = json.loads(
        report_json(Report(Revision("main", "abc"), Revision("the work tree", "")))
    )
    assert {
        "format_version": 1,
        "base": {"name": "main", "commit": "abc"},
        "head": {"name": "the work tree"},
        "facts": [], "records": [], "moved": [], "unread": [], "readings": [], "pages": [],
    } == empty  # fmt: skip
