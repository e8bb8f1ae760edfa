"""Lengths of time that are told without a number: a decade, half a year. What is so long
ago is none.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

from dossier.figures.figure import Figure, FigureKind
from dossier.figures.grammars import Grammar
from dossier.figures.hedges import REACH, bounds_of, hedge_around
from dossier.figures.patterns import meaning_by_word, small, whole


@dataclass(frozen=True)
class LengthWords:
    """The patterns for such lengths in one grammar."""

    grammar: Grammar

    @cached_property
    def meant(self) -> Mapping[str, str]:
        """Each of them as a number with its unit."""
        return meaning_by_word(self.grammar.table.spoken_lengths)

    @cached_property
    def told(self) -> "re.Pattern[str]":
        """One of them that is no moment, and no age."""
        return re.compile(
            rf"{whole(self.meant)}(?![ -]?{whole(self.grammar.table.no_length)})",
            re.IGNORECASE,
        )


@lru_cache(maxsize=64)
def length_words(grammar: Grammar) -> LengthWords:
    """The patterns of a grammar, made once."""
    return LengthWords(grammar)


def lengths_in(text: str, grammar: Grammar, span: tuple[int, int]) -> tuple[Figure, ...]:
    """The lengths of a text that begin or end in a span, in order, with their bounds."""
    if not grammar.table.spoken_lengths:
        return ()
    found = (match.span() for match in length_words(grammar).told.finditer(text))
    return tuple(
        _length(text, start, end, grammar)
        for start, end in found
        if start < span[1] and span[0] < end
    )


def _length(text: str, start: int, end: int, grammar: Grammar) -> Figure:
    number, unit = length_words(grammar).meant[small(text[start:end])].split()
    hedge, first, last = hedge_around(text, start, end, bounds_of(grammar), is_time=True)
    is_denied = bool(bounds_of(grammar).denial.search(text[max(0, first - REACH) : first]))
    return Figure(
        FigureKind.TIME, Fraction(number), start, end, frozenset({unit}),
        text=text[first:last], hedge=hedge, hedge_start=first, denied=is_denied,
    )  # fmt: skip
