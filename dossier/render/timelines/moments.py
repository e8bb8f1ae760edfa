"""A timeline in a few dated lines, as a dossier has it: a line for each date, and the
latest of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dossier.model.companies import Lane
from dossier.model.dates import PartialDate
from dossier.model.dossiers import MergedFact, MergedTimeline
from dossier.render.facts.claims import hedge
from dossier.render.facts.lines import Usual, unusual_level
from dossier.render.language import words
from dossier.render.site import links
from dossier.render.site.render_context import RenderContext
from dossier.render.site.views import LinkView
from dossier.render.timelines.events import event_date, event_view
from dossier.render.timelines.strip import strip_view
from dossier.render.timelines.views import MomentView, NamedView, RowView, StripView

LINES = 12
"""Dates that a dossier shows."""
TOGETHER = 5
"""Events that a line names; it counts those beyond."""


@dataclass(frozen=True)
class Moments:
    """What a dossier shows of the timeline of all events."""

    lines: tuple[MomentView, ...]
    strip: StripView | None
    are_all: bool
    # Whether every date has its line.


def moments_of(
    render: RenderContext, timeline: MergedTimeline, company: str, usual: Usual
) -> Moments:
    """The last dates of a timeline."""
    groups = _by_date(timeline.events)
    shown = groups[-LINES:]
    return Moments(
        lines=tuple(_line(render, group, usual) for group in shown),
        strip=_strip(render, [group[0] for group in shown], company),
        are_all=len(shown) == len(groups),
    )


def _by_date(events: Sequence[MergedFact]) -> list[list[MergedFact]]:
    """Events of one date that follow each other."""
    groups: list[list[MergedFact]] = []
    before: tuple[PartialDate | None, bool] | None = None
    for event in events:
        date = event.happened, _is_inferred(event)
        if groups and date == before:
            groups[-1].append(event)
        else:
            groups.append([event])
        before = date
    return groups


def _is_inferred(event: MergedFact) -> bool:
    return (event.property.date_key or "") in event.leading.inferred


def _line(render: RenderContext, group: Sequence[MergedFact], usual: Usual) -> MomentView:
    more = len(group) - TOGETHER
    return MomentView(
        date=event_date(render, group[0]),
        events=tuple(_event(render, fact, usual) for fact in group[:TOGETHER]),
        more=(
            render.say(
                words.briefs.MORE_EVENTS, events=render.count(more, words.counts.EVENTS)
            )
            if more > 0
            else ""
        ),
    )


def _event(render: RenderContext, fact: MergedFact, usual: Usual) -> NamedView:
    way = LinkView(fact.fact.label, render.link(links.fact_url(fact.id)))
    return NamedView(
        way,
        hedge(render, fact, fact.leading),
        unusual_level(render, fact, fact.leading, usual),
    )


def _strip(
    render: RenderContext, events: Sequence[MergedFact], company: str
) -> StripView | None:
    """The same dates on an axis, in one row; the line below each says in words what its bar
    means.
    """
    every = tuple(event.id for event in events)
    timeline = MergedTimeline("", "", "", tuple(events), (Lane("all", "", every),))
    views = [event_view(render, event, company) for event in events]
    strip = strip_view(render, timeline, views) if events else None
    return replace(strip, key=(), rows=tuple(map(_untold, strip.rows))) if strip else None


def _untold(row: RowView) -> RowView:
    """A row whose bars say nothing that the line below does not say."""
    return replace(row, bars=tuple(replace(bar, label="") for bar in row.bars))
