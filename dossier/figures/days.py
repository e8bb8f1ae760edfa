"""Dates in words: 9 August 2021, August 9, Q3 2024, late 2017, the 1990s. A fiscal year is
none: it may lie anywhere.

How dates are printed is told by the file of the language; numbers alone (2021-08-09) are
read the same everywhere.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

from dossier.figures.grammars import Grammar, grammar_of
from dossier.figures.numbers import number_words
from dossier.figures.patterns import LETTER, any_of, search_in, small, turned, whole
from dossier.model.calendar import SEASONS
from dossier.model.dates import STRETCHES as CODES
from dossier.model.dates import Moment, Vagueness

SEASON_CODES = frozenset(SEASONS.values())
REACH = 20  # characters before a date in which the longest of these stands


class Bound(Enum):
    """On which side of a date the words put what happened."""

    EARLIEST = "from then on"
    LATEST = "up to then"


OPPOSITE = {Bound.EARLIEST: Bound.LATEST, Bound.LATEST: Bound.EARLIEST}


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
    unclear: str = ""
    # Why it fits nothing: a fiscal year, or numbers in an order that is not told.
    stretch: Vagueness | None = None
    # early, mid or late
    approximate: bool = False
    bound: Bound | None = None
    # before, after, or later
    is_end: bool = False
    # Whether it is one of the two ends of a range.

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
        if (
            self.unclear
            or (self.decade and not moment.year.endswith("X"))
            or any(b not in ("X", a) for a, b in digits)
        ):
            return False
        if moment.part or (self.parts and not (self.stretch or moment.month)):
            # A quarter is less than its year: what is told of the one is not told of the
            # other.
            return bool(moment.part and moment.part in self.parts) or bool(
                self.parts & SEASON_CODES and not moment.part
            )
        fits_month = not moment.month.isdigit() or int(moment.month) == self.month
        return fits_month and (not moment.day.isdigit() or int(moment.day) == self.day)


Parts = Mapping[str, str]
Read = Callable[[Parts, "DayWords"], dict[str, Any]]


def _plain(found: Parts, words: "DayWords") -> dict[str, Any]:
    name = found.get("month", "0")
    year, month, day = int(found["year"]), words.month_of(name), int(found.get("day", 0))
    # There is no 31 February: a slip, and nobody knows of what.
    return (
        {"unclear": "there is no such day"}
        if month and day > monthrange(year, month)[1]
        else {"month": month, "day": day}
    )


def _numeric(found: Parts, words: "DayWords") -> dict[str, Any]:
    """The order of two numbers is told by one above 12, or by the country of the source's
    language.
    """
    one, other = int(found["one"]), int(found["other"])
    if one <= 12 and other <= 12 and one != other and not words.grammar.order_of_dates:
        return {"unclear": "nobody says which number is the month"}
    month_first = other > 12 or (one <= 12 and words.grammar.order_of_dates == "MD")
    month, day = (one, other) if month_first else (other, one)
    return (
        {"month": month, "day": day}
        if 0 < month <= 12 and 0 < day <= 31
        else {"unclear": "there is no such day"}
    )


def _part(found: Parts, words: "DayWords") -> dict[str, Any]:
    kind, nth = small(found["kind"]), words.nth[small(found["nth"])]
    is_quarter = kind in words.quarters
    if not is_quarter and nth > 2:
        return {"unclear": "there is no such half"}
    return {"parts": frozenset({(32 if is_quarter else 39) + nth})}


def _quarter_to(found: Parts, words: "DayWords") -> dict[str, Any]:
    """The quarter that ends in a month is one of the calendar where the month ends one."""
    month = words.month_of(found["month"])
    return (
        {"parts": frozenset({32 + month // 3})}
        if month % 3 == 0
        else {"unclear": "its quarter is none of the calendar"}
    )


def _stretch(found: Parts, words: "DayWords") -> dict[str, Any]:
    stretch = Vagueness(words.stretches[small(found["when"])])
    return {"parts": CODES[stretch], "stretch": stretch}


def _season(found: Parts, words: "DayWords") -> dict[str, Any]:
    return {"parts": frozenset({SEASONS[words.seasons[small(found["season"])]]})}


def _decade(found: Parts, words: "DayWords") -> dict[str, Any]:
    return {"decade": True}


def _fiscal(found: Parts, words: "DayWords") -> dict[str, Any]:
    return {"unclear": "a fiscal year is none of the calendar"}


YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})(?![0-9%]|[.,][0-9]|s\b|/[0-9]|-[0-9]{2}(?![0-9]))"
DAY = r"[12][0-9]|3[01]|0[1-9]|[1-9]"
ALONE = r"(?<![\w.,/-])"
AFTER = r"(?![\w/-])"
SHORT_YEAR = r"[ '-]*(?:[0-9]{4}|[0-9]{2})(?:[/-][0-9]{2,4})?"
READERS: tuple[tuple[str, Read], ...] = (
    ("{fiscal}", _fiscal), ("{ended}", _fiscal), ("{three}", _quarter_to), ("{kind}", _part), ("{when}", _stretch),
    ("{season}", _season), ("{decade}", _decade), ("{year}", _plain),
)  # fmt: skip
"""How a form is read: by the first of these that is in it."""
FIRST = (_fiscal, _quarter_to)
"""What holds before all others, of which it may contain one."""
NUMERIC: tuple[tuple[str, Read], ...] = (
    (
        rf"{ALONE}(?P<year>[0-9]{{4}})-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3][0-9]){AFTER}",
        _plain,
    ),
    (
        rf"{ALONE}(?P<year>(?:19|20)[0-9]{{2}})/(?P<month>0[1-9]|1[0-2])/(?P<day>[0-3][0-9]){AFTER}",
        _plain,
    ),
    (rf"{ALONE}(?P<year>(?:19|20)[0-9]{{2}})-(?P<month>0[1-9]|1[0-2]){AFTER}", _plain),
    (
        rf"{ALONE}(?P<one>[0-9]{{1,2}})[/.-](?P<other>[0-9]{{1,2}})[/.-](?P<year>[0-9]{{4}}){AFTER}",
        _numeric,
    ),
)
TWO_YEARS: tuple[str, Read] = (
    rf"{ALONE}(?:1[89]|20)[0-9]{{2}}[/-][0-9]{{2}}{AFTER}",
    _fiscal,
)
LAST_YEAR: tuple[str, Read] = (
    r"(?<=[0-9]{4}-)(?P<year>1[0-9]{3}|20[0-9]{2})(?![\w.,/-])",
    _plain,
)
BLANK = re.compile(r"\{(\w+)\}|([\[\]| ])")
SPECIAL = {"[": "(?:", "]": ")?", "|": "|", " ": "[ -]"}
"""What stands in a form for more than itself: `[,]` may be left out, and a space may be a
hyphen.
"""


@dataclass(frozen=True)
class DayWords:
    """The forms of dates in one grammar."""

    grammar: Grammar

    @cached_property
    def nth(self) -> Mapping[str, int]:
        """What numbers quarters and halves."""
        return turned(self.grammar.table.nth)

    @cached_property
    def quarters(self) -> frozenset[str]:
        """The words for a quarter."""
        return frozenset(small(word) for word in self.grammar.table.quarters)

    @cached_property
    def stretches(self) -> Mapping[str, str]:
        """The words for early, mid and late."""
        return turned(self.grammar.table.stretches)

    @cached_property
    def seasons(self) -> Mapping[str, str]:
        """The words for seasons, by their name in English."""
        return turned(self.grammar.table.seasons)

    def month_of(self, name: str) -> int:
        """The number of a month, by its number or name."""
        return int(name) if name.isdigit() else self.grammar.months[small(name).rstrip(".")]

    @cached_property
    def forms(self) -> tuple[tuple["re.Pattern[str]", Read], ...]:
        """How dates are printed; where two forms fit the same words, the first of them
        holds.
        """
        told = [
            (self._pattern(form), _reader_of(form)) for form in self.grammar.table.dates
        ]
        first = [one for one in told if one[1] in FIRST]
        others = [one for one in told if one not in first]
        listed = [
            *first,
            *NUMERIC,
            *others,
            TWO_YEARS,
            (self._year_alone, _plain),
            LAST_YEAR,
        ]
        return tuple((re.compile(pattern, re.IGNORECASE), read) for pattern, read in listed)

    @cached_property
    def _year_alone(self) -> str:
        """A year by itself: no amount, and no count of things."""
        table = self.grammar.table
        scales = [
            *number_words(self.grammar).scales,
            *_all(table.powers),
            *_all(table.glued),
        ]
        counted = whole(
            [*scales, *_all(table.currencies), *_all(table.nouns), *table.measures]
        )
        counting = (
            f"(?<!{')(?<!'.join(re.escape(f'{word} ') for word in table.counting)})"
            if table.counting
            else ""
        )
        return (
            r"(?:(?<![\w.,/$€£¥-])|(?<=[\u3040-\u30ff\u4e00-\u9fff])(?<!第))(?<!ISO"
            rf" ){counting}{YEAR}(?! ?{counted})"
        )

    def _pattern(self, form: str) -> str:
        """A form of the language's file as a pattern."""
        listed = [
            (
                self._blanks[match[1]]
                if match[1]
                else SPECIAL.get(match[0], re.escape(match[0]))
            )
            for match in re.finditer(r"\{(\w+)\}|.", form)
        ]
        return rf"(?<![{LETTER}0-9/-])(?<![0-9][.,])" + "".join(listed)

    @cached_property
    def _blanks(self) -> Mapping[str, str]:
        table, grammar = self.grammar.table, self.grammar
        endings = f"(?:{any_of(table.place_endings)})?" if table.place_endings else ""
        short = any_of(grammar.short_months)
        return {
            "year": YEAR, "day": rf"(?P<day>{DAY}){endings}(?![{LETTER}0-9])",
            "first": rf"(?P<first>{DAY}){endings}(?![{LETTER}0-9])",
            # A dot behind a whole name ends a sentence.
            "month": rf"(?P<month>(?:{short})(?![{LETTER}])\.?|(?:{any_of(grammar.months)})(?![{LETTER}]))",
            "number": r"(?P<month>1[0-2]|0?[1-9])", "nth": rf"(?P<nth>{any_of(self.nth)})",
            "kind": rf"(?P<kind>{any_of([*table.quarters, *table.half_years])})",
            "when": rf"(?P<when>{any_of(self.stretches)})", "season": rf"(?P<season>{any_of(self.seasons)})",
            "decade": r"(?P<year>(?:1[0-9]|20)[0-9]0)", "fiscal": rf"(?:{any_of(table.fiscal)})",
            "ended": rf"(?:{any_of(table.year_ended)})[\w ]{{0,20}}?", "short": SHORT_YEAR,
            "yy": r"(?P<yy>[0-9]{2})(?![0-9])", "three": rf"(?:{any_of(table.quarter_ended)})",
        }  # fmt: skip

    @cached_property
    def hedged(self) -> "re.Pattern[str]":
        """A doubt that ends right before a date."""
        return re.compile(rf"{whole(self.grammar.table.date_hedges)} ?$", re.IGNORECASE)

    @cached_property
    def bounds(self) -> tuple[tuple[Bound, "re.Pattern[str]", "re.Pattern[str]"], ...]:
        """What puts things on one side of a date: before it, and behind it."""
        table = self.grammar.table
        fillers = any_of([*table.fillers, *table.date_hedges])
        return tuple(
            (bound, re.compile(rf"{whole(sides.before)}(?: (?:{fillers}))? ?$", re.IGNORECASE),
             re.compile(rf" ?{whole(sides.behind)}", re.IGNORECASE))
            for bound, sides in ((Bound[name.upper()], sides) for name, sides in table.date_bounds.items())
        )  # fmt: skip

    @cached_property
    def denied(self) -> "re.Pattern[str]":
        """A denial before a bound, which it turns: will not open until."""
        return re.compile(
            rf"{whole(self.grammar.table.denials)}(?: [\w']+){{0,4}} ?$", re.IGNORECASE
        )

    @cached_property
    def lasted(self) -> "re.Pattern[str]":
        """What lasted until a date ended then; other words tell only on which side of it
        something was.
        """
        table = self.grammar.table
        fillers = any_of([*table.fillers, *table.date_hedges])
        return re.compile(
            rf"{whole(table.lasted)} (?:{any_of(table.untils)})(?: (?:{fillers}))?$",
            re.IGNORECASE,
        )

    @cached_property
    def range_joint(self) -> "re.Pattern[str]":
        """What stands between the two dates of a range, whole."""
        return re.compile(
            rf" ?(?:-|~|{whole(self.grammar.table.date_joints)}) ?", re.IGNORECASE
        )

    @cached_property
    def between(self) -> "re.Pattern[str]":
        """Before a range of dates."""
        table = self.grammar.table
        between, joints, hedges = (
            whole(table.between),
            any_of(table.between_joints),
            any_of(table.date_hedges),
        )
        return re.compile(
            rf"{between} [\w ,]{{3,20}} (?:{joints})(?: (?:{hedges}))? ?$", re.IGNORECASE
        )

    @cached_property
    def moved(self) -> "re.Pattern[str]":
        """Verbs that move something from one date to another: of two dates, the second
        holds.
        """
        return search_in(self.grammar.table.moves)


