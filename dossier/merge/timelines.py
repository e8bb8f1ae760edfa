"""Events in order: all of a company's by their dates, and the selections that people make."""

from collections.abc import Iterable, Mapping
from datetime import date

from dossier.model.companies import Timeline
from dossier.model.dossiers import MergedFact, MergedTimeline
from dossier.model.facts import FactId

Facts = Mapping[FactId, MergedFact]


def whole_timeline(facts: Iterable[MergedFact], timelines: Iterable[Timeline]) -> MergedTimeline:
    """Every event of a company, oldest first.

    Events that their dates cannot order stand as a timeline lists them, then as the files do; those without a date last.
    """
    ids = dict.fromkeys(id for timeline in timelines for id in timeline.events)
    listed = {id: place for place, id in enumerate(ids)}
    events = [fact for fact in facts if fact.is_event]
    ordered = sorted(events, key=lambda fact: (*_sort_key(fact), listed.get(fact.id, len(listed))))
    return MergedTimeline("", "", "", tuple(ordered))


def _sort_key(fact: MergedFact) -> tuple[date, date]:
    return fact.happened.sort_key if fact.happened else (date.max, date.max)


def chosen_timeline(timeline: Timeline, facts: Facts) -> MergedTimeline:
    """The events that a timeline selects, in its own order."""
    events = tuple(facts[id] for id in timeline.events)
    return MergedTimeline(timeline.id, timeline.label, timeline.description, events)
