"""What other packages add: checks, files of data, families of pages, readers of sources.
docs/extending.md describes it.

Types of values and kinds of charts are added where ours are listed; how all of them are
found, `model/extending` says.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dossier.model.content import Content
from dossier.model.data import Data
from dossier.model.errors import DossierError
from dossier.model.extending import API, Added, Extension, Group, added, extensions, working
from dossier.model.places import Position

if TYPE_CHECKING:
    from dossier.model.dossiers import Site

__all__ = [
    "API",
    "Added",
    "Extension",
    "Group",
    "OwnCheck",
    "OwnExport",
    "OwnReader",
    "added",
    "extensions",
    "own_exports",
    "templates",
    "working",
]
OWN_DATA = re.compile(r"data/more/[a-z0-9-]+\.json")


@dataclass(frozen=True)
class OwnCheck:
    """A rule about the content, run after ours."""

    code: str
    # `XE` and three digits for an error, `XW` and three digits for a warning.
    find: Callable[[Content], Iterable[tuple[Position, str]]]
    # Where something is wrong, and what was expected there.


@dataclass(frozen=True)
class OwnExport:
    """A file of data beside ours."""

    address: str
    # Such as `data/more/figures.json`.
    label: str
    about: str
    # What the page of data calls it, and what it says of it.
    make: "Callable[[Site], Mapping[str, Data]]"


@dataclass(frozen=True)
class OwnReader:
    """A reader of files that describe sources, for `dossier source add`."""

    ending: str
    # Of their names, such as `.bib`.
    read: Callable[[str, str], tuple[Any, ...]]
    # From the text of a file and its name to drafts (`dossier.intake.drafts.Draft`).


def own_exports() -> tuple[Added, ...]:
    """The files of data that are added. Raises DossierError where one would stand among
    ours.
    """
    found = added(Group.EXPORTS, OwnExport)
    for one in found:
        if not OWN_DATA.fullmatch(one.part.address):
            raise DossierError(
                f"{one.name} cannot be used: {one.part.address!r} is not `data/more/` and a"
                " name in `.json`."
            )
    return found


def templates() -> Iterator[str]:
    """The folders of templates that pages of extensions bring."""
    return (
        extension.templates
        for _, extension in extensions(Group.PAGES)
        if extension.templates
    )
