"""Signs of figures: a minus in signs or words, and the parentheses of accountants."""

import re
from fractions import Fraction

from dossier.figures.figure import Figure, FigureKind
from dossier.figures.hedges import REACH
from dossier.figures.numbers import number_at
from dossier.figures.patterns import LETTER
from dossier.figures.searched import Searched

PLUS_MINUS = re.compile(r"(?:±|\+/-|\bplus or minus) ?$", re.IGNORECASE)

TRIANGLES = "▲△▼▽"
"""Before a figure they are a loss in some countries, and a rise or a fall in others."""


def signed(here: Searched, figure: Figure) -> Figure:
    """A figure with the sign before it, or the parentheses that accountants put in its
    place.
    """
    text, start = here.text, figure.start
    before = text[start - 1 : start]
    if PLUS_MINUS.search(text, max(0, start - 15), start):
        return figure.changed(unclear=True)
    if before in ("-", "+") and not re.search(r"[\w)%]$", text[: start - 1]):
        value = -figure.value if before == "-" else figure.value
        return figure.changed(start=start - 1, value=value)
    minus = here.bounds.minus.search(text, max(0, start - 12), start)
    # au moins and al menos are bounds
    if minus and not here.bounds.before.search(text[max(0, start - REACH) : start]):
        return figure.changed(start=minus.start(), value=-figure.value)
    if before and before in TRIANGLES:
        return figure.changed(unclear=True)
    return _in_parentheses(here, figure)


def _in_parentheses(here: Searched, figure: Figure) -> Figure:
    """A figure below zero by its parentheses, a percentage perhaps; else as it is."""
    start, end = figure.start, figure.end
    stands_so = here.text[start - 1 : start] == "(" and here.text[end : end + 1] == ")"
    if (
        not stands_so
        or figure.kind not in (FigureKind.PLAIN, FigureKind.PERCENT)
        or _was_spelled(here, figure)
    ):
        return figure
    whole_figure = figure.changed(start=start - 1, end=end + 1)
    return (
        whole_figure.changed(unclear=True)
        if figure.kind is FigureKind.PERCENT
        else whole_figure.changed(value=-figure.value)
    )


def _was_spelled(here: Searched, figure: Figure) -> bool:
    """Lawyers write five (5)."""
    word = re.search(rf"[{LETTER}-]+ \($", here.text[: figure.start])
    number = number_at(here.text, word.start(), here.grammar) if word else None
    return number is not None and Fraction(number.value) == figure.value
