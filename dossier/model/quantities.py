"""Quantities as sources give them: an exact decimal, a scale, a unit and a hedge. Never a float, never converted."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from dossier.model.forms import Form


class Hedge(StrEnum):
    """A word that turns a figure into a bound; the ordinary words of reporting, one for each meaning."""

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

# The digits are bounded so that every figure fits the 28 of Python's decimal context and stays exact.
AMOUNT = (
    rf"(?:(?P<hedge>{'|'.join(Hedge)}) )?(?P<number>-?(?:0|[1-9][0-9]{{0,17}})(?:\.[0-9]{{1,9}})?)"
    rf"(?: (?P<scale>{'|'.join(filter(None, SCALES))}))?"
)
"""A pattern for all of a quantity but its unit."""
QUANTITY = re.compile(rf"{AMOUNT}(?P<unit>%| [^\s%]\S*(?: \S+)*)?")


@dataclass(frozen=True)
class Quantity(Form):
    """A number with all that the source said around it."""

    number: Decimal
    # As printed: `2.75` of 2.75 billion, with its trailing zeros.
    scale: str = ""
    unit: str = ""
    # An ISO 4217 code, `%`, or a plural noun such as `data centres`; empty for a bare number.
    hedge: Hedge | None = None

    @classmethod
    def parse(cls, text: str) -> "Quantity":
        """Read `[hedge] number [scale] [unit]`, such as `over 1 trillion parameters`. Raises ValueError otherwise."""
        match = QUANTITY.fullmatch(text)
        if not match:
            raise ValueError(text)
        hedge = Hedge(match["hedge"]) if match["hedge"] else None
        return cls(Decimal(match["number"]), match["scale"] or "", (match["unit"] or "").strip(), hedge)

    @cached_property
    def exact(self) -> Decimal:
        """The whole number: 380 billion is 380000000000."""
        return self.number.scaleb(SCALES[self.scale])

    def __str__(self) -> str:
        """The text that `parse` reads back."""
        words = [self.hedge or "", str(self.number), self.scale, "" if self.unit == "%" else self.unit]
        return " ".join(filter(None, words)) + ("%" if self.unit == "%" else "")
