"""Quantities as people write them, such as `24,000`, `$12.9bn` or `5 per cent`, and what
each may mean in our notation.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from dossier.model.currencies import CURRENCIES, HAN_WORDS, NATIONS, SIGNS, WORDS
from dossier.model.quantities import (
    PER,
    SCALES,
    SYNONYMS,
    TIGHT,
    TO,
    Hedge,
    Quantity,
    Range,
)
from dossier.model.several import SEVERAL
from dossier.model.units import BASIS_POINTS, POINTS, UNITS, Unit
from dossier.model.values.meant import Meant, in_digits, plain
from dossier.model.values.parts import Sign

HEDGES = {
    **SYNONYMS, **{str(hedge): hedge for hedge in Hedge}, "approx.": Hedge.ABOUT, "approx": Hedge.ABOUT, "ca.": Hedge.ABOUT,
    "ca": Hedge.ABOUT, "c.": Hedge.ABOUT, "≈": Hedge.ABOUT, "≥": Hedge.AT_LEAST, ">=": Hedge.AT_LEAST, "≤": Hedge.UP_TO,
    "<=": Hedge.UP_TO, "max.": Hedge.UP_TO, "min.": Hedge.AT_LEAST,
}  # fmt: skip
POWERS = {
    **{scale: power for scale, power in SCALES.items() if scale}, "hundred": 2, "thousands": 3, "k": 3, "tsd": 3,
    "millions": 6, "mn": 6, "mln": 6, "mio": 6, "mm": 6, "m": 6, "百万": 6, "billions": 9, "bn": 9, "bln": 9,
    "b": 9, "mrd": 9, "milliard": 9, "milliards": 9, "十亿": 9, "trillions": 12, "trn": 12, "tn": 12, "tln": 12, "lakh": 5,
    "lakhs": 5, "crore": 7, "crores": 7, "万": 4, "萬": 4, "亿": 8, "億": 8,
}  # fmt: skip
"""What people write for a scale."""

POINT_WORDS = {
    **dict.fromkeys(
        (
            "point",
            "points",
            "percentage point",
            "percentage points",
            "pp",
            "ppt",
            "ppts",
            "pts",
            "% points",
        ),
        POINTS,
    ),
    **dict.fromkeys(("bp", "bps", "basis point", "basis points"), BASIS_POINTS),
}
"""What people write for a difference of two percentages."""

MIL = {6: "mil stands for a million", 3: "mil stands for a thousand"}

MONEY_WORDS = {
    **WORDS,
    **HAN_WORDS,
    "cnh": "CNY",
    **{code.lower(): code for code in CURRENCIES},
}
KRONER = ("SEK", "NOK", "DKK")
CURRENCY_NAMES = {"CNY": "these are yuan", "JPY": "these are yen"}
US = "these are dollars of the United States"
PERCENT = re.compile(r"%|per ?cents?|pct\.?|p\.c\.", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


LOSS = re.compile(
    r"(?:(?:a |net |operating )*(?:loss|deficit|outflow)(?: of)? |(?:minus|negative)"
    r" )([^-].*)"
    r"|([^()\d]*)\((\d[\d.,]*)\)(.*)",
    re.IGNORECASE,
)
"""How people and accountants write what is below zero."""
CENTS = re.compile(
    r"(?P<digits>\d{1,6}(?:\.\d+)?) ?(?P<sign>cents?|¢|pence|penny|p)", re.IGNORECASE
)
"""An amount in hundredths."""
SO_MANY = re.compile(
    r"(?P<hedge>.*?) ?\b(?P<part>\d+) ?(?:in|out of|of|of every|/) ?(?P<whole>\d+)"
)
FOR_ONE = re.compile(r"(?P<amount>.*\S)(?: per | ?/ ?| an? (?=\w))(?P<per>[a-z].*)")
NATION = rf"(?:{_any(NATIONS)})"
MONEY = (
    rf"(?:(?:{NATION} ?)?[$€£¥₩₹₽₺]|[A-Z]{{3}} ?\$|(?:{NATION}["
    rf" -])?(?:dollars?|{_any(MONEY_WORDS)}|kr))"
)
OF_A_NATION = re.compile(
    rf"(?P<nation>{NATION})(?: ?[$¥]|[ -](?:dollars?|{_any(MONEY_WORDS)}))"
)
LOOSE = re.compile(
    rf"(?:(?P<hedge>{_any(HEDGES)})(?:(?<![a-z]) ?| |(?=\d)))?"
    rf"(?P<minus>-?) ?(?:(?P<before>{MONEY})(?![a-z])\.?)? ?(?P<sign>[-+]?)"
    r"(?P<digits>\d{1,3}(?:[ '’_]\d{3})+(?:[.,]\d+)?|\d[\d.,]*\d|\.?\d+)"
    rf"(?: ?(?P<scale>{_any([*POWERS, 'mil'])})\.?(?![a-z]))?(?P<more>\+?)"
    rf" ?(?P<unit>\S.*?)?(?: (?P<late>{_any(POWERS)}))?",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"(?:between |from )?(?P<low>.+?)"
    r"(?:(?<=\d)-(?=\S)|(?<=[^\s-])-(?=[-$€£¥₩₹\d])| - | to | through |(?<!^) and )"
    r"(?P<high>(?!0\d).+)",
    re.IGNORECASE,
)
"""Two numbers with what people write between the ends of a range."""
GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}")
NUMERAL = re.compile(r"0|[1-9]\d{0,17}")


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

    def written(self, units: tuple[Meant, ...]) -> Iterator[Meant]:
        """Every number that may be meant, with each unit that may be."""
        for number, unit in product(self._numbers(), units):
            space = "" if unit.text in ("", *TIGHT) else " "
            text = (
                f"{f'{self.hedge} ' if self.hedge else ''}{number.text}{space}{unit.text}"
            )
            yield Meant(text, " and ".join(filter(None, (number.when, unit.when))))

    def _numbers(self) -> Iterator[Meant]:
        powers = MIL if self.scale == "mil" else {POWERS.get(self.scale, 0): ""}
        for number, (power, when) in product(
            _readings(self.digits, bool(self.scale)), powers.items()
        ):
            words = f"{'-' if self.minus else ''}{_scaled(Decimal(number.text), power)}"
            yield Meant(words, " and ".join(filter(None, (number.when, when))))


def _readings(digits: str, has_scale: bool) -> Iterator[Meant]:
    """The numbers that digits with signs between them may stand for."""
    bare = re.sub("[ '’_]", "", digits)
    is_parted = bare != digits
    signs = [sign for sign in bare if sign in ".,"]
    if not signs:
        yield Meant(bare.lstrip("0") or "0")
    elif len(signs) == 1:
        yield from _one_sign(
            bare, signs[0], may_group=not is_parted and not (has_scale and signs[0] == ".")
        )
    elif len(set(signs)) == 1 and GROUPED.fullmatch(bare):
        yield Meant(bare.replace(signs[0], ""))
    elif len(set(signs[:-1])) == 1 and signs[-1] != signs[0]:
        whole, _, part = bare.rpartition(signs[-1])
        if GROUPED.fullmatch(whole):
            yield Meant(f"{whole.replace(signs[0], '')}.{part}")


def _one_sign(digits: str, sign: str, *, may_group: bool) -> Iterator[Meant]:
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
        yield Meant(whole + part, "" if sure else f"the {name} parts thousands")
    if not (groups and sure):
        number = whole if groups and not part.strip("0") else f"{whole or '0'}.{part}"
        yield Meant(number, f"the {name} parts the decimals" if groups else "")


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


def amounts_meant(text: str, sign: Sign = Sign.NONE) -> Iterator[Meant]:
    """Amounts of money that a text may mean, in all or for one of something; of a result, a
    loss is one below zero.
    """
    if sign is Sign.RESULT and (loss := LOSS.fullmatch(plain(text))):
        yield from (
            Meant(_negated(one.text), one.when)
            for one in amounts_meant("".join(filter(None, loss.groups())))
        )
    elif each := FOR_ONE.fullmatch(text):
        yield from (
            Meant(f"{one.text}{PER}{each['per']}", one.when)
            for one in _amounts(each["amount"])
        )
    else:
        yield from _amounts(text)


def _negated(text: str) -> str:
    amount = Quantity.parse(text)
    return str(replace(amount, number=-abs(amount.number)))


def _amounts(text: str) -> Iterator[Meant]:
    if cents := CENTS.fullmatch(plain(text)):
        yield from _cents(cents)
    elif loose := Loose.of(text):
        before, behind = (
            tuple(_currencies(words)) for words in (loose.money, loose.unit.rstrip("."))
        )
        if not (loose.money and loose.unit):
            yield from loose.written(before or behind)
        elif {code.text for code in before} == {code.text for code in behind}:
            yield from loose.written(before)


def _cents(match: "re.Match[str]") -> Iterator[Meant]:
    """Hundredths of a currency, as one amount of it."""
    amount = Decimal(match["digits"]).scaleb(-2)
    codes = {
        "USD": "these are cents of the United States",
        "EUR": "these are cents of a euro",
    }
    if match["sign"].lower() in ("pence", "penny", "p"):
        codes = {"GBP": ""}
    yield from (Meant(f"{amount} {code}", when) for code, when in codes.items())


def _currencies(words: str) -> Iterator[Meant]:
    """The codes that a sign or word for a currency may stand for."""
    low = words.lower()
    code = words[:3].upper()
    if nation := OF_A_NATION.fullmatch(low):
        yield Meant(NATIONS[nation["nation"]])
    elif low.endswith("$") and code in CURRENCIES:
        yield Meant(code)
    elif low in ("$", "dollar", "dollars"):
        yield Meant("USD", US)
    elif low == "kr":
        yield from (Meant(code, f"these are {code}") for code in KRONER)
    elif low in SIGNS:
        yield from (
            Meant(code, CURRENCY_NAMES[code] if len(SIGNS[low]) > 1 else "")
            for code in sorted(SIGNS[low])
        )
    elif low in MONEY_WORDS:
        yield Meant(MONEY_WORDS[low])


def shares_meant(text: str) -> Iterator[Meant]:
    """Percentages that a text may mean; one without any sign for them may mean hundredths
    or the whole.
    """
    loose = Loose.of(text)
    if not loose or loose.money or loose.scale:
        return
    if PERCENT.fullmatch(loose.unit) or (
        not loose.unit and not loose.digits.startswith(("0", "."))
    ):
        yield from loose.written((Meant("%"),))


def counts_meant(text: str, unit: str) -> Iterator[Meant]:
    """Numbers of the things of a unit that a text may mean; other words may be another
    scale.
    """
    loose = Loose.of(text)
    if loose and not loose.money and loose.unit.lower() in ("", unit.lower()):
        yield from loose.written((Meant(""),))


def points_meant(text: str) -> Iterator[Meant]:
    """Differences of percentages that a text may mean; a sign for per cent is not taken for
    one.
    """
    loose = Loose.of(text)
    unit = loose.unit.lower().rstrip(".").replace("-", " ") if loose else ""
    if loose and not loose.money and unit in POINT_WORDS:
        yield from loose.written((Meant(POINT_WORDS[unit]),))


def factors_meant(text: str) -> Iterator[Meant]:
    """Factors that a text may mean."""
    loose = Loose.of(text)
    if (
        loose
        and not loose.money
        and loose.unit.lower() in ("x", "×", "times", "-fold", "fold")
    ):
        yield from loose.written((Meant("x"),))


def ratios_meant(text: str) -> Iterator[Meant]:
    """So many of so many that a text may mean; two numbers with a colon may be one to the
    other, or one of the other.
    """
    match = re.fullmatch(
        r"(?P<hedge>.*?) ?\b(?P<part>\d+) ?(?:in|out of|of|of every|/) ?(?P<whole>\d+)",
        in_digits(plain(text)),
    )
    hedge = match["hedge"].lower() if match else ""
    if match and (not hedge or hedge in HEDGES):
        yield Meant(
            f"{f'{HEDGES[hedge]} ' if hedge else ''}{int(match['part'])} in"
            f" {int(match['whole'])}"
        )


PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "tenth": 10,
}
PART = re.compile(
    rf"(?:an? )?(?P<many>\d{{1,2}})?[ -]?(?P<part>{'|'.join(PARTS)})s?(?: of)?",
    re.IGNORECASE,
)


def parts_meant(text: str) -> Iterator[Meant]:
    """So many of so many by the name of the part: a fifth, two thirds."""
    match = PART.fullmatch(in_digits(plain(text)))
    if match and int(match["many"] or 1) < PARTS[match["part"].lower()]:
        yield Meant(f"{int(match['many'] or 1)} in {PARTS[match['part'].lower()]}")


def measures_meant(text: str, unit: str) -> Iterator[Meant]:
    """Measures that a text may mean: by the sign or the words of a unit, or in that of the
    property where it has none.
    """
    loose = Loose.of(re.sub(r"(?<=\d)(?=[A-Za-zµ])", " ", text))
    if not loose or loose.money:
        return
    scale = loose.scale if loose.scale in UNITS else ""  # 5 m may be metres
    said = scale or loose.unit
    signs = (
        [unit]
        if not said
        else [sign for sign, one in UNITS.items() if _is_called(said, sign, one)]
    )
    bare = replace(loose, scale="") if scale else loose
    yield from bare.written(tuple(map(Meant, signs)))


def _is_called(said: str, sign: str, unit: Unit) -> bool:
    return said == sign or any(
        re.fullmatch(words, said, re.IGNORECASE) for words in (re.escape(sign), *unit.words)
    )


def several_meant(text: str, unit: str) -> Iterator[Meant]:
    """Words for a number that a text may begin with: the noun that they count is the
    property's.
    """
    said = LEAD.sub("", plain(text).lower())
    found = max(
        (words for words in SEVERAL if re.match(rf"{words}\b", said)), key=len, default=""
    )
    if found and said[len(found) :].removeprefix(" of").strip() in ("", unit.lower()):
        yield Meant(found)
    if han := HAN_SEVERAL.fullmatch(said):
        yield Meant(HAN_WHOLE[han["whole"]] if han["whole"] else HAN_PARTS[han["part"]])


LEAD = re.compile(
    rf"(?:{'|'.join(re.escape(word) for word in sorted(HEDGES, key=len, reverse=True))})"
    r" (?=[a-z])"
)
"""A hedge before words that are bounds themselves."""
HAN_PARTS = {
    "十": "dozens", "百": "hundreds", "千": "thousands", "万": "tens of thousands", "萬": "tens of thousands",
    "十万": "hundreds of thousands", "十萬": "hundreds of thousands", "百万": "millions", "百萬": "millions",
    "千万": "tens of millions", "千萬": "tens of millions", "亿": "hundreds of millions", "億": "hundreds of millions",
    "十亿": "billions", "十億": "billions",
}  # fmt: skip
"""Behind 数 or 几, which say several: the words of ours that have the same bounds."""
HAN_WHOLE = {
    "几": "a few", "幾": "a few", "数": "several", "數": "several", "若干": "several", "多": "several",
    "上百": "over 100", "上千": "over 1000", "上万": "over 10000", "上萬": "over 10000",
}  # fmt: skip
HAN_SEVERAL = re.compile(
    rf"(?:(?P<whole>{'|'.join(sorted(HAN_WHOLE, key=len, reverse=True))})"
    rf"|[数數几幾](?P<part>{'|'.join(sorted(HAN_PARTS, key=len, reverse=True))}))[多余餘]?(?![十百千万萬亿億])[^\W\d]{{0,6}}"
)
"""A number that is told in Chinese without a figure, with the noun that it counts."""


def places_meant(text: str) -> Iterator[Meant]:
    """Places in an order that a text may mean: #6, No. 6, 6th."""
    match = re.fullmatch(
        r"(?:#|nos?\.? ?|rank |place )?(\d{1,6})(?:st|nd|rd|th)?",
        plain(text),
        re.IGNORECASE,
    )
    if match and NUMERAL.fullmatch(match[1]):
        yield Meant(match[1])


