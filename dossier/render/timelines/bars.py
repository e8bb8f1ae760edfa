"""Bars of a strip: each event as wide as its date is uncertain or as it lasted, in a row
where it has room.

Only geometry: what dates mean is the model's, how bars look is the theme's. Across,
everything is in per cent, so that the strip fits any window; down, in pixels, so that
nothing shrinks below what can be seen.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle

from dossier.model.dates import Moment, PartialDate, Shape
from dossier.render.timelines.scale import TimeScale, make_scale

MARGIN = 2.0  # per cent at both ends of the axis, into which runs what has no beginning or no end
UNDATED = 12.0  # per cent at the right end, where some events have no date at all
LEAST = 0.6  # per cent: the width of a mark that can still be seen on a phone
ROW = 10  # pixels
MOST_ROWS = 8  # of one theme: a crowded one is dense, not endless
ORDINALS = range(1, 3_652_060)  # of the days that dates can have


@dataclass(frozen=True)
class Extent:
    """The days that an event can have happened on or went on for: ordinals, the last not
    included; None without a bound.
    """

    start: int | None
    end: int | None
    kind: str
    # "day", "time" (sometime in it), "lasting" (all of it) or "between" (once in it).
    soft_start: bool = False
    soft_end: bool = False
    # Whether that side is approximate, or the end of what lasted is uncertain: it may lie
    # elsewhere.


@dataclass(frozen=True)
class Bar:
    """An event as it is drawn."""

    kind: str
    # That of its extent, or "undated".
    x: float
    width: float
    row: int
    open_start: bool = False
    open_end: bool = False
    soft_start: bool = False
    soft_end: bool = False

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.x + self.width


def extent(when: PartialDate) -> Extent:
    """What a date says of when it can have been. An approximate side reaches further out by
    half of its own length.
    """
    start = _reach(when.start, -1) if when.start else None
    end = _reach(when.end, 1) if when.end else None
    kind = {Shape.ONE_OF: "between", Shape.INTERVAL: "lasting", Shape.MOMENT: "time"}[
        when.shape
    ]
    soft_start, soft_end = (
        bool(moment and _is_soft(moment, kind)) for moment in (when.start, when.end)
    )
    if kind == "time" and when.earliest == when.latest and not soft_start:
        kind = "day"
    return Extent(start, end, kind, soft_start, soft_end)


def _is_soft(moment: Moment, kind: str) -> bool:
    """Whether it has no edge: of what lasted, neither what is uncertain has one."""
    return moment.approximate or (kind == "lasting" and moment.uncertain)


def _reach(moment: Moment, side: int) -> int:
    """The first day of a moment, or the one after its last; further out where it is
    approximate.
    """
    first, after = moment.earliest.toordinal(), moment.latest.toordinal() + 1
    further = (after - first + 1) // 2 if moment.approximate else 0
    bound = first - further if side < 0 else after + further
    return min(max(bound, ORDINALS.start), ORDINALS.stop)


@dataclass(frozen=True)
class StripPlan:
    """How a strip is laid out: its scale, if anything has a date, and the bars of each
    lane.
    """

    scale: TimeScale | None
    lanes: tuple[tuple[Bar, ...], ...]
    # In the order of the lane's dates.
    rows: tuple[int, ...]
    # How many each lane has.
    undated: float | None
    # Where what has no date begins, if there is such.


def plan_strip(lanes: Sequence[Sequence[PartialDate | None]]) -> StripPlan:
    """Lay out the dates of all lanes."""
    extents = [[extent(when) if when else None for when in lane] for lane in lanes]
    every = [one for lane in extents for one in lane]
    spans = [_bounds(one) for one in every if one]
    right = (100.0 - UNDATED if spans else 0.0) if None in every else 100.0
    scale = make_scale(spans, MARGIN, right - MARGIN) if spans else None
    drawn = tuple(_stack([*_bars(lane, scale, right)]) for lane in extents)
    rows = tuple(max((bar.row for bar in lane), default=0) + 1 for lane in drawn)
    return StripPlan(scale, drawn, rows, right if None in every else None)


def _bounds(one: Extent) -> tuple[int, int]:
    """The known bounds of an extent; a day where only one is known."""
    start = one.start if one.start is not None else (one.end or 0) - 1
    return start, one.end if one.end is not None else start + 1


def _bars(
    lane: Iterable[Extent | None], scale: TimeScale | None, right: float
) -> Iterator[Bar]:
    places = _undated_places(right)
    for one in lane:
        yield (
            _bar(one, scale, right)
            if one and scale
            else Bar("undated", next(places), LEAST, 0)
        )


def _undated_places(left: float) -> Iterator[float]:
    """Where events without a date stand: beyond the axis, side by side; from the beginning
    again when that is full.
    """
    fit = int((100 - left - MARGIN) / (2 * MARGIN)) + 1
    return cycle(round(left + MARGIN / 2 + place * 2 * MARGIN, 2) for place in range(fit))


def _bar(one: Extent, scale: TimeScale, right: float) -> Bar:
    start = scale.at(one.start) if one.start is not None else 0.0
    end = scale.at(one.end) if one.end is not None else right
    lacking = max(0.0, LEAST - (end - start)) / 2
    start, end = round(start - lacking, 2), round(end + lacking, 2)
    open_start, open_end = one.start is None, one.end is None
    return Bar(
        one.kind,
        start,
        round(end - start, 2),
        0,
        open_start,
        open_end,
        one.soft_start,
        one.soft_end,
    )


def _stack(bars: Sequence[Bar]) -> tuple[Bar, ...]:
    """The bars in their own order, each in the first row with room for it; in a crowd, in
    the one that is free soonest.
    """
    free: list[float] = []
    rows: dict[int, int] = {}
    for place in sorted(
        range(len(bars)), key=lambda place: (bars[place].x, -bars[place].width, place)
    ):
        bar = bars[place]
        row = next((row for row, at in enumerate(free) if at <= bar.x), len(free))
        if row == MOST_ROWS:
            row = min(range(MOST_ROWS), key=lambda row: free[row])
        if row == len(free):
            free.append(0.0)
        free[row] = max(free[row], bar.end + LEAST)
        rows[place] = row
    return tuple(replace(bar, row=rows[place]) for place, bar in enumerate(bars))
