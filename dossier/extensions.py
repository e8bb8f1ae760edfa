"""What other packages add: checks, files of data, families of pages, readers of sources. docs/extending.md describes it.

A package names an `Extension` under one of the groups as an entry point. Which there are is asked once in a run; one that
cannot be loaded, is of another version or fails at its work ends the run in one line that names it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from dossier.model.content import Content
from dossier.model.data import Data
from dossier.model.dossiers import Site
from dossier.model.errors import DossierError
from dossier.model.places import Position

OWN_DATA = re.compile(r"data/more/[a-z0-9-]+\.json")
API = 1
"""The version of what extensions are handed and hand over; a change that breaks one raises it."""


class Group(StrEnum):
    """Where something can be added: the name of the group of entry points."""

    CHECKS = "dossier.checks"
    EXPORTS = "dossier.exports"
    PAGES = "dossier.pages"
    READERS = "dossier.readers"


@dataclass(frozen=True)
class Extension:
    """What one entry point adds."""

    api: int
    # The version that it was written for.
    parts: tuple[Any, ...]
    # Of the kind that the group asks for.
    templates: str = ""
    # Of pages: the folder of their templates, and of styles and texts as a folder of overrides has them.


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
    make: Callable[[Site], Mapping[str, Data]]


@dataclass(frozen=True)
class OwnReader:
    """A reader of files that describe sources, for `dossier source add`."""

    ending: str
    # Of their names, such as `.bib`.
    read: Callable[[str, str], tuple[Any, ...]]
    # From the text of a file and its name to drafts (`dossier.intake.drafts.Draft`).


@dataclass(frozen=True)
class Added:
    """One part, and who has added it."""

    name: str
    part: Any


def added(group: Group, kind: type) -> tuple[Added, ...]:
    """All parts of a group, in the order of their names. Raises DossierError where one is not of the kind."""
    found = tuple(Added(name, part) for name, extension in extensions(group) for part in extension.parts)
    for one in found:
        if not isinstance(one.part, kind):
            raise DossierError(f"{one.name} cannot be used: {one.part!r} is no {kind.__name__}.")
    return found


@cache
def extensions(group: Group) -> tuple[tuple[str, Extension], ...]:
    """The extensions of a group, each with what it is called in messages. Raises DossierError where one cannot be used."""
    points = sorted(entry_points(group=group), key=lambda point: point.name)
    return tuple((_called(point), _loaded(point)) for point in points)


def own_exports() -> tuple[Added, ...]:
    """The files of data that are added. Raises DossierError where one would stand among ours."""
    found = added(Group.EXPORTS, OwnExport)
    for one in found:
        if not OWN_DATA.fullmatch(one.part.address):
            raise DossierError(f"{one.name} cannot be used: {one.part.address!r} is not `data/more/` and a name in `.json`.")
    return found


def templates() -> Iterator[str]:
    """The folders of templates that pages of extensions bring."""
    return (extension.templates for _, extension in extensions(Group.PAGES) if extension.templates)


def _called(point: EntryPoint) -> str:
    package = f"{point.dist.name} {point.dist.version}" if point.dist else "an unknown package"
    return f"the extension {point.name!r} of {package} ({point.group})"


def _loaded(point: EntryPoint) -> Extension:
    name = _called(point)
    with working(name):
        extension = point.load()
    if not isinstance(extension, Extension):
        raise DossierError(f"{name} cannot be used: it is {type(extension).__name__}; expected an Extension.")
    if extension.api != API:
        raise DossierError(f"{name} cannot be used: it is written for version {extension.api}, and this program has {API}.")
    return extension


@contextmanager
def working(name: str) -> Iterator[None]:
    """Turn whatever goes wrong in an extension into one line that names it."""
    try:
        yield
    except DossierError:
        raise
    except Exception as error:
        told = " ".join(str(error).split())
        raise DossierError(f"{name} cannot be used: {type(error).__name__}: {told}") from error
