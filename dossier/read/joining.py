"""Files of one kind as one mapping: a register such as the entities is a file, files in a
folder of its name, or both.
"""

from collections.abc import Iterable

from dossier.collect import Findings
from dossier.yaml.nodes import MappingNode, Node, Pair, shorten


def join(nodes: Iterable[Node], out: Findings) -> Node | None:
    """The pairs of all files, in their order; of two with one key the first, and a finding
    names both.

    None where there is no file. What is no mapping is told alone, because its reader will
    say so and stop.
    """
    listed = [*nodes]
    mappings = [node for node in listed if isinstance(node, MappingNode)]
    if len(listed) < 2 or len(mappings) < len(listed):
        return next(
            (node for node in listed if not isinstance(node, MappingNode)),
            listed[0] if listed else None,
        )
    return _joined(mappings, out)


def _joined(mappings: list[MappingNode], out: Findings) -> MappingNode:
    pairs: dict[str, Pair] = {}
    again: list[tuple[str, Pair]] = []
    for mapping in mappings:
        again += mapping.again
        for name, pair in mapping.pairs.items():
            first = pairs.setdefault(name, pair)
            if first is not pair:
                where = f"{first.key.path}:{first.key.line}"
                out.add(
                    pair.key,
                    "L006",
                    f"{shorten(name)!r} stands already in {where}. Keep one of the two.",
                )
                again.append((name, pair))
    return MappingNode(pairs, mappings[0].at, tuple(again))
