"""What each of several quotes supports where none of them says it: that of the claim which
its own words hold.

A figure, a date and a name are held by the words that give them, a text of ours by words
that have it to the letter. What no words hold is in our own words: it rests on the passages
that hold nothing else; where each holds something, on those that hold a part of the value.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import cast

from dossier.model.claims import SUPPORTABLE, Claim, Reference, Status
from dossier.model.proofs import ClaimPart
from dossier.model.sharing import WHOLE, lone, sharing, with_shares
from dossier.model.speaking import speakers_of
from dossier.model.values import Name, PlaceName, Property, Single, is_provable
from dossier.prove.names import Names, says_name
from dossier.prove.proving import Asked, compare_part, locate
from dossier.prove.saying import confirms
from dossier.prove.verdicts import Fault
from dossier.prove.words import EASTERN, Words
from dossier.texts.library import Library
from dossier.texts.normal import normalise_quote

SPEAKER = "asserted_by"
NOTHING = (
    "the words hold no figure, date or name of the claim, and nothing of it is in our own"
    " words; quote others, or say under `supports` what these are there for"
)


@dataclass(frozen=True)
class Reader:
    """What it takes to read the words of quotes."""

    library: Library
    names: Names
    trusted: AbstractSet[str]
    # The sources whose texts are at hand, and are those that the sources name.

    def locate(self, one: Reference, prop: Property) -> Asked | None:
        """The words of a quote in its text; None where nobody can tell which they are."""
        found = locate(one, prop, self.library) if one.source in self.trusted else None
        return found if isinstance(found, Asked) else None


@dataclass(frozen=True)
class Held:
    """What one quote holds of a claim, by key; of a list also what it holds in part."""

    whole: tuple[str, ...]
    partly: tuple[str, ...] = ()


def share_out(claim: Claim, prop: Property, reader: Reader) -> Claim:
    """A claim whose quotes support what their words hold, where they leave it open and
    their texts are at hand.
    """
    found = {one: asked for one in sharing(claim) if (asked := reader.locate(one, prop))}
    if not found:
        return claim
    named = {key for one in claim.references if one not in found for key in one.supports}
    held = [held_by(claim, asked, reader.names) for asked in found.values()]
    return with_shares(
        claim, dict(zip(found, shared_among(claim, held, named), strict=True))
    )


def held_by(claim: Claim, asked: Asked, names: Names) -> Held:
    """The keys of a claim that the words of a quote hold."""
    found = {
        key: [_holds(key, item, asked, names) for item in _items(value)]
        for key, value in _told(claim)
    }
    found |= {key: [asked.words.tells_time] for key in claim.inferred if key in found}
    whole = tuple(key for key, items in found.items() if items and all(items))
    return Held(
        whole, tuple(key for key, items in found.items() if key not in whole and any(items))
    )


def shared_among(
    claim: Claim, held: Sequence[Held], named: AbstractSet[str]
) -> Sequence[tuple[str, ...]]:
    """What each quote supports, in their order; `named` are the keys that other references
    of the claim support.
    """
    whole = {key for one in held for key in one.whole}
    told = [{*one.whole, *(key for key in one.partly if key not in whole)} for one in held]
    if SPEAKER not in whole:  # who says so rests on the words that say that it was said
        told = [
            {*one, SPEAKER} if "status" in one and claim.asserted_by else one
            for one in told
        ]
    ours = _ours(claim, {key for one in told for key in one} | named)
    of_value = {*claim.value} if isinstance(claim.value, Mapping) else {*WHOLE}
    takers = (
        [not one for one in told]
        if not all(told)
        else [not of_value.isdisjoint(one) for one in told]
    )
    return [
        _in_order(claim, one | ours if takes else one)
        for one, takes in zip(told, takers, strict=True)
    ]


def _ours(claim: Claim, known: AbstractSet[str]) -> set[str]:
    """What no words hold, of the value: with a plain one that may be all that there is,
    unless another quote has the figure or date that it is.
    """
    if not isinstance(claim.value, Mapping):
        is_elsewhere = is_provable(claim.value) and known >= {*WHOLE}
        return set() if is_elsewhere else {*WHOLE}
    return {
        key
        for key, value in claim.value.items()
        if key not in known and not _must_be_held(claim, key, value)
    }


def _in_order(claim: Claim, keys: AbstractSet[str]) -> tuple[str, ...]:
    return tuple(key for key, _ in _told(claim) if key in keys)


def fault_of_share(claim: Claim, one: Reference) -> str:
    """What is wrong with how a quote shares a claim; empty where nothing is."""
    if not one.shares or lone(claim):
        return ""
    if not one.supports:
        return NOTHING
    missing = _in_none(claim) if one == sharing(claim)[0] else ()
    told = ", ".join(missing)
    return (
        f"{told}: none of the quotes of the claim has it; quote the words that give it, or"
        " mend it"
        if told
        else ""
    )


def _in_none(claim: Claim) -> tuple[str, ...]:
    """The figures, dates and names of the value that no quote holds; nothing where one
    could not be read.
    """
    named = {key for one in claim.references for key in one.supports or ((),) if key}
    if (
        not isinstance(claim.value, Mapping)
        or "value" in named
        or not all(one.supports for one in sharing(claim))
    ):
        return ()
    return tuple(
        key
        for key, value in claim.value.items()
        if key not in named and _must_be_held(claim, key, value)
    )


def _must_be_held(claim: Claim, key: str, value: object) -> bool:
    """Whether what a key says stands in words: a figure, a date that was read, or a name."""
    is_told = any(
        is_provable(item) or isinstance(item, Name | PlaceName) for item in _items(value)
    )
    return is_told and key not in claim.inferred


def _told(claim: Claim) -> Iterator[tuple[str, object]]:
    """Each key that says something, with what it says; those of a record in the place of
    its value.
    """
    if isinstance(claim.value, Mapping):
        yield from claim.value.items()
    for key in SUPPORTABLE:
        value = (
            tuple(map(Name, speakers_of(claim))) if key == SPEAKER else getattr(claim, key)
        )
        if not isinstance(value, Mapping) and value not in ("", None, (), Status.REPORTED):
            yield key, value
    yield from claim.qualifiers.items()


def _items(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def _holds(key: str, value: object, asked: Asked, names: Names) -> bool:
    words = asked.words
    if isinstance(value, Name | PlaceName):
        return _names(names.of(value), words)
    if isinstance(value, Status):
        return confirms(
            value, " ".join(words.pieces), words.language.partition("-")[0] or "en"
        )
    if is_provable(value):
        found = compare_part(ClaimPart(key, cast(Single, value)), asked)
        return not (
            isinstance(found, Fault) and found.code == "Q002"
        )  # what is not read may be it
    return (
        isinstance(value, str)
        and normalise_quote(value).casefold() in " ".join(words.pieces).casefold()
    )


def _names(names: tuple[str, ...], words: Words) -> bool:
    """Whether a name stands in the words; a name that is known in another script alone may
    be there.
    """
    is_foreign = any(map(EASTERN.search, words.pieces)) and not any(
        map(EASTERN.search, names)
    )
    return is_foreign or says_name(names, words)
