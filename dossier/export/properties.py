"""What the facts of the site ask: every property that one of them has."""

from collections.abc import Mapping

from dossier.export.kinds import Export
from dossier.export.values import without_blanks
from dossier.model.addresses import DATA_PROPERTIES
from dossier.model.data import Data
from dossier.model.dossiers import Site
from dossier.model.values import Field, Property, Sign


def _properties(site: Site) -> Mapping[str, Data]:
    asked = {fact.property.id: fact.property for fact in site.facts.values()}
    return {"properties": [_property(asked[id]) for id in sorted(asked)]}


def _property(prop: Property) -> Data:
    """What a fact asks; the keys of a record in the order in which they are shown."""
    fields = {
        key: without_blanks({"label": field.label} | _field(field))
        for key, field in prop.keys.items()
    }
    about = {"id": prop.id, "label": prop.label} | _field(prop.field)
    qualifiers: dict[str, Data] = {
        name: [*words] for name, words in prop.qualifiers.items()
    }
    others: dict[str, Data] = {"also": [*prop.also], "unit_also": [*prop.field.unit_also]}
    return without_blanks(
        {
            **about,
            "description": prop.description,
            **others,
            "qualifiers": qualifiers,
            "inverse": prop.inverse,
            "one": prop.one or None,
            "keys": {**fields},
        }
    )


def _field(field: Field) -> dict[str, Data]:
    """How the values of a field are written, and what they count."""
    sign = "" if field.sign is Sign.NONE else field.sign.value
    return {"type": field.type.id, "unit": field.unit, "per": field.per, "sign": sign}


EXPORT = Export(DATA_PROPERTIES, _properties)
