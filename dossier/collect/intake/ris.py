"""RIS, the line format of reference managers: `TY  - NEWS` begins an item, `ER  - ` ends it.

Read by ourselves rather than by a package: a dozen tags are all that a source has use for, and a file of strangers is read
in one pass, with bounds, and with the line of what is wrong with it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from dossier.collect.intake.bounds import language_tag, one_line
from dossier.collect.intake.csl import MAX_ITEMS, type_detail
from dossier.collect.intake.drafts import Detail, Draft, Value, details_from
from dossier.collect.intake.people import AGENCIES
from dossier.collect.intake.stamps import day_of
from dossier.model.errors import DossierError
from dossier.model.sources import Author, SourceType

LINE = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*))?")
TYPES = {
    "NEWS": SourceType.NEWS, "MGZN": SourceType.MAGAZINE, "JOUR": SourceType.JOURNAL, "EJOUR": SourceType.JOURNAL,
    "ELEC": SourceType.WEBPAGE, "WEB": SourceType.WEBPAGE, "BLOG": SourceType.POST, "RPRT": SourceType.REPORT,
    "GOVDOC": SourceType.REPORT, "BOOK": SourceType.BOOK, "EBOOK": SourceType.BOOK, "DATA": SourceType.DATASET,
    "CASE": SourceType.LEGAL, "BILL": SourceType.REGULATION, "STAT": SourceType.REGULATION, "VIDEO": SourceType.BROADCAST,
}  # fmt: skip
NEAREST = {"CHAP": SourceType.BOOK, "CONF": SourceType.REPORT, "THES": SourceType.REPORT, "MPCT": SourceType.BROADCAST}
MAX_VALUES = 200  # of one tag in one item
MAX_VALUE = 10_000  # characters of one; what is longer than our own files allow is left out later, with a word about it

Item = dict[str, list[str]]


def draft_ris(text: str, name: str) -> tuple[Draft, ...]:
    """A draft for each item. Raises DossierError where the file holds something else."""
    items = tuple(islice(_items(text, name), MAX_ITEMS + 1))
    if len(items) > MAX_ITEMS:
        raise DossierError(f"{name} has more than {MAX_ITEMS} items; split it.")
    if not items:
        raise DossierError(f"{name} is not RIS: expected `TY  - NEWS` and further lines like it.")
    return tuple(Draft(tuple(_details(item))) for item in items)


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
            raise DossierError(f"{name}:{number}: an item begins before the last one ended with `ER  - `.")
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
    """One more value of a tag, or a further line of its last one; what is beyond all use is passed over."""
    if is_new and len(values) < MAX_VALUES:
        values.append(words)
    elif not is_new and values and len(values[-1]) < MAX_VALUE:
        values[-1] = f"{values[-1]} {words.strip()}"


def _details(item: Item) -> Iterator[Detail]:
    word = item["TY"][0].strip()
    known = TYPES.get(word)
    yield Detail("type", known, "TY") if known else type_detail(word, NEAREST)
    authors = tuple(dict.fromkeys(_author(name) for tag in ("AU", "A1") for name in item.get(tag, ()) if one_line(name)))
    found: tuple[tuple[str, Value | None, str], ...] = (
        ("author", authors, "AU"),
        *(("title", _first(item, tag), tag) for tag in ("TI", "T1")),
        ("publisher", _first(item, "PB"), "PB"),
        *(("container-title", _first(item, tag), tag) for tag in ("T2", "JO", "JF", "BT", "JA")),
        ("URL", _first(item, "UR"), "UR"),
        ("URL", f"https://doi.org/{_first(item, 'DO')}" if _first(item, "DO") else "", "DO"),
        *(("issued", day_of(_first(item, tag).strip("/")), tag) for tag in ("DA", "PY", "Y1")),
        ("accessed", day_of(_first(item, "Y2").strip("/")), "Y2"),
        ("language", language_tag(_first(item, "LA")), "LA"),
    )
    yield from details_from(found)


def _first(item: Item, tag: str) -> str:
    return one_line(item[tag][0]) if item.get(tag) else ""


def _author(name: str) -> Author:
    """`Family, Given`; without a comma, an organisation or a name as printed."""
    family, _, given = (part.strip() for part in one_line(name).partition(","))
    return Author(family=family, given=given) if given and family not in AGENCIES else Author(literal=family or given)
