"""The site as JSON: one file for each company, one for all sources, and an index. Exact values, no words for people.

Every value is an object that says its `type`: `text`, `quantity`, `date`, `entity`, `place`, `flag`, `list`, `record` or
`unstated`.
A quantity gives its `number` and `scale` as printed and its `exact` whole as decimal text; a date gives its EDTF text and
the first and last day it can mean, null where it is open. Keys that have nothing to say are left out. Facts are named by
`company/fact`. A change that breaks a reader of the files raises FORMAT_VERSION.
"""

import json
from collections.abc import Mapping

from dossier.export.companies import COMPANIES
from dossier.export.index import INDEX
from dossier.export.sources import SOURCES
from dossier.export.values import Data
from dossier.model.dossiers import Site

FORMAT_VERSION = 1

EXPORTS = (INDEX, SOURCES, COMPANIES)
"""All files of data."""


def export_files(site: Site) -> Mapping[str, bytes]:
    """Output path to bytes."""
    made = ((export.kind.address.fill(*ids), data) for export in EXPORTS for ids, data in export.files(site))
    return {path: _bytes(data) for path, data in sorted(made, key=lambda file: file[0])}


def _bytes(data: Mapping[str, Data]) -> bytes:
    return (json.dumps({"format_version": FORMAT_VERSION, **data}, ensure_ascii=False, indent=2) + "\n").encode()
