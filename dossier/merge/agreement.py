"""What the claims of a fact amount to: which leads, whether they agree, and why those that differ do."""

from collections.abc import Mapping
from datetime import date

from dossier.merge.freshness import freshness_of
from dossier.merge.proofs import proofs_of
from dossier.merge.voices import join_voices, voices_of
from dossier.model.agreement import Agreement, Difference, Voices
from dossier.model.claims import Claim, Rank
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.dossiers import MergedClaim, MergedFact
from dossier.model.facts import Fact
from dossier.model.values import Property, same

RANKS = (Rank.PREFERRED, Rank.NORMAL, Rank.DEPRECATED)


def merge_fact(fact: Fact, content: Content, today: date) -> MergedFact:
    """One fact with what its claims amount to on `today`."""
    prop = content.properties[fact.property]
    ordered = sorted(fact.claims, key=lambda claim: RANKS.index(claim.rank))
    leading = ordered[0]
    claims = tuple(_merge_claim(fact, claim, leading, content, today) for claim in ordered)
    voices = join_voices(claim.voices for claim in claims)
    return MergedFact(
        fact=fact,
        property=prop,
        subject=content.entities[fact.subject],
        claims=claims,
        agreement=agreement_of(fact, voices),
        voices=voices,
        happened=date_of(leading, prop),
    )


def _merge_claim(fact: Fact, claim: Claim, leading: Claim, content: Content, today: date) -> MergedClaim:
    voices = voices_of(claim, content)
    differs = claim is not leading and not same(claim.value, leading.value)
    return MergedClaim(
        claim=claim,
        proofs=proofs_of(fact, claim, content),
        voices=voices,
        freshness=freshness_of(claim, content.properties[fact.property].fresh, content.sources, today),
        difference=kind_of_difference(claim, leading, voices, voices_of(leading, content)) if differs else None,
    )


def agreement_of(fact: Fact, voices: Voices) -> Agreement:
    """Whether the claims give one answer. Deprecated claims do not count, unless there are no others."""
    claims = [claim for claim in fact.claims if claim.rank is not Rank.DEPRECATED] or list(fact.claims)
    if not all(same(claims[0].value, claim.value) for claim in claims):
        return Agreement.DIFFERING
    return Agreement.AGREED if len(voices.sources) > 1 else Agreement.SINGLE


def kind_of_difference(claim: Claim, leading: Claim, own: Voices, others: Voices) -> Difference:
    """Why two claims differ: they are of different times, or of one origin, or of independent ones."""
    if _of_other_time(claim.period, leading.period) or _of_other_time(claim.stated, leading.stated):
        return Difference.UPDATE
    if set(own.origins) & set(others.origins) or set(own.sources) & set(others.sources):
        return Difference.DRIFT
    return Difference.DISAGREEMENT if own.origins and others.origins else Difference.UNKNOWN


def _of_other_time(one: PartialDate | None, other: PartialDate | None) -> bool:
    return bool(one and other and (one.certainly_before(other) or other.certainly_before(one)))


def date_of(claim: Claim, prop: Property) -> PartialDate | None:
    """When it happened, by one claim; None where the property has no date or the claim gives none."""
    value = claim.value.get(prop.date_key) if prop.date_key and isinstance(claim.value, Mapping) else None
    return value if isinstance(value, PartialDate) else None
