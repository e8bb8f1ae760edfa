"""Where the reporting of sources comes from."""

from collections.abc import Mapping

from dossier.export.kinds import Export
from dossier.export.values import day_data, without_blanks
from dossier.model.addresses import DATA_ORIGINS
from dossier.model.data import Data
from dossier.model.dossiers import Site
from dossier.model.sources import Origin


def _origins(site: Site) -> Mapping[str, Data]:
    behind = {
        origin.id: origin for entry in site.sources.values() for origin in entry.origins
    }
    return {"origins": [_origin(behind[id]) for id in sorted(behind)]}


def _origin(origin: Origin) -> Data:
    return without_blanks(
        {
            "id": origin.id,
            "name": origin.name,
            "kind": origin.kind.value,
            "by": origin.by,
            "issued": day_data(origin.issued),
            "note": origin.note,
            "inferred": dict(sorted(origin.inferred.items())),
        }
    )


EXPORT = Export(DATA_ORIGINS, _origins)
