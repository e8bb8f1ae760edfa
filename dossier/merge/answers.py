"""The claims that answer one question: the one that leads, and the others beside it.

Only claims about one time and with the same qualifiers can contradict each other;
`model/questions.py` says which those are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dossier.merge.differences import ASIDE, differences, disputed_keys, said_at
from dossier.model.agreement import Difference
from dossier.model.claims import Claim
from dossier.model.content import Content
from dossier.model.values import Property


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
        return (
            self.leading,
            *(one.claim for one in self.others if one.difference not in ASIDE),
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
    _, *found = differences(group, prop, content)
    return Answers(
        leading,
        tuple(
            Other(claim, why, _is_earlier(claim, leading, content))
            for claim, why in zip(others, found, strict=True)
        ),
    )


def _is_earlier(claim: Claim, leading: Claim, content: Content) -> bool:
    said, then = said_at(claim, content), said_at(leading, content)
    return bool(said and then and said.certainly_before(then))
