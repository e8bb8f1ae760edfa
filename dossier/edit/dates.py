"""`dossier fmt` brings dates of an old form up to the one that is read now: see dossier/read/old_dates.py."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from dossier.edit.records import PROVES, told_parts
from dossier.edit.tree import Entry, Group, Tree, Words, parse_tree
from dossier.model.claims import DATED
from dossier.model.dates import PartialDate
from dossier.model.values import Property
from dossier.read.layout import Role
from dossier.read.old_dates import renewed
from dossier.read.spreading import TOP
from dossier.read.vague import VAGUE

# What no date of an old form is without; most lines of a file need no second look.
SIGN = re.compile(r"[0-9X][?~%]|\.\.|/")


class Renewal(NamedTuple):
    """A date as it was written, and as it is now."""

    was: str
    now: PartialDate


def renew_dates(tree: Group, role: Role, properties: Mapping[str, Property]) -> tuple[Renewal, ...]:
    """Bring the dates of a file up, each with the words for its doubt under `vague` of its record."""
    found = (_renewed(record, entry) for record, entry in _dates(tree, role, properties))
    return tuple(one for one in found if one)


def renew_records(text: str) -> tuple[str, tuple[Renewal, ...]]:
    """Bring the dates up that records of proofs have compared with words, so that the records still fit."""
    lines, renewals = [], list[Renewal]()
    for line in text.split("\n"):
        found = _renewed_parts(line) if line.startswith(PROVES) and SIGN.search(line) else ()
        lines.append(found[0] if found else line)
        renewals += found[1] if found else ()
    return "\n".join(lines), tuple(renewals)


def _renewed_parts(line: str) -> tuple[str, list[Renewal]] | tuple[()]:
    parts = next((one.value for one in parse_tree(line.strip()).entries), None)
    entries = parts.entries if isinstance(parts, Group) else ()
    pairs = {one.key.text: one.value.text for one in entries if one.key and isinstance(one.value, Words)}
    dates = {key: date for key, value in pairs.items() if (date := renewed(value))}
    now = {key: str(dates.get(key, value)) for key, value in pairs.items()}
    return (PROVES + told_parts(now), [Renewal(pairs[key], date) for key, date in dates.items()]) if dates else ()


def property_of(fact: Tree, properties: Mapping[str, Property]) -> Property | None:
    """The property of a fact in the tree of its file; None where the site does not have it."""
    entries = _entries(fact, ("property",)) if isinstance(fact, Group) else ()
    return properties.get(next((one.value.text for one in entries if isinstance(one.value, Words)), ""))


def _dates(tree: Group, role: Role, properties: Mapping[str, Property]) -> Iterator[tuple[Group, Entry]]:
    """Every entry that may be a date, with the record that may have words for its doubt."""
    if role is Role.SOURCE:
        yield from _each(tree, _entries(tree, ("issued", "accessed")))
    elif role is Role.ORIGINS:
        for origin in _groups(tree):
            yield from _each(origin, _entries(origin, ("issued",)))
    elif role is Role.FACTS:
        yield from _dates_of_file(tree)
        for fact in _groups(tree):
            yield from _dates_of_fact(fact, properties)


def _dates_of_fact(fact: Group, properties: Mapping[str, Property]) -> Iterator[tuple[Group, Entry]]:
    keys = prop.date_keys if (prop := property_of(fact, properties)) else ()
    for claims in _entries(fact, ("claims",)):
        for claim in _groups(claims.value):
            yield from _each(claim, _dates_of(claim, keys))


def _dates_of_file(tree: Group) -> Iterator[tuple[Group, Entry]]:
    """Those that the claims of a file have in common."""
    for defaults in _entries(tree, (TOP,)):
        if isinstance(defaults.value, Group):
            yield from _each(defaults.value, _entries(defaults.value, DATED))


def _each(record: Group, entries: Iterable[Entry]) -> Iterator[tuple[Group, Entry]]:
    return ((record, entry) for entry in entries)


def _dates_of(claim: Group, keys: Collection[str]) -> Iterator[Entry]:
    yield from _entries(claim, (*DATED, *(key for key in keys if key == "value")))
    for entry in _entries(claim, ("value",)):
        if isinstance(entry.value, Group):
            yield from _entries(entry.value, keys)


def _entries(group: Group, keys: Collection[str]) -> Iterator[Entry]:
    return (entry for entry in group.entries if entry.key and entry.key.text in keys)


def _groups(tree: Tree) -> Iterator[Group]:
    entries = tree.entries if isinstance(tree, Group) else []
    return (entry.value for entry in entries if isinstance(entry.value, Group))


def _renewed(record: Group, entry: Entry) -> Renewal | None:
    was = entry.value.text if isinstance(entry.value, Words) else ""
    now = renewed(was)
    if now is None or entry.key is None:
        return None
    entry.value = Words(now.text, "")
    if now.vague:
        _say(record, entry.key.text, now.vague)
    return Renewal(was, now)


def _say(record: Group, key: str, vague: Collection[str]) -> None:
    """Put the words for one date under `vague` of its record, in place of any that stand there."""
    below = next((one.value for one in _entries(record, (VAGUE.name,)) if isinstance(one.value, Group)), None)
    if below is None:
        below = Group(is_mapping=True, is_flow=True, column=0)
        record.entries.append(_entry(VAGUE.name, below))
    below.entries = [one for one in below.entries if one.key and one.key.text != key]
    below.entries.append(_entry(key, _written(vague)))


def _written(words: Collection[str]) -> Tree:
    first, *others = (Words(word, "") for word in words)
    if not others:
        return first
    items = [Entry(None, word, 0, 0) for word in (first, *others)]
    return Group(is_mapping=False, is_flow=True, column=0, entries=items)


def _entry(key: str, value: Tree) -> Entry:
    return Entry(Words(key, ""), value, 0, 0)
