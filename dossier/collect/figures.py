"""Figures in words: a number with its currency, percent sign or other unit, and the words that make it a bound.

Only what the text itself says: `$53bn`, `close to 10%`, `between 5 and 10`, `the sixth biggest`. A figure keeps where it
stands, so that a quote which cuts it can be told from one which holds it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from dossier.collect.numbers import (
    CODES, FRACTION, LETTER, ORDINAL, ORDINALS, Number, fraction_of, number_at, ordinal_of, scaled_by,
)  # fmt: skip
from dossier.model.quantities import SYNONYMS, Hedge


class Kind(Enum):
    """What a number counts."""

    PLAIN = "a number"
    MONEY = "an amount"
    PERCENT = "a percentage"
    POINTS = "percentage points"
    ORDINAL = "a place in an order"
    FRACTION = "a share"
    TIME = "a length of time"
    FACTOR = "a factor"


@dataclass(frozen=True)
class Figure:
    """One figure as the words give it."""

    kind: Kind
    value: Fraction
    start: int
    end: int
    text: str
    # As printed, with its hedge.
    units: frozenset[str] = frozenset()
    # Currencies that the sign may stand for, or the unit of time.
    hedge: Hedge | None = None
    hedge_start: int = 0
    high: Fraction | None = None
    # The other end of a range.
    falls: bool = False
    # Whether a verb such as "fell" gives it its sign.
    unclear: bool = False
    # In parentheses, where a percentage may be negative or not.
    denied: bool = False
    # "not 26%"

    def shifted(self, by: int) -> "Figure":
        """The same figure, with its place counted from elsewhere."""
        return replace(self, start=self.start + by, end=self.end + by, hedge_start=self.hedge_start + by)


NATIONS = {
    "us": "USD", "u.s.": "USD", "american": "USD", "hong kong": "HKD", "hk": "HKD", "australian": "AUD", "a": "AUD", "au": "AUD",
    "canadian": "CAD", "c": "CAD", "ca": "CAD", "singapore": "SGD", "s": "SGD", "new taiwan": "TWD", "nt": "TWD",
    "taiwan": "TWD", "new zealand": "NZD", "nz": "NZD", "swiss": "CHF", "r": "BRL", "mx": "MXN", "cn": "CNY", "jp": "JPY",
    "chinese": "CNY", "indian": "INR",
}  # fmt: skip
MONEY_WORDS = {
    "yuan": "CNY", "rmb": "CNY", "renminbi": "CNY", "cnh": "CNY", "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP",
    "sterling": "GBP", "yen": "JPY", "won": "KRW", "rupee": "INR", "rupees": "INR", "rs": "INR", "rouble": "RUB",
    "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "baht": "THB", "ringgit": "MYR", "dong": "VND", "rand": "ZAR",
    "dirham": "AED", "dirhams": "AED", "franc": "CHF", "francs": "CHF", "zloty": "PLN", "rupiah": "IDR", "lira": "TRY",
    "元": "CNY", "人民币": "CNY", "人民幣": "CNY", "美元": "USD", "美金": "USD", "港元": "HKD", "港币": "HKD", "欧元": "EUR",
    "日元": "JPY", "円": "JPY", "英镑": "GBP", "韩元": "KRW", "新台币": "TWD",
}  # fmt: skip
SIGNS = {"€": {"EUR"}, "£": {"GBP"}, "¥": {"CNY", "JPY"}, "₩": {"KRW"}, "₹": {"INR"}, "₽": {"RUB"}, "₺": {"TRY"}}
DOLLARS = {"AU": "AUD", "CA": "CAD", "HK": "HKD", "SG": "SGD", "NZ": "NZD", "TW": "TWD"}
"""What a plain `$` may mean beside US dollars, by the country of a source's language tag."""

