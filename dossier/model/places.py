"""Where something stands in our own files, so that every finding can point at its line.

Not to be confused with a locator, which is a place inside a *source*.

There are fifty keys to a fact, of which few are asked for: so what a record keeps of them
is a row of numbers, a byte each where they are small, and the layout of its keys, which is
one for all records that are alike. Positions are made of them when somebody asks.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
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


class Layout:
    """The keys of a mapping in their order, with what each holds."""

    __slots__ = ("parts", "size")

    def __init__(self, kinds: "tuple[tuple[str, Kind], ...]") -> None:
        self.parts: dict[str, tuple[int, Kind]] = {}
        # For each key, which of the numbers are the first of its own, and what it holds.
        self.size = 0
        # How many numbers there are.
        for name, kind in kinds:
            self.parts[name] = (self.size, kind)
            self.size += _size_of(kind)

    def __reduce__(self) -> "tuple[Callable[[Kinds], Layout], tuple[Kinds]]":
        """In another process too there is one for all that are alike."""
        return layout_of, (tuple((name, kind) for name, (_, kind) in self.parts.items()),)


class KeyPlace(NamedTuple):
    """Where one key of a mapping stands, and where its value begins."""

    key: Position
    value: Position
    items: tuple[Position, ...] = ()
    # Where each item begins, if the value is a list.
    inner: "Entries | None" = None
    # Where its own keys stand, if the value is a mapping.
    trail: str = ""
    # Its key path, where it stands elsewhere and holds for this mapping too.


Entries: TypeAlias = Mapping[str, KeyPlace]
Kind: TypeAlias = int | Layout | KeyPlace
"""What a key holds: so many items of a list, or a mapping. One that stands elsewhere, often
for many records, keeps its place by itself.
"""
Kinds: TypeAlias = tuple[tuple[str, Kind], ...]
Numbers: TypeAlias = Sequence[int]
"""Lines, counted from one of the file, and columns: bytes where they are small enough."""
OF_KEY = 4
"""Numbers of a key and its value; those of its items or own keys follow."""


def _size_of(kind: Kind) -> int:
    if isinstance(kind, Layout):
        return OF_KEY + kind.size
    return OF_KEY + 2 * kind if isinstance(kind, int) else 0


@lru_cache(maxsize=4096)
def layout_of(kinds: Kinds) -> Layout:
    """The layout of these keys."""
    return Layout(kinds)


def packed(numbers: list[int]) -> Numbers:
    """Numbers in the least room."""
    try:
        return bytes(numbers)
    except ValueError:
        return tuple(numbers)


class PackedEntries(Mapping[str, KeyPlace]):
    """The keys of a mapping in one file, looked up in their numbers."""

    __slots__ = ("_base", "_layout", "_numbers", "_path", "_start")

    def __init__(
        self, path: str, base: int, layout: Layout, numbers: Numbers, start: int = 2
    ) -> None:
        self._path, self._base, self._layout = path, base, layout
        # The line from which all are counted.
        self._numbers, self._start = numbers, start
        # The first number that is of a key; right before it are those of the mapping.

    @property
    def own(self) -> Position:
        """Where the mapping itself begins."""
        return self._position(self._start - 2)

    def __getitem__(self, name: str) -> KeyPlace:
        offset, kind = self._layout.parts[name]
        if isinstance(kind, KeyPlace):
            return kind
        at = self._start + offset
        key, value = self._position(at), self._position(at + 2)
        if isinstance(kind, Layout):
            return KeyPlace(key, value, inner=self._below(kind, at + OF_KEY))
        places = range(at + OF_KEY, at + OF_KEY + 2 * kind, 2)
        return KeyPlace(key, value, tuple(map(self._position, places)))

    def get(self, name: str, default: Any = None) -> Any:
        """The place of a key, or something else where there is none, which is asked more
        often than not.
        """
        return self[name] if name in self._layout.parts else default

    def __contains__(self, name: object) -> bool:
        return name in self._layout.parts

    def __iter__(self) -> Iterator[str]:
        return iter(self._layout.parts)

    def __len__(self) -> int:
        return len(self._layout.parts)

    def __hash__(self) -> int:
        return hash((self._path, self._base, self._numbers, self._start))

    def __repr__(self) -> str:
        return repr({**self})

    def __reduce__(self) -> "tuple[type[PackedEntries], tuple[Any, ...]]":
        told = (self._path, self._base, self._layout, self._numbers, self._start)
        return PackedEntries, told

    def _below(self, layout: Layout, start: int) -> "PackedEntries":
        return PackedEntries(self._path, self._base, layout, self._numbers, start)

    def _position(self, at: int) -> Position:
        line, column = self._base + self._numbers[at], self._numbers[at + 1]
        return new_tuple(Position, (self._path, line, column))


EMPTY = layout_of(())
NO_ENTRIES: Entries = PackedEntries("", 0, EMPTY, b"")


_kept = lru_cache(maxsize=4096)(str)
"""Of texts that are alike one: the words of key paths are few."""


class Place:
    """Where a record stands: its own position, that of each of its keys, and its key path."""

    __slots__ = ("_head", "_tail", "entries")

    def __init__(self, entries: PackedEntries, trail: str = "") -> None:
        self.entries = entries
        head, _, tail = trail.partition(".")
        self._head, self._tail = _kept(head), _kept(tail)

    @property
    def position(self) -> Position:
        """Where it begins."""
        return self.entries.own

    @property
    def trail(self) -> str:
        """The key path from the top of the file, such as `founded.claims[0]`."""
        return f"{self._head}.{self._tail}" if self._tail else self._head

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
        return place_at(self.of(key), self.below(key), self.inner(key))

    def inner(self, key: str) -> Entries:
        """Where the keys of the mapping under `key` stand."""
        entry = self.entries.get(key)
        return (entry and entry.inner) or NO_ENTRIES

    def item(self, key: str, index: int) -> Position:
        """The position of one item of the list under `key`."""
        items = self.entries[key].items if key in self.entries else ()
        return items[index] if index < len(items) else self.of(key)

    def below(self, key: str) -> str:
        """The key path of `key` in this record, or where it stands for several."""
        entry: KeyPlace | None = self.entries.get(key)
        if entry and entry.trail:
            return entry.trail
        return f"{self.trail}.{key}" if self._head else key

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Place) and self._told() == other._told()

    def __hash__(self) -> int:
        return hash(self.entries)

    def __repr__(self) -> str:
        return f"Place{self._told()}"

    def __reduce__(self) -> "tuple[type[Place], tuple[PackedEntries, str]]":
        return Place, (self.entries, self.trail)

    def _told(self) -> tuple[Position, str, Entries]:
        return self.position, self.trail, self.entries


def place_at(at: Position, trail: str = "", entries: Entries = NO_ENTRIES) -> Place:
    """The place of a record by positions, few of which are made."""
    if isinstance(entries, PackedEntries) and entries and entries.own == at:
        return Place(entries, trail)
    path, line, column = at
    layout = Layout((*entries.items(),)) if entries else EMPTY
    return Place(PackedEntries(path, line, layout, packed([0, column])), trail)


NOWHERE = place_at(Position(""))
"""The place of records that no file holds: those made by tests and by the program itself.
"""
