"""The index of a site, made as its records come and written part by part.

A site of many entries has several bundles, which the browser joins: each is made by a
process of Pagefind of its own, one after the other, so that memory is bounded by the
largest. A bundle whose records are those of the site before is taken from there.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from dossier.generate.search.earlier import Earlier, ListedBundle, makers, sum_of_files
from dossier.generate.search.records import FoundRecord
from dossier.generate.search.service import Service
from dossier.generate.search.stable import ENTRY, settled
from dossier.render.site.links import SEARCH_INDEX

SCRIPT = "pagefind.js"
BUNDLES = "bundles.json"
PIECES = (".pf_meta", ".pf_filter", ".pf_index", ".pf_fragment")
"""What is read of what Pagefind makes, beside programs."""
SMALLEST, MOST = 2_000, 24
"""Entries of a bundle, and about how many bundles a browser has to join."""
TOGETHER = 50
"""Records that Pagefind is told at a time: so few that all answers find room in the pipe."""

Write = Callable[[str, bytes], object]
"""Takes a file of the site, by its path."""


def bundle_size(entries: int) -> int:
    """How many entries a bundle has, of a site with so many."""
    return max(SMALLEST, entries // MOST)


class SearchIndex:
    """Takes records in their order, and writes the files of the index as they are there.

    Raises DossierError where Pagefind cannot run or makes something that we do not know.
    """

    def __init__(self, write: Write, size: int = SMALLEST, before: Path | None = None):
        """`before` is the site that has been built last."""
        self._write, self._quarter = write, max(1, size // 4)
        self._before = Earlier(before / SEARCH_INDEX if before else None, BUNDLES)
        self._listed: list[ListedBundle] = []
        self._bundle = self._next()

    def add(self, records: Iterable[FoundRecord]) -> None:
        """Take in some. Where a bundle ends, its last record says: so one record more moves
        no others. It has between three and five quarters of its size, because Pagefind
        takes room for the largest.
        """
        for record in records:
            self._bundle.add(record.data)
            if (has := self._bundle.count) >= 3 * self._quarter and (
                has >= 5 * self._quarter or record.place % self._quarter == 0
            ):
                self._end()

    def finish(self) -> None:
        """No more records come."""
        if self._bundle.count or not self._listed:
            self._end()
        told = json.dumps([one.__dict__ for one in self._listed], indent=0)
        self._write(f"{SEARCH_INDEX}/{BUNDLES}", told.encode())

    def close(self) -> None:
        """Leave no process of Pagefind."""
        self._bundle.close()

    def _next(self) -> "_Bundle":
        number = len(self._listed) + 1
        path = f"{number}/" if number > 1 else ""
        return _Bundle(path, at_once=not self._before.has(path))

    def _end(self) -> None:
        bundle = self._bundle
        files = self._before.files(bundle.path, bundle.key) or bundle.made()
        bundle.close()
        for name, data in files.items():
            self._write(f"{SEARCH_INDEX}/{bundle.path}{name}", data)
        told = ListedBundle(bundle.path, bundle.key, sum_of_files(files), bundle.count)
        self._listed.append(told)
        self._bundle = self._next()


class _Bundle:
    """A part of the index that a browser can read by itself."""

    def __init__(self, path: str, *, at_once: bool) -> None:
        """`path` is below the folder of the index; that of the first is the folder itself.
        Pagefind is told of its records as they come, unless they may be known.
        """
        self.path, self.count = path, 0
        self._mark = f".{path.rstrip('/')}" if path else ""
        # Behind the name of each result, which is by its content and short: of hundreds of
        # thousands in many bundles some would have one name.
        self._at_once = at_once
        self._sum = blake2b(f"{makers()} {path}".encode(), digest_size=20)
        self._waiting: list[bytes] = []
        self._service: Service | None = None

    def add(self, record: bytes) -> None:
        """Take in one."""
        self.count += 1
        self._sum.update(b"%d " % len(record))
        self._sum.update(record)
        self._waiting.append(record)
        if self._at_once and len(self._waiting) == TOGETHER:
            self._hand_on()

    @property
    def key(self) -> str:
        """All that it depends on, in short."""
        return self._sum.hexdigest()

    def made(self) -> Mapping[str, bytes]:
        """Its files, in one order."""
        files = self._hand_on().files()
        programs = {*_programs(files, self.path)}
        needed = {
            name: data
            for name, data in files.items()
            if name.endswith(PIECES) or name in programs
        }
        return settled(needed, self._mark)

    def close(self) -> None:
        """See `SearchIndex`."""
        if self._service:
            self._service.close()

    def _hand_on(self) -> Service:
        self._service = service = self._service or Service()
        for start in range(0, len(self._waiting), TOGETHER):
            service.add(self._waiting[start : start + TOGETHER])
        self._waiting.clear()
        return service


def _programs(files: Mapping[str, bytes], path: str) -> Iterator[str]:
    """What the pieces are read with: one program for all bundles, that of the first.

    Pagefind has ready-made pages and styles besides, which no page of ours asks for.
    """
    yield ENTRY
    if not path:
        yield SCRIPT
        for language in json.loads(files[ENTRY])["languages"].values():
            yield f"wasm.{language['wasm'] or 'unknown'}.pagefind"
