"""Whether the answers of a fact agree, in the words of a flag or of a sentence."""

from dossier.model.agreement import Agreement
from dossier.model.dossiers import MergedFact
from dossier.render.language import words
from dossier.render.language.phrases import Phrase
from dossier.render.site.render_context import RenderContext


def differing(render: RenderContext, fact: MergedFact) -> str:
    """That the answers contradict each other, within other words; empty where they do not."""
    return _flag(render, fact, words.claims.DIFFERING, words.claims.DIFFERING_WITHIN)


def differing_first(render: RenderContext, fact: MergedFact) -> str:
    """The same as the first words of a line."""
    return _flag(
        render, fact, words.claims.DIFFERING_FIRST, words.claims.DIFFERING_WITHIN_FIRST
    )


def _flag(render: RenderContext, fact: MergedFact, among: Phrase, within: Phrase) -> str:
    if fact.agreement is not Agreement.DIFFERING:
        return ""
    return render.say(within if fact.is_of_one_source else among)


def agreement_words(fact: MergedFact) -> Phrase:
    """What the answers amount to: nobody is said to agree beside an answer that does not."""
    if fact.agreement is Agreement.AGREED and fact.is_told_otherwise:
        return words.claims.BUT_WRONG
    return words.claims.AGREEMENT[fact.agreement]
