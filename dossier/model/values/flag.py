"""Yes or no."""

from dossier.model.schema import Schema
from dossier.model.values.base import Field, Lookups, Misread, ValueType


class FlagType(ValueType[bool]):
    """True or false."""

    id = "flag"
    form = bool
    about = "`true` or `false`; pages say yes or no"

    def read(self, text: str, field: Field, lookups: Lookups) -> bool:
        """One of the two words."""
        if text not in ("true", "false"):
            raise Misread("S005", "is neither true nor false. Write one of the two.")
        return text == "true"

    def schema(self, field: Field) -> Schema:
        """What YAML takes for one of the two."""
        return {"type": "boolean"}

    def written(self, value: bool) -> tuple[str, ...]:
        """The word."""
        return (str(value).lower(),)


FLAG = FlagType()
