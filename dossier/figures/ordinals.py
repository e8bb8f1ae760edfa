"""Number words that count nothing: places in an order (sixth, 6th), shares (two-thirds) and
factors (doubled).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

from dossier.figures.grammars import Grammar
from dossier.figures.number_words import HUNDRED, TENS, number_words
from dossier.figures.numbers import number_at
from dossier.figures.patterns import (
    LETTER,
    Gate,
    any_of,
    gate,
    meaning_by_word,
    small,
    stands_before,
    whole,
)

Found = tuple[Fraction, int, int]
"""A number, and where it begins and ends."""


@dataclass(frozen=True)
class OrdinalWords:
    """The patterns for the places, shares and factors of one grammar."""

    grammar: Grammar

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Each ordinal word with its number."""
        return meaning_by_word(self.grammar.table.places)

    @cached_property
    def tens(self) -> Mapping[str, int]:
        """The tens before an ordinal: twenty-sixth."""
        return {
            word: number
            for word, number in number_words(self.grammar).values.items()
            if TENS <= number < HUNDRED
        }

    @cached_property
    def gates(self) -> Mapping[str, Gate]:
        """By what is looked for, what tells quickly that a text has none of it."""
        table = self.grammar.table
        parts = [f"{word}{ending}" for word in self.denominators for ending in ("", "s")]
        words = {
            "place": [*self.places, *self.tens, *table.place_endings], "best": table.best, "share": parts,
            "one": table.one_in, "factor": self.factors, "halved": table.halved,
        }  # fmt: skip
        return {
            name: gate(listed, spaced=not table.powers) for name, listed in words.items()
        }

    def may_tell(self, what: str, runs: frozenset[str]) -> bool:
        """Whether a text with these runs of letters may tell something."""
        return self.gates[what].lets("", runs)

    @cached_property
    def place(self) -> "re.Pattern[str]":
        """A place in an order."""
        table = self.grammar.table
        endings = any_of(table.place_endings)
        digits = (
            rf"(?<![{LETTER}0-9.,-])(?P<digits>\d{{1,6}})(?:{endings})(?![{LETTER}0-9])"
        )
        word = rf"(?<![-])(?:(?P<tens>{any_of(self.tens)})-)?(?P<word>{whole(self.places)})"
        return re.compile(
            rf"(?:{digits}|{word})(?!{_behind(table.no_place)})", re.IGNORECASE
        )

    @cached_property
    def best(self) -> "re.Pattern[str]":
        """The first by name: the largest."""
        return re.compile(
            rf"(?<!-){whole(self.grammar.table.best)}(?!-\d)(?! \d)", re.IGNORECASE
        )

    @cached_property
    def not_best(self) -> "re.Pattern[str]":
        """What makes it one of several, or the second."""
        others = whole((*self.grammar.table.not_best, *self.places))
        return re.compile(rf"{others}[^.;,]{{0,30}}$", re.IGNORECASE)

    @cached_property
    def denominators(self) -> Mapping[str, int]:
        """The parts of a whole: third, quarter."""
        return meaning_by_word(self.grammar.table.denominators)

    @cached_property
    def share(self) -> "re.Pattern[str]":
        """So many parts of a whole, in words."""
        counts = any_of(
            word
            for word, number in number_words(self.grammar).values.items()
            if 0 < number < 10
        )
        articles = any_of(self.grammar.table.articles)
        return re.compile(
            rf"\b(?:(?P<count>{articles}|{counts}|[1-9])["
            rf" -])?(?P<part>{any_of(self.denominators)})(?P<many>s?)\b"
            rf"(?!(?: (?:{articles}))?{_behind(self.grammar.table.no_place)})"
            r"(?! of (?:the )?(?:fiscal |financial )?(?:year|\d{4}))(?!-)",
            re.IGNORECASE,
        )

    @cached_property
    def half_year(self) -> "re.Pattern[str]":
        """Before a half, what makes it one of a year or a game."""
        return re.compile(
            rf"(?:{any_of([*self.places, *self.grammar.table.not_best])}|1st|2nd|last|other)[ -]$",
            re.IGNORECASE,
        )

    @cached_property
    def one_in(self) -> "re.Pattern[str]":
        """One of so many: one in five."""
        ones = any_of(
            word
            for word, number in number_words(self.grammar).values.items()
            if number == 1
        )
        return re.compile(
            rf"(?<![{LETTER}0-9.,-])(?:{ones}|1) (?:{any_of(self.grammar.table.one_in)})"
            r" (?=[^\W_])",
            re.IGNORECASE,
        )

    @cached_property
    def of_percent(self) -> "re.Pattern[str]":
        """What makes a share one of a percent: half of one percent."""
        table = self.grammar.table
        ones = any_of([*table.articles, "one", "1"])
        return re.compile(
            rf" (?:of )?(?:{ones})["
            rf" -](?P<unit>{whole(table.percent)}|{whole(table.percentage_points)})",
            re.IGNORECASE,
        )

    @cached_property
    def factors(self) -> Mapping[str, int]:
        """Doubled, twice."""
        return meaning_by_word(self.grammar.table.factors)

    @cached_property
    def factor(self) -> "re.Pattern[str]":
        """A factor in one word."""
        return re.compile(whole(self.factors), re.IGNORECASE)

    @cached_property
    def halved(self) -> "re.Pattern[str]":
        """A loss of half."""
        return re.compile(whole(self.grammar.table.halved), re.IGNORECASE)


