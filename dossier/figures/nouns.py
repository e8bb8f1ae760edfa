"""What the number before it counts: the nouns of a language, other names for the same
thing, and what is no noun.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dossier.figures.grammars import UNSAID, Grammar
from dossier.figures.patterns import NEVER, any_of, search_in, small, whole


@dataclass(frozen=True)
class Nouns:
    """The patterns for what numbers count in one grammar."""

    grammar: Grammar

    @cached_property
    def none_behind(self) -> "re.Pattern[str]":
        """What stands behind a number that has no noun of its own."""
        return re.compile(
            rf" ?(?:$|[^\w -])| (?:{any_of(self.grammar.table.breaks)})\b", re.IGNORECASE
        )

    @cached_property
    def difference(self) -> "re.Pattern[str]":
        """What makes a number the difference of two counts, and neither of them: 91 fewer."""
        return re.compile(
            rf" (?:{any_of(self.grammar.table.differences)})\b", re.IGNORECASE
        )

    @cached_property
    def measure(self) -> "re.Pattern[str]":
        """A unit of measure right behind a number, which then counts nothing else: 91
        square feet of data centre.
        """
        return re.compile(rf"[ -]?{whole(self.grammar.table.measures)}", re.IGNORECASE)

    def of(self, noun: str) -> "re.Pattern[str]":
        """The names of a thing."""
        return _names(self.grammar, small(noun))

    def knows(self, noun: str) -> bool:
        """Whether the words for a thing are known; our own nouns are English."""
        return self.grammar.language == UNSAID or small(noun) in self.grammar.table.nouns


@lru_cache(maxsize=1024)
def _names(grammar: Grammar, noun: str) -> "re.Pattern[str]":
    names = grammar.table.nouns.get(noun, ())
    return search_in(names) if names else re.compile(NEVER)


@lru_cache(maxsize=64)
def nouns_of(grammar: Grammar) -> Nouns:
    """The patterns of a grammar, made once."""
    return Nouns(grammar)
