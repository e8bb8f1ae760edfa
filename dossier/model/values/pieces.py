"""What a value says, in pieces without a language: the language of a page makes words and
HTML of them.

There are few of them, and a type of value says what it has to say with those there are;
only a piece of a new sort needs words of its own, in `dossier/render/language/values.py`.
"""

from dataclasses import dataclass
from enum import StrEnum

from dossier.model.dates import PartialDate
from dossier.model.durations import Duration
from dossier.model.quantities import Hedge, Quantity


class FigureStyle(StrEnum):
    """How a number is written."""

    PLAIN = "plain"  # with its unit behind it
    MONEY = "money"  # with its currency, as the language has it
    PERCENT = "percent"
    POINTS = "points"  # of percentages, or hundredths of them
    TIMES = "times"  # so many times as much
    MEASURE = "measure"  # with a unit of the world, as the language has it
    PLACE = "place"  # in an order: 1st, 2nd


class Term(StrEnum):
    """A word of the program's own that stands for a value."""

    YES = "yes"
    NO = "no"


class Piece:
    """A part of what a value says."""

    __slots__ = ()


@dataclass(frozen=True)
class TextPiece(Piece):
    """Words of an author, in the language of the content."""

    words: str


@dataclass(frozen=True)
class Word(Piece):
    """A word of the program's own."""

    term: Term


@dataclass(frozen=True)
class FigurePiece(Piece):
    """A number with its hedge, and the unit that follows it."""

    quantity: Quantity
    style: FigureStyle = FigureStyle.PLAIN
    unit: str = ""
    per: str = ""
    # What it is for one of, in the language of the content.


@dataclass(frozen=True)
class Between(Piece):
    """A range: both of its ends, and the hedge of it all."""

    low: FigurePiece
    high: FigurePiece
    hedge: Hedge | None = None
    per: str = ""


@dataclass(frozen=True)
class Many(Piece):
    """A number in words: several, tens of thousands."""

    words: str
    unit: str = ""


@dataclass(frozen=True)
class Spoken(Piece):
    """Somebody's own words, between marks."""

    words: str
    language: str = ""
    # Its tag; empty where it is that of the content.


@dataclass(frozen=True)
class LinkPiece(Piece):
    """An address of the web."""

    address: str


@dataclass(frozen=True)
class OneIn(Piece):
    """So many of so many."""

    part: int
    whole: int
    hedge: Hedge | None = None


@dataclass(frozen=True)
class When(Piece):
    """A date."""

    date: PartialDate


@dataclass(frozen=True)
class Lasting(Piece):
    """A length of time."""

    span: Duration


@dataclass(frozen=True)
class EntityName(Piece):
    """The name of an entity, and the way to its page."""

    id: str


@dataclass(frozen=True)
class PlacePiece(Piece):
    """The name of a place."""

    name: str
    territory: str = ""
    # Its ISO 3166 code, by which languages have a name for it.
