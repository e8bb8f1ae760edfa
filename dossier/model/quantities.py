"""Quantities as sources give them: an exact decimal, a scale, a unit and a hedge; or two,
the ends of a range.

Never a float, never converted, and of a range never the middle.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from dossier.model.forms import Form
from dossier.model.units import base_of


class Hedge(StrEnum):
    """A word that turns a figure into a bound; the ordinary words of reporting, one for
    each meaning.
    """

    OVER = "over"
    AT_LEAST = "at least"
    ABOUT = "about"
    NEARLY = "nearly"
    UP_TO = "up to"
    UNDER = "under"


SCALES = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
"""Short-scale words and the power of ten each stands for."""

SYNONYMS = {
    "more than": Hedge.OVER, "above": Hedge.OVER, ">": Hedge.OVER, "at minimum": Hedge.AT_LEAST,
    "around": Hedge.ABOUT, "roughly": Hedge.ABOUT, "approximately": Hedge.ABOUT, "circa": Hedge.ABOUT, "~": Hedge.ABOUT,
    "almost": Hedge.NEARLY, "close to": Hedge.NEARLY, "just under": Hedge.NEARLY,
    "at most": Hedge.UP_TO, "as much as": Hedge.UP_TO, "less than": Hedge.UNDER, "below": Hedge.UNDER, "<": Hedge.UNDER,
}  # fmt: skip
"""What people write instead, so that a finding can name the one word we use."""

# The digits are bounded so that every figure fits the 28 of Python's decimal context and
# stays exact.
NUMBER = r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,9})?"
SCALE = "|".join(filter(None, SCALES))
AMOUNT = rf"(?:(?P<hedge>{'|'.join(Hedge)}) )?(?P<number>{NUMBER})(?: (?P<scale>{SCALE}))?"
"""A pattern for all of a quantity but its unit."""
RANGE = rf"(?:{Hedge.ABOUT} )?{NUMBER}(?: (?:{SCALE}))? to {NUMBER}(?: (?:{SCALE}))?"
"""A pattern for all of a range but its unit."""
FIGURE = f"(?:{AMOUNT}|{RANGE})"
QUANTITY = re.compile(rf"{AMOUNT}(?P<unit>[%x]| [^\s%]\S*(?: \S+)*)?")


TO, PER = " to ", " per "
"""Stand between the ends of a range, and before what an amount is for one of."""
TIGHT = ("%", "x")
"""Units without a space before them."""


@dataclass(frozen=True, slots=True)
class Quantity(Form):
    """A number with all that the source said around it."""

    number: Decimal
    # As printed: `2.75` of 2.75 billion, with its trailing zeros.
    scale: str = ""
    unit: str = ""
    # An ISO 4217 code, `%`, a sign such as MW, or a plural noun such as `data centres`;
    # empty for a bare number.
    hedge: Hedge | None = None
    per: str = ""
    # What it is for one of, such as share; empty where it is for all.

    @classmethod
    def parse(cls, text: str) -> "Quantity":
        """Read `[hedge] number [scale] [unit]`, such as `over 1 trillion parameters`.
        Raises ValueError otherwise.
        """
        match = QUANTITY.fullmatch(text)
        if not match:
            raise ValueError(text)
        hedge = Hedge(match["hedge"]) if match["hedge"] else None
        unit, _, per = (match["unit"] or "").partition(PER)
        return cls(Decimal(match["number"]), match["scale"] or "", unit.strip(), hedge, per)

    @property
    def ends(self) -> tuple["Quantity", ...]:
        """The numbers that it gives: one."""
        return (self,)

    @property
    def exact(self) -> Decimal:
        """The whole number: 380 billion is 380000000000."""
        return self.number.scaleb(SCALES[self.scale])

    @property
    def counted(self) -> tuple[str, str]:
        """What it is a number of: its unit, and what it is for one of."""
        return self.unit, self.per

    @property
    def meaning(self) -> tuple[Decimal, tuple[str, str]]:
        """The whole number, in the unit of which its own is a power of ten: 2.4 GW and 2400
        MW are one.
        """
        base, power = base_of(self.unit)
        return self.exact.scaleb(power), (base, self.per)

    def __str__(self) -> str:
        """The text that `parse` reads back."""
        return self.written_of(self.unit, self.per)

    def written_of(self, unit: str, per: str) -> str:
        """The same as of a number of another unit, for one of something else."""
        loose, tight = ("", unit) if unit in TIGHT else (unit, "")
        words = filter(None, (self.hedge, str(self.number), self.scale, loose))
        return f"{' '.join(words)}{tight}{PER if per else ''}{per}"


@dataclass(frozen=True)
class Range(Form):
    """Two quantities of one unit between which the source says that something lies."""

    low: Quantity
    high: Quantity
    hedge: Hedge | None = None
    # Of the range as a whole: about, or nothing.

    @classmethod
    def parse(cls, text: str) -> "Range":
        """Read `A to B`, such as `60 to 65 billion USD`. Raises ValueError with what is
        wrong, where that can be told.
        """
        first, *more = ends_of(text)
        if len(more) != 1:
            raise ValueError("has not two ends")
        low, high = Quantity.parse(first), Quantity.parse(more[0])
        if high.hedge or low.hedge not in (None, Hedge.ABOUT):
            raise ValueError("has a bound at one end, and its ends are its bounds")
        if low.unit or low.per:
            same = low.unit == high.unit
            raise ValueError(
                "names its unit twice"
                if same
                else f"has two units, {low.unit} and {high.unit or 'none'}"
            )
        scale = low.scale or high.scale
        found = cls(Quantity(low.number, scale, high.unit, per=high.per), high, low.hedge)
        if found.low.exact >= found.high.exact:
            raise ValueError("does not lead from the smaller number to the greater one")
        return found

    @property
    def ends(self) -> tuple[Quantity, ...]:
        """The numbers that it gives: two."""
        return self.low, self.high

    @property
    def unit(self) -> str:
        """The unit of both ends."""
        return self.high.unit

    @property
    def per(self) -> str:
        """What both ends are for one of."""
        return self.high.per

    @property
    def counted(self) -> tuple[str, str]:
        """What both ends are numbers of."""
        return self.high.counted

    def __str__(self) -> str:
        """The text that `parse` reads back."""
        scale = "" if self.low.scale == self.high.scale else self.low.scale
        first = filter(None, (self.hedge or "", str(self.low.number), scale))
        return f"{' '.join(first)}{TO}{self.high}"


def ends_of(text: str) -> list[str]:
    """The texts of the ends of a range; one where it is none. `up to 5` is a hedge."""
    return re.split(rf"(?<!\bup){TO}", text)


Numeric: TypeAlias = Quantity | Range
"""What a figure can be."""
