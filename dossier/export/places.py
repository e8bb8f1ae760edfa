"""Where the places are that facts name, countries and territories among them: degrees as
decimal text.
"""

from collections.abc import Mapping

from dossier.export.kinds import Export
from dossier.model.addresses import DATA_PLACES
from dossier.model.data import Data
from dossier.model.dossiers import Site
from dossier.model.locations import Location
from dossier.model.values import places_in


def _places(site: Site) -> Mapping[str, Data]:
    claims = (claim for fact in site.facts.values() for claim in fact.fact.claims)
    named = {place.name for claim in claims for place in places_in(claim.value)}
    return {"places": [_place(site.locations[name]) for name in sorted(named)]}


def _place(place: Location) -> Data:
    return {
        "name": place.name,
        "country": place.country,
        "longitude": str(place.longitude),
        "latitude": str(place.latitude),
    }


EXPORT = Export(DATA_PLACES, _places)
