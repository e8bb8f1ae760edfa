"""What all types have in common whose values are quantities: a number with its scale, unit and hedge."""

import re
from collections.abc import Hashable
from dataclasses import replace

from dossier.model.quantities import Quantity
from dossier.model.values.base import Misread, ValueType

QUANTITY_HELP = "Write it like `over 2.5 billion CNY`, `nearly 10%` or `91`."

TWO_WAYS = re.compile(r"-?[1-9][0-9]{0,2}\.000")
"""Twenty-four with three decimals that say nothing, or twenty-four thousand as much of Europe writes it."""


class QuantityType(ValueType[Quantity]):
    """A number as a source gives it."""

    form = Quantity
    is_figure = True

    def meaning(self, value: Quantity) -> Hashable:
        """The whole number, its unit and its hedge."""
        return value.exact, value.unit, value.hedge

    def written(self, value: Quantity) -> tuple[str, ...]:
        """With its unit, and as a count is written without it."""
        return str(value), str(replace(value, unit=""))


def read_quantity(text: str) -> Quantity:
    """A quantity of whatever unit. Raises Misread."""
    try:
        quantity = Quantity.parse(text)
    except ValueError:
        raise Misread("V002", "is not a quantity.", QUANTITY_HELP) from None
    if not quantity.scale and TWO_WAYS.fullmatch(str(quantity.number)):
        raise Misread("V002", "can be read in two ways.", QUANTITY_HELP)
    return quantity
