"""The bundles of the site before, for those whose entries are the same.

A bundle is known by its entries and by the programs that made it, and taken only if its
files are still what was written.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from dossier.generate.search import service, stable
from dossier.render.search.entries import Entry


@dataclass(frozen=True)
class Bundle:
    """A part of the index that a browser can read by itself."""

    path: str
    # Below the folder of the index; that of the first is the folder itself.
    key: str
    files: Mapping[str, bytes]

    @cached_property
    def sum(self) -> str:
        """What is in its files, in short."""
        told = blake2b(digest_size=20)
        for name, data in sorted(self.files.items()):
            told.update(f"{name} {len(data)}\n".encode())
            told.update(data)
        return told.hexdigest()


def key_of(entries: Iterable[Entry], language: str, path: str) -> str:
    """All that a bundle depends on, in short."""
    told = blake2b(f"{_makers()} {language} {path}".encode(), digest_size=20)
    for entry in entries:
        told.update(json.dumps(asdict(entry), sort_keys=True, default=dict).encode())
    return told.hexdigest()


@cache
def _makers() -> str:
    """The programs that make a bundle."""
    ours = b"".join(Path(str(one.__file__)).read_bytes() for one in (service, stable))
    names = (
        service.program_name(),
        version("pagefind"),
        version("cbor2"),
        blake2b(ours).hexdigest(),
    )
    return " ".join(names)


def earlier_bundles(folder: Path, listed: str) -> Mapping[str, Bundle]:
    """The bundles in the index of an earlier build, by their keys; without those that are
    not what was written.
    """
    try:
        told = json.loads((folder / listed).read_bytes())
        found = (
            (
                Bundle(one["path"], one["key"], dict(_files(folder / one["path"], listed))),
                one["sum"],
            )
            for one in told
        )
        return {bundle.key: bundle for bundle, was in found if bundle.sum == was}
    except (OSError, ValueError, LookupError, TypeError):
        return {}  # there is none, or one of another form


def _files(folder: Path, listed: str) -> Iterator[tuple[str, bytes]]:
    """The files of one bundle; others are in folders that are called by a number."""
    for path in folder.rglob("*"):
        name = path.relative_to(folder)
        if not name.parts[0].isdigit() and name.parts[0] != listed and path.is_file():
            yield name.as_posix(), path.read_bytes()
