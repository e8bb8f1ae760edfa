"""Events in order: all of a company's by their dates, and the selections that people make."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from dossier.model.companies import Timeline
from dossier.model.dossiers import MergedFact, MergedTimeline
from dossier.model.facts import FactId

Facts = Mapping[FactId, MergedFact]
Span = tuple[date, date]
NEVER = date.max, date.max


def whole_timeline(facts: Iterable[MergedFact], timelines: Iterable[Timeline]) -> MergedTimeline:
    """Every event of a company, oldest first.

    Events that their dates cannot order stand as the timelines list them, then as the files do; those without a date last.
    """
    events = {fact.id: fact for fact in facts if fact.is_event}
    spans = {id: fact.happened.sort_key for id, fact in events.items() if fact.happened}
    places: dict[FactId, int] = {}
    for timeline in timelines:
        listed = [id for id in timeline.events if id in events]
        spans |= _in_listed_order(listed, spans)
        for id in listed:
            places.setdefault(id, len(places))
    ordered = sorted(events, key=lambda id: (spans.get(id, NEVER), places.get(id, len(events))))
    return MergedTimeline("", "", "", tuple(events[id] for id in ordered))


def _in_listed_order(ids: Sequence[FactId], spans: Mapping[FactId, Span]) -> Mapping[FactId, Span]:
    """The spans, each moved on as far as that of an event listed before; an event without a date takes its neighbour's."""
    found: dict[FactId, Span] = {}
    earliest, latest = next((spans[id] for id in ids if id in spans), NEVER)
    for id in ids:
        own = spans.get(id, (earliest, latest))
        earliest, latest = max(earliest, own[0]), max(latest, own[1])
        found[id] = earliest, latest
    return found


def chosen_timeline(timeline: Timeline, facts: Facts) -> MergedTimeline:
    """The events that a timeline selects, in its own order."""
    events = tuple(facts[id] for id in timeline.events)
    return MergedTimeline(timeline.id, timeline.label, timeline.description, events)
