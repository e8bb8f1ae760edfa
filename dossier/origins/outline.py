"""A text in parts: its headings, and the paragraphs below each. Captions, credits and lists
of headlines are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.intake.plain import LONE_AGENCY, SIGN_OFF, ends_sentence, signed
from dossier.intake.stamps import WEEKDAYS
from dossier.model.calendar import MONTHS

HEADING_WORDS = 8
HEADING_LENGTH = 60  # characters; headings inside of articles are shorter than headlines
CAPTION_WORDS = 20  # a caption or headline seldom has more
BEGINNING = "the beginning"


@dataclass(frozen=True)
class Paragraph:
    """One paragraph, and the number of the part it stands in."""

    part: int
    text: str


@dataclass(frozen=True)
class Outline:
    """The names of the parts in order, and what stands in them."""

    parts: tuple[str, ...]
    # The first is what comes before any heading.
    paragraphs: tuple[Paragraph, ...]
    asides: tuple[str, ...]
    # Lines that are no sentence and no heading.


def outline(text: str) -> Outline:
    """The parts of a text; one without headings is a single part."""
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    parts, paragraphs, asides = [BEGINNING], [], []
    for index, line in enumerate(lines):
        if _is_prose(line):
            paragraphs.append(Paragraph(len(parts) - 1, line))
        elif paragraphs and _is_heading(lines, index):
            parts.append(line)
        else:
            asides.append(line)
    return Outline(tuple(parts), tuple(paragraphs), tuple(asides))


def _is_prose(line: str) -> bool:
    """Whether a line is made of sentences; a long one is, though it ends in a colon or is
    cut off.
    """
    return ends_sentence(line) or len(line.split()) > CAPTION_WORDS


def _is_heading(lines: list[str], index: int) -> bool:
    """Whether a line is short, alone between paragraphs, and no credit."""
    line = lines[index]
    is_short = len(line) <= HEADING_LENGTH and len(line.split()) <= HEADING_WORDS
    alone = (
        _is_prose(lines[index - 1])
        and index + 1 < len(lines)
        and _is_prose(lines[index + 1])
    )
    return (
        is_short and alone and not (LONE_AGENCY.fullmatch(line) or signed(SIGN_OFF, line))
    )


NAME = re.compile(r"\b[A-Z][\w'-]+")
# Words that begin sentences and name nobody, beside those of days and months.
NO_NAMES = frozenset(
    (
        "The",
        "This",
        "That",
        "These",
        "Those",
        "There",
        "Then",
        "They",
        "Their",
        "His",
        "Her",
        "Its",
        "Our",
        "For",
        "And",
        "But",
        "Yet",
        "Not",
        "Now",
        "Last",
        "Next",
        "Earlier",
        "Later",
        "Also",
        "With",
        "From",
        "After",
        "Before",
        "According",
        "Speaking",
        "Asked",
        "Meanwhile",
        "However",
        "While",
        "When",
        "Where",
        "What",
        "Who",
        "Why",
        "How",
        "Chief",
    )
) | {*WEEKDAYS, *MONTHS}


def names_in(text: str) -> Iterator[str]:
    """The capitalised words of a text that may name somebody."""
    for word in NAME.findall(text):
        plain = word.removesuffix("'s")
        if plain not in NO_NAMES and len(plain) > 2:
            yield plain