def ranges_meant(text: str, single: Callable[[str], Iterable[Meant]]) -> Iterator[Meant]:
    """Ranges that a text may mean, whose ends are read as single figures; what one end
    leaves out is the other's.
    """
    ends = ENDS.fullmatch(plain(text))
    if not ends or (" and " in text and not text.lower().startswith("between")):
        return
    low, high = ends["low"], ends["high"]
    lent_low = low if _tail(low) else low + _tail(high)
    lent_high = high if _head(high) else _head(low) + high
    for first, second in product(single(lent_low), single(lent_high)):
        with suppress(ValueError):
            one, other = Quantity.parse(first.text), Quantity.parse(second.text)
            if one.exact > other.exact and (low == lent_low or not one.scale):
                one, other = other, one
            if one.counted == other.counted and (one.scale or not other.scale):
                whole = Range.parse(str(replace(one, unit="", per="")) + TO + str(other))
                yield Meant(
                    str(whole),
                    " and ".join(filter(None, dict.fromkeys((first.when, second.when)))),
                )


def _head(text: str) -> str:
    """What stands before the digits of a text, such as a sign for a currency."""
    return re.split(r"[\d.-]", text, maxsplit=1)[0]


def _tail(text: str) -> str:
    """What stands behind the digits of a text: scale and unit."""
    return re.split(r"\d", text)[-1]
