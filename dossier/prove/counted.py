"""Which figures of the words count the same thing as a value: by their currency or unit, or by the
noun behind them.
"""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from dossier.figures.figure import Figure, FigureKind
from dossier.model.quantities import Quantity
from dossier.model.values import MONEY, PERCENT, RANK, Field
from dossier.prove.kinds import SELECTED, as_pence
from dossier.prove.words import Words

STEM = 4  # letters that tell one counted noun from another and outlive its plural and its spelling: centre, centers
BREAK = re.compile(
    r"(?<![A-Za-z0-9])\d|[.,;:()]|(?<=[a-z]) of "
)  # behind it another thing begins: 91 square metres of data centres
NEAR_NOUN = 30  # characters after a number in which the noun stands that it counts: 91 overseas data centres
NAME = re.compile(r"(?:(?<=[a-z0-9,;] )[A-Z][\w'-]*|\b[a-z]+[A-Z]\w*) $")
"""A name before a number that may be a part of it: iPhone 13, Stoxx 50. What begins a
sentence has a capital anyhow.
"""
NAME_REACH = 30  # characters before a number in which a name stands


def figures_of_kind(
    value: Quantity, field: Field, figures: Iterable[Figure], words: Words
) -> list[Figure]:
    """The figures that count the same thing as the value."""
    if field.type is MONEY:
        paid = map(as_pence, figures)
        return [
            figure
            for figure in paid
            if figure.kind is FigureKind.MONEY and value.unit in figure.units | figure.maybe
        ]
    if field.type is PERCENT:
        return [
            figure
            for figure in figures
            if figure.kind in (FigureKind.PERCENT, FigureKind.SHARE)
        ]
    listed = list(figures)
    if is_one := SELECTED.get(field.type):
        return [figure for figure in listed if is_one(figure, value, words.view.flat)]
    if field.type is RANK:
        return _places(listed, words)
    return _counting(value, field.unit_also, listed, words)


def _places(figures: Sequence[Figure], words: Words) -> list[Figure]:
    """The places in an order; where there are none, the numbers that may be such."""
    sure = [
        figure
        for figure in figures
        if figure.kind is FigureKind.ORDINAL and not words.is_date(figure)
    ]
    return sure or [
        figure
        for figure in figures
        if is_bare(figure, words) and _stands_alone(figure, words)
    ]


def _counting(
    value: Quantity, also: Sequence[str], figures: Sequence[Figure], words: Words
) -> list[Figure]:
    """The figures that count what the value does: by the noun behind them; or by none, as a
    part is less than the whole.
    """
    best = [
        figure
        for figure in figures
        if any(_counts(figure, noun, words) for noun in (value.unit, *also))
    ]
    if any(abs(figure.value) >= abs(Fraction(value.exact)) for figure in best):
        return best
    bare = (figure for figure in figures if is_bare(figure, words))
    return best + [
        figure for figure in bare if not value.unit or _stands_alone(figure, words)
    ]


def is_bare(figure: Figure, words: Words) -> bool:
    """Whether a figure has no unit of its own, and is no part of a date."""
    return figure.kind is FigureKind.PLAIN and not words.is_date(figure)


def _stands_alone(figure: Figure, words: Words) -> bool:
    """Whether no noun follows a number that it could count, and no name goes before it: `a
    network of 91`, `91, up`.
    """
    flat = words.view.flat
    is_named = NAME.search(flat, max(0, figure.start - NAME_REACH), figure.start)
    return bool(words.nouns.none_behind.match(flat, figure.end)) and not is_named


def _counts(figure: Figure, noun: str, words: Words) -> bool:
    """Whether a number counts what the value does, by its unit or the noun behind it."""
    if not noun:
        return False
    stem = re.escape(noun.lower().split()[-1][:STEM].rstrip("s"))
    stemmed = re.compile(rf"\b{stem}", re.IGNORECASE)
    if figure.kind in (FigureKind.TIME, FigureKind.POINTS, FigureKind.FACTOR):
        return bool(stemmed.search(" ".join((figure.text, *figure.units))))
    return figure.kind is FigureKind.PLAIN and _names(figure, noun, stemmed, words)


def _names(figure: Figure, noun: str, stemmed: "re.Pattern[str]", words: Words) -> bool:
    """Whether the noun after a number is the one that the value counts, or another name for
    the same thing.
    """
    after = BREAK.split(words.view.flat[figure.end : figure.end + NEAR_NOUN], maxsplit=1)[0]
    names = words.nouns.of(noun)
    if words.nouns.difference.match(after):
        return False
    if measure := words.nouns.measure.match(after):
        unit = measure[0].strip(" -")
        return bool(names.fullmatch(unit) or stemmed.match(unit.split()[-1]))
    return bool(names.search(after) or stemmed.search(after))


def equals(figure: Figure, value: Quantity, *, bare: bool = False) -> bool:
    """Whether a figure is the number of a value; `bare` looks at nothing but the number."""
    if not bare and (figure.high is not None or figure.unclear or figure.denied):
        return False
    said = figure.value * 100 if figure.kind is FigureKind.SHARE else figure.value
    # A verb may carry the sign: "fell 5%" is -5% of a change, and 5% of a fall.
    return said == Fraction(value.exact) or (
        figure.falls and -said == Fraction(value.exact)
    )
