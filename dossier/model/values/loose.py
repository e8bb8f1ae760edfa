"""Quantities as people write them, such as `24,000`, `$12.9bn` or `5 per cent`, and what
each may mean in our notation.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from dossier.model.currencies import CURRENCIES, HAN_WORDS, NATIONS, WORDS
from dossier.model.late import late_pattern
from dossier.model.quantities import SCALES, SYNONYMS, TIGHT, Hedge
from dossier.model.values.meant import Candidate, in_digits, plain

HEDGES = {
    **SYNONYMS, **{str(hedge): hedge for hedge in Hedge}, "approx.": Hedge.ABOUT, "approx": Hedge.ABOUT, "ca.": Hedge.ABOUT,
    "ca": Hedge.ABOUT, "c.": Hedge.ABOUT, "≈": Hedge.ABOUT, "≥": Hedge.AT_LEAST, ">=": Hedge.AT_LEAST, "≤": Hedge.UP_TO,
    "<=": Hedge.UP_TO, "max.": Hedge.UP_TO, "min.": Hedge.AT_LEAST,
    # As they are copied from a source in one of the languages of our pages, or in Japanese.
    "rund": Hedge.ABOUT, "etwa": Hedge.ABOUT, "circa": Hedge.ABOUT, "ungefähr": Hedge.ABOUT, "约": Hedge.ABOUT,
    "約": Hedge.ABOUT, "大约": Hedge.ABOUT, "knapp": Hedge.NEARLY, "nahezu": Hedge.NEARLY,
    "近": Hedge.NEARLY, "über": Hedge.OVER, "mehr als": Hedge.OVER, "超过": Hedge.OVER, "超": Hedge.OVER,
    "mindestens": Hedge.AT_LEAST, "至少": Hedge.AT_LEAST, "bis zu": Hedge.UP_TO, "höchstens": Hedge.UP_TO,
    "至多": Hedge.UP_TO, "weniger als": Hedge.UNDER, "unter": Hedge.UNDER, "不到": Hedge.UNDER,
}  # fmt: skip
POWERS = {
    **{scale: power for scale, power in SCALES.items() if scale}, "hundred": 2, "thousands": 3, "k": 3, "tsd": 3,
    "millions": 6, "mn": 6, "mln": 6, "mio": 6, "mm": 6, "m": 6, "百万": 6, "billions": 9, "bn": 9, "bln": 9,
    "b": 9, "mrd": 9, "milliard": 9, "milliards": 9, "十亿": 9, "trillions": 12, "trn": 12, "tn": 12, "tln": 12, "lakh": 5,
    "lakhs": 5, "crore": 7, "crores": 7, "万": 4, "萬": 4, "亿": 8, "億": 8,
}  # fmt: skip
"""What people write for a scale."""

MIL = {6: "mil stands for a million", 3: "mil stands for a thousand"}

MONEY_WORDS = {
    **WORDS,
    **HAN_WORDS,
    "cnh": "CNY",
    **{code.lower(): code for code in CURRENCIES},
}


def any_word(words: Iterable[str]) -> str:
    """A pattern for each of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


NATION = rf"(?:{any_word(NATIONS)})"
MONEY = (
    rf"(?:(?:{NATION} ?)?[$€£¥₩₹₽₺]|[A-Z]{{3}} ?\$|(?:{NATION}["
    rf" -])?(?:dollars?|{any_word(MONEY_WORDS)}|kr))"
)
LOOSE = late_pattern(
    rf"(?:(?P<hedge>{any_word(HEDGES)})(?:(?<![a-z]) ?| |(?=\d)))?"
    rf"(?P<minus>-?) ?(?:(?P<before>{MONEY})(?![a-z])\.?)? ?(?P<sign>[-+]?)"
    r"(?P<digits>\d{1,3}(?:[ '’_]\d{3})+(?:[.,]\d+)?|\d[\d.,]*\d|\.?\d+)"
    rf"(?: ?(?P<scale>{any_word([*POWERS, 'mil'])})\.?(?![a-z]))?(?P<more>\+?)"
    rf" ?(?P<unit>\S.*?)?(?: (?P<late>{any_word(POWERS)}))?",
    re.IGNORECASE,
)
GROUPED = late_pattern(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}")


