"""Cues that a figure was put right later: a fine that was later reduced, sales that were
restated in the sentence behind. Which of them is right, a person has to say.
"""

from collections.abc import Iterator

from dossier.model.proofs import Look
from dossier.prove.cues.asks import FoundPart
from dossier.prove.cues.measures import is_of_then
from dossier.prove.cues.phrases import Tokens
from dossier.prove.cues.sentences import sentence_after

WORDS = 14  # of the sentence behind, in which it says that the figure before was put right


def corrected(ask: FoundPart) -> Iterator[Look]:
    """Fined 16 million, later reduced to 12: behind the figure, with no other between."""
    if "old" in ask.said or is_of_then(ask):
        return
    for mark in ask.tagged_behind("old.corrected"):
        between = range(ask.spot.last, mark.first)
        if ask.scene.in_figure.isdisjoint(between):
            yield ask.look("old", mark)
    yield from corrected_after(ask)


def corrected_after(ask: FoundPart) -> Iterator[Look]:
    """Sales were 510 million. They were later restated: the sentence behind says so before
    it gives a figure.
    """
    if ask.quantity is None or "old" in ask.said or is_of_then(ask):
        return
    abbreviations = ask.lexicon.grammar["abbreviations"]
    following = sentence_after(ask.view, ask.sentence[1], abbreviations)
    if not ask.lexicon.may_correct(following):
        return
    tokens = Tokens.of(following)
    head = tokens.keys[:WORDS]
    end = next((at for at, key in enumerate(head) if key[0].isdigit()), len(head))
    for mark in ask.lexicon.cues.find(head[:end]):
        if mark.tags & {"old.corrected", "old.after"}:
            yield Look("old", tokens.words(mark.first, mark.last))
            return
