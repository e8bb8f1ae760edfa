"""YAML to nodes that know where they stand. The module that speaks to PyYAML.

Read from parser events, in C, with a stack of our own: so depth is bounded before anything
is built, and anchors, tags and doubled keys are refused where they stand. Scalars stay the
text that was written; whether `2014` is a date, a number or a name is for the key that
holds it to say, never for YAML 1.1 (`NO`, `1:30`, `012`).
"""

from collections.abc import Callable, Iterable, Mapping
from sys import intern
from typing import Any, NamedTuple

import yaml

from dossier.characters.characters import STAND_IN, find_forbidden
from dossier.collect import Findings
from dossier.model.places import Position, new_tuple
from dossier.yaml.complaints import Complaint
from dossier.yaml.remarks import LOST, REMEDY, Behind, lost_behind

MAX_DEPTH = 12  # the deepest thing the model knows, a key of one quote of several, is at 9
MAX_NODES = 250_000  # a file of 1 MB has about 60,000
MAX_NODES_ON_RECORD = (
    500_000  # the record of a proof has about 14, and 20 with all that it can hold
)
SHORT = 32
"""What has fewer characters is kept once however often it stands in files: keys, ids and
words; digests are all different."""
BLANK = ("null", "~")
"""Plain words that say nothing."""
RECORD = ".lock.yaml"
"""Ends the names of files that the program writes."""


class Scalar(NamedTuple):
    """One value as written, without its quotes."""

    text: str
    at: Position
    refused: bool = False
    # Whether a finding about it has been noted already, so that nothing more is said of it.
    remark: Position | None = None
    # Where a remark stands behind it that may be meant as more of it, if it is free text.


class Sequence(NamedTuple):
    """A list."""

    items: "tuple[Node, ...]"
    at: Position


class Pair(NamedTuple):
    """One key of a mapping and its value."""

    key: Position
    node: "Node"
    trail: str = ""
    # Its key path, where it was written elsewhere and holds here too.


class MappingNode(NamedTuple):
    """Keys and values in the order of the file."""

    pairs: Mapping[str, Pair]
    at: Position
    again: "tuple[tuple[str, Pair], ...]" = ()
    # Pairs whose key stands above already. They are read for their mistakes alone.

    def every_pair(self) -> "Iterable[tuple[str, Pair]]":
        """All pairs, the repeated ones first, so that of two with one key the one that
        counts is read last.
        """
        return (*self.again, *self.pairs.items()) if self.again else self.pairs.items()


Node = Scalar | Sequence | MappingNode


class _Open:
    """A collection whose end has not been reached."""

    __slots__ = ("again", "at", "is_flow", "is_mapping", "items", "key", "pairs")

    def __init__(self, at: Position, is_mapping: bool, is_flow: bool) -> None:
        self.at, self.is_mapping, self.is_flow = at, is_mapping, is_flow
        self.items: list[Node] = []
        self.pairs: dict[str, Pair] = {}
        self.again: list[tuple[str, Pair]] = []
        self.key: Scalar | None = None

    def close(self) -> Node:
        if self.is_mapping:
            return MappingNode(self.pairs, self.at, tuple(self.again))
        return Sequence(tuple(self.items), self.at)


def parse_yaml(path: str, text: str, out: Findings, first_line: int = 1) -> Node | None:
    """The one document of `text`, which begins at `first_line` of its file; an empty one is
    an empty mapping.

    None, with a finding, where it cannot be read to its end. Keys and values that are
    refused leave a placeholder, so that the rest of the file can be checked in the same
    run.
    """
    builder = _Builder(path, first_line, text, out)
    try:
        builder.take_all(iter(yaml.CBaseLoader(text).get_event, None))
    except yaml.YAMLError as error:
        builder.refuse_syntax(error)
        return None
    if builder.hopeless:
        return None
    return builder.root or MappingNode({}, Position(path, first_line))


