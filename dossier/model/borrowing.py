"""Dates that are said once: a claim names the fact whose date is its own, under `inferred`,
in the place of a reason.

So what is known of the day of an event stands in one place, with its reason, and all that
happened or was said on it follows when that changes.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dossier.model.claims import READ_DATES, Claim
from dossier.model.dates import PartialDate
from dossier.model.facts import Fact, FactId
from dossier.model.places import KeyPlace, Place, place_at
from dossier.model.slugs import is_slug
from dossier.model.values import Property

POINTER = re.compile(r"[^/\s]+/[^/\s]+")


def pointed(reason: str) -> FactId | None:
    """The fact that a reason names, `company/fact`; None where it is a reason in words."""
    if POINTER.fullmatch(reason) and all(map(is_slug, reason.split("/"))):
        return FactId.parse(reason, "")
    return None


def borrowed(claim: Claim) -> Mapping[str, FactId]:
    """The facts whose dates a claim takes, by the key that it takes them for."""
    return {key: id for key, reason in claim.inferred.items() if (id := pointed(reason))}


def borrows(fact: Fact) -> bool:
    """Whether any of its claims takes a date from another fact."""
    return any(map(borrowed, fact.claims))


@dataclass(frozen=True)
class Lender:
    """Gives claims the dates of the facts that they name."""

    find: Callable[[FactId], Fact | None]
    properties: Mapping[str, Property]

    def dated(self, fact: Fact) -> Fact:
        """A fact with the dates that it takes from others; those that cannot be had are
        left out, which checks tell.
        """
        if not borrows(fact):
            return fact
        prop = self.properties.get(fact.property)
        return replace(
            fact, claims=tuple(self._claim(claim, prop) for claim in fact.claims)
        )

    def _claim(self, claim: Claim, prop: Property | None) -> Claim:
        found = {
            key: date for key, id in borrowed(claim).items() if (date := self.date_of(id))
        }
        around = {
            key: date
            for key, date in found.items()
            if key in READ_DATES and getattr(claim, key) is None
        }
        inside = {
            key: date
            for key, date in found.items()
            if prop and key in prop.keys and _lacks(claim, key)
        }
        told: dict[str, Any] = {
            **around,
            "at": _with_places(claim.at, (*around,), (*inside,)),
        }
        if inside and prop and isinstance(claim.value, Mapping):
            value = {**claim.value, **inside}
            told["value"] = {key: value[key] for key in prop.keys if key in value}
        return replace(claim, **told)

    def date_of(
        self, id: FactId, seen: frozenset[FactId] = frozenset()
    ) -> PartialDate | None:
        """When an event happened; None where there is none, it has no date, or facts send
        in a circle.
        """
        fact = self.find(id)
        prop = self.properties.get(fact.property) if fact else None
        if (
            id in seen
            or fact is None
            or not fact.claims
            or prop is None
            or prop.date_key is None
        ):
            return None
        claim = fact.leading
        further = borrowed(claim).get(prop.date_key)
        return prop.date_of(claim.value) or (
            self.date_of(further, seen | {id}) if further else None
        )


def _lacks(claim: Claim, key: str) -> bool:
    return isinstance(claim.value, Mapping) and key not in claim.value


def _with_places(at: Place, around: tuple[str, ...], inside: tuple[str, ...]) -> Place:
    """The place of a claim, at which each date that it takes stands where it says so."""
    reasons = at.within("inferred")

    def stands(key: str) -> KeyPlace:
        return KeyPlace(reasons.key(key), reasons.of(key), trail=reasons.below(key))

    entries = {**at.entries, **{key: stands(key) for key in around}}
    if inside and (value := entries.get("value")):
        entries["value"] = value._replace(
            inner={**(value.inner or {}), **{key: stands(key) for key in inside}}
        )
    return place_at(at.position, at.trail, entries)
