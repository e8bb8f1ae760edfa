"""A page laid out anew: the same blocks, each with its words as one plain run, so that an
extractor can only choose.

Containers keep their tags and attributes, by which menus and adverts are told; links keep
their words, by which lists of links are. Each run ends in a mark that comes out with the
text, wherever the extractor puts its own line ends.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from dossier.intake.shown.marks import BLOCK_END, CELL_END, LINE, LINE_END, LINK, LINK_END
from dossier.intake.shown.runs import settle
from dossier.intake.shown.styles import Flow, read_styles
from dossier.intake.shown.tables import is_data
from dossier.intake.shown.words import ShownElements, WordRun, elements

ONE_RUN = frozenset((
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "dt", "caption", "summary", "legend", "figcaption", "pre", "listing",
    "xmp"
))  # fmt: skip
"""Blocks that are one run of words, whatever stands in them."""

TABLE = frozenset(("table", "thead", "tbody", "tfoot", "tr", "td", "th"))
LINES = re.compile(rf"\s*{LINE}[\s{LINE}]*")
LINKS = re.compile(rf"([{LINK}{LINK_END}])")


def shown_in(tree: Any) -> ShownElements:
    """How the elements of a page are shown."""
    return ShownElements(read_styles(tree))


def words_of(element: Any, shown: ShownElements) -> str:
    """All the words of an element in one line."""
    words = WordRun(shown)
    words.all_of(element)
    return " ".join(LINKS.sub("", settle(words.take())).replace(LINE, " ").split())


def lay_out(tree: Any, shown: ShownElements) -> tuple[Any, tuple[str, ...]]:
    """A page of the same blocks that holds no more than its words; and the words that are
    struck out in it.
    """
    root = tree.makeelement(tree.tag, dict(tree.attrib))
    _Layout(shown, WordRun(shown), _holders(tree, shown)).fill(root, tree)
    struck = (
        "".join(element.itertext()).split()
        for element in tree.iter("*")
        if shown.look(element).flow is Flow.STRUCK
    )
    return root, tuple(" ".join(words) for words in struck if words)


def _holders(tree: Any, shown: ShownElements) -> frozenset[Any]:
    """The elements with a block somewhere in them."""
    found: set[Any] = set()
    for element in tree.iter("*"):
        if shown.look(element).flow is Flow.BLOCK:
            parent = element.getparent()
            while parent is not None and parent not in found:
                found.add(parent)
                parent = parent.getparent()
    return frozenset(found)


@dataclass
class _Layout:
    """The page as far as it is laid out."""

    shown: ShownElements
    words: WordRun
    holders: frozenset[Any]
    lead: str = field(default="")
    # What the next run begins with: the dash of a list item.
    links: int = 0
    # How many links are around it.

    def fill(self, target: Any, source: Any) -> None:
        """Lay out in one element what stands in another."""
        self._pour(target, source)
        self._end_run(target)

    def _pour(self, target: Any, source: Any) -> None:
        self.words.say(source.text)
        for child in elements(source):
            self._place(target, child)
            self.words.say(child.tail)

    def _place(self, target: Any, child: Any) -> None:
        flow = self.shown.look(child).flow
        if flow is Flow.BLOCK:
            self._end_run(target, alone=False)
            self._block(target, child)
        elif flow is Flow.INLINE and child in self.holders:
            self._around(target, child)
        else:
            self.words.one(child)

    def _around(self, target: Any, child: Any) -> None:
        """An element in the line that holds blocks is no more than its blocks; a link makes
        links of all of them.
        """
        self._end_run(target, alone=False)
        self.links += child.tag == "a"
        self._pour(target, child)
        self._end_run(target, alone=False)
        self.links -= child.tag == "a"

    def _block(self, target: Any, child: Any) -> None:
        if child.tag == "table" and is_data(child):
            self._table(target, child)
            return
        new = _below(target, "div" if child.tag in TABLE else child.tag, child)
        self.lead = "- " if child.tag == "li" else self.lead
        if child.tag in ONE_RUN or child not in self.holders:
            self.words.all_of(child)
            self._end_run(new, CELL_END if _is_term(child) else BLOCK_END)
        else:
            self.fill(new, child)
        self.lead = "" if child.tag == "li" else self.lead

    def _table(self, target: Any, table: Any) -> None:
        """A table of data: each row keeps its line, and each cell its place in it."""
        new = _below(target, "table", table)
        for part in table.iter("caption", "tr"):
            if self.shown.look(part).flow is Flow.BLOCK:
                self._row(_below(new, part.tag, part), part)

    def _row(self, target: Any, row: Any) -> None:
        """The cells of a row, or the words of a caption."""
        cells = (
            [cell for cell in row if self.shown.look(cell).flow is Flow.BLOCK]
            if row.tag == "tr"
            else []
        )
        for cell in cells:
            self.words.all_of(cell)
            self._end_run(
                _below(target, cell.tag, cell),
                CELL_END + (BLOCK_END if cell is cells[-1] else ""),
            )
        if row.tag == "caption":
            self.words.all_of(row)
            self._end_run(target)

    def _end_run(self, target: Any, end: str = BLOCK_END, *, alone: bool = True) -> None:
        """Put the words since the last block in an element: in a paragraph, unless they are
        alone there.
        """
        text = LINES.sub(LINE, settle(self.words.take())).strip(f" {LINE}")
        text = text.replace(LINE, " / " if CELL_END in end else LINE_END)
        if not LINKS.sub("", text).strip() and CELL_END not in end:
            return
        run = f"{LINK}{text}{LINK_END}" if self.links and text else text
        _put(
            target if alone and not len(target) else _below(target, "p"),
            f"{self.lead}{run}{end}",
        )
        self.lead = ""


def _below(target: Any, tag: str, like: Any = None) -> Any:
    """A new last element."""
    new = target.makeelement(tag, dict(like.attrib) if like is not None else {})
    target.append(new)
    return new


def _put(target: Any, run: str) -> None:
    """The words of a run, with its links as elements."""
    depth, last = 0, None
    for part in LINKS.split(run):
        if part in (LINK, LINK_END):
            depth += 1 if part == LINK else -1
        elif part and depth:
            last = _below(target, "a")
            last.text = part
        elif part and last is not None:
            last.tail = part
        elif part:
            target.text = part


def _is_term(element: Any) -> bool:
    following = element.getnext()
    return element.tag == "dt" and following is not None and following.tag == "dd"
