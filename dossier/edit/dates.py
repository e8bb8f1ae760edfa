"""`dossier fmt` brings dates of an old form up to the one that is read now: see
dossier/read/old_dates.py.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from dossier.model.claims import DATED
from dossier.model.dates import PartialDate
from dossier.model.values import Property
from dossier.read.folding import CLAIMS
from dossier.read.layout import Role
from dossier.read.old_dates import renewed
from dossier.read.spreading import TOP
from dossier.read.vague import VAGUE
from dossier.yaml.records import PROVES, parts_text
from dossier.yaml.tree import Tree, TreeEntry, TreeGroup, TreeValue, parse_tree

# What no date of an old form is without; most lines of a file need no second look.
SIGN = re.compile(r"[0-9X][?~%]|\.\.|/")


class Renewal(NamedTuple):
    """A date as it was written, and as it is now."""

    was: str
    now: PartialDate


def renew_dates(
    tree: TreeGroup, role: Role, properties: Mapping[str, Property]
) -> tuple[Renewal, ...]:
    """Bring the dates of a file up, each with the words for its doubt under `vague` of its
    record.
    """
    found = (_renewed(record, entry) for record, entry in _dates(tree, role, properties))
    return tuple(one for one in found if one)


def renew_records(text: str) -> tuple[str, tuple[Renewal, ...]]:
    """Bring the dates up that records of proofs have compared with words, so that the
    records still fit.
    """
    lines, renewals = [], list[Renewal]()
    for line in text.split("\n"):
        found = (
            _renewed_parts(line) if line.startswith(PROVES) and SIGN.search(line) else ()
        )
        lines.append(found[0] if found else line)
        renewals += found[1] if found else ()
    return "\n".join(lines), tuple(renewals)


def _renewed_parts(line: str) -> tuple[str, list[Renewal]] | tuple[()]:
    parts = next((one.value for one in parse_tree(line.strip()).entries), None)
    entries = parts.entries if isinstance(parts, TreeGroup) else ()
    pairs = {
        one.key.text: one.value.text
        for one in entries
        if one.key and isinstance(one.value, TreeValue)
    }
    dates = {key: date for key, value in pairs.items() if (date := renewed(value))}
    now = {key: str(dates.get(key, value)) for key, value in pairs.items()}
    return (
        (
            PROVES + parts_text(now),
            [Renewal(pairs[key], date) for key, date in dates.items()],
        )
        if dates
        else ()
    )


def property_of(
    tree: TreeGroup, fact: TreeEntry, properties: Mapping[str, Property]
) -> Property | None:
    """The property of a fact in the tree of its file; None where the site does not have it."""
    shared = next((one.value for one in _entries(tree, (TOP,))), None)
    own, common = (_property_id(group) for group in (fact.value, shared))
    return properties.get(own or common or (fact.key.text if fact.key else ""))


def _property_id(group: Tree | None) -> str:
    entries = _entries(group, ("property",)) if isinstance(group, TreeGroup) else ()
    return next((one.value.text for one in entries if isinstance(one.value, TreeValue)), "")


def _dates(
    tree: TreeGroup, role: Role, properties: Mapping[str, Property]
) -> Iterator[tuple[TreeGroup, TreeEntry]]:
    """Every entry that may be a date, with the record that may have words for its doubt."""
    if role is Role.SOURCE:
        yield from _each(tree, _entries(tree, ("issued", "accessed")))
    elif role is Role.ORIGINS:
        for origin in _groups(tree):
            yield from _each(origin, _entries(origin, ("issued",)))
    elif role is Role.FACTS:
        yield from _dates_of_file(tree)
        for fact in tree.entries:
            if isinstance(fact.value, TreeGroup) and fact.key and fact.key.text != TOP:
                prop = property_of(tree, fact, properties)
                yield from _dates_of_fact(fact.value, prop.date_keys if prop else ())


def _dates_of_fact(
    fact: TreeGroup, keys: Collection[str]
) -> Iterator[tuple[TreeGroup, TreeEntry]]:
    yield from _each(fact, _dates_of(fact, keys))
    for claims in _entries(fact, (CLAIMS,)):
        for claim in _groups(claims.value):
            yield from _each(claim, _dates_of(claim, keys))


def _dates_of_file(tree: TreeGroup) -> Iterator[tuple[TreeGroup, TreeEntry]]:
    """Those that the claims of a file have in common."""
    for defaults in _entries(tree, (TOP,)):
        if isinstance(defaults.value, TreeGroup):
            yield from _each(defaults.value, _entries(defaults.value, DATED))


def _each(
    record: TreeGroup, entries: Iterable[TreeEntry]
) -> Iterator[tuple[TreeGroup, TreeEntry]]:
    return ((record, entry) for entry in entries)


def _dates_of(claim: TreeGroup, keys: Collection[str]) -> Iterator[TreeEntry]:
    yield from _entries(claim, (*DATED, *(key for key in keys if key == "value")))
    for entry in _entries(claim, ("value",)):
        if isinstance(entry.value, TreeGroup):
            yield from _entries(entry.value, keys)


def _entries(group: TreeGroup, keys: Collection[str]) -> Iterator[TreeEntry]:
    return (entry for entry in group.entries if entry.key and entry.key.text in keys)


def _groups(tree: Tree) -> Iterator[TreeGroup]:
    entries = tree.entries if isinstance(tree, TreeGroup) else []
    return (entry.value for entry in entries if isinstance(entry.value, TreeGroup))


def _renewed(record: TreeGroup, entry: TreeEntry) -> Renewal | None:
    was = entry.value.text if isinstance(entry.value, TreeValue) else ""
    now = renewed(was)
    if now is None or entry.key is None:
        return None
    entry.value = TreeValue(now.text, "")
    if now.vague:
        _say(record, entry.key.text, now.vague)
    return Renewal(was, now)


def _say(record: TreeGroup, key: str, vague: Collection[str]) -> None:
    """Put the words for one date under `vague` of its record, in place of any that stand
    there.
    """
    below = next(
        (
            one.value
            for one in _entries(record, (VAGUE.name,))
            if isinstance(one.value, TreeGroup)
        ),
        None,
    )
    if below is None:
        below = TreeGroup(is_mapping=True, is_flow=True, column=0)
        record.entries.append(_entry(VAGUE.name, below))
    below.entries = [one for one in below.entries if one.key and one.key.text != key]
    below.entries.append(_entry(key, _written(vague)))


def _written(words: Collection[str]) -> Tree:
    first, *others = (TreeValue(word, "") for word in words)
    if not others:
        return first
    items = [TreeEntry(None, word, 0, 0) for word in (first, *others)]
    return TreeGroup(is_mapping=False, is_flow=True, column=0, entries=items)


def _entry(key: str, value: Tree) -> TreeEntry:
    return TreeEntry(TreeValue(key, ""), value, 0, 0)
