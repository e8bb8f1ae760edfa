"""Numbers of things, which the property names."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from dossier.model.quantities import AMOUNT, Quantity
from dossier.model.schema import Schema, literally, matching
from dossier.model.values.base import Field, Lookups, Misread
from dossier.model.values.drawing import Drawing, Holder
from dossier.model.values.figures import QuantityType, read_quantity
from dossier.model.values.loose import counts_meant
from dossier.model.values.meant import Meant
from dossier.model.values.pieces import Style

COUNT_HELP = "Write the number alone, such as `91` or `over 1 trillion`."


class CountType(QuantityType):
    """A number of the property's unit."""

    id = "count"
    about = "a quantity without its unit, which the property names"
    style = Style.PLAIN
    drawn: ClassVar[Mapping[Holder, Drawing]] = {**QuantityType.drawn, Holder.EVENT: Drawing.SIZES}
    takes_unit = True

    def read(self, text: str, field: Field, lookups: Lookups) -> Quantity:
        """A number without a unit, because the property has it."""
        return read_count(text, field)

    def meant(self, text: str, field: Field) -> Iterable[Meant]:
        """The number alone."""
        return counts_meant(text, field.unit)

    def schema(self, field: Field) -> Schema:
        """A number, alone or with the unit of the property."""
        return a_count(field)


COUNT = CountType()


def read_count(text: str, field: Field) -> Quantity:
    """A number without a unit other than the field's. Raises Misread."""
    number = read_quantity(text)
    if number.unit and number.unit != field.unit:
        counted = f": the property counts {field.unit}" if field.unit else ""
        raise Misread("V003", f"has a unit{counted}.", "Write the number alone.")
    return Quantity(number.number, number.scale, field.unit, number.hedge)


def a_count(field: Field) -> Schema:
    """What such a number looks like."""
    unit = f"(?: {literally(field.unit)})?" if field.unit else ""
    return matching(AMOUNT + unit, COUNT_HELP, ("string", "number"))
