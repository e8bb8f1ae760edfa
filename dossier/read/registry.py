"""`properties.yaml` and `entities.yaml`: what can be said, and about whom."""

from collections.abc import Mapping
from types import MappingProxyType

from dossier.collect import AlreadyNoted, Refused
from dossier.model.entities import Entity, EntityKind
from dossier.model.places import Place
from dossier.model.promises import PromiseKind
from dossier.model.schema import Schema, but, having, known, lacking, matching, one_of, when
from dossier.model.values import (
    COUNT,
    QUOTATION,
    RECORD,
    TEXT,
    AnyType,
    Duration,
    Field,
    KeyPart,
    Property,
    PropertyPart,
    Sign,
    all_types,
    types_by_id,
)
from dossier.model.values.duration import DURATION_HELP, SPAN
from dossier.read import parsers
from dossier.read.confirming import CONFIRMED
from dossier.read.parts import check_key_part, check_property_part
from dossier.read.qualifiers import DECLARED, check_declared
from dossier.read.shapes import Key, Parser, Spot, bind, object_of, shape, written
from dossier.yaml.nodes import Node, Scalar

NEVER = "never"
MANY_ANSWERS = (TEXT, QUOTATION, RECORD)
"""The types of which a subject can have many answers at one time, so that no second fact is
one too many.
"""


@written(matching(rf"{NEVER}|{SPAN.pattern}", f"{DURATION_HELP} Or write `{NEVER}`."))
def _fresh(node: Node, spot: Spot) -> Duration | None:
    if isinstance(node, Scalar) and node.text == NEVER:
        return None
    return parsers.duration(node, spot)


A_TYPE, A_TYPE_OF_A_KEY, RULES_OF_TYPES = "type", "type-of-a-key", "rules-of-types"
"""What the schema of the site calls the words for types, and what a property of each may
say besides.
"""


@written(known(A_TYPE))
def _type(node: Node, spot: Spot) -> AnyType:
    """A type by the word for it."""
    return parsers.choice_of(types_by_id(), {})(node, spot)


def schemas_of_types() -> Mapping[str, Schema]:
    """What depends on the types that there are."""
    about = {type.id: type.about for type in all_types()}
    rules = (
        when(
            "type",
            [type.id for type in all_types() if type.takes_unit],
            {},
            lacking("unit", "unit_also"),
        ),
        when(
            "type", [type.id for type in all_types() if type.takes_per], {}, lacking("per")
        ),
        when(
            "type",
            [type.id for type in all_types() if type.takes_sign],
            {},
            lacking("sign"),
        ),
    )
    no_record = {word: told for word, told in about.items() if word != RECORD.id}
    return {
        A_TYPE: one_of(about),
        A_TYPE_OF_A_KEY: one_of(no_record),
        RULES_OF_TYPES: {"allOf": [*rules]},
    }


_ONLY_COUNTS_COUNT_PLACES = when("type", [COUNT.id], {}, lacking("places"))
_NEVER_ONE = when("type", [type.id for type in MANY_ANSWERS], lacking("one"))
_OF_TYPES = known(RULES_OF_TYPES)
PER = Key(
    "per",
    parsers.text,
    "For money, a count or a measure: what it is for one of, such as `share`.",
)
SIGN = Key(
    "sign",
    parsers.word_of(Sign),
    "`result` for what can be a loss: that is then below zero.",
    syntax="word",
)

FIELD = shape(
    Key(
        "type",
        Parser(_type.read, known(A_TYPE_OF_A_KEY)),
        "How the value is written.",
        required=True,
        syntax="word",
    ),
    Key(
        "unit",
        parsers.text,
        "For a count: the plural noun it counts, such as `data centres`; for a measure: its"
        " unit.",
    ),
    Key(
        "unit_also",
        parsers.list_of(parsers.text),
        "Other words that sources have for the unit, such as `workers`.",
        syntax="list of words",
    ),
    PER,
    SIGN,
    Key("label", parsers.text, "The column or row heading that readers see."),
    Key("many", parsers.flag, "Whether the value is a list.", syntax="true or false"),
    Key(
        "required",
        parsers.flag,
        "Whether every record must have the key.",
        syntax="true or false",
    ),
    Key(
        "part",
        parsers.word_of(KeyPart),
        "What it is for the whole record, where that is told apart.",
        syntax="word",
    ),
)


@written(but(object_of(FIELD), _OF_TYPES))
def _field(node: Node, spot: Spot) -> Field:
    values = bind(node, FIELD, spot)
    at = values.pop("at")
    if values["type"] is None:
        raise AlreadyNoted(at.position)
    if values["type"] is RECORD:
        message = "a record cannot stand in a record. Make its keys keys of this one."
        raise Refused(at.of("type"), "S005", f"{spot.key('type').trail}: {message}")
    field = _with_fitting_unit(Field(**values), at, spot)
    check_key_part(field, at, spot)
    return field


def _with_fitting_unit(field: Field, at: Place, spot: Spot) -> Field:
    if field.unit and (fault := field.type.fault_of_unit(field.unit)):
        spot.out.add(at.key("unit"), "V003", f"{spot.key('unit').trail}: {fault}")
    told = "other words are for a unit, and there is none. Give `unit`, or delete it."
    wrong = {
        "unit_also": (
            told if field.unit_also and not (field.unit and field.type.takes_unit) else ""
        ),
        "per": (
            "only money, counts and measures are for one of something. Delete it."
            if field.per and not field.type.takes_per
            else ""
        ),
        "sign": (
            "only figures can be results. Delete it."
            if field.sign is not Sign.NONE and not field.type.takes_sign
            else ""
        ),
    }
    for key, fault in wrong.items():
        if fault:
            spot.out.add(at.key(key), "V003", f"{spot.key(key).trail}: {fault}")
    return field


