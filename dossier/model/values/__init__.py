"""What a claim can answer: the list of all types of value, and what is asked of a value
whatever its type.

Each type is a module of its own, and says all there is to know of it; see `base`. Adding
one is a module and a line here, or a package of somebody else's; so which there are is
asked when it is needed, and nothing is listed while modules load.
"""

import dataclasses
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from typing import cast

from dossier.model.data import Data
from dossier.model.dates import PartialDate
from dossier.model.durations import Duration
from dossier.model.errors import DossierError
from dossier.model.extending import Group, added
from dossier.model.forms import UNSTATED, Form, Plain, Single, Unstated, Value
from dossier.model.kinds import RecordKind
from dossier.model.promises import PromiseKind
from dossier.model.quantities import Numeric
from dossier.model.several import Several
from dossier.model.slugs import is_slug
from dossier.model.values.address import ADDRESS, Address
from dossier.model.values.asking import Ask
from dossier.model.values.base import AnyType, Field, Lookups, Misread, ValueType
from dossier.model.values.count import COUNT
from dossier.model.values.date import DATE
from dossier.model.values.duration import DURATION
from dossier.model.values.entity import ENTITY, Name
from dossier.model.values.factor import FACTOR
from dossier.model.values.flag import FLAG
from dossier.model.values.measure import MEASURE
from dossier.model.values.money import MONEY
from dossier.model.values.parts import INTRODUCE, KeyPart, PropertyPart, Sign
from dossier.model.values.percent import PERCENT
from dossier.model.values.pieces import Piece
from dossier.model.values.place import PLACE, PlaceName
from dossier.model.values.points import POINT_CHANGE
from dossier.model.values.quotation import QUOTATION, Quotation
from dossier.model.values.rank import RANK
from dossier.model.values.ratio import RATIO, Ratio
from dossier.model.values.record import RECORD
from dossier.model.values.text import TEXT
from dossier.model.wording import Wording

__all__ = [
    "ADDRESS",
    "COUNT",
    "DATE",
    "DURATION",
    "ENTITY",
    "FACTOR",
    "FLAG",
    "INTRODUCE",
    "MEASURE",
    "MONEY",
    "PERCENT",
    "PLACE",
    "POINT_CHANGE",
    "QUOTATION",
    "RANK",
    "RATIO",
    "RECORD",
    "TEXT",
    "TYPES",
    "UNSTATED",
    "Address",
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
    "Quotation",
    "Ratio",
    "Several",
    "Sign",
    "Single",
    "Unstated",
    "Value",
    "ValueType",
    "all_types",
    "are_loosely_same",
    "asks",
    "figure_of",
    "growth",
    "is_figure",
    "is_provable",
    "meaning",
    "named",
    "names_in",
    "places_in",
    "said",
    "same",
    "singles_in",
    "type_of",
    "types_by_id",
    "value_data",
    "written",
]

TYPES: tuple[AnyType, ...] = (
    TEXT, QUOTATION, MONEY, PERCENT, POINT_CHANGE, COUNT, MEASURE, FACTOR, RATIO, RANK, DATE, DURATION, ENTITY, PLACE,
    ADDRESS, FLAG, RECORD,
)  # fmt: skip
"""All of ours that a property can ask for, in the order in which editors and documents list
them.
"""


@cache
def all_types() -> tuple[AnyType, ...]:
    """Ours, and those that other packages add. Raises DossierError where one cannot be
    used.
    """
    found = list(TYPES)
    for one in added(Group.VALUES, ValueType):
        if not is_slug(one.part.id) or one.part.id in {type.id for type in found}:
            raise DossierError(
                f"{one.name} cannot be used: {one.part.id!r} is no id for a type, or that"
                " of another."
            )
        found.append(one.part)
    return tuple(found)


@cache
def types_by_id() -> Mapping[str, AnyType]:
    """Every type by the word for it."""
    return {type.id: type for type in all_types()}


@cache
def _by_form() -> Mapping[type, AnyType]:
    """The type that speaks for the values of a class: of several the first."""
    return {form: type for type in reversed(all_types()) for form in type.forms}


@dataclass(frozen=True)
class Property:
    """One thing that can be said about a subject, and how it is said."""

    id: str
    label: str
    field: Field
    fresh: Duration | None
    # None: it never goes stale.
    keys: Mapping[str, Field] = dataclasses.field(default_factory=dict)
    # The keys of a record, in the order in which they are shown; empty for every other
    # type.
    description: str = ""
    places: bool = False
    # Whether it counts places: a map of the topic then names it, since what nobody lists is
    # no sign of it.
    part: PropertyPart = PropertyPart.NONE
    promise: PromiseKind = PromiseKind.NONE
    # How firmly its facts speak of what is to come.
    settled_by: str = ""
    # What would show what became of such a promise, in a sentence.
    qualifiers: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    # What tells its answers apart, and the words for each; none where any will do.
    also: tuple[str, ...] = ()
    # Other words for it, as sources call it.
    inverse: str = ""
    # What those it is said of are called from the other end: of a parent company, its
    # subsidiaries.
    one: bool = False
    # Whether it has one answer for a time and its qualifiers.

    @cached_property
    def end_key(self) -> str | None:
        """The key of its record that says when it was over."""
        return next(
            (key for key, field in self.keys.items() if field.part is KeyPart.END), None
        )

    @cached_property
    def due_key(self) -> str | None:
        """The key of its record that says by when a promise is to be kept."""
        return next(
            (key for key, field in self.keys.items() if field.part is KeyPart.DUE), None
        )

    @property
    def date_keys(self) -> tuple[str, ...]:
        """The keys of a claim that hold dates of this property: those of its record, or
        `value` itself.
        """
        if self.field.type is DATE:
            return ("value",)
        return tuple(key for key, field in self.keys.items() if field.type is DATE)

    @cached_property
    def date_key(self) -> str | None:
        """The key that says when it happened; what has one can stand in a timeline."""
        return next((key for key, field in self.keys.items() if field.type is DATE), None)

    @cached_property
    def names_things(self) -> bool:
        """Whether a value may name things or places, which have pages of their own."""
        fields = (self.field, *self.keys.values())
        return any(field.type in (ENTITY, PLACE) for field in fields)

    @property
    def introduces(self) -> bool:
        """Whether it says who or what its subject is."""
        return self.part in INTRODUCE

    def date_of(self, value: Value) -> PartialDate | None:
        """When it happened, by one value; None where the property has no date or the value
        gives none.
        """
        key = self.date_key
        date = value.get(key) if key and isinstance(value, Mapping) else None
        return date if isinstance(date, PartialDate) else None


