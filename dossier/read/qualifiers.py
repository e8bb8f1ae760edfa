"""`qualifiers`: what tells the answers to one question apart, declared by a property and
given by a claim.
"""

from collections.abc import Mapping

from dossier.model.claims import CLAIM_KEYS
from dossier.model.hints import expected
from dossier.model.places import Place
from dossier.model.schema import Schema, mapping_of, one_of
from dossier.model.values import RECORD, Property
from dossier.model.values.text import A_TEXT
from dossier.read import parsers
from dossier.read.shapes import Parser, Spot, refuse, written, wrong_kind
from dossier.yaml.nodes import MappingNode, Node, Scalar

ANY = "any"
"""What a property says of a qualifier whose words are not of a closed set."""
_WORDS = parsers.list_of(parsers.text)


def _choices(node: Node, spot: Spot) -> tuple[str, ...]:
    """The words that a qualifier can have; none where it can have any."""
    if isinstance(node, Scalar) and node.text == ANY:
        return ()
    if isinstance(node, Scalar) and node.text.strip():
        raise refuse(
            node,
            "S003",
            spot,
            f"is one word. Write its words as a list, or `{ANY}` where any will do.",
        )
    return _WORDS(node, spot)


DECLARED = parsers.map_of(Parser(_choices, {"anyOf": [{"const": ANY}, _WORDS.schema]}))
"""The qualifiers of a property, by id."""
_EACH = parsers.map_of(parsers.text)


@written(_EACH.schema)
def _given(node: Node, spot: Spot) -> Mapping[str, str]:
    """Those of a claim. Raises Refused."""
    if not isinstance(node, MappingNode):
        raise wrong_kind(
            node, "each qualifier with its words, such as `{basis: GAAP}`", spot
        )
    return _EACH(node, spot)


GIVEN = _given


def check_declared(prop: Property, at: Place, spot: Spot) -> None:
    """Note qualifiers that cannot be told from keys, or that a record has no need of."""
    inside, trail = at.within("qualifiers"), spot.key("qualifiers").trail
    if prop.qualifiers and prop.field.type is RECORD:
        spot.out.add(
            at.key("qualifiers"),
            "S003",
            f"{trail}: a record needs none. Make each a key of it.",
        )
    for name in {key.name for key in CLAIM_KEYS} & prop.qualifiers.keys():
        spot.out.add(
            inside.key(name),
            "S003",
            f"{trail}.{name}: every claim has this key already. Give it another name.",
        )


def hints_of(prop: Property | None) -> Mapping[str, str]:
    """What to say of a qualifier that stands among the keys of a claim."""
    if prop is None:
        return {}
    words = {name: (choices or ("…",))[0] for name, choices in prop.qualifiers.items()}
    return {
        name: f"It is a qualifier of {prop.id}: write `qualifiers: {{{name}: {word}}}`."
        for name, word in words.items()
    }


def check_given(given: Mapping[str, str], prop: Property, at: Place, spot: Spot) -> None:
    """Note qualifiers that the property does not have, and words that are not among its
    own.
    """
    inside, trail = at.within("qualifiers"), spot.key("qualifiers").trail
    for name, word in given.items():
        if name not in prop.qualifiers:
            told = (
                expected(name, prop.qualifiers)
                if prop.qualifiers
                else f"Add it to {prop.id} in properties.yaml, or delete it."
            )
            spot.out.add(
                inside.key(name),
                "S001",
                f"{trail}.{name}: {prop.id} has no such qualifier. {told}",
            )
        elif prop.qualifiers[name] and word not in prop.qualifiers[name]:
            told = expected(word, prop.qualifiers[name])
            spot.out.add(
                inside.of(name),
                "S005",
                f"{trail}.{name}: {word!r} is not an allowed word. {told}",
            )


def schema_of_given(prop: Property) -> Schema:
    """What a claim of this property may give."""
    words = {
        name: one_of(dict.fromkeys(choices, "")) if choices else A_TEXT
        for name, choices in prop.qualifiers.items()
    }
    return {**mapping_of(words, ()), "minProperties": 1}
