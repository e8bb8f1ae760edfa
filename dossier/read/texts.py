"""The texts of a content folder at one moment, on the disk or in a revision: what is there
at once, a text when asked for.

Whatever the disk is refused, a revision is refused: links are not followed, sizes are
bounded, and a text is UTF-8 without characters that hide.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

from dossier.collect import Findings
from dossier.read.files import limit_of, list_files, read_bytes, text_of
from dossier.read.layout import sort_files

Load = Callable[[tuple[str, ...]], Mapping[str, bytes]]
"""Loads files; of one that cannot be had it leaves a finding, and nothing else."""


class Texts:
    """Texts by path, each loaded and decoded once; what is wrong with them is noted as it
    is met.
    """

    def __init__(self, paths: Collection[str], load: Load, out: Findings) -> None:
        self.out = out
        self.layout = sort_files(tuple(sorted(paths)), out)
        self._paths = frozenset(paths)
        self._load = load
        self._texts: dict[str, str | None] = {}

    def fetch(self, paths: Iterable[str]) -> None:
        """Load several files in one go, those that are not there left out."""
        wanted = tuple(
            path for path in paths if path in self._paths and path not in self._texts
        )
        found = self._load(wanted) if wanted else {}
        for path in wanted:
            self._texts[path] = (
                text_of(path, found[path], self.out) if path in found else None
            )

    def text(self, path: str) -> str | None:
        """The text of one file; None where it is not there or cannot be read."""
        self.fetch([path])
        return self._texts.get(path)


def texts_of_folder(root: Path, out: Findings) -> Texts:
    """The files on the disk."""
    return texts_of_files(root, list_files(root, out), out)


def texts_of_files(root: Path, paths: Collection[str], out: Findings) -> Texts:
    """Some of them, by their paths from the folder."""

    def load(wanted: tuple[str, ...]) -> Mapping[str, bytes]:
        read = ((path, read_bytes(root, path, limit_of(path), out)) for path in wanted)
        return {path: data for path, data in read if data is not None}

    return Texts(paths, load, out)
