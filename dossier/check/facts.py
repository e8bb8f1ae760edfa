"""Whether a fact says each thing once, and its passages support what it says."""

from collections.abc import Iterator, Mapping
from typing import Any

from dossier.model.claims import Claim, Reference
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.findings import Finding
from dossier.model.values import same

# Thirty words is about the longest sentence of a news article; a figure or a phrase needs far less.
MAX_QUOTE_WORDS = 30
# Keys of a claim that a passage may support, beside those of its record.
SUPPORTABLE = ("value", "equivalent", "period", "duration", "stated", "asserted_by", "status")


def _claims(content: Content) -> Iterator[Claim]:
    for fact in content.facts.values():
        yield from fact.claims


def _references(content: Content) -> Iterator[tuple[Claim, Reference]]:
    for claim in _claims(content):
        for reference in claim.references:
            yield claim, reference


def match_supports(content: Content) -> Iterator[Finding]:
    """`supports` names a key that the claim or its record has."""
    for claim, reference in _references(content):
        keys = _keys_of(claim)
        for index, key in enumerate(reference.supports):
            if key not in keys:
                trail = f"{reference.at.below('supports')}[{index}]"
                message = f"{trail}: {key!r} is nothing that the claim says. Expected one of: {', '.join(keys)}."
                yield Finding(reference.at.item("supports", index), "F001", message)


def _keys_of(claim: Claim) -> tuple[str, ...]:
    own = tuple(key for key in SUPPORTABLE if getattr(claim, key))
    return own + (tuple(claim.value) if isinstance(claim.value, Mapping) else ())


def require_passages(content: Content) -> Iterator[Finding]:
    """A reference has a quote, or says where to look."""
    for _, reference in _references(content):
        at = reference.at
        if not (reference.quote or reference.locator) and not at.entries.keys() & {"quote", "locator"}:
            yield Finding(at.position, "F002", f"{at.trail}: give the quote that supports the claim, or a locator.")


def limit_quotes(content: Content) -> Iterator[Finding]:
    """A quote is a figure or a phrase, not a paragraph."""
    for _, reference in _references(content):
        words = len(reference.quote.split())
        if words > MAX_QUOTE_WORDS:
            message = f"{reference.at.below('quote')}: {words} words; expected at most {MAX_QUOTE_WORDS}."
            yield Finding(reference.at.of("quote"), "F003", message)


def refuse_repeated_claims(content: Content) -> Iterator[Finding]:
    """Two claims of a fact that say the same are one claim with more references."""
    for fact in content.facts.values():
        for index, claim in enumerate(fact.claims):
            first = next((other for other in fact.claims[:index] if _says_the_same(claim, other)), None)
            if first:
                message = f"{claim.at.trail}: says the same as {first.at.trail}. Put its references there."
                yield Finding(claim.at.position, "F004", message)


def _says_the_same(one: Claim, other: Claim) -> bool:
    return _circumstances(one) == _circumstances(other) and same(one.value, other.value)


def _circumstances(claim: Claim) -> tuple[Any, ...]:
    """All but the value and the passages: who said it, of what time, how sure."""
    return claim.period, claim.duration, claim.stated, claim.asserted_by, claim.status, claim.equivalent, claim.note


def refuse_repeated_passages(content: Content) -> Iterator[Finding]:
    """A claim cites each passage once."""
    for claim in _claims(content):
        passages = [reference.passage for reference in claim.references]
        for index, reference in enumerate(claim.references):
            if reference.passage in passages[:index]:
                yield Finding(reference.at.position, "F005", f"{reference.at.trail}: the passage is cited already.")


def match_inferred(content: Content) -> Iterator[Finding]:
    """`inferred` explains dates that are there."""
    for claim in _claims(content):
        dates = {key for key in ("period", "stated") if getattr(claim, key)}
        if isinstance(claim.value, Mapping):
            dates |= {key for key, value in claim.value.items() if isinstance(value, PartialDate)}
        elif isinstance(claim.value, PartialDate):
            dates.add("value")
        yield from _unmatched(claim, dates)
    for record in (*content.sources.values(), *content.origins.values()):
        yield from _unmatched(record, {key for key in ("issued", "accessed") if getattr(record, key, None)})


def _unmatched(record: Any, dates: set[str]) -> Iterator[Finding]:
    for key in record.inferred.keys() - dates:
        trail = f"{record.at.below('inferred')}.{key}"
        there = ", ".join(sorted(dates)) or "no dates at all"
        yield Finding(record.at.of("inferred"), "F006", f"{trail}: no such date here; the record has {there}.")


def refuse_same_currency(content: Content) -> Iterator[Finding]:
    """An equivalent is in another currency than the value."""
    for claim in _claims(content):
        unit = getattr(claim.value, "unit", None)
        if claim.equivalent and claim.equivalent.unit == unit:
            message = f"{claim.at.below('equivalent')}: {unit} is the currency of the value itself."
            yield Finding(claim.at.of("equivalent"), "F007", message)


def match_origins(content: Content) -> Iterator[Finding]:
    """The origin that a reference names is one of its source's."""
    for _, reference in _references(content):
        source = content.sources.get(reference.source)
        if source and reference.origin and reference.origin not in source.origins:
            there = ", ".join(source.origins) or "none"
            message = f"{reference.at.below('origin')}: {reference.origin!r} is no origin of {source.id}; it has {there}."
            yield Finding(reference.at.of("origin"), "F008", message)
