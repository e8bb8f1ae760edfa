"""The bundles of the site before, for those whose records are the same.

A bundle is known by its records and by the programs that made it, and taken only if its
files are still what was written.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from dossier.generate.search import service, stable


@dataclass(frozen=True)
class ListedBundle:
    """What the list of bundles says of one."""

    path: str
    key: str
    sum: str
    # What is in its files, in short.
    count: int
    # Its results.


class Earlier:
    """The index of an earlier build, if there is one."""

    def __init__(self, folder: Path | None, listed: str) -> None:
        """`listed` is the file that names its bundles."""
        self._folder, self._listed = folder, listed
        self._told = {one.path: one for one in _told(folder / listed)} if folder else {}

    def has(self, path: str) -> bool:
        """Whether there is a bundle at that place."""
        return path in self._told

    def files(self, path: str, key: str) -> Mapping[str, bytes] | None:
        """Those of the bundle that stands there, if its key is this one and they are what
        was written.
        """
        told = self._told.get(path)
        if told is None or told.key != key or self._folder is None:
            return None
        try:
            found = dict(sorted(self._files(self._folder / path)))
        except OSError:
            return None
        return found if sum_of_files(found) == told.sum else None

    def _files(self, folder: Path) -> Iterator[tuple[str, bytes]]:
        """The files of one bundle; others are in folders that are called by a number."""
        for top in folder.iterdir():
            if top.name.isdigit() or top.name == self._listed:
                continue
            for file in top.rglob("*") if top.is_dir() else (top,):
                if file.is_file():
                    yield file.relative_to(folder).as_posix(), file.read_bytes()


def _told(listed: Path) -> tuple[ListedBundle, ...]:
    try:
        return tuple(ListedBundle(**one) for one in json.loads(listed.read_bytes()))
    except (OSError, ValueError, TypeError):
        return ()  # there is none, or one of another form


def sum_of_files(files: Mapping[str, bytes]) -> str:
    """What is in some files, in short."""
    told = blake2b(digest_size=20)
    for name, data in sorted(files.items()):
        told.update(f"{name} {len(data)}\n".encode())
        told.update(data)
    return told.hexdigest()


@cache
def makers() -> str:
    """The programs that make a bundle."""
    ours = b"".join(Path(str(one.__file__)).read_bytes() for one in (service, stable))
    names = (
        service.program_name(),
        version("pagefind"),
        version("cbor2"),
        blake2b(ours).hexdigest(),
    )
    return " ".join(names)
