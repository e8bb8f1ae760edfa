"""Whether a fact says each thing once, and its passages support what it says."""

from collections.abc import Hashable, Iterator, Mapping
from typing import TypeVar

from dossier.model.borrowing import borrowed
from dossier.model.claims import READ_DATES, SIDES, SUPPORTABLE, Claim, Rank, Reference
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.facts import Fact
from dossier.model.findings import Finding
from dossier.model.hints import expected
from dossier.model.scripts import words_in
from dossier.model.sources import Origin, Source
from dossier.model.speaking import WHOLE, said_by
from dossier.model.values import meaning

# Thirty words is about the longest sentence of a news article; a figure or a phrase needs
# far less.
MAX_QUOTE_WORDS = 30
T = TypeVar("T")


def _claims(content: Content) -> Iterator[Claim]:
    for fact in content.every_fact:
        yield from fact.claims


def _references(content: Content) -> Iterator[tuple[Claim, Reference]]:
    for claim in _claims(content):
        for reference in claim.references:
            yield claim, reference


def match_supports(content: Content) -> Iterator[Finding]:
    """`supports` names a key that the claim or its record has."""
    for claim, reference in _references(content):
        keys = (*_keys_of(claim), *_named_at(reference)) if reference.supports else ()
        for index, key in enumerate(reference.supports):
            if key not in keys:
                trail = f"{reference.at.below('supports')}[{index}]"
                message = (
                    f"{trail}: {key!r} is nothing that the claim says."
                    f" {expected(key, keys)}"
                )
                yield Finding(reference.at.item("supports", index), "F001", message)


def _keys_of(claim: Claim) -> tuple[str, ...]:
    own = tuple(key for key in SUPPORTABLE if key in claim.at.entries)
    return (*own, *claim.at.inner("value"), *claim.qualifiers)


def _named_at(reference: Reference) -> tuple[str, ...]:
    return tuple(key for key in SUPPORTABLE if key in reference.at.entries)


def match_speakers(content: Content) -> Iterator[Finding]:
    """`asserted_by` names keys of the record that the claim has; what is no record has one
    speaker.
    """
    for claim in _claims(content):
        if not (keys := claim.at.inner("asserted_by")):
            continue
        place, record = claim.at.within("asserted_by"), claim.at.inner("value")
        for key in keys:
            if key not in (WHOLE, *record):
                expected_keys = (
                    expected(key, (*record, WHOLE))
                    if record
                    else "Write the id alone, without a key."
                )
                message = (
                    f"{place.below(key)}: {key!r} is no key that the claim has."
                    f" {expected_keys}"
                )
                yield Finding(place.key(key), "F015", message)
            elif not record:
                message = (
                    f"{place.trail}: the value has no keys. Write the id alone, without a"
                    " key."
                )
                yield Finding(place.key(key), "F015", message)


def require_passages(content: Content) -> Iterator[Finding]:
    """A reference has a quote, or says where to look; what stands around a quote stands
    around nothing without it.
    """
    for _, reference in _references(content):
        given = reference.at.entries.keys()
        if not given & {"quote", "locator"}:
            message = (
                f"{reference.at.trail}: give the quote that supports the claim, or a"
                " locator."
            )
            yield Finding(reference.at.position, "F002", message)
        elif "quote" not in given and reference.locator.is_cell:
            message = (
                f"{reference.at.below('locator')}: a cell is named, and not quoted. Write"
                " its number as it is printed"
            )
            yield Finding(
                reference.at.key("locator"),
                "F002",
                f'{message}, such as `quote: "12,859"`.',
            )
        elif "quote" not in given and (around := sorted(given & {"prefix", "suffix"})):
            message = (
                f"{reference.at.below(around[0])}: there is no quote for it. Give the"
                f" quote, or delete the {around[0]}."
            )
            yield Finding(reference.at.key(around[0]), "F002", message)


def limit_quotes(content: Content) -> Iterator[Finding]:
    """A quote is a figure or a phrase, not a paragraph."""
    told = (
        one
        for fact in content.narratives.values()
        for claim in fact.claims
        for one in claim.references
    )
    for reference in (*(one for _, one in _references(content)), *told):
        words = words_in(reference.quote)
        if words > MAX_QUOTE_WORDS:
            most = (
                f"expected at most {MAX_QUOTE_WORDS}, the figure or phrase that supports"
                " the claim."
            )
            message = f"{reference.at.below('quote')}: {words} words; {most}"
            yield Finding(reference.at.of("quote"), "F003", message)


def refuse_repeated_claims(content: Content) -> Iterator[Finding]:
    """Two claims of a fact that say the same are one claim with more references."""
    for fact in content.every_fact:
        seen: dict[Hashable, Claim] = {}
        for claim in filter(_is_complete, _several(fact.claims)):
            first = seen.setdefault(_said(claim), claim)
            if first is not claim:
                message = (
                    f"{claim.at.trail}: says the same as {first.at.trail}. Put its"
                    " references there."
                )
                yield Finding(claim.at.position, "F004", message)