def _all(words: Mapping[Any, tuple[str, ...]]) -> list[str]:
    return [word for listed in words.values() for word in listed]


def _reader_of(form: str) -> Read:
    return next(read for blank, read in READERS if blank in form)


@lru_cache(maxsize=64)
def day_words(grammar: Grammar) -> DayWords:
    """The forms of a grammar, made once."""
    return DayWords(grammar)


def find_days(
    text: str, language: str = "", span: tuple[int, int] | None = None
) -> tuple[Day, ...]:
    """The dates of a text, in order; with a span, those that begin or end in it. None where
    its language is not known.
    """
    grammar = grammar_of(language)
    return days_in(text, grammar, span) if grammar else ()


def days_in(
    text: str, grammar: Grammar, span: tuple[int, int] | None = None
) -> tuple[Day, ...]:
    """The same where the grammar is at hand."""
    words = day_words(grammar)
    first, last = span or (0, len(text))
    found: list[Day] = []
    for day in _readings(text, words):
        if not any(day.overlaps(other.start, other.end) for other in found):
            found.append(day)
    listed = sorted(found, key=lambda day: day.start)
    ends = _ends(text, listed, words)
    return tuple(
        replace(day, is_end=True) if day in ends else day
        for day in listed
        if day.overlaps(first, last)
    )


