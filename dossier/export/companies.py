"""A file for each company: its facts with every claim, and everything that they name."""

from collections.abc import Iterator, Mapping

from dossier.export.facts import fact_data
from dossier.export.kinds import Export
from dossier.export.sources import source_data
from dossier.export.values import Data, told
from dossier.model.addresses import DATA_COMPANY, Ids
from dossier.model.dossiers import Dossier, MergedFact, MergedTimeline, Site
from dossier.model.entities import Entity
from dossier.model.locations import Location
from dossier.model.values import Property, names_in, places_in


def _files(site: Site) -> Iterator[tuple[Ids, Mapping[str, Data]]]:
    for slug, dossier in site.dossiers.items():
        yield (slug,), _company(site, dossier)


def _company(site: Site, dossier: Dossier) -> Mapping[str, Data]:
    company = dossier.company
    properties = {fact.property.id: fact.property for fact in dossier.facts}
    return {
        "company": told(
            {
                "id": company.slug,
                "name": company.name,
                "also_known_as": [*company.also_known_as],
                "same_as": [*company.same_as],
            }
        ),
        "key_facts": [str(fact.id) for fact in dossier.key_facts],
        "sections": [{"id": id, "label": label} for id, label in company.sections.items()],
        "facts": [fact_data(fact, site.entities) for fact in dossier.facts],
        "timelines": [timeline_data(timeline) for timeline in dossier.timelines],
        "mentions": [str(fact.id) for fact in dossier.mentions],
        "properties": [property_data(properties[id]) for id in sorted(properties)],
        "entities": [entity_data(site.entities[id]) for id in sorted(_entities(dossier.facts))],
        "places": [place_data(site.locations[name]) for name in sorted(_places(dossier.facts))],
        "sources": [source_data(site.sources[source.id]) for source in dossier.sources],
    }


def _entities(facts: tuple[MergedFact, ...]) -> Iterator[str]:
    """The ids of all things that the facts name, each once."""
    named = {fact.subject.id for fact in facts}
    for claim in (claim for fact in facts for claim in fact.fact.claims):
        named |= {name.entity for _, name in names_in(claim.value)} | {claim.asserted_by}
    yield from named - {""}


def _places(facts: tuple[MergedFact, ...]) -> set[str]:
    """The names of all places that the facts name."""
    claims = (claim for fact in facts for claim in fact.fact.claims)
    return {place.name for claim in claims for place in places_in(claim.value)}


def property_data(prop: Property) -> Data:
    """What a fact asks; the keys of a record in the order in which they are shown."""
    fields = {
        key: told({"label": field.label, "type": field.type.id, "unit": field.unit}) for key, field in prop.keys.items()
    }
    about = {"id": prop.id, "label": prop.label, "type": prop.field.type.id, "unit": prop.field.unit}
    return told({**about, "description": prop.description, "keys": {**fields}})


def timeline_data(timeline: MergedTimeline) -> Data:
    """A timeline as the ids of its events, in order."""
    events: list[Data] = [str(event.id) for event in timeline.events]
    return told({"id": timeline.id, "label": timeline.label, "description": timeline.description, "events": events})


def entity_data(entity: Entity) -> Data:
    """A person, organisation or product."""
    return told({"id": entity.id, "name": entity.name, "kind": entity.kind.value, "same_as": [*entity.same_as]})


def place_data(place: Location) -> Data:
    """A place with where it is: degrees as decimal text."""
    return {
        "name": place.name,
        "country": place.country,
        "longitude": str(place.longitude),
        "latitude": str(place.latitude),
    }


COMPANIES = Export(DATA_COMPANY, _files)
