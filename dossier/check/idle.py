"""Records on which nothing rests."""

from collections.abc import Iterator

from dossier.check.missing import KNOWN
from dossier.model.content import Content
from dossier.model.facts import Fact
from dossier.model.findings import Finding
from dossier.model.kinds import RecordKind
from dossier.model.places import Place
from dossier.model.speaking import speakers_of
from dossier.model.values import names_in, places_in


def warn_of_idle_records(content: Content) -> Iterator[Finding]:
    """A source, entity, place or origin on which nothing rests. That is known only where
    everything could be read.
    """
    origins = {origin for source in content.sources.values() for origin in source.origins}
    used = {
        RecordKind.SOURCE: _cited(content),
        RecordKind.ORIGIN: origins,
        RecordKind.ENTITY: _named(content),
    }
    idle = [
        (kind, id, one.at)
        for kind, ids in used.items()
        for id, one in KNOWN[kind](content).items()
        if id not in ids
    ]
    idle += _idle_places(content)
    for kind, id, at in idle if content.is_whole else ():
        yield Finding(
            at.position,
            "L007",
            f"{id}: nothing rests on this {kind}. Cite it, or delete it.",
        )


def _idle_places(content: Content) -> list[tuple[RecordKind, str, Place]]:
    known = {
        place.name
        for fact in content.every_fact
        for claim in fact.claims
        for place in places_in(claim.value)
    }
    return [
        (RecordKind.PLACE, id, place.at)
        for id, place in content.places.items()
        if place.name not in known
    ]


def _cited(content: Content) -> set[str]:
    references = (
        reference
        for fact in content.every_fact
        for claim in fact.claims
        for reference in claim.references
    )
    citations = (
        citation
        for company in content.companies.values()
        for citation in company.overview.citations
    )
    return {reference.source for reference in references} | {
        citation.source for citation in citations
    }


def _named(content: Content) -> set[str]:
    speakers = {origin.by for origin in content.origins.values()}
    values = (claim.value for fact in content.every_fact for claim in fact.claims)
    places = {
        content.placed.get(one.name, "") for value in values for one in places_in(value)
    }
    return speakers.union(content.companies, places, *map(names_of, content.every_fact))


def names_of(fact: Fact) -> set[str]:
    """Every entity that a fact names: its subject, who says so, and those in its values."""
    found = {fact.subject}
    for claim in fact.claims:
        found |= {*speakers_of(claim)}
        found |= {name.entity for _, name in names_in(claim.value)}
    return found - {""}
