"""The names that the content knows, found in a text of ours: each by the entity that bears
it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.model.content import Content
from dossier.model.late import late_pattern
from dossier.model.scripts import EAST_ASIAN

WORD = late_pattern(r"\w+")
EASTERN = late_pattern(f"[{EAST_ASIAN}]")
"""Signs within a run of which a name may stand."""
Bearers = frozenset[str]


@dataclass(frozen=True)
class NameIndex:
    """Every name of an entity or a company, by the word with which it begins."""

    by_word: Mapping[str, tuple[tuple[str, Bearers], ...]]
    # The longest first; with the ids of those who bear it.
    eastern: tuple[tuple[str, Bearers], ...]
    of: Mapping[str, frozenset[str]]
    # The names of each id.

    @classmethod
    def known_to(cls, content: Content) -> "NameIndex":
        """Those of a content folder."""
        every = {
            id: frozenset({one.name, *one.also_known_as})
            for id, one in content.entities.items()
        }
        every |= {
            slug: frozenset({one.name, *one.also_known_as})
            for slug, one in content.companies.items()
        }
        bearers: dict[str, set[str]] = defaultdict(set)
        for id, names in every.items():
            for name in names - {""}:
                bearers[name].add(id)
        listed = sorted(
            ((name, frozenset(ids)) for name, ids in bearers.items()),
            key=lambda pair: (-len(pair[0]), pair[0]),
        )
        by_word: dict[str, list[tuple[str, Bearers]]] = defaultdict(list)
        for name, ids in listed:
            if (first := WORD.search(name)) and not _is_eastern(name):
                by_word[first[0]].append((name[first.start() :], ids))
        eastern = tuple(pair for pair in listed if _is_eastern(pair[0]))
        return cls({word: tuple(pairs) for word, pairs in by_word.items()}, eastern, every)

    def in_text(self, text: str) -> Iterator[tuple[str, Bearers]]:
        """Each name in a text, the longest where one begins another, with those who bear
        it.
        """
        end, words = 0, WORD.finditer(text)
        is_named = not self.by_word.keys().isdisjoint(WORD.findall(text))
        for word in words if is_named else ():
            pairs = self.by_word.get(word[0], ()) if word.start() >= end else ()
            found = next(
                (pair for pair in pairs if _stands_at(text, word.start(), pair[0])), None
            )
            if found:
                end = word.start() + len(found[0])
                yield found
        if self.eastern and EASTERN.search(text):
            yield from (pair for pair in self.eastern if pair[0] in text)


def _is_eastern(name: str) -> bool:
    return not name.isascii() and EASTERN.match(name) is not None


def _stands_at(text: str, place: int, name: str) -> bool:
    """Whether a whole name stands at a place."""
    after = text[place + len(name) : place + len(name) + 1]
    return text.startswith(name, place) and not (after.isalnum() and name[-1:].isalnum())
