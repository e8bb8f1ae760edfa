"""Texts: words of our own, or a short phrase."""

from dossier.model.data import Data
from dossier.model.schema import ANY_SCALAR, Schema
from dossier.model.values.base import Field, Lookups, Misread, ValueType
from dossier.model.values.pieces import Piece, TextPiece
from dossier.model.wording import Wording

MAX_TEXT = 2_000
BLANK_HELP = "Give a value, or delete the key if it is not needed."
A_TEXT: Schema = {
    "type": [*ANY_SCALAR],
    "pattern": r"\S",
    "patternErrorMessage": BLANK_HELP,
}


class TextType(ValueType[str]):
    """Words in one paragraph: line ends become spaces."""

    id = "text"
    forms = (str, Wording)
    about = "words of our own, or a short phrase"

    def read(self, text: str, field: Field, lookups: Lookups) -> str:
        """The words with single spaces between them."""
        return one_paragraph(text)

    def schema(self, field: Field) -> Schema:
        """Whatever is not blank."""
        return A_TEXT

    def said(self, value: str, field: Field) -> Piece:
        """The words."""
        return TextPiece(value)

    def data(self, value: str) -> dict[str, Data]:
        """The words."""
        return {"type": "text", "text": value}


TEXT = TextType()


def one_paragraph(text: str) -> str:
    """The words of a text with single spaces between them. Raises Misread where they are
    too many.
    """
    words = " ".join(text.split())
    if len(words) > MAX_TEXT:
        raise Misread("S008", f"has {len(words)} characters; expected at most {MAX_TEXT}.")
    return words
