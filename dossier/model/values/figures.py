"""What all types have in common whose values are figures: a number with its scale, unit and
hedge, or a range of two.
"""

import re
from collections.abc import Hashable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import ClassVar, TypeAlias

from dossier.model.data import Data
from dossier.model.quantities import PER, Hedge, Numeric, Quantity, Range, ends_of
from dossier.model.several import Several
from dossier.model.units import POINTS
from dossier.model.values.asking import Ask, AskFigure, AskRange, AskSeveral
from dossier.model.values.base import Field, Misread, ValueType
from dossier.model.values.drawing import Drawing, Holder
from dossier.model.values.pieces import Between, FigurePiece, FigureStyle, Many, Piece

QUANTITY_HELP = "Write it like `over 2.5 billion CNY`, `nearly 10%` or `91`."
RANGE_HELP = (
    "Write the smaller number, `to`, and the greater one with the unit of both, as in `60"
    " to 65 billion USD`."
)

Counted: TypeAlias = Numeric | Several
"""What a number of things can be."""

RATES = frozenset({"", "%", "x", POINTS})
"""Units of which no growth is told: a share of a share tells nobody anything."""
PER_ONE = rf"(?:{PER}\S+(?: \S+)*)?"
"""A pattern for what an amount is for one of."""

REPEATED = frozenset({FigureStyle.MONEY, FigureStyle.PERCENT})
"""Styles whose unit stands at both ends of a range; of others it stands at the end."""

TWO_WAYS = re.compile(r"-?[1-9][0-9]{0,2}\.000")
"""Twenty-four with three decimals that say nothing, or twenty-four thousand as much of
Europe writes it.
"""


TOO_LONG = re.compile(r"(?<![0-9.])[0-9]{19}|\.[0-9]{10}")
DIGITS_HELP = (
    "Write at most 18 digits before the point and 9 behind it, or fewer with a scale, as in"
    " `1.5 trillion`."
)

NEAR = Decimal("0.05")
REACH: Mapping[Hedge, tuple[Decimal | None, Decimal | None]] = {
    Hedge.OVER: (Decimal(0), None),
    Hedge.AT_LEAST: (Decimal(0), None),
    Hedge.ABOUT: (-NEAR, NEAR),
    Hedge.NEARLY: (-NEAR, Decimal(0)),
    Hedge.UP_TO: (None, Decimal(0)),
    Hedge.UNDER: (None, Decimal(0)),
}
"""How far below and above its figure a hedge reaches, in parts of the figure; None where
there is no end.
"""


