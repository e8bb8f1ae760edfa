"""The site as JSON: exact values, no words for people. docs/data.md describes it for those
who read it.

Each thing stands once and is named by its id everywhere else, so that the data grows in a
straight line with the site. What a reader of the files may rely on stays; a change that
breaks one raises FORMAT_VERSION.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module

from dossier.export.kinds import Export
from dossier.extensions import own_exports, working
from dossier.model.addresses import DATA_KINDS, Ids, PageKind
from dossier.model.data import Data
from dossier.model.dossiers import Site

FORMAT_VERSION = 2


File = tuple[str, bytes]
"""Its path in the site, and what it holds."""


@cache
def exports() -> tuple[Export, ...]:
    """Every kind of data, as the module of its name makes it."""
    return tuple(import_module(f"dossier.export.{kind.name}").EXPORT for kind in DATA_KINDS)


def files_of_page(site: Site, kind: PageKind, ids: Ids) -> Iterator[File]:
    """The data that are made with a page."""
    for export in exports():
        if export.beside is kind:
            yield export.kind.address.fill(*ids), _bytes(export.make(site, *ids))


def files_of_site(site: Site) -> Iterator[File]:
    """All other data; each file has something of all records."""
    for export in exports():
        if not export.beside:
            yield export.kind.address.fill(), _bytes(export.make(site))
    for own in own_exports():
        with working(own.name):
            yield own.part.address, _bytes(own.part.make(site))


def _bytes(data: Mapping[str, Data]) -> bytes:
    return (indented({"format_version": FORMAT_VERSION, **data}) + "\n").encode()


def indented(value: object, margin: str = "\n") -> str:
    """What the standard library writes with an indent of two: that does it step by step in
    Python, which took a sixth of all calls of a build.
    """
    inner = f"{margin}  "
    if isinstance(value, dict) and value:
        pairs = (
            f"{inner}{_plain(key)}: {indented(one, inner)}" for key, one in value.items()
        )
        return f"{{{','.join(pairs)}{margin}}}"
    if isinstance(value, list | tuple) and value:
        return f"[{','.join(inner + indented(one, inner) for one in value)}{margin}]"
    return _plain(value)


_plain = json.JSONEncoder(ensure_ascii=False).encode
