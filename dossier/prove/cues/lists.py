"""Figures that stand in a list, and the names or nouns of the list before them: A and B
have 5 and 7, where the order tells which is whose.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.model.proofs import Look
from dossier.prove.cues.asks import FoundPart
from dossier.prove.cues.phrases import Mark
from dossier.texts.passages import Span


@dataclass(frozen=True)
class Pairs:
    """A list of figures, and the list of as many things before it."""

    figures: tuple[int, ...]
    # The first word of each figure.
    things: tuple[Span, ...]
    # The words of each thing.


def listed_figures(ask: FoundPart) -> tuple[int, ...]:
    """The first words of the figures that `and` or commas join to this one."""
    spot = ask.spot
    return next(
        (
            group
            for group in ask.scene.lists
            if any(spot.first <= first < spot.last for first in group)
        ),
        (),
    )


def pairs_of(ask: FoundPart) -> Pairs | None:
    """The things and the figures of a sentence that the order pairs; None where their
    numbers differ.
    """
    figures = listed_figures(ask)
    if len(figures) < 2 or not _are_of_one_kind(ask, figures):
        return None
    first = _start_of_clause(ask, figures[0])
    verbs = [at for at in range(first, figures[0]) if ask.scene.verbs[at]]
    things = tuple(_things(ask, first, verbs[-1] if verbs else figures[0]))
    return Pairs(figures, things) if len(things) == len(figures) else None


def place_of(ask: FoundPart, figures: tuple[int, ...]) -> int:
    """Which of the figures is asked about, from 0."""
    spot = ask.spot
    return next(at for at, first in enumerate(figures) if spot.first <= first < spot.last)


def noun_by_order(ask: FoundPart) -> Mark | None:
    """The noun of a metric that the order gives a figure: revenue and profit were 5 and 7."""
    pairs = pairs_of(ask)
    if pairs is None:
        return None
    nouns = [_nouns_in(ask, thing) for thing in pairs.things]
    return nouns[place_of(ask, pairs.figures)][-1] if all(nouns) else None


def each_to_each(ask: FoundPart) -> Iterator[Look]:
    """The order gives the figure to another than the claim names; or there is an order, and
    nothing tells it.
    """
    if ask.quantity is None:
        return
    pairs = pairs_of(ask)
    if _has_nouns_apart(ask, pairs):
        return
    for cue, wanted in (("subject", ask.frame.own), ("part", ask.frame.qualifiers)):
        theirs = [_names(ask, thing, wanted) for thing in pairs.things] if pairs else []
        if pairs and any(theirs) and not all(theirs):
            place = place_of(ask, pairs.figures)
            if not theirs[place]:
                yield Look(cue, ask.scene.tokens.words(*pairs.things[place]))
            return
    yield from _in_some_order(ask)


def _has_nouns_apart(ask: FoundPart, pairs: Pairs | None) -> bool:
    """Whether the things of a list are several metrics, and not one of several companies."""
    nouns = [_nouns_in(ask, thing) for thing in pairs.things] if pairs else []
    return all(nouns) and len({one[-1].tags for one in nouns}) > 1


def tells_whose(ask: FoundPart) -> bool:
    """Whether the order of the names before a list of figures tells which is the subject's."""
    pairs = pairs_of(ask)
    if pairs is None or _has_nouns_apart(ask, pairs):
        return False
    theirs = [_names(ask, thing, ask.frame.own) for thing in pairs.things]
    return any(theirs) and not all(theirs)


def _in_some_order(ask: FoundPart) -> Iterator[Look]:
    """`respectively`, where nobody can tell which figure is whose."""
    marks = ask.scene.tagged("part.each")
    if len(listed_figures(ask)) > 1:
        near = (mark for mark in marks if ask.spot.is_told_with(mark.first))
        yield from (ask.look("subject", mark) for mark in near)


def _are_of_one_kind(ask: FoundPart, figures: tuple[int, ...]) -> bool:
    kinds = {number.kind for number in ask.scene.numbers if number.first in figures}
    return len(kinds) == 1


def _start_of_clause(ask: FoundPart, at: int) -> int:
    of = ask.scene.clauses.of
    first = at
    while first and of[first - 1] == of[at]:
        first -= 1
    return first


def _things(ask: FoundPart, first: int, end: int) -> Iterator[Span]:
    """What `and` and commas part between two words."""
    joints = ask.lexicon.grammar["and"] | {",", "&"}
    begin = first
    for at in range(first, end + 1):
        if at == end or ask.spot.keys[at] in joints:
            if at > begin:
                yield begin, at
            begin = at + 1


def _names(ask: FoundPart, thing: Span, wanted: tuple[str, ...]) -> bool:
    """Whether the words of a thing have one of some names, whole."""
    told = f" {' '.join(ask.spot.keys[slice(*thing)])} "
    return any(f" {one.lower()} " in told for one in wanted if one)


def _nouns_in(ask: FoundPart, thing: Span) -> list[Mark]:
    return [
        mark
        for mark in ask.scene.metrics
        if thing[0] <= mark.first and mark.last <= thing[1]
    ]
