"""CSL-JSON, as Zotero and other reference managers export it: one item or a list. The names
are those of our own files.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dossier.intake.bounds import language_tag, one_line
from dossier.intake.drafts import Detail, Draft, Value, day_detail, details_from
from dossier.intake.people import SUFFIX, Named, authors_listed, named, together
from dossier.intake.records import (
    address_detail,
    doi_detail,
    plain_words,
    remarks_on,
    title_words,
    type_detail,
)
from dossier.intake.stamps import day_of, edtf, is_date
from dossier.model import calendar
from dossier.model.dates import PARTS
from dossier.model.errors import DossierError
from dossier.model.sources import Author, SourceType

MAX_ITEMS = 1_000
MAX_AUTHORS = 200
NEAREST = {
    "article": SourceType.REPORT, "bill": SourceType.REGULATION, "chapter": SourceType.BOOK,
    "entry-encyclopedia": SourceType.WEBPAGE, "legislation": SourceType.REGULATION, "motion_picture": SourceType.BROADCAST,
    "paper-conference": SourceType.REPORT, "post-weblog": SourceType.POST, "software": SourceType.DATASET,
    "song": SourceType.BROADCAST, "thesis": SourceType.REPORT, "treaty": SourceType.REGULATION,
}  # fmt: skip
"""Types that a dossier does not tell apart, with the nearest one that it does."""

TAKEN = frozenset(
    (
        "type",
        "title",
        "author",
        "publisher",
        "container-title",
        "URL",
        "DOI",
        "issued",
        "accessed",
        "language",
        "license",
    )
)
SILENT = frozenset(("id", "citation-key", "citation-label", "schema", "source"))
"""Keys of the manager that exported the item and of nobody else."""

SEASONS = {**calendar.SEASONS, **{str(number): 20 + number for number in range(1, 5)}}
"""What CSL counts from 1 to 4, and what people type in its place."""


def draft_csl(text: str, name: str) -> tuple[Draft, ...]:
    """A draft for each item. Raises DossierError where the file holds something else."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        reason = (
            str(error)
            if isinstance(error, json.JSONDecodeError)
            else "it is nested too deep, or a number is too long"
        )
        raise DossierError(f"{name} is not JSON: {reason}.") from None
    items = found if isinstance(found, list) else [found]
    if len(items) > MAX_ITEMS:
        raise DossierError(f"{name} has {len(items)} items; expected at most {MAX_ITEMS}.")
    if not items or not all(
        isinstance(item, dict) and isinstance(item.get("type"), str) for item in items
    ):
        raise DossierError(
            f"{name} is not CSL-JSON: expected an item, or a list of items, each with its"
            " `type`."
        )
    return tuple(map(_draft, items))


def _draft(item: dict[str, Any]) -> Draft:
    details = tuple(_details(item))
    unused = (key for key, value in item.items() if value and key not in TAKEN | SILENT)
    return Draft(details, remarks=tuple(remarks_on(details, unused)))


def _details(item: dict[str, Any]) -> Iterator[Detail]:
    yield type_detail(item["type"], NEAREST)
    yield _authors(item.get("author"))
    found: tuple[tuple[str, Value | None, str], ...] = (
        ("title", title_words(_raw(item.get("title"))), "title"),
        ("publisher", _text(item.get("publisher")), "publisher"),
        (
            "container-title",
            title_words(_raw(item.get("container-title"))),
            "container-title",
        ),
        ("language", language_tag(_text(item.get("language"))), "language"),
        ("license", _text(item.get("license")), "license"),
    )
    yield from details_from(found)
    yield address_detail(_text(item.get("URL")), "URL")
    yield doi_detail(_text(item.get("DOI")), "DOI")
    yield from (_date(key, item.get(key)) for key in ("issued", "accessed"))


def _authors(value: Any) -> Detail:
    items = value if isinstance(value, list) else [value] if value else []
    found = [_author(item) for item in items[:MAX_AUTHORS]]
    nameless = sum(not one.authors for one in found)
    authors, titles = together(found)
    left_out = [f"“{words}”, no part of a name" for words in titles]
    left_out += [f"{nameless} of the authors, without a name"] if nameless else []
    left_out += (
        [f"{len(items) - MAX_AUTHORS} of the authors, beyond {MAX_AUTHORS}"]
        if len(items) > MAX_AUTHORS
        else []
    )
    return Detail("author", authors, "author", left_out=tuple(left_out))


def _author(item: Any) -> Named:
    """One author, or several that somebody typed into the place of one."""
    name = (
        {key: _text(text) for key, text in item.items()}
        if isinstance(item, dict)
        else {"literal": _text(item)}
    )
    family = " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family"))))
    given = " ".join(filter(None, (name.get("given"), name.get("dropping-particle"))))
    literal = name.get("literal") or ("" if family and given else family or given)
    if ";" in f"{family}{literal}":
        return authors_listed(literal or f"{family}, {given}")
    if literal:
        return Named((Author(literal=literal),))
    if not family:
        return Named(())
    first, comma, suffix = given.rpartition(",")
    if comma and SUFFIX.fullmatch(suffix.strip()):
        return Named((named(family, first.strip(), suffix.strip()),))
    return Named((named(family, given, name.get("suffix", "")),))


def _date(key: str, value: Any) -> Detail:
    """A CSL date as EDTF: its parts, or what a person typed; never more exact than it
    stands there.
    """
    said = value if isinstance(value, dict) else {"raw": value}
    typed = _text(said.get("raw")) or _text(said.get("literal"))
    ends = _ends(said)
    day, lost = (
        _from_parts(ends, said.get("season"))
        if ends
        else (day_of(typed.replace("_", "/")), "")
    )
    words = typed or " to ".join("-".join(map(str, end)) for end in ends)
    detail = day_detail(
        key, one_line(words), _doubted(day) if said.get("circa") else day, key
    )
    return (
        replace(detail, left_out=(*detail.left_out, f"{key}: {lost}"))
        if lost and detail.value
        else detail
    )


def _ends(said: dict[str, Any]) -> list[list[Any]]:
    parts = said.get("date-parts")
    return (
        [end[:3] for end in parts[:3] if isinstance(end, list)]
        if isinstance(parts, list)
        else []
    )


def _from_parts(ends: list[list[Any]], season: Any) -> tuple[str, str]:
    """A date, and what had to be left out of it: EDTF has no range of seasons, and no
    season of a day.
    """
    number = SEASONS.get(_text(season).lower() or str(season))
    if number and [len(end) for end in ends] == [1]:
        return edtf([*ends[0], number]), ""
    lost = f"the season “{one_line(str(season))[:40]}”" if season else ""
    if len(ends) > 1 and any(_is_season(end) for end in ends):
        ends, lost = (
            [end[:1] if _is_season(end) else end for end in ends],
            "the seasons of the two years",
        )
    days = [edtf(end) for end in ends]
    return "/".join(days) if len(days) <= 2 and all(days) else "", lost


def _is_season(end: list[Any]) -> bool:
    return len(end) > 1 and str(end[1]) in map(str, PARTS)


def _doubted(day: str) -> str:
    """A date with its doubt, at both ends of a range."""
    text = "/".join(f"{end}~" for end in day.split("/"))
    return text if is_date(text) else ""


def _text(value: Any) -> str:
    return plain_words(_raw(value))


def _raw(value: Any) -> str:
    return value if isinstance(value, str) else ""
