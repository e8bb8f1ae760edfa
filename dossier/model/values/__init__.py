"""What a claim can answer: the list of all types of value, and what is asked of a value whatever its type.

Each type is a module of its own, and says all there is to know of it; see `base`. Adding one is a module and a line here.
"""

import dataclasses
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass

from dossier.model.dates import PartialDate
from dossier.model.forms import UNSTATED, Form, Plain, Single, Unstated, Value
from dossier.model.values.base import AnyType, Field, Lookups, Misread, ValueType
from dossier.model.values.count import COUNT
from dossier.model.values.date import DATE
from dossier.model.values.duration import DURATION, Duration
from dossier.model.values.entity import ENTITY, Name
from dossier.model.values.flag import FLAG
from dossier.model.values.money import MONEY
from dossier.model.values.parts import INTRODUCE, KeyPart, PropertyPart
from dossier.model.values.percent import PERCENT
from dossier.model.values.place import PLACE, PlaceName
from dossier.model.values.rank import RANK
from dossier.model.values.record import RECORD
from dossier.model.values.text import TEXT

__all__ = [
    "BY_ID",
    "COUNT",
    "DATE",
    "DURATION",
    "ENTITY",
    "FLAG",
    "INTRODUCE",
    "MONEY",
    "PERCENT",
    "PLACE",
    "RANK",
    "RECORD",
    "TEXT",
    "TYPES",
    "UNSTATED",
    "AnyType",
    "Duration",
    "Field",
    "Form",
    "KeyPart",
    "Lookups",
    "Misread",
    "Name",
    "PlaceName",
    "Plain",
    "Property",
    "PropertyPart",
    "Single",
    "Unstated",
    "Value",
    "ValueType",
    "meaning",
    "names_in",
    "places_in",
    "same",
    "written",
]

TYPES: tuple[AnyType, ...] = (TEXT, MONEY, PERCENT, COUNT, RANK, DATE, ENTITY, PLACE, FLAG, RECORD)
"""All that a property can ask for, in the order in which editors and documents list them."""
BY_ID: Mapping[str, AnyType] = {type.id: type for type in TYPES}
_BY_FORM: Mapping[type, AnyType] = {type.form: type for type in (*TYPES, DURATION)}


@dataclass(frozen=True)
class Property:
    """One thing that can be said about a subject, and how it is said."""

    id: str
    label: str
    field: Field
    fresh: Duration | None
    # None: it never goes stale.
    keys: Mapping[str, Field] = dataclasses.field(default_factory=dict)
    # The keys of a record, in the order in which they are shown; empty for every other type.
    description: str = ""
    places: bool = False
    # Whether it counts places: a map of the topic then names it, since what nobody lists is no sign of it.
    part: PropertyPart = PropertyPart.NONE

    @property
    def date_keys(self) -> tuple[str, ...]:
        """The keys of a claim that hold dates of this property: those of its record, or `value` itself."""
        if self.field.type is DATE:
            return ("value",)
        return tuple(key for key, field in self.keys.items() if field.type is DATE)

    @property
    def date_key(self) -> str | None:
        """The key that says when it happened; what has one can stand in a timeline."""
        return next((key for key, field in self.keys.items() if field.type is DATE), None)

    @property
    def introduces(self) -> bool:
        """Whether it says who or what its subject is."""
        return self.part in INTRODUCE

    def date_of(self, value: Value) -> PartialDate | None:
        """When it happened, by one value; None where the property has no date or the value gives none."""
        date = value.get(self.date_key) if self.date_key and isinstance(value, Mapping) else None
        return date if isinstance(date, PartialDate) else None


def same(one: Value, other: Value) -> bool:
    """Whether two values say the same, compared as values and not as they are written."""
    return meaning(one) == meaning(other)


def meaning(value: Value) -> Hashable:
    """What a value says, without how it is written: equal for two values that say the same.

    The keys of a record and the items of a list count in any order, because sources name things in any order.
    """
    if isinstance(value, Mapping):
        return Mapping, frozenset((key, meaning(item)) for key, item in value.items())
    if isinstance(value, tuple):
        return tuple, frozenset(map(meaning, value))
    return type(value), value if value is UNSTATED else _BY_FORM[type(value)].meaning(value)


def names_in(value: Value, key: str = "") -> Iterator[tuple[str, Name]]:
    """Every entity that a value names, with the key of the record that holds it."""
    if isinstance(value, Name):
        yield key, value
    elif isinstance(value, Mapping):
        for inner, item in value.items():
            yield from names_in(item, inner)
    elif isinstance(value, tuple):
        for item in value:
            yield from names_in(item, key)


def places_in(value: Value) -> Iterator[PlaceName]:
    """Every place that a value names."""
    if isinstance(value, PlaceName):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from places_in(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from places_in(item)


def written(value: Value) -> tuple[str, ...]:
    """The texts that a value, or any part of a list or record, may be written with in our files."""
    if isinstance(value, Mapping):
        return tuple(text for item in value.values() for text in written(item))
    if isinstance(value, tuple):
        return tuple(text for item in value for text in written(item))
    return (str(value),) if value is UNSTATED else _BY_FORM[type(value)].written(value)
