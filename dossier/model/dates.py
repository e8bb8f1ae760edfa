"""Dates as sources give them: EDTF with its precision and doubt, never filled in.

A subset of EDTF (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/): of level 1 what
every reader of EDTF that we know takes, the quarters, thirds and halves of level 2, and its
"one of" set as a single range, `[2020-10..2024-09]`. Where that has no sign for a doubt,
words of `Vagueness` stand beside the date. What a reader sees is made elsewhere; here are
the parsed parts and the days they can mean.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum, StrEnum
from functools import lru_cache
from typing import Self

from dossier.model.fiscal import FiscalPeriod
from dossier.model.forms import Form


class Vagueness(StrEnum):
    """How loosely a date is meant, where EDTF has no sign for it."""

    EARLY = "early"  # in that part of a year, as people say it
    MID = "mid"
    LATE = "late"
    ABOUT = "about"  # then, or near it
    UNCERTAIN = "uncertain"  # perhaps not then


MOMENT = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<doubt>[?~%]?)"
)
# First and last month of the codes that stand in the month's place (ISO 8601-2, 4.8).
# Seasons are those of the northern half of the globe; a winter may lie at either end of its
# year.
PARTS: dict[int, tuple[int, int]] = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 12),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip
# What early, mid and late in a year can be written as.
STRETCHES = {
    Vagueness.EARLY: frozenset({33, 37, 40}),
    Vagueness.MID: frozenset({34, 35, 38}),
    Vagueness.LATE: frozenset({36, 39, 41}),
}
UNMARKED = (
    "EDTF has no sign of doubt behind a part of a year, behind a digit X and in square"
    " brackets"
)


_kept = lru_cache(maxsize=512)(str)
"""Of texts that are alike one: there are few years, and fewer months and days."""


class Shape(Enum):
    """What kind of statement a date makes."""

    MOMENT = "moment"  # it was then
    INTERVAL = "interval"  # it went on from then to then
    ONE_OF = "one of"  # it was once between then and then


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, month, day or part of a year; `X` stands for a digit that is not known."""

    year: str
    month: str = ""
    day: str = ""
    uncertain: bool = False
    approximate: bool = False
    stretch: Vagueness | None = None
    # Early, mid or late: how people name the part of a year.

    def __str__(self) -> str:
        """Its parts in EDTF, without doubt."""
        return "-".join(filter(None, (self.year, self.month, self.day)))

    @property
    def is_exact(self) -> bool:
        """Whether it is a year, month or day with every digit known: behind these alone
        EDTF has signs of doubt.
        """
        return not (self.part or "X" in self.year + self.month + self.day)

    @property
    def precision(self) -> int:
        """How many parts it has: 1 for a year, 2 for a month, 3 for a day."""
        return 1 + bool(self.month) + bool(self.day)

    @property
    def part(self) -> int | None:
        """The code of the season, quarter, third or half that stands in the month's place."""
        code = int(self.month) if self.month.isdigit() else 0
        return code if code in PARTS else None

    @property
    def earliest(self) -> date:
        """The first day this can mean."""
        months = self._months()
        day = int(self.day) if self.day.isdigit() else 1
        return date(int(self.year.replace("X", "0")), months[0], day)

    @property
    def latest(self) -> date:
        """The last day this can mean."""
        year, month = int(self.year.replace("X", "9")), self._months()[1]
        day = int(self.day) if self.day.isdigit() else monthrange(year, month)[1]
        return date(year, month, day)

    def _months(self) -> tuple[int, int]:
        if not self.month.isdigit():
            return 1, 12
        code = int(self.month)
        return PARTS.get(code, (code, code))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read one EDTF date. Raises ValueError, with the reason if there is one to tell,
        where it is none.
        """
        match = MOMENT.fullmatch(text)
        if not match:
            raise ValueError
        doubt = match["doubt"]
        year, month, day = map(_kept, match.groups("")[:3])
        moment = cls(year, month, day, doubt in ("?", "%"), doubt in ("~", "%"))
        moment._refuse_impossible()
        return moment

    def _refuse_impossible(self) -> None:
        if ("X" in self.year and self.month.strip("X")) or (
            self.month == "XX" and self.day.isdigit()
        ):
            raise ValueError("it has a known part below an unknown one")
        if self.part and self.day:
            raise ValueError("a part of a year has no days")
        if (self.uncertain or self.approximate) and not self.is_exact:
            raise ValueError(UNMARKED)
        try:
            _ = self.earliest, self.latest
        except ValueError:  # month 13, 30 February, the year 0000
            raise ValueError("the calendar has no such day") from None


@dataclass(frozen=True, slots=True)
class PartialDate(Form):
    """A date, an interval, or a span in which something happened once.

    In an interval a bound of None is open (`..`); in a "one of" span it is not known.
    """

    text: str
    # As written: EDTF, or the name of a fiscal period.
    shape: Shape
    start: Moment | None
    end: Moment | None
    vague: tuple[Vagueness, ...] = ()
    # The doubt that stands beside the text, in the order of its words.
    fiscal: FiscalPeriod | None = None
    # Of a period of a company's own year, whose first and last month or day its ends are
    # then.
    earliest: date = field(init=False, compare=False, repr=False)
    # The first day it can mean; the first of all days where there is no such bound.
    latest: date = field(init=False, compare=False, repr=False)
    # The last day it can mean; the last of all days where there is no such bound.

    def __post_init__(self) -> None:
        """Work the days out at once: each date is asked for them."""
        first = self.start.earliest if self.start else date.min
        last = self.end.latest if self.end else date.max
        object.__setattr__(self, "earliest", first)
        object.__setattr__(self, "latest", last)

    def __hash__(self) -> int:
        """By its text alone, since dates are looked up thousands of times."""
        return hash(self.text)

    def __str__(self) -> str:
        """The text, and in brackets the doubt that stands beside it."""
        return f"{self.text} ({', '.join(self.vague)})" if self.vague else self.text

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read EDTF. Raises ValueError, with the reason if there is one to tell, where it
        is none of the subset.
        """
        return _parse(text)

    @classmethod
    def of_fiscal(cls, period: FiscalPeriod, first: date, last: date) -> "PartialDate":
        """A fiscal period by its first and last day; by months where it has whole ones, as
        people tell them.
        """
        whole = first.day == 1 and (last + timedelta(1)).day == 1
        start, end = (Moment.parse(str(day)[: 7 if whole else 10]) for day in (first, last))
        return cls(str(period), Shape.MOMENT, start, end, fiscal=period)

    @property
    def edtf(self) -> str:
        """The text in EDTF, which has no sign for a fiscal period, but for the interval
        that it is.
        """
        return f"{self.start}/{self.end}" if self.fiscal else self.text

    @property
    def sort_key(self) -> tuple[date, date]:
        """Orders dates by their first possible day, then by their last."""
        return self.earliest, self.latest

    @property
    def bounds(self) -> tuple[Moment, ...]:
        """The moments that it names: one, or two; none where it names a fiscal period."""
        if self.fiscal:
            return ()
        named = (self.start,) if self.shape is Shape.MOMENT else (self.start, self.end)
        return tuple(moment for moment in named if moment)

    @property
    def is_single_day(self) -> bool:
        """Whether it is one day, or about one, and no span."""
        return (
            self.shape is Shape.MOMENT and not self.fiscal and self.earliest == self.latest
        )

    @property
    def takes_signs(self) -> bool:
        """Whether EDTF can write any doubt of it, so that no words are needed."""
        return self.shape is not Shape.ONE_OF and all(
            moment.is_exact for moment in self.bounds
        )

    def loosened(self, *words: Vagueness) -> "PartialDate":
        """The same date, meant as loosely as the words say. Raises ValueError with the
        reason where they do not fit.
        """
        said = tuple(word for word in Vagueness if word in words)
        if not said and not self.vague:
            return self
        reason = _misfit(self, said) if said else ""
        if reason:
            raise ValueError(reason)
        start, end = (
            moment and _loosened(moment, said) for moment in (self.start, self.end)
        )
        return replace(self, start=start, end=end, vague=said)

    def certainly_before(self, other: "PartialDate") -> bool:
        """Whether every day this can mean lies before every day of the other."""
        return self.latest < other.earliest


