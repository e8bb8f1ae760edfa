"""What all types have in common whose values are quantities: a number with its scale, unit and hedge."""

import re
from collections.abc import Hashable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import ClassVar

from dossier.model.data import Data
from dossier.model.quantities import Quantity
from dossier.model.values.asking import Ask, AskFigure
from dossier.model.values.base import Field, Misread, ValueType
from dossier.model.values.drawing import Drawing, Holder
from dossier.model.values.pieces import Figure, Piece, Style

QUANTITY_HELP = "Write it like `over 2.5 billion CNY`, `nearly 10%` or `91`."

TWO_WAYS = re.compile(r"-?[1-9][0-9]{0,2}\.000")
"""Twenty-four with three decimals that say nothing, or twenty-four thousand as much of Europe writes it."""


class QuantityType(ValueType[Quantity]):
    """A number as a source gives it."""

    forms = (Quantity,)
    is_figure = True
    is_provable = True
    drawn: ClassVar[Mapping[Holder, Drawing]] = dict.fromkeys(Holder, Drawing.BARS)
    style: ClassVar[Style]
    # How its numbers are written for people.

    def meaning(self, value: Quantity) -> Hashable:
        """The whole number, its unit and its hedge."""
        return value.exact, value.unit, value.hedge

    def written(self, value: Quantity) -> tuple[str, ...]:
        """With its unit, and as a count is written without it."""
        return str(value), str(replace(value, unit=""))

    def said(self, value: Quantity, field: Field) -> Piece:
        """The figure with its hedge and unit."""
        return Figure(value, self.style, value.unit or field.unit)

    def asks(self, value: Quantity, field: Field) -> Ask:
        """The same figure, with the same bound."""
        return AskFigure(value, self.style)

    def points(self, value: Quantity) -> tuple[Quantity, ...]:
        """The figure."""
        return (value,)

    def growth(self, before: Quantity, after: Quantity) -> Decimal | None:
        """Of two amounts of one unit; a place in an order has none, and a share of a share tells nobody anything."""
        if before.unit != after.unit or before.unit in ("", "%") or not before.exact:
            return None
        return (after.exact - before.exact) / abs(before.exact) * 100

    def data(self, value: Quantity) -> dict[str, Data]:
        """As written and as an exact decimal, both as text."""
        parts = {"number": str(value.number), "scale": value.scale, "unit": value.unit, "hedge": value.hedge or ""}
        said: dict[str, Data] = {key: str(part) for key, part in parts.items() if part}
        return {"type": "quantity", "text": str(value), "exact": f"{value.exact:f}"} | said


def read_quantity(text: str) -> Quantity:
    """A quantity of whatever unit. Raises Misread."""
    try:
        quantity = Quantity.parse(text)
    except ValueError:
        raise Misread("V002", "is not a quantity.", QUANTITY_HELP) from None
    if not quantity.scale and TWO_WAYS.fullmatch(str(quantity.number)):
        raise Misread("V002", "can be read in two ways.", QUANTITY_HELP)
    return quantity
