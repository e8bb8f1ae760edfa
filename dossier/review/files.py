"""The files of a content folder at one moment, on the disk or in a revision: their ids at once, their texts when asked for.

Whatever the reader of a folder would refuse is refused here: links are not followed, sizes are bounded, and a text is
UTF-8 without characters that hide.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from dossier.model.places import Position
from dossier.read.collect import Findings
from dossier.read.files import LIMITS, is_ignored, limit_of, list_files, read_bytes, text_of
from dossier.read.layout import sort_files
from dossier.review.git import Blob, Repository

WORK_TREE = "the work tree"
SHA256 = 64  # digits of an id in a repository of the newer format

Load = Callable[[tuple[str, ...]], Mapping[str, bytes]]


class Files:
    """Texts by path, each loaded and decoded once; what is wrong with them is noted as it is met."""

    def __init__(self, name: str, commit: str, ids: Mapping[str, str], load: Load, out: Findings) -> None:
        self.name, self.commit, self.ids, self.out = name, commit, ids, out
        self.layout = sort_files(tuple(sorted(ids)), out)
        self._load = load
        self._texts: dict[str, str | None] = {}

    def fetch(self, paths: Iterable[str]) -> None:
        """Load several files in one go, those that are not there left out."""
        wanted = tuple(path for path in paths if path in self.ids and path not in self._texts)
        found = self._load(wanted) if wanted else {}
        for path in wanted:
            if path not in found:
                self.out.add(Position(path), "R002", "the file is too large, or its contents are not at hand.")
            self._texts[path] = text_of(path, found[path], self.out) if path in found else None

    def text(self, path: str) -> str | None:
        """The text of one file; None where it is not there or cannot be read."""
        self.fetch([path])
        return self._texts.get(path)


def files_of_revision(repository: Repository, name: str, commit: str) -> Files:
    """The files at a commit."""
    out = Findings()
    blobs = dict(_content(repository.tree(commit), out))

    def load(paths: tuple[str, ...]) -> Mapping[str, bytes]:
        found = repository.contents((blobs[path].id for path in paths), max(LIMITS.values()))
        fitting = (path for path in paths if len(found.get(blobs[path].id, b"")) <= limit_of(path))
        return {path: found[blobs[path].id] for path in fitting if blobs[path].id in found}

    return Files(name, commit, {path: blob.id for path, blob in blobs.items()}, load, out)


def _content(tree: Mapping[str, Blob], out: Findings) -> Iterator[tuple[str, Blob]]:
    """The entries that could be content."""
    for path, blob in tree.items():
        if any(map(is_ignored, path.split("/"))):
            continue
        if not blob.is_file:
            out.add(Position(path), "R001", "a symbolic link is never followed; expected a regular file or folder.")
        elif path.endswith(tuple(LIMITS)):
            yield path, blob


def files_of_folder(root: Path, like: str) -> Files:
    """The files on the disk, with ids of the sort that `like` is."""
    out = Findings()
    paths = tuple(path for path in list_files(root, out) if path.endswith(tuple(LIMITS)))
    loaded = {path: data for path in paths if (data := read_bytes(root, path, limit_of(path), out)) is not None}
    ids = {path: _id(data, like) for path, data in loaded.items()}
    return Files(WORK_TREE, "", ids, lambda wanted: {path: loaded[path] for path in wanted}, out)


def _id(data: bytes, like: str) -> str:
    """The id that git gives a file of these bytes."""
    make = hashlib.sha256 if len(like) == SHA256 else hashlib.sha1
    return make(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
