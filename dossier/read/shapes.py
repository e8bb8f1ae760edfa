"""Nodes to typed keys: what a mapping of our files may hold, as data.

A `Key` is declared once and is everything there is to know of it: its name, how its value is read, and what it is for.
The documents and the editors' schemas are made from the same declarations. A broken value is noted and left out, and
reading goes on, so that one run finds every mistake of a file.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from dossier.model.places import Entry, Place, Position
from dossier.read.collect import AlreadyNoted, Findings, Refused
from dossier.read.yaml import MappingNode, Node, Scalar, Sequence


@dataclass(frozen=True)
class Spot:
    """Where reading is: the key path so far, and where findings go."""

    trail: str
    out: Findings

    def key(self, name: str) -> "Spot":
        """The spot of a key below this one."""
        return Spot(f"{self.trail}.{name}" if self.trail else name, self.out)

    def item(self, index: int) -> "Spot":
        """The spot of a list item below this one."""
        return Spot(f"{self.trail}[{index}]", self.out)


Parser = Callable[[Node, Spot], Any]
"""Reads one node; raises Refused where it is not what was expected."""


@dataclass(frozen=True)
class Key:
    """One key of a mapping."""

    name: str
    parse: Parser
    about: str
    # One sentence for editors: what to write here.
    required: bool = False
    field: str = ""
    # The name in the record where it is not the key's own.
    empty: Any = None
    # What stands for a required key that is missing or broken, until the findings stop the run.
    syntax: str = "text"
    # How the value is written, in a word or two.

    @property
    def attribute(self) -> str:
        """The field of the record that the value goes to."""
        return self.field or self.name


Shape = Mapping[str, Key]


def shape(*keys: Key) -> Shape:
    """The keys of a mapping in their canonical order."""
    return MappingProxyType({key.name: key for key in keys})


def bind(node: Node, keys: Shape, spot: Spot) -> dict[str, Any]:
    """The values of a mapping by field name, with its `at`; absent optional keys are absent.

    Raises Refused where the node is no mapping.
    """
    mapping = expect_mapping(node, spot)
    values = {key.attribute: key.empty for key in keys.values() if key.required}
    for name, pair in mapping.pairs.items():
        if name in keys:
            try:
                values[keys[name].attribute] = keys[name].parse(pair.node, spot.key(name))
            except Refused as refused:
                spot.out.note(refused)
        else:
            spot.out.add(pair.key, "S001", f"{spot.key(name).trail}: unknown key. {_expected(name, keys)}")
    for key in keys.values():
        if key.required and key.name not in mapping.pairs:
            spot.out.add(mapping.at, "S002", f"{spot.key(key.name).trail}: the key is missing. {key.about}")
    return values | {"at": place_of(mapping, spot)}


def expect_mapping(node: Node, spot: Spot) -> MappingNode:
    """The node as a mapping; raises Refused where it is none."""
    if isinstance(node, MappingNode):
        return node
    raise refuse(node, "S003", spot, "expected keys with values here.")


def place_of(mapping: MappingNode, spot: Spot) -> Place:
    """Where a mapping and each of its keys stand."""
    entries = {name: Entry(pair.key, pair.node.at, _items(pair.node)) for name, pair in mapping.pairs.items()}
    return Place(mapping.at, spot.trail, MappingProxyType(entries))


def _items(node: Node) -> tuple[Position, ...]:
    return tuple(item.at for item in node.items) if isinstance(node, Sequence) else ()


def _expected(name: str, keys: Shape) -> str:
    near = nearest(name, keys)
    return f"Did you mean {near!r}?" if near else f"Expected one of: {', '.join(keys)}."


def nearest(word: str, words: Mapping[str, object]) -> str | None:
    """The known word that is most like an unknown one, if any is."""
    return next(iter(get_close_matches(word, words, 1)), None)


def refuse(node: Node, code: str, spot: Spot, message: str) -> Refused:
    """A refusal that names the key path, and the value where it is a single one."""
    if isinstance(node, Scalar) and node.refused:
        return AlreadyNoted(node.at, code, message)
    value = f" {shorten(node.text)!r}" if isinstance(node, Scalar) and node.text else ""
    return Refused(node.at, code, f"{spot.trail}:{value} {message}")


def shorten(text: str) -> str:
    """A value as a message quotes it: long ones are cut."""
    return text if len(text) <= 60 else f"{text[:57]}..."
