"""Lines of a file put in or replaced, found by the positions that were noted when it was
read; every other byte stays.

A file that is not written as ours are, such as several keys on a line, is refused.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.model.places import KeyPlace, Place, Position
from dossier.yaml.nodes import Node, Scalar, Sequence
from dossier.yaml.spelling import written_item, written_text

STEP = "  "
STEP_OF_ITEM = len(STEP)
QUOTES = "quotes"
"""The key of a mapping that holds for several passages, to which none can be added."""
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')
KEY = re.compile(r".*?(?=:(?:\s|$))")
"""Plain words that are a key."""
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


def gathered(
    lines: list[str], place: Place, names: Iterable[str], key: str, item: list[str]
) -> Edit:
    """Keys of a mapping, which stand below all of its others, as the one item of a list
    under a key of its own; and another item behind it.
    """
    own = {name: at for name, at in place.entries.items() if not at.trail}
    found = [_key(lines, place, name) for name in own if name in {*names}]
    others = [_key(lines, place, name)[0] for name in own if name not in {*names}]
    start, depth = min(found)
    if max(others, default=-1) > start:
        raise WrittenOtherwise
    end, pad = max(_end(lines, row, depth) for row, _ in found), " " * depth
    body = [
        line[depth:] if line[:depth] == pad else line.lstrip() for line in lines[start:end]
    ]
    items = (*as_item(body), *as_item(item))
    return Edit(
        start, end, (f"{pad}{key}:", *(f"{pad}{STEP}{line}".rstrip() for line in items))
    )


def named(lines: list[str], place: Place, key: str, name: str, words: str) -> Edit:
    """One more `name: words` at the end of the mapping under `key`, or where it has that
    name, one more item behind what stands there.
    """
    inner = place.within(key)
    if name in inner.entries:
        return _one_more(lines, inner, name, words)
    _, depth = _key(lines, inner, next(iter(inner.entries)))
    end = _end(lines, *_key(lines, place, key))
    return Edit(end, end, (f"{' ' * depth}{name}: {words}",))


def _one_more(lines: list[str], place: Place, name: str, words: str) -> Edit:
    at = place.entries[name]
    if at.items:
        return appended(lines, place, name, at.items[-1], [f"- {words}"])
    row, depth = _key(lines, place, name)
    end, column = _end(lines, row, depth), at.value.column - 1
    if at.value.line != at.key.line and at.inner and QUOTES not in at.inner:
        deeper = [STEP + line for line in lines[row + 1 : end]]
        inner = len(deeper[0]) - len(deeper[0].lstrip(" "))
        deeper[0] = f"{deeper[0][: inner - STEP_OF_ITEM]}- {deeper[0].lstrip()}"
        return Edit(
            row, end, (lines[row], *deeper, f"{' ' * (depth + STEP_OF_ITEM)}- {words}")
        )
    if at.value.line != at.key.line or (at.inner and end > row + 1):
        raise WrittenOtherwise
    pad, head = " " * (depth + STEP_OF_ITEM), lines[row][:column].rstrip()
    first = f"{pad}- {lines[row][column:]}"
    rest = (f"{' ' * STEP_OF_ITEM}{line}" for line in lines[row + 1 : end])
    return Edit(row, end, (head, first, *rest, f"{pad}- {words}"))


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
    """A reference with another quote, however it is written: as a key, in brackets, behind
    the id of its source, as an item of a list, or before what it supports.
    """
    at = place.entries["quote"]
    supports = place.entries.get("supports")
    if supports and supports.key == at.key:
        return _replaced_key(lines, at, words)
    row, column = at.value.line - 1, at.value.column - 1
    before, after = lines[row][:column], lines[row][column:]
    is_key = lines[at.key.line - 1][at.key.column - 1 :].startswith(("quote:", '"quote"'))
    if lines[at.key.line - 1][: at.key.column - 1].strip() in ("", "-"):
        if is_key:
            return replaced(lines, place, "quote", [f"quote: {written_text(words)}"])
        return _replaced_words(lines, at, words)
    if is_key and at.key.line != at.value.line:
        return replaced(lines, place, "quote", [f"quote: {written_text(words)}"])
    old = QUOTED.match(after) or IN_BRACKETS.match(after)
    if old is None:
        raise WrittenOtherwise
    return Edit(row, row + 1, (before + written_item(words) + after[old.end() :],))


def _replaced_key(lines: list[str], at: KeyPlace, words: str) -> Edit:
    """Words that stand before what they support."""
    row, column = at.key.line - 1, at.key.column - 1
    before, after = lines[row][:column], lines[row][column:]
    old = QUOTED.match(after) or KEY.match(after)
    if old is None:
        raise WrittenOtherwise
    return Edit(row, row + 1, (before + written_item(words) + after[old.end() :],))


def _replaced_words(lines: list[str], at: KeyPlace, words: str) -> Edit:
    """Words alone, behind a hyphen or the id of their source."""
    row, column = at.value.line - 1, at.value.column - 1
    depth = len(lines[row]) - len(lines[row].lstrip(" "))
    # Other items of its list stand below a hyphen, and belong to none of its words.
    end = _end(lines, row, depth + lines[row][depth:].startswith("- "))
    if at.key.line != at.value.line:
        raise WrittenOtherwise
    remark = _remark(lines[row][column:]) if end == row + 1 else ""
    return Edit(row, end, (lines[row][:column] + written_text(words) + remark,))


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