def _several(records: tuple[T, ...]) -> tuple[T, ...]:
    """Those that could say the same: none where there is but one."""
    return records if len(records) > 1 else ()


def _is_complete(record: Claim | Reference) -> bool:
    """Whether every key of the record could be read: what is left of a broken one may look
    like another.
    """
    return all(getattr(record, key, None) for key in record.at.entries)


def _said(claim: Claim) -> Hashable:
    """All that a claim says: the answer, of what time, by whom, how sure. Its passages and
    our own note are left out.
    """
    equivalent = meaning(claim.equivalent) if claim.equivalent else None
    others = (key for key in SUPPORTABLE if key not in SIDES["value"])
    around = (
        said_by(claim) if key == "asserted_by" else getattr(claim, key) for key in others
    )
    return meaning(claim.value), equivalent, frozenset(claim.qualifiers.items()), *around


def refuse_repeated_passages(content: Content) -> Iterator[Finding]:
    """A claim cites each passage once."""
    for claim in _claims(content):
        seen: dict[Hashable, Reference] = {}
        for reference in filter(_is_complete, _several(claim.references)):
            first = seen.setdefault(reference.passage, reference)
            if first is not reference:
                message = (
                    f"{reference.at.trail}: the same passage as {first.at.trail}. Delete"
                    " one of the two."
                )
                yield Finding(reference.at.position, "F005", message)


def match_inferred(content: Content) -> Iterator[Finding]:
    """`inferred` explains dates that are there."""
    for fact in content.every_fact:
        for claim in fact.claims:
            yield from _unmatched(
                claim, [*_dates_of(claim), *_may_be_taken(content, fact, claim)]
            )


def match_inferred_of_sources(content: Content) -> Iterator[Finding]:
    """`inferred` explains dates, or the origins of a source, that are there."""
    records: tuple[Source | Origin, ...] = (
        *content.sources.values(),
        *content.origins.values(),
    )
    for record in records:
        yield from _unmatched(
            record,
            [key for key in ("issued", "accessed", "origins") if key in record.at.entries],
        )


def _dates_of(claim: Claim) -> Iterator[str]:
    yield from (key for key in READ_DATES if key in claim.at.entries)
    if isinstance(claim.value, PartialDate):
        yield "value"
    elif isinstance(claim.value, Mapping):
        yield from (
            key for key, value in claim.value.items() if isinstance(value, PartialDate)
        )


def _may_be_taken(content: Content, fact: Fact, claim: Claim) -> Iterator[str]:
    """The keys whose date another fact gives, where that fact has one; if it has none,
    another check says so.
    """
    prop = content.properties.get(fact.property)
    return (
        key
        for key in borrowed(claim)
        if key in READ_DATES or (prop and key in prop.date_keys)
    )


def _unmatched(record: Claim | Source | Origin, dates: list[str]) -> Iterator[Finding]:
    for key in record.inferred:
        if key not in dates:
            place = record.at.within("inferred")
            there = (
                f"Expected one of: {', '.join(dates)}."
                if dates
                else "The record has no date."
            )
            yield Finding(
                place.key(key),
                "F006",
                f"{place.below(key)}: explains a date that is not there. {there}",
            )


def refuse_same_currency(content: Content) -> Iterator[Finding]:
    """An equivalent is in another currency than the value."""
    for claim in _claims(content):
        unit = getattr(claim.value, "unit", None)
        if claim.equivalent and claim.equivalent.unit == unit:
            said = (
                f"{claim.at.below('equivalent')}: {unit} is the currency of the value"
                " itself."
            )
            message = f"{said} Delete it, or write the other currency."
            yield Finding(claim.at.of("equivalent"), "F007", message)


def match_origins(content: Content) -> Iterator[Finding]:
    """The origin that a reference names is one of its source's."""
    for _, reference in _references(content):
        source = content.sources.get(reference.source)
        if source and reference.origin and reference.origin not in source.origins:
            advice = (
                f"Name one of these: {', '.join(source.origins)}; or add it there"
                if source.origins
                else "Name it there, or delete this"
            )
            message = (
                f"{reference.at.below('origin')}: {reference.origin!r} is not among the"
                f" `origins` of the source {source.id}. {advice}."
            )
            yield Finding(reference.at.of("origin"), "F008", message)


def require_reasons(content: Content) -> Iterator[Finding]:
    """What lifts a claim above others, or sets it aside, is said in its note."""
    for claim in _claims(content):
        if claim.rank is not Rank.NORMAL and not claim.note:
            message = (
                f"{claim.at.below('rank')}: {claim.rank.value!r} needs a reason. Give it in"
                " `note`."
            )
            yield Finding(claim.at.of("rank"), "F009", message)
