"""Characters that no text of ours may hold: they hide, or make a reader see other words
than a parser does.

The few that some script or emoji cannot do without are let through where they do that work,
and nowhere else. Used on files as they are, on text that came out of an escape such as
`\\u202e` or `&#x202e;`, and on the texts of sources.

See Trojan Source (CVE-2021-42574) and Unicode Technical Report 36.
"""

import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

import regex

from dossier.characters.unseen import BLANKS, NEEDED, UNSEEN, WIDTHLESS

STAND_IN = "\ufffd"
"""Takes the place of a forbidden character that has been reported, so that the rest of its
file can be read.
"""

HIDING = regex.compile(f"(?V1){UNSEEN}")
NARROW = regex.compile(f"(?V1){WIDTHLESS}")
BLANK = regex.compile(f"[{BLANKS}]")
KINDS = (
    (r"\p{Noncharacter_Code_Point}", "a noncharacter"),
    (r"\p{Cc}", "a control character"),
    (r"\p{Cs}", "half of a character"),
    (r"\p{Co}", "a character for private use"),
    (r"\p{Cn}", "a character that Unicode has not assigned"),
)
"""What is said of characters without a name."""


@cache
def _forbidden() -> regex.Pattern[str]:
    """What is hiding and not needed; made only where something hides, because it is large."""
    return regex.compile(rf"(?V1)(?={UNSEEN})(?!{'|'.join(NEEDED)})(?s:.)")


def find_forbidden(text: str) -> tuple[int, str] | None:
    """The index of the first forbidden character, and its name as people look it up; None
    where there is none.
    """
    if not _hides(text):
        return None
    match = _forbidden().search(text)
    return (match.start(), named(match[0])) if match else None


def every_forbidden(text: str) -> Iterator[tuple[int, str]]:
    """The index of each forbidden character, and its name as people look it up."""
    for match in _forbidden().finditer(text) if _hides(text) else ():
        yield match.start(), named(match[0])


def forbidden_at(text: str, index: int) -> str:
    """The name of the character at an index, if it is forbidden there; else empty."""
    match = _forbidden().match(text, index)
    return named(match[0]) if match else ""


def _hides(text: str) -> bool:
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return False  # most files; the search takes twenty times as long
    return HIDING.search(text) is not None


def named(character: str) -> str:
    """A character as people look it up: its number and its name, or its kind where it has
    none.
    """
    kinds = (kind for pattern, kind in KINDS if regex.match(pattern, character))
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
    return _forbidden().sub(lambda match: put(match[0]), text) if _hides(text) else text


def replace_hiding(text: str, put: Callable[[str], str]) -> str:
    """The text with something else for each character that nobody sees, where it is needed
    too.
    """
    return HIDING.sub(lambda match: put(match[0]), text)


@lru_cache(maxsize=4096)
def is_widthless(character: str) -> bool:
    """Whether a character takes no room on a page, so that a text without it looks the
    same.
    """
    return NARROW.fullmatch(character) is not None


def is_blank(character: str) -> bool:
    """Whether a character that is no space looks like one."""
    return BLANK.fullmatch(character) is not None
