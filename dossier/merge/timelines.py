"""Events in order: all of a company's by their dates, and the selections that people make."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from dossier.model.companies import Company, Lane, Timeline
from dossier.model.dossiers import MergedFact, MergedTimeline
from dossier.model.facts import FactId

Facts = Mapping[FactId, MergedFact]
Span = tuple[date, date]
NEVER = date.max, date.max


def whole_timeline(facts: Iterable[MergedFact], company: Company) -> MergedTimeline:
    """Every event of a company, oldest first.

    Events that their dates cannot order stand as the timelines list them, then as the files
    do; those without a date last.
    """
    events = {fact.id: fact for fact in facts if fact.is_event}
    spans = {id: fact.happened.sort_key for id, fact in events.items() if fact.happened}
    places: dict[FactId, int] = {}
    for timeline in company.timelines:
        listed = [id for id in timeline.events if id in events]
        spans |= _in_listed_order(listed, spans)
        for id in listed:
            places.setdefault(id, len(places))
    ordered = sorted(
        events, key=lambda id: (spans.get(id, NEVER), places.get(id, len(events)))
    )
    chosen = tuple(events[id] for id in ordered)
    return MergedTimeline("", "", "", chosen, _topics(chosen, company, {}))


def _in_listed_order(
    ids: Sequence[FactId], spans: Mapping[FactId, Span]
) -> Mapping[FactId, Span]:
    """The spans, each moved on as far as that of an event listed before; an event without a
    date takes its neighbour's.
    """
    found: dict[FactId, Span] = {}
    earliest, latest = next((spans[id] for id in ids if id in spans), NEVER)
    for id in ids:
        own = spans.get(id, (earliest, latest))
        earliest, latest = max(earliest, own[0]), max(latest, own[1])
        found[id] = earliest, latest
    return found


def chosen_timeline(
    timeline: Timeline, facts: Facts, company: Company, names: Mapping[str, str]
) -> MergedTimeline:
    """The events that a timeline of `company` selects, in its own order; `names` are those
    of all companies.
    """
    events = tuple(facts[id] for id in timeline.events)
    lanes = timeline.lanes or _topics(events, company, names)
    return MergedTimeline(timeline.id, timeline.label, timeline.description, events, lanes)


def _topics(
    events: Iterable[MergedFact], company: Company, names: Mapping[str, str]
) -> tuple[Lane, ...]:
    """The themes where none are chosen: the topics of the company's own facts, and each
    other company, as they appear.

    No topic bears the id of another company's theme: two hyphens occur in no slug.
    """
    found: dict[tuple[str, str], list[FactId]] = {}
    for event in events:
        found.setdefault(_topic(event, company, names), []).append(event.id)
    return tuple(Lane(id, label, tuple(ids)) for (id, label), ids in found.items())


def _topic(
    event: MergedFact, company: Company, names: Mapping[str, str]
) -> tuple[str, str]:
    owner, section = event.id.company, event.fact.section
    return (
        (section, company.sections[section])
        if owner == company.slug
        else (f"from--{owner}", names[owner])
    )
