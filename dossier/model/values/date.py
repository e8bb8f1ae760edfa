"""Dates as sources give them, in EDTF."""

import re
from collections.abc import Iterable
from datetime import date

from dossier.model.data import Data
from dossier.model.dates import PartialDate
from dossier.model.fiscal import FISCAL, FISCAL_HELP, Calendar, FiscalPeriod, NoExactEnd
from dossier.model.schema import Schema, matching
from dossier.model.values.asking import Ask, AskDate
from dossier.model.values.base import Field, Lookups, Misread, ValueType
from dossier.model.values.meant import Candidate
from dossier.model.values.pieces import Piece, When
from dossier.model.values.stamps import dates_meant

DATE_HELP = (
    "Write 2014, 2014-03 or 2014-03-09, with ? or ~ behind it where it is uncertain or"
    " approximate."
)
SEEMS_FISCAL = re.compile("fy|fiscal|财年", re.IGNORECASE)
# A year, month or day; a part of a year or digits that are not known, with no sign of
# doubt; and spans between exact ones.
_YEAR, _MONTH = "[0-9]{4}", "[0-9]{4}-(?:0[1-9]|1[0-2])"
_DAY = rf"{_MONTH}-(?:0[1-9]|[12][0-9]|3[01])"
_EXACT = f"(?:{_DAY}|{_MONTH}|{_YEAR})"
_UNKNOWN = f"(?:{_MONTH}-XX|{_YEAR}-XX-XX|(?:[0-9]{{3}}X|[0-9]{{2}}XX)(?:-XX){{0,2}})"
_PART = f"{_YEAR}-(?:2[1-4]|3[3-9]|4[01]|XX)"
_ONE_OF = "|".join(rf"(?:{one})?\.\.(?:{one})?" for one in (_YEAR, _MONTH, _DAY))
_END = rf"(?:{_EXACT}[?~%]?|{_UNKNOWN}|\.\.)"
_PATTERN = (
    rf"{_EXACT}[?~%]?|{_UNKNOWN}|{_PART}|\[(?:{_ONE_OF})\]|{_END}/{_END}|{FISCAL.pattern}"
)
A_DATE = matching(_PATTERN, DATE_HELP, ("string", "integer"), minimum=1, maximum=9999)


class DateType(ValueType[PartialDate]):
    """A day, a month, a year, or a time between two of them."""

    id = "date"
    forms = (PartialDate,)
    about = "a date"
    is_provable = True

    def read(self, text: str, field: Field, lookups: Lookups) -> PartialDate:
        """An EDTF date, or a fiscal period of the company."""
        if FISCAL.fullmatch(text):
            return _fiscal(FiscalPeriod.parse(text), lookups.fiscal)
        try:
            return PartialDate.parse(text)
        except ValueError as error:
            reason = f": {error}" if str(error) else ""
            form = FISCAL_HELP if SEEMS_FISCAL.search(text) else DATE_HELP
            raise Misread("V001", f"is not a date{reason}.", form) from None

    def meant(self, text: str, field: Field) -> Iterable[Candidate]:
        """The same date in EDTF."""
        return dates_meant(text)

    def schema(self, field: Field) -> Schema:
        """The marks of EDTF that we take; a bare year is a number to YAML."""
        return A_DATE

    def holds(self, loose: PartialDate, exact: PartialDate) -> bool:
        """Every day that the one can mean, the other can mean too, and more or the same
        with less doubt.
        """
        holds = loose.earliest <= exact.earliest and exact.latest <= loose.latest
        return (
            holds
            and (loose.sort_key != exact.sort_key or _has_doubt(loose))
            and not _has_doubt(exact)
        )

    def written(self, value: PartialDate) -> tuple[str, ...]:
        """Its EDTF text, with the words for its doubt behind it."""
        return (str(value),)

    def said(self, value: PartialDate, field: Field) -> Piece:
        """The date in words."""
        return When(value)

    def asks(self, value: PartialDate, field: Field) -> Ask:
        """Every end of it, with its doubt."""
        return AskDate(value)

    def data(self, value: PartialDate) -> dict[str, Data]:
        """Its EDTF text and the days it can mean."""
        return {"type": "date"} | date_data(value)


def _has_doubt(when: PartialDate) -> bool:
    return any(moment.uncertain or moment.approximate for moment in when.bounds)


def _fiscal(period: FiscalPeriod, calendar: Calendar) -> PartialDate:
    if calendar.year is None:
        raise Misread(
            "V010",
            f"is a fiscal period, and it is not known of which days. {calendar.remedy}",
        )
    try:
        return PartialDate.of_fiscal(period, *calendar.year.days_of(period))
    except NoExactEnd as missing:
        told = (
            f"the exact end of {missing} is not given. Add `{missing}:` with its last day"
            " under `exact` of `fiscal_year`."
        )
        raise Misread(
            "V010", f"is a period of a year that is counted in weeks, and {told}"
        ) from None


DATE = DateType()


def date_data(when: PartialDate) -> dict[str, Data]:
    """A date as its EDTF text, the days it can mean, and doubt that EDTF cannot write; null
    stands for an open end.

    A fiscal period has its name too, as `label`.
    """
    days: dict[str, Data] = {
        "edtf": when.edtf,
        "earliest": _day(when.earliest),
        "latest": _day(when.latest),
    }
    label: dict[str, Data] = {"label": str(when.fiscal)} if when.fiscal else {}
    return (
        days
        | ({"vague": [word.value for word in when.vague]} if when.vague else {})
        | label
    )


def _day(day: date) -> str | None:
    return None if day in (date.min, date.max) else day.isoformat()
