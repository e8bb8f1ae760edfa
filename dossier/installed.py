"""Whether a package that is installed may add something to the program.

Most sites have none that does, and asking properly, for the entry points of all packages,
takes longer than checking a company.
"""

import sys
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path

ENDINGS = (".dist-info", ".egg-info")
"""Of the folders in which packages tell of themselves."""


@cache
def may_add(prefix: str) -> bool:
    """Whether some package seems to have an entry point in a group whose name begins so:
    where this is false there is none.
    """
    others = (one for one in sys.meta_path if one is not PathFinder)
    return any(hasattr(one, "find_distributions") for one in others) or any(
        names_in(Path(folder or "."), prefix) for folder in sys.path
    )


def names_in(folder: Path, prefix: str) -> bool:
    """Whether a package in a folder names such a group. What is no folder, or an egg, may
    hold anything.
    """
    if folder.is_file() or folder.suffix.lower() == ".egg":
        return True
    try:
        found = [one for one in folder.iterdir() if one.suffix.lower() in ENDINGS]
    except OSError:
        return False
    named = f"[{prefix}".encode()
    return any(named in _bytes(one / "entry_points.txt") for one in found)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
