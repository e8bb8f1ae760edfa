"""Dates as sources give them: EDTF with its precision and doubt, never filled in.

A subset of EDTF (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/): level 1 without letters and exponents, the
quarters and halves of level 2, and its "one of" set as a single range, `[2020-10..2024-09]`. The words that a reader sees
are made elsewhere; here are the parsed parts and the days they can mean.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property, lru_cache
from typing import Self

from dossier.model.forms import Form

MOMENT = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<doubt>[?~%]?)"
)
# First and last month of the codes that stand in the month's place (ISO 8601-2, 4.8). Seasons are those of the northern
# half of the globe; a winter may lie at either end of its year.
PARTS: dict[int, tuple[int, int]] = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 12),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip


class Shape(Enum):
    """What kind of statement a date makes."""

    MOMENT = "moment"  # it was then
    INTERVAL = "interval"  # it went on from then to then
    ONE_OF = "one of"  # it was once between then and then


@dataclass(frozen=True)
class Moment:
    """A year, month, day or part of a year; `X` stands for a digit that is not known."""

    year: str
    month: str = ""
    day: str = ""
    uncertain: bool = False
    approximate: bool = False

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
        """Read one EDTF date. Raises ValueError, with the reason if there is one to tell, where it is none."""
        match = MOMENT.fullmatch(text)
        if not match:
            raise ValueError
        doubt = match["doubt"]
        moment = cls(
            match["year"], match["month"] or "", match["day"] or "", doubt in ("?", "%"), doubt in ("~", "%")
        )  # fmt: skip
        moment._refuse_impossible()
        return moment

    def _refuse_impossible(self) -> None:
        if ("X" in self.year and self.month.strip("X")) or (self.month == "XX" and self.day.isdigit()):
            raise ValueError("it has a known part below an unknown one")
        if self.part and self.day:
            raise ValueError("a part of a year has no days")
        try:
            _ = self.earliest, self.latest
        except ValueError:  # month 13, 30 February, the year 0000
            raise ValueError("the calendar has no such day") from None


@dataclass(frozen=True)
class PartialDate(Form):
    """A date, an interval, or a span in which something happened once.

    In an interval a bound of None is open (`..`); in a "one of" span it is not known.
    """

    text: str
    # The EDTF text as written: what exports and `<time datetime>` start from.
    shape: Shape
    start: Moment | None
    end: Moment | None

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read EDTF. Raises ValueError, with the reason if there is one to tell, where it is none of the subset."""
        return _parse(text)

    @cached_property
    def earliest(self) -> date:
        """The first day it can mean; the first of all days where there is no such bound."""
        return self.start.earliest if self.start else date.min

    @cached_property
    def latest(self) -> date:
        """The last day it can mean; the last of all days where there is no such bound."""
        return self.end.latest if self.end else date.max

    @property
    def sort_key(self) -> tuple[date, date]:
        """Orders dates by their first possible day, then by their last."""
        return self.earliest, self.latest

    def certainly_before(self, other: "PartialDate") -> bool:
        """Whether every day this can mean lies before every day of the other."""
        return self.latest < other.earliest


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
    return PartialDate(text, shape, start, end)
