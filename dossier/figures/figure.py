"""One figure as the words give it: what it counts, its value, its unit and its bound."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Any

from dossier.model.quantities import Hedge


class FigureKind(Enum):
    """What a number counts."""

    PLAIN = "a number"
    MONEY = "an amount"
    PERCENT = "a percentage"
    POINTS = "percentage points"
    ORDINAL = "a place in an order"
    SHARE = "a share"
    TIME = "a length of time"
    FACTOR = "a factor"
    LABEL = "a number that names something"


@dataclass(frozen=True)
class Figure:
    """One figure as the words give it."""

    kind: FigureKind
    value: Fraction
    start: int
    end: int
    units: frozenset[str] = frozenset()
    # The currency, or the unit of time.
    maybe: frozenset[str] = frozenset()
    # Currencies that the sign may stand for as well, where the country of the source does
    # not tell.
    text: str = ""
    # As printed, with its hedge.
    hedge: Hedge | None = None
    hedge_start: int = 0
    high: Fraction | None = None
    # The other end of a range.
    falls: bool = False
    # Whether a word such as "fell" or "loss" gives it its sign.
    unclear: bool = False
    # A percentage in parentheses, which may be negative or not.
    denied: bool = False
    # "not 26%"
    unread: str = ""
    # What stands beside it, looks like more of it, and is not known.
    lent: tuple[int, int] | None = None
    # Where the figure stands that lends it its currency: 59 million euros, from 501 million.

    def changed(self, **fields: Any) -> "Figure":
        """The same figure with other fields; some are changed six times until they are
        read, and `replace` sets all sixteen each time.
        """
        figure = object.__new__(Figure)
        figure.__dict__.update(self.__dict__, **fields)
        return figure

    def shifted(self, by: int) -> "Figure":
        """The same figure, with its place counted from elsewhere."""
        return self.changed(
            start=self.start + by,
            end=self.end + by,
            hedge_start=self.hedge_start + by,
            lent=self.lent and (self.lent[0] + by, self.lent[1] + by),
        )