NATION_WORDS = "|".join(re.escape(word) for word in sorted(NATIONS, key=len, reverse=True))
MONEY_BEFORE = re.compile(
    rf"(?:(?<![{LETTER}])(?P<nation>US|U\.S\.|HK|AU|A|CA|C|S|NT|NZ|R|MX|CN|JP)?(?P<sign>[$€£¥₩₹₽₺])|(?<![{LETTER}])(?P<code>{CODES})\.?) ?$"
)
MONEY_AFTER = re.compile(
    rf"[ -]?(?:(?:(?P<nation>{NATION_WORDS})[ -])?"
    rf"(?P<word>dollars?|{'|'.join(sorted((w for w in MONEY_WORDS if w.isascii()), key=len, reverse=True))}|(?-i:{CODES}))(?![{LETTER}])"
    rf"|(?P<han>{'|'.join(sorted((w for w in MONEY_WORDS if not w.isascii()), key=len, reverse=True))})|(?P<sign>[€$£₽₺])(?!\d))",
    re.IGNORECASE,
)
PERCENT_AFTER = re.compile(r" ?%|[ -]?(?:per[ -]?cent|pct|pc)\b", re.IGNORECASE)
POINTS_AFTER = re.compile(r"[ -](?:percentage[ -])?points?\b| ?(?:pp|ppts?|pps)\b", re.IGNORECASE)
OTHER_POINTS = re.compile(r"[ -](?:basis[ -]points?|bps?)\b| ?bps\b| ?‰", re.IGNORECASE)
TIMES = {"year": "years", "yr": "years", "month": "months", "week": "weeks", "day": "days", "quarter": "quarters", "decade": "decades"}
TIME_AFTER = re.compile(rf"[ -](?:(?:full|calendar|consecutive|straight|whole|long)[ -])?({'|'.join(TIMES)})s?\b", re.IGNORECASE)
FACTOR_AFTER = re.compile(r" ?(?:x|×)(?![A-Za-z0-9])|[ -]?(?:times|fold)\b", re.IGNORECASE)
FACTOR_WORDS = {"double": 2, "doubled": 2, "doubling": 2, "twice": 2, "triple": 3, "tripled": 3, "tripling": 3, "trebled": 3,
                "quadrupled": 4, "thrice": 3}  # fmt: skip
PLACE_BEFORE = re.compile(r"(?:\bnumber[ -]|\bno\.? ?|#|\branked (?:as |at )?|\brank (?:of )?|\bplace )$", re.IGNORECASE)
SUPERLATIVE = re.compile(r"(?<!-)\b(largest|biggest|greatest|highest|top)\b(?!-\d)(?! \d)", re.IGNORECASE)
AMONG = re.compile(rf"\b(?:one of|among|some of|not|next|{'|'.join(ORDINALS)})\b[^.;,]{{0,30}}$", re.IGNORECASE)

