"""Warnings that somebody has looked at: those that a record confirms are told no more, and
a confirmation of nothing is.

Which record a warning is about, its position says: it is the innermost one that has a key,
a value or an item there. Errors are never confirmed.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain

from dossier.model.companies import Company
from dossier.model.content import Content
from dossier.model.entities import Entity
from dossier.model.facts import Fact
from dossier.model.findings import (
    CONFIRMABLE,
    Confirmed,
    Finding,
    has_errors,
    is_confirmable,
)
from dossier.model.locations import Location
from dossier.model.places import Entries, Place, Position
from dossier.model.sources import Origin, Source

BY_TEXTS = frozenset({"O001"})
"""Warnings that take the texts of sources, so that `dossier origins` alone can give them.
"""
BY_CONTENT = CONFIRMABLE.keys() - BY_TEXTS
"""Warnings that need nothing but the content."""


@dataclass(frozen=True)
class _Confirming:
    """A record that confirms warnings."""

    at: Place
    reasons: Mapping[str, str]
    # By code.
    inner: tuple[Place, ...] = ()
    # The records within it, which speak for themselves.

    def positions(self) -> set[Position]:
        """Where a warning about the record can stand."""
        return {self.at.position, *_positions(self.at.entries)} - {
            place.position for place in self.inner
        }


@dataclass(frozen=True)
class Settled:
    """What is left to say, and the warnings that are confirmed; both in order."""

    findings: tuple[Finding, ...]
    confirmed: tuple[Confirmed, ...]


def settle(
    content: Content, findings: Iterable[Finding], judged: AbstractSet[str] = frozenset()
) -> Settled:
    """The findings, with the warnings that are confirmed set apart.

    With `judged`, the codes of which every warning is among the findings, each confirmation
    of a warning that is not. It asks for content without errors: there, checks may not have
    been made.
    """
    listed = tuple(findings)
    confirming = tuple(_confirming(content))
    owners = {position: record for record in confirming for position in record.positions()}
    confirmed = {
        Confirmed(one, reason)
        for one in listed
        if is_confirmable(one.code)
        and (reason := _reasons_at(owners, one.position).get(one.code))
    }
    given = {one.warning for one in confirmed}
    kept = {*listed} - given
    if not has_errors(tuple(kept)):
        kept |= {*_unneeded(confirming, given, judged)}
    return Settled(tuple(sorted(kept)), tuple(sorted(confirmed)))


def _reasons_at(
    owners: Mapping[Position, _Confirming], position: Position
) -> Mapping[str, str]:
    return owners[position].reasons if position in owners else {}


def _unneeded(
    confirming: Iterable[_Confirming],
    confirmed: AbstractSet[Finding],
    judged: AbstractSet[str],
) -> Iterator[Finding]:
    """What confirms a warning that nobody gives."""
    given = {(finding.position, finding.code) for finding in confirmed}
    for record in confirming:
        positions, place = record.positions(), record.at.within("confirmed")
        for code in record.reasons.keys() & judged:
            if not any((position, code) in given for position in positions):
                message = (
                    f"{place.below(code)}: nothing warns of this here, or no longer. Delete"
                    " the line."
                )
                yield Finding(place.key(code), "W002", message)


def _confirming(content: Content) -> Iterator[_Confirming]:
    """Every record that confirms a warning."""
    others = (one for id, one in content.entities.items() if id not in content.companies)
    registers: Iterable[Source | Origin | Entity | Location | Company] = chain(
        content.sources.values(),
        content.origins.values(),
        others,
        content.places.values(),
        content.companies.values(),
    )
    yield from (
        _Confirming(record.at, record.confirmed) for record in registers if record.confirmed
    )
    for fact in content.every_fact:
        if fact.confirmed:
            yield _Confirming(fact.at, fact.confirmed, tuple(_within(fact)))
        for claim in fact.claims:
            if claim.confirmed:
                yield _Confirming(
                    claim.at, claim.confirmed, tuple(one.at for one in claim.references)
                )
            yield from (
                _Confirming(one.at, one.confirmed)
                for one in claim.references
                if one.confirmed
            )


def _within(fact: Fact) -> Iterator[Place]:
    """The records within a fact; a single answer beside its label is none of its own."""
    for claim in fact.claims:
        if claim.at.trail == fact.at.trail:
            yield from (one.at for one in claim.references)
        else:
            yield claim.at


def _positions(entries: Entries) -> Iterator[Position]:
    for entry in entries.values():
        if entry.trail:  # what holds for several is no part of one
            continue
        yield from (entry.key, entry.value, *entry.items)
        yield from _positions(entry.inner or {})
