"""The words of a quote as they are compared: its figures and dates, read with the text around it.

A quote must not cut a figure, nor leave out the hedge right before it, so both are looked for a little beyond its ends.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from dossier.figures.days import Day, find_days
from dossier.figures.figures import Figure, find_figures
from dossier.figures.fiscal import Told, find_periods
from dossier.texts.archive import View
from dossier.texts.passages import Span
from dossier.texts.sentences import sentence_around

CONTEXT = (
    40  # characters in which the rest of a figure or its hedge stands: "well in excess of 380 billion Hong Kong dollars"
)

READ = frozenset({"", "en", "zh"})
"""The languages whose figures and dates are read; a source that names none is taken for English with Chinese in it."""

Item = TypeVar("Item", Figure, Day, Told)


@dataclass(frozen=True)
class Words:
    """A passage: the pieces of a quote in a text."""

    view: View
    spans: tuple[Span, ...]
    language: str = ""

    @property
    def unread(self) -> str:
        """Why no figure or date of the words is compared; empty where they are.

        Where a language is not known, its words for thousands, bounds and denials would be taken for nothing.
        """
        known = self.language.partition("-")[0] in READ
        return "" if known else f"figures are not read in this language ({self.language})"

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that begin or end in the quote."""
        return tuple(self._read(find_figures))

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """The dates that begin or end in the quote."""
        return tuple(self._read(find_days))

    @cached_property
    def periods(self) -> tuple[Told, ...]:
        """The fiscal periods that begin or end in the quote."""
        return tuple(self._read(find_periods))

    @cached_property
    def sentence(self) -> Span:
        """The sentence around the passage: of one that runs on, from where its first begins to where its last ends."""
        return sentence_around(self.view, self.spans[0][0], self.spans[-1][1])

    @cached_property
    def paragraph(self) -> Span:
        """The paragraph around the passage."""
        return self.view.paragraph_at(self.spans[0][0])[0], self.view.paragraph_at(self.spans[-1][1])[1]

    @property
    def pieces(self) -> tuple[str, ...]:
        """The words of the quote itself."""
        return tuple(self.view.flat[start:end] for start, end in self.spans)

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch lies within one piece of the quote."""
        return any(first <= start and end <= last for first, last in self.spans)

    def is_date(self, figure: Figure) -> bool:
        """Whether a number is a part of a date."""
        return any(day.start < figure.end and figure.start < day.end for day in self.days)

    def _read(self, find: Callable[[str, str, Span], tuple[Item, ...]]) -> Iterator[Item]:
        for start, end in self.spans:
            first, last = self._context(start, end)
            for item in find(self.view.flat[first:last], self.language, (start - first, end - first)):
                yield item.shifted(first)

    def _context(self, start: int, end: int) -> Span:
        """The stretch around a piece: whole words, within its paragraph."""
        flat = self.view.flat
        head, tail = self.view.paragraph_at(start)
        first = flat.rfind(" ", head, max(head, start - CONTEXT)) + 1
        last = flat.find(" ", min(tail, end + CONTEXT), tail)
        return max(head, first), last if last >= 0 else tail
