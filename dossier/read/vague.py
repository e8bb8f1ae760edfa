"""`vague`: words for the doubt of dates where EDTF has no sign for it, beside them in
claims, sources and origins.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from dossier.model.dates import PartialDate, Vagueness
from dossier.model.hints import expected
from dossier.model.places import Place
from dossier.read import parsers
from dossier.read.shapes import Key, Spot

VAGUE = Key(
    "vague", parsers.map_of(parsers.one_or_more_of(Vagueness)),
    "For each date that is meant more loosely than EDTF can say there: its key, and how.", syntax="map of words",
)  # fmt: skip


def loosened(values: Mapping[str, Any], spot: Spot) -> dict[str, Any]:
    """The values of a record without `vague`, but its dates as loose as that says; a
    finding for what does not fit.
    """
    found = {key: value for key, value in values.items() if key != VAGUE.name}
    vague: Mapping[str, tuple[Vagueness, ...]] = values.get(VAGUE.name, {})
    for key, words in vague.items():
        part = _holder(found, key)
        if part is None:
            _refuse(
                key, f"there is no such date. {_expected(key, found)}", spot, found["at"]
            )
        elif key in part:
            try:
                found |= _with(found, key, _loosened(part[key], words))
            except ValueError as error:
                _refuse(key, f"{error}.", spot, found["at"])
    return found


def _holder(values: Mapping[str, Any], key: str) -> Mapping[str, Any] | None:
    """The record or its value, whichever has the key in its file; a date that could not be
    read is in neither.
    """
    at: Place = values["at"]
    value = values.get("value")
    if key in at.entries and key != VAGUE.name:
        return values
    return (
        (value if isinstance(value, Mapping) else {})
        if key in at.within("value").entries
        else None
    )


def _with(values: Mapping[str, Any], key: str, date: PartialDate) -> Mapping[str, Any]:
    return {key: date} if key in values else {"value": {**values["value"], key: date}}


def _loosened(date: object, words: tuple[Vagueness, ...]) -> PartialDate:
    if isinstance(date, PartialDate):
        return date.loosened(*words)
    raise ValueError(
        "it is a list: tell the doubt in a note"
        if isinstance(date, tuple)
        else "it is no date"
    )


def _expected(key: str, values: Mapping[str, Any]) -> str:
    dates = tuple(_dates(values))
    return expected(key, dates) if dates else "The record has no date."


def _dates(values: Mapping[str, Any]) -> Iterator[str]:
    value = values.get("value")
    for part in (values, value if isinstance(value, Mapping) else {}):
        yield from (key for key, one in part.items() if isinstance(one, PartialDate))


def _refuse(key: str, why: str, spot: Spot, at: Place) -> None:
    place = at.within(VAGUE.name)
    spot.out.add(place.key(key), "V009", f"{place.below(key)}: {why}")
