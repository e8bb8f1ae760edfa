"""What may have been meant by a text that is no value, so that its finding can say how to
write it.

Nothing is guessed: where a text can mean several things, each is named with what it takes
for granted.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from dossier.model.late import late_pattern

LONGEST = 60
"""Signs of a text that is looked at; a value that somebody miswrote is shorter."""

COUNTED = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
WORD = late_pattern(rf"\b(?:{'|'.join(COUNTED)})\b", re.IGNORECASE)


class Candidate(NamedTuple):
    """A value as it is to be written."""

    text: str
    when: str = ""
    # What it takes for granted, behind an "if"; empty where that goes without saying.


def remedy_of(meant: Iterable[Candidate]) -> str:
    """What to write, for a finding."""
    choices = (
        f"`{one.text}` (if {one.when})" if one.when else f"`{one.text}`" for one in meant
    )
    return f"Write {' or '.join(choices)}."


def plain(text: str) -> str:
    """A text in plain signs and single spaces: digits of every script, full-width signs,
    every dash a hyphen.

    Empty where it is too long, or has signs that this would change, such as raised digits
    and fractions.
    """
    if len(text) > LONGEST or any(unicodedata.category(sign) == "No" for sign in text):
        return ""
    shaped = "".join(
        str(unicodedata.decimal(sign, sign)) for sign in unicodedata.normalize("NFKC", text)
    )
    return " ".join(re.sub("[‐‑‒–—−]", "-", shaped).split())


def in_digits(text: str) -> str:
    """A text with its small numbers in digits."""
    return WORD.sub(lambda word: str(COUNTED.index(word[0].lower()) + 1), text)
