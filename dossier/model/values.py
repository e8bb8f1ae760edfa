"""What a claim can answer: the closed set of value types, and when two answers are the same."""

import dataclasses
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from dossier.model.dates import PartialDate
from dossier.model.quantities import Quantity


class ValueType(StrEnum):
    """How the values of a property are written and compared."""

    TEXT = "text"  # words of our own, or a short phrase
    MONEY = "money"  # an amount with its ISO 4217 code
    PERCENT = "percent"
    COUNT = "count"  # a number of the property's unit
    RANK = "rank"  # a place in an order: 6, about 360
    DATE = "date"  # EDTF
    ENTITY = "entity"  # the id of a person, organisation or product
    PLACE = "place"  # a country, territory or town that a map can show, by its name
    FLAG = "flag"  # true or false
    RECORD = "record"  # several named values that belong together


class Unstated(StrEnum):
    """The answer of a source that speaks of the matter and gives no value."""

    UNSTATED = "unstated"


UNSTATED: Final = Unstated.UNSTATED


@dataclass(frozen=True)
class Name:
    """A value that names an entity by its id."""

    entity: str


@dataclass(frozen=True)
class PlaceName:
    """A value that names a place."""

    name: str
    territory: str = ""
    # Its ISO 3166 code where it is a country or territory: one may go by several names.


Single: TypeAlias = str | bool | Quantity | PartialDate | Name | PlaceName
Plain: TypeAlias = Single | tuple[Single, ...] | Unstated
Value: TypeAlias = Plain | Mapping[str, Plain]


@dataclass(frozen=True)
class Field:
    """What may stand in one place: the value of a property, or one key of a record."""

    type: ValueType
    unit: str = ""
    label: str = ""
    many: bool = False
    required: bool = False


@dataclass(frozen=True)
class Horizon:
    """How long a fact may go unchecked: an ISO 8601 duration in years, months and days."""

    years: int = 0
    months: int = 0
    days: int = 0

    def __str__(self) -> str:
        """The ISO 8601 text."""
        parts = ((self.years, "Y"), (self.months, "M"), (self.days, "D"))
        return "P" + ("".join(f"{number}{letter}" for number, letter in parts if number) or "0D")


@dataclass(frozen=True)
class Property:
    """One thing that can be said about a subject, and how it is said."""

    id: str
    label: str
    field: Field
    fresh: Horizon | None
    # None: it never goes stale.
    keys: Mapping[str, Field] = dataclasses.field(default_factory=dict)
    # The keys of a record, in the order in which they are shown; empty for every other type.
    description: str = ""

    @property
    def date_key(self) -> str | None:
        """The key that says when it happened; what has one can stand in a timeline."""
        return next((key for key, field in self.keys.items() if field.type is ValueType.DATE), None)

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
    if isinstance(value, Quantity):
        return Quantity, value.exact, value.unit, value.hedge
    if isinstance(value, PlaceName):
        return PlaceName, value.territory or value.name
    if isinstance(value, Mapping):
        return Mapping, frozenset((key, meaning(item)) for key, item in value.items())
    if isinstance(value, tuple):
        return tuple, frozenset(map(meaning, value))
    return type(value), value


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
    if isinstance(value, Quantity):
        return (str(value), str(dataclasses.replace(value, unit="")))  # a count is written without its unit
    return (_word(value),)


def _word(value: str | bool | PartialDate | Name | PlaceName) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, Name):
        return value.entity
    return value.name if isinstance(value, PlaceName) else str(value)
