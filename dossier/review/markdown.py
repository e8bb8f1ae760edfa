"""A report as Markdown for a comment on a pull request.

Everything that comes out of content stands in code marks: there GitHub makes no mention, no
link, no picture and no HTML of it, whatever it is. A comment has an end; what does not fit
is counted.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.model.changes import ChangeKind
from dossier.report.escapes import printable
from dossier.review.files import WORK_TREE
from dossier.review.report import (
    FactLine,
    PageLine,
    ReadingLine,
    RecordLine,
    Report,
    Revision,
)
from dossier.review.rows import (
    ChangeRow,
    fact_rows,
    plural,
    reading_parts,
    record_rows,
    summary,
)

ROOM = 60_000
"""GitHub takes 65,536 characters; the rest is for what whoever posts the report writes
around it.
"""
TAIL = 500
LONGEST = 300
"""Characters of one text; more of it would push what a reviewer must see out of sight."""
ERRORS = 10
NOUNS = {
    "Changed": "changed fact",
    "Added": "added fact",
    "Retired": "retired fact",
    "Supported differently": "otherwise supported fact",
}


@dataclass(frozen=True)
class MarkdownPart:
    """A heading with what stands below it; each item is shown whole or not at all."""

    head: str
    items: tuple[str, ...]
    noun: str


def markdown(report: Report) -> str:
    """The report, cut where a comment would be too long."""
    head = (
        f"## What changes in facts\n\n{summary(report)}\n\nFrom {_revision(report.base)} to"
        f" {_revision(report.head)}.\n"
    )
    return _fitted(
        [head, *_errors(report.base), *_errors(report.head)], tuple(_parts(report))
    )


def _fitted(opening: Sequence[str], parts: Sequence[MarkdownPart]) -> str:
    """As many items as there is room for, then how many there is none for."""
    written = list(opening)
    left: list[str] = []
    for part in parts:
        shown = 0 if left else _shown(part, ROOM - TAIL - sum(map(size, written)))
        if shown:
            written.append(part.head + "".join(part.items[:shown]))
        if shown < len(part.items):
            left.append(plural(len(part.items) - shown, part.noun))
    if left:
        written.append(
            f"\nThere is no room for all: {', '.join(left)} more. `dossier diff` shows"
            " them.\n"
        )
    return "".join(written)


def _shown(part: MarkdownPart, room: int) -> int:
    used = size(part.head)
    for number, item in enumerate(part.items):
        used += size(item)
        if used > room:
            return number
    return len(part.items)


def size(text: str) -> int:
    """Characters as GitHub's own scripts count them: one beyond the first 65,536 counts as
    two.
    """
    return len(text.encode("utf-16-le")) // 2


def _parts(report: Report) -> Iterator[MarkdownPart]:
    for title, about, lines in report.groups():
        yield MarkdownPart(
            _table(title, about, "Fact", "What", "Before", "After", "Change"),
            tuple(map(_fact, lines)),
            NOUNS[title],
        )
    yield MarkdownPart(
        _table("Sources and other records", "", "Record", "What", "Before", "After"),
        tuple(map(_record, report.records)),
        "record",
    )
    yield MarkdownPart(
        _table(
            "Read by people",
            "No program can check that they have.",
            "Fact",
            "Found",
            "Words",
            "Beside the author",
        ),
        tuple(map(_reading, report.readings)),
        "reading",
    )
    yield _listed(
        "Not readable",
        "These changed, but have errors.",
        map(code, report.unread),
        "unreadable fact",
    )
    yield _listed(
        "Moved to another file",
        "These say what they said.",
        map(code, report.moved),
        "moved fact",
    )
    yield _listed("Pages that look different", "", map(_page, report.pages), "page")


def _listed(title: str, about: str, items: Iterable[str], noun: str) -> MarkdownPart:
    said = f"{about}\n\n" if about else ""
    return MarkdownPart(
        f"\n### {title}\n\n{said}", tuple(f"- {item}\n" for item in items), noun
    )


def _table(title: str, about: str, *columns: str) -> str:
    said = f"{about}\n\n" if about else ""
    return f"\n### {title}\n\n{said}{_line(columns)}{_line('---' for _ in columns)}"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _fact(line: FactLine) -> str:
    fact = line.change.fact
    warning = "⚠ has errors: " if line.has_errors else ""
    name = f"{warning}{code(line.company)}: {code(fact.label)} {code(fact.id)}"
    return "".join(
        _line((name if not place else "", *_cells(row), row.change))
        for place, row in enumerate(fact_rows(line))
    )


def _record(line: RecordLine) -> str:
    used = f", {plural(line.facts, 'fact')}" if line.facts else ""
    name = f"{line.sort.value} {code(line.id)}{used}"
    return "".join(
        _line((name if not place else "", *_cells(row)))
        for place, row in enumerate(record_rows(line))
    )


def _reading(line: ReadingLine) -> str:
    return _line((code(line.fact), *map(code, reading_parts(line))))


def _cells(row: ChangeRow) -> tuple[str, str, str]:
    return (
        code(row.part) if ":" in row.part else row.part,
        code(row.before),
        code(row.after),
    )


def _page(page: PageLine) -> str:
    note = {
        ChangeKind.ADDED: ", new",
        ChangeKind.RETIRED: ", gone: what links to it will find nothing",
    }.get(page.kind, "")
    return f"{code('/' + page.url)}{note}"


def _revision(revision: Revision) -> str:
    return (
        f"{_name(revision)} ({code(revision.commit[:10])})"
        if revision.commit
        else _name(revision)
    )


def _name(revision: Revision) -> str:
    """What a revision was called by whoever asked for it; the work tree has a name of ours."""
    return revision.name if revision.name == WORK_TREE else code(revision.name)


def _errors(revision: Revision) -> Iterator[str]:
    """What is wrong with a revision, as far as it was read."""
    if not revision.errors:
        return
    found = plural(len(revision.errors), "error")
    yield (
        f"\n**{_name(revision)} has {found}** in what was read of it, so this may not be"
        " all:\n\n"
    )
    for error in revision.errors[:ERRORS]:
        at = error.position
        yield (
            f"- {code(f'{at.path}:{at.line}:{at.column}')} {error.code}"
            f" {code(error.message)}\n"
        )
    if len(revision.errors) > ERRORS:
        yield f"- and {len(revision.errors) - ERRORS:,} more\n"


def code(text: object) -> str:
    """Any text in code marks, in one line, none of it read as Markdown; nothing for an
    empty one.
    """
    words = printable(" ".join(str(text).split())).replace(
        "|", "¦"
    )  # a bar would end the cell, even within code marks
    if not words:
        return ""
    if len(words) > LONGEST:
        words = f"{words[:LONGEST]}… (and {len(words) - LONGEST:,} characters)"
    fence = "`" * (max(map(len, re.findall("`+", words)), default=0) + 1)
    pad = " " if words[0] == "`" or words[-1] == "`" else ""
    return f"{fence}{pad}{words}{pad}{fence}"
