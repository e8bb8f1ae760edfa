"""Dates as sources give them, in EDTF."""

from collections.abc import Iterable

from dossier.model.dates import MOMENT, PartialDate
from dossier.model.schema import Schema, matching
from dossier.model.values.base import Field, Lookups, Misread, ValueType
from dossier.model.values.meant import Meant
from dossier.model.values.stamps import dates_meant

DATE_HELP = "Write 2014, 2014-03 or 2014-03-09, with ? or ~ behind it where it is uncertain or approximate."
_PATTERN = (
    rf"(?:{MOMENT.pattern})|\[(?:{MOMENT.pattern})?\.\.(?:{MOMENT.pattern})?\]|"
    rf"(?:{MOMENT.pattern}|\.\.)/(?:{MOMENT.pattern}|\.\.)"
)
A_DATE = matching(_PATTERN, DATE_HELP, ("string", "integer"), minimum=1, maximum=9999)


class DateType(ValueType[PartialDate]):
    """A day, a month, a year, or a time between two of them."""

    id = "date"
    form = PartialDate
    about = "a date"

    def read(self, text: str, field: Field, lookups: Lookups) -> PartialDate:
        """An EDTF date."""
        try:
            return PartialDate.parse(text)
        except ValueError as error:
            reason = f": {error}" if str(error) else ""
            raise Misread("V001", f"is not a date{reason}.", DATE_HELP) from None

    def meant(self, text: str, field: Field) -> Iterable[Meant]:
        """The same date in EDTF."""
        return dates_meant(text)

    def schema(self, field: Field) -> Schema:
        """The marks of EDTF that we take; a bare year is a number to YAML."""
        return A_DATE

    def written(self, value: PartialDate) -> tuple[str, ...]:
        """Its EDTF text."""
        return (value.text,)


DATE = DateType()
