"""Fiscal years: when a company's year ends, what it is named by, and so which days one of
its periods means.

A company says `FY2025-Q2`, and means days that only its own year tells. Where weeks are
counted, the last day is another one each year and follows from nothing, so the company's
file gives it.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

FISCAL = re.compile(r"FY(?P<year>[12][0-9]{3})(?:-(?P<part>Q[1-4]|H[12]))?")
FISCAL_HELP = (
    "Write FY2025, FY2025-Q2 or FY2025-H1, alone and without a sign; any other span in"
    " months or days, such as 2024-02/2024-10."
)
# The quarter with which a part of a year ends, and the part after which it begins.
LAST_QUARTER = {"": 4, "Q1": 1, "Q2": 2, "Q3": 3, "Q4": 4, "H1": 2, "H2": 4}
BEFORE = {"Q2": "Q1", "Q3": "Q2", "Q4": "Q3", "H2": "Q2"}
WEEKS = 13  # of a quarter, where weeks are counted; a longer one is told by its exact end


class NamedBy(StrEnum):
    """Which calendar year names a fiscal year."""

    END = "end"
    START = "start"


class FiscalPeriod(NamedTuple):
    """A fiscal year, or a quarter or half of one."""

    year: int
    part: str = ""
    # Q1 to Q4, H1 or H2; empty for the whole year.

    def __str__(self) -> str:
        return f"FY{self.year}-{self.part}" if self.part else f"FY{self.year}"

    @classmethod
    def parse(cls, text: str) -> "FiscalPeriod":
        """Read `FY2025-Q2`. Raises ValueError where a text is no fiscal period."""
        match = FISCAL.fullmatch(text)
        if not match:
            raise ValueError(FISCAL_HELP)
        return cls(int(match["year"]), match["part"] or "")


class NoExactEnd(Exception):
    """A year is counted in weeks, and nobody has said when the period ended."""

    def __init__(self, period: FiscalPeriod) -> None:
        super().__init__(str(period))


@dataclass(frozen=True)
class FiscalYear:
    """How a company divides time."""

    month: int
    day: int
    # On which it ends; the last of February is the last in leap years too.
    named_by: NamedBy = NamedBy.END
    exact: Mapping[str, date] = field(default_factory=dict, hash=False)
    # The last day of periods, by what they are called; with any, weeks are counted, and no
    # end follows from the month.

    def __str__(self) -> str:
        exact = "".join(f"; {period} ended {day}" for period, day in self.exact.items())
        return f"ends {self.month:02}-{self.day:02}, named by its {self.named_by}{exact}"

    def days_of(self, period: FiscalPeriod) -> tuple[date, date]:
        """The first and the last day of a period. Raises NoExactEnd."""
        return self._first_day(period), self._last_day(period)

    def _first_day(self, period: FiscalPeriod) -> date:
        before = BEFORE.get(period.part)
        earlier = period._replace(part=before) if before else FiscalPeriod(period.year - 1)
        return self._last_day(earlier) + timedelta(1)

    def _last_day(self, period: FiscalPeriod) -> date:
        quarter = LAST_QUARTER[period.part]
        known = next(
            (
                self.exact[name]
                for name in _names(period.year, quarter)
                if name in self.exact
            ),
            None,
        )
        if known:
            return known
        if not self.exact:
            return self._end_of_quarter(period.year, quarter)
        if quarter == len(BEFORE):
            raise NoExactEnd(FiscalPeriod(period.year))
        return self._first_day(FiscalPeriod(period.year)) + timedelta(
            weeks=WEEKS * quarter, days=-1
        )

    def _end_of_quarter(self, year: int, quarter: int) -> date:
        """By the calendar: so many months before the end of the year."""
        is_calendar_year = (self.month, self.day) == (12, 31)
        later = self.named_by is NamedBy.START and not is_calendar_year
        months = (year + later) * 12 + self.month - 1 - 3 * (4 - quarter)
        year, month = months // 12, months % 12 + 1
        ends_with_its_month = self.day >= (
            28 if self.month == 2 else monthrange(2001, self.month)[1]
        )
        last = monthrange(year, month)[1]
        return date(year, month, last if ends_with_its_month else min(self.day, last))


@dataclass(frozen=True)
class Calendar:
    """What fiscal periods mean in some place of our files, or what to do where they mean
    nothing.
    """

    year: FiscalYear | None
    remedy: str = ""


NO_CALENDAR = Calendar(
    None,
    "Only facts of a company have fiscal periods: write the months, such as"
    " 2024-05/2024-07.",
)


def _names(year: int, quarter: int) -> Iterator[str]:
    """What the periods are called that end with a quarter."""
    return (
        str(FiscalPeriod(year, part))
        for part, last in LAST_QUARTER.items()
        if last == quarter
    )