class QuantityType(ValueType[Counted]):
    """A number as a source gives it, a range, or words that stand for a number."""

    forms: ClassVar[tuple[type, ...]] = (Quantity, Range)
    is_figure = True
    is_provable = True
    drawn: ClassVar[Mapping[Holder, Drawing]] = dict.fromkeys(Holder, Drawing.BARS)
    style: ClassVar[FigureStyle]
    # How its numbers are written for people.

    def meaning(self, value: Counted) -> Hashable:
        """The whole numbers, their unit and their hedge."""
        if isinstance(value, Several):
            return value
        return tuple(end.meaning for end in value.ends), value.hedge

    def holds(self, loose: Counted, exact: Counted) -> bool:
        """A bound, a round figure, a range or words for a number, and a figure without a
        hedge that lies in it.
        """
        if isinstance(exact, Several):
            return False
        if isinstance(loose, Several):
            return (
                loose.unit == exact.unit
                and not exact.hedge
                and all(loose.holds(end.exact) for end in exact.ends)
            )
        (low, unit), *_, (high, _) = (end.meaning for end in loose.ends * 2)
        (first, other), *_, (last, _) = (end.meaning for end in exact.ends * 2)
        if (
            unit != other
            or exact.hedge
            or (not loose.hedge and len(loose.ends) <= len(exact.ends))
        ):
            return False
        below, above = REACH[loose.hedge] if loose.hedge else (Decimal(0), Decimal(0))
        is_above = below is None or low + abs(low) * below <= first
        return is_above and (above is None or last <= high + abs(high) * above)

    def written(self, value: Counted) -> tuple[str, ...]:
        """With its unit, and without what its property may name: what it is for one of, and
        what it counts.
        """
        if isinstance(value, Several):
            return (value.words,)
        texts = (
            (value.written_of(*of) for of in (value.counted, (value.unit, ""), ("", "")))
            if isinstance(value, Quantity)
            else map(str, (value, counting(value, value.unit), counting(value, "")))
        )
        return tuple(dict.fromkeys(texts))

    def said(self, value: Counted, field: Field) -> Piece:
        """The figure with its hedge and unit; of a range both ends, and a noun that they
        count once.
        """
        if isinstance(value, Several):
            return Many(value.words, value.unit)
        if isinstance(value, Quantity):
            return FigurePiece(value, self.style, value.unit or field.unit, value.per)
        last = FigurePiece(value.high, self.style, value.unit or field.unit)
        first = FigurePiece(
            value.low, self.style if self.style in REPEATED else FigureStyle.PLAIN
        )
        return Between(first, last, value.hedge, value.per)

    def asks(self, value: Counted, field: Field) -> Ask:
        """The same figure, with the same bound; of a range both ends."""
        if isinstance(value, Several):
            return AskSeveral(value)
        return (
            AskFigure(value, self.style)
            if isinstance(value, Quantity)
            else AskRange(value, self.style)
        )

    def figure(self, value: Counted) -> Numeric | None:
        """The figure; words for a number have none."""
        return None if isinstance(value, Several) else value

    def growth(self, before: Counted, after: Counted) -> Decimal | None:
        """Of two amounts of one unit; a place in an order has none, and a share of a share
        tells nobody anything.

        Between ranges lies no number: both ends are told.
        """
        if isinstance(before, Several) or isinstance(after, Several):
            return None
        (one, unit), *others = (end.meaning for end in (*before.ends, *after.ends))
        if len(others) != 1 or others[0][1] != unit or unit[0] in RATES or not one:
            return None
        return (others[0][0] - one) / abs(one) * 100

    def data(self, value: Counted) -> dict[str, Data]:
        """As written and as exact decimals, all as text."""
        if isinstance(value, Several):
            least, below = value.bounds
            parts = {"least": f"{least}", "below": f"{below or ''}", "unit": value.unit}
            given: dict[str, Data] = {key: part for key, part in parts.items() if part}
            return {"type": "several", "text": value.words} | given
        if isinstance(value, Quantity):
            return {"type": "quantity"} | quantity_data(value)
        hedge: dict[str, Data] = {"hedge": value.hedge.value} if value.hedge else {}
        ends: dict[str, Data] = {
            "low": quantity_data(value.low),
            "high": quantity_data(value.high),
        }
        return {"type": "range", "text": str(value)} | ends | hedge


def quantity_data(value: Quantity) -> dict[str, Data]:
    """A quantity as written and as an exact decimal, both as text."""
    parts = {
        "number": value.number,
        "scale": value.scale,
        "unit": value.unit,
        "per": value.per,
        "hedge": value.hedge or "",
    }
    said: dict[str, Data] = {key: str(part) for key, part in parts.items() if part != ""}
    return {"text": str(value), "exact": f"{value.exact:f}"} | said


def counting(value: Numeric, unit: str, per: str = "") -> Numeric:
    """The same numbers of a unit, and for one of what."""
    if isinstance(value, Quantity):
        is_same = (value.unit, value.per) == (unit, per)
        return value if is_same else replace(value, unit=unit, per=per)
    return replace(
        value,
        low=replace(value.low, unit=unit, per=per),
        high=replace(value.high, unit=unit, per=per),
    )


def for_one_of(value: Numeric, field: Field) -> Numeric:
    """A figure, for one of what its property names. Raises Misread where it names something
    else.
    """
    if value.per and field.per and value.per != field.per:
        raise Misread(
            "V003",
            f"is per {value.per}, and the property is per {field.per}.",
            "Write the amount alone.",
        )
    return counting(value, value.unit, value.per or field.per)


def read_figure(text: str, form: str = QUANTITY_HELP) -> Numeric:
    """A quantity of whatever unit, or a range of two; `form` says what is right. Raises
    Misread.
    """
    ends = ends_of(text)
    if len(ends) == 1:
        return read_quantity(text, form)
    for end in ends:
        read_quantity(end, form)
    try:
        return Range.parse(text)
    except ValueError as error:
        raise Misread("V011", f"{error}.", RANGE_HELP) from None


def read_quantity(text: str, form: str = QUANTITY_HELP) -> Quantity:
    """A quantity of whatever unit. Raises Misread."""
    if TOO_LONG.search(text):
        raise Misread("V002", "has more digits than a figure is kept with.", DIGITS_HELP)
    try:
        quantity = Quantity.parse(text)
    except ValueError:
        raise Misread("V002", "is not a quantity.", form) from None
    if not quantity.scale and TWO_WAYS.fullmatch(str(quantity.number)):
        raise Misread("V002", "can be read in two ways.", form)
    return quantity
