"""Rows and columns of a table as a text keeps them: the words at the head of a row, its
numbers, and heads above.

A text has no table any more, but its rows run on as they did: a label, and then nothing but
numbers until the next label. Under which head a number stands follows from the order of
both, where there are as many heads as numbers; where that cannot be told, it is not
guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from dossier.texts.archive import Text, View
from dossier.texts.passages import Quote, Span, find_passages

SIGN = r"(?:[A-Z]{1,3}\$|[A-Z]{3}(?![A-Za-z])|[$€£¥₩₹₽₺])"
NUMBER = r"\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,']\d+)*|\.\d+"
CELL = re.compile(
    rf"(?P<lead>[ |:]*)(?P<cell>[-+(]{{0,2}}(?:{SIGN}"
    rf" ?)?[-+(]{{0,2}}(?:{NUMBER})(?:[BMKTbmk]|bn)?(?: ?%)?\)?(?: ?%)?"
    rf"|(?:-+|[Nn]/?[AaMm]|\*)(?=[ |]|$))(?![\w.,]*\w)"
)
"""One number of a row as filings print it, or the sign that there is none."""
OPENING = re.compile(r"[\d)%|:.*>-] ?$|[Nn]/?[AaMm] $")
"""What may stand right before the label of a row: the last number of the row before, or a
line end.
"""
YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)")
BETWEEN_BARS = re.compile(r"[^|]*(?:\||$)")
"""What stands up to the next bar."""
RULE = re.compile(r"[: |-]*")
"""Between the heads and the rows in Markdown, or nothing at all."""
GAP = re.compile(r"[ |]+")
MOST_HEADS = 24  # columns of a table; a longer run is none


@dataclass(frozen=True)
class Row:
    """A row of a table."""

    view: View
    label: Span
    cells: tuple[Span, ...]
    is_sure: bool = True
    # Whether its label begins where it seems to: behind a cell of words, the two cannot be
    # told apart.

    @property
    def end(self) -> int:
        """Where its last number ends."""
        return self.cells[-1][1]

    def held_by(self, spans: tuple[Span, ...]) -> tuple[int, ...]:
        """The places of the cells whose number a quote holds."""
        numbers = (
            re.search(NUMBER, self.view.flat[start:end]) for start, end in self.cells
        )
        places = (
            (at, found.span(), self.cells[at][0])
            for at, found in enumerate(numbers)
            if found
        )
        return tuple(
            at for at, (start, end), base in places
            if any(first <= base + start and base + end <= last for first, last in spans)
        )  # fmt: skip

    def printed(self, at: int) -> str:
        """A cell as the text has it."""
        return self.view.flat[slice(*self.cells[at])]


def rows_of(text: Text, label: str, column: str) -> tuple[Row, ...]:
    """The rows of a text that have a label, the whole of it."""
    *_, head = Quote.of(column).pieces
    found = (one for one in find_passages(text, Quote.of(label)) if len(one.spans) == 1)
    rows = [Row(one.view, one.spans[0], _cells(one.view, one.spans[0][1])) for one in found]
    sure = tuple(row for row in rows if row.cells and _opens(row.view, row.label[0], head))
    return sure or tuple(
        replace(row, is_sure=False)
        for row in rows
        if row.cells and _may_open(row.view, row.label[0])
    )


def _opens(view: View, start: int, column: str) -> bool:
    """Whether a row may begin at a place: of a line, behind the row before, or behind what
    looks like its heads.
    """
    head, _ = view.paragraph_at(start)
    if (
        start == head
        or start - 1 in view.breaks
        or OPENING.search(view.flat, max(head, start - 4), start)
    ):
        return True
    has_digits = any(letter.isdigit() for letter in column)
    return has_digits and bool(
        re.search(rf"{_shape(column)}[ |]*$", view.flat[max(head, start - 60) : start])
    )


def _may_open(view: View, start: int) -> bool:
    """Whether a cell of words may end right before a place: | up Costs."""
    return bool(re.search(r"\| [^|\d]{1,20} $", view.flat[max(0, start - 24) : start]))


def _cells(view: View, place: int) -> tuple[Span, ...]:
    """The numbers that follow a label, up to the next word."""
    found: list[Span] = []
    _, tail = view.paragraph_at(place)
    while match := CELL.match(view.flat, place, tail):
        if not match["lead"]:
            break
        found.append(match.span("cell"))
        place = match.end()
    return tuple(found)


@dataclass(frozen=True)
class Column:
    """What is known of the column that heads name, of a row."""

    places: frozenset[int]
    # The cells that stand below such heads.
    is_sure: bool
    # Whether the heads tell the column at all.


UNSURE = Column(frozenset(), is_sure=False)


def column_of(row: Row, words: str) -> Column | None:
    """The cells of a row below a head, or below a head and the one that spans it; None
    where no head stands above.
    """
    *spanning, head = Quote.of(words).pieces
    above = [*_above(row, head)]
    if not above or any(not [*_above(row, one)] for one in spanning):
        return None
    for start, end in reversed(above):
        alike, barred = _run_around(row.view, start, end), _heads_in_bars(row, start)
        run = next((one for one in (alike, barred) if len(one) == len(row.cells)), ())
        if run and not YEAR.search(row.view.flat, run[-1][1], row.label[0]):
            places = frozenset(
                at for at, (one, last) in enumerate(run) if row.view.flat[one:last] == head
            )
            return Column(_within(row, spanning, run[0][0], places), is_sure=True)
    return UNSURE


def _above(row: Row, words: str) -> Iterator[Span]:
    """Each place of words above a row, or in its label."""
    flat = row.view.flat
    for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", flat[: row.label[1]]):
        yield match.span()


def _run_around(view: View, start: int, end: int) -> tuple[Span, ...]:
    """A head and those beside it that look like it: Q2 2025 | Q2 2024."""
    alike = re.compile(_shape(view.flat[start:end]))
    run = [(start, end)]
    while (before := _neighbour(view, alike, run[0][0])) and len(run) < MOST_HEADS:
        run.insert(0, before)
    while (gap := GAP.match(view.flat, run[-1][1])) and (
        after := alike.match(view.flat, gap.end())
    ):
        if len(run) >= MOST_HEADS or _goes_on(view.flat, after.end()):
            break
        run.append(after.span())
    return tuple(run)


def _heads_in_bars(row: Row, place: int) -> tuple[Span, ...]:
    """The heads of a line of which a place is in one, behind its corner, where bars part
    them; nothing where they do not.
    """
    flat, breaks = row.view.flat, row.view.breaks
    head, tail = row.view.paragraph_at(place)
    head = max((at + 1 for at in breaks if head <= at < place), default=head)
    tail = min(
        (at for at in breaks if place <= at < tail),
        default=min(tail, max(row.label[0], place)),
    )
    parted = [one.span() for one in BETWEEN_BARS.finditer(flat, head, tail)]
    behind_corner = parted[2 if flat.startswith("|", head) else 1 :]
    heads = takewhile(lambda span: not RULE.fullmatch(flat[slice(*span)]), behind_corner)
    return tuple(_trimmed(flat, span) for span in heads)


def _trimmed(flat: str, span: Span) -> Span:
    words = flat[slice(*span)].removesuffix("|")
    span = span[0], span[0] + len(words)
    return span[0] + len(words) - len(words.lstrip()), span[1] - len(words) + len(
        words.rstrip()
    )


def _neighbour(view: View, alike: "re.Pattern[str]", start: int) -> Span | None:
    """The head that ends right before a place."""
    head, _ = view.paragraph_at(start)
    for match in re.finditer(alike, view.flat[max(head, start - 60) : start]):
        first, last = (
            match.start() + max(head, start - 60),
            match.end() + max(head, start - 60),
        )
        if GAP.fullmatch(view.flat[last:start]) and not _goes_on(view.flat, last):
            return first, last
    return None


def _goes_on(flat: str, end: int) -> bool:
    return bool(re.match(r"\w|[.,]\d", flat[end:]))


def _shape(words: str) -> str:
    """What looks like words: as many digits, and words in the place of words."""
    return r"(?<![\w.,])" + re.sub(r"\d+|[^\W\d_]+|.", lambda match: _like(match[0]), words)


def _like(part: str) -> str:
    if part.isdigit():
        return (
            rf"\d{{{len(part)}}}" if len(part) > 2 else r"\d{1,2}"
        )  # a day has one digit or two
    return r"[^\W\d_]+" if part.isalpha() else re.escape(part)


def _within(
    row: Row, spanning: list[str], before: int, places: frozenset[int]
) -> frozenset[int]:
    """Those of some columns that a wider head spans: Three Months Ended, over two of four."""
    for words in spanning:
        above = [span for span in _above(row, words) if span[1] <= before]
        if not above:
            return places
        run = _run_around(row.view, *above[-1])
        wide, rest = divmod(len(row.cells), len(run))
        if not rest:
            at = run.index(above[-1])
            places = frozenset(place for place in places if place // wide == at)
    return places
