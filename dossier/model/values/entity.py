"""People, organisations and products, named by their ids."""

from dataclasses import dataclass

from dossier.model.data import Data
from dossier.model.forms import Form
from dossier.model.kinds import RecordKind
from dossier.model.schema import Schema, known
from dossier.model.slugs import is_slug, not_a_slug
from dossier.model.values.base import Field, Lookups, Misread, ValueType
from dossier.model.values.pieces import EntityName, Piece


@dataclass(frozen=True)
class Name(Form):
    """A value that names an entity by its id."""

    entity: str


class EntityType(ValueType[Name]):
    """The id of an entity or company."""

    id = "entity"
    forms = (Name,)
    about = "the id of an entity or company"

    def read(self, text: str, field: Field, lookups: Lookups) -> Name:
        """An id; whether there is such a thing, a check tells."""
        if not is_slug(text):
            raise Misread("S006", not_a_slug(text))
        return Name(text)

    def schema(self, field: Field) -> Schema:
        """One of those that the site has."""
        return known(RecordKind.ENTITY)

    def written(self, value: Name) -> tuple[str, ...]:
        """The id."""
        return (value.entity,)

    def said(self, value: Name, field: Field) -> Piece:
        """Its name, with the way to its page."""
        return EntityName(value.entity)

    def names(self, value: Name) -> tuple[tuple[RecordKind, str], ...]:
        """The entity."""
        return ((RecordKind.ENTITY, value.entity),)

    def data(self, value: Name) -> dict[str, Data]:
        """The id."""
        return {"type": "entity", "id": value.entity}


ENTITY = EntityType()
