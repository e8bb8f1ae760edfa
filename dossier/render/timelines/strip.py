"""The strip above a timeline: its axis in words, its rows and bars with the way to their
events, and what the bars mean.
"""

from collections.abc import Iterator, Mapping, Sequence

from babel.dates import format_skeleton

from dossier.model.claims import NEVER_BARE, Status
from dossier.model.dossiers import MergedTimeline
from dossier.render.language import words
from dossier.render.language.catalogues import Language
from dossier.render.site.render_context import RenderContext
from dossier.render.timelines.bars import Bar, plan_strip
from dossier.render.timelines.scale import Tick, ticks
from dossier.render.timelines.views import (
    BarView,
    EventView,
    GapView,
    MeaningView,
    RowView,
    StripView,
    TickView,
)

ROW = 10  # pixels from row to row
SKELETONS = {"day": ("yMMMd", "MMMd"), "month": ("yMMM", "MMM"), "year": ("y", "y")}
# How a tick is called: the first of its year, and one after it.


def strip_view(
    render: RenderContext, timeline: MergedTimeline, events: Sequence[EventView]
) -> StripView | None:
    """The strip of a timeline whose events are shown by these views; None where there is
    nothing to compare.
    """
    lanes = list(_places(timeline).values())
    plan = plan_strip(
        [[timeline.events[place].happened for place in lane] for lane in lanes]
    )
    if plan.scale is None or len(events) == 1:
        return None
    rows = []
    for lane, bars, number in zip(lanes, plan.lanes, plan.rows, strict=True):
        views = tuple(
            _bar(render, bar, events[place]) for bar, place in zip(bars, lane, strict=True)
        )
        rows.append(RowView(events[lane[0]].theme, number * ROW, views))
    return StripView(
        rows=tuple(rows),
        ticks=tuple(_tick(tick, render.language) for tick in ticks(plan.scale)),
        gaps=tuple(
            GapView(_per_cent(gap.left), _per_cent(gap.right - gap.left))
            for gap in plan.scale.breaks
        ),
        undated_at=_per_cent(plan.undated) if plan.undated else "",
        key=tuple(_key(render, rows)),
    )


def _places(timeline: MergedTimeline) -> Mapping[str, list[int]]:
    """Where in the timeline the events of each lane stand."""
    found: dict[str, list[int]] = {lane.id: [] for lane in timeline.lanes}
    for place, event in enumerate(timeline.events):
        if lane := timeline.lane_of(event.id):
            found[lane.id].append(place)
    return {id: places for id, places in found.items() if places}


def _bar(render: RenderContext, bar: Bar, event: EventView) -> BarView:
    return BarView(
        href=f"#{event.anchor}",
        label=render.say(
            words.timelines.BAR, event=_named(render, event), date=event.date.striptags()
        ),
        kind=bar.kind,
        fade=_fade(bar, event),
        x=_per_cent(bar.x),
        end=_per_cent(bar.end),
        middle=_per_cent(bar.x + bar.width / 2),
        width=_per_cent(bar.width),
        y=bar.row * ROW,
        open_start=bar.open_start,
        open_end=bar.open_end,
    )


def _named(render: RenderContext, event: EventView) -> str:
    """An event by its name, with a word where it is rumoured, cancelled or the like."""
    status = Status(event.status)
    if status not in NEVER_BARE:
        return event.label
    told = render.say(words.claims.STATUSES[status])
    return render.say(words.claims.ASIDE, text=event.label, aside=told)


def _fade(bar: Bar, event: EventView) -> str:
    """Which sides are drawn without an edge: of what went on, the approximate one, where
    only one is.
    """
    if bar.kind == "lasting" and bar.soft_start != bar.soft_end:
        return "start" if bar.soft_start else "end"
    return "both" if event.certainty == "about" else ""


def _per_cent(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".") + "%"


def _tick(tick: Tick, language: Language) -> TickView:
    first, later = SKELETONS[tick.unit]
    label = format_skeleton(
        first if tick.with_year else later, tick.day, locale=language.locale
    )
    return TickView(_per_cent(tick.at), label, tick.coarse, tick.before)


def _key(render: RenderContext, rows: Sequence[RowView]) -> Iterator[MeaningView]:
    """An example of each kind of bar on the strip, drawn over the width of a small picture
    of its own.
    """
    drawn = {(bar.kind, bool(bar.fade)) for row in rows for bar in row.bars}
    for (kind, soft), phrase in words.timelines.BARS.items():
        if (kind, soft) in drawn:
            bar = BarView(
                "",
                "",
                kind,
                "both" if soft else "",
                "10%",
                "90%",
                "50%",
                "80%",
                0,
                False,
                False,
            )
            yield MeaningView(bar, render.say(phrase))
