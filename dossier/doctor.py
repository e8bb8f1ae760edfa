"""What is there of all that a site needs, what is missing, and the line that mends it:
`dossier doctor`.

Each look is a function in a list that is the order. Nothing is installed or written.
"""

import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from dossier import __version__
from dossier.advice import called, install, shown
from dossier.edit.schemas import outdated, schemas_of
from dossier.generate.search.service import trouble
from dossier.model.errors import DossierError
from dossier.plugin import PLUGIN, load_settings
from dossier.read import read_content
from dossier.review.git import find_repository
from dossier.texts.archive import text_of

GIT = {
    "darwin": "xcode-select --install",
    "apt-get": "sudo apt-get install git",
    "dnf": "sudo dnf install git",
}


@dataclass(frozen=True)
class Surroundings:
    """Where to look."""

    content: Path
    archive: Path
    settings: Path


@dataclass(frozen=True)
class Requirement:
    """One thing that was looked for."""

    name: str
    found: str
    mend: str = ""
    # The line that mends it; empty where nothing is amiss.
    is_needed: bool = True
    # Whether no site can be built without it.


def examine(where: Surroundings) -> tuple[Requirement, ...]:
    """All that was looked for, in its order."""
    looks = LOOKS if where.content.is_dir() else ALWAYS
    return tuple(found for look in looks for found in look(where))


def report_lines(looks: tuple[Requirement, ...]) -> Iterator[str]:
    """A line for each, and one more below for what mends it."""
    width = max(len(look.name) for look in looks)
    for look in looks:
        state = "ok" if not look.mend else "missing" if look.is_needed else "could be"
        yield f"{state:8}  {look.name:{width}}  {look.found}"
        if look.mend:
            yield f"{'':8}  {'':{width}}  $ {look.mend}"


def _program(where: Surroundings) -> Iterator[Requirement]:
    how = called()
    found = f"{__version__}, on Python {platform.python_version()}, called as `{how}`"
    activate = Path(sys.prefix, "bin", "activate")
    # Messages name the program by its name alone.
    yield Requirement(
        "dossier",
        found,
        f". {shown(activate)}" if how != "dossier" and activate.is_file() else "",
        is_needed=False,
    )


def _content(where: Surroundings) -> Iterator[Requirement]:
    if not where.content.is_dir():
        yield Requirement(
            "content",
            f"there is no folder {where.content}",
            f"mkdir -p {shown(where.content.absolute())} && {called()} new company COMPANY"
            " --name NAME",
        )
        return
    reading = read_content(where.content)
    companies, sources = len(reading.content.companies), len(reading.content.sources)
    faults = (
        f", and {_counted(len(reading.findings), 'finding', 'findings')} in reading them"
        if reading.findings
        else ""
    )
    mend = f"{called()} check {shown(where.content.absolute())}" if faults else ""
    there = (
        f"{_counted(companies, 'company', 'companies')},"
        f" {_counted(sources, 'source', 'sources')}"
    )
    yield Requirement("content", f"{there}{faults}", mend)


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _settings(where: Surroundings) -> Iterator[Requirement]:
    try:
        settings = load_settings(where.settings)
    except DossierError as error:
        yield Requirement("settings", str(error), f"{called()} doctor --settings FILE")
        return
    mend = (
        ""
        if PLUGIN in (settings["PLUGINS"] or ())
        else _adding(where, f"PLUGINS = ['{PLUGIN}']")
    )
    yield Requirement(
        "settings", f"{where.settings}{' does not name our plugin' if mend else ''}", mend
    )
    wrong = trouble() if settings.get("DOSSIER_SEARCH", True) else ""
    mend = _adding(where, "DOSSIER_SEARCH = False") if wrong else ""
    yield Requirement("search", wrong or "the index can be made, or is not wanted", mend)


def _adding(where: Surroundings, setting: str) -> str:
    """The line that writes a setting at the end of the file."""
    return f'echo "{setting}" >> {shown(where.settings.absolute())}'


def _git(where: Surroundings) -> Iterator[Requirement]:
    if not shutil.which("git"):
        lines = (
            line for name, line in GIT.items() if name == sys.platform or shutil.which(name)
        )
        yield Requirement(
            "git",
            "is not installed; pages tell no history",
            next(lines, "install git"),
            is_needed=False,
        )
        return
    repository = find_repository(where.content)
    if repository is None:
        mend = "git init && git add . && git commit -m 'Begin'"
        yield Requirement(
            "git",
            "the content is in no repository; pages tell no history",
            mend,
            is_needed=False,
        )
    elif repository.is_shallow:
        yield Requirement(
            "git",
            "without older commits; pages tell no history",
            "git fetch --unshallow",
            is_needed=False,
        )
    else:
        yield Requirement("git", "pages tell the history of facts")


def _texts(where: Surroundings) -> Iterator[Requirement]:
    """A text that is elsewhere is no fault: the record of its proofs stands for it."""
    sources = read_content(where.content).content.sources.values()
    named = [source for source in sources if source.integrity]
    here = [source for source in named if text_of(source, where.archive)]
    yield Requirement(
        "texts",
        f"{len(here)} of {len(named)} texts of sources are at hand; the record stands for"
        " the others",
    )


def _pages(where: Surroundings) -> Iterator[Requirement]:
    there = find_spec("trafilatura") is not None
    found = "web pages can be taken in" if there else "web pages cannot be taken in"
    yield Requirement(
        "source add", found, "" if there else install("import"), is_needed=False
    )


def _schemas(where: Surroundings) -> Iterator[Requirement]:
    try:
        old = outdated(schemas_of(where.content), Path("schema"))
    except DossierError:
        old = ()  # the look at the content has told it
    mend = f"{called()} schema {shown(where.content.absolute())}" if old else ""
    found = (
        f"{len(old)} file{'s are' if len(old) != 1 else ' is'} not up to date"
        if old
        else "editors explain the files"
    )
    yield Requirement("schemas", found, mend, is_needed=False)


ALWAYS: tuple[Callable[[Surroundings], Iterator[Requirement]], ...] = (
    _program,
    _content,
    _pages,
)
LOOKS = (*ALWAYS, _settings, _git, _texts, _schemas)
"""The later ones wait until there is content: settings name its folder, and the others ask
it.
"""
