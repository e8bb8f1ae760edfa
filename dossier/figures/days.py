"""Dates in words: 9 August 2021, August 9, Q3 2024, late 2017, the 1990s. A fiscal year is none: it may lie anywhere."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from dossier.model.calendar import MONTH_NAMES, MONTHS, NTH, SEASONS
from dossier.model.currencies import WORDS as CURRENCIES
from dossier.model.dates import STRETCHES as CODES
from dossier.model.dates import Moment, Vagueness

# How people say early, mid and late.
STRETCHES = {
    **dict.fromkeys(("early", "beginning", "start"), Vagueness.EARLY),
    **dict.fromkeys(("mid", "middle"), Vagueness.MID),
    **dict.fromkeys(("late", "end"), Vagueness.LATE),
}
HEDGED = re.compile(
    r"(?:\b(?:about|around|circa|roughly|approximately|ca\.?|c\.|some ?time (?:in|around)|near|nearly|almost)|~|约|大约) ?$",
    re.IGNORECASE,
)
# What lasted till a date ended then; other words tell only on which side of it something was.
LASTED = "".join(rf"(?<!\b{verb} )" for verb in ("lasted", "lasting", "ran", "running", "continued", "stayed"))
# The doubt may stand between: till about September.
LATEST = re.compile(
    rf"(?:\b(?:before|by|prior to|no later than|up to|between [\w ,]{{3,20}} and)|{LASTED}\b(?:until|till))"
    r" (?:about |around |the )?$",
    re.IGNORECASE,
)
EARLIEST = re.compile(r"\b(?:after|since|no earlier than|between) (?:about |around |the )?$", re.IGNORECASE)
LATEST_BEHIND = re.compile(r" or (?:earlier|before|sooner)\b", re.IGNORECASE)
EARLIEST_BEHIND = re.compile(r" or (?:later|after)\b| onwards?\b", re.IGNORECASE)
REACH = 20  # characters before a date in which the longest of these stands


class Bound(Enum):
    """On which side of a date the words put what happened."""

    EARLIEST = "from then on"
    LATEST = "up to then"


@dataclass(frozen=True)
class Day:
    """A date as far as the words give it."""

    start: int
    end: int
    text: str
    # As printed, with its hedge.
    year: int = 0
    month: int = 0
    day: int = 0
    parts: frozenset[int] = frozenset()
    # The codes of ISO 8601-2 that a part of the year may be written as.
    decade: bool = False
    unclear: bool = False
    # A fiscal year, or numbers in an order that is not told: it fits nothing.
    stretch: Vagueness | None = None
    # early, mid or late
    approximate: bool = False
    bound: Bound | None = None
    # before, after, or later

    def shifted(self, by: int) -> "Day":
        """The same date, with its place counted from elsewhere."""
        return replace(self, start=self.start + by, end=self.end + by)

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any of it stands between two places."""
        return self.start < end and start < self.end

    @property
    def is_year(self) -> bool:
        """Whether it gives no more than a year."""
        return not (self.month or self.parts)

    def fits(self, moment: Moment) -> bool:
        """Whether the words give this date, or one more precise that lies in it."""
        digits = zip(f"{self.year:04}", moment.year, strict=True)
        if self.unclear or (self.decade and not moment.year.endswith("X")) or any(b not in ("X", a) for a, b in digits):
            return False
        if moment.part:
            return moment.part in self.parts
        fits_month = not moment.month.isdigit() or int(moment.month) == self.month
        return fits_month and (not moment.day.isdigit() or int(moment.day) == self.day)


Parts = Mapping[str, str]


def _plain(found: Parts, language: str) -> dict[str, Any]:
    name = found.get("month", "0").rstrip(".")
    year, month, day = int(found["year"]), MONTHS.get(name.capitalize()) or int(name), int(found.get("day", 0))
    # There is no 31 February: a slip, and nobody knows of what.
    return {"unclear": True} if month and day > monthrange(year, month)[1] else {"month": month, "day": day}


def _numeric(found: Parts, language: str) -> dict[str, Any]:
    """The order of two numbers is told by one above 12, or by the country of the source's language."""
    one, other = int(found["one"]), int(found["other"])
    if one <= 12 and other <= 12 and one != other and not language:
        return {"unclear": True}
    month_first = other > 12 or (language == "en-US" and one <= 12)
    return {"month": one if month_first else other, "day": other if month_first else one}


def _part(found: Parts, language: str) -> dict[str, Any]:
    is_quarter = found["kind"].lower() in ("quarter", "q")
    return {"parts": frozenset({(32 if is_quarter else 39) + NTH[found["nth"].lower()]})}


def _stretch(found: Parts, language: str) -> dict[str, Any]:
    stretch = STRETCHES[found["when"].lower()]
    return {"parts": CODES[stretch], "stretch": stretch}


def _season(found: Parts, language: str) -> dict[str, Any]:
    return {"parts": frozenset({SEASONS[found["season"].lower()]})}


def _decade(found: Parts, language: str) -> dict[str, Any]:
    return {"decade": True}


def _fiscal(found: Parts, language: str) -> dict[str, Any]:
    return {"unclear": True}


