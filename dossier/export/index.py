"""The index of the data: the companies, where everything stands, and the day to which ages
are counted.
"""

from collections.abc import Mapping

from dossier.export.kinds import Export
from dossier.extensions import own_exports
from dossier.model import addresses
from dossier.model.data import Data
from dossier.model.dossiers import Dossier, Site


def _index(site: Site) -> Mapping[str, Data]:
    companies: list[Data] = [_company(dossier) for dossier in site.dossiers.values()]
    alone: list[Data] = [
        kind.address.fill() for kind in addresses.DATA_KINDS if not kind.address.places
    ]
    alone += [own.part.address for own in own_exports()]
    return {"as_of": site.as_of.isoformat(), "files": alone, "companies": companies}


def _company(dossier: Dossier) -> Data:
    slug = dossier.company.slug
    return {
        "id": slug,
        "name": dossier.company.name,
        "facts": len(dossier.facts),
        "sources": len(dossier.sources),
        "page": addresses.DOSSIER.url(slug),
        "data": addresses.DATA_COMPANY.address.fill(slug),
    }


EXPORT = Export(addresses.DATA_INDEX, _index)
