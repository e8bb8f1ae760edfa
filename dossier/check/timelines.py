"""Whether a timeline lists events, in an order that their dates allow, each under one
theme.
"""

from collections.abc import Iterator

from dossier.check.missing import written
from dossier.model.companies import Lane, Timeline
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.facts import FactId
from dossier.model.findings import Finding
from dossier.model.values import Property


def _timelines(content: Content) -> Iterator[Timeline]:
    for company in content.looked_at:
        yield from company.timelines


def require_events(content: Content) -> Iterator[Finding]:
    """What a timeline lists can have a date."""
    for timeline in _timelines(content):
        for index, id in enumerate(timeline.events):
            prop = _property_of(content, id)
            if prop and not prop.date_key:
                message = (
                    f"events[{index}]: {id.fact!r} is no event: {prop.id} has no date. List"
                    " events only."
                )
                yield Finding(timeline.at.item("events", index), "T002", message)


def require_order(content: Content) -> Iterator[Finding]:
    """No event is listed after one that certainly came later."""
    for timeline in _timelines(content):
        last: tuple[FactId, PartialDate] | None = (
            None  # of those so far the one that began last, at the earliest
        )
        for index, id in enumerate(timeline.events):
            date = _date_of(content, id)
            if date and last and date.certainly_before(last[1]):
                dates = (
                    f"{id.fact!r} ({date.text}) is listed after {last[0].fact!r}"
                    f" ({last[1].text}), which came later"
                )
                message = f"events[{index}]: {dates}. List the earlier one first."
                yield Finding(timeline.at.item("events", index), "T001", message)
            if date and (last is None or date.earliest > last[1].earliest):
                last = id, date


def match_lanes(content: Content) -> Iterator[Finding]:
    """Where a timeline has themes of its own, each of its events is under one of them, and
    nothing else is.
    """
    for company in content.looked_at:
        for timeline in company.timelines:
            yield from _misplaced(timeline, company.slug)
            if timeline.lanes and _all_read(timeline):
                yield from _homeless(timeline, company.slug)


def _misplaced(timeline: Timeline, home: str) -> Iterator[Finding]:
    """What a theme lists and the timeline does not, or a theme before it does already."""
    lanes: dict[FactId, Lane] = {}
    for lane in timeline.lanes:
        for index, id in enumerate(lane.events):
            trail = f"{lane.at.below('events')}[{index}]: {written(id, home)!r}"
            if id not in timeline.events:
                message = (
                    f"{trail} is not among the events of the timeline. List it there, or"
                    " delete it here."
                )
                yield Finding(lane.at.item("events", index), "T003", message)
            elif lanes.setdefault(id, lane) is not lane:
                message = (
                    f"{trail} stands under {lanes[id].id!r} already. Keep it under one"
                    " theme."
                )
                yield Finding(lane.at.item("events", index), "T003", message)


def _homeless(timeline: Timeline, home: str) -> Iterator[Finding]:
    placed = {id for lane in timeline.lanes for id in lane.events}
    for index, id in enumerate(timeline.events):
        if id not in placed:
            message = (
                f"events[{index}]: {written(id, home)!r} is under no theme. List it under"
                " one of the lanes."
            )
            yield Finding(timeline.at.item("events", index), "T003", message)


def _all_read(timeline: Timeline) -> bool:
    """Whether no theme was left out because it is broken: then it is not known what is
    under none.
    """
    written_down = timeline.at.within("lanes").entries.keys()
    return written_down <= {lane.id for lane in timeline.lanes} and all(
        lane.events for lane in timeline.lanes
    )


def _date_of(content: Content, id: FactId) -> PartialDate | None:
    """When an event happened, by its leading claim; None where that is not known."""
    prop, fact = _property_of(content, id), content.facts.get(id)
    return prop.date_of(fact.leading.value) if prop and fact and fact.claims else None


def _property_of(content: Content, id: FactId) -> Property | None:
    fact = content.facts.get(id)
    return content.properties.get(fact.property) if fact else None
