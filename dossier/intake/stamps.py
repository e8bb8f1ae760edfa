"""Dates as pages and exports stamp them, to EDTF: 2025-09-24T10:00Z, 2025/09/24, Sept 24,
2025.
"""

import re
from collections.abc import Sequence
from contextlib import suppress

from dossier.figures.dates import Day
from dossier.figures.days import find_days
from dossier.model.calendar import MONTHS
from dossier.model.dates import PartialDate
from dossier.model.values.stamps import dates_meant

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH = "|".join(MONTHS)
TIME = re.compile(
    r"(?:[T ,]+(?:at )?\d{1,2}(?:[:.h]\d\d| ?[ap]\.?m\b).*|[Z+].*)?", re.IGNORECASE
)
"""What may stand behind a day without being more of the date."""

NUMERIC = re.compile(
    rf"(\d{{4}})(?:[-/.](\d{{1,2}})(?:[-/.](\d{{1,2}})(?:{TIME.pattern}))?)?",
    re.ASCII | re.IGNORECASE,
)
BEFORE = re.compile(
    r"\A(?:(?:first )?(?:published|posted|updated|issued)(?: on|"
    r" at)?:?\s+)?(?:[a-z]{2,6}day,? )?",
    re.IGNORECASE,
)
AFTER = re.compile(r"(?:,? (?:at )?\d.*)?")


def day_of(text: str) -> str:
    """The date that a text is, as EDTF, with a time of day behind it or not; empty where it
    is none, or might be several.

    Nothing is cut off to make a date of it: `1996 to 2004` is not 1996.
    """
    words = text.strip()
    if match := NUMERIC.fullmatch(words):
        return edtf(match.groups())
    day = next(
        (
            day
            for day in find_days(words[:100])
            if _begins(day) and TIME.fullmatch(words[day.end :])
        ),
        None,
    )
    return edtf((day.year, day.month or "", day.day or "")) if day else _only(words)


def _only(words: str) -> str:
    """The one date that a text may mean; of a range that is dated, the days from the first
    to the last.
    """
    if is_date(words):
        return words
    fit = {
        one.text
        for one in dates_meant(words)
        if is_date(one.text) and not one.text.startswith("[")
    }
    return fit.pop() if len(fit) == 1 else ""


def day_alone(line: str, language: str = "") -> str:
    """The day of a line that is a date stamp and nothing else, as EDTF; empty where there
    is more or none.
    """
    words = BEFORE.sub("", line, count=1)
    found = find_days(words[:100], language)
    day = next((day for day in found if _begins(day) and day.day), None)
    return (
        edtf((day.year, day.month, day.day))
        if day and AFTER.fullmatch(words[day.end :])
        else ""
    )


def _begins(day: Day) -> bool:
    """Whether a date is what its text begins with, and can be told exactly."""
    return day.start == 0 and not (day.unclear or day.stretch or day.decade or day.parts)


def edtf(parts: Sequence[object]) -> str:
    """Year, month and day as far as they are known, as EDTF; empty where there is no such
    day.
    """
    numbers = [str(part) for part in parts if part not in (None, "")]
    if not numbers or not all(number.isascii() and number.isdigit() for number in numbers):
        return ""
    text = "-".join(
        [numbers[0].rjust(4, "0"), *(number.rjust(2, "0") for number in numbers[1:3])]
    )
    return text if is_date(text) else ""


def is_date(text: str) -> bool:
    """Whether a text is a date of ours."""
    with suppress(ValueError):
        PartialDate.parse(text)
        return True
    return False
