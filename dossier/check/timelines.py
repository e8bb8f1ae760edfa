"""Whether a timeline lists events, in an order that their dates allow."""

from collections.abc import Iterator, Mapping

from dossier.model.companies import Timeline
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.facts import Fact
from dossier.model.findings import Finding


def _timelines(content: Content) -> Iterator[Timeline]:
    for company in content.companies.values():
        yield from company.timelines


def require_events(content: Content) -> Iterator[Finding]:
    """What a timeline lists can have a date."""
    for timeline in _timelines(content):
        for index, id in enumerate(timeline.events):
            fact = content.facts.get(id)
            prop = content.properties.get(fact.property) if fact else None
            if prop and not prop.date_key:
                message = f"events[{index}]: {id.fact!r} is a {prop.id}, which has no date."
                yield Finding(timeline.at.item("events", index), "T002", message)


def require_order(content: Content) -> Iterator[Finding]:
    """No event is listed after one that certainly came later."""
    for timeline in _timelines(content):
        latest: tuple[Fact, PartialDate] | None = None
        for index, id in enumerate(timeline.events):
            dated = _dated(content, content.facts.get(id))
            if dated and latest and dated[1].certainly_before(latest[1]):
                message = f"events[{index}]: {id.fact!r} ({dated[1].text}) is listed after {_name(latest)}."
                yield Finding(timeline.at.item("events", index), "T001", message)
            if dated and (latest is None or dated[1].earliest > latest[1].earliest):
                latest = dated


def _dated(content: Content, fact: Fact | None) -> tuple[Fact, PartialDate] | None:
    prop = content.properties.get(fact.property) if fact else None
    if not (fact and prop and prop.date_key and fact.claims):
        return None
    value = fact.claims[0].value
    date = value.get(prop.date_key) if isinstance(value, Mapping) else None
    return (fact, date) if isinstance(date, PartialDate) else None


def _name(dated: tuple[Fact, PartialDate]) -> str:
    return f"{dated[0].id.fact!r} ({dated[1].text}), which came later"
