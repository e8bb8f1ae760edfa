"""RIS, the line format of reference managers: `TY  - NEWS` begins an item, `ER  - ` ends
it.

Read by ourselves rather than by a package: a dozen tags are all that a source has use for,
and a file of strangers is read in one pass, with bounds, and with the line of what is wrong
with it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from dossier.intake.bounds import language_tag
from dossier.intake.csl import MAX_ITEMS
from dossier.intake.drafts import Detail, Draft, day_detail, details_from
from dossier.intake.people import authors_listed, together
from dossier.intake.records import (
    address_detail,
    doi_detail,
    plain_words,
    remarks_on,
    title_words,
    type_detail,
)
from dossier.intake.stamps import day_of, edtf
from dossier.model.calendar import SEASONS
from dossier.model.errors import DossierError
from dossier.model.sources import SourceType

LINE = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*))?")
TYPES = {
    "NEWS": SourceType.NEWS, "MGZN": SourceType.MAGAZINE, "JOUR": SourceType.JOURNAL, "EJOUR": SourceType.JOURNAL,
    "ELEC": SourceType.WEBPAGE, "WEB": SourceType.WEBPAGE, "BLOG": SourceType.POST, "RPRT": SourceType.REPORT,
    "GOVDOC": SourceType.REPORT, "BOOK": SourceType.BOOK, "EBOOK": SourceType.BOOK, "DATA": SourceType.DATASET,
    "CASE": SourceType.LEGAL, "BILL": SourceType.REGULATION, "STAT": SourceType.REGULATION, "VIDEO": SourceType.BROADCAST,
}  # fmt: skip
NEAREST = {
    "CHAP": SourceType.BOOK,
    "CONF": SourceType.REPORT,
    "THES": SourceType.REPORT,
    "MPCT": SourceType.BROADCAST,
}
AUTHORS = ("AU", "A1")
TEXTS = {
    "title": ("TI", "T1"),
    "publisher": ("PB",),
    "container-title": ("T2", "JO", "JF", "BT", "JA"),
}
ISSUED = ("DA", "PY", "Y1")
TAKEN = frozenset(
    (
        "TY",
        "ID",
        "UR",
        "DO",
        "Y2",
        "LA",
        *AUTHORS,
        *ISSUED,
        *(tag for tags in TEXTS.values() for tag in tags),
    )
)
MAX_VALUES = 200  # of one tag in one item
MAX_VALUE = 10_000  # characters of one; what is longer than our own files allow is left out later, with a word about it

Item = dict[str, list[str]]


def draft_ris(text: str, name: str) -> tuple[Draft, ...]:
    """A draft for each item. Raises DossierError where the file holds something else."""
    items = tuple(islice(_items(text, name), MAX_ITEMS + 1))
    if len(items) > MAX_ITEMS:
        raise DossierError(f"{name} has more than {MAX_ITEMS} items; split it.")
    if not items:
        raise DossierError(
            f"{name} is not RIS: expected `TY  - NEWS` and further lines like it."
        )
    return tuple(map(_draft, items))


def _draft(item: Item) -> Draft:
    details = tuple(_details(item))
    return Draft(
        details,
        remarks=tuple(remarks_on(details, (tag for tag in item if tag not in TAKEN))),
    )


def _items(text: str, name: str) -> Iterator[Item]:
    """The items of a file: the values of each tag, in order."""
    item: Item | None = None
    tag = ""
    for number, line in enumerate(text.split("\n"), 1):
        match = LINE.fullmatch(line.rstrip())
        tag = match[1] if match else tag
        value = (match[2] or "") if match else None
        if item is None:
            item = _begun(line, tag, value, f"{name}:{number}")
        elif tag == "TY" and match:
            raise DossierError(
                f"{name}:{number}: an item begins before the last one ended with `ER  - `."
            )
        elif tag == "ER" and match:
            yield item
            item = None
        else:
            _add(item[tag], line if value is None else value, is_new=value is not None)
    if item is not None:
        raise DossierError(f"{name} ends within an item; expected `ER  - `.")


def _begun(line: str, tag: str, value: str | None, where: str) -> Item | None:
    """A new item, where the line begins one; None for a blank line."""
    if not line.strip():
        return None
    if value is None or tag != "TY":
        raise DossierError(f"{where}: expected `TY  - ` and the type of an item.")
    return defaultdict(list, {"TY": [value]})


def _add(values: list[str], words: str, *, is_new: bool) -> None:
    """One more value of a tag, or a further line of its last one; what is beyond all use is
    passed over.
    """
    if is_new and len(values) < MAX_VALUES:
        values.append(words)
    elif not is_new and values and len(values[-1]) < MAX_VALUE:
        values[-1] = f"{values[-1]} {words.strip()}"


def _details(item: Item) -> Iterator[Detail]:
    word = item["TY"][0].strip()
    known = TYPES.get(word)
    yield Detail("type", known, "TY") if known else type_detail(word, NEAREST)
    yield _authors(item)
    for key, tags in TEXTS.items():
        yield from details_from(
            (key, title_words(value), tag) for tag in tags for value in item.get(tag, ())
        )
    yield from (address_detail(value, "UR") for value in _values(item, "UR"))
    yield from (doi_detail(value, "DO") for value in _values(item, "DO"))
    yield from (
        _day("issued", value, tag) for tag in ISSUED for value in _values(item, tag)
    )
    yield from (_day("accessed", value, "Y2") for value in _values(item, "Y2"))
    yield from details_from(
        ("language", language_tag(value), "LA") for value in _values(item, "LA")
    )


def _values(item: Item, tag: str) -> list[str]:
    return [words for value in item.get(tag, ()) if (words := plain_words(value))]


def _authors(item: Item) -> Detail:
    authors, titles = together(
        authors_listed(name) for tag in AUTHORS for name in _values(item, tag)
    )
    return Detail(
        "author",
        authors,
        "AU",
        left_out=tuple(f"“{words}”, no part of a name" for words in titles),
    )


def _day(key: str, words: str, tag: str) -> Detail:
    """`2024/08/01/late edition`: year, month and day as far as they are there, and other
    words.
    """
    year, *rest = (part.strip() for part in words.split("/", 3))
    if not rest or not year.isdecimal():
        return day_detail(key, words, day_of(words), tag)
    month, day, other = (*rest, "", "")[:3]
    if season := SEASONS.get(other.lower()) if not month else None:
        return day_detail(key, words, edtf((year, season)), tag)
    detail = day_detail(key, words, edtf((year, month, day if month else "")), tag)
    return (
        replace(detail, left_out=(f"{key}: “{other}”",))
        if other and detail.value
        else detail
    )
