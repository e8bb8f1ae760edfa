"""Cues that a figure is that of a part, of the rest, or of several together, and not of what
the claim names.
"""

from collections.abc import Iterator

from dossier.figures.figures import FigureKind
from dossier.model.proofs import Look
from dossier.prove.cues.asks import FoundPart
from dossier.prove.cues.phrases import Mark

NOUNS = 3  # words between `including` and its figure
UNIT_BEHIND = 6  # words between a figure and the unit it is of: 3 per cent of staff at its main business


def part(ask: FoundPart) -> Iterator[Look]:
    """Including 5 billion of debt, eight of the mills, staff of one unit: a part of what
    was named before.
    """
    if (ask.lexicon.base or ask.lexicon).grammar["total"].intersection(ask.claimed.keys):
        yield from (ask.look("part", mark) for mark in _of_one_unit(ask))
    if "part" in ask.said or ask.quantity is None:
        return
    before = (
        mark for mark in ask.tagged_before("part") if ask.spot.near_before(mark, NOUNS)
    )
    behind = (
        mark for mark in ask.tagged_behind("part.behind") if ask.spot.gap(mark.first) <= 1
    )
    yield from (ask.look("part", mark) for mark in (*before, *behind, *_counted(ask)))


def _of_one_unit(ask: FoundPart) -> Iterator[Mark]:
    """A unit beside the figure: 3 per cent of staff at its main business."""
    near = (
        mark
        for mark in ask.scene.tagged("part.units")
        if ask.spot.shares_clause(mark.first)
    )
    return (mark for mark in near if ask.spot.gap(mark.first) <= UNIT_BEHIND)


def _counted(ask: FoundPart) -> Iterator[Mark]:
    """Words right behind a count: eight of the mills, its 15 largest customers."""
    figure = ask.spot.figure
    marks = (
        ask.tagged_behind("part.counted")
        if figure and figure.kind is FigureKind.PLAIN
        else iter(())
    )
    return (mark for mark in marks if mark.first == ask.spot.last)
