"""Brings an index into one order, so that the same site has the same bytes wherever and
whenever it is built, and takes its filters out.

Pagefind lists the values of a filter as its hash tables hand them out, and names files by
what is in them. Its numbers of pages, words and fragments are stable. What is written anew
is left uncompressed, since two machines may compress the same bytes differently; the script
reads both.

With filters Pagefind holds each result against each value: a word of 20,000 results took
4.6 seconds, and 0.4 without. So which results have which value stands in a file of ours,
which the browser loads when somebody narrows a search down (`narrowing.js`).
"""

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import groupby, pairwise
from typing import Any

import cbor2

from dossier.model.errors import DossierError

MAGIC = b"pagefind_dcd"
ENTRY = "pagefind-entry.json"
FILTERS = "filters.json"
"""Which results have which values: the names of all, in an order, and for each value of each
filter how far it is from one result that has it to the next, or, below 0, how many have it
one behind the other. What all names of a language begin and end with is written once.
"""


def settled(files: Mapping[str, bytes], mark: str = "") -> Mapping[str, bytes]:
    """The files of an index in one order, its results with a mark behind their names. Raises
    DossierError where it is not of the form that we know.
    """
    entry = json.loads(files[ENTRY])
    kept = dict(files)
    count, results = 0, []
    filters: dict[str, dict[str, list[int]]] = {}
    try:
        for language in entry["languages"].values():
            name, pages, values = _settle_language(kept, language["hash"], mark)
            language["hash"] = name
            for filter_name, value, places in values:
                found = filters.setdefault(filter_name, {}).setdefault(value, [])
                found += (count + place for place in places)
            count += len(pages)
            results.append(_in_short(pages, mark))
    except (
        ArithmeticError,
        AttributeError,
        IndexError,
        KeyError,
        OSError,
        TypeError,
        ValueError,
    ) as error:
        version = entry.get("version")
        raise DossierError(
            f"the index that Pagefind {version} made has a form that we do not know."
        ) from error
    kept[ENTRY] = _json(entry)
    kept[FILTERS] = _json({"results": results, "filters": _by_steps(filters)})
    return dict(sorted(kept.items()))


def _settle_language(
    files: dict[str, bytes], hash_name: str, mark: str
) -> tuple[str, Sequence[str], Sequence[tuple[str, str, Sequence[int]]]]:
    """Bring what one language has into order. The new name of its list of files, the names
    of its results, and the places of those that have each value of each filter.
    """
    version, pages, chunks, filters, sorts, fields = _decode(
        files.pop(f"pagefind.{hash_name}.pf_meta")
    )
    for page, *_ in pages if mark else ():
        data = files.pop(f"fragment/{page}.pf_fragment")
        files[f"fragment/{page}{mark}.pf_fragment"] = data
    marked = [[f"{page}{mark}", *more] for page, *more in pages]
    values = [one for _, file in filters for one in _values(files, file)]
    data = _encode([version, marked, chunks, [], sorted(sorts), fields])
    name = _name(hash_name, data, 10)
    files[f"pagefind.{name}.pf_meta"] = data
    return name, [page for page, *_ in pages], values


def _values(files: dict[str, bytes], file: str) -> Iterator[tuple[str, str, Sequence[int]]]:
    """A filter, each of its values, and the places of the results that have it."""
    name, values = _decode(files.pop(f"filter/{file}.pf_filter"))
    for value, places in values:
        yield name, value, places


def _in_short(pages: Sequence[str], mark: str) -> Sequence[str]:
    """The names of results: how all begin, what they differ in, and how all end."""
    start = f"{pages[0].rpartition('_')[0]}_"
    return start, " ".join(page.removeprefix(start) for page in pages), mark


def _by_steps(
    filters: Mapping[str, Mapping[str, Sequence[int]]],
) -> Mapping[str, Mapping[str, Sequence[int]]]:
    """The same as `FILTERS` has it."""
    return {
        name: {value: [*_steps(sorted(places))] for value, places in values.items()}
        for name, values in filters.items()
    }


def _steps(places: Sequence[int]) -> Iterator[int]:
    """How far it is from each to the next, those that follow each other told as one."""
    steps = (end - start for start, end in pairwise((-1, *places)))
    for step, alike in groupby(steps):
        count = len([*alike])
        yield from (-count,) if step == 1 else (step,) * count


def _json(value: object) -> bytes:
    return json.dumps(
        value, ensure_ascii=False, separators=(",", ":"), sort_keys=True
    ).encode()


def _decode(data: bytes) -> Any:
    plain = gzip.decompress(data)
    if not plain.startswith(MAGIC):
        raise ValueError("not a piece of an index")
    return cbor2.loads(plain.removeprefix(MAGIC))


def _encode(value: object) -> bytes:
    return MAGIC + cbor2.dumps(value)


def _name(old: str, data: bytes, length: int) -> str:
    """A name by content, with the language that the old one begins with."""
    return f"{old.rpartition('_')[0]}_{sha256(data).hexdigest()[:length]}"
