"""A fact with less to type: its one answer beside its label, and what its property or its
id tells already left out.

Here it becomes the fact with everything written out, before it is read. Keys keep the lines
where they stand.
"""

from collections.abc import Iterable, Mapping

from dossier.model.values import Property
from dossier.read.shapes import Spot
from dossier.read.spreading import Defaults
from dossier.yaml.nodes import MappingNode, Node, Pair, Scalar, Sequence

CLAIMS = "claims"


def filled(
    fact: MappingNode, defaults: Defaults, properties: Mapping[str, Property], spot: Spot
) -> MappingNode:
    """A fact with its property and its label, where they can be told without its word."""
    at, pairs = spot.id_at or fact.at, {**fact.pairs}
    if "property" not in pairs and defaults.property:
        pairs["property"] = defaults.property
    elif "property" not in pairs and spot.trail in properties:
        pairs["property"] = Pair(at, Scalar(spot.trail, at))
    if "label" not in pairs and (prop := pairs.get("property")):
        id = prop.node.text if isinstance(prop.node, Scalar) else ""
        pairs["label"] = Pair(at, Scalar(_label(id, properties, spot.trail), at))
    return fact._replace(pairs=pairs)


def _label(id: str, properties: Mapping[str, Property], otherwise: str) -> str:
    """That of the property; of one that is not known, which is said elsewhere, anything."""
    return properties[id].label if id in properties else otherwise


def unfolded(fact: MappingNode, of_claim: Iterable[str], spot: Spot) -> MappingNode:
    """A fact with its answer under `claims`. Where there are answers already, keys of
    another are a finding each.
    """
    names = frozenset(of_claim)
    beside, others = _parted(fact.pairs.items(), names)
    rest = dict(others)
    if not beside:
        return fact
    again, twice = _parted(fact.again, names)
    if CLAIMS in rest:
        for name, pair in beside:
            told = (
                f"{spot.key(name).trail}: the answers stand under `claims`. Either write"
                " this there, in the answer that it is about, or give one answer and no"
                " `claims`."
            )
            spot.out.add(pair.key, "S001", told)
        return fact._replace(pairs=rest, again=tuple(twice))
    claim = MappingNode(dict(beside), spot.id_at or fact.at, tuple(again))
    first = beside[0][1].key
    whole = {**rest, CLAIMS: Pair(first, Sequence((claim,), first), spot.trail)}
    return fact._replace(pairs=whole, again=tuple(twice))


def _parted(
    pairs: Iterable[tuple[str, Pair]], names: frozenset[str]
) -> tuple[list[tuple[str, Pair]], list[tuple[str, Pair]]]:
    """Those with certain names, and the others."""
    listed = [*pairs]
    return (
        [one for one in listed if one[0] in names],
        [one for one in listed if one[0] not in names],
    )


def is_folded(node: Node) -> bool:
    """Whether a fact has its one answer beside its label."""
    return isinstance(node, MappingNode) and CLAIMS not in node.pairs
