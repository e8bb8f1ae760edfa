"""What is to be said about how far an answer can be trusted: is its quote proved, is it old, why does it differ.

Each state is words, and a kind by which the style sheet puts a sign before them: it is understood without colour.
"""

from collections.abc import Iterator

from dossier.model.claims import Claim
from dossier.model.dossiers import MergedClaim, MergedFact
from dossier.model.freshness import Age
from dossier.model.proofs import ProofState
from dossier.render import words
from dossier.render.dates import day_words
from dossier.render.sheets import Sheet
from dossier.render.views import StateView


def claim_states(sheet: Sheet, fact: MergedFact, claim: Claim) -> tuple[StateView, ...]:
    """Every state of a claim: its proof first, then its age, then its difference from the leading one."""
    merged = fact.merged(claim)
    return (proof_state(merged), *_age(sheet, merged), *_difference(merged))


def warnings(sheet: Sheet, fact: MergedFact, claim: Claim) -> tuple[StateView, ...]:
    """The states of a claim that a hurried reader must see: all but a sound proof."""
    return tuple(state for state in claim_states(sheet, fact, claim) if state.kind != "proved")


def proof_state(claim: MergedClaim) -> StateView:
    """How many of the quotes behind a claim are proved, in words."""
    proved, quotes = claim.proved, len(claim.proofs)
    if quotes == 0:
        return StateView("unproved", words.NO_QUOTE)
    if proved == quotes:
        return StateView("proved", words.QUOTES_PROVED)
    if all(state is ProofState.UNCHECKED for state in claim.proofs):
        return StateView("unproved", words.QUOTES_UNCHECKED)
    return StateView("unproved", words.QUOTES_OPEN.format(proved=proved, quotes=quotes))


def passage_state(state: ProofState) -> StateView:
    """How looking up one quote ended."""
    return StateView("proved" if state is ProofState.PROVED else "unproved", words.PROOFS[state])


def _age(sheet: Sheet, claim: MergedClaim) -> Iterator[StateView]:
    freshness = claim.freshness
    if freshness.age is Age.STALE and freshness.until:
        since = day_words(freshness.until, sheet.locale)
        yield StateView("stale", words.STALE.format(date=since))
    elif freshness.age is Age.UNDATED:
        yield StateView("stale", words.AGE_UNKNOWN)


def _difference(claim: MergedClaim) -> Iterator[StateView]:
    if claim.difference:
        yield StateView("differs", words.DIFFERENCES[claim.difference])
