"""What a search finds, in the form in which it is indexed: ready bytes, so that whoever makes
a page hands them on with it and nobody keeps the words.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

from dossier.generate.search.unspaced import parted
from dossier.render.search.entries import Entry

ASKED = "asked"
"""The field of a result that holds the words by which it is found and which nobody is
shown.
"""

WAYS = "|"
"""Between the addresses of a result; it stands in none of them."""


@dataclass(frozen=True)
class FoundRecord:
    """One result."""

    place: int
    # By which a part of the index ends with it or does not; it hangs on its address alone.
    data: bytes
    # What Pagefind is told of it, as JSON.


def records_of(entries: Iterable[Entry], language: str) -> Iterator[FoundRecord]:
    """A record for each entry, of a site in a language."""
    for entry in entries:
        place = blake2b(entry.url.encode(), digest_size=8).digest()
        data = json.dumps(_told(entry, language), ensure_ascii=False).encode()
        yield FoundRecord(int.from_bytes(place), data)


def _told(entry: Entry, language: str) -> dict[str, object]:
    return {
        # The words of all that a result shows are searched; those of its address are not.
        "url": WAYS.join((entry.url, *entry.ways)),
        "content": parted(entry.text),
        "language": primary(language),
        "meta": {
            name: parted(text)
            for name, text in sorted({**entry.shown, ASKED: entry.asked}.items())
            if text
        },
        "filters": {name: list(values) for name, values in sorted(entry.filters.items())},
    }


def primary(language: str) -> str:
    """A language without its script and its country, as Pagefind knows it."""
    return language.replace("_", "-").partition("-")[0].lower()
