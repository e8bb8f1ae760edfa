"""Whether the words make a result a profit or a loss, in languages other than English: by
the lists of the language, and where those say nothing, nobody can tell.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, lru_cache

from dossier.figures.figure import Figure, FigureKind
from dossier.figures.grammars import Grammar
from dossier.figures.hedges import Bounds, bounds_of
from dossier.figures.patterns import search_in, whole

BEFORE = 80  # characters before a figure in which a word tells what it is
PARTICLE = 4  # letters of the longest end of a verb that tells a fall with it alone
BEHIND = 24  # characters behind it in which one does: 52 Millionen Euro Gewinn
SENTENCE = re.compile(r"[.;!?](?= |$)|[。；！？]")
CLAUSE = re.compile(r"[.,;:!?()](?!\d)|[，。；：、（）！？]")


class Told(Enum):
    """What the words tell of the sign of a result."""

    PROFIT = "above zero"
    LOSS = "below zero"
    NOTHING = "neither"


@dataclass(frozen=True)
class ResultWords:
    """The words of one language for results."""

    grammar: Grammar

    @cached_property
    def bounds(self) -> Bounds:
        """The words right beside a figure that give it a sign."""
        return bounds_of(self.grammar)

    @cached_property
    def profit(self) -> "re.Pattern[str]":
        """A word for a profit, or for a result of either sign."""
        return search_in(self.grammar.table.profit_words)

    @cached_property
    def loss(self) -> "re.Pattern[str]":
        """A word for a loss."""
        return search_in(self.grammar.table.loss_words)

    @cached_property
    def rise(self) -> "re.Pattern[str]":
        """A word for a rise, or for a share that is above zero."""
        table = self.grammar.table
        return search_in((*table.rises, *table.profit_words))

    @cached_property
    def _falls(self) -> frozenset[str]:
        """The words for a fall that say so alone: not `ein` and `nach`, which are ends of
        verbs.
        """
        falls = self.grammar.table.falls
        least = 1 if self.grammar.table.powers else PARTICLE + 1
        listed = (word.strip("*") for word in (*falls.before, *falls.behind))
        return frozenset(word for word in listed if len(word) >= least)

    @cached_property
    def fall(self) -> "re.Pattern[str]":
        """A word for a fall or a loss, wherever it stands."""
        return search_in((*self._falls, *self.grammar.table.loss_words))

    @cached_property
    def by(self) -> "re.Pattern[str]":
        """A change of a loss: by how much it shrank is not how great it is."""
        lost = whole(self.grammar.table.loss_words)
        changed = whole((*self._falls, *self.grammar.table.rises))
        return re.compile(rf"{changed}.*?{lost}|{lost}.*?{changed}", re.IGNORECASE)

    def tells(self, figure: Figure, flat: str) -> Told:
        """What the words beside a figure say."""
        begins = min(figure.start, figure.hedge_start)
        head = SENTENCE.split(flat[max(0, begins - BEFORE) : begins])[-1]
        tail = CLAUSE.split(flat[figure.end : figure.end + BEHIND], maxsplit=1)[0]
        if figure.kind in (FigureKind.MONEY, FigureKind.PLAIN):
            return self._amount(figure, flat, head, tail)
        if figure.falls:
            return Told.LOSS
        text = f"{head} {tail}"
        is_up = self.rise.search(text) and not self.fall.search(text)
        return Told.PROFIT if is_up else Told.NOTHING

    def _amount(self, figure: Figure, flat: str, head: str, tail: str) -> Told:
        """The same of an amount: a verb of a change tells no sign of it."""
        is_lost = self.bounds.loss.search(head) or self.bounds.loss_behind.match(
            flat, figure.end
        )
        if is_lost:
            return Told.NOTHING if self.by.search(f"{head}{tail}") else Told.LOSS
        if self.loss.search(f"{head} {tail}"):
            return Told.NOTHING
        is_won = self.profit.search(head) or self.profit.search(tail)
        return Told.PROFIT if is_won else Told.NOTHING


@lru_cache(maxsize=64)
def result_words(grammar: Grammar) -> ResultWords:
    """The words of a language, read once."""
    return ResultWords(grammar)


def with_signs(figures: Iterable[Figure], flat: str, grammar: Grammar) -> list[Figure]:
    """Figures with the sign that the words give them."""
    words = result_words(grammar)
    return [
        negated(one)
        if one.value > 0 and words.tells(one, flat) is Told.LOSS
        else one.changed(falls=False)
        for one in figures
    ]


def is_told(figure: Figure, flat: str, grammar: Grammar) -> bool:
    """Whether the words tell of a figure with its sign that it is so."""
    told = result_words(grammar).tells(figure, flat)
    return told is (Told.LOSS if figure.value < 0 else Told.PROFIT)


def negated(figure: Figure) -> Figure:
    """The same below zero, with both of its ends."""
    if figure.high is None:
        return figure.changed(value=-figure.value, falls=False)
    return figure.changed(value=-figure.high, high=-figure.value, falls=False)
