"""How old a claim is, and whether that is too old. The three dates of a claim are kept
apart: when it was true, when it was said, and when somebody last looked again.

An age is counted to a reference date that is given, never to the clock, so that the same
content and commit make the same pages.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dossier.model.values import Duration


class Age(StrEnum):
    """What the age of a claim amounts to."""

    FRESH = "fresh"  # somebody said it, or looked again, within the horizon of its property
    STALE = "stale"  # longer ago than that
    TIMELESS = (  # its property never goes stale, or it is what happened in a time that is over
        "timeless"
    )
    DUE = (  # it is a forecast or a promise whose day has passed, and nothing says what became of it
        "due"
    )
    UNDATED = "undated"  # nobody knows when it was said


@dataclass(frozen=True)
class Freshness:
    """The age of a claim on the reference date."""

    age: Age
    until: date | None = None
    # The last day on which it counts as fresh, or by which it was due; None where it is
    # timeless or undated.

    @property
    def is_fresh(self) -> bool:
        """Whether a reader may take it as current."""
        return self.age in (Age.FRESH, Age.TIMELESS)


def add_horizon(day: date, horizon: Duration) -> date:
    """The day that lies a horizon after `day`; a month that has no such day ends on its
    last. The end of time at most.
    """
    months = day.year * 12 + day.month - 1 + horizon.years * 12 + horizon.months
    year, month = months // 12, months % 12 + 1
    if year >= date.max.year:
        return date.max
    return date(year, month, min(day.day, monthrange(year, month)[1])) + timedelta(
        days=horizon.days
    )