def _misfit(when: PartialDate, words: tuple[Vagueness, ...]) -> str:
    """Why words of doubt cannot stand beside a date; empty where they can."""
    first, *others = words
    if when.fiscal:
        return (
            "a fiscal period is exact. Write the months or days that are meant, or tell the"
            " doubt in a note"
        )
    if others and others != [Vagueness.UNCERTAIN]:
        return f"it is {first} or {others[0]}, not both"
    codes = STRETCHES.get(first, frozenset())
    if codes and not (when.shape is Shape.MOMENT and when.bounds[0].part in codes):
        year = when.bounds[0].year
        return (
            f"{first} is said of a part of a year alone. Write {_listed(year, codes)} as"
            " the date"
        )
    if when.takes_signs:
        return (
            "EDTF has a sign for it. Write ~ for about or ? for uncertain behind the year,"
            " month or day"
        )
    return ""


def _listed(year: str, codes: Iterable[int]) -> str:
    *others, last = (f"{year}-{code}" for code in sorted(codes))
    return f"{', '.join(others)} or {last}"


def _loosened(moment: Moment, words: tuple[Vagueness, ...]) -> Moment:
    loose = [word for word in words if word is not Vagueness.UNCERTAIN]
    return replace(
        moment,
        uncertain=moment.uncertain or Vagueness.UNCERTAIN in words,
        approximate=moment.approximate or bool(loose),
        stretch=next((word for word in loose if word in STRETCHES), None),
    )


