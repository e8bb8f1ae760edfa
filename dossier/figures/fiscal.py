"""Fiscal periods in words: fiscal 2025, Q2 FY25, the second quarter of fiscal 2024/25, the
2024/25 financial year, the three months ended 28 July 2024; Geschäftsjahr 2024/25, 2025年3月期.

By its name a period is told without its days; by its length and its end without its name.
What is told without a year is not found.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from dossier.figures.date_forms import date_forms
from dossier.figures.date_words import date_words
from dossier.figures.dates import Day
from dossier.figures.days import days_in
from dossier.figures.grammars import Grammar
from dossier.figures.patterns import any_of, small, whole
from dossier.model.calendar import NTH
from dossier.model.languages import NO_WORDS_AROUND

NTH_WORD = "first|second|third|fourth|1st|2nd|3rd|4th"
YEAR = r"(?P<year>(?:19|20)[0-9]{2}|[0-9]{2}(?![0-9]))(?:[/–-](?P<next>(?:20)?[0-9]{2}))?(?![0-9%]|[.,][0-9])"
FY = r"\b(?:FY|fiscal(?: year)?|financial year)[ '’-]*"
TOLD_FIRST = rf"(?<![\w/.,–-]){YEAR} (?:fiscal|financial|tax)[ -]year"
KIND = "(?P<kind>quarter|half|Q|H)"
PART = rf"(?:(?P<nth>{NTH_WORD})[ -]{KIND}|(?P<letter>[QH])(?P<number>[1-4]))"
NAMED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{PART}(?: of| in|,)?(?: the| its)? ?{FY}{YEAR}",
        rf"{FY}{YEAR}(?:['’]s)?,?[ -]?{PART}",
        rf"\b(?:fiscal|financial) {PART}(?: of|,)? {YEAR}",
        rf"{FY}{YEAR}",
        rf"\b{PART}(?: of| in)?(?: the| its)? {TOLD_FIRST}",
        TOLD_FIRST,
        r"(?P<year>(?:19|20)[0-9]{2})(?:[/–-](?P<next>(?:20)?[0-9]{2}))?(?:财年|財年|财政年度|財政年度|会计年度|會計年度)(?:第?(?P<han>[一二三四])季度|(?P<side>[上下])半年)?",
    )
)
OF_ANOTHER = re.compile(
    r"\b(?:months|weeks|quarters?|half|part|beginning|start|middle|end|early|mid|late|since|after|before|by|until|till|from)"
    r"(?:[ -](?:of|in))?(?: the)?[ -]$",
    re.IGNORECASE,
)
"""Before the name of a period: it is told of a part of it, or of the time around it."""
HAN = {"一": "Q1", "二": "Q2", "三": "Q3", "四": "Q4", "上": "H1", "下": "H2"}
MONTHS = {"three": 3, "six": 6, "twelve": 12, "3": 3, "6": 6, "12": 12}
WEEKS = {
    "thirteen": 3,
    "13": 3,
    "fourteen": 3,
    "14": 3,
    "26": 6,
    "twenty-six": 6,
    "52": 12,
    "53": 12,
}
LENGTHS = {"quarter": 3, "half": 6, "half-year": 6, "half year": 6, "year": 12}
ENDED = re.compile(
    rf"\b(?:(?P<count>{'|'.join((*MONTHS, *WEEKS))})[ -](?P<unit>month|week)s?(?: period)?|"
    rf"(?P<length>{'|'.join(sorted(LENGTHS, key=len, reverse=True))})),? "
    r"(?:that |which )?(?:ended|ending|to|through)(?: on)? (?:in )?",
    re.IGNORECASE,
)
DATE = 30  # characters in which the date behind it stands
REACH = 30  # characters before the name of a period in which the words stand that turn it
MONTHS_OF = {"": 12, "Q": 3, "H": 6}


@dataclass(frozen=True)
class FiscalMention:
    """A period as far as the words give it."""

    start: int
    end: int
    text: str
    year: int = 0
    next: int = 0
    # The second of two years by which it is named.
    part: str = ""
    ended: Day | None = None
    # Where it is told by its last day or month,
    months: int = 0
    # and its length.
    named_by: str = ""
    # By which of its ends one year names it, where the words tell: start, end.

    def shifted(self, by: int) -> "FiscalMention":
        """The same period, with its place counted from elsewhere."""
        return replace(self, start=self.start + by, end=self.end + by)

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any of it stands between two places."""
        return self.start < end and start < self.end


