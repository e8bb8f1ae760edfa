"""Lines of a file put in or replaced, found by the positions that were noted when it was
read; every other byte stays.

A file that is not written as ours are, such as several keys on a line, is refused.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.model.places import Place, Position
from dossier.yaml.nodes import Node, Scalar, Sequence
from dossier.yaml.spelling import written_item, written_text

STEP = "  "
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')
IN_BRACKETS = re.compile(r"[^,{}\[\]\s](?:[^,{}\[\]]*[^,{}\[\]\s])?(?=\s*[,}])")
"""Plain words among others in brackets."""
REMARK = re.compile(r"\s+#.*|\s*$")


class WrittenOtherwise(Exception):
    """A file that is not written in the way that this module edits."""


@dataclass(frozen=True)
class Edit:
    """Lines from `start` to before `end`, counted from 0, become `lines`."""

    start: int
    end: int
    lines: tuple[str, ...]


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with its edits."""
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        lines[edit.start : edit.end] = edit.lines
    return "\n".join(lines)


def entry_lines(key: str, node: Node) -> list[str]:
    """A key and its value as lines."""
    if isinstance(node, Scalar):
        return [f"{key}: {written_text(node.text)}"]
    if isinstance(node, Sequence):
        items = (written_item(item.text) for item in node.items if isinstance(item, Scalar))
        return [f"{key}: [{', '.join(items)}]"]
    inner = (
        line for name, pair in node.pairs.items() for line in entry_lines(name, pair.node)
    )
    return [f"{key}:", *(STEP + line for line in inner)]


def as_item(body: list[str]) -> Iterator[str]:
    """Keys as an item of a list: behind a hyphen."""
    yield f"- {body[0]}"
    yield from (STEP + line for line in body[1:])


def appended(
    lines: list[str], place: Place, key: str, last: Position, item: Iterable[str]
) -> Edit:
    """One more item at the end of the list under `key`, whose last one stands at `last`."""
    end = _end(lines, *_key(lines, place, key))
    indent = " " * _hyphen(lines, last)
    return Edit(end, end, tuple(indent + line for line in item))


def replaced(lines: list[str], place: Place, key: str, body: list[str]) -> Edit:
    """The key with another value; what stands before it, and a remark behind a value of one
    line, stay.
    """
    row, depth = _key(lines, place, key)
    end = _end(lines, row, depth)
    remark = (
        _remark(lines[row][place.entries[key].value.column - 1 :]) if end == row + 1 else ""
    )
    first = lines[row][:depth] + body[0] + remark
    return Edit(row, end, (first, *(" " * depth + line for line in body[1:])))


def replaced_quote(lines: list[str], place: Place, words: str) -> Edit:
    """A reference with another quote, which may stand in brackets."""
    at = place.entries["quote"]
    row, column = at.value.line - 1, at.value.column - 1
    before, after = lines[row][:column], lines[row][column:]
    if at.key.line != at.value.line or lines[row][: at.key.column - 1].strip() in ("", "-"):
        return replaced(lines, place, "quote", [f"quote: {written_text(words)}"])
    old = QUOTED.match(after) or IN_BRACKETS.match(after)
    if old is None:
        raise WrittenOtherwise
    return Edit(row, row + 1, (before + written_item(words) + after[old.end() :],))


def _remark(rest: str) -> str:
    """What stands behind a value, where all of it is in one line."""
    quoted = QUOTED.match(rest)
    found = REMARK.match(rest, quoted.end()) if quoted else REMARK.search(rest)
    remark = found[0].strip() if found else ""
    gap = (
        max(found[0].index("#"), 2) if found and remark else 0
    )  # what is in quotes may come to stand without them
    return f"{' ' * gap}{remark}"


def _key(lines: list[str], place: Place, key: str) -> tuple[int, int]:
    """The line of a key, and how far it is indented."""
    at = place.entries[key].key
    row, depth = at.line - 1, at.column - 1
    if lines[row][:depth].strip() not in ("", "-"):
        raise WrittenOtherwise
    return row, depth


def _hyphen(lines: list[str], item: Position) -> int:
    """How far the hyphen of a list item is indented."""
    before = lines[item.line - 1][: item.column - 1]
    if before.strip() != "-":
        raise WrittenOtherwise
    return before.index("-")


def _end(lines: list[str], row: int, depth: int) -> int:
    """The line after the last one that belongs to a key: all that is indented deeper, and
    the items of its list.
    """
    end = row + 1
    for number in range(row + 1, len(lines)):
        inner = lines[number].lstrip(" ")
        indent = len(lines[number]) - len(inner)
        if inner and (indent > depth or (indent == depth and inner.startswith("- "))):
            end = number + 1
        elif inner and not inner.startswith("#"):
            break
    return end