def _ends(text: str, days: list[Day], words: DayWords) -> set[Day]:
    """The dates that a range begins or ends with."""
    ends: set[Day] = set()
    for one, other in pairwise(days):
        if words.range_joint.fullmatch(
            text, one.end, other.start
        ) and not words.moved.search(text, max(0, one.start - 3 * REACH), one.start):
            ends |= {one, other}
    return ends


def _readings(text: str, words: DayWords) -> Iterator[Day]:
    for pattern, read in words.forms:
        for match in pattern.finditer(text):
            parts = {key: value for key, value in match.groupdict().items() if value}
            yield from _days_of(text, match, parts, read, words)


def _days_of(
    text: str, match: "re.Match[str]", parts: dict[str, str], read: Read, words: DayWords
) -> Iterator[Day]:
    """The date of a match; two where it names the first and the last of several days."""
    start = match.start()
    hedge = words.hedged.search(text, max(0, start - REACH), start)
    printed = text[hedge.start() if hedge else start : match.end()]
    year = int(parts.get("year") or f"20{parts.get('yy', '00')}")
    values = {"year": year, "approximate": bool(hedge), **read(parts, words)}
    day = Day(
        start,
        match.end(),
        printed,
        bound=_bound_around(text, start, match.end(), words),
        **values,
    )
    if "first" not in parts:
        yield day
        return
    cut = match.end("first")
    yield replace(day, end=cut, day=int(parts["first"]), is_end=True)
    yield replace(day, start=cut, is_end=True)


def _bound_around(text: str, start: int, end: int, words: DayWords) -> Bound | None:
    first = max(0, start - 4 * REACH)
    head = text[first:start]
    lasted = words.lasted.search(head.rstrip())
    found = [
        (match.start(), bound)
        for bound, ahead, _ in words.bounds
        if not lasted and (match := ahead.search(head))
    ]
    if found:
        place, bound = min(
            found, key=lambda one: one[0]
        )  # the longer phrase: not before, rather than before
        return OPPOSITE[bound] if words.denied.search(head[:place]) else bound
    behind = (bound for bound, _, following in words.bounds if following.match(text, end))
    return next(behind, Bound.LATEST if words.between.search(head) else None)
