"""Lengths of time, in years, months and days."""

import re
from collections import Counter
from collections.abc import Iterable

from dossier.model.data import Data
from dossier.model.durations import Duration
from dossier.model.late import late_pattern
from dossier.model.schema import Schema, matching
from dossier.model.values.asking import Ask, AskLength
from dossier.model.values.base import Field, Lookups, Misread, ValueType
from dossier.model.values.meant import Candidate, in_digits, plain
from dossier.model.values.pieces import Lasting, Piece

SPAN = re.compile(r"P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,3})M)?(?:(\d{1,4})D)?", re.ASCII)
PART = r"(\d{1,4}) ?(years?|yrs?|y|months?|mos?|m|weeks?|wks?|w|days?|d)(?![a-z])"
ONE_PART = late_pattern(PART, re.IGNORECASE)
IN_WORDS = late_pattern(rf"p? ?{PART}(?:(?:,| and|, and)? ?{PART}){{0,2}}", re.IGNORECASE)
LETTERS = {"y": ("Y", 1), "m": ("M", 1), "w": ("D", 7), "d": ("D", 1)}
DURATION_HELP = "Write P3Y, P6M or P10D."
A_DURATION = matching(SPAN.pattern, DURATION_HELP)


class DurationType(ValueType[Duration]):
    """How long something lasts."""

    id = "duration"
    forms = (Duration,)
    about = "a length of time"
    is_provable = True

    def read(self, text: str, field: Field, lookups: Lookups) -> Duration:
        """An ISO 8601 duration in years, months and days."""
        match = SPAN.fullmatch(text)
        if not match:
            raise Misread("V004", "is not a length of time.", DURATION_HELP)
        length = Duration(*(int(part or 0) for part in match.groups()))
        if length == Duration():
            raise Misread(
                "V004", "is no time at all.", "Write how long it lasts, or leave it out."
            )
        return length

    def meant(self, text: str, field: Field) -> Iterable[Candidate]:
        """The same length in our letters."""
        words = in_digits(plain(text))
        if IN_WORDS.fullmatch(words):
            parts = Counter[str]()
            for number, word in ONE_PART.findall(words):
                letter, times = LETTERS[word[0].lower()]
                parts[letter] += int(number) * times
            yield Candidate(
                "P"
                + "".join(f"{parts[letter]}{letter}" for letter in "YMD" if letter in parts)
            )

    def schema(self, field: Field) -> Schema:
        """Its letters."""
        return A_DURATION

    def said(self, value: Duration, field: Field) -> Piece:
        """Its years, months and days in words."""
        return Lasting(value)

    def asks(self, value: Duration, field: Field) -> Ask:
        """The same length, whatever it is counted in."""
        return AskLength(value)

    def data(self, value: Duration) -> dict[str, Data]:
        """Its ISO 8601 text."""
        return {"type": "duration", "duration": str(value)}


DURATION = DurationType()
