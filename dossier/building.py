"""A whole site into its folder: written beside it, looked at, and put in its place only
then.
"""

import os
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from dossier.generate.audit import Audit, audit_site
from dossier.generate.output import replaced
from dossier.generate.progress import Progress, silent
from dossier.generate.settings import site_root
from dossier.generate.writing import Output
from dossier.plugin import is_alone, write_site


def build_site(
    settings: Mapping[str, Any],
    folder: Path,
    progress: Progress | None = None,
    done: Callable[[], object] = lambda: None,
) -> None:
    """Build what the settings say, or leave the folder as it is. Raises DossierError where
    anything is wrong.

    `done` is called when the site is in its place; what stood there is swept away after
    that.
    """
    os.umask(0o022)  # the modes of published files are part of the output
    progress = progress or silent()
    with ExitStack() as stack:
        fresh = stack.enter_context(
            replaced(folder, (Path(settings["PATH"]), Path(settings["THEME"])), done)
        )
        audit = Audit(site_root(settings))
        write_site(
            settings, Output(fresh, audit, folder if is_alone(settings) else None, progress)
        )
        with progress.stage("the last look"):
            audit_site(fresh, audit)
        with progress.stage("to the disk, and sweeping"):
            stack.close()
