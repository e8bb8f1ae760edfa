"""The files that come with the program and are no code: in an installed package they lie in
it, in a checkout beside it.

A site names its theme by it, so that no site has to keep a copy: `from dossier.carrying
import THEME`.
"""

from pathlib import Path

PACKAGE = Path(__file__).parent
CARRIED = PACKAGE / "carried"
"""Where the build of a wheel puts them, under the names that they have in the repository;
pyproject.toml lists them.
"""


def carried(name: str) -> Path:
    """One of them, by its name in the repository."""
    return (CARRIED if CARRIED.is_dir() else PACKAGE.parent) / name


THEME = str(carried("themes/ledger"))
"""The theme that comes with the program."""
