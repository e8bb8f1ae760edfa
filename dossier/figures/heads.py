"""The head of a table that says what its numbers are: `$ in millions`, `(in Mio. EUR)`,
`单位：百万元`.

What a head says is found by trying: its words are put around a number as a sentence would
have them, and the reader of sentences says whether they make an amount. So all that a
language knows of scales and currencies is known of heads too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from dossier.figures.figure import Figure, FigureKind
from dossier.figures.figures import figures_in
from dossier.figures.grammars import Grammar
from dossier.model.units import UNITS

TOKEN = re.compile(r"[^\s()\[\]:;,|]+")
SHORT = 4  # letters of the words that stand beside a unit and are no scale: in, of, 单位
MOST = 16  # words of a head; what is longer is no head, and would be tried in too many ways
LONGEST = 4  # words of a currency with its scale: millions of Hong Kong dollars


@dataclass(frozen=True)
class Head:
    """What stands around a number in a sentence that says the same: `$` and ` million`."""

    before: str = ""
    behind: str = ""
    is_unit: bool = False
    # Whether it says what is counted, and not only in how many.

    def around(self, number: str) -> str:
        """A number with it."""
        return f"{self.before}{number}{self.behind}"


NO_HEAD = Head()


@lru_cache(maxsize=256)
def read_head(words: str, grammar: Grammar) -> Head | None:
    """What the words of a head say; None where they say nothing, several things, or what is
    not known.
    """
    if len(TOKEN.findall(words)) > MOST:
        return None
    scales, units = _scales(words, grammar), _units(words, grammar)
    if len({power for _, power in scales}) > 1:
        return None
    scale = scales[0][0] if scales else Head()
    found = (
        unit if _scaled(unit, grammar) else _both(scale, unit, grammar) for unit in units
    )
    meant = next((replace(head, is_unit=True) for head in found if head), None)
    head = meant or (scale if scales and not units else None)
    return (
        head
        if head and (scales or _scaled(head, grammar) or not _may_scale(words, head))
        else None
    )


def _may_scale(words: str, head: Head) -> bool:
    """Whether a word beside a unit may be a scale that is not known: `in tysiącach EUR`
    counts no single euros.
    """
    others = (
        part
        for part in TOKEN.findall(words)
        if part not in f"{head.before} {head.behind}".split()
    )
    return any(len(part) > SHORT for part in others)


def _scales(words: str, grammar: Grammar) -> list[tuple[Head, int]]:
    """The scales that the words name, each with what it makes of one."""
    found: list[tuple[Head, int]] = []
    for part in TOKEN.findall(words):
        for head in (*_headed(part, grammar), Head(behind=f" {part}"), Head(behind=part)):
            figure = _figure(head, grammar)
            if figure and figure.kind is FigureKind.PLAIN and figure.value > 1:
                found.append((head, int(figure.value)))
                break
    return found


def _headed(part: str, grammar: Grammar) -> Iterator[Head]:
    """The scale that a part of a word stands for in heads alone: £'000, T€."""
    for power, forms in grammar.table.headed.items():
        word = next(iter(grammar.table.scales.get(power, ())), "")
        rests = {part.removeprefix(form) for form in forms} | {
            part.removesuffix(form) for form in forms
        }
        if part in forms or any(
            rest != part and _is_unit(Head(rest), grammar) for rest in rests
        ):
            yield Head(behind=f" {word}")


def _units(words: str, grammar: Grammar) -> list[Head]:
    """What else the words say of a number, the longest first: a currency, with or without
    its scale; per cent; a unit.
    """
    parts = TOKEN.findall(words)
    runs = (
        parts[at : at + size]
        for size in range(LONGEST, 0, -1)
        for at in range(len(parts) - size + 1)
    )
    tried = [head for run in runs for head in _ways(" ".join(run), grammar)]
    return [head for head in tried if _is_unit(head, grammar)]


def _ways(run: str, grammar: Grammar) -> Iterator[Head]:
    """The ways in which words may stand around a number."""
    yield from (Head(behind=f" {run}"), Head(behind=run), Head(run), Head(f"{run} "))
    if " " not in run:
        yield from (
            Head(run[:at], run[at:]) for at in range(1, len(run)) if run[at].isalpha()
        )
        forms = [form for listed in grammar.table.headed.values() for form in listed]
        for bare in {run.removeprefix(form) for form in forms} | {
            run.removesuffix(form) for form in forms
        }:
            yield from (Head(bare), Head(behind=f" {bare}")) if bare and bare != run else ()


def _is_unit(head: Head, grammar: Grammar) -> bool:
    figure = _figure(head, grammar)
    if figure is None:
        return not head.before and head.behind[1:] in UNITS
    return figure.kind in (FigureKind.MONEY, FigureKind.PERCENT, FigureKind.POINTS)


def _scaled(unit: Head, grammar: Grammar) -> bool:
    """Whether the words of a unit hold the scale too: Mio. EUR."""
    figure = _figure(unit, grammar)
    return figure is not None and figure.value != 1


def _both(scale: Head, unit: Head, grammar: Grammar) -> Head | None:
    """A scale and a unit around one number."""
    both = Head(unit.before, f"{scale.behind}{unit.behind}")
    return both if _figure(both, grammar) or unit.behind.strip() in UNITS else None


def _figure(head: Head, grammar: Grammar) -> Figure | None:
    """The figure that one is with a head around it, where nothing of it is left over or not
    known.
    """
    text = head.around("1")
    figures = figures_in(text, grammar)
    if (
        len(figures) != 1
        or figures[0].unread
        or figures[0].hedge
        or figures[0].high is not None
    ):
        return None
    return figures[0] if (figures[0].start, figures[0].end) == (0, len(text)) else None
