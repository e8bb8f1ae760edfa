"""`locator` of a reference: words that say where in the source, or what names the cell of a
table there.
"""

from dossier.model.locators import Locator
from dossier.read import parsers
from dossier.read.shapes import (
    ELSEWHERE,
    Key,
    Spot,
    object_of,
    reads,
    record_of,
    refuse,
    shape,
    written,
)
from dossier.yaml.nodes import MappingNode, Node

CELL = shape(
    Locator,
    row=reads(
        parsers.text,
        "The words at the head of the row, all of them and to the letter.",
        required=True,
        empty="",
    ),
    column=reads(
        parsers.text,
        "The words at the head of the column; needed where the row has several numbers.",
    ),
    scale=reads(
        parsers.text,
        "What the head of the table says of its numbers, such as `$ in millions`.",
    ),
    place=reads(parsers.text, "Where the table is: a page, or its title."),
    at=ELSEWHERE,
)


@written({"anyOf": [parsers.text.schema, object_of(CELL)]})
def _locator(node: Node, spot: Spot) -> Locator:
    """Raises Refused."""
    if not isinstance(node, MappingNode):
        return Locator(parsers.text(node, spot))
    if not node.pairs:
        raise refuse(node, "S009", spot, "is empty. Give at least the row.")
    return record_of(node, CELL, spot)


LOCATOR = Key(
    "locator", _locator, "Where in the source: a page, paragraph or timecode; or the row, column and scale of a cell.",
    syntax="text, or map of words",
)  # fmt: skip
