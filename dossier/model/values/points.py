"""Changes in percentage points and basis points: -6.4 points, over 1000 basis points."""

from collections.abc import Iterable

from dossier.model.late import late_pattern
from dossier.model.quantities import FIGURE, Numeric
from dossier.model.schema import Schema, matching
from dossier.model.units import BASIS_POINTS, POINTS
from dossier.model.values.base import Field, Lookups, Misread
from dossier.model.values.figures import QuantityType, read_figure
from dossier.model.values.loose_ranges import ranges_meant
from dossier.model.values.loose_shares import points_meant
from dossier.model.values.meant import Candidate
from dossier.model.values.pieces import FigureStyle

POINTS_HELP = "Write it like `-6.4 points` or `over 1000 basis points`."
ONE_POINT = late_pattern(r"(?<![\d.])1(?:\.0+)? (?:basis )?point$")
"""A single one, which needs no plural."""
SOME_POINTS = matching(f"{FIGURE} (?:basis )?points?", POINTS_HELP)


class PointsType(QuantityType):
    """The difference of two percentages; a percentage of one is another thing."""

    id = "points"
    about = "a difference of two percentages, in `points` or `basis points`"
    style = FigureStyle.POINTS
    takes_sign = True

    def read(self, text: str, field: Field, lookups: Lookups) -> Numeric:
        """A figure in points or basis points."""
        number = read_figure(ONE_POINT.sub(r"\g<0>s", text), POINTS_HELP)
        if number.unit not in (POINTS, BASIS_POINTS) or number.per:
            raise Misread("V003", "has no points.", POINTS_HELP)
        return number

    def meant(self, text: str, field: Field) -> Iterable[Candidate]:
        """The same number with our words."""
        return (*points_meant(text), *ranges_meant(text, points_meant))

    def schema(self, field: Field) -> Schema:
        """A number and one of the two words."""
        return SOME_POINTS


POINT_CHANGE = PointsType()
