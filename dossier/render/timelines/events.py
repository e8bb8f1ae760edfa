"""Timelines as pages show them: events in order, each with how well its date is known, its
details and its marks.
"""

from collections.abc import Iterator, Mapping

from markupsafe import Markup, escape

from dossier.model.dates import PartialDate, Shape
from dossier.model.dossiers import Dossier, MergedFact, MergedTimeline
from dossier.render.evidence.speakers import who
from dossier.render.facts.agreement import differing
from dossier.render.facts.claims import about, all_marks, parts, status
from dossier.render.facts.views import PartView
from dossier.render.language import words
from dossier.render.language.names import letter
from dossier.render.repository.backlinks import fact_backlinks
from dossier.render.site import links
from dossier.render.site.render_context import RenderContext
from dossier.render.timelines.views import EventView, ThemeView, TimelineView


def event_views(
    render: RenderContext, timeline: MergedTimeline, company: str
) -> tuple[EventView, ...]:
    """The events of a timeline of `company`, in its order."""
    themes = {
        lane.id: ThemeView(lane.id, letter(place), lane.label)
        for place, lane in enumerate(timeline.lanes)
    }
    several = themes if len(themes) > 1 else {}
    lanes = [timeline.lane_of(fact.id) for fact in timeline.events]
    found = zip(timeline.events, lanes, strict=True)
    return tuple(
        event_view(render, fact, company, several.get(lane.id) if lane else None)
        for fact, lane in found
    )


def event_view(
    render: RenderContext, fact: MergedFact, company: str, theme: ThemeView | None = None
) -> EventView:
    """An event of a timeline of `company`."""
    claim, key, when = fact.leading, fact.property.date_key or "", fact.happened
    return EventView(
        anchor=links.event_anchor(fact.id, company),
        theme=theme,
        date=event_date(render, fact),
        certainty=certainty(fact.happened, key in claim.inferred),
        again=False,
        first_year=str(when.earliest.year) if when and when.start else "",
        last_year=str(when.latest.year) if when and when.end else "",
        label=fact.fact.label,
        href=render.link(links.fact_url(fact.id)),
        parts=_details(render, fact),
        marks=all_marks(render, claim),
        notes=tuple(_notes(render, fact, company)),
        status=fact.status_of(claim).value,
        differing=differing(render, fact),
        backlinks=fact_backlinks(render, fact),
    )


def event_date(render: RenderContext, fact: MergedFact) -> Markup:
    """When an event happened, in words."""
    if not fact.happened:
        return render.write.not_stated
    inferred = (fact.property.date_key or "") in fact.leading.inferred
    return render.write.date(fact.happened, inferred)


def _notes(render: RenderContext, fact: MergedFact, company: str) -> Iterator[Markup]:
    claim, subject = fact.leading, about(render, fact)
    if fact.id.company != company:
        yield render.fill(
            words.claims.FROM_DOSSIER, company=render.write.entity(fact.id.company)
        )
    if subject:
        yield render.fill(words.claims.EVENT_ABOUT, subject=subject)
    if said := who(render, fact, claim):
        yield render.fill(words.claims.SAYS, who=said)
    if told := status(render, fact, claim):
        yield escape(told)


def certainty(happened: PartialDate | None, inferred: bool) -> str:
    """How well a date is known, in the one word by which templates and styles tell events
    apart.
    """
    if happened is None:
        return "undated"
    if happened.shape is Shape.ONE_OF:
        return "between"
    bounds = [moment for moment in (happened.start, happened.end) if moment]
    doubted = inferred or any(moment.approximate or moment.uncertain for moment in bounds)
    return "about" if doubted else "exact"


def _details(render: RenderContext, fact: MergedFact) -> tuple[PartView, ...]:
    """The record without its date, which stands before it."""
    value, date_key = fact.leading.value, fact.property.date_key
    keys = (
        [key for key in fact.property.keys if key in value and key != date_key]
        if isinstance(value, Mapping)
        else []
    )
    return parts(render, fact, fact.leading, keys)


def timeline_views(render: RenderContext, dossier: Dossier) -> tuple[TimelineView, ...]:
    """All timelines of a company: that of all events first, where there are any."""
    every = (dossier.timeline, *dossier.timelines)
    return tuple(
        _timeline(render, dossier, timeline) for timeline in every if timeline.events
    )


def _timeline(
    render: RenderContext, dossier: Dossier, timeline: MergedTimeline
) -> TimelineView:
    url = links.timeline_url(dossier.company.slug, timeline.id)
    return TimelineView(
        label=timeline.label or render.say(words.pages.ALL_EVENTS),
        href=render.link(url),
        events=render.count(len(timeline.events), words.counts.EVENTS),
        description=timeline.description,
        current=url == render.here,
    )
