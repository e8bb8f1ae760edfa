"""Why a figure of the words is not the value, though it looks like it: what it is instead,
and what would be right.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from dossier.figures.figure import Figure, FigureKind
from dossier.model.quantities import Quantity
from dossier.model.units import BASIS_POINTS, POINTS
from dossier.model.values import FACTOR, MONEY, PERCENT, POINT_CHANGE, AnyType, Field
from dossier.prove.words import Words

NOUNS = re.compile(r"[ -]?(?P<noun>[^\W\d_]+(?:[ -][^\W\d_]+)?)")
SCALES = {
    1: "ten",
    2: "a hundred",
    3: "a thousand",
    6: "a million",
    9: "a billion",
    12: "a trillion",
}
KINDS: Mapping[AnyType, FigureKind] = {
    MONEY: FigureKind.MONEY,
    PERCENT: FigureKind.PERCENT,
    POINT_CHANGE: FigureKind.POINTS,
    FACTOR: FigureKind.FACTOR,
}
OF_A_TABLE = "if it is the number of a table, name row, column and scale in `locator`"
Reason = Callable[[Figure, Quantity, Field, Words], str]


def reason_for(
    value: Quantity, field: Field, figures: Sequence[Figure], words: Words
) -> str:
    """Why the figure that looks most like the value is another one; empty where none looks
    like it.
    """
    wanted = Fraction(value.exact)
    alike = [figure for figure in figures if abs(wanted) in _sizes(figure)]
    told = (reason(figure, value, field, words) for figure in alike for reason in REASONS)
    why = next(filter(None, told), "") or next(
        filter(None, (_scale(figure, value) for figure in figures)), ""
    )
    why = why or next(
        filter(None, (_share(figure, value, field) for figure in figures)), ""
    )
    is_cell = field.type is MONEY and any(
        figure.kind is FigureKind.PLAIN and _same_digits(figure, value)
        for figure in figures
    )
    return f"{why}; {OF_A_TABLE}" if is_cell and why else why


def _same_digits(figure: Figure, value: Quantity) -> bool:
    """Whether a number would be the value with a scale."""
    return bool(figure.value and value.exact) and _power_between(figure, value) is not None


def _power_between(figure: Figure, value: Quantity) -> int | None:
    """How many times ten the value is the figure; None where it is not so many."""
    ratio = abs(Fraction(value.exact) / figure.value)
    power = round(math.log10(ratio))
    return power if Fraction(10) ** power == ratio else None


def _sizes(figure: Figure) -> tuple[Fraction, ...]:
    ends = (figure.value,) if figure.high is None else (figure.value, figure.high)
    return tuple(abs(end) for end in ends)


def _denial(figure: Figure, value: Quantity, field: Field, words: Words) -> str:
    return f"the words deny “{figure.text}”" if figure.denied else ""


def _range(figure: Figure, value: Quantity, field: Field, words: Words) -> str:
    return (
        f"“{figure.text}” is a range, and the value is one of its ends: write both, as `A"
        " to B`"
        if figure.high is not None
        else ""
    )


def _bracket(figure: Figure, value: Quantity, field: Field, words: Words) -> str:
    return (
        f"“{figure.text}” may have either sign; quote words that tell it"
        if figure.unclear
        else ""
    )


def _kind(figure: Figure, value: Quantity, field: Field, words: Words) -> str:
    if value.unit in (POINTS, BASIS_POINTS) and BASIS_POINTS in figure.units:
        return (
            ""
            if value.unit == BASIS_POINTS
            else f"“{figure.text}” is in basis points, and the value in points"
        )
    wanted = KINDS.get(field.type, FigureKind.PLAIN)
    is_share = wanted is FigureKind.PERCENT and figure.kind is FigureKind.SHARE
    if (
        figure.kind is wanted
        or is_share
        or (
            wanted is FigureKind.PLAIN
            and field.type not in KINDS
            and figure.kind is FigureKind.ORDINAL
        )
    ):
        return ""
    return f"“{figure.text}” is {figure.kind.value}, and the value is {wanted.value}"


def _currency(figure: Figure, value: Quantity, field: Field, words: Words) -> str:
    if (
        field.type is not MONEY
        or not figure.units
        or value.unit in figure.units | figure.maybe
    ):
        return ""
    return (
        f"“{figure.text}” is in {' or '.join(sorted(figure.units))}, and the value in"
        f" {value.unit}"
    )


def _noun(figure: Figure, value: Quantity, field: Field, words: Words) -> str:
    if not value.unit or field.type in KINDS or figure.kind is not FigureKind.PLAIN:
        return ""
    behind = NOUNS.match(words.view.flat, figure.end)
    if behind and not words.nouns.none_behind.match(words.view.flat, figure.end):
        return f"“{figure.text}” counts “{behind['noun']}”, and the value {value.unit}"
    return (
        f"nothing says that “{figure.text}” counts {value.unit}; it may be a part of a name"
    )


def _sign(figure: Figure, value: Quantity, field: Field, words: Words) -> str:
    if abs(value.exact) == abs(figure.value) and (figure.value < 0) != (value.exact < 0):
        return f"“{figure.text}” has the other sign"
    return ""


REASONS: tuple[Reason, ...] = (_denial, _range, _bracket, _kind, _currency, _noun, _sign)
"""In the order in which they are told."""


def _share(figure: Figure, value: Quantity, field: Field) -> str:
    """How a part is written that no percentage gives to the full: a third is not 33%."""
    if (
        figure.kind is not FigureKind.SHARE
        or field.type is not PERCENT
        or abs(figure.value * 100 - Fraction(value.exact)) >= 1
    ):
        return ""
    bound = f"{figure.hedge} " if figure.hedge else ""
    share = f"{bound}{figure.value.numerator} in {figure.value.denominator}"
    return (
        f"“{figure.text}” is not {value.exact:f}% to the full; write `{share}`, in a"
        " property of type `ratio`"
    )


def _scale(figure: Figure, value: Quantity) -> str:
    """That the digits are the same and the scale is not: 380 million for 380 billion."""
    if not figure.value or not value.exact:
        return ""
    power = _power_between(figure, value)
    if not power:
        return ""
    times = SCALES.get(abs(power), f"10 to the power of {abs(power)}")
    return (
        f"“{figure.text}” is {times} times {'smaller' if power > 0 else 'greater'} than the"
        " value"
    )
