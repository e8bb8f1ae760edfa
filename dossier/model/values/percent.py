"""Shares and changes in per cent."""

from collections.abc import Iterable

from dossier.model.quantities import FIGURE, Numeric
from dossier.model.schema import Schema, matching
from dossier.model.values.base import Field, Lookups, Misread
from dossier.model.values.figures import QuantityType, read_figure
from dossier.model.values.loose_ranges import ranges_meant
from dossier.model.values.loose_shares import shares_meant
from dossier.model.values.meant import Candidate
from dossier.model.values.pieces import FigureStyle

PERCENT_HELP = "Write it like `26%` or `nearly 10%`."
A_PERCENTAGE = matching(f"{FIGURE}%", PERCENT_HELP)


class PercentType(QuantityType):
    """A number of hundredths."""

    id = "percent"
    about = "a quantity with `%` behind it"
    style = FigureStyle.PERCENT
    takes_sign = True

    def read(self, text: str, field: Field, lookups: Lookups) -> Numeric:
        """A figure with the sign for per cent as its unit."""
        number = read_figure(text, PERCENT_HELP)
        if number.counted != ("%", ""):
            raise Misread("V003", "is not a percentage.", PERCENT_HELP)
        return number

    def meant(self, text: str, field: Field) -> Iterable[Candidate]:
        """The same share with our sign."""
        return (*shares_meant(text), *ranges_meant(text, shares_meant))

    def schema(self, field: Field) -> Schema:
        """A number and the sign."""
        return A_PERCENTAGE


PERCENT = PercentType()
