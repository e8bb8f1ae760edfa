"""A tree to text: keys in the order of the schema, two spaces to a level, one way to write
each thing.
"""

from collections.abc import Iterator, Mapping
from itertools import dropwhile
from typing import Any

from dossier.model.schema import WITHIN, Schema
from dossier.yaml.spelling import WIDTH, over_lines, spelled
from dossier.yaml.tree import BLANK, Tree, TreeEntry, TreeGroup, TreeValue

STEP = 2
MODELINE = "# yaml-language-server:"
"""Begins the line by which an editor finds the schema; it must stay the first."""


def lay_out(root: TreeGroup) -> str:
    """The text of a document."""
    head: list[str] = []
    if root.entries:
        above = root.entries[0].above
        head = [line for line in above if line.startswith(MODELINE)]
        root.entries[0].above = [line for line in above if not line.startswith(MODELINE)]
    # Below a remark the first entry can be written as it stands; brackets would be in its
    # way.
    body = (
        [*_block(root, 0), *_remarks(root.below, 0)]
        if root.entries
        else list(filter(None, root.below)) or ["{}"]
    )
    return "".join(f"{line}\n" for line in [*head, *_without_doubles(body)])


def put_in_order(tree: Tree, schema: Schema, parts: Schema | None = None) -> None:
    """Bring the keys of every mapping into the order in which the schema has them; ids stay
    as they are. `parts` are those that it describes once.
    """
    if not isinstance(tree, TreeGroup):
        return
    parts = schema.get("definitions", {}) if parts is None else parts
    schema = _fitting(tree, schema, parts)
    known: Mapping[str, Any] = schema.get("properties", {})
    if tree.is_mapping and known:
        order = {name: place for place, name in enumerate(known)}
        tree.entries.sort(
            key=lambda entry: order.get(entry.key.text if entry.key else "", len(order))
        )
    for entry in tree.entries:
        others = schema.get("additionalProperties") or schema.get("items") or {}
        inner = known.get(entry.key.text, others) if entry.key else others
        put_in_order(entry.value, inner, parts)


def _fitting(group: TreeGroup, schema: Schema, parts: Schema) -> Schema:
    """Of a choice, the part that describes a mapping, or a list; a value may also be words."""
    schema = _looked_up(schema, parts)
    choices = [_looked_up(one, parts) for one in schema.get("anyOf", ())]
    kinds = ("properties", "additionalProperties") if group.is_mapping else ("items",)
    return next((one for kind in kinds for one in choices if kind in one), schema)


def _looked_up(schema: Schema, parts: Schema) -> Schema:
    """A part that is described elsewhere in the same schema; others as they are. What is
    said beside it, editors read alone.
    """
    name = schema.get("$ref") or next(
        (one["$ref"] for one in schema.get("allOf", ()) if "$ref" in one), ""
    )
    if not name.startswith(WITHIN) or "properties" in schema:
        return schema
    found: Any = parts
    for step in name.removeprefix(WITHIN).split("/"):
        found = found.get(step, {})
    return _looked_up(found, parts)


def _without_doubles(lines: list[str]) -> Iterator[str]:
    """No two blank lines after each other, and none at the beginning or the end."""
    while lines and not lines[-1]:
        lines.pop()
    for number, line in enumerate(lines):
        if line or (number and lines[number - 1]):
            yield line


def _block(group: TreeGroup, indent: int) -> Iterator[str]:
    for number, entry in enumerate(group.entries):
        yield from _remarks(
            (
                entry.above
                if number
                else [*dropwhile(lambda line: line == BLANK, entry.above)]
            ),
            indent,
        )
        yield from _pair(entry, indent) if entry.key else _item(entry, indent)
    if indent:
        yield from _remarks(group.below, indent)


def _remarks(lines: list[str], indent: int) -> Iterator[str]:
    yield from (f"{' ' * indent}{line}" if line else BLANK for line in lines)


def _pair(entry: TreeEntry, indent: int) -> Iterator[str]:
    head = f"{' ' * indent}{spelled(entry.key)}:" if entry.key else ""
    yield from _valued(head, entry, indent)


def _item(entry: TreeEntry, indent: int) -> Iterator[str]:
    """An item; the first line of a mapping or list in it stands behind its hyphen."""
    group, pad = entry.value, " " * indent
    if (
        not isinstance(group, TreeGroup)
        or _in_one_line(group, f"{pad}- ", entry.beside) is not None
    ):
        yield from _valued(f"{pad}-", entry, indent)
        return
    if group.entries:
        yield from _remarks(group.entries[0].above, indent)
        group.entries[0].above = []
    lines = [*_block(group, indent + STEP)]
    if entry.beside:
        yield f"{pad}{entry.beside.lstrip()}"
    yield f"{pad}- {lines[0][indent + STEP :]}"
    yield from lines[1:]


def _valued(head: str, entry: TreeEntry, indent: int) -> Iterator[str]:
    """A value behind its key or hyphen, or below it."""
    value, beside = entry.value, entry.beside
    if isinstance(value, TreeValue):
        yield from _words(head, value, beside, indent)
        return
    line = _in_one_line(value, f"{head} ", beside)
    if line is not None:
        yield line
    else:
        yield f"{head}{beside}"
        yield from _block(value, indent + STEP)


def _words(head: str, words: TreeValue, beside: str, indent: int) -> Iterator[str]:
    value = spelled(words)
    is_long, is_quoted = len(f"{head} {value}") > WIDTH, value.startswith('"')
    # A text that would need quotes in one line does without them where it stands in several
    # already.
    sign, lines = (
        over_lines(words, indent + STEP)
        if is_long or (is_quoted and words.lines)
        else ("", ())
    )
    if sign and (len(lines) > 1 or is_quoted):
        yield f"{head} {sign}{beside}"
        yield from (f"{' ' * (indent + STEP)}{one}" if one else BLANK for one in lines)
    else:
        yield f"{head}{value and ' '}{value}{beside}"


def _in_one_line(group: TreeGroup, head: str, beside: str) -> str | None:
    """A collection in brackets, as its author has it; None where it has none, holds remarks
    or is too long.
    """
    if group.entries and (not group.is_flow or group.has_remarks):
        return None
    line = f"{head}{_in_brackets(group)}"
    return f"{line}{beside}" if len(line) <= WIDTH or not group.entries else None


def _in_brackets(tree: Tree) -> str:
    if isinstance(tree, TreeValue):
        return spelled(tree, in_brackets=True)
    inner = ", ".join(
        (
            f"{spelled(one.key, in_brackets=True)}: {_in_brackets(one.value)}"
            if one.key
            else _in_brackets(one.value)
        )
        for one in tree.entries
    )
    return f"{{{inner}}}" if tree.is_mapping else f"[{inner}]"
