"""The lines of a text, and where in them the text of a block stands."""

from markdown_it.token import Token

from dossier.model.places import Position


class ProseLines:
    """The lines of a text, and where in them the text of a block stands."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.lines = text.split("\n")
        self.path, self.first_line = path, first_line
        self.past = (
            0,
            0,
        )  # line, and the column behind the last block found there: cells of a table share a line

    def at(self, line: int, column: int = 0) -> Position:
        """A position in our file from a line and column of the text, both from 0."""
        return Position(self.path, line + self.first_line, column + 1)

    def starts(self, block: Token) -> tuple[tuple[int, int], ...]:
        """Where each line of a block's text begins: behind the signs of quotes, lists and
        headings.
        """
        first = block.map[0] if block.map else 0
        return tuple(
            (first + index, self._column(first + index, text))
            for index, text in enumerate(_lines_of(block))
        )

    def _column(self, line: int, text: str) -> int:
        whole = self.lines[line] if line < len(self.lines) else ""
        behind = self.past[1] if self.past[0] == line else 0
        start = max(
            whole.find(text, behind), behind
        )  # a cell with an escaped bar is not there to the letter
        self.past = (line, start + len(text))
        return start


def _lines_of(block: Token) -> list[str]:
    return [line.rstrip() for line in block.content.split("\n")]
