"""The words in one line of a page: what its tags glued is parted, and what was struck out
leaves no figure behind.
"""

import re

from dossier.intake.shown.marks import CLOSE, LINE, LINK, LINK_END, NONE, OPEN, STRUCK
from dossier.intake.shown.raised import settle_raised

BAR = " | "
"""What parts two figures: with a space alone, 12 and 500 would be read as 12 500."""

ANY = rf"[{OPEN}{CLOSE}{STRUCK}{LINK}{LINK_END}\s]*"
SEAM = re.compile(
    rf"(?<=\w)(?={ANY}[{OPEN}{CLOSE}{STRUCK}])[{OPEN}{CLOSE}{STRUCK}{LINK}{LINK_END}\s]+(?=\w)"
)
REST = re.compile(rf"[{OPEN}{CLOSE}{STRUCK}]")
SPACES = re.compile(r"[ \t\r\n\f\v]+")
COLUMNS = re.compile(r"(?<=\d)(?: {2,}|[ \t]*\t[ \t]*)(?=\d)")
SPACED = re.compile(r"[0-9A-Za-z\u00c0-\u052f]{2}")
"""Two characters of a script that sets spaces between its words."""

GROUP = re.compile(r"\d{3}(?!\d)")


def settle(run: str) -> str:
    """The run as plain text, with only the marks of links and lines left in it."""
    return " ".join(
        part
        for part in REST.sub("", SEAM.sub(_seam, settle_raised(run))).split(" ")
        if part
    )


def _seam(match: re.Match[str]) -> str:
    """What stands where an element ends or begins between two characters of words."""
    marks, run = match[0], match.string
    figures = run[match.start() - 1].isdecimal() and run[match.end()].isdecimal()
    gap = any(char.isspace() for char in marks)
    if figures and (STRUCK in marks or not gap or GROUP.match(run, match.end())):
        between = BAR
    elif gap or STRUCK in marks or _are_words(match):
        between = " "
    else:
        between = ""
    return LINK_END * marks.count(LINK_END) + between + LINK * marks.count(LINK)


def _are_words(match: re.Match[str]) -> bool:
    """Whether two elements that touch hold a word each; a single letter may be the initial
    of the other's.
    """
    run = match.string
    sides = (run[match.start() - 2 : match.start()], run[match.end() : match.end() + 2])
    return CLOSE in match[0] and OPEN in match[0] and all(map(SPACED.fullmatch, sides))


def one_space(text: str) -> str:
    """Words of a page: white space is one space, and none of our own marks stands in it."""
    return SPACES.sub(" ", text.translate(NONE))


def as_typed(text: str) -> str:
    """Words of a page in which line ends and columns count."""
    lines = text.translate(NONE).replace("\r\n", "\n").split("\n")
    return LINE.join(SPACES.sub(" ", COLUMNS.sub(BAR, line)) for line in lines)
