"""Nodes to typed keys: what a mapping of our files may hold, as data.

A `Key` is declared once and is everything there is to know of it: its name, how its value
is read, and what it is for. The documents and the editors' schemas are made from the same
declarations. A broken value is noted and left out, and reading goes on, so that one run
finds every mistake of a file.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, ParamSpec, TypeVar, cast

from dossier.collect import AlreadyNoted, Findings, Refused
from dossier.model.fiscal import NO_CALENDAR, Calendar
from dossier.model.hints import expected
from dossier.model.places import (
    KeyPlace,
    Kind,
    Layout,
    PackedEntries,
    Place,
    Position,
    layout_of,
    new_tuple,
    packed,
)
from dossier.model.schema import Schema, described, mapping_of
from dossier.model.values.text import BLANK_HELP
from dossier.yaml.nodes import MappingNode, Node, Pair, Scalar, Sequence, shorten
from dossier.yaml.slips import slip_of, slip_of_key

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
R = TypeVar("R")
P = ParamSpec("P")


class Spot(NamedTuple):
    """Where reading is: the key path so far, and where findings go."""

    trail: str
    out: Findings
    id_at: Position | None = None
    # Where the id stands, if the record has one: what is said of the record as a whole is
    # said there.
    fiscal: Calendar = NO_CALENDAR
    # What fiscal periods mean here.
    company: str = ""
    # Whose file it is: ids of its facts stand there without it.

    def key(self, name: str, id_at: Position | None = None) -> "Spot":
        """The spot of a key below this one."""
        trail, out, _, fiscal, company = self
        below = f"{trail}.{name}" if trail else name
        return new_tuple(Spot, (below, out, id_at, fiscal, company))

    def of(self, name: str, pair: Pair) -> "Spot":
        """The spot of a key, which may have been written elsewhere."""
        return self._replace(trail=pair.trail, id_at=None) if pair.trail else self.key(name)

    def item(self, index: int) -> "Spot":
        """The spot of a list item below this one."""
        trail, out, _, fiscal, company = self
        return new_tuple(Spot, (f"{trail}[{index}]", out, None, fiscal, company))


@dataclass(frozen=True)
class Parser(Generic[T_co]):
    """Reads one node, and says to editors what may stand there."""

    read: Callable[[Node, Spot], T_co]
    # Raises Refused where the node is not what was expected.
    schema: Schema

    def __call__(self, node: Node, spot: Spot) -> T_co:
        """The value of a node. Raises Refused."""
        return self.read(node, spot)


def written(schema: Schema) -> Callable[[Callable[[Node, Spot], T]], Parser[T]]:
    """Makes a parser of a function that reads what the schema describes."""
    return lambda read: Parser(read, schema)


@dataclass(frozen=True)
class Key(Generic[T_co]):
    """One key of a mapping."""

    name: str
    parse: Parser[T_co]
    about: str
    # One sentence for editors: what to write here.
    required: bool = False
    field: str = ""
    # The name in the record where it is not the key's own.
    empty: Any = None
    # What stands for a required key that is missing or broken, until the findings stop the
    # run.
    syntax: str = "text"
    # How the value is written, in a word or two.
    needed: bool = False
    # Whether there is no record without it.

    @property
    def attribute(self) -> str:
        """The field of the record that the value goes to."""
        return self.field or self.name


Keys = Mapping[str, Key[Any]]
NO_HINTS: Mapping[str, str] = MappingProxyType({})


class RecordShape(Mapping[str, Key[Any]], Generic[R]):
    """The keys of a mapping in their canonical order, and what is made of them."""

    def __init__(
        self, make: Callable[..., R], keys: Iterable[Key[Any]], has_place: bool = True
    ) -> None:
        self.make = make
        self.has_place = has_place
        self.keys_by_name = {key.name: key for key in keys}
        self.required = tuple(key for key in self.keys_by_name.values() if key.required)
        self.needed = tuple(key for key in self.required if key.needed)
        self.empties = {key.attribute: key.empty for key in self.required}
        self.readers = {
            key.name: (key.attribute, key.parse.read) for key in self.keys_by_name.values()
        }
        # What each key is bound by: the field that takes it, and what reads it.

    def __getitem__(self, name: str) -> Key[Any]:
        return self.keys_by_name[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys_by_name)

    def __len__(self) -> int:
        return len(self.keys_by_name)

    def beside(self, key: Key[Any], before: str) -> "RecordShape[R]":
        """With a key before another one that no field takes: whoever binds the shape makes
        something else of it.
        """
        keys = [*self.keys_by_name.values()]
        keys.insert([*self.keys_by_name].index(before), key)
        return RecordShape(self.make, keys, self.has_place)

    def made(self, values: Mapping[str, Any], **given: Any) -> R:
        """The record of values that were bound. Raises Refused where it cannot be without
        one that is missing or broken, which has been told.
        """
        for key in self.needed:
            if values[key.attribute] is None:
                raise AlreadyNoted(values["at"].position)
        if self.has_place:
            return self.make(**values, **given)
        told = {name: one for name, one in values.items() if name != "at"}
        return self.make(**told, **given)


def shape(make: Callable[P, R], /, *_: P.args, **fields: P.kwargs) -> RecordShape[R]:
    """The shape of a record, key by key, each by the name of the field that takes it.

    Types hold them together: a key that no field takes, one whose values are of another
    type, and a field that nothing fills are errors of types.
    """
    keys = ((field, one) for field, one in fields.items() if isinstance(one, Key))
    return RecordShape(
        make,
        (replace(one, name=one.name or field, field=field) for field, one in keys),
        has_place="at" in fields,
    )


ELSEWHERE: Any = object()
"""In a shape: a field that does not come from the mapping, but from where it stands."""


def reads(
    parse: Parser[T],
    about: str,
    *,
    name: str = "",
    required: bool = False,
    needed: bool = False,
    empty: Any = None,
    syntax: str = "text",
) -> T:
    """In a shape: a key of the name of its field, or of one of its own. To types it is what
    it reads.
    """
    return taking(Key(name, parse, about, required or needed, "", empty, syntax, needed))


def taking(key: Key[T]) -> T:
    """In a shape: a key that stands in several, by its own name."""
    return cast(T, key)


def turned(key: Key[Any]) -> Any:
    """In a shape: a key whose values are turned into those of its field once the others are
    known.
    """
    return key


def object_of(keys: Keys) -> Schema:
    """What a mapping of these keys looks like to an editor."""
    properties = {key.name: described(key.parse.schema, key.about) for key in keys.values()}
    return mapping_of(properties, (key.name for key in keys.values() if key.required))


def bind(
    node: Node, keys: RecordShape[Any], spot: Spot, hints: Mapping[str, str] = NO_HINTS
) -> dict[str, Any]:
    """The values of a mapping by field name, with its `at`; absent optional keys are
    absent.

    `hints` say of keys that stand elsewhere where that is. Raises Refused where the node is
    no mapping.
    """
    mapping = expect_mapping(node, spot)
    values = {**keys.empties}
    known = keys.readers
    for name, pair in mapping.every_pair():
        if name in known:
            attribute, read = known[name]
            try:
                values[attribute] = read(pair.node, spot.of(name, pair))
            except Refused as refused:
                key = keys[name]
                wanted = f"The key is needed. {key.about}"
                spot.out.note(in_need(refused, wanted) if key.required else refused)
        else:
            spot.out.add(
                pair.key,
                "S001",
                f"{spot.key(name).trail}: unknown key."
                f" {hints.get(name) or expected_key(name, keys)}",
            )
    place = place_of(mapping, spot)
    for key in keys.required:
        if key.name not in mapping.pairs:
            spot.out.add(
                place.position,
                "S002",
                f"{spot.key(key.name).trail}: the key is missing. {key.about}",
            )
    values["at"] = place
    return values


def in_need(refused: Refused, wanted: str) -> Refused:
    """What is said of a blank value of a key that cannot be deleted: what belongs there."""
    told = refused.finding.message
    if not told.endswith(BLANK_HELP):
        return refused
    position, code = refused.finding.position, refused.finding.code
    return Refused(position, code, told.removesuffix(BLANK_HELP) + wanted)


def record_of(node: Node, keys: RecordShape[R], spot: Spot, **given: Any) -> R:
    """The record that a mapping holds. Raises Refused where there is none."""
    return keys.made(bind(node, keys, spot), **given)


def expect_mapping(node: Node, spot: Spot) -> MappingNode:
    """The node as a mapping; raises Refused where it is none."""
    if isinstance(node, MappingNode):
        return node
    raise wrong_kind(node, "keys with values, such as `key: value`", spot)


def wrong_kind(node: Node, wanted: str, spot: Spot) -> Refused:
    """The refusal of a node that is a list where a mapping is wanted, and the like."""
    if isinstance(node, Scalar) and not node.text.strip():
        return refuse(node, "S004", spot, f"is blank; expected {wanted}.")
    kinds = {Scalar: "a single value", Sequence: "a list", MappingNode: "a mapping"}
    told = f"is {kinds[type(node)]}; expected {wanted}. {_slip_behind(node)}"
    return refuse(node, "S003", spot, told.rstrip())


def _slip_behind(node: Node) -> str:
    """The slip of the keyboard that made a node another kind of thing than was meant; empty
    where there is none.
    """
    if isinstance(node, MappingNode):
        return slip_of_key(next(iter(node.pairs), ""))
    slip = slip_of(node.text) if isinstance(node, Scalar) else None
    return slip.told if slip else ""


def place_of(mapping: MappingNode, spot: Spot) -> Place:
    """Where a mapping and each of its keys stand."""
    return Place(_packed(mapping, spot.id_at or mapping.at), spot.trail)


def _packed(mapping: MappingNode, at: Position) -> PackedEntries:
    path, line, column = at
    numbers = [0, column]
    layout = _layout(mapping, path, line, numbers)
    return PackedEntries(path, line, layout, packed(numbers))


def _layout(mapping: MappingNode, path: str, base: int, numbers: list[int]) -> Layout:
    """The layout of a mapping; the numbers of its keys are put behind the others, lines
    counted from a line of the same file.
    """
    kinds: list[tuple[str, Kind]] = []
    for name, (key, node, trail) in mapping.pairs.items():
        file, line, column = key
        if trail or line < base or file != path:
            kinds.append((name, _elsewhere(key, node, trail)))
            continue
        _, below, right = node.at
        numbers += (line - base, column, below - base, right)
        kind: Kind = 0
        if type(node) is MappingNode:
            kind = _layout(node, path, base, numbers)
        elif type(node) is Sequence:
            kind = len(node.items)
            for item in node.items:
                numbers += (item.at.line - base, item.at.column)
        kinds.append((name, kind))
    return layout_of(tuple(kinds))


def _elsewhere(key: Position, node: Node, trail: str) -> KeyPlace:
    """A key that was written in another place and holds here too."""
    items = tuple(one.at for one in node.items) if isinstance(node, Sequence) else ()
    inner = _packed(node, node.at) if isinstance(node, MappingNode) else None
    return KeyPlace(key, node.at, items, inner, trail)


def expected_key(name: str, keys: Iterable[str]) -> str:
    """What a finding says about an unknown key: the slip of the keyboard that made it one,
    or what may be meant.
    """
    return slip_of_key(name) or expected(name, keys)


def refuse(node: Node, code: str, spot: Spot, message: str) -> Refused:
    """A refusal that names the key path, and the value where it is a single one."""
    if isinstance(node, Scalar) and node.refused:
        return AlreadyNoted(node.at)
    trail = f"{spot.trail}: " if spot.trail else ""
    value = (
        f"{shorten(node.text)!r}"
        if isinstance(node, Scalar) and node.text.strip()
        else "this"
    )
    return Refused(node.at, code, f"{trail}{value} {message}")
