"""Words to patterns: each whole, the longest first. A boundary stands only beside letters of scripts that have spaces."""

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

T = TypeVar("T")

LETTER = "A-Za-z\u00c0-\u024f\u0370-\u052f"
"""Letters of the scripts that join digits to words (V3, COVID-19); those of Chinese do not."""

IS_LETTER = re.compile(f"[{LETTER}]")
NEVER = r"(?!)"
ODD = {0x17F: "s", 0x131: "i", 0x307: None}


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of some words as they are."""
    listed = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, listed)) or NEVER


def whole(words: Iterable[str]) -> str:
    """A pattern for one of some words that is no part of a longer one, unless `*` stands at its end for the rest."""
    kinds: dict[tuple[bool, bool], list[str]] = {}
    for word in words:
        edges = bool(IS_LETTER.match(word[0])), bool(IS_LETTER.match(word[-1]))
        kinds.setdefault(edges, []).append(word.strip("*") or word)
    listed = (
        f"{rf'(?<![{LETTER}])' if left else ''}(?:{any_of(same)}){rf'(?![{LETTER}])' if right else ''}"
        for (left, right), same in sorted(kinds.items(), key=lambda item: (item[0][1], not item[0][0]))
    )
    return f"(?:{'|'.join(listed) or NEVER})"


def search_in(words: Iterable[str]) -> "re.Pattern[str]":
    """Finds one of some words, in any case."""
    return re.compile(whole(words), re.IGNORECASE)


def small(word: str) -> str:
    """A word in small letters; a long s or a dotless i, which a pattern takes for the plain letter, as that."""
    return word.lower().translate(ODD)


def turned(words: Mapping[T, Iterable[str]]) -> Mapping[str, T]:
    """What each word stands for, in small letters."""
    return {small(word): meaning for meaning, listed in words.items() for word in listed}
