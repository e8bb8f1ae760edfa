"""Who says what a claim says: whoever is named nearest to it counts.

A speaker may be named for one key of a record, at one passage, or for the claim as a whole,
in this order of nearness. What holds for a whole file is that of each of its claims that
names nobody; it is given to them as they are read.
"""

from collections.abc import Iterator
from typing import NamedTuple

from dossier.model.claims import AROUND, Claim, Reference

WHOLE = "value"
"""Stands among the keys that have speakers of their own for all that are not named."""


class SaidOfClaim(NamedTuple):
    """What one speaker says of a claim."""

    speaker: str
    keys: tuple[str, ...] = ()
    # Of its record; empty: all of it.
    source: str = ""
    # The source by which it is their word; empty: all of them.


def speaker_of(claim: Claim, reference: Reference, key: str) -> str:
    """Who says a key of a claim, by one of its passages; empty where that is the source
    itself.
    """
    return claim.speakers.get(key) or reference.asserted_by or claim.asserted_by


def speakers_of(claim: Claim) -> tuple[str, ...]:
    """Everybody who says something of a claim, each once."""
    named = (
        claim.asserted_by,
        *claim.speakers.values(),
        *(one.asserted_by for one in claim.references),
    )
    return tuple(dict.fromkeys(one for one in named if one))


def speakers_by(claim: Claim, reference: Reference) -> tuple[str, ...]:
    """Who says what a passage supports; everybody, where it supports no more than that
    somebody says so.
    """
    found = (speaker_of(claim, reference, key) for key in keys_told(claim, reference))
    return tuple(dict.fromkeys(one for one in found if one)) or speakers_of(claim)


def keys_told(claim: Claim, reference: Reference) -> Iterator[str]:
    """The keys of a record, or the value, that a passage supports; a record as a whole
    stands for all that has a speaker.
    """
    for key in reference.supports or (WHOLE,):
        if key == WHOLE:
            yield from (WHOLE, *claim.speakers)
        elif key not in AROUND and key not in claim.qualifiers:
            yield key


def said_by(claim: Claim) -> tuple[SaidOfClaim, ...]:
    """What each speaker says, the one of the whole claim first; what they say by one source
    stands apart.
    """
    whole = (SaidOfClaim(claim.asserted_by),) if claim.asserted_by else ()
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for speaker, key, source in _named_apart(claim):
        if speaker != claim.asserted_by:
            keys = (*found.get((speaker, source), ()), key)
            found[speaker, source] = tuple(dict.fromkeys(filter(None, keys)))
    return (
        *whole,
        *(SaidOfClaim(speaker, keys, source) for (speaker, source), keys in found.items()),
    )


def _named_apart(claim: Claim) -> Iterator[tuple[str, str, str]]:
    """Each speaker who is named for a key or at a passage: with the key, and with the
    source where that is a passage's.
    """
    for key, speaker in claim.speakers.items():
        yield speaker, key, ""
    for one in claim.references:
        if one.asserted_by:
            aside = (WHOLE, *AROUND, *claim.qualifiers)
            for key in [key for key in one.supports if key not in aside] or [""]:
                if claim.speakers.get(key, one.asserted_by) == one.asserted_by:
                    yield one.asserted_by, key, one.source
