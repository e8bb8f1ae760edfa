"""What people found who have read a claim and its passage together. No program can check
that they did.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dossier.model.places import NOWHERE, Place
from dossier.model.proofs import Level, ProofState, State


class Found(StrEnum):
    """What a reader found."""

    READ = "read"  # the passage says what the claim says
    WRONG = "wrong"  # it does not


@dataclass(frozen=True)
class Judgement:
    """What somebody found of one quote of a claim, on which day."""

    source: str
    text: str
    # The `integrity` of the text that was read.
    quote: str
    claim: str
    # The digest of the claim, as in a record of a proof.
    found: Found
    by: str
    day: date
    prefix: str = ""
    suffix: str = ""
    supports: tuple[str, ...] = ()
    at: Place = field(default=NOWHERE, compare=False, repr=False)

    @property
    def wording(self) -> tuple[str, str, str, str]:
        """What makes two quotes the same."""
        return self.source, self.quote, self.prefix, self.suffix


Judgements = Mapping[str, tuple[Judgement, ...]]
"""All of them, by the text of the id of the fact that they belong to."""


def judged(state: State, judgement: Judgement | None) -> State:
    """A state after somebody has read: it settles what no program can, and neither a
    failure nor a proof.
    """
    if judgement is None:
        return state
    if judgement.found is Found.WRONG:
        return ProofState.WRONG
    return Level.READ if state in (Level.WORDS, Level.LOOK, ProofState.UNCHECKED) else state
