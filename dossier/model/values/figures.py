"""What all types have in common whose values are quantities: a number with its scale, unit and hedge."""

from collections.abc import Hashable
from dataclasses import replace

from dossier.model.quantities import Quantity, suggest_hedge
from dossier.model.values.base import Misread, ValueType

QUANTITY_HELP = "Write it like `over 2.5 billion CNY`, `nearly 10%` or `91`."


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
        return Quantity.parse(text)
    except ValueError:
        near = suggest_hedge(text)
        hint = f"Did you mean {near!r}?" if near else QUANTITY_HELP
        raise Misread("V002", f"is not a quantity. {hint}") from None
