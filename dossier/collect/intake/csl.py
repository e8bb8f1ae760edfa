"""CSL-JSON, as Zotero and other reference managers export it: one item or a list. The names are those of our own files."""

import json
import re
from collections.abc import Iterator
from typing import Any

from dossier.collect.intake.bounds import language_tag, one_line
from dossier.collect.intake.drafts import Detail, Draft, Value, details_from
from dossier.collect.intake.stamps import day_of, edtf, is_date
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

MARKUP = re.compile(r"</?(?:i|b|em|strong|sub|sup|sc|span)(?:\s[^<>]{0,200})?>", re.IGNORECASE)


def draft_csl(text: str, name: str) -> tuple[Draft, ...]:
    """A draft for each item. Raises DossierError where the file holds something else."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, json.JSONDecodeError) else "it is nested too deep, or a number is too long"
        raise DossierError(f"{name} is not JSON: {reason}.") from None
    items = found if isinstance(found, list) else [found]
    if len(items) > MAX_ITEMS:
        raise DossierError(f"{name} has {len(items)} items; expected at most {MAX_ITEMS}.")
    if not items or not all(isinstance(item, dict) and isinstance(item.get("type"), str) for item in items):
        raise DossierError(f"{name} is not CSL-JSON: expected an item, or a list of items, each with its `type`.")
    return tuple(Draft(tuple(_details(item))) for item in items)


def _details(item: dict[str, Any]) -> Iterator[Detail]:
    yield type_detail(item["type"], NEAREST)
    doi = _text(item.get("DOI"))
    found: tuple[tuple[str, Value | None, str], ...] = (
        ("title", MARKUP.sub("", _text(item.get("title"))), "title"),
        ("author", tuple(dict.fromkeys(_authors(item.get("author")))), "author"),
        ("publisher", _text(item.get("publisher")), "publisher"),
        ("container-title", MARKUP.sub("", _text(item.get("container-title"))), "container-title"),
        ("URL", _text(item.get("URL")), "URL"),
        ("URL", f"https://doi.org/{doi}" if doi else "", "DOI"),
        ("issued", _date(item.get("issued")), "issued"),
        ("accessed", _date(item.get("accessed")), "accessed"),
        ("language", language_tag(_text(item.get("language"))), "language"),
        ("license", _text(item.get("license")), "license"),
    )
    yield from details_from(found)


def type_detail(word: str, nearest: dict[str, SourceType]) -> Detail:
    """The type of an exported item, or the nearest that a dossier knows."""
    if word in list(SourceType):
        return Detail("type", word, "type")
    return Detail("type", nearest.get(word, SourceType.WEBPAGE), f"the nearest to “{one_line(word)[:40]}”", guess=True)


def _authors(value: Any) -> Iterator[Author]:
    for item in value[:MAX_AUTHORS] if isinstance(value, list) else ():
        name = {key: _text(text) for key, text in item.items()} if isinstance(item, dict) else {}
        family = " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family"))))
        given = " ".join(filter(None, (name.get("given"), name.get("dropping-particle"))))
        literal = name.get("literal") or ("" if family else given)
        if family or literal:
            yield Author(literal=literal) if literal else Author(family=family, given=given)


def _date(value: Any) -> str:
    """A CSL date as EDTF: its parts, or what a person typed, where that is a date."""
    if not isinstance(value, dict):
        return ""
    parts = value.get("date-parts")
    listed = parts[:2] if isinstance(parts, list) else []
    ends = [edtf(end[:3]) for end in listed if isinstance(end, list)]
    text = "/".join(ends) if ends and all(ends) else day_of(_text(value.get("raw")) or _text(value.get("literal")))
    doubt = "~" if value.get("circa") and text else ""
    return f"{text}{doubt}" if is_date(f"{text}{doubt}") else ""


def _text(value: Any) -> str:
    return one_line(value) if isinstance(value, str) else ""
