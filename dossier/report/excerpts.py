"""The lines that findings are about: shown with a caret, and measured from the spot to the
end of the value.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from dossier.collect import Findings
from dossier.model.late import late_pattern
from dossier.model.places import Position
from dossier.read.files import LIMITS, read_text
from dossier.report.escapes import printable

# A line is cut to this many characters around the spot: a terminal shows about as many.
WIDTH = 100
# What stands at a spot: a quoted value, one of our marks in prose, or words up to a sign
# that ends them in YAML.
VALUE = late_pattern(
    r"""
    "(?:[^"\\]|\\.)*"
    | '(?:[^']|'')*'
    | \[[@^][^\]]*\]
    | \{\{.*?\}\}
    | (?:(?!\s*(?:[:,](?:\s|$)|\s\#|$))[^\[\]{}])+
    """,
    re.VERBOSE,
)


class Lines:
    """The lines of the files of a folder; a file that cannot be read has none. Each is read
    once.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._files: dict[str, list[str]] = {}

    def line(self, at: Position) -> str:
        """The line that holds a position; empty where there is none."""
        lines = self._read(at.path)
        return lines[at.line - 1] if 0 < at.line <= len(lines) else ""

    def _read(self, path: str) -> list[str]:
        if path not in self._files:
            readable = Path(path).suffix in LIMITS and not (self.root / path).is_dir()
            text = read_text(self.root, path, Findings()) if readable else None
            self._files[path] = text.split("\n") if text else []
        return self._files[path]


def excerpt(line: str, at: Position) -> Iterator[str]:
    """The line around a position, and a caret below the spot; nothing where the line is
    empty.
    """
    if not line:
        return
    spot = at.column - 1
    start = max(0, at.column - WIDTH * 3 // 4)
    before, after = _shown(line[start:spot]), _shown(line[spot : start + WIDTH])
    yield f"{at.line:>6} | {before}{after}"
    yield f"{'':>6} | {' ' * _columns(before)}^"


def end_column(line: str, column: int) -> int:
    """The column behind the value that begins in `column`; one character at least."""
    found = VALUE.match(line, column - 1)
    return max(found.end(), column) + 1 if found else column + 1


def _shown(text: str) -> str:
    return printable(text.replace("\t", " "))


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes: Chinese letters and emoji take two,
    combining marks none.
    """
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)
