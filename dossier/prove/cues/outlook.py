"""Cues that what is told has not happened, may not, or did not: plans, conditions, hearsay,
estimates and denials.
"""

from collections.abc import Iterator

from dossier.figures.figure import FigureKind
from dossier.model.claims import Status
from dossier.model.proofs import Look
from dossier.prove.cues.asks import FoundPart
from dossier.prove.cues.clauses import Link
from dossier.prove.cues.phrases import Mark, Tokens
from dossier.prove.cues.sentences import sentence_after

BESIDE = frozenset({Link.ASIDE})
WORD = 20  # characters in which the first word of the next sentence stands
SLOTS = 6  # articles and nouns between `fell short of` and its figure
BEHIND = 4  # words behind a figure in which `expected by analysts` begins
NOUN_BEHIND = 2  # words behind a figure in which the noun stands that it belongs to: the $5 billion plan


def plan(ask: FoundPart) -> Iterator[Look]:
    """It plans to spend 5 billion; 5 billion will be spent; the $5 billion plan; 5 billion
    over the next years.
    """
    if not ask.agrees("plan"):
        yield from (ask.look("plan", mark) for mark in _governing(ask, "plan"))
        yield from (ask.look("plan", mark) for mark in _noun_behind(ask, "plan.behind"))
        near = (
            mark
            for mark in ask.tagged_before("plan.near")
            if ask.spot.near_before(mark, SLOTS)
        )
        yield from (ask.look("plan", mark) for mark in near)
        if ask.frame.status is Status.COMPLETED:
            yield from (ask.look("plan", mark) for mark in _governing(ask, "plan.ongoing"))
        yield from headline(ask)
        later = ask.tagged_behind("plan.later")
        yield from (
            ask.look("plan", mark) for mark in later if ask.spot.shares_clause(mark.first)
        )


def headline(ask: FoundPart) -> Iterator[Look]:
    """Acme to invest 5 billion: in a headline, a name and `to` with a verb are a plan."""
    grammar, keys, spot = ask.lexicon.grammar, ask.spot.keys, ask.spot
    if ask.agrees("plan"):
        return
    at = next(
        (at for at in range(1, spot.first - 1) if keys[at] in grammar["infinitive"]), 0
    )
    is_verb = (
        at and keys[at + 1] not in grammar["no_verb"] and at + 1 not in ask.scene.in_figure
    )
    if is_verb and not any(ask.scene.verbs) and _is_capital(ask, at - 1):
        yield Look(
            "plan", ask.scene.tokens.words(at, at + 2), ask.lexicon.agrees["plan"][0]
        )


def _is_capital(ask: FoundPart, at: int) -> bool:
    tokens = ask.scene.tokens
    return tokens.text[tokens.starts[at]].isupper()


def maybe(ask: FoundPart) -> Iterator[Look]:
    """It could cost 5 billion; a possible price of 5 billion."""
    if not ask.agrees("maybe"):
        yield from (ask.look("maybe", mark) for mark in _governing(ask, "maybe"))


def question(ask: FoundPart) -> Iterator[Look]:
    """Did it sell 5 million? What is asked is not said."""
    if ask.scene.is_question and not ask.agrees("maybe"):
        tokens = ask.scene.tokens
        words = tokens.words(max(0, len(tokens.keys) - 2), len(tokens.keys))
        yield Look("maybe", words, ask.lexicon.agrees["maybe"][0])


def _governing(ask: FoundPart, family: str) -> Iterator[Mark]:
    """Verbs before the figure, or behind it where it is in their subject; and nouns before
    it with no other verb between.
    """
    scene, spot = ask.scene, ask.spot
    for mark in scene.tagged(family):
        is_settled = any(
            key in ask.lexicon.grammar["settles"]
            for key in spot.keys[mark.last : spot.first]
        )
        if (
            spot.shares_clause(mark.first)
            and not is_settled
            and (mark.last <= spot.first or _in_subject(ask, mark))
        ):
            yield mark
    for mark in ask.tagged_before(f"{family}.nouns"):
        if spot.shares_clause(mark.first) and not _is_settled(ask, mark):
            yield mark


def _in_subject(ask: FoundPart, mark: Mark) -> bool:
    """Whether a verb behind the figure is the first of its clause: 5 billion will be spent."""
    if ask.lexicon.verb_is_last and mark.first >= ask.spot.last:
        return True
    scene, same = ask.scene, ask.scene.clauses.of
    passed = {at for one in scene.tagged("speaker") for at in range(one.first, one.last)}
    passed |= {
        at
        for at in (mark.first - 2, mark.first - 1)
        if scene.tokens.keys[at] in ask.lexicon.grammar["be"]
    }
    return mark.first >= ask.spot.last and not any(
        verb and at not in passed and same[at] == same[mark.first]
        for at, verb in enumerate(scene.verbs[: mark.first])
    )


def _is_settled(ask: FoundPart, mark: Mark) -> bool:
    """Whether between a noun such as `plan` and the figure a verb tells what came of it:
    its plan saved 5 billion.
    """
    be = ask.lexicon.grammar["be"]
    return any(
        ask.scene.verbs[at] and ask.scene.tokens.keys[at] not in be
        for at in range(mark.last, ask.spot.first)
    )


