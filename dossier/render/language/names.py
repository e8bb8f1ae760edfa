"""The one order of names on pages: as a reader looks for them, whatever marks and case
their letters have.

Not the alphabet of one language: that would put Zara before Ørsted for a Dane and behind it
for everybody else. A letter stands where the plain letters stand that Unicode names it by,
so no table is kept here; Chinese characters stand by their sound, as the older Chinese
standard lists its 3,755 common ones; all else by code point. docs/dependencies.md says why
no library does it.
"""

import re
import unicodedata
from functools import cache
from typing import TypeAlias

_LETTER = re.compile(
    r"LATIN (?:SMALL|CAPITAL) (?:LETTER|LIGATURE) (?:DOTLESS )?(?P<plain>[A-Z]+)(?: WITH"
    r" .*)?"
)
_CALLED = {"ETH": "d", "THORN": "th", "ENG": "n"}
"""What stands for a letter that has a name of its own."""
_BY_SOUND, _OTHERS = 0x10000, 0x20000
"""Behind every letter: first the Chinese characters with a known place, then the rest."""

NameKey: TypeAlias = tuple[str, str, str]


def name_key(name: str) -> NameKey:
    """What names are sorted by: their letters and figures, then their case and marks."""
    plain = _plain(name)
    letters = " ".join(re.findall(r"\w+", plain))
    return "".join(map(_placed, letters)), plain, name


def initial(name: str) -> str:
    """Under what a name stands in a register: its first letter or figure, without marks."""
    return next((char for char in _plain(name) if char.isalnum()), name[:1]).upper()


def letter(place: int) -> str:
    """What stands for the things of a short list, from 0: A to Z, then AA to AZ, and so on."""
    return (letter(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)


def _plain(name: str) -> str:
    bare = (
        char
        for char in unicodedata.normalize("NFKD", name.casefold())
        if not unicodedata.combining(char)
    )
    return "".join(map(_letter, bare))


@cache
def _letter(char: str) -> str:
    found = None if char.isascii() else _LETTER.fullmatch(unicodedata.name(char, ""))
    return _CALLED.get(found["plain"], found["plain"].lower()) if found else char


@cache
def _placed(char: str) -> str:
    if not unicodedata.name(char, "").startswith("CJK UNIFIED"):
        return char
    try:
        return chr(_BY_SOUND + int.from_bytes(char.encode("gb2312")))
    except UnicodeEncodeError:
        return chr(_OTHERS + ord(char) % _OTHERS)
