"""Which pages and which places on them a content will have, told before anything is merged:
what prose may link to.

Only places that last are told. Notes, charts, tables and answers are named by their order,
which changes with the facts.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from dossier.check.idle import names_of
from dossier.model import addresses
from dossier.model.addresses import Ids, PageKind
from dossier.model.charts import is_compared
from dossier.model.companies import Company
from dossier.model.content import Content
from dossier.model.facts import Fact, FactId


@dataclass(frozen=True)
class Pages:
    """The pages of a content."""

    content: Content

    @cached_property
    def named(self) -> frozenset[str]:
        """Who and what has a page without having a dossier: all that facts name."""
        every = {name for fact in self.content.every_fact for name in names_of(fact)}
        return frozenset(
            (every & self.content.entities.keys()) - self.content.companies.keys()
        )

    @cached_property
    def compared(self) -> frozenset[str]:
        """The properties that have a page of comparison."""
        found: dict[str, list[Fact]] = {}
        for fact in self.content.facts.values():
            if fact.claims and fact.property in self.content.properties:
                found.setdefault(fact.property, []).append(fact)
        return frozenset(
            id
            for id, facts in found.items()
            if is_compared(self.content.properties[id], facts)
        )

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """The companies that facts of others name."""
        return frozenset(
            name
            for fact in self.content.every_fact
            for name in names_of(fact) - {fact.id.company}
        )

    @cached_property
    def cited(self) -> frozenset[str]:
        """The sources that a narrative cites."""
        return frozenset(
            one.source
            for company in self.content.companies.values()
            for one in company.overview.citations
        )

    @cached_property
    def in_timelines(self) -> frozenset[FactId]:
        """The facts that a chosen timeline lists."""
        timelines = (
            timeline
            for company in self.content.companies.values()
            for timeline in company.timelines
        )
        return frozenset(id for timeline in timelines for id in timeline.events)

    def events(self, company: str) -> tuple[Fact, ...]:
        """The facts of a company that its timeline of all events shows."""
        return tuple(
            fact for fact in self.content.companies[company].facts if self._is_event(fact)
        )

    def ids(self, kind: PageKind, before: Ids) -> Collection[str]:
        """What can stand in the next place of an address of a kind, behind some ids."""
        if before:
            company = self.content.companies[before[0]]
            if kind is addresses.FACT:
                return {fact.id.fact for fact in company.facts}
            return {timeline.id for timeline in company.timelines}
        if kind is addresses.ALL_EVENTS:
            return {slug for slug in self.content.companies if self.events(slug)}
        return OWNERS.get(kind, _companies)(self)

    def anchors(self, kind: PageKind, ids: Ids) -> frozenset[str]:
        """The ids on a page that last."""
        return frozenset({*kind.anchors, *PLACES.get(kind, _nowhere)(self, ids)})

    def _is_event(self, fact: Fact) -> bool:
        prop = self.content.properties.get(fact.property)
        return prop is not None and prop.date_key is not None


def _companies(pages: Pages) -> Collection[str]:
    return pages.content.companies


OWNERS: Mapping[PageKind, Callable[[Pages], Collection[str]]] = {
    addresses.SOURCE: lambda pages: pages.content.sources,
    addresses.ENTITY: lambda pages: pages.named,
    addresses.COMPARED: lambda pages: pages.compared,
    addresses.PAGE: lambda pages: pages.content.pages,
}
"""What the first id of an address can be, where that is no company."""


def _nowhere(pages: Pages, ids: Ids) -> Iterator[str]:
    return iter(())


def _of_dossier(pages: Pages, ids: Ids) -> Iterator[str]:
    company = pages.content.companies[ids[0]]
    if company.overview.pieces:
        yield "overview"
    if pages.events(ids[0]) or company.timelines:
        yield "timelines"
    if ids[0] in pages.mentioned:
        yield "mentions"
    yield from _topics(company)


def _topics(company: Company) -> Iterator[str]:
    for fact in company.facts:
        yield addresses.FACT_ROW.fill(fact.id.fact)
        yield addresses.SECTION.fill(fact.section)


def _of_fact(pages: Pages, ids: Ids) -> Iterator[str]:
    id = FactId(*ids)
    if id in pages.in_timelines:
        yield "timelines"
    corrected = {error.fact for error in pages.content.source_errors} | {
        error.fact for error in pages.content.own_errors
    }
    if id in corrected:
        yield "corrections"


def _of_events(pages: Pages, company: str, events: Collection[Fact]) -> Iterator[str]:
    for fact in events:
        yield addresses.event_anchor(fact.id, company)
        prop = pages.content.properties.get(fact.property)
        if prop and fact.claims:
            yield addresses.YEARS.fill(addresses.years_of(prop.date_of(fact.leading.value)))


def _of_all_events(pages: Pages, ids: Ids) -> Iterator[str]:
    return _of_events(pages, ids[0], pages.events(ids[0]))


def _of_timeline(pages: Pages, ids: Ids) -> Iterator[str]:
    timeline = pages.content.timeline_names["/".join(ids)]
    events = [
        pages.content.facts[id] for id in timeline.events if id in pages.content.facts
    ]
    return _of_events(pages, ids[0], events)


def _of_source(pages: Pages, ids: Ids) -> Iterator[str]:
    if pages.content.sources[ids[0]].below.packed:
        yield "summary"
    if ids[0] in pages.cited:
        yield "cited"


def _of_entities(pages: Pages, ids: Ids) -> Iterator[str]:
    for id in {*pages.named, *pages.content.companies}:
        yield f"kind-{pages.content.entities[id].kind}"


def _of_corrections(pages: Pages, ids: Ids) -> Iterator[str]:
    yield from map(addresses.correction_anchor, pages.content.source_errors)
    yield from map(addresses.correction_anchor, pages.content.own_errors)


PLACES: Mapping[PageKind, Callable[[Pages, Ids], Iterator[str]]] = {
    addresses.DOSSIER: _of_dossier,
    addresses.ALL_EVENTS: _of_all_events,
    addresses.TIMELINE: _of_timeline,
    addresses.FACT: _of_fact,
    addresses.SOURCE: _of_source,
    addresses.ENTITIES: _of_entities,
    addresses.CORRECTIONS: _of_corrections,
}
"""The places of each kind of page that follow from what is said on it, beside those that
all of the kind have.
"""