@lru_cache(maxsize=8192)
def _parse(text: str) -> PartialDate:
    if text.startswith("[") and text.endswith("]"):
        first, dots, last = text[1:-1].partition("..")
        if not dots:
            raise ValueError
        return _span(text, Shape.ONE_OF, _bound(first, ""), _bound(last, ""))
    if "/" in text:
        first, _, last = text.partition("/")
        return _span(text, Shape.INTERVAL, _bound(first, ".."), _bound(last, ".."))
    moment = Moment.parse(text)
    return PartialDate(text, Shape.MOMENT, moment, moment)


def _bound(text: str, absent: str) -> Moment | None:
    return None if text == absent else Moment.parse(text)


def _span(text: str, shape: Shape, start: Moment | None, end: Moment | None) -> PartialDate:
    if not (start or end):
        raise ValueError("it needs a beginning or an end")
    if start and end and start.earliest > end.latest:
        raise ValueError("it ends before it begins")
    bounds = tuple(moment for moment in (start, end) if moment)
    (_refuse_set if shape is Shape.ONE_OF else _refuse_interval)(bounds)
    return PartialDate(text, shape, start, end)


def _refuse_set(bounds: tuple[Moment, ...]) -> None:
    """In square brackets stand years, months or days, all of one kind and without doubt."""
    if any(moment.uncertain or moment.approximate for moment in bounds):
        raise ValueError(UNMARKED)
    if (
        not all(moment.is_exact for moment in bounds)
        or len({moment.precision for moment in bounds}) > 1
    ):
        raise ValueError(
            "in square brackets both ends are years, both are months, or both are days"
        )


def _refuse_interval(bounds: tuple[Moment, ...]) -> None:
    """An interval runs from and to years, months and days; to digits that are not known
    only without doubt.
    """
    if any(
        moment.part or (moment.month == "XX" and not moment.day and "X" not in moment.year)
        for moment in bounds
    ):
        raise ValueError("an interval begins and ends with a year, a month or a day")
    has_doubt = any(moment.uncertain or moment.approximate for moment in bounds)
    if not all(moment.is_exact for moment in bounds) and (len(bounds) < 2 or has_doubt):
        raise ValueError("an interval with a digit X has two ends, and no sign of doubt")
    if bounds[0].earliest > bounds[-1].earliest and "X" not in bounds[-1].year:
        raise ValueError("its end begins before its beginning does")
