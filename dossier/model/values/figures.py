"""What all types have in common whose values are quantities: a number with its scale, unit and hedge."""

from dossier.model.quantities import Quantity, suggest_hedge
from dossier.model.values.base import Misread, ValueType

QUANTITY_HELP = "Write it like `over 2.5 billion CNY`, `nearly 10%` or `91`."


class QuantityType(ValueType[Quantity]):
    """A number as a source gives it."""

    is_figure = True


def read_quantity(text: str) -> Quantity:
    """A quantity of whatever unit. Raises Misread."""
    try:
        return Quantity.parse(text)
    except ValueError:
        near = suggest_hedge(text)
        hint = f"Did you mean {near!r}?" if near else QUANTITY_HELP
        raise Misread("V002", f"is not a quantity. {hint}") from None
