"""Numbers that a source gives in words without a figure: several, dozens, tens of
thousands.

They stay these words, and count as the bounds that the words have. No figure is made of
them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from dossier.model.forms import Form


class CountRange(NamedTuple):
    """From how many on, and below how many."""

    least: int
    below: int | None = None


SEVERAL: Mapping[str, CountRange] = {
    "a few": CountRange(2),
    "several": CountRange(3),
    "dozens": CountRange(24),
    "hundreds": CountRange(200),
    "thousands": CountRange(2_000),
    "tens of thousands": CountRange(20_000, 100_000),
    "hundreds of thousands": CountRange(200_000, 1_000_000),
    "millions": CountRange(2_000_000),
    "tens of millions": CountRange(20_000_000, 100_000_000),
    "hundreds of millions": CountRange(200_000_000, 1_000_000_000),
    "billions": CountRange(2_000_000_000),
}
"""The words and what they mean at least: "thousands" may be tens of them, and "tens of
thousands" are not a million.
"""


@dataclass(frozen=True)
class Several(Form):
    """A number in such words."""

    words: str
    unit: str = ""

    @property
    def bounds(self) -> CountRange:
        """From how many on, and below how many."""
        return SEVERAL[self.words]

    def holds(self, number: Decimal) -> bool:
        """Whether a number is one that the words can mean."""
        least, below = self.bounds
        return number >= least and (below is None or number < below)

    def of(self, unit: str) -> "Several":
        """The same words for things of a unit."""
        return replace(self, unit=unit)

    def __str__(self) -> str:
        """The text that it is read from."""
        return self.words
