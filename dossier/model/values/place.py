"""Countries, territories and towns that a map can show, by their names."""

from collections.abc import Hashable
from dataclasses import dataclass

from dossier.model.data import Data
from dossier.model.forms import Form
from dossier.model.kinds import RecordKind
from dossier.model.schema import Schema, known
from dossier.model.values.base import Field, Lookups, ValueType
from dossier.model.values.drawing import Drawing, Holder
from dossier.model.values.pieces import Piece, PlacePiece
from dossier.model.values.text import one_paragraph


@dataclass(frozen=True)
class PlaceName(Form):
    """A value that names a place."""

    name: str
    territory: str = ""
    # Its ISO 3166 code where it is a country or territory: one may go by several names.


class PlaceType(ValueType[PlaceName]):
    """The name of a place."""

    id = "place"
    forms = (PlaceName,)
    about = "the name of a country or territory, or of a place of places.yaml"
    drawn = dict.fromkeys(Holder, Drawing.MAP)

    def read(self, text: str, field: Field, lookups: Lookups) -> PlaceName:
        """A name; whether there is such a place, a check tells."""
        name = one_paragraph(text)
        return PlaceName(name, lookups.territory(name))

    def schema(self, field: Field) -> Schema:
        """One of those that the site or the world has."""
        return known(RecordKind.PLACE)

    def meaning(self, value: PlaceName) -> Hashable:
        """Its territory, which may go by several names; else its name."""
        return value.territory or value.name

    def written(self, value: PlaceName) -> tuple[str, ...]:
        """The name."""
        return (value.name,)

    def said(self, value: PlaceName, field: Field) -> Piece:
        """Its name."""
        return PlacePiece(value.name, value.territory)

    def names(self, value: PlaceName) -> tuple[tuple[RecordKind, str], ...]:
        """The place."""
        return ((RecordKind.PLACE, value.name),)

    def data(self, value: PlaceName) -> dict[str, Data]:
        """The name."""
        return {"type": "place", "name": value.name}


PLACE = PlaceType()
