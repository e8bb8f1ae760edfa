"""Brings an index into one order, so that the same site has the same bytes wherever and
whenever it is built.

Pagefind lists the values of a filter as its hash tables hand them out, and names files by
what is in them. Its numbers of pages, words and fragments are stable. So the lists are
sorted, and the files that hold them get new names, up to the entry. What is written anew is
left uncompressed, since two machines may compress the same bytes differently; the script
reads both.
"""

import gzip
import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import cbor2

from dossier.model.errors import DossierError

MAGIC = b"pagefind_dcd"
ENTRY = "pagefind-entry.json"


def settled(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The files of an index in one order. Raises DossierError where it is not of the form
    that we know.
    """
    entry = json.loads(files[ENTRY])
    kept = dict(files)
    try:
        for language in entry["languages"].values():
            language["hash"] = _settle_language(kept, language["hash"])
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
    kept[ENTRY] = json.dumps(
        entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True
    ).encode()
    return dict(sorted(kept.items()))


def _settle_language(files: dict[str, bytes], hash_name: str) -> str:
    """Bring what one language has into order; the new name of its list of files."""
    version, pages, chunks, filters, sorts, fields = _decode(
        files.pop(f"pagefind.{hash_name}.pf_meta")
    )
    named = [[name, _settle_filter(files, file)] for name, file in sorted(filters)]
    data = _encode([version, pages, chunks, named, sorted(sorts), fields])
    name = _name(hash_name, data, 10)
    files[f"pagefind.{name}.pf_meta"] = data
    return name


def _settle_filter(files: dict[str, bytes], file: str) -> str:
    name, values = _decode(files.pop(f"filter/{file}.pf_filter"))
    data = _encode([name, sorted(values)])
    new = _name(file, data, 7)
    files[f"filter/{new}.pf_filter"] = data
    return new


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