def _behind(words: tuple[str, ...]) -> str:
    return rf"(?:[ -]?{whole(words)})"


@lru_cache(maxsize=64)
def ordinal_words(grammar: Grammar) -> OrdinalWords:
    """The patterns of a grammar, made once."""
    return OrdinalWords(grammar)


def find_places(text: str, grammar: Grammar, runs: frozenset[str]) -> Iterator[Found]:
    """Places in an order; the greatest is the first, unless it is one of several, or the
    second greatest.
    """
    words = ordinal_words(grammar)
    for match in words.place.finditer(text) if words.may_tell("place", runs) else ():
        digits, word = match["digits"], small(match["word"] or "")
        number = (
            int(digits)
            if digits
            else words.tens.get(small(match["tens"] or ""), 0) + words.places[word]
        )
        yield Fraction(number), match.start(), match.end()
    for match in words.best.finditer(text) if words.may_tell("best", runs) else ():
        if not words.not_best.search(text, max(0, match.start() - 50), match.start()):
            yield Fraction(1), match.start(), match.end()


def find_shares(text: str, grammar: Grammar, runs: frozenset[str]) -> Iterator[Found]:
    """Shares of a whole; not the third of several, nor the quarter of a year."""
    words = ordinal_words(grammar)
    yield from _parted(text, grammar)
    for match in words.one_in.finditer(text) if words.may_tell("one", runs) else ():
        bottom = number_at(text, match.end(), grammar)
        if bottom and bottom.value > 1:
            yield Fraction(1) / Fraction(bottom.value), match.start(), bottom.end
    for match in words.share.finditer(text) if words.may_tell("share", runs) else ():
        top, bottom_part = (
            _count(match["count"] or "", words),
            words.denominators[small(match["part"])],
        )
        if words.of_percent.match(text, match.end()):
            continue
        if top > 1 if match["many"] or bottom_part == 2 else _is_share(match, top):
            yield Fraction(top, bottom_part), match.start(), match.end()
        elif (
            bottom_part == 2
            and top == 1
            and not stands_before(words.half_year, text, match.start())
        ):
            yield Fraction(1, 2), match.start(), match.end()


def _parted(text: str, grammar: Grammar) -> Iterator[Found]:
    """Shares that name the whole first: 三分之一."""
    fractions = grammar.table.fractions
    for match in re.finditer(any_of(fractions), text) if fractions else ():
        starts = (
            start
            for start in range(max(0, match.start() - 4), match.start())
            if not text[start].isspace()
        )
        tops = number_at(
            text, match.end() + (text[match.end() : match.end() + 1] == " "), grammar
        )
        for start in starts:
            whole_part = number_at(text, start, grammar)
            if tops and whole_part and whole_part.end == match.start() and whole_part.value:
                yield Fraction(tops.value) / Fraction(whole_part.value), start, tops.end
                break


def find_percents_of_one(
    text: str, grammar: Grammar, runs: frozenset[str]
) -> Iterator[tuple[Fraction, int, int, str]]:
    """Parts of one percent or point: half of one percent, a quarter of a percentage point;
    with the unit.
    """
    words = ordinal_words(grammar)
    for match in words.share.finditer(text) if words.may_tell("share", runs) else ():
        if unit := words.of_percent.match(text, match.end()):
            top = _count(match["count"] or "", words)
            yield (
                Fraction(top, words.denominators[small(match["part"])]),
                match.start(),
                unit.end(),
                unit["unit"],
            )


def _count(word: str, words: OrdinalWords) -> int:
    return (
        int(word)
        if word.isdigit()
        else number_words(words.grammar).values.get(small(word), 1)
    )


def _is_share(match: "re.Match[str]", top: int) -> bool:
    """A third of it, by a quarter: of one part there must be a whole, or else it is a place
    in an order.
    """
    text = match.string
    return top == 1 and bool(match["count"]) and (
        bool(re.compile(r" of\b").match(text, match.end())) or text.endswith(" by ", 0, match.start())
    )  # fmt: skip


def find_factors(text: str, grammar: Grammar, runs: frozenset[str]) -> Iterator[Found]:
    """Doubled, tripled, twice."""
    words = ordinal_words(grammar)
    for match in words.factor.finditer(text) if words.may_tell("factor", runs) else ():
        yield Fraction(words.factors[small(match[0])]), match.start(), match.end()


def find_halvings(text: str, grammar: Grammar, runs: frozenset[str]) -> Iterator[Found]:
    """What has halved has lost 50%."""
    words = ordinal_words(grammar)
    for match in words.halved.finditer(text) if words.may_tell("halved", runs) else ():
        yield Fraction(-50), match.start(), match.end()
