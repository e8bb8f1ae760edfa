"""What a report in facts says: pure data, which the writers of Markdown, JSON and HTML
share.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dossier.model.agreement import Agreement, Difference
from dossier.model.changes import ChangeKind, FactChange, PartChange
from dossier.model.facts import FactId
from dossier.model.findings import Finding
from dossier.model.judgements import Judgement
from dossier.model.places import Position
from dossier.model.proofs import STATES, Level, State


class Sort(StrEnum):
    """The sorts of records besides facts, in the order of the report."""

    SOURCE = "source"
    ORIGIN = "origin"
    CORRECTION = "correction"
    COMPANY = "company"
    NARRATIVE = "narrative"
    TIMELINE = "timeline"
    PROPERTY = "property"
    ENTITY = "entity"
    PLACE = "place"
    PAGE = "page"


@dataclass(frozen=True)
class Revision:
    """One side of the comparison."""

    name: str
    # As it was asked for.
    commit: str
    # Empty for the work tree.
    errors: tuple[Finding, ...] = ()
    # What is wrong with the parts of it that had to be read.


@dataclass(frozen=True)
class FactStanding:
    """What the claims of a fact amount to: who speaks, what is proved, whether they agree."""

    agreement: Agreement
    sources: tuple[str, ...]
    origins: int
    quotes: tuple[State, ...]
    # How looking up each quote ended.
    differences: tuple[Difference, ...] = ()
    # Of the claims that differ from the leading one, each kind once.

    @property
    def proved(self) -> int:
        """How many of its quotes are proved."""
        return self.quotes.count(Level.PROVED)

    @property
    def levels(self) -> Mapping[str, int]:
        """How many of its quotes are in each state that one is in."""
        return {
            word: number
            for word, state in STATES.items()
            if (number := self.quotes.count(state))
        }

    @property
    def is_open(self) -> bool:
        """Whether the claims contradict each other."""
        return self.agreement is Agreement.DIFFERING


@dataclass(frozen=True)
class FactLine:
    """A fact that changed, with what its claims amounted to before and amount to now."""

    change: FactChange
    company: str
    # Its name.
    at: Position
    # Where it stands, or stood.
    before: FactStanding | None
    after: FactStanding | None
    has_errors: bool = False
    # Findings stand against it, so that what is told may not be all.
    alike: FactId | None = None
    # Of a fact that came or went: one that went or came with the same answer, so that its
    # id may have been changed.

    @property
    def is_same(self) -> bool:
        """Whether the fact says what it said, and only what stands behind it has changed."""
        return self.change.is_empty and not self.change.old_id

    @property
    def is_shown(self) -> bool:
        """Whether pages can show the change."""
        return self.change.is_shown or self.before != self.after

    @property
    def gained(self) -> tuple[str, ...]:
        """Sources that speak now and did not before."""
        return _missing(self.after, self.before)

    @property
    def lost(self) -> tuple[str, ...]:
        """Sources that spoke before and do not now."""
        return _missing(self.before, self.after)

    @property
    def conflict(self) -> str:
        """Whether the claims began to contradict each other ("opened") or ceased to
        ("closed").
        """
        was, now = (
            bool(self.before and self.before.is_open),
            bool(self.after and self.after.is_open),
        )
        return "" if was == now else "opened" if now else "closed"


def _missing(one: FactStanding | None, other: FactStanding | None) -> tuple[str, ...]:
    there = other.sources if other else ()
    return tuple(source for source in one.sources if source not in there) if one else ()


@dataclass(frozen=True)
class RecordLine:
    """A source, property or other record that changed."""

    sort: Sort
    id: str
    kind: ChangeKind
    name: str
    parts: tuple[PartChange, ...] = ()
    facts: int = 0
    # How many facts name it now, or did before it went.

    @property
    def is_shown(self) -> bool:
        """Whether pages can show the change."""
        return self.kind is not ChangeKind.CHANGED or any(
            part.is_shown for part in self.parts
        )


@dataclass(frozen=True)
class PageLine:
    """A page of the site that looks different."""

    url: str
    kind: ChangeKind


@dataclass(frozen=True)
class ReadingLine:
    """Somebody says to have read a claim and its passage together, which no program can
    check.
    """

    fact: FactId
    judgement: Judgement
    authors: tuple[str, ...] = ()
    # Who made the change; nobody where that cannot be told.

    @property
    def is_own(self) -> bool:
        """Whether the reader is among those who made the change."""
        return self.judgement.by.casefold() in {name.casefold() for name in self.authors}


@dataclass(frozen=True)
class Report:
    """All that differs between two revisions, for readers of facts."""

    base: Revision
    head: Revision
    facts: tuple[FactLine, ...] = ()
    records: tuple[RecordLine, ...] = ()
    moved: tuple[FactId, ...] = ()
    # Facts that stand in another file of the same company and say what they said.
    unread: tuple[FactId, ...] = ()
    # Facts that changed and cannot be read on one of the sides, so that nothing can be said
    # of them.
    pages: tuple[PageLine, ...] = ()
    readings: tuple[ReadingLine, ...] = ()
    # What people say to have read that they had not before.

    def groups(self) -> Iterator[tuple[str, str, tuple[FactLine, ...]]]:
        """The facts in the order in which a reviewer should see them: a heading, what it
        means, and the lines, if any.
        """
        yield (
            "Changed",
            "",
            tuple(
                line
                for line in self.facts
                if line.change.kind is ChangeKind.CHANGED and not line.is_same
            ),
        )
        yield (
            "Added",
            "",
            tuple(line for line in self.facts if line.change.kind is ChangeKind.ADDED),
        )
        yield (
            "Retired",
            "",
            tuple(line for line in self.facts if line.change.kind is ChangeKind.RETIRED),
        )
        about = "These facts say what they said; what stands behind them has changed."
        yield (
            "Supported differently",
            about,
            tuple(line for line in self.facts if line.is_same),
        )

    def confirmations(self) -> tuple[PartChange, ...]:
        """The warnings that are confirmed now and were not before, or for another reason."""
        parts = (part for line in self.facts for part in line.change.parts)
        others = (part for line in self.records for part in line.parts)
        return tuple(part for part in (*parts, *others) if part.after and not part.is_shown)

    def conflicts(self, kind: str) -> tuple[FactLine, ...]:
        """The facts whose claims began or ceased to contradict each other."""
        return tuple(line for line in self.facts if line.conflict == kind)

    @property
    def is_empty(self) -> bool:
        """Whether nothing that readers see has changed."""
        return not (self.facts or self.records or self.unread or self.readings)
