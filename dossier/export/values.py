"""Values as data: exact, typed and self-explaining."""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from dossier.model.dates import PartialDate
from dossier.model.quantities import Quantity
from dossier.model.values import UNSTATED, Duration, Name, PlaceName, Single, Unstated, Value

Data: TypeAlias = str | int | bool | list["Data"] | dict[str, "Data"] | None


def told(record: Mapping[str, Data]) -> dict[str, Data]:
    """A record without the keys that have nothing to say."""
    return {key: value for key, value in record.items() if value is False or value}


def value_data(value: Value) -> Data:
    """Any value, with its type."""
    if isinstance(value, Mapping):
        return {"type": "record", "keys": {key: value_data(part) for key, part in value.items()}}
    if isinstance(value, tuple):
        return {"type": "list", "items": [value_data(part) for part in value]}
    return _single(value)


def _single(value: Single | Unstated) -> Data:
    if isinstance(value, Name):
        return {"type": "entity", "id": value.entity}
    if isinstance(value, PlaceName):
        return {"type": "place", "name": value.name}
    if isinstance(value, bool):
        return {"type": "flag", "flag": value}
    if isinstance(value, PartialDate):
        return {"type": "date"} | date_data(value)
    if isinstance(value, Quantity):
        return {"type": "quantity"} | quantity_data(value)
    return {"type": "unstated"} if value is UNSTATED else {"type": "text", "text": str(value)}


def date_data(when: PartialDate) -> dict[str, Data]:
    """A date as its EDTF text, the days it can mean, and doubt that EDTF cannot write; null stands for an open end."""
    days: dict[str, Data] = {"edtf": when.text, "earliest": _day(when.earliest), "latest": _day(when.latest)}
    return days | told({"vague": [word.value for word in when.vague]})


def day_data(when: PartialDate | None) -> Data:
    """A date that may be absent."""
    return date_data(when) if when else None


def _day(day: date) -> str | None:
    return None if day in (date.min, date.max) else day.isoformat()


def quantity_data(quantity: Quantity) -> dict[str, Data]:
    """A quantity as written and as an exact decimal, both as text."""
    return {"text": str(quantity), "exact": f"{quantity.exact:f}"} | told(
        {
            "number": str(quantity.number),
            "scale": quantity.scale,
            "unit": quantity.unit,
            "hedge": quantity.hedge and quantity.hedge.value,
        }
    )


def duration_data(span: Duration) -> str:
    """A length of time by ISO 8601."""
    parts = ((span.years, "Y"), (span.months, "M"), (span.days, "D"))
    return "P" + ("".join(f"{number}{letter}" for number, letter in parts if number) or "0D")
