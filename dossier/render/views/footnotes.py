"""Footnotes of one page: numbers in order of first appearance, one note for each passage, a way back to every mark.

A mark gets its number when it is printed, so numbers follow the page however its template is arranged; the notes are
asked for last. This is the only thing on a page that changes while the page is written.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from dossier.model.claims import Reference
from dossier.render.language import words
from dossier.render.language.catalogues import Language

MARKS = Markup('<sup class="marks"><span class="marks__edge"> [</span>{}<span class="marks__edge">]</span></sup>')
"""Brackets where the style of the page is gone, as in the reading mode of a browser: no number may touch a figure."""


@dataclass(frozen=True)
class Mark:
    """One number in the text."""

    number: int
    note_id: str
    mark_id: str
    label: str
    # For those who hear it.

    def __html__(self) -> Markup:
        return Markup('<a class="mark" id="{}" href="#{}" role="doc-noteref" aria-label="{}">{}</a>').format(
            self.mark_id, self.note_id, self.label, self.number
        )


@dataclass
class Entry:
    """One note while the page is written: its passage, the marks that lead to it and what it has been used for."""

    number: int
    reference: Reference
    marks: list[Mark] = field(default_factory=list)
    supports: dict[str, None] = field(default_factory=dict)
    # A set that remembers its order.

    @property
    def id(self) -> str:
        """The id of the note on the page."""
        return f"note-{self.number}"


class Footnotes:
    """The notes of one page."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._entries: dict[tuple[str, ...], Entry] = {}

    def mark(self, reference: Reference, supports: Iterable[str] = ()) -> Mark:
        """The next mark for the passage; a passage met before keeps its number."""
        entry = self._entries.setdefault(reference.passage, Entry(len(self._entries) + 1, reference))
        entry.supports.update(dict.fromkeys(supports))
        label = self._language.say(words.NOTE, number=entry.number)
        mark = Mark(entry.number, entry.id, f"{entry.id}-mark-{len(entry.marks) + 1}", label)
        entry.marks.append(mark)
        return mark

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All notes in the order of their numbers."""
        return tuple(self._entries.values())


@dataclass(frozen=True)
class Marks:
    """The marks of several references, numbered at the moment they are printed."""

    footnotes: Footnotes
    references: tuple[Reference, ...]
    supports: tuple[tuple[str, ...], ...] = ()
    # In words, one for each reference: what it proves where that is not just the value.

    def __html__(self) -> Markup:
        if not self.references:
            return Markup()
        told = self.supports or ((),) * len(self.references)
        marks = [self.footnotes.mark(one, parts) for one, parts in zip(self.references, told, strict=True)]
        return MARKS.format(Markup('<span class="marks__comma">,</span>').join(marks))

    def __bool__(self) -> bool:
        return bool(self.references)