class _Builder:
    """Puts nodes together from events. Of all that is done for a file this is done most
    often, so an event of the common sort passes through few calls.
    """

    def __init__(self, path: str, first_line: int, text: str, out: Findings) -> None:
        self.path, self.first_line, self.out = path, first_line, out
        self.most_nodes = MAX_NODES_ON_RECORD if path.endswith(RECORD) else MAX_NODES
        self.lines = text.split("\n")
        self.signs = frozenset(
            number
            for number, line in enumerate(self.lines if "#" in text else ())
            if "#" in line
        )
        self.lost: set[int] = set()  # the lines in which text is lost, as has been noted
        self.is_tainted = (
            STAND_IN in text
        )  # it stands for characters that have been reported
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.nodes = self.documents = 0
        self.hopeless = False

    def take_all(self, events: Iterable[Any]) -> None:
        """Use the events of a parser, up to one from which nothing can go on."""
        takes: Mapping[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._take_scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._take_alias,
            yaml.DocumentStartEvent: self._begin_document,
        }
        for event in events:
            if take := takes.get(type(event)):
                take(event)
                if self.hopeless:
                    return

    def _begin_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._give_up(
                event, "Y006", "a second document begins here; expected one per file."
            )

    def _is_too_many(self, event: Any) -> bool:
        """Count a value; whether it is one more than a file may have."""
        self.nodes += 1
        if self.nodes > self.most_nodes:
            self._give_up(
                event, "Y005", f"more than {self.most_nodes} values. Split the file."
            )
        return self.hopeless

    def _take_alias(self, event: Any) -> None:
        if not self._is_too_many(event):
            told = (
                f"the alias *{shorten(str(event.anchor))} is not allowed. Write the value"
                " out, or put a text that begins with * in double quotes."
            )
            self._refuse(event, "Y003", told)
            self._place(Scalar("", self._position(event), refused=True))

    def _open(self, event: Any) -> None:
        if self._is_too_many(event):
            return
        if len(self.stack) >= MAX_DEPTH:
            told = (
                f"more than {MAX_DEPTH} levels of lists and mappings; nothing needs as"
                " many."
            )
            self._give_up(event, "Y005", told)
            return
        self._refuse_properties(event)
        is_mapping = type(event) is yaml.MappingStartEvent
        self.stack.append(_Open(self._position(event), is_mapping, bool(event.flow_style)))

    def _close(self, _: Any) -> None:
        self._place(self.stack.pop().close())

    def _refuse_properties(self, event: Any) -> None:
        if event.anchor:
            self._refuse(
                event,
                "Y003",
                f"the anchor &{shorten(str(event.anchor))} is not allowed. Delete it, or put"
                " a text that begins with & in double quotes.",
            )
        if event.tag:
            advice = "Delete it, or put a text that begins with ! in quotes."
            self._refuse(
                event, "Y004", f"the tag {shorten(str(event.tag))} is not allowed. {advice}"
            )

    def _take_scalar(self, event: Any) -> None:
        if self._is_too_many(event):
            return
        text, mark = event.value, event.start_mark
        at = new_tuple(Position, (self.path, mark.line + self.first_line, mark.column + 1))
        if (
            (self.signs and self._is_near_a_sign(event))
            or self.is_tainted
            or event.style == '"'
            or event.anchor is not None
            or event.tag is not None
        ):
            is_refused, remark = self._doubts(event)
        else:
            is_refused, remark = False, None
        if text in BLANK and event.implicit[0]:
            text = ""
        if len(text) < SHORT:
            text = intern(text)
        node = new_tuple(Scalar, (text, at, is_refused, remark))
        parent = self.stack[-1] if self.stack else None
        if parent is not None and parent.is_mapping and parent.key is None:
            parent.key = self._key(node)
        else:
            self._place(node)

    def _doubts(self, event: Any) -> tuple[bool, Position | None]:
        """Whether a single value is refused, and where a remark stands behind it. Few have
        anything that could make it so.
        """
        self._refuse_properties(event)
        # Only double quotes know escapes; the text as it stands in the file has been looked
        # at already.
        hidden = (
            find_forbidden(event.value) if self.is_tainted or event.style == '"' else None
        )
        if hidden and not (self.is_tainted and STAND_IN in event.value):
            self._refuse(event, "R004", f"{hidden[1]} is not allowed. Delete its escape.")
        behind = self._behind(event) if self._is_near_a_sign(event) else None
        is_refused = bool(hidden or event.tag or (behind and behind.is_certain))
        remark = self._at(behind.line, behind.column) if behind else None
        if behind and behind.is_certain:
            self._refuse_remark(behind)
        return is_refused, remark

    def _refuse_remark(self, behind: Behind) -> None:
        self.lost.add(behind.line)
        self.out.add(self._at(behind.line, behind.column), "Y009", f"{LOST}. {REMEDY}")

    def _is_near_a_sign(self, event: Any) -> bool:
        """Whether something may be lost of a value: few lines have the sign."""
        last = event.end_mark.line
        return not self.signs.isdisjoint((event.start_mark.line, last, last + 1))

    def _behind(self, event: Any) -> Behind | None:
        """What may be lost of a value that is near the sign."""
        parent = self.stack[-1] if self.stack else None
        may_go_on = (
            parent and not parent.is_flow and not (parent.is_mapping and parent.key is None)
        )
        return lost_behind(
            self.lines, event, parent.at.column - 1 if parent and may_go_on else None
        )

    def _place(self, node: Node) -> None:
        """Put a finished node into the collection that is open, or at the top."""
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if not parent.is_mapping:
            parent.items.append(node)
        elif parent.key is None:
            parent.key = self._key(node)
        else:
            self._pair(parent, parent.key, node)
            parent.key = None

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar) and (node.refused or (node.text and node.text != "<<")):
            return node
        self.out.add(node.at, "Y007", "expected a single word as the key.")
        return Scalar("", node.at, refused=True)

    def _pair(self, parent: _Open, key: Scalar, node: Node) -> None:
        if key.refused:
            return
        earlier = parent.pairs.get(key.text)
        if earlier:
            where = f"already stands in line {earlier.key.line}. Keep one of the two."
            self.out.add(key.at, "Y002", f"the key {shorten(key.text)!r} {where}")
            parent.again.append((key.text, Pair(key.at, node)))
        else:
            parent.pairs[key.text] = new_tuple(Pair, (key.at, node, ""))

    def _position(self, event: Any) -> Position:
        return self._at(event.start_mark.line, event.start_mark.column)

    def _at(self, line: int, column: int) -> Position:
        """A position in our file from a line and column of the text, both from 0."""
        return new_tuple(Position, (self.path, line + self.first_line, column + 1))

    def _refuse(self, event: Any, code: str, message: str) -> None:
        self.out.add(self._position(event), code, message)

    def _give_up(self, event: Any, code: str, message: str) -> None:
        self.hopeless = True
        self._refuse(event, code, message)

    def refuse_syntax(self, error: yaml.YAMLError) -> None:
        """Note what the parser itself could not read."""
        opened = next(
            (one.at.line - self.first_line for one in self.stack if one.is_flow), None
        )
        complaint = Complaint.of(error, self.lines, opened, self.first_line)
        if swallowed := complaint.swallowed():
            self._refuse_remark(swallowed)
        if not complaint.is_explained(self.lost):
            self.out.add(self._at(*complaint.spot), "Y001", complaint.told)


def shorten(text: str) -> str:
    """A value as a message quotes it: long ones are cut."""
    return text if len(text) <= 60 else f"{text[:57]}..."