def find_periods(
    text: str, grammar: Grammar, span: tuple[int, int]
) -> tuple[FiscalMention, ...]:
    """The fiscal periods of a text that begin or end in a span, in order."""
    found: list[FiscalMention] = []
    for told in (*_named(text), *_ended(text, grammar), *_in_language(text, grammar)):
        if not _is_of_another(text, told, grammar) and not any(
            told.overlaps(other.start, other.end) for other in found
        ):
            found.append(told)
    return tuple(
        told for told in sorted(found, key=lambda told: told.start) if told.overlaps(*span)
    )


def _named(text: str) -> Iterator[FiscalMention]:
    for pattern in NAMED:
        for match in pattern.finditer(text):
            if OF_ANOTHER.search(text, max(0, match.start() - REACH), match.start()):
                continue
            year = _full(match["year"], "20")
            following = _full(match["next"], str(year)[:2]) if match["next"] else 0
            yield FiscalMention(
                match.start(),
                match.end(),
                match[0],
                year,
                following,
                _part(match.groupdict()),
            )


def _in_language(text: str, grammar: Grammar) -> list[FiscalMention]:
    """By the forms of the language, the longest first; none where it is not told what
    turns a year into a part of it.
    """
    table = grammar.table
    if table.around_fiscal == NO_WORDS_AROUND:
        return []
    told = (
        _by_form(match, grammar)
        for pattern in date_forms(grammar).fiscal
        for match in pattern.finditer(text)
    )
    return sorted(filter(None, told), key=lambda one: (one.start - one.end, one.start))


def _by_form(match: re.Match[str], grammar: Grammar) -> FiscalMention | None:
    """What a form of the language gives; None where it names no year."""
    found, table = match.groupdict(), grammar.table
    digits = found.get("named") or found.get("year")
    if not digits:
        return None
    start, end, year = match.start(), match.end(), _full(digits, "20")
    if month := found.get("month"):
        ended = Day(start, end, match[0], year, date_words(grammar).month_of(month))
        return FiscalMention(start, end, match[0], ended=ended, months=MONTHS_OF[""])
    word = small(found.get("fiscal") or "")
    by = "start" if word in table.fiscal_by_start else ""
    return FiscalMention(
        start,
        end,
        match[0],
        year,
        _full(found["next"], str(year)[:2]) if found.get("next") else 0,
        _part_in(found, grammar),
        named_by="end" if word in table.fiscal_by_end else by,
    )


def _part_in(found: dict[str, str | None], grammar: Grammar) -> str:
    nth, kind, words = found.get("nth"), found.get("kind"), date_words(grammar)
    if not (nth and kind):
        return ""
    return f"{'Q' if small(kind) in words.quarters else 'H'}{words.nth[small(nth)]}"


def _is_of_another(text: str, told: FiscalMention, grammar: Grammar) -> bool:
    """Whether the words around a name tell, in the language, of a part of the period or of
    the time around it.
    """
    before, behind = _around(grammar)
    return bool(
        before.search(text, max(0, told.start - REACH), told.start)
        or behind.match(text, told.end)
    )


@lru_cache(maxsize=64)
def _around(grammar: Grammar) -> tuple["re.Pattern[str]", "re.Pattern[str]"]:
    sides = grammar.table.around_fiscal
    return (
        re.compile(rf"{whole(sides.before)} ?$", re.IGNORECASE),
        re.compile(rf" ?(?:{any_of(sides.behind)})", re.IGNORECASE),
    )


def _full(digits: str, century: str) -> int:
    return int(digits if len(digits) > 2 else century + digits)


def _part(found: dict[str, str | None]) -> str:
    if sign := found.get("han") or found.get("side"):
        return HAN[sign]
    if found.get("letter"):
        return f"{found['letter']}{found['number']}".upper()
    nth, kind = found.get("nth"), found.get("kind")
    return f"{kind[0].upper()}{NTH[nth.lower()]}" if nth and kind else ""


def _ended(text: str, grammar: Grammar) -> Iterator[FiscalMention]:
    for match in ENDED.finditer(text):
        day = next(iter(days_in(text[match.end() : match.end() + DATE], grammar)), None)
        if day and day.start == 0 and not day.unclear:
            start, end = match.start(), match.end() + day.end
            yield FiscalMention(
                start, end, text[start:end], ended=day, months=_months(match)
            )


def _months(match: re.Match[str]) -> int:
    if match["length"]:
        return LENGTHS[match["length"].lower()]
    return (MONTHS if match["unit"].lower() == "month" else WEEKS).get(
        match["count"].lower(), 0
    )
