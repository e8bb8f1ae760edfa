"""`properties.yaml` and `entities.yaml`: what can be said, and about whom."""

from collections.abc import Mapping

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
from dossier.read.shapes import (
    ELSEWHERE,
    Key,
    Parser,
    Spot,
    bind,
    object_of,
    reads,
    record_of,
    shape,
    taking,
    written,
)
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
    Field,
    type=reads(
        Parser(_type.read, known(A_TYPE_OF_A_KEY)),
        "How the value is written.",
        needed=True,
        syntax="word",
    ),
    unit=reads(
        parsers.text,
        "For a count: the plural noun it counts, such as `data centres`; for a measure: its"
        " unit.",
    ),
    unit_also=reads(
        parsers.list_of(parsers.text),
        "Other words that sources have for the unit, such as `workers`.",
        syntax="list of words",
    ),
    per=taking(PER),
    sign=taking(SIGN),
    label=reads(parsers.text, "The column or row heading that readers see."),
    many=reads(parsers.flag, "Whether the value is a list.", syntax="true or false"),
    required=reads(
        parsers.flag,
        "Whether every record must have the key.",
        syntax="true or false",
    ),
    part=reads(
        parsers.word_of(KeyPart),
        "What it is for the whole record, where that is told apart.",
        syntax="word",
    ),
)


@written(but(object_of(FIELD), _OF_TYPES))
def _field(node: Node, spot: Spot) -> Field:
    values = bind(node, FIELD, spot)
    at: Place = values["at"]
    field = FIELD.made(values)
    if field.type is RECORD:
        message = "a record cannot stand in a record. Make its keys keys of this one."
        raise Refused(at.of("type"), "S005", f"{spot.key('type').trail}: {message}")
    _note_unit(field, at, spot)
    check_key_part(field, at, spot)
    return field


def _note_unit(field: Field, at: Place, spot: Spot) -> None:
    """Note a unit, or what goes with one, that does not fit the type."""
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


NO_KEYS: Mapping[str, Field] = {}
NO_QUALIFIERS: Mapping[str, tuple[str, ...]] = {}


def _with_field(
    *,
    id: str,
    label: str,
    type: AnyType,
    fresh: Duration | None,
    unit: str = "",
    unit_also: tuple[str, ...] = (),
    also: tuple[str, ...] = (),
    inverse: str = "",
    qualifiers: Mapping[str, tuple[str, ...]] = NO_QUALIFIERS,
    per: str = "",
    sign: Sign = Sign.NONE,
    many: bool = False,
    places: bool = False,
    one: bool = False,
    keys: Mapping[str, Field] = NO_KEYS,
    part: PropertyPart = PropertyPart.NONE,
    promise: PromiseKind = PromiseKind.NONE,
    settled_by: str = "",
    description: str = "",
) -> Property:
    field = Field(type, unit, many=many, unit_also=unit_also, per=per, sign=sign)
    return Property(
        id,
        label,
        field,
        fresh,
        dict(keys),
        description=description,
        places=places,
        part=part,
        promise=promise,
        settled_by=settled_by,
        qualifiers=qualifiers,
        also=also,
        inverse=inverse,
        one=one,
    )


PROPERTY = shape(
    _with_field,
    id=ELSEWHERE,
    label=reads(parsers.text, "What readers see, in the singular.", required=True, empty=""),
    type=reads(_type, "How values are written.", needed=True, syntax="word"),
    unit=reads(parsers.text,
        "For a count: the plural noun it counts; values are then bare numbers. For a measure: its unit."),
    unit_also=reads(parsers.list_of(parsers.text), "Other words that sources have for the unit, such as `workers`.",
        syntax="list of words"),
    also=reads(parsers.list_of(parsers.text), "Other words that sources have for the property, such as `net income`.",
        syntax="list of words"),
    inverse=reads(parsers.text, "For an entity or a role: what those of whom it is said are called on the page of the"
        " entity, such as `Subsidiaries`."),
    qualifiers=reads(DECLARED, "What tells its answers apart, each with its words, or `any`.",
        syntax="map of lists"),
    per=taking(PER),
    sign=taking(SIGN),
    many=reads(parsers.flag, "Whether a value is a list.", syntax="true or false"),
    places=reads(parsers.flag, "For a count: whether it counts places, so that a map of the same topic tells it too.",
        syntax="true or false"),
    one=reads(parsers.flag, "Whether it has one answer for a time and its qualifiers, so that one fact asks for it.",
        syntax="true or false"),
    fresh=reads(_fresh, "How long a fact may go unchecked, such as P6M, or `never`: it does not go stale.",
        required=True, syntax="duration or never"),
    keys=reads(parsers.map_of(_field), "For a record: its keys, in the order in which they are shown.",
        syntax="map of keys"),
    part=reads(parsers.word_of(PropertyPart), "What its facts are for a dossier, where that is told apart.", syntax="word"),
    promise=reads(parsers.word_of(PromiseKind), "How firmly its facts speak of what is to come; `none` if left out.",
        syntax="word"),
    settled_by=reads(parsers.text, "Of a promise: one sentence that says what would show what became of it."),
    description=reads(parsers.text, "One sentence: what exactly is meant."),
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
    at: Place = values["at"]
    if values.get("keys", NO_KEYS).keys() != at.within("keys").entries.keys():
        raise AlreadyNoted(at.position)
    prop = PROPERTY.made(values, id=spot.trail)
    type = prop.field.type
    if (type is RECORD) != bool(prop.keys):
        message = (
            f"{spot.trail}: a property has `keys` if, and only if, its type is record."
        )
        raise Refused(at.of("type"), "S002", message)
    _note_unit(prop.field, at, spot)
    if prop.keys and prop.field.many:
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
    Entity,
    id=ELSEWHERE,
    name=reads(parsers.text, "The name that readers see.", required=True, empty=""),
    kind=reads(parsers.word_of(EntityKind), "What sort of thing it is.", required=True, empty=EntityKind.ORGANISATION,
        syntax="word"),
    also_known_as=reads(parsers.list_of(parsers.text), "Other names, by which texts may speak of it.",
        syntax="list of names"),
    same_as=reads(parsers.list_of(parsers.url), "Addresses of pages about the same thing.", syntax="list of addresses"),
    confirmed=taking(CONFIRMED),
    at=ELSEWHERE,
)  # fmt: skip


@written(object_of(ENTITY))
def _entity(node: Node, spot: Spot) -> Entity:
    return record_of(node, ENTITY, spot, id=spot.trail)


read_entities = parsers.map_of(_entity, least=0)
"""All entities by id. Raises Refused where the file is no mapping."""
