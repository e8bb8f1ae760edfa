"""The words that dates of one grammar are made of, and those around dates that bound them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dossier.figures.dates import Bound
from dossier.figures.grammars import Grammar
from dossier.figures.patterns import any_of, meaning_by_word, search_in, small, whole


@dataclass(frozen=True)
class DateWords:
    """The words of one grammar."""

    grammar: Grammar

    @cached_property
    def nth(self) -> Mapping[str, int]:
        """What numbers quarters and halves."""
        return meaning_by_word(self.grammar.table.nth)

    @cached_property
    def quarters(self) -> frozenset[str]:
        """The words for a quarter."""
        return frozenset(small(word) for word in self.grammar.table.quarters)

    @cached_property
    def stretches(self) -> Mapping[str, str]:
        """The words for early, mid and late."""
        return meaning_by_word(self.grammar.table.stretches)

    @cached_property
    def seasons(self) -> Mapping[str, str]:
        """The words for seasons, by their name in English."""
        return meaning_by_word(self.grammar.table.seasons)

    def month_of(self, name: str) -> int:
        """The number of a month, by its number or name."""
        return int(name) if name.isdigit() else self.grammar.months[small(name).rstrip(".")]

    @cached_property
    def hedged(self) -> "re.Pattern[str]":
        """A doubt that ends right before a date."""
        return re.compile(rf"{whole(self.grammar.table.date_hedges)} ?$", re.IGNORECASE)

    @cached_property
    def bounds(self) -> tuple[tuple[Bound, "re.Pattern[str]", "re.Pattern[str]"], ...]:
        """What puts things on one side of a date: before it, and behind it."""
        table = self.grammar.table
        fillers = any_of([*table.fillers, *table.date_hedges])
        return tuple(
            (bound, re.compile(rf"{whole(sides.before)}(?: (?:{fillers}))? ?$", re.IGNORECASE),
             re.compile(rf" ?{whole(sides.behind)}", re.IGNORECASE))
            for bound, sides in ((Bound[name.upper()], sides) for name, sides in table.date_bounds.items())
        )  # fmt: skip

    @cached_property
    def denied(self) -> "re.Pattern[str]":
        """A denial before a bound, which it turns: will not open until."""
        return re.compile(
            rf"{whole(self.grammar.table.denials)}(?: [\w']+){{0,4}} ?$", re.IGNORECASE
        )

    @cached_property
    def lasted(self) -> "re.Pattern[str]":
        """What lasted until a date ended then; other words tell only on which side of it
        something was.
        """
        table = self.grammar.table
        fillers = any_of([*table.fillers, *table.date_hedges])
        return re.compile(
            rf"{whole(table.lasted)} (?:{any_of(table.untils)})(?: (?:{fillers}))?$",
            re.IGNORECASE,
        )

    @cached_property
    def range_joint(self) -> "re.Pattern[str]":
        """What stands between the two dates of a range, whole."""
        return re.compile(
            rf" ?(?:-|~|{whole(self.grammar.table.date_joints)}) ?", re.IGNORECASE
        )

    @cached_property
    def between(self) -> "re.Pattern[str]":
        """Before a range of dates."""
        table = self.grammar.table
        between, joints, hedges = (
            whole(table.between),
            any_of(table.between_joints),
            any_of(table.date_hedges),
        )
        return re.compile(
            rf"{between} [\w ,]{{3,20}} (?:{joints})(?: (?:{hedges}))? ?$", re.IGNORECASE
        )

    @cached_property
    def moved(self) -> "re.Pattern[str]":
        """Verbs that move something from one date to another: of two dates, the second
        holds.
        """
        return search_in(self.grammar.table.moves)


@lru_cache(maxsize=64)
def date_words(grammar: Grammar) -> DateWords:
    """The words of a grammar, made once."""
    return DateWords(grammar)
