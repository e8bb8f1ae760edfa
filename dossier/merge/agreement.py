"""What the claims of a fact amount to: which leads, whether they agree, and why those that differ do.

Only claims about one time and with the same qualifiers can contradict each other; `model/questions.py` says which those are.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dossier.merge.freshness import freshness_of, newest_issue
from dossier.merge.proofs import prove_claim
from dossier.merge.voices import are_independent, told_by, voices_of
from dossier.model.agreement import Agreement, Difference, Voices
from dossier.model.claims import RANKS, Claim, Rank
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.dossiers import MergedClaim, MergedFact
from dossier.model.facts import Fact
from dossier.model.questions import by_question, lead_of
from dossier.model.values import UNSTATED, Duration, Property, Value, are_loosely_same, meaning


@dataclass(frozen=True)
class Answers:
    """The claims that answer one question: the one that leads, and how each of the others differs from it."""

    leading: Claim
    others: tuple[tuple[Claim, Difference | None], ...]

    @property
    def standing(self) -> tuple[Claim, ...]:
        """Those that say the same as the leading one, or contradict it."""
        return (self.leading, *(claim for claim, why in self.others if why is None or why.is_conflict))

    @property
    def agreeing(self) -> tuple[Claim, ...]:
        """Those that tell the same answer, however loosely and however much of it."""
        aside = (Difference.UPDATE, Difference.REVISED)
        return (self.leading, *(claim for claim, why in self.others if why not in aside))

    @property
    def disputed(self) -> frozenset[str]:
        """The keys to which they give several answers."""
        return disputed_keys([claim.value for claim in self.standing])


def merge_fact(fact: Fact, content: Content, today: date | None) -> MergedFact:
    """One fact with what its claims amount to on `today`; where no day is given, nothing ages, and all has begun."""
    prop = content.properties[fact.property]
    leading = lead_of(fact.claims, today)
    ordered = (leading, *_by_rank(claim for claim in fact.claims if claim is not leading))
    groups = tuple(_answers(group, prop, content) for group in by_question(fact.claims, today))
    why = {id(claim): difference for group in groups for claim, difference in group.others}
    counted = tuple(_answers(group, prop, content) for group in by_question(_counting(fact), today))
    told = told_by(_own(counted, leading).agreeing, content)
    disputed = frozenset(key for group in counted for key in group.disputed)
    return MergedFact(
        fact=fact,
        property=prop,
        subject=content.entities[fact.subject],
        claims=tuple(_merge_claim(fact, claim, why.get(id(claim)), content, today) for claim in ordered),
        agreement=Agreement.DIFFERING if disputed else agreement_of(told),
        voices=voices_of((one for claim in ordered for one in claim.references), content),
        told=told,
        happened=prop.date_of(leading.value),
        disputed_keys=disputed,
    )


def _by_rank(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: RANKS.index(claim.rank))


def _own(groups: Sequence[Answers], leading: Claim) -> Answers:
    """The group of the claim that leads them all; the first where that one does not count."""
    return next((group for group in groups if group.leading is leading), groups[0])


def _answers(group: Sequence[Claim], prop: Property, content: Content) -> Answers:
    leading, *others = group
    return Answers(leading, tuple((claim, _difference(claim, leading, prop, content)) for claim in others))


def _merge_claim(
    fact: Fact, claim: Claim, difference: Difference | None, content: Content, today: date | None
) -> MergedClaim:
    return MergedClaim(
        claim=claim,
        voices=voices_of(claim.references, content),
        told=told_by([claim], content),
        freshness=freshness_of(claim, _horizon(fact, content), content.sources, today),
        difference=difference,
        proofs=prove_claim(fact, claim, content),
    )


def _horizon(fact: Fact, content: Content) -> Duration | None:
    """How long a fact may go unchecked: a promise of which it is known what became of it grows old no more."""
    return None if str(fact.id) in content.settlements else content.properties[fact.property].fresh


def agreement_of(told: Mapping[str, Voices]) -> Agreement:
    """How much of an answer that nobody contradicts more than one source tells.

    Who is silent on a part neither contradicts the others nor agrees with them.
    """
    if told and all(len(voices.sources) > 1 for voices in told.values()):
        return Agreement.AGREED
    speakers = {source for voices in told.values() for source in voices.sources}
    return Agreement.PARTLY if len(speakers) > 1 else Agreement.SINGLE


def disputed_keys(values: Sequence[Value]) -> frozenset[str]:
    """The keys of some values that have several answers; a plain value has the one key `value`."""
    said: dict[str, dict[Hashable, Value]] = {}
    for value in values:
        for key, part in _parts(value).items():
            if part is not UNSTATED:
                said.setdefault(key, {}).setdefault(meaning(part), part)
    return frozenset(key for key, answers in said.items() if len(answers) > 1)


def _parts(value: Value) -> Mapping[str, Value]:
    return value if isinstance(value, Mapping) else {"value": value}


def _counting(fact: Fact) -> tuple[Claim, ...]:
    """The claims that count: not those that turned out wrong or give no value, unless there are no others."""
    standing = tuple(claim for claim in fact.claims if claim.rank is not Rank.DEPRECATED) or fact.claims
    return tuple(claim for claim in standing if claim.value is not UNSTATED) or standing


def _difference(claim: Claim, leading: Claim, prop: Property, content: Content) -> Difference | None:
    """How a claim differs from the leading one of its question; None where it says the same, or a part of it."""
    keys = disputed_keys([claim.value, leading.value])
    if not keys:
        return Difference.ALONE if _tells_more(claim, leading) else None
    if all(are_loosely_same(_parts(claim.value)[key], _parts(leading.value)[key]) for key in keys):
        return Difference.LESS_EXACT
    return kind_of_difference(claim, leading, content, can_change=prop.fresh is not None)


def _tells_more(claim: Claim, leading: Claim) -> bool:
    """Whether a record has a part on which the leading one is silent."""
    own, others = ({key for key, part in _parts(one.value).items() if part is not UNSTATED} for one in (claim, leading))
    return isinstance(leading.value, Mapping) and bool(own - others)


def kind_of_difference(claim: Claim, leading: Claim, content: Content, *, can_change: bool = True) -> Difference:
    """Why two claims of one question differ: at another time, by one speaker, of one origin, or of independent ones.

    Where no period says what it is about, a claim is of the time at which it was said, if its answer can change at all.
    """
    own, others = voices_of(claim.references, content), voices_of(leading.references, content)
    if can_change and not (claim.period and leading.period) and _are_apart(claim.stated, leading.stated):
        return Difference.UPDATE
    if _speakers(claim, own, content) & _speakers(leading, others, content) and _are_apart(
        *(one.stated or newest_issue(one, content.sources) for one in (claim, leading))
    ):
        return Difference.REVISED
    if not are_independent(own, others, content):
        return Difference.DRIFT
    return Difference.DISAGREEMENT if own.origins and others.origins else Difference.UNKNOWN


def _speakers(claim: Claim, voices: Voices, content: Content) -> frozenset[str]:
    """Who says so: whom the claim names, or whose words its origins are."""
    named = {claim.asserted_by} if claim.asserted_by else {content.origins[root].by for root in voices.origins}
    return frozenset(named - {""})


def _are_apart(one: PartialDate | None, other: PartialDate | None) -> bool:
    return bool(one and other and (one.certainly_before(other) or other.certainly_before(one)))
