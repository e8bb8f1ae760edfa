"""How many times as much: 3x, over 2.5x."""

from collections.abc import Iterable

from dossier.model.quantities import FIGURE, Numeric
from dossier.model.schema import Schema, matching
from dossier.model.values.base import Field, Lookups, Misread
from dossier.model.values.figures import QuantityType, read_figure
from dossier.model.values.loose_ranges import ranges_meant
from dossier.model.values.loose_shares import factors_meant
from dossier.model.values.meant import Candidate
from dossier.model.values.pieces import FigureStyle

FACTOR_HELP = "Write it like `3x` or `over 2.5x`."
A_FACTOR = matching(f"{FIGURE}x", FACTOR_HELP)


class FactorType(QuantityType):
    """So many times as much."""

    id = "factor"
    about = "how many times as much, with `x` behind it"
    style = FigureStyle.TIMES

    def read(self, text: str, field: Field, lookups: Lookups) -> Numeric:
        """A figure with the sign for times."""
        number = read_figure(text, FACTOR_HELP)
        if number.counted != ("x", ""):
            raise Misread("V003", "is no factor.", FACTOR_HELP)
        return number

    def meant(self, text: str, field: Field) -> Iterable[Candidate]:
        """The same number with our sign."""
        return (*factors_meant(text), *ranges_meant(text, factors_meant))

    def schema(self, field: Field) -> Schema:
        """A number and the sign."""
        return A_FACTOR


FACTOR = FactorType()
