"""Slips of the keyboard that make a line no `key: value`: what they are, where, and what to
type instead.

YAML itself names none of them: it takes `value：2` or `value:2` for a text that goes on, and
complains of a line further down. So the lines around a complaint are looked at here, and
keys and values that are not what they should be.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from dossier.characters.characters import named
from dossier.model.late import late_pattern

# Every space of Unicode but the plain one: a no-break space, an ideographic one.
SPACE = r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
COLON = r"[\uff1a\ufe55\ufe13\u2236\u02d0\ua789\u05c3\u0589]"
DASH = r"[\u2010-\u2015\u2212\u30fb\uff0d\u2022\u00b7\u2043\u25cf\u25aa*]"
COMMA = r"[\uff0c\u3001\ufe50\u060c]"
KEY = r"""(?P<key>["']?[A-Za-z0-9_][\w./-]*["']?)"""
LONGEST = 40
START = rf"(?:[ ]|-[ ]|{SPACE})*"

SOUND = late_pattern(rf"\s*(?:- )*{KEY}\s*:(?:\s|$)|\s*- ")


class Slip(NamedTuple):
    """One of them in a text."""

    start: int
    told: str


class FoundSlip(NamedTuple):
    """One of them in a file."""

    spot: tuple[int, int]
    # Line and column, from 0.
    told: str


Match = re.Match[str]


def _space(match: Match) -> str:
    return (
        f"{named(match['at'])} stands where YAML asks for a plain space. Type a plain space"
        " instead"
    )


def _colon(match: Match) -> str:
    return (
        f"{named(match['at'])} is no colon to YAML. Write `{match['key']}: ` with a plain"
        " colon and a space"
    )


def _no_space(match: Match) -> str:
    rest = match["rest"].strip()
    return (
        f"A space is missing behind the colon. Write `{match['key']}:"
        f" {rest if len(rest) <= LONGEST else '…'}`"
    )


def _dash(match: Match) -> str:
    return f"{named(match['at'])} begins no item of a list. Write a hyphen and a space"


def _tight_dash(match: Match) -> str:
    return f"A space is missing behind the hyphen. Write `- {match['key']}: …`"


def _sign(match: Match) -> str:
    return f"{match['at']!r} stands where a colon is expected. Write `{match['key']}: …`"


SLIPS: tuple[tuple[re.Pattern[str], Callable[[Match], str]], ...] = tuple(
    (late_pattern(pattern), tell) for pattern, tell in (
        (rf"[ -]*(?P<at>{SPACE})", _space),
        (rf"{START}{KEY}{SPACE}*(?P<at>{COLON})", _colon),
        (rf"{START}{KEY} *:(?P<at>{SPACE})", _space),
        (rf"{START}{KEY}:(?P<rest>(?P<at>(?!//)[^\s:]).*)", _no_space),
        (rf"{START}(?P<at>{DASH})\s*{KEY}\s*(?::|{COLON})", _dash),
        (rf"{START}(?P<at>-){KEY}:(?:\s|$)", _tight_dash),
        (rf"{START}{KEY} ?(?P<at>[=;\uff1b\uff1d])(?=\s)", _sign),
    )
)  # fmt: skip
"""What to look for, the likeliest first, and what to say of it."""

IN_BRACKETS: tuple[tuple[re.Pattern[str], Callable[[Match], str]], ...] = tuple(
    (late_pattern(rf"[^'\"]*(?:[{{,]|{COMMA})\s*{pattern}"), tell) for pattern, tell in (
        (rf"{KEY}\s*(?P<at>{COLON})", _colon),
        (rf"{KEY}:(?P<rest>(?P<at>(?!//)[^\s:,}}\]])[^,}}]*)", _no_space),
    )
)  # fmt: skip


def slip_of(text: str) -> Slip | None:
    """The slip in a line, or in the first line of a text that was to be a key and its
    value.
    """
    for patterns in (SLIPS, IN_BRACKETS):
        for pattern, tell in patterns:
            if match := pattern.match(text):
                return Slip(match.start("at"), f"{tell(match)}.")
    return None


def slip_of_key(key: str) -> str:
    """What made an unknown key of a line; empty where it is a key and no slip."""
    slip = slip_of(key) or slip_of(f"{key}: ")
    return slip.told if slip else ""


def slip_among(lines: Sequence[str], last: int) -> FoundSlip | None:
    """The slip behind a complaint about a line: in it, or in the nearest above that is not
    sound.
    """
    for number in range(min(last, len(lines) - 1), -1, -1):
        line = lines[number]
        if line.lstrip().startswith("#"):
            continue
        if slip := slip_of(line):
            return FoundSlip((number, slip.start), slip.told)
        if number < last and is_sound(line):
            return None
    return None


def is_sound(line: str) -> bool:
    """Whether a line begins a key or an item, so that what went wrong above it does not
    reach below.
    """
    return bool(SOUND.match(line))
