"""The only package that speaks to Pelican: settings in, our pages beside Pelican's own, and
the strict front door.

Pelican is a renderer here and not a guard: what a stranger's pull request holds is read and
checked by us, and Pelican is kept from every other file of the content folder. Types end
here, because Pelican has none.
"""

from dossier.plugin.front_door import GUARDED, register
from dossier.plugin.generator import DossierGenerator
from dossier.plugin.reader import PageReader
from dossier.plugin.running import (
    PLUGIN,
    is_alone,
    load_settings,
    made_settings,
    write_site,
)

__all__ = [
    "GUARDED",
    "PLUGIN",
    "DossierGenerator",
    "PageReader",
    "is_alone",
    "load_settings",
    "made_settings",
    "register",
    "write_site",
]
