"""What the claims of a fact amount to: which leads, whether they agree, and why those that differ do."""

from datetime import date

from dossier.merge.freshness import freshness_of
from dossier.merge.proofs import proofs_of
from dossier.merge.voices import join_voices, voices_of
from dossier.model.agreement import Agreement, Difference, Voices
from dossier.model.claims import Claim, Rank
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.dossiers import MergedClaim, MergedFact
from dossier.model.facts import RANKS, Fact
from dossier.model.values import UNSTATED, same


def merge_fact(fact: Fact, content: Content, today: date) -> MergedFact:
    """One fact with what its claims amount to on `today`."""
    prop = content.properties[fact.property]
    ordered = sorted(fact.claims, key=lambda claim: RANKS.index(claim.rank))
    claims = tuple(_merge_claim(fact, claim, content, today) for claim in ordered)
    return MergedFact(
        fact=fact,
        property=prop,
        subject=content.entities[fact.subject],
        claims=claims,
        agreement=agreement_of(fact),
        voices=join_voices(claim.voices for claim in claims),
        happened=prop.date_of(fact.leading.value),
    )


def _merge_claim(fact: Fact, claim: Claim, content: Content, today: date) -> MergedClaim:
    voices, leading = voices_of(claim, content), fact.leading
    differs = claim is not leading and not same(claim.value, leading.value)
    return MergedClaim(
        claim=claim,
        voices=voices,
        freshness=freshness_of(claim, content.properties[fact.property].fresh, content.sources, today),
        difference=kind_of_difference(claim, leading, voices, voices_of(leading, content)) if differs else None,
        proofs=proofs_of(fact, claim, content),
    )


def agreement_of(fact: Fact) -> Agreement:
    """Whether the claims give one answer, and whether more than one source gives it."""
    claims = _answers(fact)
    if not all(same(claims[0].value, claim.value) for claim in claims):
        return Agreement.DIFFERING
    sources = {reference.source for claim in claims for reference in claim.references}
    return Agreement.AGREED if len(sources) > 1 else Agreement.SINGLE


def _answers(fact: Fact) -> tuple[Claim, ...]:
    """The claims that count: not those that turned out wrong or give no value, unless there are no others."""
    standing = tuple(claim for claim in fact.claims if claim.rank is not Rank.DEPRECATED) or fact.claims
    return tuple(claim for claim in standing if claim.value is not UNSTATED) or standing


def kind_of_difference(claim: Claim, leading: Claim, own: Voices, others: Voices) -> Difference:
    """Why two claims differ: they are of different times, or of one origin, or of independent ones."""
    if _of_other_time(claim.period, leading.period) or _of_other_time(claim.stated, leading.stated):
        return Difference.UPDATE
    if set(own.origins) & set(others.origins) or set(own.sources) & set(others.sources):
        return Difference.DRIFT
    return Difference.DISAGREEMENT if own.origins and others.origins else Difference.UNKNOWN


def _of_other_time(one: PartialDate | None, other: PartialDate | None) -> bool:
    return bool(one and other and (one.certainly_before(other) or other.certainly_before(one)))
