"""Words to patterns: each whole, the longest first. A boundary stands only beside letters
of scripts that have spaces.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from dossier.model.late import late_pattern

T = TypeVar("T")

LETTER = "A-Za-z\u00c0-\u024f\u0370-\u052f"
"""Letters of the scripts that join digits to words (V3, COVID-19); those of Chinese do not.
"""

IS_LETTER = late_pattern(f"[{LETTER}]")
NEVER = r"(?!)"
ODD = {0x17F: "s", 0x131: "i", 0x307: None}


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of some words as they are."""
    listed = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, listed)) or NEVER


def whole(words: Iterable[str]) -> str:
    """A pattern for one of some words that is no part of a longer one, unless `*` stands at
    its end for the rest.
    """
    kinds: dict[tuple[bool, bool], list[str]] = {}
    for word in words:
        edges = bool(IS_LETTER.match(word[0])), bool(IS_LETTER.match(word[-1]))
        kinds.setdefault(edges, []).append(word.strip("*") or word)
    listed = (
        f"{rf'(?<![{LETTER}])' if left else ''}(?:{any_of(same)}){rf'(?![{LETTER}])' if right else ''}"
        for (left, right), same in sorted(
            kinds.items(), key=lambda item: (item[0][1], not item[0][0])
        )
    )
    return f"(?:{'|'.join(listed) or NEVER})"


BEFORE = 256  # characters before a place in which any of our patterns ends and begins


def stands_before(pattern: "re.Pattern[str]", text: str, end: int) -> bool:
    """Whether what a pattern with `$` finds ends at a place. It looks no further back than
    that: from the beginning, a text of many figures would take the square of its length.
    """
    return bool(pattern.search(text, max(0, end - BEFORE), max(0, end)))


def search_in(words: Iterable[str]) -> "re.Pattern[str]":
    """Finds one of some words, in any case."""
    return late_pattern(whole(words), re.IGNORECASE)


RUN = late_pattern(r"[^\W\d_]+")


def runs_of(text: str) -> frozenset[str]:
    """The runs of letters of a text, in small letters."""
    return frozenset(RUN.findall(small(text)))


@dataclass(frozen=True)
class Gate:
    """Tells quickly that a text has none of some words, which is so of most: a pattern
    takes much longer to say so.
    """

    runs: frozenset[str]
    # Of each word a run of letters that stands in a text with it,
    signs: frozenset[str]
    # or a sign, where it has no letters.
    is_open: bool
    # Whether nobody can tell before the text is read: where words have no spaces, or are
    # parts of longer ones.

    def lets(self, text: str, runs: frozenset[str]) -> bool:
        """Whether a text with these runs of letters may have one of the words."""
        return (
            self.is_open
            or not runs.isdisjoint(self.runs)
            or any(sign in text for sign in self.signs)
        )


def gate(words: Iterable[str], *, spaced: bool) -> Gate:
    """The gate of some words; the run of one that begins within a longer word is its last."""
    listed = [(word, RUN.findall(small(word))) for word in words]
    runs = frozenset(
        found[-1 if word.startswith("*") else 0] for word, found in listed if found
    )
    inner = any(
        word.endswith("*") or (word.startswith("*") and len(found) == 1 and "'" not in word)
        for word, found in listed
    )
    return Gate(
        runs,
        frozenset(word.strip() for word, found in listed if not found),
        inner or not spaced,
    )


def small(word: str) -> str:
    """A word in small letters; a long s or a dotless i, which a pattern takes for the plain
    letter, as that.
    """
    return word.lower().translate(ODD)


def meaning_by_word(words: Mapping[T, Iterable[str]]) -> Mapping[str, T]:
    """What each word stands for, in small letters."""
    return {small(word): meaning for meaning, listed in words.items() for word in listed}