def _noun_behind(ask: FoundPart, *tags: str) -> Iterator[Mark]:
    """Nouns right behind the figure."""
    for mark in ask.tagged_behind(*tags):
        if ask.spot.gap(mark.first) <= NOUN_BEHIND and ask.spot.is_open(
            ask.spot.last, mark.first
        ):
            yield mark


def condition(ask: FoundPart) -> Iterator[Look]:
    """If the deal closes; subject to approval: it governs the whole sentence."""
    if not ask.agrees("condition"):
        yield from (ask.look("condition", mark) for mark in ask.scene.tagged("condition"))


def doubt(ask: FoundPart) -> Iterator[Look]:
    """Reportedly; people familiar with the matter: it holds for the whole sentence."""
    if not ask.agrees("doubt"):
        yield from (ask.look("doubt", mark) for mark in ask.scene.tagged("doubt"))


def estimate(ask: FoundPart) -> Iterator[Look]:
    """Analysts expected 5 billion; 5 billion, expected by analysts; 30 percent ahead of
    expectations.
    """
    if ask.agrees("estimate"):
        return
    spot = ask.spot
    for mark in ask.tagged_before("estimate"):
        is_free = spot.is_clear(mark.last, spot.first) and not _is_settled(ask, mark)
        if is_free and spot.shares_clause(mark.first):
            yield ask.look("estimate", mark)
    for mark in ask.tagged_behind("estimate.behind"):
        parted = ask.lexicon.grammar["not_its_noun"].intersection(
            spot.keys[spot.last : mark.first]
        )
        if (
            spot.gap(mark.first) <= BEHIND
            and spot.is_open(spot.last, mark.first)
            and not parted
        ):
            yield ask.look("estimate", mark)
    if spot.figure and spot.figure.kind in (
        FigureKind.PERCENT,
        FigureKind.POINTS,
        FigureKind.FACTOR,
    ):
        yield from (ask.look("estimate", mark) for mark in _measured_against(ask))


def _measured_against(ask: FoundPart) -> Iterator[Mark]:
    """What a share is compared with: 30 percent ahead of expectations."""
    for mark in ask.tagged_behind("estimate.against"):
        between = ask.spot.keys[ask.spot.last : mark.first]
        if len(between) <= 6 and between and between[0] in ask.lexicon.grammar["compares"]:
            yield mark


def missed(ask: FoundPart) -> Iterator[Look]:
    """Fell short of 5 billion, missed its target of 5 billion: it was less."""
    if not ask.agrees("missed"):
        near = (
            mark
            for mark in ask.tagged_before("missed")
            if ask.spot.near_before(mark, SLOTS)
        )
        yield from (ask.look("estimate", mark) for mark in near)


def denial(ask: FoundPart) -> Iterator[Look]:
    """Not, never, denied: before the figure in its clause, behind it, or at the beginning
    of the next sentence.
    """
    if ask.agrees("denial"):
        return
    ends, spot = ask.lexicon.grammar["denial_ends"], ask.spot
    for mark in (*ask.scene.tagged("denial"), *ask.tagged_before("denial.after")):
        is_free = not ends.intersection(spot.keys[mark.last : spot.first])
        reaches = spot.shares_clause(mark.first, BESIDE) and (
            mark.last <= spot.first or _in_subject(ask, mark)
        )
        if is_free and reaches:
            yield ask.look("denial", mark)
    yield from (ask.look("denial", mark) for mark in ask.tagged_behind("denial.behind"))
    yield from denied_after(ask)


def denied_after(ask: FoundPart) -> Iterator[Look]:
    """The sentence behind begins with words that deny this one."""
    if ask.agrees("denial") or not ask.lexicon.begins_denial(
        ask.view.flat[ask.sentence[1] : ask.sentence[1] + WORD].split()[:1]
    ):
        return
    following = sentence_after(
        ask.view, ask.sentence[1], ask.lexicon.grammar["abbreviations"]
    )
    tokens = Tokens.of(following)
    for mark in ask.lexicon.cues.find(tokens.keys[:8])[:1]:
        if "denial.after" in mark.tags and mark.first <= 1:
            yield Look(
                "denial",
                tokens.words(mark.first, mark.last),
                ask.lexicon.agrees["denial"][0],
            )


def ended(ask: FoundPart) -> Iterator[Look]:
    """Cancelled, scrapped, fell through: the thing told of was dropped."""
    if ask.agrees("ended"):
        return
    for mark in ask.scene.tagged("ended"):
        reaches = ask.spot.shares_clause(mark.first, BESIDE)
        leads = mark.last <= ask.spot.first and not ask.scene.has_verb(
            mark.last, ask.spot.first
        )
        governs = leads or _in_subject(ask, mark)
        if _is_told_behind(ask, mark) or (reaches and governs):
            yield ask.look("ended", mark)
    for mark in ask.tagged_behind("ended.behind"):
        if ask.spot.shares_clause(mark.first, BESIDE):
            yield ask.look("ended", mark)


def _is_told_behind(ask: FoundPart, mark: Mark) -> bool:
    """Whether a word stands in a clause about the figure, right behind it: 5 billion, which
    it later withdrew.
    """
    clauses, first = ask.scene.clauses, mark.first
    while first and clauses.of[first - 1] == clauses.of[mark.first]:
        first -= 1
    return (
        clauses.all[clauses.of[mark.first]].link is Link.RELATIVE
        and 0 <= first - ask.spot.last <= 1
    )
