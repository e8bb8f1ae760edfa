"""Characters that no text of ours may hold: they hide, or make a reader see other words
than a parser does.

The few that some script or emoji cannot do without are let through where they do that work,
and nowhere else. Used on files as they are, on text that came out of an escape such as
`\\u202e` or `&#x202e;`, and on the texts of sources.

See Trojan Source (CVE-2021-42574) and Unicode Technical Report 36.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from dossier.characters.unseen import BLANKS, NEEDED, PRINTED, UNSEEN, WIDTHLESS

if TYPE_CHECKING:
    import regex

STAND_IN = "\ufffd"
"""Takes the place of a forbidden character that has been reported, so that the rest of its
file can be read.
"""

HIDING = f"(?V1){UNSEEN}"
NARROW = f"(?V1){WIDTHLESS}"
FORBIDDEN = rf"(?V1)(?={UNSEEN})(?!{'|'.join(NEEDED)})(?s:.)"
"""What is hiding and not needed."""
BLANK = re.compile(f"[{BLANKS}]")
UNSEEN_IN_PRINT = re.compile(f"[{PRINTED}]")
SPACES = ("\u00a0", "\u202f", "\u3000")
"""Those of texts in many languages, which Python does not count among what is printed."""
KINDS = (
    (r"\p{Noncharacter_Code_Point}", "a noncharacter"),
    (r"\p{Cc}", "a control character"),
    (r"\p{Cs}", "half of a character"),
    (r"\p{Co}", "a character for private use"),
    (r"\p{Cn}", "a character that Unicode has not assigned"),
)
"""What is said of characters without a name."""


@cache
def _unicode(pattern: str) -> "regex.Pattern[str]":
    """A regex of Unicode's properties. Few texts need one, and loading what makes them
    takes as long as reading a company.
    """
    import regex  # noqa: PLC0415

    return regex.compile(pattern)


def find_forbidden(text: str) -> tuple[int, str] | None:
    """The index of the first forbidden character, and its name as people look it up; None
    where there is none.
    """
    if not _hides(text):
        return None
    match = _unicode(FORBIDDEN).search(text)
    return (match.start(), named(match[0])) if match else None


def every_forbidden(text: str) -> Iterator[tuple[int, str]]:
    """The index of each forbidden character, and its name as people look it up."""
    for match in _unicode(FORBIDDEN).finditer(text) if _hides(text) else ():
        yield match.start(), named(match[0])


def forbidden_at(text: str, index: int) -> str:
    """The name of the character at an index, if it is forbidden there; else empty."""
    match = _unicode(FORBIDDEN).match(text, index)
    return named(match[0]) if match else ""


def _hides(text: str) -> bool:
    if _is_seen(text):
        return False  # nearly all texts; the search takes twenty times as long
    return _unicode(HIDING).search(text) is not None


def _is_seen(text: str) -> bool:
    """Whether each character of a text is one that people see, or a usual space."""
    plain = text.replace("\n", "").replace("\t", "")
    if plain.isascii():
        return plain.isprintable()
    for space in SPACES:
        plain = plain.replace(space, "")
    return plain.isprintable() and not UNSEEN_IN_PRINT.search(plain)


def named(character: str) -> str:
    """A character as people look it up: its number and its name, or its kind where it has
    none.
    """
    kinds = (kind for pattern, kind in KINDS if _unicode(pattern).match(character))
    return (
        f"U+{ord(character):04X}"
        f" {unicodedata.name(character, '') or next(kinds, 'a character')}"
    )


def without_forbidden(text: str) -> str:
    """The text with a stand-in for each forbidden character, so that everything else keeps
    its place.
    """
    return replace_forbidden(text, lambda _: STAND_IN)


def replace_forbidden(text: str, put: Callable[[str], str]) -> str:
    """The text with something else for each forbidden character."""
    return (
        _unicode(FORBIDDEN).sub(lambda match: put(match[0]), text) if _hides(text) else text
    )


def replace_hiding(text: str, put: Callable[[str], str]) -> str:
    """The text with something else for each character that nobody sees, where it is needed
    too.
    """
    return _unicode(HIDING).sub(lambda match: put(match[0]), text)


@lru_cache(maxsize=4096)
def is_widthless(character: str) -> bool:
    """Whether a character takes no room on a page, so that a text without it looks the
    same.
    """
    return _unicode(NARROW).fullmatch(character) is not None


def is_blank(character: str) -> bool:
    """Whether a character that is no space looks like one."""
    return BLANK.fullmatch(character) is not None
