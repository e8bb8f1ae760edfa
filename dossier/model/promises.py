"""Promises: what somebody said would come, for when, and what later reports say became of
it. Pure and frozen.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dossier.model.dates import PartialDate


class PromiseKind(StrEnum):
    """How firmly facts of a property speak of what is to come; most do not."""

    PLEDGE = "pledge"
    TARGET = "target"
    PLAN = "plan"
    FORECAST = "forecast"
    NONE = "none"


class PromiseOutcome(StrEnum):
    """What became of a promise."""

    KEPT = "kept"
    PARTLY = "partly"
    MISSED = "missed"
    WITHDRAWN = "withdrawn"
    REVISED = "revised"


@dataclass(frozen=True)
class Settles:
    """What a claim says became of a promise."""

    promise: str
    # The whole id of the fact that made it.
    outcome: PromiseOutcome

    def __str__(self) -> str:
        return f"{self.promise}: {self.outcome}"


class PromiseState(StrEnum):
    """Where a promise stands on a day."""

    OPEN = "open"
    PASSED = "passed"  # its day is over, and nothing read since says what became of it
    SETTLED = "settled"
    DISPUTED = "disputed"  # claims give different outcomes


@dataclass(frozen=True)
class Settlement:
    """A claim that says what became of a promise."""

    fact: str
    # The whole id of the fact that it belongs to.
    outcome: PromiseOutcome


@dataclass(frozen=True)
class Promise:
    """A fact whose leading claim speaks of what is to come."""

    fact: str
    kind: PromiseKind
    due: PartialDate | None
    # By when; None where nobody said.
    settlements: tuple[Settlement, ...] = ()

    @property
    def outcomes(self) -> tuple[PromiseOutcome, ...]:
        """What became of it, each answer once."""
        return tuple(dict.fromkeys(one.outcome for one in self.settlements))

    def state(self, today: date) -> PromiseState:
        """Where it stands on a day. Of a due date that is not exact its last day counts."""
        if len(self.outcomes) > 1:
            return PromiseState.DISPUTED
        if self.settlements:
            return PromiseState.SETTLED
        is_over = (
            self.due is not None and self.due.end is not None and self.due.latest < today
        )
        return PromiseState.PASSED if is_over else PromiseState.OPEN
