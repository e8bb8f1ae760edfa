"""Claim values by the type of their property: the one place that knows how a value of each type is written."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dossier.model.kinds import Kind
from dossier.model.places import Position
from dossier.model.quantities import AMOUNT, Quantity
from dossier.model.schema import ANYTHING, Schema, a_list, described, known, literally, mapping_of, matching
from dossier.model.values import UNSTATED, Field, Name, Plain, Property, Single, Value, ValueType
from dossier.read import parsers
from dossier.read.collect import Refused
from dossier.read.places import place_name
from dossier.read.shapes import Parser, Spot, expect_mapping, expected, refuse
from dossier.read.yaml import Node, Scalar


def read_value(node: Node, prop: Property, spot: Spot) -> Value:
    """The value of a claim. Raises Refused where the node does not fit the property."""
    if _is_unstated(node):
        return UNSTATED
    if prop.field.type is ValueType.RECORD:
        return _record(node, prop, spot)
    return _plain(node, prop.field, spot)


def _is_unstated(node: Node) -> bool:
    return isinstance(node, Scalar) and node.text == UNSTATED


def _plain(node: Node, field: Field, spot: Spot) -> Plain:
    if _is_unstated(node):
        return UNSTATED
    if field.many:
        return parsers.list_of(Parser(lambda item, at: _single(item, field, at), ANYTHING))(node, spot)
    return _single(node, field, spot)


def _single(node: Node, field: Field, spot: Spot) -> Single:
    return SINGLES[field.type](node, field, spot)


def _record(node: Node, prop: Property, spot: Spot) -> Mapping[str, Plain]:
    found: dict[str, Plain] = {}
    mapping = expect_mapping(node, spot)
    for name, pair in mapping.every_pair():
        try:
            found[name] = _plain(pair.node, _field(name, pair.key, prop, spot), spot.key(name))
        except Refused as refused:
            spot.out.note(refused)
    if not mapping.pairs:
        spot.out.add(mapping.at, "S009", f"{spot.trail}: this is empty. Give at least one of: {', '.join(prop.keys)}.")
    for name, field in prop.keys.items():
        if field.required and name not in mapping.pairs:
            spot.out.add(mapping.at, "S002", f"{spot.key(name).trail}: the key is missing; every {prop.id} needs it.")
    return MappingProxyType({name: found[name] for name in prop.keys if name in found})


def _field(name: str, at: Position, prop: Property, spot: Spot) -> Field:
    if name in prop.keys:
        return prop.keys[name]
    hint = expected(name, prop.keys)
    raise Refused(at, "S001", f"{spot.key(name).trail}: unknown key of {prop.id}. {hint}")


def _count(node: Node, field: Field, spot: Spot) -> Quantity:
    """A number without a unit, because the property has it."""
    number = parsers.quantity(node, spot)
    if number.unit and number.unit != field.unit:
        counted = f": the property counts {field.unit}" if field.unit else ""
        raise refuse(node, "V003", spot, f"has a unit. Write the number alone{counted}.")
    return Quantity(number.number, number.scale, field.unit, number.hedge)


def _rank(node: Node, field: Field, spot: Spot) -> Quantity:
    """A place in an order: 1, 2, 3 and so on."""
    place = _count(node, field, spot)
    if place.exact < 1 or place.exact % 1:
        raise refuse(
            node, "V002", spot, "is no place in an order. Write a whole number from 1 on, such as `6` or `about 360`."
        )
    return place


def _percent(node: Node, field: Field, spot: Spot) -> Quantity:
    number = parsers.quantity(node, spot)
    if number.unit != "%":
        raise refuse(node, "V003", spot, "is not a percentage. Write it like `26%` or `nearly 10%`.")
    return number


SINGLES: Mapping[ValueType, Callable[[Node, Field, Spot], Single]] = {
    ValueType.TEXT: lambda node, field, spot: parsers.text(node, spot),
    ValueType.MONEY: lambda node, field, spot: parsers.money(node, spot),
    ValueType.PERCENT: _percent,
    ValueType.COUNT: _count,
    ValueType.RANK: _rank,
    ValueType.DATE: lambda node, field, spot: parsers.date(node, spot),
    ValueType.ENTITY: lambda node, field, spot: Name(parsers.slug(node, spot)),
    ValueType.PLACE: lambda node, field, spot: place_name(node, spot),
    ValueType.FLAG: lambda node, field, spot: parsers.flag(node, spot),
}
"""How one value of each type is read; a record is made of these."""


def _a_count(field: Field) -> Schema:
    unit = f"(?: {literally(field.unit)})?" if field.unit else ""
    return matching(AMOUNT + unit, "Write the number alone, such as `91` or `over 1 trillion`.", ("string", "number"))


SCHEMAS: Mapping[ValueType, Callable[[Field], Schema]] = {
    ValueType.TEXT: lambda field: parsers.text.schema,
    ValueType.MONEY: lambda field: parsers.money.schema,
    ValueType.PERCENT: lambda field: matching(f"{AMOUNT}%", "Write it like `26%` or `nearly 10%`."),
    ValueType.COUNT: _a_count,
    ValueType.RANK: lambda field: {**_a_count(field), "minimum": 1},
    ValueType.DATE: lambda field: parsers.date.schema,
    ValueType.ENTITY: lambda field: known(Kind.ENTITY),
    ValueType.PLACE: lambda field: place_name.schema,
    ValueType.FLAG: lambda field: parsers.flag.schema,
}
"""What one value of each type looks like to an editor."""


def schema_of(prop: Property) -> Schema:
    """What a claim of this property may have as its value."""
    if prop.field.type is not ValueType.RECORD:
        return _schema_of_field(prop.field)
    keys = {name: described(_schema_of_field(field), told_field(name, field)) for name, field in prop.keys.items()}
    required = [name for name, field in prop.keys.items() if field.required]
    return _or_unstated({**mapping_of(keys, required), "minProperties": 1})


def told_field(name: str, field: Field) -> str:
    """What a key of a record holds, in a few words."""
    return f"{field.label or name} ({field.type}{', a list' if field.many else ''})."


def _schema_of_field(field: Field) -> Schema:
    single = SCHEMAS[field.type](field)
    return _or_unstated(a_list(single, distinct=True) if field.many else single)


def _or_unstated(schema: Schema) -> Schema:
    """One pattern rather than two choices, where that will do: what an editor says of it is then clearer."""
    if "pattern" in schema:
        return {**schema, "pattern": f"^{UNSTATED}$|{schema['pattern']}"}
    return {"anyOf": [schema, {"const": UNSTATED.value}]}
