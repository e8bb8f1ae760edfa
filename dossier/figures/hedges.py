"""The words around a figure that make it a bound, give it a sign, or deny it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dossier.figures.grammars import Grammar
from dossier.figures.patterns import LETTER, Gate, any_of, gate, runs_of, small, whole
from dossier.model.late import late_pattern
from dossier.model.quantities import Hedge
from dossier.model.scripts import EAST_ASIAN

REACH = 40  # characters before a figure in which the longest of these phrases stand
CLAUSE_END = late_pattern(r"[.;:!?。；：！？](?!\d)|[,，、](?= ?\D)")


@dataclass(frozen=True)
class Bounds:
    """The patterns for what surrounds a figure in one grammar."""

    grammar: Grammar

    @cached_property
    def before_words(self) -> Mapping[str, Hedge]:
        """What makes the figure behind it a bound."""
        return {
            small(word): Hedge(name)
            for name, sides in self.grammar.table.bounds.items()
            for word in sides.before
        }

    @cached_property
    def behind_words(self) -> Mapping[str, Hedge]:
        """What makes the figure before it a bound."""
        return {
            small(word): Hedge(name)
            for name, sides in self.grammar.table.bounds.items()
            for word in sides.behind
        }

    @cached_property
    def gates(self) -> Mapping[str, Gate]:
        """By what may stand before a figure, what tells quickly that it does not."""
        table = self.grammar.table
        words = {
            "bound": self.before_words, "fall": table.falls.before, "loss": table.losses.before, "denial": table.denials,
        }  # fmt: skip
        return {
            name: gate(listed, spaced=not table.powers) for name, listed in words.items()
        }

    def may_stand(self, what: str, head: str, runs: frozenset[str]) -> bool:
        """Whether something may stand in the words before a figure, with these runs of
        letters.
        """
        return self.gates[what].lets(head, runs)

    @cached_property
    def before(self) -> "re.Pattern[str]":
        """A bound that ends right before a figure."""
        fillers = any_of(self.grammar.table.fillers)
        return late_pattern(
            rf"(?P<hedge>{whole(self.before_words)})(?:[ ](?:{fillers}))?(?: ?|-)[(]?$",
            re.IGNORECASE,
        )

    @cached_property
    def behind(self) -> "re.Pattern[str]":
        """A bound right behind a figure."""
        return late_pattern(
            rf"(?:{any_of(self.behind_words)})(?![{LETTER}0-9])", re.IGNORECASE
        )

    @cached_property
    def behind_noun(self) -> "re.Pattern[str]":
        """A bound behind the counted noun, “91 data centres at least”; before another
        number or a noun it is that one's.
        """
        table = self.grammar.table
        breaks = any_of(table.breaks)
        if table.powers:  # without spaces: 1万人以上
            things = any_of(word for words in table.nouns.values() for word in words)
            return late_pattern(rf" ?(?:{things})(?P<hedge>{any_of(self.behind_words)})")
        return late_pattern(
            r"(?:"
            rf" (?!(?:{breaks})\b)[{LETTER}-]+){{1,3}}?(?P<hedge>{any_of(self.behind_words)})(?=$|[.,;:!?)]|"
            r" (?:in|across|for|by)\b)",
            re.IGNORECASE,
        )

    @cached_property
    def lead(self) -> "re.Pattern[str]":
        """A bound before a figure that behind a change is none."""
        return late_pattern(
            rf"{whole(self.grammar.table.leads)}(?:"
            rf" (?:{any_of(self.grammar.table.fillers)}))? ?$",
            re.IGNORECASE,
        )

    @cached_property
    def changes(self) -> "re.Pattern[str]":
        """A change: a figure, a rise or a fall."""
        table = self.grammar.table
        return late_pattern(
            rf"\d|{whole((*table.rises, *table.falls.before, *table.falls.behind))}",
            re.IGNORECASE,
        )

    @cached_property
    def spread(self) -> "re.Pattern[str]":
        """Verbs behind which a preposition bounds nothing: spread over."""
        table = self.grammar.table
        return late_pattern(
            rf"{whole(table.spread)} (?:{any_of(table.prepositions)})$", re.IGNORECASE
        )

    @cached_property
    def unbounding(self) -> "re.Pattern[str]":
        """A phrase in which the bound at its end bounds nothing: inched up to."""
        return late_pattern(rf"{whole(self.grammar.table.unbounding)}$", re.IGNORECASE)

    @cached_property
    def particle(self) -> "re.Pattern[str]":
        """Verbs of which a preposition may be a part, or the bound of the figure behind it:
        took over.
        """
        table = self.grammar.table
        return late_pattern(
            rf"{whole(table.particles)} (?:{any_of(table.prepositions)}) $", re.IGNORECASE
        )

    @cached_property
    def fall(self) -> "re.Pattern[str]":
        """A word before a figure that makes it a loss of so much: fell by."""
        return self._leading(self.grammar.table.falls.before)

    @cached_property
    def fall_behind(self) -> "re.Pattern[str]":
        """A word behind a figure that does: a 4.6% decline."""
        return self._following(self.grammar.table.falls.behind)

    @cached_property
    def loss(self) -> "re.Pattern[str]":
        """A word before an amount that makes it negative: a loss of."""
        return self._leading(self.grammar.table.losses.before)

    @cached_property
    def loss_behind(self) -> "re.Pattern[str]":
        """A word behind an amount that does."""
        return self._following(self.grammar.table.losses.behind)

    def _leading(self, words: Iterable[str]) -> "re.Pattern[str]":
        fillers = any_of(self.grammar.table.fall_fillers)
        return late_pattern(rf"{whole(words)}(?: (?:{fillers})){{0,2}} ?$", re.IGNORECASE)

    def _following(self, words: Iterable[str]) -> "re.Pattern[str]":
        return late_pattern(rf"(?:-| (?:[{LETTER}-]+ )?)?{whole(words)}", re.IGNORECASE)

    @cached_property
    def denial(self) -> "re.Pattern[str]":
        """A denial before a figure, with two words between: did not rise 26%."""
        table = self.grammar.table
        nothing = any_of(table.denies_nothing)
        return late_pattern(
            rf"{whole(table.denials)}(?! (?:{nothing})\b)(?:(?:"
            rf" [{LETTER}$']+){{0,2}}|[{EAST_ASIAN}]{{0,4}}) ?$",
            re.IGNORECASE,
        )

    @cached_property
    def denies(self) -> "re.Pattern[str]":
        """A denial anywhere."""
        nothing = any_of(self.grammar.table.denies_nothing)
        return late_pattern(
            rf"{whole((*self.grammar.table.denials, *self.grammar.table.denials_behind))}(?!"
            rf" (?:{nothing})\b)",
            re.IGNORECASE,
        )

    @cached_property
    def minus(self) -> "re.Pattern[str]":
        """The sign as a word, right before a figure; without a space where words have none."""
        space = " ?" if self.grammar.table.powers else " "
        return late_pattern(rf"{whole(self.grammar.table.minus)}{space}$", re.IGNORECASE)


@lru_cache(maxsize=64)
def bounds_of(grammar: Grammar) -> Bounds:
    """The patterns of a grammar, made once."""
    return Bounds(grammar)


def hedge_around(
    text: str, start: int, end: int, bounds: Bounds, *, is_time: bool = False
) -> tuple[Hedge | None, int, int]:
    """The bound of a figure, and where the figure with its bound begins and ends."""
    before = text[max(0, start - REACH) : start]
    found = (
        bounds.before.search(before)
        if bounds.may_stand("bound", before, runs_of(before))
        else None
    )
    if found and not _is_preposition(found, before, bounds, is_time):
        return (
            bounds.before_words[small(found["hedge"])],
            start - len(before) + found.start(),
            end,
        )
    if after := bounds.behind.match(text, end):
        return bounds.behind_words[small(after[0])], start, after.end()
    if behind := bounds.behind_noun.match(text, end):
        return bounds.behind_words[small(behind["hedge"])], start, behind.end()
    return None, start, end


def ambiguous_lead(text: str, start: int, bounds: Bounds) -> str:
    """A word before a figure that may bound it or lead to it, because its clause tells a
    change; empty where none is.
    """
    if verb := bounds.particle.search(text, max(0, start - REACH), start):
        return verb[0].strip()
    if not bounds.grammar.table.leads:
        return ""
    head = text[:start]
    clause = head[max((end.end() for end in CLAUSE_END.finditer(head)), default=0) :]
    lead = bounds.lead.search(clause)
    return lead[0].strip() if lead and bounds.changes.search(clause[: lead.start()]) else ""


def _is_preposition(
    found: "re.Match[str]", before: str, bounds: Bounds, is_time: bool
) -> bool:
    """`over three years`, `spread over 29 regions` and `crept up to 5` bound nothing."""
    if bounds.unbounding.search(before, 0, found.end("hedge")):
        return True
    if small(found["hedge"]) not in bounds.grammar.table.prepositions:
        return False
    return is_time or bool(bounds.spread.search(before[: found.end("hedge")]))
