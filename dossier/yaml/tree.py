"""YAML as it is written: values, how they are spelled, and the remarks and blank lines
around them.

The reader forgets all but the values, and a library for round trips ties a remark to what
stands before it, so that it stays behind when a key moves. Here a remark belongs to what it
stands above or beside. Only for texts that the reader takes without a finding: no anchors,
tags or second documents come here.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

import yaml

REMARK = re.compile(r"(?:^|(?<=[ \t]))#")
BLOCKS = ("|", ">")
BLANK = ""
"""Stands for a blank line among the remarks above an entry."""


@dataclass
class TreeValue:
    """A single value."""

    text: str
    style: str
    # The sign that it begins with: quotes, `|` or `>`; empty for plain words.
    lines: tuple[str, ...] = ()
    # Those of a block text, without their indent.


@dataclass
class TreeEntry:
    """A key with its value, or an item of a list."""

    key: TreeValue | None
    value: "Tree"
    line: int
    column: int
    above: list[str] = field(default_factory=list)
    # Remarks and blank lines.
    beside: str = ""
    # A remark behind it in its line, with the spaces before it.


@dataclass
class TreeGroup:
    """A mapping or a list."""

    is_mapping: bool
    is_flow: bool
    column: int
    entries: list[TreeEntry] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    # Remarks behind the last entry.

    @property
    def has_remarks(self) -> bool:
        """Whether a remark stands anywhere in it."""
        inner = (one.value for one in self.entries if isinstance(one.value, TreeGroup))
        own = any(one.above or one.beside for one in self.entries)
        return bool(self.below) or own or any(group.has_remarks for group in inner)


Tree = TreeValue | TreeGroup


def parse_tree(text: str) -> TreeGroup:
    """The tree of a document; one of nothing but remarks is an empty mapping."""
    builder = _TreeBuilder(text.split("\n"))
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        builder.take(event)
    builder.place_remarks()
    return builder.root


class _Leaf(NamedTuple):
    """Where something ends to which a remark in the same line belongs."""

    column: int
    entry: TreeEntry


Spot: TypeAlias = tuple[int, int]
"""A line and a column, from 0."""


class _TreeBuilder:
    """Puts the tree together from parser events, and remarks into it."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.root = TreeGroup(is_mapping=True, is_flow=False, column=0)
        self.stack: list[TreeGroup] = []
        self.entries: list[TreeEntry] = []
        self.is_waiting = False  # for the value of the last key
        self.leaves: dict[int, list[_Leaf]] = defaultdict(list)  # by line
        self.values: dict[int, list[tuple[Spot, Spot]]] = defaultdict(
            list
        )  # what words cover, by line
        self.closed: dict[int, list[TreeGroup]] = defaultdict(
            list
        )  # blocks, by the count of entries when they ended

    def take(self, event: Any) -> None:
        """Use one parser event."""
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)

    def _open(self, event: Any) -> None:
        start = event.start_mark
        group = TreeGroup(
            isinstance(event, yaml.MappingStartEvent), bool(event.flow_style), start.column
        )
        if not self.stack:
            self.root = group
        else:
            entry = self._place(group, start)
            if group.is_flow:
                self.leaves[start.line].append(_Leaf(start.column + 1, entry))
        self.stack.append(group)
        self.is_waiting = False

    def _close(self, event: Any) -> None:
        group = self.stack.pop()
        if not group.is_flow:
            self.closed[len(self.entries)].append(group)
        elif self.stack:
            self.leaves[event.end_mark.line].append(
                _Leaf(event.end_mark.column, self.stack[-1].entries[-1])
            )

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        is_block = event.style in BLOCKS
        words = TreeValue(
            event.value,
            event.style or "",
            self._block_lines(start.line, end.line) if is_block else (),
        )
        if not self.stack:
            return
        entry = self._place(words, start)
        if is_block:
            # A remark may stand behind the sign that opens it; all below is text.
            self._cover((start.line + 1, 0), (start.line + 1 + len(words.lines), 0))
            self.leaves[start.line].append(_Leaf(start.column, entry))
        else:
            self._cover((start.line, start.column), (end.line, end.column))
            self.leaves[end.line].append(_Leaf(end.column, entry))

    def _cover(self, start: Spot, end: Spot) -> None:
        for line in range(start[0], end[0] + 1):
            self.values[line].append((start, end))

    def _block_lines(self, header: int, end: int) -> tuple[str, ...]:
        """The lines of a block text below its header, without the blank ones at its end and
        without their indent.
        """
        lines = (
            self.lines[header + 1 : max(end, header + 1)]
            if end < len(self.lines) - 1
            else self.lines[header + 1 :]
        )
        while lines and not lines[-1].strip():
            lines.pop()
        indent = min(
            (len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0
        )
        return tuple(line[indent:] for line in lines)

    def _place(self, tree: Tree, start: Any) -> TreeEntry:
        """Put a key, a value or an item where it belongs."""
        group = self.stack[-1]
        if self.is_waiting:
            self.is_waiting = False
            group.entries[-1].value = tree
            return group.entries[-1]
        key = tree if group.is_mapping and isinstance(tree, TreeValue) else None
        column = start.column if group.is_mapping or group.is_flow else group.column
        entry = TreeEntry(key, TreeValue("", "") if key else tree, start.line, column)
        self.is_waiting = key is not None
        group.entries.append(entry)
        self.entries.append(entry)
        return entry

    def place_remarks(self) -> None:
        """Hand every remark and blank line to the entry that it stands beside or above."""
        pending: list[tuple[int, str]] = []
        count = 0
        for number, line in enumerate(self.lines):
            while count < len(self.entries) and self.entries[count].line == number:
                self._hand_over(pending, self.entries[count], count)
                pending, count = [], count + 1
            pending += self._remarks_of(number, line)
        self._hand_over(pending, None, count)

    def _remarks_of(self, number: int, line: str) -> Iterator[tuple[int, str]]:
        """The column and text of a remark that belongs to no value of its line; a blank
        line has the column -1.
        """
        if not line.strip() and not self._is_value(number, 0):
            yield -1, BLANK
        signs = (found.start() for found in REMARK.finditer(line))
        start = next(
            (column for column in signs if not self._is_value(number, column)), None
        )
        if start is None:
            return
        beside = [leaf.entry for leaf in self.leaves[number] if leaf.column <= start]
        if beside and not beside[-1].beside:
            gap = max(
                start - len(line[:start].rstrip()), 2
            )  # behind words without quotes one space is not enough
            beside[-1].beside = f"{' ' * gap}{line[start:].rstrip()}"
        else:
            yield start, line[start:].rstrip()

    def _is_value(self, number: int, column: int) -> bool:
        return any(start <= (number, column) < end for start, end in self.values[number])

    def _hand_over(
        self, pending: list[tuple[int, str]], entry: TreeEntry | None, count: int
    ) -> None:
        """Remarks further to the right than the next entry stand at the end of the block
        before it.
        """
        column = entry.column if entry else 0
        blocks = [group for group in self.closed[count] if group.column > column]
        mine = next(
            (at for at, (place, _) in enumerate(pending) if 0 <= place <= column),
            len(pending),
        )
        deeper = pending[:mine] if blocks else []
        while deeper and deeper[-1][1] is BLANK:
            deeper.pop()
        for place, words in deeper:
            fitting = [group for group in blocks if group.column <= place] or blocks
            max(fitting, key=lambda one: one.column).below.append(words)
        rest = [words for _, words in pending[len(deeper) :]]
        (entry.above if entry else self.root.below).extend(rest)
