"""Somebody's own words, verbatim and in their language: proved as a whole."""

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from dossier.model.data import Data
from dossier.model.forms import Form
from dossier.model.late import late_pattern
from dossier.model.schema import Schema
from dossier.model.values.asking import Ask, AskWords
from dossier.model.values.base import Field, Lookups, Misread, ValueType
from dossier.model.values.meant import Candidate
from dossier.model.values.pieces import Piece, Spoken
from dossier.model.values.text import A_TEXT, one_paragraph

TONGUE = late_pattern(
    r"(?P<words>.+)"
    r" @(?P<language>[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?)",
    re.DOTALL,
)
"""Words with the tag of their language behind them, as linked data writes it."""
MARKED = late_pattern(
    r"(?:[\"'„“‘«「『])(?P<words>[^\"'„“”‘’«»「」『』]+)(?:[\"'“”’»」』])", re.DOTALL
)
QUOTATION_HELP = (
    "Write the words as they were said, without marks; their language behind them, as in `…"
    " @zh`."
)


@dataclass(frozen=True)
class Quotation(Form):
    """Words that somebody said, as they said them."""

    words: str
    language: str = ""
    # Its tag; empty where it is that of the content.

    def __str__(self) -> str:
        """The text that it is read from."""
        return f"{self.words} @{self.language}" if self.language else self.words


class QuotationType(ValueType[Quotation]):
    """A speaker's own words. They are never shortened or mended: what was not said so is
    told in a text.
    """

    id = "quotation"
    forms = (Quotation,)
    about = "somebody's own words, verbatim and in their language"
    is_provable = True

    def read(self, text: str, field: Field, lookups: Lookups) -> Quotation:
        """The words in one paragraph, and their language where it is named."""
        words = one_paragraph(text)
        if MARKED.fullmatch(words):
            raise Misread(
                "S005", "has marks around its words, and pages set them.", QUOTATION_HELP
            )
        found = TONGUE.fullmatch(words)
        return Quotation(found["words"], found["language"]) if found else Quotation(words)

    def meant(self, text: str, field: Field) -> Iterable[Candidate]:
        """The words without the marks around them."""
        if found := MARKED.fullmatch(" ".join(text.split())):
            yield Candidate(found["words"])

    def schema(self, field: Field) -> Schema:
        """Whatever is not blank."""
        return A_TEXT

    def meaning(self, value: Quotation) -> Hashable:
        """The words, whatever language they are said to be in."""
        return value.words

    def said(self, value: Quotation, field: Field) -> Piece:
        """The words between marks."""
        return Spoken(value.words, value.language)

    def asks(self, value: Quotation, field: Field) -> Ask:
        """All of the words, to the letter."""
        return AskWords(value.words)

    def data(self, value: Quotation) -> dict[str, Data]:
        """The words and their language."""
        language: dict[str, Data] = {"language": value.language} if value.language else {}
        return {"type": "quotation", "words": value.words} | language


QUOTATION = QuotationType()
