"""Which tables hold data, and which are only how a page was put into columns."""

from typing import Any

PARTS = {
    "table": ("caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr"),
    "thead": ("tr",), "tbody": ("tr",), "tfoot": ("tr",), "tr": ("td", "th"),
}  # fmt: skip
LONGEST_CELL = 300  # characters; what has more is a column


def is_data(table: Any) -> bool:
    """Whether a table is rows of cells that hold little each, with nothing beside them."""
    if table.get("role") in ("presentation", "none") or any(
        inner is not table for inner in table.iter("table")
    ):
        return False
    parts = [part for tag in PARTS for part in table.iter(tag)]
    cells = list(table.iter("td", "th"))
    return (
        bool(cells)
        and all(map(_is_regular, parts))
        and all(len("".join(cell.itertext())) <= LONGEST_CELL for cell in cells)
    )


def _is_regular(part: Any) -> bool:
    said = (part.text, *(child.tail for child in part))
    return not any(words and words.strip() for words in said) and all(
        child.tag in PARTS[part.tag] for child in part
    )
