"""Where something stands in our own files, so that every finding can point at its line.

Not to be confused with a locator, which is a place inside a *source*.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

new_tuple = tuple.__new__
"""Makes a named tuple of all its values in a third of the time that calling it takes: for
those of which there are thousands to a company.
"""


class Position(NamedTuple):
    """A line and column of a file below the content folder; both count from 1, columns in
    characters.
    """

    path: str
    line: int = 1
    column: int = 1


NO_ENTRIES: Mapping[str, "KeyPlace"] = {}
"""The keys of what has none: one for all, because there is such a place for each key of all
files.
"""


def _no_entries() -> Mapping[str, "KeyPlace"]:
    return NO_ENTRIES


class KeyPlace(NamedTuple):
    """Where one key of a mapping stands, and where its value begins."""

    key: Position
    value: Position
    items: tuple[Position, ...] = ()
    # Where each item begins, if the value is a list.
    inner: "Entries" = NO_ENTRIES
    # Where its own keys stand, if the value is a mapping.
    trail: str = ""
    # Its key path, where it stands elsewhere and holds for this mapping too.


Entries: TypeAlias = Mapping[str, KeyPlace]
BITS = 24
"""Of a line or a column: no file that is read has as many characters."""
MASK = (1 << BITS) - 1


class PackedEntries(Mapping[str, KeyPlace]):
    """The keys of a mapping in one file. There are fifty of them to a fact, of which few
    are asked for: so a key with a single value is four numbers in one, until then.
    """

    __slots__ = ("_packed", "_path")

    def __init__(self, path: str, packed: Mapping[str, int | KeyPlace]) -> None:
        self._path, self._packed = path, packed

    def __getitem__(self, name: str) -> KeyPlace:
        found = self._packed[name]
        return found if isinstance(found, KeyPlace) else self._unpacked(found)

    def get(self, name: str, default: Any = None) -> Any:
        """The place of a key, or something else where there is none: asked a hundred times
        a fact, mostly of keys that are not there.
        """
        found = self._packed.get(name)
        if found is None:
            return default
        return found if isinstance(found, KeyPlace) else self._unpacked(found)

    def _unpacked(self, found: int) -> KeyPlace:
        path = self._path
        key = (path, found & MASK, found >> BITS & MASK)
        value = (path, found >> 2 * BITS & MASK, found >> 3 * BITS & MASK)
        return KeyPlace(new_tuple(Position, key), new_tuple(Position, value))

    def __contains__(self, name: object) -> bool:
        return name in self._packed

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


def packed(key: Position, value: Position) -> int:
    """Where a key and its single value stand, as one number."""
    _, line, column = key
    _, below, right = value
    return line | column << BITS | below << 2 * BITS | right << 3 * BITS


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: its own position, that of each of its keys, and its key path."""

    position: Position
    trail: str = ""
    # The key path from the top of the file, such as `founded.claims[0]`.
    entries: Entries = field(default_factory=_no_entries)

    def of(self, key: str) -> Position:
        """The position of the value of `key`, or of the whole record where the key is
        absent.
        """
        entry = self.entries.get(key)
        return entry.value if entry else self.position

    def key(self, key: str) -> Position:
        """The position of `key` itself, or of the whole record where it is absent."""
        entry = self.entries.get(key)
        return entry.key if entry else self.position

    def within(self, key: str) -> "Place":
        """The place of the mapping under `key`."""
        entry = self.entries.get(key)
        trail = f"{self.trail}.{key}" if self.trail else key
        if entry is None:
            return Place(self.position, trail, NO_ENTRIES)
        return Place(entry.value, entry.trail or trail, entry.inner)

    def inner(self, key: str) -> Entries:
        """Where the keys of the mapping under `key` stand."""
        entry = self.entries.get(key)
        return entry.inner if entry else NO_ENTRIES

    def item(self, key: str, index: int) -> Position:
        """The position of one item of the list under `key`."""
        items = self.entries[key].items if key in self.entries else ()
        return items[index] if index < len(items) else self.of(key)

    def below(self, key: str) -> str:
        """The key path of `key` in this record, or where it stands for several."""
        entry = self.entries.get(key)
        if entry and entry.trail:
            return entry.trail
        return f"{self.trail}.{key}" if self.trail else key


NOWHERE = Place(Position(""))
"""The place of records that no file holds: those made by tests and by the program itself.
"""
