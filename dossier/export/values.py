"""What the records of data have in common."""

from collections.abc import Mapping

from dossier.model.data import Data
from dossier.model.dates import PartialDate
from dossier.model.values.date import date_data


def without_blanks(record: Mapping[str, Data]) -> dict[str, Data]:
    """A record without the keys that have nothing to say."""
    return {key: value for key, value in record.items() if value is False or value}


def day_data(when: PartialDate | None) -> Data:
    """A date that may be absent."""
    return date_data(when) if when else None
