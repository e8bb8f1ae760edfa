"""A file that is replaced whole: whoever reads it sees the old text or the new one, never
half of either.
"""

import os
import shutil
from pathlib import Path

from dossier.model.errors import DossierError
from dossier.report.text import near


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in the place of a file, which keeps its mode. Raises DossierError where
    the disk refuses.
    """
    fresh = path.with_name(f".{path.name}.new")
    try:
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, fresh)
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise DossierError(
            f"{path} was not written: {error.strerror}; it is as it was."
        ) from error


def create_file(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, and its folders. Raises DossierError where
    something has its name.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError as error:
        raise DossierError(f"{path} is there already; nothing was written.") from error
    except OSError as error:
        raise DossierError(f"{path} was not written: {error.strerror}.") from error


def refuse_leading_out(root: Path, path: str) -> None:
    """A folder that is a link could be anywhere; reading does not follow it, and neither
    does writing.
    """
    *folders, _ = (root / path).relative_to(root).parts
    for depth in range(1, len(folders) + 1):
        if (folder := root.joinpath(*folders[:depth])).is_symlink():
            raise DossierError(
                f"{near(folder)} is a symbolic link; expected a folder. Nothing was"
                " written."
            )
