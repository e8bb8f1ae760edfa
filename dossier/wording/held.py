"""The figures and dates of a text that some quotes hold, and those that none does."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from dossier.figures.dates import Day
from dossier.figures.days import find_days
from dossier.figures.figure import Figure, FigureKind
from dossier.figures.figures import find_figures

NAMING = frozenset({FigureKind.ORDINAL, FigureKind.SHARE, FigureKind.LABEL})
"""What is a word more than a figure: the first, the largest, half of it, iPhone 13."""
DIGIT = re.compile(r"\d")
DateSpan = tuple[date, date]
"""The first and the last day that a date may mean."""


def figures_of(text: str) -> tuple[str, ...]:
    """Each figure and date of a text, as printed there."""
    return tuple(dict.fromkeys(one.text for one in _measured(text)))


def without_quote(
    text: str, quotes: Sequence[tuple[str, str]], dates: Sequence[DateSpan] = ()
) -> Iterator[str]:
    """Each of them that no quote holds, and of the dates none of some others; a quote comes
    with its language.
    """
    told: list[Figure | Day] = []
    for words, language in quotes:
        told += (*find_figures(words, language), *find_days(words, language))
    ours = (one for one in _measured(text) if not _within(one, dates))
    unlike = (one.text for one in ours if not any(_same(one, other) for other in told))
    yield from dict.fromkeys(
        text for text in unlike if not any(_stands_in(text, words) for words, _ in quotes)
    )


def _measured(text: str) -> tuple[Figure | Day, ...]:
    days = find_days(text)
    return (
        *(
            one
            for one in _figures(text)
            if not any(day.overlaps(one.start, one.end) for day in days)
        ),
        *days,
    )


def _within(one: Figure | Day, dates: Sequence[DateSpan]) -> bool:
    """Whether a date lies in a span, or a span in it, as far as the words tell."""
    if isinstance(one, Figure) or not one.year:
        return False
    if one.decade:
        return any(
            first.year // 10 <= one.year // 10 <= last.year // 10 for first, last in dates
        )
    return any(
        (first.year, first.month if one.month else 0)
        <= (one.year, one.month)
        <= (last.year, last.month if one.month else 0)
        for first, last in dates
    )


def _figures(text: str) -> Iterator[Figure]:
    """The figures of a text that say how many, and not which."""
    for one in find_figures(text):
        if one.kind not in NAMING and (
            DIGIT.search(one.text) or one.kind is not FigureKind.PLAIN
        ):
            yield one


def _same(one: Figure | Day, other: Figure | Day) -> bool:
    """Whether two say the same number of the same sort, or the same date, whatever stands
    beside them.
    """
    if isinstance(one, Figure) and isinstance(other, Figure):
        return (one.value, one.high) == (other.value, other.high) and _is_like(one, other)
    return isinstance(one, Day) and isinstance(other, Day) and _date(one) == _date(other)


def _date(one: Day) -> tuple[int, int, int]:
    return one.year, one.month, one.day


def _is_like(one: Figure, other: Figure) -> bool:
    plain = FigureKind.PLAIN in (one.kind, other.kind) and not one.units & other.units
    return (
        one.kind is other.kind and (not one.units or bool(one.units & other.units))
    ) or plain


def _stands_in(text: str, words: str) -> bool:
    """Whether the very words stand in a quote, as whole words and whole numbers."""
    return bool(
        re.search(rf"(?<![\w.,]){re.escape(text)}(?![\w]|[.,]\d)", words, re.IGNORECASE)
    )
