"""What the claims of a fact amount to: which leads, whether they agree, and what course
they take.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from dossier.merge.answers import Answers, answers_of
from dossier.merge.corroboration import corroborated_keys, corroboration_of
from dossier.merge.freshness import freshness_of
from dossier.merge.promises import became, due_of
from dossier.merge.proofs import prove_claim
from dossier.merge.series import courses_of
from dossier.model.agreement import Agreement, Corroboration, Difference
from dossier.model.claims import RANKS, Claim, Rank, Status
from dossier.model.content import Content
from dossier.model.dossiers import MergedClaim, MergedFact
from dossier.model.facts import Fact
from dossier.model.freshness import Age, Freshness
from dossier.model.promises import PromiseKind
from dossier.model.questions import PROMISED, answers_the_same, by_question, lead_of
from dossier.model.values import UNSTATED, Property

UNDISPUTED: frozenset[str] = frozenset()
"""What most facts have of disputed keys: one empty set for all."""
TIMELESS = Freshness(Age.TIMELESS)


def merge_fact(fact: Fact, content: Content, today: date | None) -> MergedFact:
    """One fact with what its claims amount to on `today`; where no day is given, nothing
    ages, and all has begun.
    """
    prop = content.properties[fact.property]
    leading = lead_of(fact.claims, today)
    ordered = (leading, *_by_rank(claim for claim in fact.claims if claim is not leading))
    groups = tuple(
        answers_of(group, prop, content) for group in by_question(fact.claims, today)
    )
    why = {id(one.claim): one.difference for group in groups for one in group.others}
    counted = tuple(
        answers_of(group, prop, content) for group in by_question(_counting(fact), today)
    )
    corroborated = corroborated_keys(_own(counted, leading).agreeing, content)
    disputed = frozenset(key for group in counted for key in group.disputed) or UNDISPUTED
    return MergedFact(
        fact=fact,
        property=prop,
        subject=content.entities[fact.subject],
        claims=tuple(
            _merge_claim(fact, claim, why.get(id(claim)), content, today)
            for claim in ordered
        ),
        agreement=(
            Agreement.DIFFERING
            if disputed
            else agreement_of(
                corroborated, is_revised=any(group.revised for group in counted)
            )
        ),
        corroboration=corroboration_of(
            (one for claim in ordered for one in claim.references), content
        ),
        corroborated=corroborated,
        happened=prop.date_of(leading.value),
        disputed_keys=disputed,
        disputed=tuple(
            claim for group in counted if group.disputed for claim in group.standing
        ),
        courses=courses_of(counted),
        became=became(fact, prop, content),
    )


def _by_rank(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: RANKS.index(claim.rank))


def _own(groups: Sequence[Answers], leading: Claim) -> Answers:
    """The group of the claim that leads them all; the first where that one does not count."""
    return next((group for group in groups if group.leading is leading), groups[0])


def _merge_claim(
    fact: Fact,
    claim: Claim,
    difference: Difference | None,
    content: Content,
    today: date | None,
) -> MergedClaim:
    return MergedClaim(
        claim=claim,
        corroboration=corroboration_of(claim.references, content),
        corroborated=corroborated_keys([claim], content),
        freshness=_freshness(fact, claim, content, today),
        difference=difference,
        proofs=prove_claim(fact, claim, content),
    )


def _freshness(fact: Fact, claim: Claim, content: Content, today: date | None) -> Freshness:
    """The age of a claim: a promise or forecast of which it is known what became of it
    grows old no more.
    """
    if str(fact.id) in content.settlements:
        return TIMELESS
    prop = content.properties[fact.property]
    return freshness_of(
        claim,
        prop.fresh,
        content.sources,
        today,
        due_of(claim, prop) if _is_open(claim, fact, prop) else None,
    )


def _is_open(claim: Claim, fact: Fact, prop: Property) -> bool:
    """Whether a claim tells of what is to come, and no other of its fact what came in that
    time.
    """
    if claim.status is not Status.FORECAST and prop.promise is PromiseKind.NONE:
        return False
    return not any(
        answers_the_same(one, claim) and one.status not in PROMISED
        for one in fact.claims
        if one is not claim
    )


def agreement_of(
    corroborated: Mapping[str, Corroboration], *, is_revised: bool
) -> Agreement:
    """How much of an answer that nobody contradicts more than one source tells.

    Who is silent on a part neither contradicts the others nor agrees with them; and nobody
    agrees with words that their speaker has revised.
    """
    is_whole = bool(corroborated) and all(
        len(corroboration.sources) > 1 for corroboration in corroborated.values()
    )
    speakers = {
        source
        for corroboration in corroborated.values()
        for source in corroboration.sources
    }
    if not is_whole and len(speakers) > 1:
        return Agreement.PARTLY
    if is_revised:
        return Agreement.REVISED
    return Agreement.AGREED if is_whole else Agreement.SINGLE


def _counting(fact: Fact) -> tuple[Claim, ...]:
    """The claims that count: not those that turned out wrong or give no value, unless there
    are no others.
    """
    standing = (
        tuple(claim for claim in fact.claims if claim.rank is not Rank.DEPRECATED)
        or fact.claims
    )
    return tuple(claim for claim in standing if claim.value is not UNSTATED) or standing
