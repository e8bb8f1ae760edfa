"""Series: the course of a figure over periods of one length, with what changed from each to
the next.

A change is our own arithmetic, and no source's word: it is told only between two exact
figures of periods that follow each other, and never across a gap.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dossier.model.claims import Claim


@dataclass(frozen=True)
class Growth:
    """By how much one figure is more than another."""

    amount: Decimal
    in_points: bool = False
    # Of two percentages; of all else it is per cent of the first.


@dataclass(frozen=True)
class Point:
    """The answer for one period."""

    claim: Claim
    growth: Growth | None = None
    # From the point before; None where that cannot be said.
    is_after_gap: bool = False
    # Whether nothing is known between the point before and this one.
    was: tuple[Claim, ...] = ()
    # Earlier words of the same speaker about the same period,
    became: tuple[Claim, ...] = ()
    # and later ones.
    is_disputed: bool = False


@dataclass(frozen=True)
class Course:
    """Points in the order of their periods, which are all of one length."""

    qualifiers: Mapping[str, str]
    points: tuple[Point, ...]
