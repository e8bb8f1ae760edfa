"""All files of data of a site, as a build writes them: those of a company with its page, and
the rest in the end.
"""

from collections.abc import Mapping

from dossier.export.json import files_of_page, files_of_site
from dossier.model.addresses import DOSSIER
from dossier.model.dossiers import Site


def export_files(site: Site) -> Mapping[str, bytes]:
    """Output path to bytes."""
    made = dict(files_of_site(site))
    for slug in site.dossiers:
        made |= dict(files_of_page(site, DOSSIER, (slug,)))
    return dict(sorted(made.items()))
