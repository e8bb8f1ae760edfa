"""Which quotes need not name what they support, because their words tell: for `dossier fmt
--short`.

A quote is one of these where its text is at hand, its proof is on record, and both say what
its file says.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dossier.model.claims import Claim
from dossier.model.content import Content
from dossier.model.facts import Fact
from dossier.model.sharing import WHOLE, on_record, sharing
from dossier.prove.at_hand import read_archive, trusted_of
from dossier.prove.names import names_of
from dossier.prove.sharing import Reader, share_out

Spared = frozenset[tuple[str, int, int]]
"""Passages by the whole id of their fact, by claim and by their own place in it, counted
from 0.
"""


def spared(content: Content, archive: Path) -> Spared:
    """The passages of a content folder whose words tell what they support."""
    library = read_archive(content, archive)
    reader = Reader(library, names_of(content), trusted_of(content, library))
    return frozenset(
        (str(fact.id), number, place)
        for fact in content.every_fact
        for number, claim in enumerate(fact.claims)
        for place in _in_claim(content, fact, claim, reader)
    )


def _in_claim(content: Content, fact: Fact, claim: Claim, reader: Reader) -> Iterator[int]:
    """Of those that could share the claim, all that come to the same if they do; one that
    does not is asked no more.
    """
    prop = content.properties[fact.property]
    places = {
        place
        for place, one in enumerate(claim.references)
        if one.quote
        and on_record(fact, claim, one, content.proofs or {}) == (one.supports or WHOLE)
    }
    while places:
        told = share_out(_open(claim, places), prop, reader)
        wrong = {place for place in places if _differs(claim, told, place)}
        if not wrong:
            break
        places -= wrong
    yield from sorted(places)


def _open(claim: Claim, places: set[int]) -> Claim:
    references = tuple(
        replace(one, supports=(), shares=True) if place in places else one
        for place, one in enumerate(claim.references)
    )
    return replace(claim, references=references)


def _differs(claim: Claim, told: Claim, place: int) -> bool:
    """Whether a passage supports something else than its file says, or in another order;
    alone it cannot share.
    """
    said, found = claim.references[place].supports or WHOLE, told.references[place].supports
    return not sharing(told) or found != said
