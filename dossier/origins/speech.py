"""Direct speech as it survives rewriting: other quotation marks, spelling, final commas,
and attributions in between.

Texts are in the typography of the archive: straight quotation marks. What is compared is
words, so “… expectations,” he said, “and …” and the same in one piece are equal.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from dossier.origins.outline import Paragraph

RUN = 12
"""Words in a row that two texts do not share by chance."""

LEAST = 2  # words; a single one in quotation marks is irony or a name
BREAK = ""
"""Stands between passages that are not one speech."""

# Opens before a word; closes after punctuation or before it. What is between may have
# apostrophes, and the plural's own.
SINGLE = re.compile(
    r"(?<!\w)'(?=\w)((?:[^']|(?<=\w)'(?=\w)|(?<=s)'(?="
    r" \w))+?)(?:(?<=[,.!?])'(?!\w)|'(?=[,.;:)]|$))"
)
WORD = re.compile(r"\w+(?:'\w+)*")
SPELLINGS = (
    (re.compile(r"is(?=(?:e[ds]?|ers?|ing|ations?)$)"), "iz"),  # organise, organize
    (re.compile(r"tre(?=s?$)"), "ter"),  # centre, center
    (re.compile(r"(?<=\w\w)our(?=s?$|ed$|ing$|able$|ite$)"), "or"),  # labour, labor
    (re.compile(r"ll(?=ed$|ing$|er$)"), "l"),  # travelled, traveled
)


@dataclass(frozen=True)
class Speech:
    """All direct speech of a text as one stream of words, with the paragraph of each."""

    words: tuple[str, ...]
    # In one spelling, for comparing; BREAK where one speech ends and another begins.
    printed: tuple[str, ...]
    paragraphs: tuple[int, ...]


def speech_of(paragraphs: tuple[Paragraph, ...]) -> Speech:
    """The direct speech of a text; passages in one paragraph, or in two that follow each
    other, may be one speech.
    """
    printed: list[str] = []
    places: list[int] = []
    for number, paragraph in enumerate(paragraphs):
        for passage in passages(paragraph.text):
            if places and number - places[-1] > 1:
                printed.append(BREAK)
                places.append(number)
            printed += passage
            places += [number] * len(passage)
    return Speech(tuple(spelled(word) for word in printed), tuple(printed), tuple(places))


def passages(text: str) -> Iterator[list[str]]:
    """The words of each quoted passage of a paragraph; one that is not closed runs to its
    end.
    """
    for index, part in enumerate(text.split('"')):
        found = [part] if index % 2 else [match[1] for match in SINGLE.finditer(part)]
        for passage in found:
            words = WORD.findall(passage)
            if len(words) >= LEAST:
                yield words


@lru_cache(maxsize=65_536)
def spelled(word: str) -> str:
    """A word in the one spelling in which words are compared; it need not be one that
    anybody writes.
    """
    plain = word.casefold().replace("'", "")
    for pattern, ending in SPELLINGS:
        plain = pattern.sub(ending, plain)
    return plain


def runs_of(words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """A number for each RUN of words in a stream, and where it begins; equal words give
    equal numbers in one process.
    """
    for start in range(len(words) - RUN + 1):
        run = words[start : start + RUN]
        if BREAK not in run:
            yield hash(run), start


@dataclass(frozen=True)
class SharedRun:
    """Words in a row that two streams share: where they begin in each, and how many they
    are.
    """

    first: int
    second: int
    length: int


def shared_speech(first: Speech, second: Speech) -> tuple[SharedRun, ...]:
    """The longest runs of at least RUN words that stand in both streams, in the order of
    the first.
    """
    starts: dict[int, int] = {}
    for number, start in runs_of(second.words):
        starts.setdefault(number, start)
    found: list[SharedRun] = []
    for number, start in runs_of(first.words):
        if number in starts and not (found and start < found[-1].first + found[-1].length):
            length = _common(first.words[start:], second.words[starts[number] :])
            if length >= RUN:  # equal numbers of unequal words are possible
                found.append(SharedRun(start, starts[number], length))
    return tuple(found)


def _common(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    """How many words two streams begin with in common."""
    same = takewhile(
        lambda pair: pair[0] == pair[1] != BREAK, zip(first, second, strict=False)
    )
    return sum(1 for _ in same)
