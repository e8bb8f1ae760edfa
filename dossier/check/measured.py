"""The figures and dates of a text that none of some quotes holds."""

import re
from collections.abc import Iterator, Sequence

from dossier.figures.days import Day, find_days
from dossier.figures.figures import Figure, Kind, find_figures

NAMING = frozenset({Kind.ORDINAL, Kind.SHARE, Kind.LABEL})
"""What is a word more than a figure: the first, the largest, half of it, iPhone 13."""
DIGIT = re.compile(r"\d")


def without_quote(text: str, quotes: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Each figure and date of a text, as printed there, that no quote holds; a quote comes with its language."""
    told: list[Figure | Day] = []
    for words, language in quotes:
        told += (*find_figures(words, language), *find_days(words, language))
    ours: tuple[Figure | Day, ...] = (*_figures(text), *find_days(text))
    unlike = (one.text for one in ours if not any(_same(one, other) for other in told))
    yield from dict.fromkeys(text for text in unlike if not any(_stands_in(text, words) for words, _ in quotes))


def _figures(text: str) -> Iterator[Figure]:
    """The figures of a text that say how many, and not which."""
    for one in find_figures(text):
        if one.kind not in NAMING and (DIGIT.search(one.text) or one.kind is not Kind.PLAIN):
            yield one


def _same(one: Figure | Day, other: Figure | Day) -> bool:
    """Whether two say the same number of the same sort, or the same date, whatever stands beside them."""
    if isinstance(one, Figure) and isinstance(other, Figure):
        return (one.value, one.high) == (other.value, other.high) and _is_like(one, other)
    return isinstance(one, Day) and isinstance(other, Day) and _date(one) == _date(other)


def _date(one: Day) -> tuple[int, int, int]:
    return one.year, one.month, one.day


def _is_like(one: Figure, other: Figure) -> bool:
    plain = Kind.PLAIN in (one.kind, other.kind) and not one.units & other.units
    return (one.kind is other.kind and (not one.units or bool(one.units & other.units))) or plain


def _stands_in(text: str, words: str) -> bool:
    """Whether the very words stand in a quote, as whole words and whole numbers."""
    return bool(re.search(rf"(?<![\w.,]){re.escape(text)}(?![\w]|[.,]\d)", words, re.IGNORECASE))
