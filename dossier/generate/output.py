"""An output folder that is replaced as a whole: a reader sees the old site or the new one,
never half of either.

The new site is written beside the output, into a folder that is locked while the build
runs. What an earlier build left there when it was killed is swept away by the next.
"""

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dossier.model.errors import DossierError

MARKER = ".dossier"
"""A file in every output folder that says who made it; a folder without it is never
replaced.
"""
MARKER_TEXT = (
    b"Made by pelican-dossier. The next build replaces this folder and all that is in it.\n"
)

CANNOT_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS)
"""What a file system says that has no such call, as some have none for folders."""

LOCK, PREVIOUS = "lock", "previous"

AT_FDCWD, RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h


@contextmanager
def replaced(
    output: Path, sources: tuple[Path, ...], done: Callable[[], object] = lambda: None
) -> Iterator[Path]:
    """An empty folder to write into; when the block ends well, it takes the place of
    `output`.

    Then `done` is called, and only after that the old one is swept away, which can take
    long on a busy disk. Raises DossierError where `output` is not ours to replace, holds
    one of `sources` or lies in one, where another build is at work, or where the disk
    refuses.
    """
    output = output.absolute()
    workshop = output.parent / f".{output.name}.build"
    try:
        _refuse_unsafe(output, sources)
        if workshop.is_symlink():
            raise DossierError(
                f"{workshop} is a link; delete it, because builds write there."
            )
        workshop.mkdir(exist_ok=True, parents=True)
        with _locked(workshop / LOCK, output):
            fresh = workshop / "next"
            _restore(workshop / PREVIOUS, output)
            shutil.rmtree(fresh, ignore_errors=True)
            fresh.mkdir()
            try:
                yield fresh
                if not (fresh / MARKER).exists():
                    (fresh / MARKER).write_bytes(MARKER_TEXT)
                _sync(fresh)
                _swap(fresh, output)
                with suppress(OSError):  # the new site is in its place already
                    _to_disk(output.parent)
                _tell(done, output)
            finally:
                _sweep(workshop)
    except OSError as error:
        reason = error.strerror or str(error)
        raise DossierError(
            f"{output} was not written: {reason}; what was there before is as it was."
        ) from error


def _tell(done: Callable[[], object], output: Path) -> None:
    """Have it said that the site is there; that this fails is no fault of the site."""
    try:
        done()
    except OSError as error:
        reason = error.strerror or str(error)
        raise DossierError(
            f"{output} holds the new site; only the line that says so could not be written:"
            f" {reason}."
        ) from error


def _sweep(workshop: Path) -> None:
    """Delete what a build leaves, and its lock last: until then no other one begins here,
    whose folder would be deleted with the rest.
    """
    with suppress(OSError):
        for path in [one for one in workshop.iterdir() if one.name != LOCK]:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink()
        (workshop / LOCK).unlink()
        workshop.rmdir()


def _refuse_unsafe(output: Path, sources: tuple[Path, ...]) -> None:
    if output.name in ("", ".."):
        raise DossierError(f"{output} has no name of its own; expected the output folder.")
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise DossierError(f"{output} is not a folder; expected the output folder.")
    for source in (path.resolve() for path in sources):
        place = output.resolve()
        if place == source or place in source.parents or source in place.parents:
            raise DossierError(
                f"{output} and {source} lie inside each other; expected an output folder of"
                " its own."
            )
    if output.is_dir() and any(output.iterdir()) and not (output / MARKER).is_file():
        raise DossierError(
            f"{output} holds files that no build made; expected an empty folder or an"
            " earlier output."
        )


@contextmanager
def _locked(lock: Path, output: Path) -> Iterator[None]:
    handle = os.open(lock, os.O_CREAT | os.O_WRONLY | os.O_NOFOLLOW, 0o600)
    with os.fdopen(handle, "w") as file:
        if not _lock(file.fileno(), lock):
            raise DossierError(f"another build is writing {output}; let it finish first.")
        yield


def _lock(handle: int, lock: Path) -> bool:
    """Whether the lock is ours now: nobody else holds it, and it is still the file that
    others will find there.
    """
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.fstat(handle).st_ino == lock.stat().st_ino
    except (BlockingIOError, FileNotFoundError):
        return False


def _sync(folder: Path) -> None:
    """Have the disk hold all that is in a folder: after a power cut, the new names must not
    lead to empty files.

    File by file where the system cannot do it at once, which takes a hundred times as long.
    A file that has another name is one of the site before, which the disk holds.
    """
    if _sync_whole(folder):
        return
    for parent, _, names in os.walk(folder):
        for name in names:
            if (path := Path(parent, name)).lstat().st_nlink == 1:
                _to_disk(path)
        _to_disk(Path(parent))


def _sync_whole(folder: Path) -> bool:
    """Have the disk hold all that was written to the file system of a folder; False where
    there is no such call.
    """
    sync = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if sync is None:
        return False
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        if sync(handle) == 0:
            return True
        if (number := ctypes.get_errno()) in CANNOT_SYNC:
            return False
        raise OSError(number, os.strerror(number))
    finally:
        os.close(handle)


def _to_disk(path: Path) -> None:
    """Have the disk hold a file, or the names in a folder."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in CANNOT_SYNC:
            raise
    finally:
        os.close(handle)


def _swap(fresh: Path, output: Path) -> None:
    """Put `fresh` in the place of `output`, in one step where the system has one; the old
    folder stays in the workshop.
    """
    if not output.exists():
        fresh.rename(output)
    elif not _exchange(fresh, output):
        previous = fresh.with_name(PREVIOUS)
        output.rename(previous)
        try:
            fresh.rename(output)
        except OSError:
            _restore(previous, output)
            raise


def _restore(previous: Path, output: Path) -> None:
    """Put the old site back, if somebody ended a build between the two steps of a swap."""
    if previous.is_dir() and not previous.is_symlink() and not output.exists():
        previous.rename(output)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders by Linux's renameat2; False where the system or the file system
    has no such call.
    """
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    return bool(
        rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
        == 0
    )
