"""The texts of a revision, and those of the disk beside them: two moments that can be held
against each other.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dossier.collect import Findings
from dossier.model.places import Position
from dossier.read.files import LIMITS, is_ignored, limit_of, list_files, read_bytes
from dossier.read.texts import Load, Texts
from dossier.review.git import Blob, Repository

WORK_TREE = "the work tree"
SHA256 = 64  # digits of an id in a repository of the newer format


class Files(Texts):
    """Texts of a moment that has a name, and of which it is known without reading which
    files are the same as elsewhere.
    """

    def __init__(
        self, name: str, commit: str, ids: Mapping[str, str], load: Load, out: Findings
    ) -> None:
        super().__init__(ids, load, out)
        self.name, self.commit, self.ids, self.load = name, commit, ids, load


def files_of_revision(repository: Repository, name: str, commit: str) -> Files:
    """The files at a commit."""
    out = Findings()
    blobs = dict(_content(repository.tree(commit), out))

    def load(paths: tuple[str, ...]) -> Mapping[str, bytes]:
        found = repository.contents(
            (blobs[path].id for path in paths), max(LIMITS.values())
        )
        return dict(_fitting(((path, found.get(blobs[path].id)) for path in paths), out))

    return Files(name, commit, {path: blob.id for path, blob in blobs.items()}, load, out)


def _fitting(
    found: Iterable[tuple[str, bytes | None]], out: Findings
) -> Iterator[tuple[str, bytes]]:
    """The files that are at hand and no larger than files may be."""
    for path, data in found:
        if data is None or len(data) > limit_of(path):
            out.add(
                Position(path),
                "R002",
                "the file is too large, or its contents are not at hand.",
            )
        else:
            yield path, data


def _content(tree: Mapping[str, Blob], out: Findings) -> Iterator[tuple[str, Blob]]:
    """The entries that could be content."""
    for path, blob in tree.items():
        if any(map(is_ignored, path.split("/"))):
            continue
        if not blob.is_file:
            out.add(
                Position(path),
                "R001",
                "a symbolic link is never followed; expected a regular file or folder.",
            )
        elif path.endswith(tuple(LIMITS)):
            yield path, blob


def files_of_folder(root: Path, like: str) -> Files:
    """The files on the disk, with ids of the sort that `like` is."""
    out = Findings()
    paths = tuple(path for path in list_files(root, out) if path.endswith(tuple(LIMITS)))
    loaded = {
        path: data
        for path in paths
        if (data := read_bytes(root, path, limit_of(path), out)) is not None
    }
    ids = {path: _id(data, like) for path, data in loaded.items()}
    return Files(
        WORK_TREE, "", ids, lambda wanted: {path: loaded[path] for path in wanted}, out
    )


def _id(data: bytes, like: str) -> str:
    """The id that git gives a file of these bytes."""
    make = hashlib.sha256 if len(like) == SHA256 else hashlib.sha1
    return make(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
