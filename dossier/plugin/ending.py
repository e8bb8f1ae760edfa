"""How a run of Pelican ends where we have found something wrong."""

import sys
from typing import NoReturn

from dossier.model.errors import DossierError


def end_run(error: DossierError) -> NoReturn:
    """End the run in one line; Pelican would show a traceback."""
    sys.stderr.write(f"{error}\n")
    raise SystemExit(1) from None
