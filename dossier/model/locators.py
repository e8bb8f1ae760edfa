"""Where in a source a passage stands: in words, or as the cell of a table.

A number in a table says nothing by itself. What it is of, of when and in what, its row, its
column and the head of the table say, so a locator can name the words of each. They are
words of the source, to be found there as a quote is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dossier.model.places import NOWHERE, Place


@dataclass(frozen=True, slots=True)
class Locator:
    """Where to look: a page, paragraph or timecode, and what names a cell there."""

    place: str = ""
    row: str = ""
    column: str = ""
    scale: str = ""
    # What the head of the table says of its numbers: $ in millions.
    at: Place = field(default=NOWHERE, compare=False, repr=False)

    @property
    def is_cell(self) -> bool:
        """Whether it names a cell of a table."""
        return bool(self.cell)

    @property
    def cell(self) -> Mapping[str, str]:
        """What names the cell, by key; nothing where it names none."""
        named = {"row": self.row, "column": self.column, "scale": self.scale}
        return {key: words for key, words in named.items() if words}

    def __bool__(self) -> bool:
        return bool(self.place) or self.is_cell

    def __str__(self) -> str:
        return ", ".join(self._told())

    def _told(self) -> Iterator[str]:
        if self.place:
            yield self.place
        if self.row:
            yield f"row {self.row}"
        if self.column:
            yield f"column {self.column}"
        if self.scale:
            yield self.scale


NO_LOCATOR = Locator()
