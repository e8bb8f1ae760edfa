"""The time axis of a strip: days to per cent of its width, with long empty stretches cut
short, and its ticks.

Time runs evenly, but where a few events lie far from all others: a stretch without the
beginning or end of anything, at least `DWARFS` times as long as all shorter ones together,
is drawn as a break. So the rest stays legible, and a reader sees where time was left out.
Later days never stand further left, so what lasts longer is never drawn narrower.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

DWARFS = 4
BREAKS = 3  # at most: an axis with more of them is no axis
BREAK_WIDTH = 7.0  # per cent
LEAST_DAYS = 3  # so that a single day stands in the middle of something
FINE, COARSE = (
    13.0,
    36.0,
)  # per cent that a label takes: in a wide window, and in one of 320 pixels


@dataclass(frozen=True)
class Stretch:
    """A part of the axis in which time runs evenly: ordinal days, and where they are drawn."""

    start: int
    end: int
    left: float
    right: float
    broken: bool

    def at(self, day: float) -> float:
        """Where a day of this stretch is drawn."""
        return self.left + (self.right - self.left) * (day - self.start) / (
            self.end - self.start
        )


@dataclass(frozen=True)
class TimeScale:
    """All stretches from left to right, each beginning where the one before ends."""

    stretches: tuple[Stretch, ...]

    def at(self, day: float) -> float:
        """Where a day is drawn; what lies outside is drawn at the end."""
        day = min(max(day, self.stretches[0].start), self.stretches[-1].end)
        return next(stretch for stretch in self.stretches if day <= stretch.end).at(day)

    @property
    def breaks(self) -> tuple[Stretch, ...]:
        """Where time was cut short."""
        return tuple(stretch for stretch in self.stretches if stretch.broken)


@dataclass(frozen=True)
class Tick:
    """A day that is marked on the axis."""

    day: date
    at: float
    unit: str
    # How much of it its label tells: "day", "month" or "year".
    with_year: bool
    # Whether the label needs the year: it is the first of its stretch or of its year.
    coarse: bool
    # Whether it is shown in a narrow window too.
    before: bool = False
    # Whether its label stands left of it, where there is no room on the right.


def make_scale(spans: Sequence[tuple[int, int]], left: float, right: float) -> TimeScale:
    """The scale for spans of ordinal days, the last of each not included, between two per
    cents. There must be a span.
    """
    days = sorted({day for span in spans for day in span})
    lacking = max(0, LEAST_DAYS - (days[-1] - days[0]))
    days = [days[0] - lacking // 2, *days[1:-1], days[-1] + (lacking + 1) // 2]
    gaps = list(pairwise(dict.fromkeys(days)))
    broken = _breaks(gaps, len({start for start, _ in spans}))
    return TimeScale(tuple(_lay_out(gaps, broken, left, right)))


def _breaks(gaps: Sequence[tuple[int, int]], beginnings: int) -> set[tuple[int, int]]:
    """The longest gaps, as many as dwarf all others; none where that would leave too few
    events between them.
    """
    longest = sorted(gaps, key=lambda gap: gap[0] - gap[1])
    for number in range(min(BREAKS, len(gaps) - 1), 0, -1):
        rest = sum(end - start for start, end in longest[number:])
        start, end = longest[number - 1]
        if end - start >= DWARFS * rest and beginnings >= 2 * (number + 1):
            return set(longest[:number])
    return set()


def _lay_out(
    gaps: Sequence[tuple[int, int]], broken: set[tuple[int, int]], left: float, right: float
) -> Iterator[Stretch]:
    """Stretches as wide as they are long, breaks all alike; neighbours of a kind are one."""
    share = (right - left) / 100
    each = BREAK_WIDTH * share
    whole = sum(end - start for start, end in gaps if (start, end) not in broken)
    per_day = (right - left - each * len(broken)) / whole
    at = left
    for is_broken, group in groupby(gaps, key=lambda gap: gap in broken):
        members = list(group)
        start, end = members[0][0], members[-1][1]
        width = each * len(members) if is_broken else per_day * (end - start)
        yield Stretch(start, end, at, at + width, is_broken)
        at += width


Days = Callable[[date, date], Iterator[date]]


def _days(*chosen: int) -> Days:
    """Days of each month."""

    def days(first: date, last: date) -> Iterator[date]:
        for day in range(first.toordinal(), last.toordinal() + 1):
            if not chosen or date.fromordinal(day).day in chosen:
                yield date.fromordinal(day)

    return days


def _months(step: int) -> Days:
    """The first day of every so many months."""

    def months(first: date, last: date) -> Iterator[date]:
        for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
            if month % step == 0 and first <= date(month // 12, month % 12 + 1, 1):
                yield date(month // 12, month % 12 + 1, 1)

    return months


def _years(step: int) -> Days:
    """The first day of every so many years."""

    def years(first: date, last: date) -> Iterator[date]:
        for year in range(first.year, last.year + 1):
            if year % step == 0 and first <= date(year, 1, 1):
                yield date(year, 1, 1)

    return years


# From fine to coarse: how long about from tick to tick, what a label tells, and which days
# are marked.
STEPS: tuple[tuple[float, str, Days], ...] = (
    (1, "day", _days()), (2, "day", _days(*range(1, 30, 2))), (5, "day", _days(1, 6, 11, 16, 21, 26)),
    (15, "day", _days(1, 16)), (30, "month", _months(1)), (91, "month", _months(3)), (182, "month", _months(6)),
    *((365 * step, "year", _years(step)) for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)),
)  # fmt: skip


def ticks(scale: TimeScale) -> tuple[Tick, ...]:
    """What is marked on the axis, from left to right; labels stand right of their ticks,
    and no two touch.
    """
    ending = _ending(scale.stretches[-1])
    end = ending[0].at if ending else scale.stretches[-1].right
    found: list[Tick] = []
    free = 0.0  # where the next label of a narrow window can begin
    for place, stretch in enumerate(scale.stretches[: -len(ending) or None]):
        if place and stretch.broken:
            continue
        year = coarse_year = 0
        for day, at, unit in _apart(_marked(stretch), found, end - FINE * len(ending)):
            fits = free <= at <= end - COARSE * (1 + len(ending))
            coarse = fits and (day.year != year or day.year == coarse_year)
            found.append(Tick(day, at, unit, day.year != year, coarse))
            year = day.year
            if coarse:
                free, coarse_year = at + COARSE, day.year
    return (*found, *ending)


def _ending(last: Stretch) -> tuple[Tick, ...]:
    """The tick of a last stretch that has no room for a label on its right, left of which
    it stands.
    """
    if last.broken:
        return (Tick(_day(last.end - 1), last.right, "day", True, True, True),)
    return (
        (Tick(_day(last.start), last.left, "day", True, True, True),)
        if last.right - last.left < FINE
        else ()
    )


def _apart(
    marked: Iterable[tuple[date, float, str]], before: Sequence[Tick], end: float
) -> Iterator[tuple[date, float, str]]:
    """Those with room for their labels."""
    free = before[-1].at + FINE if before else 0.0
    for day, at, unit in marked:
        if free <= at <= end - FINE:
            free = at + FINE
            yield day, at, unit


def _day(ordinal: int) -> date:
    """The day of an ordinal number; the first or the last there is, where there is no such
    day.
    """
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def _marked(stretch: Stretch) -> Iterator[tuple[date, float, str]]:
    """The days to mark in a stretch: those of the finest step that leaves room for the
    labels, else the first one.
    """
    first, last = _day(stretch.start), _day(stretch.end)
    if stretch.broken:
        return iter([(first, stretch.left, "day")])
    room = max(1.0, (stretch.right - stretch.left) / FINE)
    for length, unit, days in STEPS:
        if (stretch.end - stretch.start) / length <= room:
            marked = list(days(first, last))
            if marked:
                return ((day, stretch.at(day.toordinal()), unit) for day in marked)
            break
    return iter([(first, stretch.left, unit)])
