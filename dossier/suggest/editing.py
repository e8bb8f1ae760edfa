"""A change of one fact in the text of its file: lines are put in or replaced, and every
other byte stays.

Lines are found by the positions that the reader noted. A file that is not written as ours
are (several keys on a line) is refused here; suggesting.py reads the result again, and
holds it against what was there before.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.intake.frontmatter import written_item, written_text
from dossier.model.claims import Claim, Reference
from dossier.model.places import Place, Position
from dossier.read.spreading import NONE, defaults_in
from dossier.read.yaml import Node, Scalar, Sequence
from dossier.suggest.forms import FormRefused
from dossier.suggest.planning import ChangePlan, PlanKind
from dossier.suggest.reading import WishedCorrection

BY_HAND = (
    "The file of this fact is not written in the way that this program edits. Somebody has"
    " to change it by hand."
)
STEP = "  "
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')
IN_BRACKETS = re.compile(r"[^,{}\[\]\s](?:[^,{}\[\]]*[^,{}\[\]\s])?(?=\s*[,}])")
"""Plain words among others in brackets."""
REMARK = re.compile(r"\s+#.*|\s*$")


@dataclass(frozen=True)
class Edit:
    """Lines from `start` to before `end`, counted from 0, become `lines`."""

    start: int
    end: int
    lines: tuple[str, ...]


def edit_fact(text: str, wish: WishedCorrection, plan: ChangePlan) -> str:
    """The text of the file with the change. Raises Refused where it is not written as ours
    are.
    """
    lines = text.split("\n")
    for edit in sorted(
        _edits(lines, wish, plan), key=lambda edit: edit.start, reverse=True
    ):
        lines[edit.start : edit.end] = edit.lines
    return "\n".join(lines)


def _edits(lines: list[str], wish: WishedCorrection, plan: ChangePlan) -> Iterator[Edit]:
    if plan.kind is PlanKind.BESIDE:
        # Who sends a correction does not say that the speaker, the day or the status of the
        # file is that of the new answer.
        undone = (f"{key}: {NONE}" for key in defaults_in("", "\n".join(lines)))
        framed = _framing(plan.beside) if plan.beside else ()
        item = [
            *_entry("value", wish.node),
            *framed,
            *undone,
            "references:",
            *(STEP + line for line in _reference(wish)),
        ]
        yield _appended(
            lines, wish.fact.at, "claims", wish.fact.claims[-1].at.position, _as_item(item)
        )
        return
    claim = wish.fact.claims[plan.index]
    held = None
    if plan.kind is PlanKind.MEND:
        yield _replaced(lines, claim.at, "value", _entry("value", wish.node))
        held = _passage_of_value(claim) if isinstance(wish.node, Scalar) else None
    if held is None:
        yield _appended(
            lines,
            claim.at,
            "references",
            claim.at.entries["references"].items[-1],
            _reference(wish),
        )
    elif held.quote != wish.quote:
        yield replaced_quote(lines, held.at, wish.quote)


def _framing(beside: Claim) -> Iterator[str]:
    """The time and the kind of an answer, for another one to the same question."""
    if beside.period:
        yield f"period: {written_text(beside.period.text)}"
        if beside.period.vague:
            yield f"vague: {{period: [{', '.join(beside.period.vague)}]}}"
    if beside.qualifiers:
        yield (
            "qualifiers:"
            f" {{{', '.join(f'{name}: {written_item(word)}' for name, word in beside.qualifiers.items())}}}"
        )


def _passage_of_value(claim: Claim) -> Reference | None:
    """The passage by which we read the value of a claim."""
    found = (
        one
        for one in claim.references
        if one.quote and (not one.supports or "value" in one.supports)
    )
    return next(found, None)


def _reference(wish: WishedCorrection) -> Iterator[str]:
    yield f"- source: {wish.source.id}"
    yield f"{STEP}quote: {written_text(wish.quote)}"


def _entry(key: str, node: Node) -> list[str]:
    """A key and its value as lines."""
    if isinstance(node, Scalar):
        return [f"{key}: {written_text(node.text)}"]
    if isinstance(node, Sequence):
        items = (written_item(item.text) for item in node.items if isinstance(item, Scalar))
        return [f"{key}: [{', '.join(items)}]"]
    inner = (line for name, pair in node.pairs.items() for line in _entry(name, pair.node))
    return [f"{key}:", *(STEP + line for line in inner)]


def _as_item(body: list[str]) -> Iterator[str]:
    """Keys as an item of a list: behind a hyphen."""
    yield f"- {body[0]}"
    yield from (STEP + line for line in body[1:])


def _appended(
    lines: list[str], place: Place, key: str, last: Position, item: Iterable[str]
) -> Edit:
    """One more item at the end of the list under `key`, whose last one stands at `last`."""
    end = _end(lines, *_key(lines, place, key))
    indent = " " * _hyphen(lines, last)
    return Edit(end, end, tuple(indent + line for line in item))


def _replaced(lines: list[str], place: Place, key: str, body: list[str]) -> Edit:
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
        return _replaced(lines, place, "quote", [f"quote: {written_text(words)}"])
    old = QUOTED.match(after) or IN_BRACKETS.match(after)
    if old is None:
        raise FormRefused(BY_HAND)
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
        raise FormRefused(BY_HAND)
    return row, depth


def _hyphen(lines: list[str], item: Position) -> int:
    """How far the hyphen of a list item is indented."""
    before = lines[item.line - 1][: item.column - 1]
    if before.strip() != "-":
        raise FormRefused(BY_HAND)
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
