"""Which facts are promises, when they are due, and which later claims settle them."""

from collections.abc import Iterable, Mapping

from dossier.model.claims import Claim, Status
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.dossiers import MergedFact
from dossier.model.facts import Fact, FactId
from dossier.model.promises import Promise, PromiseKind, PromiseOutcome
from dossier.model.values import Property


def promises_of(facts: Iterable[MergedFact], content: Content) -> Mapping[FactId, Promise]:
    """Every promise, by the fact that makes it."""
    return {
        fact.id: Promise(
            str(fact.id),
            fact.property.promise,
            due_of(fact.leading, fact.property),
            content.settlements.get(str(fact.id), ()),
        )
        for fact in facts
        if fact.property.promise is not PromiseKind.NONE
    }


FOLLOWS = {
    PromiseOutcome.KEPT: Status.COMPLETED,
    PromiseOutcome.WITHDRAWN: Status.CANCELLED,
}
"""How far a promise has come when this became of it."""


def became(fact: Fact, prop: Property, content: Content) -> Status | None:
    """The status that follows from what all say became of a promise; None where they
    differ, or it is no such thing.
    """
    outcomes = {one.outcome for one in content.settlements.get(str(fact.id), ())}
    if prop.promise is PromiseKind.NONE or len(outcomes) != 1:
        return None
    return FOLLOWS.get(outcomes.pop())


def due_of(claim: Claim, prop: Property) -> PartialDate | None:
    """By when a promise is to be kept: the key of its record that says so, its value where
    that is a date, or else the end of the time it is about.
    """
    if isinstance(claim.value, PartialDate):
        return claim.value
    if prop.due_key and isinstance(claim.value, Mapping):
        due = claim.value.get(prop.due_key)
        return due if isinstance(due, PartialDate) else None
    return claim.period
