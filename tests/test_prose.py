"""Prose: marks are found where they stand, what a page may not show is refused, and
everything else is text.
"""

import pickle
import time

import pytest

from dossier.collect import Findings
from dossier.model.findings import Finding
from dossier.model.prose import Break, Cited, Prose, Run, Tag, ValueUse
from dossier.model.prose_sentences import sentences_of
from dossier.read.prose import parse_prose
from tests.helpers import fixtures


def read(
    text: str, company: str | None = "acme", first_line: int = 1
) -> tuple[Prose, tuple[Finding, ...]]:
    """The prose, and what was found."""
    out = Findings()
    return parse_prose(text, "x.md", first_line, company, out), out.in_order()


def outcome(text: str) -> list[str]:
    """All that is found in a text, by place: findings, citations, values and links to pages
    of the site.
    """
    prose, findings = read(text)
    marks = [
        *((one.position, one.code) for one in findings),
        *(
            (one.at, " ".join(filter(None, ("cites", one.source, one.locator, one.quote))))
            for one in prose.citations
        ),
        *((one.at, f"cites {one.fact}") for one in prose.cited_facts),
        *((one.at, f"shows {one.fact}{one.key and '.'}{one.key}") for one in prose.values),
        *((one.at, f"links {one.address}") for one in prose.links),
    ]
    return [f"{at.line}:{at.column} {what}" for at, what in sorted(marks)]


@pytest.mark.parametrize(("title", "text", "expected"), fixtures("prose"))
def test_prose_holds_what_the_fixtures_say(title: str, text: str, expected: str) -> None:
    """Each text yields the marks and findings written behind it, at their places, and
    nothing else.
    """
    assert expected.split("\n") == (outcome(text) or ["nothing"])


def test_lines_count_from_the_top_of_the_file() -> None:
    """A body that begins below front matter knows its lines."""
    prose, findings = read("One.\n\n[@a] ![x](y)\n", first_line=5)
    assert [7, 7] == [prose.citations[0].at.line, findings[0].position.line]


def test_marks_are_refused_where_nothing_can_be_cited() -> None:
    """A source's summary and an ordinary page have no footnotes."""
    _, findings = read("A [@a] and {{ b }}.\n", company=None)
    assert ["P006", "P006"] == [one.code for one in findings]


def test_pieces_carry_what_rendering_needs() -> None:
    """Citations and values stand where they are written; what looks like HTML is words."""
    prose, _ = read("A [@a, page 2; @b] {{ c.d }}\n")
    begin, run, end, line = prose.pieces
    assert (Tag("p"), Tag("p", is_end=True), Break.SOFT) == (begin, end, line)
    assert isinstance(run, Run)
    assert ("A ", Cited(prose.citations), " ", prose.values[0]) == run.pieces
    assert "<b>" in words_of(read("<b>x</b>\n\n<div>\n")[0])


def words_of(prose: Prose) -> list[object]:
    """The pieces of all runs."""
    return [one for run in prose.pieces if isinstance(run, Run) for one in run.pieces]


def test_elements_that_are_alike_are_one() -> None:
    """There are thousands of paragraphs."""
    prose, _ = read("One.\n\nTwo.\n")
    assert prose.pieces[0] is prose.pieces[4]


def test_nothing_of_the_parser_is_kept() -> None:
    """A prose travels to other processes, and stays in memory until the end of a build."""
    prose, _ = read(
        "## A\n\n- *b* `c` [d](/)\n\n| e | f |\n| - | -: |\n| g | {{ h }} |\n\n```i\nj\n```\n"
    )
    written = pickle.dumps(prose)
    assert b"markdown_it" not in written
    assert prose == pickle.loads(written)  # noqa: S301 - ours


def test_sentences_are_those_of_all_runs() -> None:
    """Each knows its paragraph and what it cites and shows; a line that ends within it is a
    space.
    """
    prose, _ = read("## Who\n\nOne [@a]. Two,\ne.g. {{ b }} [@c].\n\nThree\n")
    told = [*sentences_of(prose)]
    assert ["Who", "One.", "Two, e.g. {{ b }}.", "Three"] == [one.text for one in told]
    assert [0, 1, 1, 2] == [one.block for one in told]
    assert [True, False, False, False] == [one.is_heading for one in told]
    assert [[], ["a"], ["c"], []] == [
        [cited.source for cited in one.citations] for one in told
    ]
    assert ["b"] == [fact.fact for fact in told[2].facts]


def test_a_value_knows_the_period_beside_it_in_its_sentence() -> None:
    """And not that in the sentence before."""
    prose, _ = read("{{ a }} of {{ a.period }}. {{ a }} and {{ b }}.\n")
    uses = [one for one in words_of(prose) if isinstance(one, ValueUse)]
    assert [True, True, False, False] == [use.is_dated for use in uses]


HEAVY = {
    "open brackets": "[" * 2_000,
    "links in links": "[" * 900 + "a" + "](b)" * 900,
    "half links": "[a](<b" * 2_000,
    "images": "![" * 2_000,
    "marks": "[@" * 2_000,
    "values": "{{ " * 16_000,
    "stars": "*a " * 16_000,
    "stars and lines": "**a _" * 10_000,
    "ticks": " ".join("`" * number for number in range(1, 310)),
    "quotes": ">" * 50_000,
    "lists": "- " * 25_000,
    "nested lists": "\n".join("  " * depth + "- a" for depth in range(220)),
    "nested quotes": "\n".join(">" * min(depth, 150) + " a" for depth in range(300)),
    "lines": "a\n" * 25_000,
    "headings": "# a\n" * 12_000,
    "comments": "<!--" * 12_000,
    "tags": '<a b="' * 8_000,
    "spaces in tags": "<a" + " " * 50_000,
    "entities": "&#x202e;" * 6_000,
    "table": "|a|b|\n|-|-|\n" + "|c|d|\n" * 8_000,
    "wide table": "|" * 15_000 + "\n" + "|-" * 15_000 + "\n" + "|" * 10_000,
    "definitions": "".join(f"[a{number}]: /b\n" for number in range(2_000)),
    "parentheses": "[a](" + "(" * 25_000 + ")" * 24_000,
}


@pytest.mark.parametrize("text", HEAVY.values(), ids=HEAVY)
def test_no_text_takes_long(text: str) -> None:
    """The worst that we know take a second for 50 kB, a quarter of what a file may have,
    and no recursion error.
    """
    began = time.process_time()
    read(text)
    assert time.process_time() - began < 5


def test_what_the_parser_would_drop_is_a_finding() -> None:
    """Below a hundred levels markdown-it leaves text out without a word; long before, we
    say so.
    """
    for text in (">" * 150 + " a", "\n".join("  " * depth + "- a" for depth in range(80))):
        assert "P008" in {one.code for one in read(text)[1]}
    assert () == read("> - 1. > a\n")[1]
