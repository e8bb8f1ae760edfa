"""Footnotes of one page: numbers in order of first appearance, one note for what is said, a
way back to every mark.

A note holds the passages of all sources that say a thing, so that a sentence or an answer
needs one mark. A mark gets its number when it is printed, so numbers follow the page
however its template is arranged; the notes are asked for last. This is the only thing on a
page that changes while the page is written.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from dossier.model.claims import Reference
from dossier.render.language import words
from dossier.render.language.catalogues import Language
from dossier.render.language.tags import tag

MARKS = '<sup class="marks"><span> [</span>{}<span>]</span></sup>'
"""Brackets where the style of the page is gone, as in the reading mode of a browser: no
number may touch a figure.
"""

Passage = tuple[str, ...]


@dataclass(frozen=True)
class NoteMark:
    """One number in the text."""

    number: int
    note_id: str
    mark_id: str
    label: str
    # For those who hear it.

    def __html__(self) -> Markup:
        return tag(
            '<a id="{}" href="#{}" role="doc-noteref" aria-label="{}">{}</a>',
            self.mark_id,
            self.note_id,
            self.label,
            self.number,
        )


@dataclass
class Footnote:
    """One note while the page is written: its passages, each once, and the marks that lead
    to it.
    """

    number: int
    passages: dict[Passage, Reference]
    marks: list[NoteMark] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The id of the note on the page."""
        return f"note-{self.number}"

    @property
    def references(self) -> tuple[Reference, ...]:
        """Its passages, in the order in which they came."""
        return tuple(self.passages.values())


class Footnotes:
    """The notes of one page."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._entries: list[Footnote] = []
        self._holding: dict[Passage, list[Footnote]] = {}

    def mark(self, references: Iterable[Reference]) -> NoteMark:
        """The next mark for some passages, of which there is one at least; a note that
        holds them all keeps its number.

        A source that is cited as a whole beside words of it adds nothing to them.
        """
        every = tuple(references)
        quoted = {one.source for one in every if one.quote}
        passages: dict[Passage, Reference] = {}
        for reference in every:
            if reference.quote or reference.locator or reference.source not in quoted:
                passages.setdefault(reference.passage, reference)
        entry = self._holder(passages) or self._enter(passages)
        label = self._language.say(words.citing.NOTE, number=entry.number)
        mark = NoteMark(entry.number, entry.id, f"{entry.id}-{len(entry.marks) + 1}", label)
        entry.marks.append(mark)
        return mark

    @property
    def entries(self) -> tuple[Footnote, ...]:
        """All notes in the order of their numbers."""
        return tuple(self._entries)

    def _holder(self, passages: dict[Passage, Reference]) -> Footnote | None:
        beside = self._holding.get(next(iter(passages)), ())
        return next(
            (entry for entry in beside if passages.keys() <= entry.passages.keys()), None
        )

    def _enter(self, passages: dict[Passage, Reference]) -> Footnote:
        entry = Footnote(len(self._entries) + 1, passages)
        self._entries.append(entry)
        for passage in passages:
            self._holding.setdefault(passage, []).append(entry)
        return entry


@dataclass(frozen=True)
class Marks:
    """The mark of several references, numbered at the moment it is printed."""

    footnotes: Footnotes
    references: tuple[Reference, ...]

    def __html__(self) -> Markup:
        return (
            tag(MARKS, self.footnotes.mark(self.references))
            if self.references
            else Markup()
        )

    def __bool__(self) -> bool:
        return bool(self.references)
