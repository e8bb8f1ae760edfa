"""Records: several named values that belong together. They are made of values of the other
types, and never a single one.
"""

from collections.abc import Mapping
from typing import NoReturn

from dossier.model.data import Data
from dossier.model.forms import Plain
from dossier.model.schema import Schema
from dossier.model.values.base import Field, Lookups, Misread, ValueType
from dossier.model.values.pieces import Piece


class RecordType(ValueType[Mapping[str, Plain]]):
    """Several named values; its property says which."""

    id = "record"
    forms = ()
    about = "several named values that belong together"

    def read(self, text: str, field: Field, lookups: Lookups) -> NoReturn:
        """Refuse any text: each of its keys has a type of its own."""
        raise Misread(
            "S003", "is a single value; expected keys with values, such as `key: value`."
        )

    def schema(self, field: Field) -> Schema:
        """A mapping; of what, the keys of the property say."""
        return {"type": "object"}

    def said(self, value: Mapping[str, Plain], field: Field) -> Piece:
        """Not asked: each of its keys is said by its own type."""
        raise NotImplementedError

    def data(self, value: Mapping[str, Plain]) -> dict[str, Data]:
        """Not asked: each of its keys is told by its own type."""
        raise NotImplementedError


RECORD = RecordType()
