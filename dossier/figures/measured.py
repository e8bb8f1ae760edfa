"""Numbers with a unit that is no currency: percentages, points, lengths of time and factors."""

from dossier.figures.currencies import (
    PENCE,
)
from dossier.figures.figure import Figure, FigureKind
from dossier.figures.nouns import nouns_of
from dossier.figures.patterns import small
from dossier.figures.searched import Searched


def measured(here: Searched, plain: Figure) -> Figure:
    """A number as a percentage, points, a length of time or a factor; else as it is."""
    text, end, units = here.text, plain.end, here.units
    if match := units.basis_points.match(text, end):
        return plain.changed(
            kind=FigureKind.FACTOR,
            units=frozenset({"basis points"}),
            end=match.end(),
        )
    if match := units.percent.match(text, end):
        points = units.points.match(text, match.end())
        return plain.changed(
            kind=FigureKind.POINTS if points else FigureKind.PERCENT,
            end=(points or match).end(),
        )
    if match := units.points.match(text, end):
        return _or_pence(
            here, plain.changed(kind=FigureKind.POINTS, end=match.end()), match[0]
        )
    if match := units.tenths.match(text, end):
        return plain.changed(
            kind=FigureKind.PERCENT, value=plain.value * 10, end=match.end()
        )
    return _timed(here, plain)


def _or_pence(here: Searched, points: Figure, unit: str) -> Figure:
    """40p are points, or pence where an amount is asked for: surely so in Britain, and
    beside what they are paid for.
    """
    if unit not in here.grammar.table.pence:
        return points
    is_alone = nouns_of(here.grammar).none_behind.match(
        here.text, points.end
    )  # 1080p screens
    is_sure = (here.grammar.region == "GB" and is_alone) or here.units.per.match(
        here.text, points.end
    )
    return points.changed(units=PENCE) if is_sure else points.changed(maybe=PENCE)


def _timed(here: Searched, plain: Figure) -> Figure:
    """A number as a length of time or a factor; else as it is."""
    units = here.units
    if match := units.length.match(here.text, plain.end):
        return plain.changed(
            kind=FigureKind.TIME,
            units=frozenset({units.lengths[small(match["time"])]}),
            end=match.end(),
        )
    if match := units.times.match(here.text, plain.end):
        return plain.changed(
            kind=FigureKind.FACTOR, units=frozenset({"times"}), end=match.end()
        )
    return plain
