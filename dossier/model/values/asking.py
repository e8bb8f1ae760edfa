"""What a value asks of the words of a quote before it is proved: data, for whoever compares
the two.

A value that asks for nothing, such as a text, cannot be compared with words by rule.
"""

from dataclasses import dataclass
from fractions import Fraction

from dossier.model.dates import PartialDate
from dossier.model.durations import Duration
from dossier.model.quantities import Hedge, Quantity, Range
from dossier.model.several import Several
from dossier.model.values.pieces import FigureStyle


class Ask:
    """Something that the words must show."""

    __slots__ = ()


@dataclass(frozen=True)
class AskFigure(Ask):
    """A figure with its unit, its sign and its bound."""

    quantity: Quantity
    style: FigureStyle


@dataclass(frozen=True)
class AskRange(Ask):
    """Both ends of a range, as the ends of one range."""

    range: Range
    style: FigureStyle


@dataclass(frozen=True)
class AskShare(Ask):
    """So many of so many, or the same share in other words."""

    share: Fraction
    hedge: Hedge | None


@dataclass(frozen=True)
class AskSeveral(Ask):
    """The very words that stand for a number."""

    several: Several


@dataclass(frozen=True)
class AskWords(Ask):
    """Words to the letter, all of them in one piece."""

    words: str


@dataclass(frozen=True)
class AskDate(Ask):
    """Every end of a date, with its doubt."""

    date: PartialDate


@dataclass(frozen=True)
class AskLength(Ask):
    """A length of time."""

    span: Duration
