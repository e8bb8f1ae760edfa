"""A date as far as the words give it."""

from dataclasses import dataclass, replace
from enum import Enum

from dossier.model.calendar import SEASONS
from dossier.model.dates import Moment, Vagueness

SEASON_CODES = frozenset(SEASONS.values())


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
