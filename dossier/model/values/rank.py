"""Places in an order: 6, about 360."""

from collections.abc import Iterable

from dossier.model.quantities import AMOUNT, Numeric
from dossier.model.schema import Schema
from dossier.model.values.base import Field, Lookups, Misread
from dossier.model.values.count import a_count, without_other_unit
from dossier.model.values.drawing import Drawing, Holder
from dossier.model.values.figures import QuantityType, read_figure
from dossier.model.values.loose_counts import counts_meant, places_meant
from dossier.model.values.meant import Candidate
from dossier.model.values.pieces import FigureStyle

RANK_HELP = "Write a whole number from 1 on, such as `6` or `about 360`."


class RankType(QuantityType):
    """A place in an order: 1, 2, 3 and so on."""

    id = "rank"
    about = "a place in an order: a whole number from 1 on"
    style = FigureStyle.PLACE
    drawn = dict.fromkeys(Holder, Drawing.RANKS)

    def read(self, text: str, field: Field, lookups: Lookups) -> Numeric:
        """A whole number from 1 on."""
        place = without_other_unit(read_figure(text), field)
        number, *others = place.ends
        if others or number.exact < 1 or number.exact % 1:
            raise Misread("V002", "is no place in an order.", RANK_HELP)
        return place

    def meant(self, text: str, field: Field) -> Iterable[Candidate]:
        """The number of the place."""
        return (*places_meant(text), *counts_meant(text, field.unit))

    def schema(self, field: Field) -> Schema:
        """A number from 1 on."""
        return {**a_count(field, AMOUNT), "minimum": 1}


RANK = RankType()
