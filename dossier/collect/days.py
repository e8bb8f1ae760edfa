"""Days as pages and exports write them, to EDTF. Numbers of which nobody can tell day and month apart are none."""

import re
from collections.abc import Sequence
from contextlib import suppress

from dossier.model.dates import PartialDate

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
NAMES = "|".join(f"{month[:3]}(?:{month[3:]}|t)?" for month in MONTHS)  # with Sept, as it is often written
NUMERIC = re.compile(r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?(?:[T /].*)?", re.ASCII)
WRITTEN = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{NAMES})\.?,?\s+(?P<year>\d{{4}})"
    rf"|(?P<month2>{NAMES})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})"
    rf"|(?P<month3>{NAMES})\.?,?\s+(?P<year3>\d{{4}}))",
    re.ASCII | re.IGNORECASE,
)


def day_of(text: str) -> str:
    """The day, month or year that a text begins with, as EDTF; empty where it is none."""
    words = text.strip()
    if match := NUMERIC.fullmatch(words):
        return edtf([match["year"], match["month"], match["day"]])
    if match := WRITTEN.match(words):
        parts = match.groupdict()
        year, month, day = (next((parts[f"{part}{n}"] for n in ("", 2, 3) if parts.get(f"{part}{n}")), "") for part in PARTS)
        return edtf([year, str(_number(month)), day])
    return ""


PARTS = ("year", "month", "day")


def _number(month: str) -> int:
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(month[:3].lower()))


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
