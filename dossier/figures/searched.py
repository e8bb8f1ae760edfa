"""A text that figures are searched in."""

from dossier.figures.currencies import (
    Money,
    money_words,
)
from dossier.figures.grammars import Grammar
from dossier.figures.hedges import Bounds, bounds_of
from dossier.figures.patterns import runs_of
from dossier.figures.unit_words import Units, unit_words


class Searched:
    """One text and the patterns of its language, made once for all its figures."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        self.text, self.grammar = text, grammar
        self.runs = runs_of(text)
        self.units: Units = unit_words(grammar)
        self.money: Money = money_words(grammar)
        self.bounds: Bounds = bounds_of(grammar)
