"""Figures in words: a number with its currency, percent sign or other unit, its sign, and
the words that make it a bound.

Only what the text itself says: `$53bn`, `close to 10%`, `between 5 and 10`, `the sixth
biggest`. A figure keeps where it stands, so that a quote which cuts it can be told from one
which holds it. A word beside it that looks like more of it and is not known is told, so
that nobody takes the bare number for the figure.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from functools import cached_property, lru_cache

from dossier.figures import beside
from dossier.figures.currencies import (
    CENTS,
    CODE_SCALES,
    NONE,
    PENCE,
    SCALED_CODE,
    SIGN,
    Meant,
    Money,
    money_words,
)
from dossier.figures.grammars import Grammar, grammar_of
from dossier.figures.hedges import REACH, Bounds, ambiguous_lead, bounds_of, hedge_around
from dossier.figures.nouns import nouns_of
from dossier.figures.number_words import Number, number_words, scaled_by
from dossier.figures.numbers import number_at
from dossier.figures.ordinals import (
    Found,
    find_factors,
    find_halvings,
    find_percents_of_one,
    find_places,
    find_shares,
)
from dossier.figures.patterns import LETTER, any_of, runs_of, small, turned, whole
from dossier.model.quantities import Hedge
from dossier.model.units import UNITS


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

    def shifted(self, by: int) -> "Figure":
        """The same figure, with its place counted from elsewhere."""
        return replace(
            self,
            start=self.start + by,
            end=self.end + by,
            hedge_start=self.hedge_start + by,
        )


PLUS_MINUS = re.compile(r"(?:±|\+/-|\bplus or minus) ?$", re.IGNORECASE)
RANGE_SIGN = rf" ?[-~〜] ?(?=\d|{SIGN}|(?-i:[A-Z]{{2,3}}[$ ]?\d))"
CLOCK = re.compile(r" ?(?:[AaPp][Mm]|[ap]\.m\.)(?!\w)| o'clock\b| Uhr\b")
NAME_BEFORE = re.compile(r"(?:^|(?P<within>[a-z0-9,;]) )(?P<name>[a-z]?[A-Z][\w'-]*) $")
"""What a bare number may be a part of: iPhone 13. At the beginning of a sentence any word
has a capital.
"""


@dataclass(frozen=True)
class Units:
    """The patterns for the units of one grammar."""

    grammar: Grammar

    @cached_property
    def percent(self) -> "re.Pattern[str]":
        """Per cent."""
        return re.compile(rf"[ -]?(?:%|{whole(self.grammar.table.percent)})", re.IGNORECASE)

    @cached_property
    def points(self) -> "re.Pattern[str]":
        """Percentage points, behind a number or a percent sign."""
        return re.compile(
            rf"[ -]?{whole(self.grammar.table.percentage_points)}", re.IGNORECASE
        )

    @cached_property
    def basis_points(self) -> "re.Pattern[str]":
        """Hundredths of a point, and thousandths of the whole."""
        return re.compile(
            rf"[ -]?(?:‰|{whole(self.grammar.table.basis_points)})", re.IGNORECASE
        )

    @cached_property
    def tenths(self) -> "re.Pattern[str]":
        """Tenths of the whole: 六成."""
        table = self.grammar.table
        return re.compile(
            rf"(?:{any_of(table.tenths)})(?!\d|{any_of(sum(table.digits.values(), table.no_tenth))})"
        )

    @cached_property
    def lengths(self) -> Mapping[str, str]:
        """Each unit of time with its name in English."""
        return turned(self.grammar.table.lengths)

    @cached_property
    def length(self) -> "re.Pattern[str]":
        """A unit of time behind a number."""
        table = self.grammar.table
        adjectives = any_of(table.length_adjectives)
        return re.compile(
            rf"[ -]?(?:(?:{adjectives})[ -])?(?P<time>{whole(self.lengths)})(?!["
            rf" -]?{whole(table.no_length)})",
            re.IGNORECASE,
        )

    @cached_property
    def times(self) -> "re.Pattern[str]":
        """So many times."""
        return re.compile(
            rf"[ -]?(?:(?:x|×)(?![A-Za-z0-9])|{whole(self.grammar.table.times)})",
            re.IGNORECASE,
        )

    @cached_property
    def place_before(self) -> "re.Pattern[str]":
        """What makes the number behind it a place: number 6."""
        return re.compile(
            rf"(?:{any_of(self.grammar.table.place_before)}) ?$", re.IGNORECASE
        )

    @cached_property
    def label(self) -> "re.Pattern[str]":
        """What has a number for a name: page 91 is one page."""
        return re.compile(rf"{whole(self.grammar.table.labels)} $", re.IGNORECASE)

    @cached_property
    def month_behind(self) -> "re.Pattern[str]":
        """What makes a number a day."""
        return re.compile(
            rf"\.? (?:{any_of(self.grammar.months)})(?![{LETTER}])|[年月日号號년월일]",
            re.IGNORECASE,
        )

    @cached_property
    def no_number(self) -> "re.Pattern[str]":
        """Behind a number word, what makes it none: one of many; twenty-sixth."""
        return re.compile(
            r"(?<=\bone)"
            rf" of\b|-(?:{any_of(turned(self.grammar.table.places))})(?![{LETTER}])",
            re.IGNORECASE,
        )

    @cached_property
    def joint(self) -> "re.Pattern[str]":
        """Between the two ends of a range, with a conversion in brackets before it or not."""
        table = self.grammar.table
        words = any_of([*table.joints, *table.choices, *table.between_joints])
        return re.compile(
            rf"(?: ?\([^()]{{1,30}}\))?(?:{RANGE_SIGN}|"
            rf" ?(?P<word>(?<![{LETTER}])(?:{words})(?![{LETTER}])) ?)",
            re.IGNORECASE,
        )

    @cached_property
    def between(self) -> "re.Pattern[str]":
        """Before a range whose ends a word joins that else joins two figures."""
        return re.compile(
            rf"{whole(self.grammar.table.between)} ?(?:{SIGN})?$", re.IGNORECASE
        )

    @cached_property
    def per(self) -> "re.Pattern[str]":
        """What makes an amount that of one of several: $0.34 per share."""
        return re.compile(rf" {whole(self.grammar.table.per)}", re.IGNORECASE)

    @cached_property
    def minus(self) -> "re.Pattern[str]":
        """The sign before the second end of a range."""
        return re.compile(rf"-(?=\d)|{whole(self.grammar.table.minus)} ", re.IGNORECASE)

    @cached_property
    def change(self) -> "re.Pattern[str]":
        """Before two figures of which the second is the new one: rose from 5 to 10."""
        return re.compile(
            rf"{whole(self.grammar.table.from_words)} ?(?:\w+ )?$", re.IGNORECASE
        )


@lru_cache(maxsize=64)
def unit_words(grammar: Grammar) -> Units:
    """The patterns of a grammar, made once."""
    return Units(grammar)


MEASURED = re.compile(
    rf"(?:{'|'.join(map(re.escape, (sign for sign in UNITS if len(sign) > 1)))})(?![A-Za-z])"
)
"""A sign of a unit right behind a number, 300MW: it counts that, and nothing whose name
follows.
"""


def find_figures(
    text: str, language: str = "", span: tuple[int, int] | None = None
) -> tuple[Figure, ...]:
    """The figures of a text, in order; with a span, those that begin or end in it.

    `language` is the tag of the text's source, such as de or en-AU; of a language that is
    not known, there are none.
    """
    grammar = grammar_of(language)
    return figures_in(text, grammar, span) if grammar else ()


def figures_in(
    text: str, grammar: Grammar, span: tuple[int, int] | None = None
) -> tuple[Figure, ...]:
    """The same where the grammar is at hand."""
    reader = _Reader(text, grammar)
    found: list[Figure] = []
    for figures in reader.kinds():
        found += [
            figure
            for figure in figures
            if not any(_overlap(figure, other.start, other.end) for other in found)
        ]
    first, last = span or (0, len(text))
    return tuple(
        reader.hedged(figure)
        for figure in sorted(found, key=lambda figure: figure.start)
        if _overlap(figure, first, last)
    )


def _overlap(figure: Figure, start: int, end: int) -> bool:
    return figure.start < end and start < figure.end


def _counted(kind: Kind, found: Iterable[Found], *units: str) -> Iterator[Figure]:
    """Figures of number words that have no unit."""
    return (
        Figure(kind, value, start, end, frozenset(units)) for value, start, end in found
    )


class _Reader:
    """Reads one text from left to right."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        self.text, self.grammar = text, grammar
        self.runs = runs_of(text)
        self.units: Units = unit_words(grammar)
        self.money: Money = money_words(grammar)
        self.bounds: Bounds = bounds_of(grammar)

    def kinds(self) -> Iterator[Iterable[Figure]]:
        """The figures of each kind; of two that overlap, the first holds."""
        yield self._percents_of_one()
        yield _counted(Kind.SHARE, find_shares(self.text, self.grammar, self.runs))
        yield self.numbers()
        yield _counted(Kind.ORDINAL, find_places(self.text, self.grammar, self.runs))
        yield _counted(
            Kind.FACTOR, find_factors(self.text, self.grammar, self.runs), "times"
        )
        yield _counted(Kind.PERCENT, find_halvings(self.text, self.grammar, self.runs))

    def _percents_of_one(self) -> Iterator[Figure]:
        for value, start, end, unit in find_percents_of_one(
            self.text, self.grammar, self.runs
        ):
            is_points = bool(self.units.points.fullmatch(unit))
            yield Figure(Kind.POINTS if is_points else Kind.PERCENT, value, start, end)

    def numbers(self) -> Iterator[Figure]:
        """Every number with its unit; both ends of a range in one."""
        place, may_start = 0, number_words(self.grammar).may_start
        while match := may_start.search(self.text, place):
            number = number_at(self.text, match.start(), self.grammar)
            first = self._figure(number) if number else None
            if first is None:
                place = match.start() + 1
                continue
            second = self._second(first)
            yield from self._together(first, second) if second else (first,)
            place = (second or first).end

    def _figure(self, number: Number) -> Figure | None:
        """A number with the unit before or after it; None where what follows makes it a
        part of a name.
        """
        number, opening = self._unwrapped(number)
        before = self.money.before.search(self.text, max(0, opening - 12), opening)
        if before:
            number = self._with_letter(number)
        figure = self._with_unit(number, opening, before)
        if figure.kind is Kind.PLAIN and self._is_no_number(number):
            return (
                replace(figure, kind=Kind.LABEL)
                if MEASURED.match(self.text, number.end)
                else None
            )
        kind = self._kind_of(figure) if figure.kind is Kind.PLAIN else figure.kind
        unread = beside.unknown(
            self.text, figure.start, figure.end, self.grammar, bool(before)
        )
        if (kind, number.hedge, unread) != (figure.kind, None, ""):
            figure = replace(figure, kind=kind, hedge=number.hedge, unread=unread)
        return self._signed(figure)

    def _kind_of(self, plain: Figure) -> Kind:
        """What a number is that has no unit: a place, a part of a name, or a count."""
        if self.units.place_before.search(self.text, max(0, plain.start - 14), plain.start):
            return Kind.ORDINAL
        return Kind.LABEL if self._is_label(plain.start, plain.end) else Kind.PLAIN

    def _with_letter(self, number: Number) -> Number:
        """An amount whose scale is a letter behind a space: £5 m."""
        words = number_words(self.grammar)
        letter = (
            words.glued_scale.match(self.text, number.end + 1)
            if self.text[number.end : number.end + 1] == " "
            else None
        )
        if not letter or not self.text[number.end - 1].isdigit():
            return number
        return replace(
            number, value=number.value.scaleb(words.glued[letter[1]]), end=letter.end()
        )

    def _is_label(self, start: int, end: int) -> bool:
        text = self.text
        is_named = self.units.label.search(text, max(0, start - 14), start)
        return bool(
            is_named or self.units.month_behind.match(text, end) or CLOCK.match(text, end)
        )

    def _is_no_number(self, number: Number) -> bool:
        tail = self.text[number.end : number.end + 1]
        part_of_name = tail.isascii() and tail.isalpha()
        return part_of_name or (
            number.in_words and bool(self.units.no_number.match(self.text, number.end))
        )

    def _unwrapped(self, number: Number) -> tuple[Number, int]:
        """A number in an accountant's parentheses with a scale or unit around them, $(5)
        million, and where it begins.
        """
        text, start = self.text, number.start
        if text[start - 1 : start] != "(" or text[number.end : number.end + 1] != ")":
            return number, start
        outer = replace(number, value=-number.value, end=number.end + 1)
        scaled = scaled_by(text, outer, self.grammar)
        if (
            scaled.end > outer.end
            or self.money.before.search(text, 0, start - 1)
            or self.units.percent.match(text, outer.end)
        ):
            return scaled, start - 1
        return number, start

    def _with_unit(
        self, number: Number, opening: int, before: "re.Match[str] | None"
    ) -> Figure:
        """A number with what it counts."""
        start = before.start() if before else opening
        plain = Figure(Kind.PLAIN, Fraction(number.value), start, number.end)
        return self._amount(plain, before) or self._measured(plain)

    def _amount(self, plain: Figure, before: "re.Match[str] | None") -> Figure | None:
        """A number as an amount of money, by the words on both sides."""
        text, end = self.text, plain.end
        after = self.money.behind.match(text, end)
        if before:
            meant = self.money.meant_before(before)
            behind = self.money.meant_behind(after) if after else None
            if behind and not behind.sure & (meant.sure | meant.maybe):
                # Two currencies of one amount, "$5 billion pesos": what stands in words
                # tells whose sign it is.
                meant = (
                    Meant(NONE, behind.sure | behind.maybe | meant.sure)
                    if before["sign"]
                    else meant
                )
            elif behind:
                meant = behind
            amount = replace(
                plain,
                kind=Kind.MONEY,
                units=meant.sure,
                maybe=meant.maybe,
                end=after.end() if after else end,
            )
            return self._of_nation(amount, before)
        if after:
            meant = self.money.meant_behind(after)
            return self._with_cents(
                replace(
                    plain,
                    kind=Kind.MONEY,
                    units=meant.sure,
                    maybe=meant.maybe,
                    end=after.end(),
                )
            )
        if code := SCALED_CODE.match(text, end):
            value = plain.value * 10 ** CODE_SCALES[code["scale"]]
            return replace(
                plain,
                kind=Kind.MONEY,
                value=value,
                units=frozenset({code["code"]}),
                end=code.end(),
            )
        if cents := self.money.cents.match(text, end):
            units = PENCE if cents["pence"] else NONE
            maybe = NONE if cents["pence"] else CENTS
            return replace(
                plain,
                kind=Kind.MONEY,
                value=plain.value / 100,
                units=units,
                maybe=maybe,
                end=cents.end(),
            )
        return None

    def _of_nation(self, amount: Figure, before: "re.Match[str]") -> Figure:
        """An amount in dollars whose country stands behind it."""
        if before["sign"] != "$" or before["nation"] or before["code"]:
            return amount
        nation = self.money.nation_behind.match(self.text, amount.end)
        code = self.money.nations[small(nation["nation"])] if nation else ""
        if not nation or not code:
            return amount
        if (
            nation["alone"] is None
        ):  # $5 billion Canadian deal: of the deal or of the dollars
            return replace(amount, units=NONE, maybe=amount.units | {code})
        return replace(amount, units=frozenset({code}), maybe=NONE, end=nation.end())

    def _with_cents(self, amount: Figure) -> Figure:
        """3 dollars and 50 cents."""
        if more := self.money.more_cents.match(self.text, amount.end):
            return replace(
                amount,
                value=amount.value + Fraction(int(more["cents"]), 100),
                end=more.end(),
            )
        return amount

    def _measured(self, plain: Figure) -> Figure:
        """A number as a percentage, points, a length of time or a factor; else as it is."""
        text, end, units = self.text, plain.end, self.units
        if match := units.basis_points.match(text, end):
            return replace(
                plain, kind=Kind.FACTOR, units=frozenset({"basis points"}), end=match.end()
            )
        if match := units.percent.match(text, end):
            points = units.points.match(text, match.end())
            return replace(
                plain,
                kind=Kind.POINTS if points else Kind.PERCENT,
                end=(points or match).end(),
            )
        if match := units.points.match(text, end):
            return self._or_pence(
                replace(plain, kind=Kind.POINTS, end=match.end()), match[0]
            )
        if match := units.tenths.match(text, end):
            return replace(
                plain, kind=Kind.PERCENT, value=plain.value * 10, end=match.end()
            )
        return self._timed(plain)

    def _or_pence(self, points: Figure, unit: str) -> Figure:
        """40p are points, or pence where an amount is asked for: surely so in Britain, and
        beside what they are paid for.
        """
        if unit not in self.grammar.table.pence:
            return points
        is_alone = nouns_of(self.grammar).none_behind.match(
            self.text, points.end
        )  # 1080p screens
        is_sure = (self.grammar.region == "GB" and is_alone) or self.units.per.match(
            self.text, points.end
        )
        return replace(points, units=PENCE) if is_sure else replace(points, maybe=PENCE)

    def _timed(self, plain: Figure) -> Figure:
        """A number as a length of time or a factor; else as it is."""
        units = self.units
        if match := units.length.match(self.text, plain.end):
            return replace(
                plain,
                kind=Kind.TIME,
                units=frozenset({units.lengths[small(match["time"])]}),
                end=match.end(),
            )
        if match := units.times.match(self.text, plain.end):
            return replace(
                plain, kind=Kind.FACTOR, units=frozenset({"times"}), end=match.end()
            )
        return plain

    def _signed(self, figure: Figure) -> Figure:
        """A figure with the sign before it, or the parentheses that accountants put in its
        place.
        """
        text, start, end = self.text, figure.start, figure.end
        before = text[start - 1 : start]
        if PLUS_MINUS.search(text, max(0, start - 15), start):
            return replace(figure, unclear=True)
        if before in ("-", "+") and not re.search(r"[\w)%]$", text[: start - 1]):
            return replace(
                figure,
                start=start - 1,
                value=-figure.value if before == "-" else figure.value,
            )
        is_bound = self.bounds.before.search(
            text[max(0, start - REACH) : start]
        )  # au moins, al menos
        if not is_bound and (
            match := self.bounds.minus.search(text, max(0, start - 12), start)
        ):
            return replace(figure, start=match.start(), value=-figure.value)
        in_parentheses = before == "(" and text[end : end + 1] == ")"
        if (
            not in_parentheses
            or figure.kind not in (Kind.PLAIN, Kind.PERCENT)
            or self._was_spelled(figure)
        ):
            return figure
        whole_figure = replace(figure, start=start - 1, end=end + 1)
        return (
            replace(whole_figure, unclear=True)
            if figure.kind is Kind.PERCENT
            else replace(whole_figure, value=-figure.value)
        )

    def _was_spelled(self, figure: Figure) -> bool:
        """Lawyers write five (5)."""
        word = re.search(rf"[{LETTER}-]+ \($", self.text[: figure.start])
        number = number_at(self.text, word.start(), self.grammar) if word else None
        return number is not None and Fraction(number.value) == figure.value

    def _second(self, first: Figure) -> Figure | None:
        """The figure that a range, a change or a choice leads to."""
        text, table = self.text, self.grammar.table
        joint = self.units.joint.match(text, first.end)
        if not joint or first.unclear:
            return None
        word = small(joint["word"] or "")
        is_between = bool(self.units.between.search(text, 0, first.start))
        if word in table.between_joints and word not in table.joints and not is_between:
            return None
        # A joint without spaces would make the number a part of the word before it.
        apart = f"{text[: joint.end() - 1]} {text[joint.end() :]}"
        minus = self.units.minus.match(text, joint.end())
        place = minus.end() if minus else joint.end()
        sign = self.money.leading_amount.match(text, place)
        number = number_at(apart, sign.end() if sign else place, self.grammar)
        second = self._figure(number) if number else None
        if second is None or (
            word in table.choices and not is_between and not self._is_choice(first, second)
        ):
            return None
        return second if self._is_alike(first, second, bool(sign)) else None

    def _is_choice(self, first: Figure, second: Figure) -> bool:
        """Whether `or` joins two answers, “$53 billion or $60 billion”, and not one thing
        told twice, or of each share.
        """
        if self.units.per.match(self.text, second.end):
            return False
        same = (second.kind, second.units, second.maybe) == (
            first.kind,
            first.units,
            first.maybe,
        )
        return first.kind is Kind.PLAIN or same

    def _is_alike(self, first: Figure, second: Figure, has_sign: bool) -> bool:
        alike = (second.kind, second.units, second.maybe) == (
            first.kind,
            first.units,
            first.maybe,
        )
        lent = first.kind is Kind.PLAIN and not has_sign and second.kind is not Kind.ORDINAL
        numbers_both = first.kind in (Kind.MONEY, Kind.LABEL) and second.kind is Kind.PLAIN
        return alike or lent or numbers_both

    def _together(self, first: Figure, second: Figure) -> tuple[Figure, ...]:
        """A range as one figure; `from 5 to 10` as two that share their unit."""
        unit = second if first.kind is Kind.PLAIN else first
        has_scale = self._has_scale(first)
        low = first.value if has_scale else first.value * self._scale_of(second)
        first = replace(
            first, kind=unit.kind, units=unit.units, maybe=unit.maybe, value=low
        )
        second = replace(second, kind=unit.kind, units=unit.units, maybe=unit.maybe)
        between = small(self.text[first.end : second.start + 1])
        if self.units.change.search(self.text, 0, first.start) and any(
            word in between for word in self.grammar.table.joints
        ):
            return first, second
        return (
            replace(
                first,
                high=second.value,
                end=second.end,
                unread=first.unread and second.unread,
            ),
        )

    def _has_scale(self, figure: Figure) -> bool:
        """Whether a figure names its own scale: in "5 to 10 billion", the scale is that of
        both.
        """
        return self._scale_of(figure) != 1

    def _scale_of(self, figure: Figure) -> Fraction:
        digits = re.search(r"\d[\d.,]*", self.text[figure.start : figure.end])
        bare = number_at(digits[0].rstrip(".,"), 0, self.grammar) if digits else None
        return (
            abs(figure.value) / Fraction(bare.value) if bare and bare.value else Fraction(1)
        )

    def hedged(self, figure: Figure) -> Figure:
        """A figure with the words around it that make it a bound, give it a sign, or deny
        it.
        """
        text, bounds = self.text, self.bounds
        found, start, end = hedge_around(
            text, figure.start, figure.end, self.grammar, is_time=figure.kind is Kind.TIME
        )
        head = text[max(0, start - REACH) : start]
        runs = runs_of(head)
        falls = bool(
            (bounds.may_stand("fall", head, runs) and bounds.fall.search(head))
            or bounds.fall_behind.match(text, end)
        )
        if figure.kind in (Kind.MONEY, Kind.PLAIN):
            lost = bounds.may_stand("loss", head, runs) and bounds.loss.search(head)
            falls = falls or bool(lost or bounds.loss_behind.match(text, end))
        denied = bool(bounds.may_stand("denial", head, runs) and bounds.denial.search(head))
        unread = figure.unread or ambiguous_lead(text, figure.start, bounds)
        return replace(
            figure,
            hedge=found or figure.hedge,
            hedge_start=start,
            text=text[start:end],
            falls=falls,
            denied=denied,
            unread=unread,
        )
