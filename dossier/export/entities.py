"""People, organisations and things that the site knows, each with the page about it;
companies among them.
"""

from collections.abc import Mapping

from dossier.export.kinds import Export
from dossier.export.values import without_blanks
from dossier.model.addresses import DATA_ENTITIES, DOSSIER, ENTITY
from dossier.model.data import Data
from dossier.model.dossiers import Site
from dossier.model.entities import Entity


def _entities(site: Site) -> Mapping[str, Data]:
    return {"entities": [_entity(site, entity) for entity in site.entities.values()]}


def _entity(site: Site, entity: Entity) -> Data:
    return without_blanks(
        {
            "id": entity.id,
            "name": entity.name,
            "kind": entity.kind.value,
            "also_known_as": [*entity.also_known_as],
            "same_as": [*entity.same_as],
            "page": _page(site, entity.id),
        }
    )


def _page(site: Site, id: str) -> str:
    """The page about it; none of what no fact names."""
    if id in site.dossiers:
        return DOSSIER.url(id)
    return ENTITY.url(id) if id in site.named else ""


EXPORT = Export(DATA_ENTITIES, _entities)
