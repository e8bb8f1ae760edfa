"""Yes or no."""

from collections.abc import Iterable

from dossier.model.data import Data
from dossier.model.schema import Schema
from dossier.model.values.base import Field, Lookups, Misread, ValueType
from dossier.model.values.meant import Candidate
from dossier.model.values.pieces import Piece, Term, Word

OTHER_WORDS = {
    "true": ("true", "yes", "y", "on", "1"),
    "false": ("false", "no", "n", "off", "0"),
}


class FlagType(ValueType[bool]):
    """True or false."""

    id = "flag"
    forms = (bool,)
    about = "`true` or `false`; pages say yes or no"

    def read(self, text: str, field: Field, lookups: Lookups) -> bool:
        """One of the two words."""
        if text not in ("true", "false"):
            raise Misread("S005", "is neither true nor false.", "Write one of the two.")
        return text == "true"

    def meant(self, text: str, field: Field) -> Iterable[Candidate]:
        """Of the two the one that other words stand for."""
        return [
            Candidate(word)
            for word, others in OTHER_WORDS.items()
            if text.strip().lower() in others
        ]

    def schema(self, field: Field) -> Schema:
        """What YAML takes for one of the two."""
        return {"type": "boolean"}

    def written(self, value: bool) -> tuple[str, ...]:
        """The word."""
        return (str(value).lower(),)

    def said(self, value: bool, field: Field) -> Piece:
        """Yes or no."""
        return Word(Term.YES if value else Term.NO)

    def data(self, value: bool) -> dict[str, Data]:
        """The same to machines."""
        return {"type": "flag", "flag": value}


FLAG = FlagType()
