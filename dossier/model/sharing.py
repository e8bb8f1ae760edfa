"""Quotes that do not say what they support: of several of one claim each supports what its
words hold, and one alone the value, with what its words prove of all that is around it.

Reading words takes the text of a source. So `dossier prove` finds it out and keeps it with
the proof, and whoever has no text takes it from there. Until something is on record nobody
knows which quote supports what.
"""

from collections.abc import Mapping
from dataclasses import replace

from dossier.model.binding import record_names
from dossier.model.claims import Claim, Reference
from dossier.model.content import Content
from dossier.model.facts import Fact
from dossier.model.proofs import Record, Records, canonical_parts, recorded, written_keys

WHOLE = ("value",)


def sharing(claim: Claim) -> tuple[Reference, ...]:
    """The quotes that share a claim: those of several that do not name what they support."""
    quoted = [one for one in claim.references if one.quote]
    return (
        tuple(one for one in quoted if one.shares or not one.supports)
        if len(quoted) > 1
        else ()
    )


def lone(claim: Claim) -> Reference | None:
    """The only quote of a claim, where it does not name what it supports."""
    quoted = [one for one in claim.references if one.quote]
    is_open = len(quoted) == 1 and (quoted[0].shares or not quoted[0].supports)
    return quoted[0] if is_open else None


def leaves_open(claim: Claim) -> bool:
    """Whether a quote of a claim does not name what it supports."""
    return bool(lone(claim) or sharing(claim))


def as_recorded(fact: Fact, records: Records) -> Fact:
    """A fact whose quotes support what is on record that their words hold."""
    if not any(map(leaves_open, fact.claims)):
        return fact
    return replace(
        fact, claims=tuple(_shared(fact, claim, records) for claim in fact.claims)
    )


def as_recorded_in(content: Content) -> Content:
    """The same of all facts."""
    companies = {
        slug: replace(
            company,
            facts=tuple(as_recorded(fact, content.proofs or {}) for fact in company.facts),
        )
        for slug, company in content.companies.items()
    }
    return replace(content, companies=companies)


def with_shares(claim: Claim, found: Mapping[Reference, tuple[str, ...]]) -> Claim:
    """A claim some of whose quotes support what has been found."""
    references = (
        replace(one, shares=True, supports=found[one]) if one in found else one
        for one in claim.references
    )
    return replace(claim, references=tuple(references))


def _shared(fact: Fact, claim: Claim, records: Records) -> Claim:
    found = {one: on_record(fact, claim, one, records) for one in sharing(claim)}
    if (one := lone(claim)) and (named := on_record(fact, claim, one, records)) > WHOLE:
        found[one] = named
    return with_shares(claim, found) if found else claim


def on_record(
    fact: Fact, claim: Claim, one: Reference, records: Records
) -> tuple[str, ...]:
    """What the words hold by the record of the same words that fits the claim; nothing
    where there is none.
    """
    found = (
        record for name in record_names(fact) for record in recorded(records, name, one)
    )
    return next((named for record in found if (named := _named(claim, one, record))), ())


def _named(claim: Claim, one: Reference, record: Record) -> tuple[str, ...]:
    said = frozenset(("value", *written_keys(claim)))
    named = tuple(key for key in record.supports or WHOLE if key in said)
    is_said = named == (one.supports or WHOLE)
    there = one if is_said else replace(one, supports=named)
    fits = named and canonical_parts(claim, there) == record.proves
    return named if fits else ()