PROPERTY = shape(
    Key("label", parsers.text, "What readers see, in the singular.", required=True, empty=""),
    Key("type", _type, "How values are written.", required=True, syntax="word"),
    Key("unit", parsers.text,
        "For a count: the plural noun it counts; values are then bare numbers. For a measure: its unit."),
    Key("unit_also", parsers.list_of(parsers.text), "Other words that sources have for the unit, such as `workers`.",
        syntax="list of words"),
    Key("also", parsers.list_of(parsers.text), "Other words that sources have for the property, such as `net income`.",
        syntax="list of words"),
    Key("inverse", parsers.text, "For an entity or a role: what those of whom it is said are called on the page of the"
        " entity, such as `Subsidiaries`."),
    Key("qualifiers", DECLARED, "What tells its answers apart, each with its words, or `any`.",
        syntax="map of lists"),
    PER,
    SIGN,
    Key("many", parsers.flag, "Whether a value is a list.", syntax="true or false"),
    Key("places", parsers.flag, "For a count: whether it counts places, so that a map of the same topic tells it too.",
        syntax="true or false"),
    Key("one", parsers.flag, "Whether it has one answer for a time and its qualifiers, so that one fact asks for it.",
        syntax="true or false"),
    Key("fresh", _fresh, "How long a fact may go unchecked, such as P6M, or `never`: it does not go stale.",
        required=True, syntax="duration or never"),
    Key("keys", parsers.map_of(_field), "For a record: its keys, in the order in which they are shown.",
        syntax="map of keys"),
    Key("part", parsers.word_of(PropertyPart), "What its facts are for a dossier, where that is told apart.", syntax="word"),
    Key("promise", parsers.word_of(PromiseKind), "How firmly its facts speak of what is to come; `none` if left out.",
        syntax="word"),
    Key("settled_by", parsers.text, "Of a promise: one sentence that says what would show what became of it."),
    Key("description", parsers.text, "One sentence: what exactly is meant."),
)  # fmt: skip


_KEYS_OF_A_RECORD = when(
    "type", [RECORD.id], {**having("keys"), **lacking("many")}, lacking("keys")
)


@written(
    but(
        object_of(PROPERTY),
        _OF_TYPES,
        _NEVER_ONE,
        _ONLY_COUNTS_COUNT_PLACES,
        _KEYS_OF_A_RECORD,
    )
)
def _property(node: Node, spot: Spot) -> Property:
    """One property; refused as a whole where it cannot be known how its values are written."""
    values = bind(node, PROPERTY, spot)
    at, type, keys = values.pop("at"), values.pop("type"), values.pop("keys", {})
    if type is None or keys.keys() != at.within("keys").entries.keys():
        raise AlreadyNoted(at.position)
    if (type is RECORD) != bool(keys):
        message = (
            f"{spot.trail}: a property has `keys` if, and only if, its type is record."
        )
        raise Refused(at.of("type"), "S002", message)
    own = {
        key: values.pop(key)
        for key in ("unit", "unit_also", "many", "per", "sign")
        if key in values
    }
    field = _with_fitting_unit(Field(type, **own), at, spot)
    if keys and field.many:
        message = (
            f"{spot.key('many').trail}: a record stands for one happening. Make each a fact"
            " of its own."
        )
        spot.out.add(at.key("many"), "S003", message)
    if "places" in values and type is not COUNT:
        spot.out.add(
            at.key("places"),
            "S003",
            f"{spot.key('places').trail}: only a count can count places. Delete it.",
        )
    prop = Property(id=spot.trail, field=field, keys=MappingProxyType(dict(keys)), **values)
    check_property_part(prop, at, spot)
    check_declared(prop, at, spot)
    if prop.one and prop.field.type in MANY_ANSWERS:
        told = (
            f"there can be many answers of type {prop.field.type} at one time. Delete it."
        )
        spot.out.add(at.key("one"), "S003", f"{spot.key('one').trail}: {told}")
    return prop


read_properties = parsers.map_of(_property, least=0)
"""All properties by id. Raises Refused where the file is no mapping."""

ENTITY = shape(
    Key("name", parsers.text, "The name that readers see.", required=True, empty=""),
    Key("kind", parsers.word_of(EntityKind), "What sort of thing it is.", required=True, empty=EntityKind.ORGANISATION,
        syntax="word"),
    Key("also_known_as", parsers.list_of(parsers.text), "Other names, by which texts may speak of it.",
        syntax="list of names"),
    Key("same_as", parsers.list_of(parsers.url), "Addresses of pages about the same thing.", syntax="list of addresses"),
    CONFIRMED,
)  # fmt: skip


@written(object_of(ENTITY))
def _entity(node: Node, spot: Spot) -> Entity:
    return Entity(id=spot.trail, **bind(node, ENTITY, spot))


read_entities = parsers.map_of(_entity, least=0)
"""All entities by id. Raises Refused where the file is no mapping."""
