"""Scales: from a figure or a day to its share of the width or height of a chart. They are
linear, and begin at zero.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Decimal

from dossier.model.dates import PartialDate
from dossier.model.quantities import SCALES, Quantity

STEPS = (Decimal(1), Decimal(2), Decimal(5))
MOST_TICKS = 4
HEADROOM = Decimal("1.08")
"""Of the greatest figure: room for the sign of an open end."""


@dataclass(frozen=True)
class Scale:
    """A stretch of numbers."""

    low: Decimal
    high: Decimal

    def share(self, value: Decimal) -> float:
        """Where a number stands, from 0 at the low end to 1 at the high one."""
        return float((value - self.low) / (self.high - self.low))

    def ticks(self) -> Iterator[Decimal]:
        """A few round numbers within, zero among them if it is; of a scale that begins at
        1, that too.
        """
        step = self._step()
        first = (self.low / step).to_integral_value(ROUND_FLOOR) * step
        if self.low == 1:
            yield self.low
        tick = first
        while tick <= self.high:
            if tick >= self.low and not (self.low == 1 and tick < step):
                yield tick
            tick += step

    def _step(self) -> Decimal:
        """The smallest of 1, 2, 5, 10, 20 … that makes few enough ticks."""
        length = self.high - self.low
        power = Decimal(10) ** (length / MOST_TICKS).adjusted()
        wide = (step * size for size in (power, power * 10) for step in STEPS)
        return next(step for step in wide if length / step <= MOST_TICKS)


def from_zero(values: Iterable[Decimal]) -> Scale:
    """A scale for bars: zero and all values are on it, so that lengths can be compared."""
    told = [Decimal(0), *values]
    low, high = min(told) * HEADROOM, max(told) * HEADROOM
    return Scale(low, high if high > low else low + 1)


def from_first(values: Iterable[Decimal]) -> Scale:
    """A scale for ranks: it begins with the first place."""
    return Scale(Decimal(1), max(Decimal(2), *values) * HEADROOM)


def rounded(value: Decimal, unit: str) -> Quantity:
    """A tick as a quantity, in the scale in which people read it: 500 billion."""
    size = max(
        (name for name in SCALES if abs(value) >= Decimal(10) ** SCALES[name]),
        key=SCALES.__getitem__,
        default="",
    )
    size = size if SCALES[size] >= SCALES["million"] else ""
    number = value.scaleb(-SCALES[size]).normalize()
    return Quantity(
        number.quantize(Decimal(1)) if number == number.to_integral_value() else number,
        size,
        unit,
    )


@dataclass(frozen=True)
class Days:
    """A stretch of days."""

    first: date
    last: date

    def share(self, day: date) -> float:
        """Where a day stands, from 0 to 1."""
        inside = min(max(day, self.first), self.last)
        return (inside - self.first).days / max((self.last - self.first).days, 1)

    def ticks(self) -> Iterator[tuple[date, bool]]:
        """The first days of years, or of months where there are few years; each with
        whether it is a year's.
        """
        years = [date(year, 1, 1) for year in range(self.first.year, self.last.year + 1)]
        inside = [day for day in years if self.first <= day <= self.last]
        if len(inside) > 2:
            every = -(-len(inside) // MOST_TICKS)
            yield from ((day, True) for day in inside if day.year % every == 0)
            return
        months = [
            day.replace(month=month)
            for day in (date(self.first.year, 1, 1), *inside)
            for month in range(1, 13)
        ]
        within = sorted({month for month in months if self.first <= month <= self.last})
        every = max(1, -(-len(within) // MOST_TICKS))
        yield from ((month, False) for month in within[::every])


def days_of(dates: Iterable[PartialDate]) -> Days:
    """The stretch that holds all dates; an open end is where its known one is, and a little
    room is left at both.
    """
    bounds = [bound for when in dates for bound in known_bounds(when)]
    first, last = min(bounds), max(bounds)
    room = max((last - first).days // 12, 15)
    return Days(_day(first.toordinal() - room), _day(last.toordinal() + room))


def _day(ordinal: int) -> date:
    """The day of that number, or the first or last that there is."""
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def known_bounds(when: PartialDate) -> tuple[date, date]:
    """The first and the last day that a date can mean, an open end taken for the known one."""
    first = when.earliest if when.start else when.latest
    last = when.latest if when.end else when.earliest
    return first, last