ABBREVIATED = [short for names in MONTH_NAMES for short in names.split()[1:]]
# A dot behind a whole name ends a sentence.
MONTH = rf"(?i:(?P<month>(?:{'|'.join(ABBREVIATED)})\b\.?|(?:{'|'.join(names.split()[0] for names in MONTH_NAMES)})\b))"
YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})(?![0-9%]|[.,][0-9]|s\b|/[0-9]|-[0-9]{2}(?![0-9]))"
DAY = r"(?P<day>[1-9]|[12][0-9]|3[01]|0[1-9])(?:st|nd|rd|th)?"
ALONE = r"(?<![\w.,/-])"
AFTER = r"(?![\w/-])"
NTH_PART = r"(?i:\b(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)[ -](?P<kind>quarter|half)) (?:of |in )?(?:the )?"
FISCAL_YEAR = (
    r"(?i:\b(?:FY|fiscal(?: year)?|financial year|tax year|year (?:to|ended|ending|through)[\w ]{0,20}?)"
    r"[ '-]*(?:[0-9]{4}|[0-9]{2})(?:[/-][0-9]{2,4})?)"
)
AMOUNT = f"billion|million|thousand|bn|m|dollars?|{'|'.join(CURRENCIES)}"  # what makes a number no year
HAN_DATE = r"(?<![0-9.,/-])(?P<year>[0-9]{4})年(?:(?P<month>1[0-2]|[1-9])月(?:(?P<day>[12][0-9]|3[01]|[1-9])[日号])?)?"
FORMS: tuple[tuple["re.Pattern[str]", Callable[[Parts, str], dict[str, Any]]], ...] = tuple(
    (re.compile(pattern), read) for pattern, read in (
        (rf"{NTH_PART}{FISCAL_YEAR}", _fiscal),
        (FISCAL_YEAR, _fiscal),
        (rf"(?i:\bfiscal ){MONTH},? {YEAR}", _fiscal),
        (rf"\b{DAY} (?:of )?{MONTH},? {YEAR}", _plain),
        (rf"{ALONE}{DAY}-{MONTH}-{YEAR}", _plain),
        (rf"\b{MONTH} {DAY},? {YEAR}", _plain),
        (rf"\b{MONTH},? (?:of )?{YEAR}", _plain),
        (rf"{ALONE}(?P<year>[0-9]{{4}})-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3][0-9]){AFTER}", _plain),
        (rf"{ALONE}(?P<year>(?:19|20)[0-9]{{2}})/(?P<month>0[1-9]|1[0-2])/(?P<day>[0-3][0-9]){AFTER}", _plain),
        (rf"{ALONE}(?P<year>(?:19|20)[0-9]{{2}})-(?P<month>0[1-9]|1[0-2]){AFTER}", _plain),
        (HAN_DATE, _plain),
        (rf"{ALONE}(?P<one>[0-9]{{1,2}})[/.-](?P<other>[0-9]{{1,2}})[/.-](?P<year>[0-9]{{4}}){AFTER}", _numeric),
        (rf"\b(?P<kind>Q)(?P<nth>[1-4])[ ,']*(?:of )?{YEAR}", _part),
        (rf"\b(?P<kind>H)(?P<nth>[12])[ ,']*(?:of )?{YEAR}", _part),
        (rf"\b{YEAR}[ -]?(?P<kind>[QH])(?P<nth>[1-4])\b", _part),
        (rf"\b(?P<nth>[1-4])(?P<kind>[QH]) ?{YEAR}", _part),
        (rf"{NTH_PART}{YEAR}", _part),
        (rf"(?i:\b(?P<when>{'|'.join(STRETCHES)}))[ -](?:of |in )?{YEAR}", _stretch),
        (rf"(?i:\b(?P<season>{'|'.join(SEASONS)})) (?:of )?{YEAR}", _season),
        (rf"{ALONE}(?P<year>(?:1[0-9]|20)[0-9]0)'?s\b", _decade),
        (rf"{ALONE}(?:1[89]|20)[0-9]{{2}}[/-][0-9]{{2}}{AFTER}", _fiscal),
        (rf"(?<![\w.,/$€£¥-])(?<!ISO ){YEAR}(?! ?(?:{AMOUNT})\b)", _plain),
        (r"(?<=[0-9]{4}-)(?P<year>1[0-9]{3}|20[0-9]{2})(?![\w.,/-])", _plain),
    )
)  # fmt: skip
"""How dates are printed; where two forms fit the same words, the first of them holds."""


def find_days(text: str, language: str = "", span: tuple[int, int] | None = None) -> tuple[Day, ...]:
    """The dates of a text, in order; with a span, those that begin or end in it."""
    first, last = span or (0, len(text))
    found: list[Day] = []
    for day in _readings(text, language):
        if not any(day.overlaps(other.start, other.end) for other in found):
            found.append(day)
    return tuple(day for day in sorted(found, key=lambda day: day.start) if day.overlaps(first, last))


def _readings(text: str, language: str) -> Iterator[Day]:
    for pattern, read in FORMS:
        for match in pattern.finditer(text):
            parts = {key: value for key, value in match.groupdict().items() if value}
            hedge = HEDGED.search(text, max(0, match.start() - REACH), match.start())
            printed = text[hedge.start() if hedge else match.start() : match.end()]
            bound = _bound_around(text, match.start(), match.end())
            values = {"year": int(parts.get("year", 0)), "approximate": bool(hedge), **read(parts, language)}
            yield Day(match.start(), match.end(), printed, bound=bound, **values)


def _bound_around(text: str, start: int, end: int) -> Bound | None:
    before = max(0, start - 2 * REACH)
    if LATEST.search(text, before, start) or LATEST_BEHIND.match(text, end):
        return Bound.LATEST
    if EARLIEST.search(text, before, start) or EARLIEST_BEHIND.match(text, end):
        return Bound.EARLIEST
    return None
