"""What the claims of a fact amount to: which leads, whether they agree, and why those that differ do."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date

from dossier.merge.freshness import freshness_of
from dossier.merge.proofs import prove_claim
from dossier.merge.voices import are_independent, told_by, voices_of
from dossier.model.agreement import Agreement, Difference, Voices
from dossier.model.claims import Claim, Rank
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.dossiers import MergedClaim, MergedFact
from dossier.model.facts import RANKS, Fact
from dossier.model.values import UNSTATED, Value, meaning


def merge_fact(fact: Fact, content: Content, today: date) -> MergedFact:
    """One fact with what its claims amount to on `today`."""
    prop = content.properties[fact.property]
    ordered = sorted(fact.claims, key=lambda claim: RANKS.index(claim.rank))
    claims = tuple(_merge_claim(fact, claim, content, today) for claim in ordered)
    answers = _answers(fact)
    told = told_by(answers, content)
    return MergedFact(
        fact=fact,
        property=prop,
        subject=content.entities[fact.subject],
        claims=claims,
        agreement=agreement_of([claim.value for claim in answers], told),
        voices=voices_of((one for claim in ordered for one in claim.references), content),
        told=told,
        happened=prop.date_of(fact.leading.value),
    )


def _merge_claim(fact: Fact, claim: Claim, content: Content, today: date) -> MergedClaim:
    voices, leading = voices_of(claim.references, content), fact.leading
    differs = claim is not leading and bool(disputed_keys([claim.value, leading.value]))
    return MergedClaim(
        claim=claim,
        voices=voices,
        told=told_by([claim], content),
        freshness=freshness_of(claim, content.properties[fact.property].fresh, content.sources, today),
        difference=kind_of_difference(claim, leading, content) if differs else None,
        proofs=prove_claim(fact, claim, content),
    )


def agreement_of(values: Sequence[Value], told: Mapping[str, Voices]) -> Agreement:
    """Whether some answers contradict each other, and how much of them more than one source tells.

    Who is silent on a part neither contradicts the others nor agrees with them.
    """
    if disputed_keys(values):
        return Agreement.DIFFERING
    if told and all(len(voices.sources) > 1 for voices in told.values()):
        return Agreement.AGREED
    speakers = {source for voices in told.values() for source in voices.sources}
    return Agreement.PARTLY if len(speakers) > 1 else Agreement.SINGLE


def disputed_keys(values: Sequence[Value]) -> frozenset[str]:
    """The keys of some values that have several answers; a plain value has the one key `value`."""
    said: dict[str, set[Hashable]] = {}
    for value in values:
        for key, part in (value if isinstance(value, Mapping) else {"value": value}).items():
            if part is not UNSTATED:
                said.setdefault(key, set()).add(meaning(part))
    return frozenset(key for key, answers in said.items() if len(answers) > 1)


def _answers(fact: Fact) -> tuple[Claim, ...]:
    """The claims that count: not those that turned out wrong or give no value, unless there are no others."""
    standing = tuple(claim for claim in fact.claims if claim.rank is not Rank.DEPRECATED) or fact.claims
    return tuple(claim for claim in standing if claim.value is not UNSTATED) or standing


def kind_of_difference(claim: Claim, leading: Claim, content: Content) -> Difference:
    """Why two claims differ: they are of different times, or of one origin, or of independent ones."""
    if _of_other_time(claim.period, leading.period) or _of_other_time(claim.stated, leading.stated):
        return Difference.UPDATE
    own, others = voices_of(claim.references, content), voices_of(leading.references, content)
    if not are_independent(own, others, content):
        return Difference.DRIFT
    return Difference.DISAGREEMENT if own.origins and others.origins else Difference.UNKNOWN


def _of_other_time(one: PartialDate | None, other: PartialDate | None) -> bool:
    return bool(one and other and (one.certainly_before(other) or other.certainly_before(one)))
