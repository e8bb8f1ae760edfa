"""How many of how many, as a source puts it: 1 in 5, about 2 in 3."""

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from dossier.model.data import Data
from dossier.model.forms import Form
from dossier.model.quantities import Hedge
from dossier.model.schema import Schema, matching
from dossier.model.values.asking import Ask, AskShare
from dossier.model.values.base import Field, Lookups, Misread, ValueType
from dossier.model.values.loose_shares import parts_meant, ratios_meant
from dossier.model.values.meant import Candidate
from dossier.model.values.pieces import OneIn, Piece

RATIO_HELP = "Write it like `1 in 5` or `about 2 in 3`."
SO_MANY = re.compile(
    rf"(?:(?P<hedge>{'|'.join(Hedge)}) )?(?P<part>[1-9][0-9]{{0,8}}) in"
    r" (?P<whole>[1-9][0-9]{0,8})"
)
A_RATIO = matching(SO_MANY.pattern, RATIO_HELP)


@dataclass(frozen=True)
class Ratio(Form):
    """So many of so many. It is never made a percentage: that would be another's figure."""

    part: int
    whole: int
    hedge: Hedge | None = None

    @property
    def share(self) -> Fraction:
        """How much of the whole."""
        return Fraction(self.part, self.whole)

    def __str__(self) -> str:
        """The text that it is read from."""
        return f"{f'{self.hedge} ' if self.hedge else ''}{self.part} in {self.whole}"


class RatioType(ValueType[Ratio]):
    """So many of so many."""

    id = "ratio"
    forms = (Ratio,)
    about = "how many of how many"
    is_figure = True
    is_provable = True

    def read(self, text: str, field: Field, lookups: Lookups) -> Ratio:
        """Two whole numbers, of which the first is the smaller."""
        match = SO_MANY.fullmatch(text)
        if not match:
            raise Misread("V002", "is no ratio.", RATIO_HELP)
        hedge = Hedge(match["hedge"]) if match["hedge"] else None
        ratio = Ratio(int(match["part"]), int(match["whole"]), hedge)
        if ratio.share > 1:
            raise Misread("V002", "is more than all.", RATIO_HELP)
        return ratio

    def meant(self, text: str, field: Field) -> Iterable[Candidate]:
        """The same with our words."""
        return (*ratios_meant(text), *parts_meant(text))

    def schema(self, field: Field) -> Schema:
        """Two numbers and `in`."""
        return A_RATIO

    def meaning(self, value: Ratio) -> Hashable:
        """How much of the whole: 2 in 10 are 1 in 5."""
        return value.share, value.hedge

    def said(self, value: Ratio, field: Field) -> Piece:
        """Both numbers."""
        return OneIn(value.part, value.whole, value.hedge)

    def asks(self, value: Ratio, field: Field) -> Ask:
        """The same share, with the same bound."""
        return AskShare(value.share, value.hedge)

    def data(self, value: Ratio) -> dict[str, Data]:
        """Both numbers, and what is to be said before them."""
        hedge: dict[str, Data] = {"hedge": value.hedge.value} if value.hedge else {}
        told: dict[str, Data] = {
            "type": "ratio",
            "text": str(value),
            "part": value.part,
            "whole": value.whole,
        }
        return told | hedge


RATIO = RatioType()
