"""Numbers with units of the world: 2.4 GW, 1.2 million t, 300 km. Exact, and never
converted.
"""

from collections.abc import Iterable
from functools import partial

from dossier.model.hints import expected
from dossier.model.quantities import FIGURE, Numeric
from dossier.model.schema import Schema, literally, matching
from dossier.model.units import UNITS, base_of
from dossier.model.values.base import Field, Lookups, Misread
from dossier.model.values.figures import PER_ONE, QuantityType, for_one_of, read_figure
from dossier.model.values.loose_counts import measures_meant
from dossier.model.values.loose_ranges import ranges_meant
from dossier.model.values.meant import Candidate
from dossier.model.values.pieces import FigureStyle


class MeasureType(QuantityType):
    """A number of a unit of the world; a property may name one, so that all its values
    measure the same.
    """

    id = "measure"
    about = "a quantity with a unit such as MW, km, t or bbl"
    style = FigureStyle.MEASURE
    takes_unit = takes_per = takes_sign = True

    def fault_of_unit(self, unit: str) -> str:
        """A unit that nobody knows could not be compared."""
        return (
            ""
            if unit in UNITS
            else f"{unit!r} is no unit that is known. {expected(unit, UNITS)}"
        )

    def read(self, text: str, field: Field, lookups: Lookups) -> Numeric:
        """A figure in a known unit that measures what the property does."""
        number = read_figure(text)
        if number.unit not in UNITS:
            raise Misread("V003", "has no unit that is known.", _help(field))
        if field.unit and base_of(number.unit)[0] != base_of(field.unit)[0]:
            raise Misread(
                "V003",
                f"measures something else: the property is in {field.unit}.",
                _help(field),
            )
        return for_one_of(number, field)

    def meant(self, text: str, field: Field) -> Iterable[Candidate]:
        """The same number with the sign of its unit."""
        single = partial(measures_meant, unit=field.unit)
        return (*single(text), *ranges_meant(text, single))

    def schema(self, field: Field) -> Schema:
        """A number and one of the signs that measure the same."""
        base = base_of(field.unit)[0]
        signs = "|".join(
            literally(sign)
            for sign, unit in UNITS.items()
            if not field.unit or unit.base == base
        )
        return matching(f"{FIGURE} (?:{signs}){PER_ONE}", _help(field))


def _help(field: Field) -> str:
    return f"Write it with its unit, as in `2.4 {field.unit or 'GW'}`."


MEASURE = MeasureType()
