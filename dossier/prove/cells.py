"""The cell of a table as the sentence that it stands for: row, number and what its head
says make “Revenue $12,859 million”.

That sentence is then compared with the claim as any other, so that whatever is known of
figures, signs, units and cues holds for tables too. Nothing in it is ours: each of its
words was found in the text, and the number below its head.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.figures.grammars import Grammar
from dossier.figures.heads import NO_HEAD, Head, read_head
from dossier.figures.number_words import number_words
from dossier.model.claims import Reference
from dossier.model.dates import PartialDate
from dossier.model.locators import Locator
from dossier.model.proofs import Look
from dossier.model.values import COUNT, Field, Property
from dossier.prove.comparing_dates import compare_date
from dossier.prove.counted import STEM
from dossier.prove.cues.times import touches
from dossier.prove.verdicts import Fault, Unread
from dossier.prove.words import Words
from dossier.texts.archive import Text, View
from dossier.texts.passages import GAP, Quote, find_passages
from dossier.texts.tables import NUMBER, Row, column_of, rows_of

ASIDE = re.compile(r" ?\([^()]*\)|\(\d\)")
"""What stands in brackets behind the name of a row, and says how losses are printed: Net
income (loss).
"""
DOWN, UP = (
    r"\b(?:loss|deficit|outflow)\w*\b",
    r"\b(?:income|profit|earnings|gain|surplus|inflow)\w*\b",
)
EITHER = re.compile(rf"{DOWN}.*{UP}|{UP}.*{DOWN}", re.IGNORECASE)
"""A row of profits or losses, whose sign the number alone tells."""
UPSIDE_DOWN = re.compile(rf"{DOWN} ?\({UP}", re.IGNORECASE)
"""A row of losses, in which brackets are profits."""
OTHER_UNIT = re.compile(r"单位|單位|単位|단위")
CODE = "Q020"


@dataclass(frozen=True)
class Cell:
    """A number of a table, with the words that say what it is."""

    locator: Locator
    row: Row
    at: int
    # Its place in the row.
    words: Words
    # Of the quote that holds it.
    head: Head = NO_HEAD
    looks: tuple[Look, ...] = ()
    # What of its place in the table could not be told.

    @property
    def amount(self) -> str:
        """The number as a sentence would have it."""
        printed = self.row.printed(self.at)
        number = re.search(NUMBER, printed)
        own = printed.strip("()-+ ").replace("(", "").replace("-", "").replace(")", "")
        digits = (
            number[0] if number and self.head.is_unit and not own.endswith("%") else own
        )
        is_negative = (
            "(" in printed
            or printed.startswith("-")
            or bool(number and printed[: number.start()].endswith("-"))
        )
        told = (
            digits
            if own.endswith("%") and not self.head.behind.endswith("%")
            else self.head.around(digits)
        )
        return f"-{told}" if is_negative else told

    @property
    def label(self) -> str:
        """The name of the row, without what it says of signs."""
        plain = ASIDE.sub("", Quote.of(self.locator.row).words)
        return "Result" if EITHER.search(plain) else plain

    def sentence(self, unit: str = "") -> tuple[str, int]:
        """The sentence that the cell stands for, and where the row begins in it."""
        column = Quote.of(self.locator.column).words.replace(GAP, " ")
        opening = f"{column}: " if column else ""
        return f"{opening}{self.label} {self.amount}{unit and ' '}{unit}", len(opening)


def find_cell(text: Text, reference: Reference, read: Sequence[Words]) -> Cell | Fault:
    """The cell that a locator names and a quote holds, or why there is none."""
    locator = reference.locator
    if absent := [*_absent(text, locator)]:
        return Fault(
            CODE,
            f"the text of {reference.source} does not have {' and '.join(absent)}; copy"
            " them to the letter",
        )
    rows = rows_of(text, locator.row, locator.column)
    if not rows:
        return Fault(
            CODE,
            f"no row of numbers begins with “{locator.row}” alone; name all the words at"
            " its head",
        )
    held = [Cell(locator, row, at, one) for one in read for row in rows if row.view is one.view
            for at in row.held_by(one.spans)]  # fmt: skip
    if not held:
        shown = " | ".join(rows[0].printed(at) for at in range(len(rows[0].cells)))
        return Fault(
            CODE,
            f"“{reference.quote}” is no number of the row “{locator.row}”, which has"
            f" {shown}",
        )
    return _in_column(held)


def _absent(text: Text, locator: Locator) -> Iterator[str]:
    """What the locator names and the text does not have."""
    for key, words in locator.cell.items():
        for piece in Quote.of(words).pieces:
            if not find_passages(text, Quote(piece)):
                yield f"the {key} “{piece}”"


def _in_column(held: Sequence[Cell]) -> Cell | Fault:
    """The one of some numbers of rows of one name that stands below the head."""
    judged = [(cell, *_judge_column(cell)) for cell in held]
    found = [replace(cell, looks=looks) for cell, fault, looks in judged if not fault]
    if not found:
        return Fault(CODE, next(fault for _, fault, _ in judged))
    sure = [cell for cell in found if not cell.looks] or found
    if len(sure) > 1:
        row = sure[0].locator.row
        return Fault(
            "Q007",
            f"{len(sure)} numbers of rows “{row}” may be meant; quote one alone, or give a"
            " prefix",
        )
    return _headed(sure[0])


def _judge_column(cell: Cell) -> tuple[str, tuple[Look, ...]]:
    """Why a number does not stand below the head; or what cannot be told of that."""
    row, named = cell.row, cell.locator.column
    if not named:
        several = (
            f"the row “{cell.locator.row}” has {len(row.cells)} numbers; name the head of"
            " the column"
        )
        return (several if len(row.cells) > 1 else ""), ()
    column = column_of(row, named)
    if column is None:
        return f"“{named}” does not stand above the row “{cell.locator.row}”", ()
    if column.is_sure and cell.at not in column.places:
        others = (
            " or ".join(f"“{row.printed(place)}”" for place in sorted(column.places))
            or "another number"
        )
        return (
            (
                f"below “{named}” the row “{cell.locator.row}” has {others}, and not"
                f" “{row.printed(cell.at)}”"
            ),
            (),
        )
    is_told = column.is_sure and len(column.places) == 1
    return "", () if is_told else (Look("column", named),)


def _headed(cell: Cell) -> Cell | Fault:
    """A cell with what the head of its table says, and what asks a person to look."""
    scale, grammar = Quote.of(cell.locator.scale), cell.words.grammar
    if grammar is None:
        return cell
    head = read_head(scale.words.replace(GAP, " "), grammar) if scale.words else NO_HEAD
    if head is None:
        told = "does not say what the numbers are in, or says several things"
        return Fault(
            CODE,
            f"“{cell.locator.scale}” {told}; name the words for this number, such as `$ in"
            " millions`",
        )
    nearer = _nearer_scale(cell.row, scale.pieces[0], grammar) if scale.words else ""
    asking = (
        ("scale", nearer),
        ("row", "" if cell.row.is_sure else cell.locator.row),
        ("sign", cell.locator.row if UPSIDE_DOWN.search(cell.locator.row) else ""),
    )
    return replace(
        cell,
        head=head,
        looks=(*cell.looks, *(Look(cue, words) for cue, words in asking if words)),
    )


def _nearer_scale(row: Row, scale: str, grammar: Grammar) -> str:
    """Another head than the one that is named, which stands nearer above the row; its own
    words, where it stands below.
    """
    flat, start = row.view.flat, row.label[1]
    above = flat.rfind(scale, 0, start)
    if above < 0:
        return scale
    between = flat[above + len(scale) : row.label[0]]
    listed = "|".join(re.escape(word) for word in number_words(grammar).scales)
    other = (
        re.search(rf"(?:\bin |\()(?:{listed})\b", between, re.IGNORECASE)
        if listed
        else None
    )
    found = other or OTHER_UNIT.search(between)
    return found[0] if found else ""


def words_of(cell: Cell, field: Field, prop: Property) -> Words | Unread:
    """The words of the sentence that a cell stands for, of which the row and its number are
    the quote.
    """
    unit = _counted(cell, field, prop)
    if field.type is COUNT and field.unit and not unit:
        return Unread(
            f"nothing in row, column and scale says that “{cell.row.printed(cell.at)}”"
            f" counts {field.unit}"
        )
    text, start = cell.sentence(unit)
    if re.search(r"\d", cell.label):  # a number of the label is no number of the cell
        start += len(cell.label) + 1
    return _words(text, start, cell.words)


def _words(text: str, start: int, words: Words) -> Words:
    return Words(
        View(text, ()), ((start, len(text)),), words.language, words.since, words.tables
    )


def _counted(cell: Cell, field: Field, prop: Property) -> str:
    """The unit of a count, where row, column or head name what is counted; empty where they
    do not, or nothing is.
    """
    if field.type is not COUNT:
        return ""
    told = " ".join(cell.locator.cell.values()).lower()
    names = (*field.nouns, field.label or prop.label, *prop.also)
    stems = (name.lower().split()[-1][:STEM].rstrip("s") for name in names if name)
    return (
        field.unit
        if any(re.search(rf"(?<!\w){re.escape(stem)}", told) for stem in stems)
        else ""
    )


def look_at_time(cell: Cell, when: PartialDate | None) -> tuple[Look, ...]:
    """Whether the column is of another time than the claim says."""
    words = period_words(cell)
    if when is None or words is None or compare_date(when, words) is None:
        return ()
    days = [day for day in words.days if day.year and not day.unclear]
    is_outside = bool(days) and not any(touches(day, when) for day in days)
    is_other = bool(when.fiscal and words.periods and not days)
    return (Look("period", cell.locator.column),) if is_outside or is_other else ()


def period_words(cell: Cell) -> Words | None:
    """The words of the column, which say of what time the number is; None where no column
    is named.
    """
    text = Quote.of(cell.locator.column).words.replace(GAP, " ")
    return _words(text, 0, cell.words) if text else None
