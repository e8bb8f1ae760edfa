"""The index of the data: the companies, and where everything stands."""

from collections.abc import Mapping

from dossier.export.kinds import one_file
from dossier.export.values import Data
from dossier.model import addresses
from dossier.model.dossiers import Dossier, Site


def _index(site: Site) -> Mapping[str, Data]:
    companies: list[Data] = [_company(dossier) for dossier in site.dossiers.values()]
    return {"companies": companies, "sources": addresses.DATA_SOURCES.address.fill()}


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


INDEX = one_file(addresses.DATA_INDEX, _index)
