"""The index that a browser searches: the entries of a site, indexed by Pagefind and brought
into one order.

A site of many entries has several bundles, which the browser joins: each is made by a
process of its own, so that memory is bounded by the largest. A bundle whose entries are
those of the site before is taken from there.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from dossier.generate.search.earlier import Bundle, earlier_bundles, key_of
from dossier.generate.search.service import index_files
from dossier.generate.search.stable import ENTRY, settled
from dossier.render.search.entries import Entry
from dossier.render.site.links import SEARCH_INDEX

SCRIPT = "pagefind.js"
BUNDLES = "bundles.json"
PIECES = (".pf_meta", ".pf_filter", ".pf_index", ".pf_fragment")
SMALLEST, MOST = 2_000, 16
"""Entries of a bundle, and about how many bundles a browser has to join."""


def bundle_size(entries: int) -> int:
    """How many entries a bundle has, of a site with so many."""
    return max(SMALLEST, entries // MOST)


def search_files(
    entries: Iterable[Entry],
    language: str,
    size: int = SMALLEST,
    before: Path | None = None,
) -> Mapping[str, bytes]:
    """The files of the index, by their paths in the site.

    `before` is the site that has been built last. Raises DossierError where Pagefind cannot
    run or makes something that we do not know.
    """
    primary = language.replace("_", "-").partition("-")[0].lower()
    earlier = earlier_bundles(before / SEARCH_INDEX, BUNDLES) if before else {}
    files: dict[str, bytes] = {}
    bundles: list[Bundle] = []
    for number, part in enumerate(_parts(entries, size)):
        bundle = _bundle(part, primary, f"{number + 1}/" if number else "", earlier)
        bundles.append(bundle)
        files |= {
            f"{SEARCH_INDEX}/{bundle.path}{name}": data
            for name, data in bundle.files.items()
        }
    told = [{"path": one.path, "key": one.key, "sum": one.sum} for one in bundles]
    return {**files, f"{SEARCH_INDEX}/{BUNDLES}": json.dumps(told, indent=0).encode()}


def _parts(entries: Iterable[Entry], size: int) -> Iterator[tuple[Entry, ...]]:
    """The entries bundle by bundle. Where one ends, its last entry says: so one entry more
    moves no others.
    """
    part: list[Entry] = []
    any_part = False
    for entry in entries:
        part.append(entry)
        if len(part) >= size // 2 and (
            len(part) >= 2 * size or _ends(entry, max(1, size // 2))
        ):
            yield tuple(part)
            part, any_part = [], True
    if part or not any_part:
        yield tuple(part)


def _ends(entry: Entry, of: int) -> bool:
    return int.from_bytes(blake2b(entry.url.encode(), digest_size=8).digest()) % of == 0


def _bundle(
    entries: tuple[Entry, ...], language: str, path: str, earlier: Mapping[str, Bundle]
) -> Bundle:
    key = key_of(entries, language, path)
    if known := earlier.get(key):
        return known
    files = index_files(entries, language)
    needed = {
        name: data
        for name, data in files.items()
        if name.endswith(PIECES) or name in _programs(files, path)
    }
    return Bundle(path, key, settled(needed))


def _programs(files: Mapping[str, bytes], path: str) -> Iterator[str]:
    """What the pieces are read with: one program for all bundles, that of the first.

    Pagefind has ready-made pages and styles besides, which no page of ours asks for.
    """
    yield ENTRY
    if not path:
        yield SCRIPT
        for language in json.loads(files[ENTRY])["languages"].values():
            yield f"wasm.{language['wasm'] or 'unknown'}.pagefind"
