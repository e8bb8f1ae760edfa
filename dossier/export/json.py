"""The site as JSON: exact values, no words for people. docs/data.md describes it for those
who read it.

Each thing stands once and is named by its id everywhere else, so that the data grows in a
straight line with the site. What a reader of the files may rely on stays; a change that
breaks one raises FORMAT_VERSION.
"""

import json
from collections.abc import Mapping

from dossier.export.companies import COMPANIES
from dossier.export.entities import ENTITIES
from dossier.export.index import INDEX
from dossier.export.origins import ORIGINS
from dossier.export.places import PLACES
from dossier.export.properties import PROPERTIES
from dossier.export.sources import SOURCES
from dossier.extensions import own_exports, working
from dossier.model.data import Data
from dossier.model.dossiers import Site

FORMAT_VERSION = 2

EXPORTS = (INDEX, SOURCES, ORIGINS, PROPERTIES, ENTITIES, PLACES, COMPANIES)
"""All files of data."""


def export_files(site: Site) -> Mapping[str, bytes]:
    """Output path to bytes."""
    made = [
        (export.kind.address.fill(*ids), _bytes(data))
        for export in EXPORTS
        for ids, data in export.files(site)
    ]
    for own in own_exports():
        with working(own.name):
            made += [(own.part.address, _bytes(own.part.make(site)))]
    return dict(sorted(made))


def _bytes(data: Mapping[str, Data]) -> bytes:
    return (
        json.dumps({"format_version": FORMAT_VERSION, **data}, ensure_ascii=False, indent=2)
        + "\n"
    ).encode()
