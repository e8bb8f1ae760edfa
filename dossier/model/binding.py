"""Which claim a record was made of: a digest of all that the claim says, so that a proof of
one is none of another.

The words and figures of a quote are compared as they stand. What frames them, such as whom
it is about, when it was true and how far it had come, is bound by the digest: it is made of
the claim as it was read, so that neither the layout of a file, nor the order of its keys,
nor the file itself counts.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from dossier.model.claims import Claim, Reference
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.facts import Fact
from dossier.model.forms import Form
from dossier.model.judgements import Judgement
from dossier.model.locators import Locator
from dossier.model.proofs import Record, canonical_parts, recorded, wording_of
from dossier.model.values import Name, PlaceName, written

FREE = {
    Fact: frozenset({"id", "section", "claims", "note", "formerly", "confirmed", "at"}),
    Claim: frozenset({"references", "checked", "settles", "rank", "note", "inferred", "confirmed", "at"}),
    Reference: frozenset(
        {"source", "quote", "prefix", "suffix", "origin", "supports", "shares", "confirmed", "at"}
    ),
}  # fmt: skip
"""What does not frame a claim: where it stands, what is said beside it, and what a record
compares by itself.

All other fields do, those that will be added included.
"""
FRAMING = {
    kind: tuple(one.name for one in fields(kind) if one.name not in free)
    for kind, free in FREE.items()
}
SILENT: tuple[object, ...] = ("", None, (), {})
"""Values of fields that say nothing."""
DIGITS = 32  # of the digest: 128 bits, which nobody can find a second claim for
_AS_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


def _names(speakers: Mapping[str, str]) -> Mapping[str, Form]:
    return {key: Name(id) for key, id in speakers.items()}


NAMING: Mapping[str, Callable[[Any], Form | Mapping[str, Form]]] = {
    "asserted_by": Name,
    "speakers": _names,
}
"""The fields that hold ids of entities whose names are compared with the words."""


@dataclass(frozen=True)
class ProofBinding:
    """What a record must fit to be one of a reference of a claim."""

    text: str
    # The `integrity` of the source.
    supports: tuple[str, ...]
    proves: Mapping[str, str]
    claim: str

    def fits_words(self, record: Record) -> bool:
        """Whether a record of the same words is of the same text, and of the same figures
        for the same keys.
        """
        is_same = record.is_old or _keys(record.supports) == _keys(self.supports)
        return is_same and (record.proves, record.text) == (self.proves, self.text)

    def fits(self, record: Record) -> bool:
        """Whether all of it fits. An old record that names no claim fits as it always did."""
        return self.fits_words(record) and record.claim in ("", self.claim)

    def is_of(self, one: Judgement) -> bool:
        """Whether somebody has read this claim and this text."""
        return (one.text, one.claim) == (self.text, self.claim) and _keys(
            one.supports
        ) == _keys(self.supports)


def _keys(supports: tuple[str, ...]) -> frozenset[str]:
    """What a quote supports: what names nothing is there for the value."""
    return frozenset(supports or ("value",))


def proof_binding(
    content: Content, fact: Fact, claim: Claim, reference: Reference
) -> ProofBinding:
    """What a record of a reference must fit today."""
    source = content.sources.get(reference.source)
    return ProofBinding(
        text=source.integrity if source else "",
        supports=reference.supports,
        proves=canonical_parts(claim, reference),
        claim=digest_of(content, fact, claim, reference),
    )


def find_record(
    content: Content, fact: Fact, claim: Claim, reference: Reference
) -> Record | None:
    """The record that fits a reference in its wording, in all that its claim says, and in
    the hash of its text.
    """
    found = recorded_of(content, fact, reference)
    if not found:
        return None
    binding = proof_binding(content, fact, claim, reference)
    return next((record for record in found if binding.text and binding.fits(record)), None)


def find_judgement(
    content: Content, fact: Fact, claim: Claim, reference: Reference
) -> Judgement | None:
    """The last that somebody found of a quote of a claim that both are what they were."""
    listed = (
        one for name in record_names(fact) for one in content.judgements.get(name, ())
    )
    found = [one for one in listed if one.wording == wording_of(reference)]
    if not found:
        return None
    binding = proof_binding(content, fact, claim, reference)
    fitting = [one for one in found if binding.text and binding.is_of(one)]
    return max(fitting, key=lambda one: one.day, default=None)


def recorded_of(content: Content, fact: Fact, reference: Reference) -> tuple[Record, ...]:
    """The records of the same words of the same source, those included that stand under an
    id which the fact had once.
    """
    return tuple(
        record
        for name in record_names(fact)
        for record in recorded(content.proofs or {}, name, reference)
    )


def record_names(fact: Fact) -> tuple[str, ...]:
    """The names under which records of a fact may stand: its id, and those that it had
    once.
    """
    return (str(fact.id), *(f"{fact.id.company}/{old}" for old in fact.formerly))


def digest_of(content: Content, fact: Fact, claim: Claim, reference: Reference) -> str:
    """The digest of all that a claim says of what its fact asks, and of what its passage
    adds to that.
    """
    if (subject := _entity(fact.subject, content)) != fact.subject:
        fact = replace(fact, subject=subject)
    told = [_framing(one, content) for one in (fact, claim, reference)]
    return hashlib.sha256(_AS_JSON(told).encode()).hexdigest()[:DIGITS]


def _framing(record: Fact | Claim | Reference, content: Content) -> Mapping[str, Any]:
    """The fields that frame a claim; those that say nothing are left out."""
    framing: dict[str, Any] = {}
    for name in FRAMING[type(record)]:
        value = getattr(record, name)
        if value and name in NAMING:
            value = NAMING[name](value)
        elif isinstance(value, Locator):
            value = value.cell
        if value not in SILENT:
            is_text = type(value) is str  # of most
            framing[name] = value if is_text else _plain(value, content)
    return framing


def _plain(value: object, content: Content) -> Any:
    """A value as JSON: the same for two that say the same, however they are written."""
    if isinstance(value, Mapping):
        return {key: _plain(item, content) for key, item in value.items()}
    if isinstance(value, tuple):
        return sorted((_plain(item, content) for item in value), key=repr)
    if isinstance(value, Name):
        entity = content.entities.get(value.entity)
        # What is compared with the words is the name, so that one proof is not one of
        # another name.
        return [_entity(value.entity, content), entity.name if entity else ""]
    if isinstance(value, PlaceName):
        return value.territory or value.name
    if isinstance(value, PartialDate) and value.fiscal:
        return [
            str(value),
            value.edtf,
        ]  # the company's year may be corrected, and then its periods mean other days
    return written(value)[0] if isinstance(value, Form) else str(value)


def _entity(id: str, content: Content) -> str:
    """An id that outlives the renaming of a company's folder."""
    company = content.companies.get(id)
    return company.formerly[0] if company and company.formerly else id
