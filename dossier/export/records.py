"""Facts, claims, references, timelines and sources as data."""

from collections.abc import Mapping

from dossier.export.values import Data, date_data, duration_data, quantity_data, told, value_data
from dossier.model.claims import Reference
from dossier.model.dates import PartialDate
from dossier.model.dossiers import MergedClaim, MergedFact, MergedTimeline, SourceEntry
from dossier.model.entities import Entity
from dossier.model.locations import Location
from dossier.model.proofs import ProofState
from dossier.model.sources import Author, Origin, Source
from dossier.model.values import Property


def fact_data(fact: MergedFact, entities: Mapping[str, Entity]) -> Data:
    """A fact with every claim."""
    return told(
        {
            "id": str(fact.id),
            "label": fact.fact.label,
            "section": fact.fact.section,
            "property": fact.property.id,
            "subject": fact.subject.id,
            "happened": _date(fact.happened),
            "agreement": fact.agreement.value,
            "sources": [*fact.sources],
            "origins": [*fact.origins],
            "note": fact.fact.note,
            "claims": [claim_data(merged, fact, entities) for merged in fact.claims],
        }
    )


def claim_data(merged: MergedClaim, fact: MergedFact, entities: Mapping[str, Entity]) -> Data:
    """A claim with its references, who speaks for it, how old it is and how it differs from the leading one."""
    claim = merged.claim
    return told(
        {
            "leading": claim is fact.leading,
            "value": value_data(claim.value, entities),
            "equivalent": quantity_data(claim.equivalent) if claim.equivalent else None,
            "period": _date(claim.period),
            "duration": duration_data(claim.duration) if claim.duration else None,
            "stated": _date(claim.stated),
            "asserted_by": claim.asserted_by,
            "status": claim.status.value,
            "rank": claim.rank.value,
            "note": claim.note,
            "inferred": dict(sorted(claim.inferred.items())),
            "origins": [*merged.voices.origins],
            "age": merged.freshness.age.value,
            "fresh_until": merged.freshness.until.isoformat() if merged.freshness.until else None,
            "difference": merged.difference.value if merged.difference else None,
            "references": _references(merged),
        }
    )


def _references(merged: MergedClaim) -> list[Data]:
    """The references of a claim; each that has a quote with how far it is proved."""
    states = iter(merged.proofs)
    return [_reference(one, next(states) if one.quote else None) for one in merged.claim.references]


def _reference(reference: Reference, state: ProofState | None) -> Data:
    return told(
        {
            "source": reference.source,
            "quote": reference.quote,
            "prefix": reference.prefix,
            "suffix": reference.suffix,
            "locator": reference.locator,
            "origin": reference.origin,
            "proof": state.value if state else None,
            "supports": [*(reference.supports or ("value",))],
        }
    )


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


def source_data(entry: SourceEntry) -> Data:
    """A source in the names of CSL-JSON, but for its dates, which are EDTF; with its origins and what rests on it."""
    source = entry.source
    return _citation(source) | told(
        {
            "archive": source.archive,
            "integrity": source.integrity,
            "credit": source.credit,
            "license": source.licence,
            "inferred": dict(sorted(source.inferred.items())),
            "origins": [_origin(origin) for origin in entry.origins],
            "facts": [str(fact.id) for fact in entry.facts],
        }
    )


def _citation(source: Source) -> dict[str, Data]:
    return told(
        {
            "id": source.id,
            "type": source.type.value,
            "title": source.title,
            "author": [_author(author) for author in source.authors],
            "publisher": source.publisher,
            "container-title": source.container,
            "URL": source.url,
            "issued": _date(source.issued),
            "accessed": _date(source.accessed),
            "language": source.language,
        }
    )


def _author(author: Author) -> Data:
    return told({"family": author.family, "given": author.given, "literal": author.literal})


def _origin(origin: Origin) -> Data:
    return told(
        {
            "id": origin.id,
            "name": origin.name,
            "kind": origin.kind.value,
            "issued": _date(origin.issued),
            "note": origin.note,
            "inferred": dict(sorted(origin.inferred.items())),
        }
    )


def _date(when: PartialDate | None) -> Data:
    return date_data(when) if when else None
