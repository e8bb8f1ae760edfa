"""The words of a text one by one, and phrases of a list found among them: the longest
holds, and each word serves one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from dossier.figures.patterns import LETTER
from dossier.model.scripts import EAST_ASIAN

TOKEN = re.compile(
    rf"\d[\d.,]*\d|\d|[{EAST_ASIAN}]|(?:(?![{EAST_ASIAN}])[{LETTER}])+?(?=n't\b)"
    rf"|n't\b|'(?:s|ll|re|ve)\b|(?:(?![{EAST_ASIAN}])[{LETTER}])+|[^\s\w]",
    re.IGNORECASE,
)
FORMS = re.compile(r"\(([^()]*\|[^()]*)\)")
END = ""  # the key of a tree under which the tags of a whole phrase stand

Tree = dict[str, Any]


@dataclass(frozen=True)
class Tokens:
    """A text in words, numbers and signs; each in small letters, with where it stands."""

    text: str
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Tokens":
        """Read a text."""
        spans = [match.span() for match in TOKEN.finditer(text)]
        keys = [text[start:end].lower() for start, end in spans]
        if "n't" in keys:
            keys = ["not" if key == "n't" else key for key in keys]
        return cls(
            text,
            tuple(keys),
            tuple([start for start, _ in spans]),
            tuple([end for _, end in spans]),
        )

    def words(self, first: int, last: int) -> str:
        """The text from one token up to another."""
        return self.text[self.starts[first] : self.ends[last - 1]]


@dataclass(frozen=True)
class Mark:
    """A phrase of a list, found in a text."""

    tags: frozenset[str]
    first: int
    last: int
    # The token behind it.


def expand(words: str) -> Iterator[str]:
    """Each phrase of a list in each of its forms: `plan(|s|ned)` is plan, plans, planned."""
    for phrase in re.split(r"[,，、]\s*(?![^()]*\))", " ".join(words.split())):
        parts = FORMS.split(phrase)
        choices = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
        yield from (
            "".join(chosen).strip() for chosen in product(*choices) if phrase.strip()
        )


class Phrases:
    """Phrases by their tags, as a tree of their words."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._tree: Tree = {}
        self.tags: set[str] = set()
        for tag, phrase in phrases:
            self.tags.add(tag)
            self._add(Tokens.of(phrase).keys, tag)

    @classmethod
    def of(cls, lists: Mapping[str, str]) -> "Phrases":
        """From lists as the files of languages have them; the phrases of the list without a
        tag silence their words.
        """
        return cls(
            (tag, phrase) for tag, words in lists.items() for phrase in expand(words)
        )

    def __bool__(self) -> bool:
        return bool(self._tree)

    def _add(self, keys: Sequence[str], tag: str) -> None:
        node = self._tree
        for key in keys:
            node = node.setdefault(key, {})
        node[END] = node.get(END, frozenset()) | ({tag} if tag else frozenset())

    @property
    def beginnings(self) -> frozenset[str]:
        """The words that its phrases begin with."""
        return frozenset(self._tree)

    def find(
        self, keys: Sequence[str], places: Sequence[int] | None = None
    ) -> tuple[Mark, ...]:
        """The phrases in a text, from left to right; `places` are those at which a phrase
        of any list may begin, where somebody has looked for them before.
        """
        places = range(len(keys)) if places is None else places
        found: list[Mark] = []
        end = 0
        for first in [at for at in places if keys[at] in self._tree]:
            mark = self._longest(keys, first) if first >= end else None
            if mark:
                found.append(mark)
                end = mark.last
        return tuple(found)

    def _longest(self, keys: Sequence[str], at: int) -> Mark | None:
        node, last, tags = self._tree, at, None
        for place in range(at, len(keys)):
            if keys[place] not in node:
                break
            node = node[keys[place]]
            if END in node:
                last, tags = place + 1, node[END]
        return Mark(tags, at, last) if tags is not None else None


def tags_of(marks: Iterable[Mark]) -> frozenset[str]:
    """All that some marks say."""
    return frozenset(tag for mark in marks for tag in mark.tags)
