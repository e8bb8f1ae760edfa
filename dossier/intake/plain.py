"""Plain text: what its first and last lines say of it. All of it is guessed; a text says
nothing of itself for sure.
"""

import re
from collections.abc import Iterator
from itertools import islice

from dossier.intake.drafts import Detail, Draft
from dossier.intake.people import AGENCY, PERSON, author_of, split_names
from dossier.intake.stamps import day_alone
from dossier.intake.tongues import language_of
from dossier.model.sources import SourceType

MAX_TITLE = 200  # characters; the longest headlines of newspapers have about 150
HEAD = 8  # lines with words, in which a byline and a date may stand
ENDING = re.compile(r"[.!?…][\"'”’»)\]]*$")
NAMES = r"(?P<names>[^\n]{2,120}?)"
SIGN_OFF = re.compile(
    rf"[-–—]\s*(?:By )?{NAMES}(?:,? (?P<credit>(?:with|for|and) (?:the"
    rf" )?(?:{AGENCY})\b.{{0,60}}))?"
)
BYLINE = re.compile(
    rf"(?:By|BY|Written by|Words by)[: ]\s*{NAMES}(?:,? (?P<credit>(?:with|for)"
    r" .{0,60}))?"
)
DATELINE = re.compile(rf"[A-Z][^()\n]{{1,60}}\((?P<agency>{AGENCY})\)\s*[-–—]")
TOWN = re.compile(r"[^\W\d_a-z][^\d,.\n]{1,40}, ")
BEHIND_DAY = re.compile(r"\s*[-–—(:]|\.(?=\s|$)")
LONE_AGENCY = re.compile(rf"(?:{AGENCY})")


def draft_text(text: str) -> Draft:
    """What a plain text lets one guess, and the text."""
    lines = text.strip("\n").split("\n")
    language, words = language_of(text)
    details = (
        *_title(lines),
        *_authors(lines),
        *_issued(lines, language),
        *([Detail("language", language, words, guess=True)] if language else []),
    )
    return Draft((*details, _type(lines, details)), text, tuple(_remarks(lines)))


def ends_sentence(line: str) -> bool:
    """Whether a line ends as sentences do; a headline does not."""
    return ENDING.search(line.rstrip()) is not None


def _title(lines: list[str]) -> Iterator[Detail]:
    first = lines[0].strip()
    alone = len(lines) > 1 and not lines[1].strip()
    if (
        first
        and alone
        and len(first) <= MAX_TITLE
        and (not ends_sentence(first) or first.endswith("?"))
    ):
        yield Detail("title", first, "first line, which a blank one follows", guess=True)


def _authors(lines: list[str]) -> Iterator[Detail]:
    for match, where in ((_sign_off(lines), "sign-off"), (_byline(lines), "byline")):
        if match:
            authors = tuple(author_of(name) for name in split_names(match["names"]))
            yield Detail("author", authors, f"{where} “{match[0]}”", guess=True)
            if match["credit"]:
                yield Detail(
                    "credit", match["credit"].strip(), f"{where} “{match[0]}”", guess=True
                )
    if dateline := _dateline(lines):
        yield Detail("credit", dateline["agency"], f"dateline “{dateline[0]}”", guess=True)


def _sign_off(lines: list[str]) -> re.Match[str] | None:
    """The last line that is one, if nothing but headlines and links comes after it."""
    for line in map(str.strip, reversed(lines)):
        if match := signed(SIGN_OFF, line):
            return match
        if ends_sentence(line):
            return None
    return None


def _byline(lines: list[str]) -> re.Match[str] | None:
    return next((match for line in _head(lines) if (match := signed(BYLINE, line))), None)


def _head(lines: list[str]) -> list[str]:
    """The first lines with words."""
    return list(islice((line.strip() for line in lines if line.strip()), HEAD))


def _dateline(lines: list[str]) -> re.Match[str] | None:
    return next(
        (match for line in lines[:20] if (match := DATELINE.match(line.strip()))), None
    )


def _issued(lines: list[str], language: str) -> Iterator[Detail]:
    """A line near the top that is a date and nothing else; without one, the day behind the
    town with which the text begins.
    """
    head = _head(lines)
    found = [
        Detail("issued", day, f"line “{line}”", guess=True)
        for line in head
        if (day := day_alone(line))
    ]
    yield from found
    for line in () if found else head:
        if dated := _dated(line, language):
            yield Detail("issued", dated[0], f"dateline “{dated[1]}”", guess=True)
            return


def _dated(line: str, language: str) -> tuple[str, str] | None:
    """The day of a dateline, and the dateline: `Stuttgart, 3. November 2025.`"""
    town = TOWN.match(line)
    rest = line[town.end() :] if town else ""
    for end in BEHIND_DAY.finditer(rest):
        if day := day_alone(rest[: end.start()], language):
            return day, f"{line[: len(line) - len(rest)]}{rest[: end.start()]}"
    return None


def signed(pattern: re.Pattern[str], line: str) -> re.Match[str] | None:
    """The match of a byline or sign-off whose names are those of people."""
    match = pattern.fullmatch(line)
    return (
        match if match and all(map(PERSON.fullmatch, split_names(match["names"]))) else None
    )


def _type(lines: list[str], details: tuple[Detail, ...]) -> Detail:
    """The one key that every source has."""
    signed = next(
        (detail.basis for detail in details if detail.key in ("author", "credit")), ""
    )
    agency = next(
        (line.strip() for line in lines if LONE_AGENCY.fullmatch(line.strip())), ""
    )
    if signed or agency:
        return Detail("type", SourceType.NEWS, signed or f"“{agency}” is named", guess=True)
    return Detail("type", SourceType.WEBPAGE, "nothing says what it is", guess=True)


def _remarks(lines: list[str]) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        if LONE_AGENCY.fullmatch(line.strip()):
            question = (
                "the credit of the text, or of a picture? Add it as `credit` if of the text"
            )
            yield f"line {number} is “{line.strip()}” and nothing else: {question}"
