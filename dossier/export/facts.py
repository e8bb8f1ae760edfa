"""Facts, claims and references as data."""

from collections.abc import Mapping

from dossier.export.values import day_data, without_blanks
from dossier.model.agreement import Corroboration
from dossier.model.claims import Reference
from dossier.model.data import Data
from dossier.model.dossiers import Knowledge, MergedClaim, MergedFact
from dossier.model.values import value_data


def fact_data(fact: MergedFact) -> Data:
    """A fact with every claim."""
    return without_blanks(
        {
            "id": str(fact.id),
            "label": fact.fact.label,
            "section": fact.fact.section,
            "property": fact.property.id,
            "subject": fact.subject.id,
            "formerly": [*fact.fact.formerly],
            "happened": day_data(fact.happened),
            "agreement": fact.agreement.value,
            "sources": [*fact.sources],
            "origins": [*fact.origins],
            "voices": _corroboration(fact.corroborated),
            "note": fact.fact.note,
            "claims": [_claim(merged, fact) for merged in fact.claims],
        }
    )


def _claim(merged: MergedClaim, fact: MergedFact) -> Data:
    """A claim with its references, who speaks for it, how old it is and how it differs from
    the leading one.
    """
    claim = merged.claim
    return without_blanks(
        {
            "id": fact.name_of(claim),
            "leading": claim is fact.leading,
            "value": value_data(claim.value),
            "equivalent": value_data(claim.equivalent) if claim.equivalent else None,
            "period": day_data(claim.period),
            "qualifiers": dict(claim.qualifiers),
            "duration": str(claim.duration) if claim.duration else None,
            "stated": day_data(claim.stated),
            "checked": day_data(claim.checked),
            "asserted_by": claim.asserted_by,
            "speakers": dict(sorted(claim.speakers.items())),
            "status": fact.status_of(claim).value,
            "settles": {one.promise: one.outcome.value for one in claim.settles},
            "rank": claim.rank.value,
            "note": claim.note,
            "inferred": dict(sorted(claim.inferred.items())),
            "origins": [*merged.corroboration.origins],
            "voices": _corroboration(merged.corroborated),
            "age": merged.freshness.age.value,
            "fresh_until": (
                merged.freshness.until.isoformat() if merged.freshness.until else None
            ),
            "difference": merged.difference.value if merged.difference else None,
            "state": merged.proofs.state.value,
            "keys": {key: state.value for key, state in merged.proofs.keys.items()},
            "without_quote": [*merged.proofs.bare],
            "references": _references(merged),
        }
    )


def _corroboration(told_by: Mapping[str, Corroboration]) -> dict[str, Data]:
    """Who speaks for each key of a value."""
    return {
        key: {"sources": [*one.sources], "origins": [*one.origins]}
        for key, one in told_by.items()
    }


def _references(merged: MergedClaim) -> list[Data]:
    """The references of a claim; each that has a quote with how far it is proved."""
    known = iter(merged.proofs.each)
    return [
        _reference(one, next(known) if one.quote else None)
        for one in merged.claim.references
    ]


def _reference(reference: Reference, known: Knowledge | None) -> Data:
    return without_blanks(
        {
            "source": reference.source,
            "quote": reference.quote,
            "prefix": reference.prefix,
            "suffix": reference.suffix,
            "locator": reference.locator.place,
            "cell": dict(reference.locator.cell),
            "origin": reference.origin,
            "asserted_by": reference.asserted_by,
            "state": known.state.value if known else None,
            "looks": [*known.cues] if known else [],
            "read": (
                [{"by": name, "on": day.isoformat()} for name, day in known.readers]
                if known
                else []
            ),
            "supports": [*(reference.supports or ("value",))],
        }
    )
