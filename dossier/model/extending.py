"""What other packages add, as entry points: which there are, and what is said where one
cannot be used.

A package names an `Extension` under one of the groups. Which there are is asked once in a
run, and not before somebody needs them; one that cannot be loaded, is of another version or
fails at its work ends the run in one line that names it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from dossier.installed import may_add
from dossier.model.errors import DossierError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

API = 1
"""The version of what extensions are handed and hand over; a change that breaks one raises
it.
"""
PREFIX = "dossier."
"""Begins the name of each group."""


class Group(StrEnum):
    """Where something can be added: the name of the group of entry points."""

    VALUES = "dossier.values"
    CHARTS = "dossier.charts"
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
    # Of pages: the folder of their templates, and of styles and texts as a folder of
    # overrides has them.


@dataclass(frozen=True)
class Added:
    """One part, and who has added it."""

    name: str
    part: Any


def added(group: Group, kind: type) -> tuple[Added, ...]:
    """All parts of a group, in the order of their names. Raises DossierError where one is
    not of the kind.
    """
    found = tuple(
        Added(name, part)
        for name, extension in extensions(group)
        for part in extension.parts
    )
    for one in found:
        if not isinstance(one.part, kind):
            raise DossierError(
                f"{one.name} cannot be used: {one.part!r} is no {kind.__name__}."
            )
    return found


@cache
def extensions(group: Group) -> tuple[tuple[str, Extension], ...]:
    """The extensions of a group, each with what it is called in messages. Raises
    DossierError where one cannot be used.
    """
    if not may_add(PREFIX):
        return ()
    from importlib.metadata import entry_points  # noqa: PLC0415

    points = sorted(entry_points(group=group), key=lambda point: point.name)
    return tuple((_called(point), _loaded(point)) for point in points)


def _called(point: "EntryPoint") -> str:
    package = (
        f"{point.dist.name} {point.dist.version}" if point.dist else "an unknown package"
    )
    return f"the extension {point.name!r} of {package} ({point.group})"


def _loaded(point: "EntryPoint") -> Extension:
    name = _called(point)
    with working(name):
        extension = point.load()
    if not isinstance(extension, Extension):
        raise DossierError(
            f"{name} cannot be used: it is {type(extension).__name__}; expected an"
            " Extension."
        )
    if extension.api != API:
        raise DossierError(
            f"{name} cannot be used: it is written for version {extension.api}, and this"
            f" program has {API}."
        )
    return extension


@contextmanager
def working(name: str) -> Iterator[None]:
    """Turn whatever goes wrong in an extension into one line that names it."""
    try:
        yield
    except DossierError:
        raise
    except Exception as error:  # another package may fail in any way when it is loaded
        told = " ".join(str(error).split())
        raise DossierError(
            f"{name} cannot be used: {type(error).__name__}: {told}"
        ) from error
