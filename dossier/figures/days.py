"""Dates in words: 9 August 2021, August 9, Q3 2024, late 2017, the 1990s. A fiscal year is
none: it may lie anywhere.

How dates are printed is told by the file of the language; numbers alone (2021-08-09) are
read the same everywhere.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from dossier.figures.date_forms import Read, date_forms
from dossier.figures.date_words import DateWords, date_words
from dossier.figures.dates import OPPOSITE, Bound, Day
from dossier.figures.grammars import Grammar, grammar_of

REACH = 20  # characters before a date in which the longest of these stands


def find_days(
    text: str, language: str = "", span: tuple[int, int] | None = None
) -> tuple[Day, ...]:
    """The dates of a text, in order; with a span, those that begin or end in it. None where
    its language is not known.
    """
    grammar = grammar_of(language)
    return days_in(text, grammar, span) if grammar else ()


def days_in(
    text: str, grammar: Grammar, span: tuple[int, int] | None = None
) -> tuple[Day, ...]:
    """The same where the grammar is at hand."""
    words = date_words(grammar)
    first, last = span or (0, len(text))
    found: list[Day] = []
    for day in _readings(text, words):
        if not any(day.overlaps(other.start, other.end) for other in found):
            found.append(day)
    listed = sorted(found, key=lambda day: day.start)
    ends = _ends(text, listed, words)
    return tuple(
        replace(day, is_end=True) if day in ends else day
        for day in listed
        if day.overlaps(first, last)
    )


def _ends(text: str, days: list[Day], words: DateWords) -> set[Day]:
    """The dates that a range begins or ends with."""
    ends: set[Day] = set()
    for one, other in pairwise(days):
        if words.range_joint.fullmatch(
            text, one.end, other.start
        ) and not words.moved.search(text, max(0, one.start - 3 * REACH), one.start):
            ends |= {one, other}
    return ends


def _readings(text: str, words: DateWords) -> Iterator[Day]:
    for pattern, read in date_forms(words.grammar).listed:
        for match in pattern.finditer(text):
            parts = {key: value for key, value in match.groupdict().items() if value}
            yield from _days_of(text, match, parts, read, words)


def _days_of(
    text: str, match: "re.Match[str]", parts: dict[str, str], read: Read, words: DateWords
) -> Iterator[Day]:
    """The date of a match; two where it names the first and the last of several days."""
    start = match.start()
    hedge = words.hedged.search(text, max(0, start - REACH), start)
    printed = text[hedge.start() if hedge else start : match.end()]
    year = int(parts.get("year") or f"20{parts.get('yy', '00')}")
    values = {"year": year, "approximate": bool(hedge), **read(parts, words)}
    day = Day(
        start,
        match.end(),
        printed,
        bound=_bound_around(text, start, match.end(), words),
        **values,
    )
    if "first" not in parts:
        yield day
        return
    cut = match.end("first")
    yield replace(day, end=cut, day=int(parts["first"]), is_end=True)
    yield replace(day, start=cut, is_end=True)


def _bound_around(text: str, start: int, end: int, words: DateWords) -> Bound | None:
    first = max(0, start - 4 * REACH)
    head = text[first:start]
    lasted = words.lasted.search(head.rstrip())
    found = [
        (match.start(), bound)
        for bound, ahead, _ in words.bounds
        if not lasted and (match := ahead.search(head))
    ]
    if found:
        place, bound = min(
            found, key=lambda one: one[0]
        )  # the longer phrase: not before, rather than before
        return OPPOSITE[bound] if words.denied.search(head[:place]) else bound
    behind = (bound for bound, _, following in words.bounds if following.match(text, end))
    return next(behind, Bound.LATEST if words.between.search(head) else None)
