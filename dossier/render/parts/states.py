"""What is to be said about how far an answer can be trusted: is its quote proved, is it old, why does it differ.

Each state is words, and a kind by which the style sheet puts a sign before them: it is understood without colour.
"""

from collections.abc import Iterator

from dossier.model.claims import Claim
from dossier.model.dossiers import MergedClaim, MergedFact
from dossier.model.freshness import Age
from dossier.model.proofs import ProofState
from dossier.render.frame.sheets import Sheet
from dossier.render.language import words
from dossier.render.language.dates import day_words
from dossier.render.views import StateView


def claim_states(sheet: Sheet, fact: MergedFact, claim: Claim) -> tuple[StateView, ...]:
    """Every state of a claim: its proof first, then its age, then its difference from the leading one."""
    merged = fact.merged(claim)
    return (proof_state(sheet, merged), *_age(sheet, merged), *_difference(sheet, merged))


def warnings(sheet: Sheet, fact: MergedFact, claim: Claim) -> tuple[StateView, ...]:
    """The states of a claim that a hurried reader must see: all but a sound proof."""
    return tuple(state for state in claim_states(sheet, fact, claim) if state.kind != "proved")


def proof_state(sheet: Sheet, claim: MergedClaim) -> StateView:
    """How many of the quotes behind a claim are proved, in words."""
    proved, quotes = claim.proved, len(claim.proofs)
    if quotes == 0:
        return StateView("unproved", sheet.say(words.NO_QUOTE))
    if proved == quotes:
        return StateView("proved", sheet.say(words.QUOTES_PROVED))
    if all(state is ProofState.UNCHECKED for state in claim.proofs):
        return StateView("unproved", sheet.say(words.QUOTES_UNCHECKED))
    return StateView("unproved", sheet.say(words.QUOTES_OPEN, proved=proved, quotes=quotes))


def passage_state(sheet: Sheet, state: ProofState) -> StateView:
    """How looking up one quote ended."""
    return StateView("proved" if state is ProofState.PROVED else "unproved", sheet.say(words.PROOFS[state]))


def _age(sheet: Sheet, claim: MergedClaim) -> Iterator[StateView]:
    freshness = claim.freshness
    if freshness.age is Age.STALE and freshness.until:
        since = day_words(freshness.until, sheet.language)
        yield StateView("stale", sheet.say(words.STALE, date=since))
    elif freshness.age is Age.UNDATED:
        yield StateView("stale", sheet.say(words.AGE_UNKNOWN))


def _difference(sheet: Sheet, claim: MergedClaim) -> Iterator[StateView]:
    if claim.difference:
        yield StateView("differs", sheet.say(words.DIFFERENCES[claim.difference]))