def same(one: Value, other: Value) -> bool:
    """Whether two values say the same, compared as values and not as they are written."""
    return meaning(one) == meaning(other)


def meaning(value: Value) -> Hashable:
    """What a value says, without how it is written: equal for two values that say the same.

    The keys of a record and the items of a list count in any order, because sources name
    things in any order.
    """
    if isinstance(value, Mapping):
        return Mapping, frozenset((key, meaning(item)) for key, item in value.items())
    if isinstance(value, tuple):
        return tuple, frozenset(map(meaning, value))
    form = str if isinstance(value, Wording) else type(value)
    return form, value if value is UNSTATED else _by_form()[type(value)].meaning(value)


def are_loosely_same(one: Value, other: Value) -> bool:
    """Whether one of two values says the same as the other, less exactly."""
    if isinstance(one, Mapping) or isinstance(other, Mapping):
        return False
    type = type_of(one)
    return (
        type is not None
        and type is type_of(other)
        and (type.holds(one, other) or type.holds(other, one))
    )


def type_of(value: object) -> AnyType | None:
    """A type that a single value may be of; None for lists, records, what no source stated,
    and all that is no value.

    Types whose values are of one class say the same of them, but for what they are asked
    with a field.
    """
    return _by_form().get(type(value))


def said(value: Single, field: Field) -> Piece:
    """What a single value that stands in or beside a field says to people."""
    return _type_in(value, field).said(value, field)


def asks(value: Single, field: Field) -> Ask | None:
    """What a single value that stands in or beside a field asks of words; None where no
    rule can tell.
    """
    return _type_in(value, field).asks(value, field)


def _type_in(value: Single, field: Field) -> AnyType:
    """The type of a value: that of its field where it fits; beside a field stand periods
    and conversions.
    """
    return field.type if type(value) in field.type.forms else _by_form()[type(value)]


def singles_in(value: Value, key: str = "") -> Iterator[tuple[str, Single]]:
    """Every single value in a value that a source stated, with the key of the record that
    holds it.
    """
    if type(value) in _by_form():  # most are; what is a mapping is dear to tell
        yield key, cast(Single, value)
    elif isinstance(value, Mapping):
        for inner, item in value.items():
            yield from singles_in(item, inner)
    elif isinstance(value, tuple):
        for item in value:
            yield from singles_in(item, key)
    elif value is not UNSTATED:
        yield key, value


def named(value: Single | Unstated) -> tuple[tuple[RecordKind, str], ...]:
    """The things of the site that a single value names: the kind of each, and by what it is
    known.
    """
    kind = type_of(value)
    return kind.names(value) if kind else ()


def names_in(value: Value) -> Iterator[tuple[str, Name]]:
    """Every entity that a value names, with the key of the record that holds it."""
    return ((key, one) for key, one in singles_in(value) if isinstance(one, Name))


def places_in(value: Value) -> Iterator[PlaceName]:
    """Every place that a value names."""
    return (one for _, one in singles_in(value) if isinstance(one, PlaceName))


def is_figure(value: object) -> bool:
    """Whether a value is a number."""
    kind = type_of(value)
    return kind is not None and kind.is_figure


def is_provable(value: object) -> bool:
    """Whether a single value can be compared with words by rule."""
    kind = type_of(value)
    return kind is not None and kind.is_provable


def figure_of(value: object) -> Numeric | None:
    """What a chart draws of a value: a number, or both ends of a range; None where it draws
    nothing.
    """
    kind = type_of(value)
    return kind.figure(value) if kind else None


def growth(before: object, after: object) -> Decimal | None:
    """By how many per cent the second value is more than the first; None where that says
    nothing.
    """
    kind = type_of(before)
    return kind.growth(before, after) if kind and type_of(after) is kind else None


def value_data(value: Value) -> Data:
    """Any value for machines: exact, and with its type."""
    if isinstance(value, Mapping):
        return {
            "type": "record",
            "keys": {key: value_data(part) for key, part in value.items()},
        }
    if isinstance(value, tuple):
        return {"type": "list", "items": [value_data(part) for part in value]}
    return (
        {"type": "unstated"} if value is UNSTATED else _by_form()[type(value)].data(value)
    )


def written(value: Value) -> tuple[str, ...]:
    """The texts that a value, or any part of a list or record, may be written with in our
    files.
    """
    if kind := _by_form().get(type(value)):
        return kind.written(value)
    if isinstance(value, Mapping):
        return tuple(text for item in value.values() for text in written(item))
    if isinstance(value, tuple):
        return tuple(text for item in value for text in written(item))
    return (str(value),)
