"""What an extractor chose of a page, as text: a paragraph for each block, row and item,
apart by blank lines.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from dossier.intake.shown.marks import BLOCK_END, CELL_END, LINE_END
from dossier.intake.shown.runs import BAR
from dossier.texts.normal import PAGE_NUMBER


def text_of(body: Any) -> str:
    """The text of what was chosen."""
    return text_of_marked("".join(body.itertext()))


def text_of_marked(words: str) -> str:
    """The text of words with marks at the ends of their lines, cells and blocks."""
    return "\n\n".join(_joined(filter(None, map(_line, words.split(BLOCK_END)))))


def _line(block: str) -> str:
    """One block: its lines, or the cells of a row between bars."""
    if CELL_END in block:
        cells = [" ".join(cell.split()) for cell in block.split(CELL_END)]
        kept = cells if cells[-1] else cells[:-1]
        return f"| {BAR.join(kept)} |" if any(kept) else ""
    lines = [
        line for line in (" ".join(line.split()) for line in block.split(LINE_END)) if line
    ]
    return _parted(lines)


def _parted(lines: list[str]) -> str:
    """Lines of one block; a figure at the end or the beginning of one has no part in the
    other.
    """
    text = "".join(lines[:1])
    for before, after in pairwise(lines):
        text += ("\n\n" if before[-1].isdigit() or after[0].isdigit() else "\n") + after
    return text


def _joined(lines: Iterable[str]) -> Iterator[str]:
    """A figure that stands alone goes with what follows it, so that nobody takes it for the
    number of a page.
    """
    waiting = ""
    for line in lines:
        if PAGE_NUMBER.fullmatch(line):
            waiting = f"{waiting}{BAR}{line}" if waiting else line
        else:
            yield f"{waiting}{BAR}{line}" if waiting else line
            waiting = ""
    if waiting:
        yield waiting
