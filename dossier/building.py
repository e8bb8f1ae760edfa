"""A whole site into its folder: written beside it, looked at, and put in its place only then."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dossier.generate.audit import Audit, audit_site
from dossier.generate.output import replaced
from dossier.generate.settings import site_root
from dossier.generate.writing import Output
from dossier.plugin import is_alone, write_site


def build_site(settings: Mapping[str, Any], folder: Path) -> None:
    """Build what the settings say, or leave the folder as it is. Raises DossierError where anything is wrong."""
    os.umask(0o022)  # the modes of published files are part of the output
    with replaced(folder, (Path(settings["PATH"]), Path(settings["THEME"]))) as fresh:
        audit = Audit(site_root(settings))
        write_site(settings, Output(fresh, audit, folder if is_alone(settings) else None))
        audit_site(fresh, audit)
