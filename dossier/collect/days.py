"""Dates in words: 9 August 2021, August 9, Q3 2024, late 2017, the 1990s. A fiscal year is none: it may lie anywhere."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from dossier.model.dates import Moment

MONTHS = {
    month: number for number, names in enumerate(
        ("January Jan", "February Feb", "March Mar", "April Apr", "May", "June Jun", "July Jul", "August Aug",
         "September Sept Sep", "October Oct", "November Nov", "December Dec"), 1)
    for month in names.split()
}  # fmt: skip
MONTH = rf"(?P<month>{'|'.join(MONTHS)})\b\.?"
YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})(?![0-9%]|[.,][0-9]|s\b|/[0-9]|-[0-9]{2}(?![0-9]))"
DAY = r"(?P<day>[1-9]|[12][0-9]|3[01]|0[1-9])(?:st|nd|rd|th)?"
NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "1": 1, "2": 2, "3": 3, "4": 4}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
# What late, early and mid can be written as: quarters, thirds and halves of ISO 8601-2, which come with `~`.
STRETCHES = {"early": {33, 37, 40}, "mid": {34, 35, 38}, "late": {36, 39, 41}}
FISCAL = r"\b(?:FY|fiscal(?: year)?|financial year|tax year|year (?:to|ended|ending|through)[\w ]{0,20}?)[ '-]*(?:[0-9]{4}|[0-9]{2})(?:[/-][0-9]{2,4})?"
HEDGED = re.compile(
    r"(?:\b(?:about|around|circa|roughly|approximately|ca\.?|c\.|sometime (?:in|around)|some time (?:in|around)|near|nearly|almost)"
    r"|~|约|大约) ?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Day:
    """A date as far as the words give it."""

    start: int
    end: int
    text: str
    year: int = 0
    month: int = 0
    day: int = 0
    parts: frozenset[int] = frozenset()
    # The codes of ISO 8601-2 that the part of the year may be written as.
    decade: bool = False
    fiscal: bool = False
    vague: bool = False
    # early, mid, late
    approximate: bool = False

    def shifted(self, by: int) -> "Day":
        """The same date, with its place counted from elsewhere."""
        return replace(self, start=self.start + by, end=self.end + by)

    @property
    def precision(self) -> int:
        """How much of it is known; orders readings of the same words."""
        return bool(self.day) + bool(self.month or self.parts) + 1

    def fits(self, moment: Moment) -> bool:
        """Whether the words give this date, or one more precise that lies in it."""
        if self.fiscal or (self.decade and not moment.year.endswith("X")):
            return False
        if not _matches(f"{self.year:04}", moment.year):
            return False
        if moment.part:
            return moment.part in self.parts
        if moment.month.isdigit() and (int(moment.month) != self.month):
            return False
        return not moment.day.isdigit() or int(moment.day) == self.day


def _matches(year: str, pattern: str) -> bool:
    return all(other in ("X", digit) for digit, other in zip(year, pattern, strict=True))


Parts = Mapping[str, str]
Reading = Callable[[Parts, str], dict[str, object]]


def _plain(found: Parts, language: str) -> dict[str, object]:
    month = found.get("month", "")
    number = MONTHS.get(month) or int(month or 0)
    return {"year": int(found["year"]), "month": number, "day": int(found.get("day") or 0)}


def _numeric(found: Parts, language: str) -> dict[str, object]:
    """Numbers between slashes or dots: the order is told by a number above 12, or by the country of the language."""
    one, other = int(found["one"]), int(found["other"])
    if one <= 12 and other <= 12 and one != other and not language:
        return {"fiscal": True, "year": int(found["year"])}  # cannot be told: fits nothing
    month_first = other > 12 or (language == "en-US" and one <= 12)
    day, month = (other, one) if month_first else (one, other)
    return {"year": int(found["year"]), "month": month, "day": day}


def _part(found: Parts, language: str) -> dict[str, object]:
    number = NTH[found["nth"].lower()]
    code = 32 + number if found["kind"].lower() in ("quarter", "q") else 39 + number
    return {"year": int(found["year"]), "parts": frozenset({code})}


def _stretch(found: Parts, language: str) -> dict[str, object]:
    word = {"beginning": "early", "start": "early", "end": "late", "middle": "mid"}.get(found["when"].lower(), found["when"].lower())
    return {"year": int(found["year"]), "parts": frozenset(STRETCHES[word]), "vague": True}


def _season(found: Parts, language: str) -> dict[str, object]:
    return {"year": int(found["year"]), "parts": frozenset({SEASONS[found["season"].lower()]})}


def _decade(found: Parts, language: str) -> dict[str, object]:
    return {"year": int(found["year"]), "decade": True}


def _fiscal(found: Parts, language: str) -> dict[str, object]:
    return {"fiscal": True}


FORMS: tuple[tuple["re.Pattern[str]", Reading], ...] = (
    (re.compile(rf"(?i:{FISCAL})"), _fiscal),
    (re.compile(rf"(?<![\w.,/-])(?i:(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)[ -](?P<kind>quarter|half)) (?:of |in )?(?:the )?(?i:fiscal|financial|FY)[ \w]{{0,6}}[0-9]{{4}}"), _fiscal),
    (re.compile(rf"\b{DAY} (?:of )?{MONTH},? {YEAR}"), _plain),
    (re.compile(rf"\b{MONTH} {DAY},? {YEAR}"), _plain),
    (re.compile(rf"\b{MONTH},? (?:of )?{YEAR}"), _plain),
    (re.compile(r"(?<![\w.,/-])(?P<year>[0-9]{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3][0-9])(?![\w/-])"), _plain),
    (re.compile(r"(?<![\w.,/-])(?P<year>(?:19|20)[0-9]{2})-(?P<month>0[1-9]|1[0-2])(?![\w/-])(?= ?$| [^-])"), _plain),
    (re.compile(r"(?<![0-9.,/-])(?P<year>[0-9]{4})年(?:(?P<month>1[0-2]|[1-9])月(?:(?P<day>[12][0-9]|3[01]|[1-9])[日号])?)?"), _plain),
    (re.compile(r"(?<![\w.,/-])(?P<one>[0-9]{1,2})[/.-](?P<other>[0-9]{1,2})[/.-](?P<year>[0-9]{4})(?![\w/-])"), _numeric),
    (re.compile(rf"\b(?P<kind>Q)(?P<nth>[1-4])[ ,']*(?:of )?{YEAR}"), _part),
    (re.compile(rf"\b{YEAR}[ -]?(?P<kind>[QH])(?P<nth>[1-4])\b"), _part),
    (re.compile(rf"\b(?P<nth>[1-4])(?P<kind>[QH]) ?{YEAR}"), _part),
    (re.compile(rf"\b(?P<kind>H)(?P<nth>[12])[ ,']*(?:of )?{YEAR}"), _part),
    (re.compile(rf"(?i:\b(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)[ -](?P<kind>quarter|half)) (?:of |in )?{YEAR}"), _part),
    (re.compile(rf"(?i:\b(?P<when>early|mid|late|beginning|start|middle|end))[ -](?:of |in )?{YEAR}"), _stretch),
    (re.compile(rf"(?i:\b(?P<season>{'|'.join(SEASONS)})) (?:of )?{YEAR}"), _season),
    (re.compile(r"(?<![\w.,/-])(?P<year>(?:1[0-9]|20)[0-9]0)'?s\b"), _decade),
    (re.compile(r"(?<![\w.,/-])(?:1[89]|20)[0-9]{2}[/-][0-9]{2}(?![\w/-])"), _fiscal),
    (re.compile(rf"(?<![\w.,/$€£¥-]){YEAR}(?! ?(?:billion|million|thousand|bn|m)\b)"), _plain),
    (re.compile(r"(?<=[0-9]{4}-)(?P<year>1[0-9]{3}|20[0-9]{2})(?![\w.,/-])"), _plain),
)  # fmt: skip


def find_days(text: str, language: str = "") -> tuple[Day, ...]:
    """All dates of a text; of two readings of the same words the one that comes first in FORMS."""
    taken: list[tuple[int, int]] = []
    found = []
    for day in _readings(text, language):
        if not any(day.start < end and start < day.end for start, end in taken):
            taken.append((day.start, day.end))
            found.append(day)
    return tuple(sorted(found, key=lambda day: day.start))


def _readings(text: str, language: str) -> Iterator[Day]:
    if not any(character.isdigit() for character in text):
        return
    for pattern, read in FORMS:
        for match in pattern.finditer(text):
            parts = {key: value for key, value in match.groupdict().items() if value}
            values = read(parts, language)
            hedge = HEDGED.search(text[max(0, match.start() - 20) : match.start()])
            start = match.start() - (len(hedge[0]) if hedge else 0)
            yield Day(match.start(), match.end(), text[start : match.end()], approximate=bool(hedge), **values)  # type: ignore[arg-type]
