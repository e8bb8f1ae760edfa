"""Numbers of things, which the property names."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import ClassVar

from dossier.model.quantities import FIGURE, Numeric
from dossier.model.schema import Schema, literally, matching
from dossier.model.several import SEVERAL, Several
from dossier.model.values.base import Field, Lookups, Misread
from dossier.model.values.drawing import Drawing, Holder
from dossier.model.values.figures import (
    PER_ONE,
    Counted,
    QuantityType,
    counting,
    for_one_of,
    read_figure,
)
from dossier.model.values.loose_counts import counts_meant, several_meant
from dossier.model.values.loose_ranges import ranges_meant
from dossier.model.values.meant import Candidate
from dossier.model.values.pieces import FigureStyle

COUNT_HELP = "Write the number alone, such as `91` or `over 1 trillion`."
NUMBER_HELP = (
    "Write a number, such as `91`, `over 1200` or `10000 to 15000`, or one of these words: "
    + ", ".join(SEVERAL)
    + "."
)


class CountType(QuantityType):
    """A number of the property's unit."""

    id = "count"
    about = "a quantity without its unit, which the property names"
    style = FigureStyle.PLAIN
    forms = (*QuantityType.forms, Several)
    drawn: ClassVar[Mapping[Holder, Drawing]] = {
        **QuantityType.drawn,
        Holder.EVENT: Drawing.SIZES,
    }
    takes_unit = takes_per = takes_sign = True

    def read(self, text: str, field: Field, lookups: Lookups) -> Counted:
        """A number without a unit, because the property has it; or the words that a source
        has for one.
        """
        return (
            Several(text, field.unit)
            if text in SEVERAL
            else without_other_unit(read_figure(text, NUMBER_HELP), field)
        )

    def meant(self, text: str, field: Field) -> Iterable[Candidate]:
        """The number alone."""
        return (
            *several_meant(text, field.unit),
            *counts_meant(text, field.unit),
            *ranges_meant(text, partial(counts_meant, unit=field.unit)),
        )

    def schema(self, field: Field) -> Schema:
        """A number, alone or with the unit of the property."""
        return a_count(field, f"(?:{FIGURE}|{'|'.join(SEVERAL)})")


COUNT = CountType()


def without_other_unit(number: Numeric, field: Field) -> Numeric:
    """A figure in the unit of the field. Raises Misread where it has another."""
    if number.unit and number.unit != field.unit:
        counted = f": the property counts {field.unit}" if field.unit else ""
        raise Misread("V003", f"has a unit{counted}.", "Write the number alone.")
    if number.per and not field.type.takes_per:
        raise Misread("V003", f"is per {number.per}.", "Write the number alone.")
    whole = for_one_of(number, field)
    return counting(whole, field.unit, whole.per)


def a_count(field: Field, numbers: str = FIGURE) -> Schema:
    """What such a number looks like."""
    unit = f"(?: {literally(field.unit)})?" if field.unit else ""
    return matching(
        numbers + unit + (PER_ONE if field.type.takes_per else ""),
        COUNT_HELP,
        ("string", "number"),
    )
