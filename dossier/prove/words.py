"""The words of a quote as they are compared: its figures and dates, read with the text
around it.

A quote must not cut a figure, nor leave out the hedge right before it, so both are looked
for a little beyond its ends.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from dossier.figures.currencies import currencies_in
from dossier.figures.dates import Day
from dossier.figures.days import days_in
from dossier.figures.figure import Figure, FigureKind
from dossier.figures.figures import figures_in
from dossier.figures.fiscal import FiscalMention, find_periods
from dossier.figures.grammars import UNSAID, Grammar, grammar_of, names_of, own_grammar
from dossier.figures.hedges import CLAUSE_END, bounds_of
from dossier.figures.lengths import lengths_in
from dossier.figures.nouns import Nouns, nouns_of
from dossier.model.languages import Table
from dossier.model.scripts import EAST_ASIAN, HANGUL, IDEOGRAPHS, KANA
from dossier.texts.archive import View
from dossier.texts.passages import Span
from dossier.texts.sentences import sentence_around

# characters in which the rest of a figure or its hedge stands: "well in excess of 380 billion Hong Kong dollars"
CONTEXT = 40

IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")
EASTERN, LATIN = re.compile(f"[{EAST_ASIAN}]"), re.compile("[A-Za-z]{2,}")
"""A sign of a script that writes words in few signs, and a word of one that writes them in
many.
"""
SCRIPTS = (
    (re.compile(f"[{KANA}]"), "ja"),
    (re.compile(f"[{HANGUL}]"), "ko"),
    (IDEOGRAPH, "zh"),
)
"""What the script of a quote, and of the paragraph around it, tells of its language where
its source names none.
"""

Item = TypeVar("Item", Figure, Day, FiscalMention)


NO_WORDS = Grammar(UNSAID, Table())
"""What is known of a language without a file."""


@dataclass(frozen=True)
class Words:
    """A passage: the pieces of a quote in a text."""

    view: View
    spans: tuple[Span, ...]
    language: str = ""
    since: frozenset[str] = frozenset()
    # Words such as since before a date, where the claim asks since when: they are no bound
    # of it then.
    tables: Mapping[str, Table] = field(default_factory=dict)
    # The words of languages that the site brings.

    @cached_property
    def grammar(self) -> Grammar | None:
        """The words of the language; None where no file tells them."""
        if self.language:
            own = next(
                (
                    self.tables[name]
                    for name in names_of(self.language)
                    if name in self.tables
                ),
                None,
            )
            return own_grammar(self.language, own) if own else grammar_of(self.language)
        first, last = self.view.paragraph_at(self.spans[0][0])
        quote = "".join(self.view.flat[start:end] for start, end in self.spans)
        around = self.view.flat[first:last] if IDEOGRAPH.search(quote) else quote
        # A name in another script makes no sentence Chinese.
        scripts = (
            () if len(LATIN.findall(around)) > len(EASTERN.findall(around)) else SCRIPTS
        )
        return grammar_of(
            next((language for script, language in scripts if script.search(around)), "")
        )

    @property
    def is_english(self) -> bool:
        """Whether what only English words are known for can be read: to deny by “no”, which
        in Portuguese is “in the”.
        """
        return self.grammar is not None and self.grammar.language == UNSAID

    @property
    def nouns(self) -> Nouns:
        """What numbers count, in the language of the words."""
        return nouns_of(self.grammar or NO_WORDS)

    @property
    def unread(self) -> str:
        """Why no figure or date of the words is compared; empty where they are.

        Where a language is not known, its words for thousands, bounds and denials would be
        taken for nothing.
        """
        return (
            ""
            if self.grammar
            else f"figures are not read in this language ({self.language})"
        )

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that begin or end in the quote."""
        return tuple(self._read(figures_in))

    @cached_property
    def lengths(self) -> tuple[Figure, ...]:
        """The lengths of time that the quote holds whole, with or without a number."""
        numbered = (figure for figure in self.figures if figure.kind is FigureKind.TIME)
        return tuple(
            one
            for one in (*numbered, *self._read(lengths_in))
            if self.holds(one.start, one.end)
        )

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """The dates that begin or end in the quote."""
        return tuple(self._read(days_in))

    @cached_property
    def periods(self) -> tuple[FiscalMention, ...]:
        """The fiscal periods that begin or end in the quote."""
        return tuple(self._read(find_periods))

    @cached_property
    def sentence(self) -> Span:
        """The sentence around the passage: of one that runs on, from where its first begins
        to where its last ends.
        """
        return sentence_around(self.view, self.spans[0][0], self.spans[-1][1])

    @cached_property
    def paragraph(self) -> Span:
        """The paragraph around the passage."""
        return (
            self.view.paragraph_at(self.spans[0][0])[0],
            self.view.paragraph_at(self.spans[-1][1])[1],
        )

    @property
    def pieces(self) -> tuple[str, ...]:
        """The words of the quote itself."""
        return tuple(self.view.flat[start:end] for start, end in self.spans)

    @property
    def tells_time(self) -> bool:
        """Whether the quote has a part of a date: a year, a month or a day of the week."""
        if any(self.holds(day.start, day.end) for day in self.days):
            return True
        said = frozenset(re.findall(r"\w+", " ".join(self.pieces)))
        return self.grammar is not None and not said.isdisjoint(self.grammar.times)

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch lies within one piece of the quote; a full stop at its end, as
        of a scale in short, need not.
        """
        least = end - (end - start > 1 and self.view.flat[end - 1] == ".")
        return any(first <= start and least <= last for first, last in self.spans)

    def gives(self, figure: Figure) -> bool:
        """Whether a figure lies within the quote, with that which lends it its currency."""
        return self.holds(figure.start, figure.end) and (
            figure.lent is None or self.holds(*figure.lent)
        )

    def denial_beside(self, figure: Figure) -> str:
        """What may deny a figure from anywhere in its clause; empty where nothing does.

        Of English the words right before it are enough, and those further off are a matter
        of cues.
        """
        if not self.grammar or self.grammar.language == UNSAID:
            return ""
        head, tail = self.view.paragraph_at(figure.start)
        start = max(
            (end.end() for end in CLAUSE_END.finditer(self.view.flat, head, figure.start)),
            default=head,
        )
        end = CLAUSE_END.search(self.view.flat, figure.end, tail)
        found = bounds_of(self.grammar).denies.search(
            self.view.flat, start, end.start() if end else tail
        )
        return found[0] if found else ""

    def pays_in(self, currency: str, others: frozenset[str]) -> bool:
        """Whether the text names a currency, and none of some others: it is the one whose
        cents it counts.
        """
        return self._currencies & others == {currency}

    @cached_property
    def _currencies(self) -> frozenset[str]:
        """The currencies of the amounts in the paragraph, or where there are none, in the
        text.
        """
        if not self.grammar:
            return frozenset()
        first, last = self.view.paragraph_at(self.spans[0][0])
        return currencies_in(self.view.flat[first:last], self.grammar) or currencies_in(
            self.view.flat, self.grammar
        )

    def is_date(self, figure: Figure) -> bool:
        """Whether a number is a part of a date."""
        return any(day.start < figure.end and figure.start < day.end for day in self.days)

    def _read(
        self, find: Callable[[str, Grammar, Span], tuple[Item, ...]]
    ) -> Iterator[Item]:
        if not self.grammar:
            return
        for start, end in self.spans:
            first, last = self._context(start, end)
            for item in find(
                self.view.flat[first:last], self.grammar, (start - first, end - first)
            ):
                yield item.shifted(first)

    def _context(self, start: int, end: int) -> Span:
        """The stretch around a piece: whole words, within its paragraph."""
        flat = self.view.flat
        head, tail = self.view.paragraph_at(start)
        first = flat.rfind(" ", head, max(head, start - CONTEXT)) + 1
        last = flat.find(" ", min(tail, end + CONTEXT), tail)
        return max(head, first), last if last >= 0 else tail