MORE_HEDGES = {
    "well over": Hedge.OVER, "far more than": Hedge.OVER, "just over": Hedge.OVER, "a little over": Hedge.OVER,
    "slightly over": Hedge.OVER, "slightly more than": Hedge.OVER, "greater than": Hedge.OVER, "higher than": Hedge.OVER,
    "in excess of": Hedge.OVER, "upwards of": Hedge.OVER, "upward of": Hedge.OVER, "north of": Hedge.OVER,
    "exceeds": Hedge.OVER, "exceeded": Hedge.OVER, "exceeding": Hedge.OVER, "surpassed": Hedge.OVER, "surpassing": Hedge.OVER,
    "topped": Hedge.OVER, "topping": Hedge.OVER, "beyond": Hedge.OVER, "超过": Hedge.OVER, "逾": Hedge.OVER,
    "no less than": Hedge.AT_LEAST, "no fewer than": Hedge.AT_LEAST, "not less than": Hedge.AT_LEAST,
    "not fewer than": Hedge.AT_LEAST, "a minimum of": Hedge.AT_LEAST, "minimum of": Hedge.AT_LEAST, "≥": Hedge.AT_LEAST,
    ">=": Hedge.AT_LEAST, "至少": Hedge.AT_LEAST,
    "some": Hedge.ABOUT, "an estimated": Hedge.ABOUT, "estimated": Hedge.ABOUT, "estimated at": Hedge.ABOUT, "ca.": Hedge.ABOUT,
    "c.": Hedge.ABOUT, "ca": Hedge.ABOUT, "approx.": Hedge.ABOUT, "approx": Hedge.ABOUT, "≈": Hedge.ABOUT,
    "in the region of": Hedge.ABOUT, "somewhere around": Hedge.ABOUT, "in the order of": Hedge.ABOUT, "约": Hedge.ABOUT,
    "大约": Hedge.ABOUT, "more or less": Hedge.ABOUT, "perhaps": Hedge.ABOUT, "maybe": Hedge.ABOUT,
    "just shy of": Hedge.NEARLY, "shy of": Hedge.NEARLY, "just below": Hedge.NEARLY, "a little under": Hedge.NEARLY,
    "slightly under": Hedge.NEARLY, "slightly less than": Hedge.NEARLY, "a little less than": Hedge.NEARLY,
    "approaching": Hedge.NEARLY, "not quite": Hedge.NEARLY, "virtually": Hedge.NEARLY, "近": Hedge.NEARLY, "将近": Hedge.NEARLY,
    "as many as": Hedge.UP_TO, "no more than": Hedge.UP_TO, "not more than": Hedge.UP_TO, "a maximum of": Hedge.UP_TO,
    "maximum of": Hedge.UP_TO, "≤": Hedge.UP_TO, "<=": Hedge.UP_TO, "capped at": Hedge.UP_TO, "as high as": Hedge.UP_TO,
    "not exceeding": Hedge.UP_TO, "not to exceed": Hedge.UP_TO, "至多": Hedge.UP_TO, "最多": Hedge.UP_TO, "高达": Hedge.UP_TO,
    "fewer than": Hedge.UNDER, "lower than": Hedge.UNDER, "smaller than": Hedge.UNDER, "well under": Hedge.UNDER,
    "well below": Hedge.UNDER, "far less than": Hedge.UNDER, "不到": Hedge.UNDER, "低于": Hedge.UNDER,
}  # fmt: skip
HEDGES: dict[str, Hedge] = {**{str(hedge): hedge for hedge in Hedge}, **SYNONYMS, **MORE_HEDGES}
HEDGE_BEFORE = re.compile(
    rf"(?<![{LETTER}])({'|'.join(re.escape(words) for words in sorted(HEDGES, key=len, reverse=True))})"
    r"(?: (?:a|an|the|its|their|another|even))? ?[(]?$",
    re.IGNORECASE,
)
AFTERWARDS = {
    "+": Hedge.AT_LEAST, "-plus": Hedge.AT_LEAST, " or more": Hedge.AT_LEAST, " at least": Hedge.AT_LEAST,
    " or above": Hedge.AT_LEAST, " or so": Hedge.ABOUT, "-odd": Hedge.ABOUT, "-ish": Hedge.ABOUT,
    " or thereabouts": Hedge.ABOUT, " or less": Hedge.UP_TO, " or fewer": Hedge.UP_TO, " at most": Hedge.UP_TO, "左右": Hedge.ABOUT,
    " at the most": Hedge.UP_TO, " at the least": Hedge.AT_LEAST, " or below": Hedge.UP_TO, "多": Hedge.OVER,
}  # fmt: skip
HEDGE_AFTER = re.compile("|".join(re.escape(words) for words in sorted(AFTERWARDS, key=len, reverse=True)), re.IGNORECASE)
SPREAD = re.compile(r"\b(?:spread|scattered|distributed|stretch\w*|extend\w*) over$", re.IGNORECASE)
FALL = re.compile(
    r"\b(?:fell|falls?|fallen|falling|drop\w*|declin\w+|down|slid\w*|slip\w*|lost|shrank|shrunk|decreas\w+|sank|plung\w+|tumbl\w+"
    r"|contract\w+|lower|reduc\w+)(?: (?:by|to|of|a|an|some|another|its|sharply|further)){0,2} $",
    re.IGNORECASE,
)
DENIAL = re.compile(rf"(?:\b(?:not|never|no longer|neither|nor|without|denied)|n't)\b(?! (?:only|just|merely))(?: [{LETTER}$]+){{0,2}} ?$", re.I)
MINUS_WORD = re.compile(r"\b(?:minus|negative) $", re.IGNORECASE)
NO_NUMBER = re.compile(rf"(?<=\bone) of\b|-(?:{'|'.join(ORDINALS)})\b", re.IGNORECASE)  # one of many; twenty-sixth
RANGE = re.compile(r" ?- ?| to | and ")
MAY_START = re.compile(
    rf"[0-9½¼¾⅓⅔⅛.零一二三四五六七八九十百千万亿]|\b(?:an? |half |hundred|thousand|million|billion|trillion|dozen"
    rf"|zero|one|t(?:wo|hree|en|welve|hirteen|wenty|hirty)|f(?:our|ive|ifteen|orty|ifty)|s(?:ix|even)|e(?:ight|leven)|nine)",
    re.IGNORECASE,
)


