"""The patterns for the numbers of one grammar, and a number with the scales behind it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache

from dossier.figures.grammars import Grammar
from dossier.figures.patterns import LETTER, any_of, meaning_by_word, small, whole
from dossier.model.quantities import Hedge

LEAST_SCALE = 3  # a power of ten from which a word is a scale of its own: thousand
TENS, HUNDRED = 20, 100


@dataclass(frozen=True)
class Number:
    """A number and where it stands."""

    value: Decimal
    start: int
    end: int
    in_words: bool = False
    hedge: Hedge | None = None
    # That the number itself holds: 三百多亿.


@dataclass(frozen=True)
class NumberWords:
    """The patterns for the numbers of one grammar."""

    grammar: Grammar

    @cached_property
    def scales(self) -> Mapping[str, int]:
        """Each scale word with its power of ten."""
        return meaning_by_word(self.grammar.table.scales)

    @cached_property
    def scale(self) -> "re.Pattern[str]":
        """A scale behind a number, with a space or a hyphen, or right behind it."""
        return re.compile(rf"[ -]?({whole(self.scales)})", re.IGNORECASE)

    @cached_property
    def glued(self) -> Mapping[str, int]:
        """Each short form of a scale that stands right behind the digits, in its case."""
        return {
            word: power
            for power, words in self.grammar.table.glued.items()
            for word in words
        }

    @cached_property
    def glued_scale(self) -> "re.Pattern[str]":
        """Such a form."""
        return re.compile(rf"({any_of(self.glued)})(?![{LETTER}])")

    @cached_property
    def values(self) -> Mapping[str, int]:
        """Each number word that is no scale, with its value."""
        return meaning_by_word(self.grammar.table.numbers)

    @cached_property
    def multipliers(self) -> Mapping[str, int]:
        """Hundred, dozen, score."""
        return meaning_by_word(self.grammar.table.multipliers)

    @cached_property
    def multiplier(self) -> "re.Pattern[str]":
        """A multiplier behind digits: 2 dozen."""
        return re.compile(rf"[ -]({whole(self.multipliers)})", re.IGNORECASE)

    @cached_property
    def powers(self) -> Mapping[str, int]:
        """The scales that can stand within a number in words."""
        return {word: power for word, power in self.scales.items() if power >= LEAST_SCALE}

    @cached_property
    def first(self) -> "re.Pattern[str]":
        """How a number in words begins."""
        table = self.grammar.table
        articles, counted = (
            any_of(table.articles),
            any_of([*self.powers, *self.multipliers]),
        )
        half = rf"(?P<half>(?:{any_of(table.halves)})[ -])(?:(?:{articles}) )?"
        leads = rf"{half}|(?:{articles}) " if table.halves else rf"(?:{articles}) "
        article = rf"(?P<article>{leads})(?=(?:{counted})(?![{LETTER}]))"
        return re.compile(
            rf"(?<![{LETTER}0-9_'])(?:{article}|(?=(?:{any_of(self.values)})(?![{LETTER}])))",
            re.IGNORECASE,
        )

    @cached_property
    def joint(self) -> "re.Pattern[str]":
        """What stands between two words of a number."""
        ands = any_of(self.grammar.table.ands)
        return re.compile(rf" (?P<and>{ands}) (?=[^\W\d_])|[ -]", re.IGNORECASE)

    @cached_property
    def comma(self) -> "re.Pattern[str]":
        """Between thousands and hundreds in words: eight thousand, three hundred."""
        return re.compile(
            rf", (?=[{LETTER}]+(?:-[{LETTER}]+)?"
            rf" (?:{any_of(self.hundreds)})(?![{LETTER}]))",
            re.IGNORECASE,
        )

    def is_number(self, word: str) -> bool:
        """Whether a word is one of those that numbers are made of."""
        return (
            small(word) in self.values
            or small(word) in self.multipliers
            or small(word) in self.powers
        )

    @cached_property
    def hundreds(self) -> frozenset[str]:
        """The words for a hundred."""
        return frozenset(
            word for word, number in self.multipliers.items() if number == HUNDRED
        )

    @cached_property
    def point(self) -> "re.Pattern[str]":
        """A decimal point, spoken, and the digits behind it."""
        small = any_of(word for word, number in self.values.items() if number < TENS)
        return re.compile(
            rf" (?:{any_of(self.grammar.table.points)})((?: (?:{small})(?![{LETTER}]))+)",
            re.IGNORECASE,
        )

    @cached_property
    def and_a_half(self) -> "re.Pattern[str]":
        """Half of one more of the last scale."""
        return re.compile(
            rf" (?:{any_of(self.grammar.table.and_a_half)})(?![{LETTER}])", re.IGNORECASE
        )

    @cached_property
    def compound(self) -> "re.Pattern[str] | None":
        """A number without spaces between its digits and scales; None where the language
        has none.
        """
        table = self.grammar.table
        if not table.powers:
            return None
        digits, powers, more = (
            any_of(sum(words, ()))
            for words in (table.digits.values(), table.powers.values(), [table.more])
        )
        return re.compile(
            rf"(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?P<digit>{digits})|(?P<power>{powers})"
            rf"|(?P<more>{more})"
        )

    @cached_property
    def uncounted(self) -> frozenset[str]:
        """Signs before a scale that make it several, and no number: 数百亿."""
        return frozenset(
            word for words in self.grammar.table.several.values() for word in words
        )

    @cached_property
    def signs(self) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """The digits and the powers of ten of such numbers."""
        return meaning_by_word(self.grammar.table.digits), meaning_by_word(
            self.grammar.table.powers
        )

    @cached_property
    def may_start(self) -> "re.Pattern[str]":
        """Where a number may begin."""
        table = self.grammar.table
        words = any_of([*self.values, *table.articles, *table.halves])
        signs = "".join(sum((*table.digits.values(), *table.powers.values()), ()))
        return re.compile(
            rf"[0-9½¼¾⅓⅔⅛.{signs}]|(?<![{LETTER}])(?:{words})(?![{LETTER}])", re.IGNORECASE
        )


@lru_cache(maxsize=64)
def number_words(grammar: Grammar) -> NumberWords:
    """The patterns of a grammar, made once."""
    return NumberWords(grammar)


def scaled_by(text: str, number: Number, grammar: Grammar) -> Number:
    """The number with the scales that stand after it."""
    words = number_words(grammar)
    value, end = number.value, number.end
    if half := words.and_a_half.match(text, end):
        value, end = value + Decimal("0.5"), half.end()
    if text[end - 1 : end].isdigit() and (glued := words.glued_scale.match(text, end)):
        value, end = value.scaleb(words.glued[glued[1]]), glued.end()
    if multiplier := words.multiplier.match(text, end):
        value, end = value * words.multipliers[small(multiplier[1])], multiplier.end()
    while match := words.scale.match(text, end):
        value, end = value.scaleb(words.scales[small(match[1])]), match.end()
    return number if end == number.end else replace(number, value=value, end=end)
