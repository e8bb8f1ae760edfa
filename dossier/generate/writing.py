"""The files of a site as they are written: each folder made once, each page looked through
from memory.

A file that the site before has with the same bytes is not written again: it is that file,
under a second name. So the disk has little to do where little has changed, and whoever
publishes only what is newer has nothing to do at all.
"""

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from dossier.generate.audit import Audit, Stamp
from dossier.generate.progress import Progress, silent
from dossier.model.errors import DossierError
from dossier.render.scan.scanning import PageScan, scan

NO_STAMP: Stamp = (0, 0)
MODE = 0o666
"""Of a file that anybody may read, less what the umask takes away."""


@dataclass(frozen=True)
class Written:
    """What is told of files that have been written."""

    names: frozenset[str]
    audit: Audit
    files: Mapping[str, bytes] = field(default_factory=dict)
    # Those that are yet to be written, in their order.


@dataclass(frozen=True)
class Output:
    """A folder that a site is written into."""

    folder: Path
    audit: Audit
    before: Path | None = None
    # The site that this one is to replace, where its files may be used.
    progress: Progress = field(default_factory=silent)
    _folders: set[str] = field(default_factory=set)
    _written: set[str] = field(default_factory=set)

    def page(self, name: str, html: str) -> PageScan:
        """Write a page, and look through it."""
        stamp = self.write(name, html.encode())
        page = scan(html)
        self.audit.add(name, page, stamp)
        return page

    def write(self, name: str, data: bytes) -> Stamp:
        """Write a file; its path is from the root of the site. Raises DossierError where
        there is one of ours already.
        """
        if name in self._written:
            raise DossierError(f"{name} would be written twice.")
        self._written.add(name)
        self._make_folder(name.rpartition("/")[0])
        place = f"{self.folder}/{name}"
        return (self.before and _kept(self.before / name, place, data)) or _written(
            place, data
        )

    def apart(self) -> "Output":
        """For whoever writes into the same folder, and knows of nothing else there."""
        return Output(self.folder, Audit(self.audit.root), self.before)

    def written(self) -> Written:
        """What has been written."""
        self.audit.settle(self.audit.ids)
        return Written(frozenset(self._written), self.audit)

    def join(self, written: Written) -> None:
        """Take in what was written apart. Raises DossierError as `write` does."""
        if twice := self._written & written.names:
            raise DossierError(f"{min(twice)} would be written twice.")
        self._written.update(written.names - written.files.keys())
        for name, data in written.files.items():
            stamp = self.write(name, data)
            if name in written.audit.ids:
                written.audit.stamps[name] = stamp
        self.audit.join(written.audit)

    def _make_folder(self, name: str) -> None:
        """Make a folder and those that it stands in. Nearly each page has one, so this is
        done with names alone.
        """
        if name in self._folders:
            return
        self._folders.add(name)
        if name:
            self._make_folder(name.rpartition("/")[0])
            with suppress(FileExistsError):
                os.mkdir(f"{self.folder}/{name}")  # noqa: PTH102
        else:
            self.folder.mkdir(parents=True, exist_ok=True)


@dataclass(frozen=True)
class Parcel(Output):
    """Files that another process is to write: they are kept, and handed over."""

    files: dict[str, bytes] = field(default_factory=dict)

    def apart(self) -> "Parcel":
        """See `Output`."""
        return Parcel(self.folder, Audit(self.audit.root))

    def write(self, name: str, data: bytes) -> Stamp:
        """See `Output`; the stamp says nothing."""
        if name in self.files:
            raise DossierError(f"{name} would be written twice.")
        self.files[name] = data
        return NO_STAMP

    def written(self) -> Written:
        """See `Output`."""
        return Written(frozenset(self.files), self.audit, self.files)


def _kept(old: Path, place: str, data: bytes) -> Stamp | None:
    """Give a file a second name, if it has these bytes, and the rights that a new one would
    have.
    """
    with suppress(
        OSError
    ):  # it is not there, or the file system has no second names: then it is written
        found = old.lstat()
        if found.st_size != len(data) or found.st_mode != stat.S_IFREG | MODE & ~_umask():
            return None
        if old.read_bytes() != data:
            return None
        os.link(old, place)
        return found.st_size, found.st_mtime_ns
    return None


def _written(place: str, data: bytes) -> Stamp:
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, MODE)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]
        found = os.fstat(handle)
    finally:
        os.close(handle)
    return found.st_size, found.st_mtime_ns


def _umask() -> int:
    """What new files of this process may not be."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
