"""Figures in words: a number with its currency, percent sign or other unit, its sign, and the words that make it a bound.

Only what the text itself says: `$53bn`, `close to 10%`, `between 5 and 10`, `the sixth biggest`. A figure keeps where it
stands, so that a quote which cuts it can be told from one which holds it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from dossier.figures import currencies
from dossier.figures.hedges import hedge_around, is_denied, is_fall
from dossier.figures.numbers import LETTER, Number, number_at, scaled_by
from dossier.figures.ordinals import PLACES, Found, find_factors, find_places, find_shares
from dossier.model.calendar import MONTHS
from dossier.model.quantities import Hedge


class Kind(Enum):
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

    kind: Kind
    value: Fraction
    start: int
    end: int
    units: frozenset[str] = frozenset()
    # Currencies that the sign may stand for, or the unit of time.
    text: str = ""
    # As printed, with its hedge.
    hedge: Hedge | None = None
    hedge_start: int = 0
    high: Fraction | None = None
    # The other end of a range.
    falls: bool = False
    # Whether a verb such as "fell" gives it its sign.
    unclear: bool = False
    # A percentage in parentheses, which may be negative or not.
    denied: bool = False
    # "not 26%"

    def shifted(self, by: int) -> "Figure":
        """The same figure, with its place counted from elsewhere."""
        return replace(self, start=self.start + by, end=self.end + by, hedge_start=self.hedge_start + by)


PERCENT = re.compile(r" ?%|[ -]?(?:per[ -]?cent|pct|pc)\b", re.IGNORECASE)
POINTS = re.compile(r"[ -](?:percentage[ -])?points?\b| ?(?:pp|ppts?|pps)\b", re.IGNORECASE)
BASIS_POINTS = re.compile(r"[ -](?:basis[ -]points?|bps?)\b| ?bps\b| ?‰", re.IGNORECASE)
TIMES = {
    "year": "years",
    "yr": "years",
    "month": "months",
    "week": "weeks",
    "day": "days",
    "quarter": "quarters",
    "decade": "decades",
}
TIME = re.compile(
    rf"[ -](?:(?:full|calendar|consecutive|straight|whole|long)[ -])?(?P<time>{'|'.join(TIMES)})s?\b"
    r"(?![ -](?:ago|old|late|later|early|earlier)\b)",  # a moment or an age, and no length
    re.IGNORECASE,
)
FACTOR = re.compile(r" ?(?:x|×)(?![A-Za-z0-9])|[ -]?(?:times|fold)\b", re.IGNORECASE)
PLACE_BEFORE = re.compile(r"(?:\bnumber[ -]|\bno\.? ?|#|\branked (?:as |at )?|\brank (?:of )?|\bplace )$", re.IGNORECASE)
LABEL_BEFORE = re.compile(
    r"\b(?:sections?|articles?|chapters?|clauses?|paragraphs?|pages?|pp?\.|rooms?|floors?|gates?|figures?|tables?|notes?|items?"
    r"|versions?|ISO|rule|route|flight|lots?) $",
    re.IGNORECASE,
)
"""What has a number for a name: page 91 is one page."""
LABEL_BEHIND = re.compile(rf" (?:{'|'.join(MONTHS)})\b| ?(?:[AaPp][Mm]|[ap]\.m\.)(?!\w)| o'clock\b")
"""What makes a number a day or an hour."""
PLUS_MINUS = "±"
MINUS = re.compile(r"\b(?:minus|negative) $", re.IGNORECASE)
NO_NUMBER = re.compile(rf"(?<=\bone) of\b|-(?:{'|'.join(PLACES)})\b", re.IGNORECASE)  # one of many; twenty-sixth
RANGE = re.compile(r" ?- ?| to | and | or ")
BETWEEN = re.compile(r"\bbetween $", re.IGNORECASE)
FROM = re.compile(r"\bfrom (?:\w+ )?$", re.IGNORECASE)
MAY_START = re.compile(
    r"[0-9½¼¾⅓⅔⅛.零一二两三四五六七八九十百千万亿]|\b(?:half an? |an? |zero|one|t(?:wo|hree|en|welve|hirt|went)"
    r"|f(?:our|ive|ift|ort)|s(?:ix|even)|e(?:ight|leven)|nine)",
    re.IGNORECASE,
)


def find_figures(text: str, language: str = "", span: tuple[int, int] | None = None) -> tuple[Figure, ...]:
    """The figures of a text, in order; with a span, those that begin or end in it.

    `language` is the tag of the text's source, such as de or en-AU.
    """
    reader = _Reader(text, language)
    found: list[Figure] = []
    for figures in (_counted(Kind.SHARE, find_shares(text)), reader.numbers(), _counted(Kind.ORDINAL, find_places(text)),
                    _counted(Kind.FACTOR, find_factors(text), "times")):  # fmt: skip
        found += [figure for figure in figures if not any(_overlap(figure, other.start, other.end) for other in found)]
    first, last = span or (0, len(text))
    return tuple(
        reader.hedged(figure) for figure in sorted(found, key=lambda figure: figure.start) if _overlap(figure, first, last)
    )


def _overlap(figure: Figure, start: int, end: int) -> bool:
    return figure.start < end and start < figure.end


def _counted(kind: Kind, found: Iterable[Found], *units: str) -> Iterator[Figure]:
    """Figures of number words that have no unit."""
    return (Figure(kind, value, start, end, frozenset(units)) for value, start, end in found)


class _Reader:
    """Reads one text from left to right."""

    def __init__(self, text: str, language: str) -> None:
        self.text, self.language = text, language
        self.dollars = currencies.dollars_of(language)

    def numbers(self) -> Iterator[Figure]:
        """Every number with its unit; both ends of a range in one."""
        place = 0
        while match := MAY_START.search(self.text, place):
            number = number_at(self.text, match.start(), self.language)
            first = self._figure(number) if number else None
            if first is None:
                place = match.start() + 1
                continue
            second = self._second(first)
            yield from self._together(first, second) if second else (first,)
            place = (second or first).end

    def _figure(self, number: Number) -> Figure | None:
        """A number with the unit before or after it; None where what follows makes it a part of a name."""
        number, opening = self._unwrapped(number)
        before = currencies.BEFORE.search(self.text, max(0, opening - 8), opening)
        kind, units, end = self._unit(number, before)
        if kind is Kind.PLAIN and self._is_no_number(number):
            return None
        start = before.start() if before else opening
        if kind is Kind.PLAIN and PLACE_BEFORE.search(self.text, max(0, start - 14), start):
            kind = Kind.ORDINAL
        elif kind is Kind.PLAIN and self._is_label(start, end):
            kind = Kind.LABEL
        return self._signed(Figure(kind, Fraction(number.value), start, end, units))

    def _is_label(self, start: int, end: int) -> bool:
        return bool(LABEL_BEFORE.search(self.text, max(0, start - 14), start) or LABEL_BEHIND.match(self.text, end))

    def _is_no_number(self, number: Number) -> bool:
        tail = self.text[number.end : number.end + 1]
        part_of_name = tail.isascii() and tail.isalpha()
        return part_of_name or (number.in_words and bool(NO_NUMBER.match(self.text, number.end)))

    def _unwrapped(self, number: Number) -> tuple[Number, int]:
        """A number in an accountant's parentheses with a scale or unit around them, $(5) million, and where it begins."""
        text, start = self.text, number.start
        if text[start - 1 : start] != "(" or text[number.end : number.end + 1] != ")":
            return number, start
        outer = replace(number, value=-number.value, end=number.end + 1)
        scaled = scaled_by(text, outer, self.language)
        if scaled.end > outer.end or currencies.BEFORE.search(text, 0, start - 1) or PERCENT.match(text, outer.end):
            return scaled, start - 1
        return number, start

    def _unit(self, number: Number, before: "re.Match[str] | None") -> tuple[Kind, frozenset[str], int]:
        """What a number counts, in which unit, and where the unit ends."""
        text, end = self.text, number.end
        after = currencies.AFTER.match(text, end)
        if before:
            units = currencies.currencies_of(before, self.dollars)
            agrees = after and units & currencies.currencies_of(after, self.dollars)
            return Kind.MONEY, units, after.end() if after and agrees else end
        if after:
            return Kind.MONEY, currencies.currencies_of(after, self.dollars), after.end()
        if match := BASIS_POINTS.match(text, end):
            return Kind.FACTOR, frozenset({"basis points"}), match.end()
        if match := PERCENT.match(text, end):
            points = POINTS.match(text, match.end())
            return (Kind.POINTS, frozenset(), points.end()) if points else (Kind.PERCENT, frozenset(), match.end())
        for pattern, kind in ((POINTS, Kind.POINTS), (TIME, Kind.TIME), (FACTOR, Kind.FACTOR)):
            if match := pattern.match(text, end):
                unit = {Kind.TIME: TIMES.get(match.groupdict().get("time", "").lower(), ""), Kind.FACTOR: "times"}
                return kind, frozenset({unit[kind]} if kind in unit else ()), match.end()
        return Kind.PLAIN, frozenset(), end

    def _signed(self, figure: Figure) -> Figure:
        """A figure with the sign before it, or the parentheses that accountants put in its place."""
        text, start, end = self.text, figure.start, figure.end
        before = text[start - 1 : start]
        if before in ("-", "+") and not re.search(r"[\w)%]$", text[: start - 1]):
            return replace(figure, start=start - 1, value=-figure.value if before == "-" else figure.value)
        if PLUS_MINUS in text[max(0, start - 2) : start]:
            return replace(figure, unclear=True)
        if match := MINUS.search(text, max(0, start - 10), start):
            return replace(figure, start=match.start(), value=-figure.value)
        in_parentheses = before == "(" and text[end : end + 1] == ")"
        if not in_parentheses or figure.kind not in (Kind.PLAIN, Kind.PERCENT) or self._was_spelled(figure):
            return figure
        whole = replace(figure, start=start - 1, end=end + 1)
        return replace(whole, unclear=True) if figure.kind is Kind.PERCENT else replace(whole, value=-figure.value)

    def _was_spelled(self, figure: Figure) -> bool:
        """Lawyers write five (5)."""
        word = re.search(rf"[{LETTER}-]+ \($", self.text[: figure.start])
        number = number_at(self.text, word.start()) if word else None
        return number is not None and Fraction(number.value) == figure.value

    def _second(self, first: Figure) -> Figure | None:
        """The figure that a range, a change or a choice leads to."""
        text = self.text
        joint = RANGE.match(text, first.end)
        if not joint or first.unclear or (joint[0] == " and " and not BETWEEN.search(text, 0, first.start)):
            return None
        sign = currencies.SIGN_OR_CODE.match(text, joint.end())
        # A joint without spaces would make the number a part of the word before it.
        apart = f"{text[: joint.end() - 1]} {text[joint.end() :]}"
        number = number_at(apart, sign.end() if sign else joint.end(), self.language)
        second = self._figure(number) if number else None
        if second is None:
            return None
        alike = (second.kind, second.units) == (first.kind, first.units)
        lent = first.kind is Kind.PLAIN and not sign and second.kind is not Kind.ORDINAL
        numbers_both = first.kind in (Kind.MONEY, Kind.LABEL) and second.kind is Kind.PLAIN
        return second if alike or lent or numbers_both else None

    def _together(self, first: Figure, second: Figure) -> tuple[Figure, ...]:
        """A range as one figure; `from 5 to 10` as two that share their unit."""
        unit = second if first.kind is Kind.PLAIN else first
        # In "5 to 10 billion", the scale is that of both.
        has_scale = re.search(rf"\d ?[{LETTER}]", self.text[first.start : first.end])
        low = first.value if has_scale else first.value * self._scale_of(second)
        first = replace(first, kind=unit.kind, units=unit.units, value=low)
        second = replace(second, kind=unit.kind, units=unit.units)
        if FROM.search(self.text, 0, first.start) and " to " in self.text[first.end : second.start + 1]:
            return first, second
        return (replace(first, high=second.value, end=second.end),)

    def _scale_of(self, figure: Figure) -> Fraction:
        digits = re.search(r"\d[\d.,]*", self.text[figure.start : figure.end])
        bare = number_at(digits[0], 0, self.language) if digits else None
        return figure.value / Fraction(bare.value) if bare and bare.value else Fraction(1)

    def hedged(self, figure: Figure) -> Figure:
        """A figure with the words around it that make it a bound, give it a sign, or deny it."""
        text = self.text
        hedge, start, end = hedge_around(text, figure.start, figure.end, is_time=figure.kind is Kind.TIME)
        falls, denied = is_fall(text, start), is_denied(text, start)
        return replace(figure, hedge=hedge, hedge_start=start, text=text[start:end], falls=falls, denied=denied)
