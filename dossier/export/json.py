"""The site as JSON: one file for each company, one for all sources, and an index. Exact values, no words for people.

Every value is an object that says its `type`: `text`, `quantity`, `date`, `entity`, `place`, `flag`, `list`, `record` or
`unstated`.
A quantity gives its `number` and `scale` as printed and its `exact` whole as decimal text; a date gives its EDTF text and
the first and last day it can mean, null where it is open. Keys that have nothing to say are left out. Facts are named by
`company/fact`. A change that breaks a reader of the files raises FORMAT_VERSION.
"""

import json
from collections.abc import Iterator, Mapping

from dossier.export.records import entity_data, fact_data, place_data, property_data, source_data, timeline_data
from dossier.export.values import Data, told
from dossier.model.addresses import DATA_COMPANY, DATA_INDEX, DATA_SOURCES, DOSSIER
from dossier.model.dossiers import Dossier, MergedFact, Site
from dossier.model.values import names_in, places_in

FORMAT_VERSION = 1


def export_files(site: Site) -> Mapping[str, bytes]:
    """Output path to bytes."""
    files: dict[str, Data] = {DATA_COMPANY.fill(slug): _company(site, one) for slug, one in site.dossiers.items()}
    files[DATA_INDEX] = _index(site)
    files[DATA_SOURCES] = _versioned({"sources": [source_data(entry) for entry in site.sources.values()]})
    return {path: _bytes(files[path]) for path in sorted(files)}


def _bytes(data: Data) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _versioned(data: Mapping[str, Data]) -> Data:
    return {"format_version": FORMAT_VERSION, **data}


def _index(site: Site) -> Data:
    companies: list[Data] = [_entry(dossier) for dossier in site.dossiers.values()]
    return _versioned({"companies": companies, "sources": DATA_SOURCES})


def _entry(dossier: Dossier) -> Data:
    slug = dossier.company.slug
    return {
        "id": slug,
        "name": dossier.company.name,
        "facts": len(dossier.facts),
        "sources": len(dossier.sources),
        "page": DOSSIER.url(slug),
        "data": DATA_COMPANY.fill(slug),
    }


def _company(site: Site, dossier: Dossier) -> Data:
    company = dossier.company
    properties = {fact.property.id: fact.property for fact in dossier.facts}
    return _versioned(
        {
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
    )


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
