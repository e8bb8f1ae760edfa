"""What changed between two states of a fact: pure data, told to reviewers by a report and
to readers as history.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dossier.model.claims import Claim, Reference
from dossier.model.facts import Fact, FactId

CONFIRMED = "confirmed."
"""Begins the key of a part that is about a warning; the code of the warning follows."""


class ChangeKind(StrEnum):
    """What became of a thing."""

    ADDED = "added"
    CHANGED = "changed"
    RETIRED = "retired"  # it is not there any more; ids are not given away again


@dataclass(frozen=True)
class PartChange:
    """A part of a record that was one thing and is another, both as files write them; empty where it
    was not there.
    """

    key: str
    # That says it; `value.amount` for a key of a record.
    before: str
    after: str
    percent: Decimal | None = None
    # By how much, where both are numbers of one unit.

    @property
    def is_shown(self) -> bool:
        """Whether pages can show it: that a warning is confirmed is for whoever reviews the
        change.
        """
        return not self.key.startswith(CONFIRMED)


@dataclass(frozen=True)
class ClaimChange:
    """An answer that came, went or says something else."""

    before: Claim | None
    after: Claim | None
    parts: tuple[PartChange, ...] = ()
    # Of an answer that was there before and still is.
    gained: tuple[Reference, ...] = ()
    lost: tuple[Reference, ...] = ()
    # Passages that support it now and did not before, and the other way round.

    @property
    def gained_sources(self) -> tuple[str, ...]:
        """The sources of the passages that came, each once."""
        return tuple(dict.fromkeys(one.source for one in self.gained))

    @property
    def lost_sources(self) -> tuple[str, ...]:
        """The sources of the passages that went, each once."""
        return tuple(dict.fromkeys(one.source for one in self.lost))

    @property
    def kind(self) -> ChangeKind:
        """What became of the answer."""
        if self.before is None:
            return ChangeKind.ADDED
        return ChangeKind.RETIRED if self.after is None else ChangeKind.CHANGED


@dataclass(frozen=True)
class Lead:
    """One answer of a fact that took the place of another as the one that leads."""

    before: Claim
    after: Claim


@dataclass(frozen=True)
class FactChange:
    """A fact that came, went or says something else."""

    before: Fact | None
    after: Fact | None
    parts: tuple[PartChange, ...] = ()
    # Of the fact itself: its label, property, subject or note; and which warnings about it
    # and its claims are confirmed.
    claims: tuple[ClaimChange, ...] = ()
    lead: Lead | None = None
    # As readers are told: which answer leads now, and which did.

    @property
    def kind(self) -> ChangeKind:
        """What became of the fact."""
        if self.before is None:
            return ChangeKind.ADDED
        return ChangeKind.RETIRED if self.after is None else ChangeKind.CHANGED

    @property
    def fact(self) -> Fact:
        """The fact as it is, or as it was before it went."""
        fact = self.after or self.before
        assert fact is not None  # noqa: S101 - a change has at least one side
        return fact

    @property
    def id(self) -> FactId:
        """The id of the fact."""
        return self.fact.id

    @property
    def old_id(self) -> FactId | None:
        """The id that it had before, where that is another one."""
        is_other = self.before and self.after and self.before.id != self.after.id
        return self.before.id if self.before and is_other else None

    @property
    def is_empty(self) -> bool:
        """Whether both sides say the same."""
        return self.kind is ChangeKind.CHANGED and not (
            self.parts or self.claims or self.lead
        )

    @property
    def is_shown(self) -> bool:
        """Whether pages can show it."""
        return (
            self.kind is not ChangeKind.CHANGED
            or bool(self.claims)
            or any(part.is_shown for part in self.parts)
        )
