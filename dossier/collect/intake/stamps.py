"""Dates as pages and exports stamp them, to EDTF: 2025-09-24T10:00Z, 2025/09/24, Sept 24, 2025."""

import re
from collections.abc import Sequence
from contextlib import suppress

from dossier.collect.figures.days import Day, find_days
from dossier.model.calendar import MONTHS
from dossier.model.dates import PartialDate

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH = "|".join(MONTHS)
NUMERIC = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T /].*)?", re.ASCII)
BEFORE = re.compile(
    r"\A(?:(?:first )?(?:published|posted|updated|issued)(?: on| at)?:?\s+)?(?:[a-z]{2,6}day,? )?", re.IGNORECASE
)
AFTER = re.compile(r"(?:,? (?:at )?\d.*)?")


def day_of(text: str) -> str:
    """The day, month or year that a text begins with, as EDTF; empty where it is none."""
    words = text.strip()
    if match := NUMERIC.fullmatch(words):
        return edtf(match.groups())
    return next((edtf((day.year, day.month or "", day.day or "")) for day in find_days(words[:100]) if _begins(day)), "")


def day_alone(line: str) -> str:
    """The day of a line that is a date stamp and nothing else, as EDTF; empty where there is more or none."""
    words = BEFORE.sub("", line, count=1)
    day = next((day for day in find_days(words[:100]) if _begins(day) and day.day), None)
    return edtf((day.year, day.month, day.day)) if day and AFTER.fullmatch(words[day.end :]) else ""


def _begins(day: Day) -> bool:
    """Whether a date is what its text begins with, and can be told exactly."""
    return day.start == 0 and not (day.unclear or day.vague or day.decade or day.parts)


def edtf(parts: Sequence[object]) -> str:
    """Year, month and day as far as they are known, as EDTF; empty where there is no such day."""
    numbers = [str(part) for part in parts if part not in (None, "")]
    if not numbers or not all(number.isascii() and number.isdigit() for number in numbers):
        return ""
    text = "-".join([numbers[0].rjust(4, "0"), *(number.rjust(2, "0") for number in numbers[1:3])])
    return text if is_date(text) else ""


def is_date(text: str) -> bool:
    """Whether a text is a date of ours."""
    with suppress(ValueError):
        PartialDate.parse(text)
        return True
    return False
