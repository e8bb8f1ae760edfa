"""The patterns for the units of one grammar, and for the words that join two figures."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dossier.figures.currencies import (
    SIGN,
)
from dossier.figures.grammars import Grammar
from dossier.figures.patterns import LETTER, any_of, meaning_by_word, whole

RANGE_SIGN = rf" ?[-~〜] ?(?=\d|{SIGN}|(?-i:[A-Z]{{2,3}}[$ ]?\d))"


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
        return meaning_by_word(self.grammar.table.lengths)

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
            rf" of\b|-(?:{any_of(meaning_by_word(self.grammar.table.places))})(?![{LETTER}])",
            re.IGNORECASE,
        )

    @cached_property
    def joint(self) -> "re.Pattern[str]":
        """Between the two ends of a range, with a conversion in brackets before it or not."""
        table = self.grammar.table
        words = any_of(
            [*table.joints, *table.choices, *table.between_joints, *table.change_joints]
        )
        return re.compile(
            rf"(?: ?\([^()]{{1,30}}\))?(?:{RANGE_SIGN}|"
            rf" ?(?P<word>(?<![{LETTER}])(?:{words})(?![{LETTER}])) ?)",
            re.IGNORECASE,
        )

    @cached_property
    def compared(self) -> "re.Pattern[str]":
        """Between an amount and one that it is compared with."""
        return re.compile(rf",? ?{whole(self.grammar.table.compared)} ?", re.IGNORECASE)

    @cached_property
    def compared_behind(self) -> "re.Pattern[str]":
        """What shows behind a number that it counts nothing of its own."""
        words = whole(self.grammar.table.compared_behind)
        return re.compile(rf" ?(?:$|[.,;:)。，；、]|{words})", re.IGNORECASE)

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
