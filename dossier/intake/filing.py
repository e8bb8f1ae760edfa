"""New files that appear all together or not at all: a source in the content, its text in
the archive. None is replaced.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from dossier.model.errors import DossierError


@dataclass(frozen=True)
class NewFile:
    """A path that nothing has yet, and what it shall hold."""

    path: Path
    text: str


def write_new(files: tuple[NewFile, ...]) -> None:
    """Write all of the files or none. Raises DossierError where one is there already, or
    cannot be written.

    Each is written beside its place first and then linked into it, which fails where there
    is something: so no other program's file is overwritten, and none of ours is ever half
    there.
    """
    done: list[Path] = []
    try:
        with ExitStack() as stack:
            ready = [(stack.enter_context(_beside(file)), file.path) for file in files]
            for beside, path in ready:
                _put(beside, path)
                done.append(path)
    except BaseException as error:  # Ctrl+C too must leave none of the files behind
        for path in done:
            path.unlink(missing_ok=True)
        if isinstance(error, FileExistsError):
            raise DossierError(
                f"{files[len(done)].path} is there already and was left as it is."
            ) from error
        if isinstance(error, OSError):
            raise DossierError(
                f"{error.filename or files[0].path} was not written: {error.strerror}."
            ) from error
        raise


@contextmanager
def _beside(file: NewFile) -> Iterator[Path]:
    """A hidden file with the text, in the folder of the file to come; it is gone at the
    end.
    """
    _folder(file.path.parent)
    handle, name = tempfile.mkstemp(
        prefix=".new-", suffix=file.path.suffix, dir=file.path.parent
    )
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(file.text)
            stream.flush()
            os.fsync(stream.fileno())
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _folder(path: Path) -> None:
    if path.is_symlink():
        raise DossierError(f"{path} is a symbolic link; expected a folder.")
    path.mkdir(parents=True, exist_ok=True)


def _put(beside: Path, path: Path) -> None:
    """Give a finished file its name; raises FileExistsError where something has it."""
    beside.chmod(0o644)  # what mkstemp made is for its owner's eyes only
    try:
        os.link(beside, path, follow_symlinks=False)
    except FileExistsError:
        raise
    except (
        OSError
    ):  # a file system without hard links: take the name, then put the file there
        path.touch(exist_ok=False)
        beside.replace(path)
