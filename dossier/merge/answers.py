"""The claims that answer one question, and why those that differ from the one that leads
among them do.

Only claims about one time and with the same qualifiers can contradict each other;
`model/questions.py` says which those are.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dossier.merge.freshness import newest_issue
from dossier.merge.voices import are_independent, voices_of
from dossier.model.agreement import Difference, Voices
from dossier.model.claims import Claim
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.speaking import speakers_of
from dossier.model.values import UNSTATED, Property, Value, are_loosely_same, meaning


class Other(NamedTuple):
    """A claim beside the one that leads."""

    claim: Claim
    difference: Difference | None
    is_earlier: bool
    # Whether it was certainly said before the leading one.


@dataclass(frozen=True)
class Answers:
    """The claims that answer one question: the one that leads, and how each of the others
    differs from it.
    """

    leading: Claim
    others: tuple[Other, ...]

    @property
    def standing(self) -> tuple[Claim, ...]:
        """Those that say the same as the leading one, or contradict it."""
        others = (
            one
            for one in self.others
            if one.difference is None or one.difference.is_conflict
        )
        return (self.leading, *(one.claim for one in others))

    @property
    def agreeing(self) -> tuple[Claim, ...]:
        """Those that tell the same answer, however loosely and however much of it, or
        contradict it.
        """
        aside = (Difference.UPDATE, Difference.REVISED)
        return (
            self.leading,
            *(one.claim for one in self.others if one.difference not in aside),
        )

    @property
    def revised(self) -> tuple[Other, ...]:
        """Other words of the same speaker."""
        return tuple(one for one in self.others if one.difference is Difference.REVISED)

    @property
    def disputed(self) -> frozenset[str]:
        """The keys to which they give several answers."""
        return disputed_keys([claim.value for claim in self.standing])


def answers_of(group: Sequence[Claim], prop: Property, content: Content) -> Answers:
    """Some claims of one question, of which the first leads."""
    leading, *others = group
    return Answers(
        leading, tuple(_other(claim, leading, prop, content) for claim in others)
    )


def _other(claim: Claim, leading: Claim, prop: Property, content: Content) -> Other:
    said, then = said_at(claim, content), said_at(leading, content)
    is_earlier = bool(said and then and said.certainly_before(then))
    return Other(claim, _difference(claim, leading, prop, content), is_earlier)


def disputed_keys(values: Sequence[Value]) -> frozenset[str]:
    """The keys of some values that have several answers; a plain value has the one key
    `value`.
    """
    said: dict[str, dict[Hashable, Value]] = {}
    for value in values:
        for key, part in _parts(value).items():
            if part is not UNSTATED:
                said.setdefault(key, {}).setdefault(meaning(part), part)
    return frozenset(key for key, answers in said.items() if len(answers) > 1)


def _parts(value: Value) -> Mapping[str, Value]:
    return value if isinstance(value, Mapping) else {"value": value}


def _difference(
    claim: Claim, leading: Claim, prop: Property, content: Content
) -> Difference | None:
    """How a claim differs from the leading one of its question; None where it says the
    same, or a part of it.
    """
    keys = disputed_keys([claim.value, leading.value])
    if not keys:
        return Difference.ALONE if _tells_more(claim, leading) else None
    if all(
        are_loosely_same(_parts(claim.value)[key], _parts(leading.value)[key])
        for key in keys
    ):
        return Difference.LESS_EXACT
    return kind_of_difference(claim, leading, content, can_change=prop.fresh is not None)


def _tells_more(claim: Claim, leading: Claim) -> bool:
    """Whether a record has a part on which the leading one is silent."""
    own, others = (
        {key for key, part in _parts(one.value).items() if part is not UNSTATED}
        for one in (claim, leading)
    )
    return isinstance(leading.value, Mapping) and bool(own - others)


def kind_of_difference(
    claim: Claim, leading: Claim, content: Content, *, can_change: bool = True
) -> Difference:
    """Why two claims of one question differ: at another time, by one speaker, of one
    origin, or of independent ones.

    Where no period says what it is about, a claim is of the time at which it was said, if
    its answer can change at all.
    """
    own, others = (
        voices_of(claim.references, content),
        voices_of(leading.references, content),
    )
    if (
        can_change
        and not (claim.period and leading.period)
        and _are_apart(claim.stated, leading.stated)
    ):
        return Difference.UPDATE
    is_one_speaker = bool(
        _speakers(claim, own, content) & _speakers(leading, others, content)
    )
    if is_one_speaker and _are_apart(said_at(claim, content), said_at(leading, content)):
        return Difference.REVISED
    if not are_independent(own, others, content):
        return Difference.DRIFT
    return Difference.DISAGREEMENT if own.origins and others.origins else Difference.UNKNOWN


def said_at(claim: Claim, content: Content) -> PartialDate | None:
    """When it was said: by the claim, else when the newest of its sources appeared."""
    return claim.stated or newest_issue(claim, content.sources)


def _speakers(claim: Claim, voices: Voices, content: Content) -> frozenset[str]:
    """Who says so: whom the claim names, or whose words its origins are."""
    named = {*speakers_of(claim)} or {content.origins[root].by for root in voices.origins}
    return frozenset(named - {""})


def _are_apart(one: PartialDate | None, other: PartialDate | None) -> bool:
    return bool(
        one and other and (one.certainly_before(other) or other.certainly_before(one))
    )
