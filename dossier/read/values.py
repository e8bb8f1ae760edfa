"""Values of claims: one, a list or a record of those that the property asks for, or
`unstated`.

How one of them is written, its type says.
"""

from collections.abc import Collection, Mapping
from functools import partial
from typing import cast

from dossier.collect import Refused
from dossier.model.places import Position
from dossier.model.schema import ANYTHING, Schema, a_list, described, mapping_of
from dossier.model.values import DATE, RECORD, UNSTATED, Field, Plain, Property, Value
from dossier.read import parsers
from dossier.read.shapes import Parser, Spot, expected_key, in_need, wrong_kind
from dossier.yaml.nodes import MappingNode, Node, Scalar


def read_value(
    node: Node, prop: Property, spot: Spot, borrowed: Collection[str] = ()
) -> Value:
    """The value of a claim; the dates that it takes from other facts may be left out of a
    record.

    Raises Refused where the node does not fit the property.
    """
    if _is_unstated(node):
        return UNSTATED
    if prop.field.type is RECORD:
        return _record(node, prop, spot, borrowed)
    return _plain(node, prop.field, spot)


def _is_unstated(node: Node) -> bool:
    return isinstance(node, Scalar) and node.text == UNSTATED


def _plain(node: Node, field: Field, spot: Spot) -> Plain:
    if _is_unstated(node):
        return UNSTATED
    if field.many:
        return parsers.list_of(Parser(partial(parsers.read_as, field), ANYTHING))(
            node, spot
        )
    return cast(Plain, parsers.renewing(field, node, spot))


def _record(
    node: Node, prop: Property, spot: Spot, borrowed: Collection[str]
) -> Mapping[str, Plain]:
    if not isinstance(node, MappingNode):
        raise wrong_kind(node, _keys_told(prop), spot)
    found: dict[str, Plain] = {}
    for name, pair in node.every_pair():
        try:
            found[name] = _plain(
                pair.node, _field(name, pair.key, prop, spot), spot.key(name)
            )
        except Refused as refused:
            needed = name in prop.keys and prop.keys[name].required
            wanted = f"Every {prop.id} needs it."
            spot.out.note(in_need(refused, wanted) if needed else refused)
    if not node.pairs:
        spot.out.add(
            node.at,
            "S009",
            f"{spot.trail}: this is empty. Give at least one of: {', '.join(prop.keys)}.",
        )
    for name, field in prop.keys.items():
        if field.required and name not in node.pairs and name not in borrowed:
            spot.out.add(
                node.at,
                "S002",
                f"{spot.key(name).trail}: the key is missing; every {prop.id} needs it.",
            )
    return {name: found[name] for name in prop.keys if name in found}


def _keys_told(prop: Property) -> str:
    needed = [name for name, field in prop.keys.items() if field.required]
    told = f"the keys of {prop.id} with their values: {', '.join(prop.keys)}"
    return f"{told}; needed: {', '.join(needed)}" if needed else told


def _field(name: str, at: Position, prop: Property, spot: Spot) -> Field:
    if name in prop.keys:
        return prop.keys[name]
    hint = expected_key(name, prop.keys)
    raise Refused(at, "S001", f"{spot.key(name).trail}: unknown key of {prop.id}. {hint}")


def schema_of(prop: Property) -> Schema:
    """What a claim of this property may have as its value."""
    if prop.field.type is not RECORD:
        return _schema_of_field(prop.field)
    keys = {
        name: described(_schema_of_field(field), field_text(name, field))
        for name, field in prop.keys.items()
    }
    # A date may be taken from another fact, which its reason says.
    required = [
        name
        for name, field in prop.keys.items()
        if field.required and field.type is not DATE
    ]
    return or_unstated({**mapping_of(keys, required), "minProperties": 1})


def field_text(name: str, field: Field) -> str:
    """What a key of a record holds, in a few words."""
    return f"{field.label or name} ({field.type}{', a list' if field.many else ''})."


def _schema_of_field(field: Field) -> Schema:
    single = field.type.schema(field)
    return or_unstated(a_list(single, distinct=True) if field.many else single)


def or_unstated(schema: Schema) -> Schema:
    """One pattern rather than two choices, where that will do: what an editor says of it is
    then clearer.
    """
    if "pattern" in schema:
        return {**schema, "pattern": f"^{UNSTATED}$|{schema['pattern']}"}
    return {"anyOf": [schema, {"const": UNSTATED.value}]}