def find_figures(text: str, language: str = "") -> tuple[Figure, ...]:
    """All figures of a text, in order. `language` is the tag of its source, such as de or en-AU."""
    reader = _Reader(text, language)
    shares = tuple(reader.shares())
    numbers = [figure for figure in reader.numbers() if not any(_overlap(figure, share) for share in shares)]
    found = [*shares, *numbers]
    found += [figure for figure in reader.places() if not any(_overlap(figure, other) for other in found)]
    found += [figure for figure in reader.factors() if not any(_overlap(figure, other) for other in found)]
    return tuple(sorted(found, key=lambda figure: figure.start))


def _overlap(one: Figure, other: Figure) -> bool:
    return one.start < other.end and other.start < one.end


class _Reader:
    """Reads one text from left to right."""

    def __init__(self, text: str, language: str) -> None:
        self.text, self.language = text, language
        nation = language.rpartition("-")[2] if "-" in language else ""
        self.dollar = frozenset({"USD", DOLLARS.get(nation, "USD")})

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
            for figure in self._together(first, second) if second else (first,):
                yield self._hedged(figure)
            place = (second or first).end

    def _figure(self, number: Number) -> Figure | None:
        """A number with the unit before or after it; None where the letters after it make it a part of a name."""
        number, opening = self._unwrapped(number)
        before = MONEY_BEFORE.search(self.text, max(0, opening - 8), opening)
        start = before.start() if before else opening
        kind, units, end = self._unit(number, before)
        tail = self.text[end : end + 1]
        if end == number.end and kind is Kind.PLAIN and tail.isalpha() and tail.isascii():
            return None
        if number.in_words and NO_NUMBER.match(self.text, number.end):
            return None
        start, value, unclear, end = self._signed(start, Fraction(number.value), end, kind)
        if kind is Kind.PLAIN and PLACE_BEFORE.search(self.text, max(0, start - 14), start):
            kind = Kind.ORDINAL
        return Figure(kind, value, start, end, self.text[start:end], units, unclear=unclear, hedge_start=start)

    def _unwrapped(self, number: Number) -> tuple[Number, int]:
        """A number in an accountant's parentheses with a scale or currency around them, $(5) million, and where it begins."""
        text = self.text
        if text[number.start - 1 : number.start] != "(" or text[number.end : number.end + 1] != ")":
            return number, number.start
        outer = replace(number, value=-number.value, end=number.end + 1)
        scaled = scaled_by(text, outer, self.language) or outer
        currency = MONEY_BEFORE.search(text, 0, number.start - 1)
        if scaled.end > outer.end or currency or PERCENT_AFTER.match(text, outer.end):
            return scaled, number.start - 1
        return number, number.start

    def _unit(self, number: Number, before: "re.Match[str] | None") -> tuple[Kind, frozenset[str], int]:
        text, end = self.text, number.end
        if before:
            after = MONEY_AFTER.match(text, end)
            agrees = after and self._currencies(after) & self._currencies(before)
            return Kind.MONEY, self._currencies(before), after.end() if after and agrees else end
        for pattern, kind in ((OTHER_POINTS, Kind.FACTOR), (POINTS_AFTER, Kind.POINTS), (PERCENT_AFTER, Kind.PERCENT)):
            if match := pattern.match(text, end):
                points = POINTS_AFTER.match(text, match.end()) if kind is Kind.PERCENT else None
                stop = points.end() if points else match.end()
                units = frozenset({"basis points"}) if kind is Kind.FACTOR else frozenset[str]()
                return Kind.POINTS if points else kind, units, stop
        if match := MONEY_AFTER.match(text, end):
            return Kind.MONEY, self._currencies(match), match.end()
        if match := TIME_AFTER.match(text, end):
            return Kind.TIME, frozenset({TIMES[match[1].lower()]}), match.end()
        if match := FACTOR_AFTER.match(text, end):
            return Kind.FACTOR, frozenset({"times"}), match.end()
        return Kind.PLAIN, frozenset(), end

    def _currencies(self, match: "re.Match[str]") -> frozenset[str]:
        """The currencies that a sign, a code or a word may stand for."""
        found = match.groupdict()
        nation = NATIONS.get((found.get("nation") or "").lower(), "")
        sign, word = found.get("sign") or "", (found.get("word") or found.get("code") or "").lower()
        if sign == "$" or word in ("dollar", "dollars"):
            return frozenset({nation}) if nation else self.dollar
        if sign:
            return frozenset({nation}) if nation else frozenset(SIGNS[sign])
        return frozenset({MONEY_WORDS.get(word) or MONEY_WORDS.get(found.get("han") or "") or word.upper()})

    def _signed(self, start: int, value: Fraction, end: int, kind: Kind) -> tuple[int, Fraction, bool, int]:
        """The sign before a figure, or the parentheses that accountants put in its place."""
        text = self.text
        before = text[start - 1 : start]
        if before in ("-", "+") and not re.search(r"[\w)%]$", text[: start - 1]):
            return start - 1, -value if before == "-" else value, False, end
        if match := MINUS_WORD.search(text, max(0, start - 10), start):
            return match.start(), -value, False, end
        if before == "(" and text[end : end + 1] == ")" and kind in (Kind.PLAIN, Kind.PERCENT):
            spelled = re.search(r"\w+ \($", text[:start])
            earlier = number_at(text, spelled.start()) if spelled else None
            if earlier and earlier.value == value:
                return start, value, False, end  # five (5) directors
            sign_after = kind is Kind.PERCENT
            return start - 1, value if sign_after else -value, sign_after, end + 1
        return start, value, False, end

    def _second(self, first: Figure) -> Figure | None:
        """The figure that a range or a change leads to."""
        match = RANGE.match(self.text, first.end)
        if not match or first.unclear:
            return None
        between = re.search(r"\bbetween $", self.text[: first.start], re.IGNORECASE)
        if match[0] == " and " and not between:
            return None
        money = re.compile(r"(?:US|HK|A|C|S|NT|NZ)?[$€£¥₩₹]|(?:RMB|CNY|USD|EUR) ?").match(self.text, match.end())
        number = number_at(self._opened(match.end()), money.end() if money else match.end(), self.language)
        second = self._figure(number) if number else None
        if second is None or second.kind is Kind.ORDINAL:
            return None
        alike = (second.kind, second.units) == (first.kind, first.units)
        return second if alike or (first.kind is Kind.PLAIN and not money) or (first.units and second.kind is Kind.PLAIN) else None

    def _opened(self, place: int) -> str:
        """The text with the joint before a place made a space, so that the number after it stands by itself."""
        return f"{self.text[: place - 1]} {self.text[place:]}"

    def _together(self, first: Figure, second: Figure) -> tuple[Figure, ...]:
        """A range as one figure; `from 5 to 10` as two that share their unit."""
        kind, units = (second.kind, second.units) if first.kind is Kind.PLAIN else (first.kind, first.units)
        low = first.value if self._is_scaled(first) else first.value * self._scale_of(second)
        first, second = replace(first, kind=kind, units=units, value=low), replace(second, kind=kind, units=units)
        if re.search(r"\bfrom (?:\w+ )?$", self.text[: first.start], re.IGNORECASE) and " to " in self.text[first.end : second.start + 1]:
            return first, second
        return (replace(first, high=second.value, end=second.end, text=self.text[first.start : second.end]),)

    def _scale_of(self, figure: Figure) -> Fraction:
        number = re.search(r"\d[\d.,]*", figure.text)
        bare = number_at(number[0], 0, self.language) if number else None
        return figure.value / Fraction(bare.value) if bare and bare.value else Fraction(1)

    def _is_scaled(self, figure: Figure) -> bool:
        return bool(re.search(rf"\d ?[{LETTER}]", figure.text))

    def _hedged(self, figure: Figure) -> Figure:
        """The figure with the words before or after it that make it a bound, or deny it."""
        text = self.text
        before = text[max(0, figure.start - 40) : figure.start]
        offset = max(0, figure.start - 40)
        found = HEDGE_BEFORE.search(before)
        hedge, start, end = None, figure.start, figure.end
        if found and not self._only_a_preposition(found, before, figure):
            hedge, start = HEDGES[found[1].lower()], offset + found.start()
        elif after := HEDGE_AFTER.match(text, figure.end):
            hedge, end = AFTERWARDS[after[0].lower()], after.end()
        stem = text[:start]
        return replace(
            figure,
            hedge=hedge,
            hedge_start=start,
            text=text[start:end],
            falls=bool(FALL.search(stem[-40:])),
            denied=bool(DENIAL.search(stem[-40:])),
        )

    def _only_a_preposition(self, found: "re.Match[str]", before: str, figure: Figure) -> bool:
        """`over three years` and `spread over 29 regions` bound nothing."""
        is_over = found[1].lower() == "over"
        return is_over and (figure.kind is Kind.TIME or bool(SPREAD.search(before[: found.end(1)])))

    def shares(self) -> Iterator[Figure]:
        """Fractions in words: half, a third of, two-thirds."""
        for match in FRACTION.finditer(self.text):
            share = fraction_of(match)
            if share is not None:
                figure = Figure(Kind.FRACTION, share, match.start(), match.end(), match[0], hedge_start=match.start())
                yield self._hedged(figure)

    def places(self) -> Iterator[Figure]:
        """Places in an order: sixth, 6th; the greatest is the first."""
        for match in ORDINAL.finditer(self.text):
            if not re.match(r"[- ]part(?:y|ies)\b", self.text[match.end() :]):
                figure = Figure(Kind.ORDINAL, Fraction(ordinal_of(match)), match.start(), match.end(), match[0], hedge_start=match.start())
                yield self._hedged(figure)
        for match in SUPERLATIVE.finditer(self.text):
            if not AMONG.search(self.text[max(0, match.start() - 50) : match.start()]):
                yield Figure(Kind.ORDINAL, Fraction(1), match.start(), match.end(), match[0], hedge_start=match.start())

    def factors(self) -> Iterator[Figure]:
        """Doubled, tripled."""
        for match in re.finditer(rf"\b({'|'.join(FACTOR_WORDS)})\b", self.text, re.IGNORECASE):
            value = Fraction(FACTOR_WORDS[match[1].lower()])
            figure = Figure(Kind.FACTOR, value, match.start(), match.end(), match[0], frozenset({"times"}), hedge_start=match.start())
            yield self._hedged(figure)