@dataclass(frozen=True)
class Loose:
    """The parts of a quantity that somebody wrote in a way of their own."""

    hedge: str
    minus: bool
    digits: str
    scale: str
    money: str
    unit: str

    @classmethod
    def of(cls, text: str) -> "Loose | None":
        """The parts of a text; None where it is none."""
        match = LOOSE.fullmatch(in_digits(plain(text)))
        if not match:
            return None
        hedge = (
            HEDGES[match["hedge"].lower()]
            if match["hedge"]
            else Hedge.AT_LEAST
            if match["more"]
            else ""
        )
        if match["scale"] and match["late"]:
            return None
        scale = match["scale"] or match["late"] or ""
        minus = "-" in (match["minus"], match["sign"])
        return cls(
            hedge,
            minus,
            match["digits"],
            scale.lower(),
            match["before"] or "",
            match["unit"] or "",
        )

    def written(self, units: tuple[Candidate, ...]) -> Iterator[Candidate]:
        """Every number that may be meant, with each unit that may be."""
        for number, unit in product(self._numbers(), units):
            space = "" if unit.text in ("", *TIGHT) else " "
            text = (
                f"{f'{self.hedge} ' if self.hedge else ''}{number.text}{space}{unit.text}"
            )
            yield Candidate(text, " and ".join(filter(None, (number.when, unit.when))))

    def _numbers(self) -> Iterator[Candidate]:
        powers = MIL if self.scale == "mil" else {POWERS.get(self.scale, 0): ""}
        for number, (power, when) in product(
            _readings(self.digits, bool(self.scale)), powers.items()
        ):
            words = f"{'-' if self.minus else ''}{_scaled(Decimal(number.text), power)}"
            yield Candidate(words, " and ".join(filter(None, (number.when, when))))


def _readings(digits: str, has_scale: bool) -> Iterator[Candidate]:
    """The numbers that digits with signs between them may stand for."""
    bare = re.sub("[ '’_]", "", digits)
    is_parted = bare != digits
    signs = [sign for sign in bare if sign in ".,"]
    if not signs:
        yield Candidate(bare.lstrip("0") or "0")
    elif len(signs) == 1:
        yield from _one_sign(
            bare, signs[0], may_group=not is_parted and not (has_scale and signs[0] == ".")
        )
    elif len(set(signs)) == 1 and GROUPED.fullmatch(bare):
        yield Candidate(bare.replace(signs[0], ""))
    elif len(set(signs[:-1])) == 1 and signs[-1] != signs[0]:
        whole, _, part = bare.rpartition(signs[-1])
        if GROUPED.fullmatch(whole):
            yield Candidate(f"{whole.replace(signs[0], '')}.{part}")


def _one_sign(digits: str, sign: str, *, may_group: bool) -> Iterator[Candidate]:
    """A point or a comma: for the decimals, unless three digits stand behind it."""
    name = "point" if sign == "." else "comma"
    whole, _, part = digits.partition(sign)
    groups = (
        may_group
        and len(part) == len("000")
        and whole[:1] not in ("0", "")
        and len(whole) <= len(part)
    )
    sure = (
        sign == "," and part == "000"
    )  # nobody writes decimals that are all zero with a comma
    if groups:
        yield Candidate(whole + part, "" if sure else f"the {name} parts thousands")
    if not (groups and sure):
        number = whole if groups and not part.strip("0") else f"{whole or '0'}.{part}"
        yield Candidate(number, f"the {name} parts the decimals" if groups else "")


def _scaled(number: Decimal, power: int) -> str:
    """A number times a power of ten with a word of ours; the word that was written, where
    we have it.
    """
    words = {power: scale for scale, power in SCALES.items()}
    if power in words:
        return f"{number} {words[power]}".strip()
    exact = number.scaleb(power)
    fit = max((one for one in words if exact >= Decimal(1).scaleb(one)), default=0)
    return f"{exact.scaleb(-fit).normalize():f} {words[fit]}".strip()
