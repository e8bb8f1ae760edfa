"""`dossier init`: a whole site in a folder that is not there yet, or not at all.

It is made beside its place, checked and proved there, and moved in when it is whole; what
is cut off leaves nothing.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dossier.edit.schemas import schemas_of, write_schemas
from dossier.kit.index import mirrored
from dossier.kit.lock import required_python, site_lock
from dossier.kit.manifest import NAME, Manifest, digest, written
from dossier.kit.packing import Wheel, wheel_of
from dossier.kit.pieces import EXAMPLE_PIECES, PIECES, SiteInputs, SiteWishes, project_of
from dossier.model.errors import DossierError
from dossier.prove.folder import prove_folder

MESSAGE = "Begin with what dossier init made"
COMMIT = f'`git commit --message "{MESSAGE}"`.'
GIT = shutil.which("git") or ""
OF_ANOTHER = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")
"""Variables by which git would take another repository for the one that is asked."""
IGNORED_BY_ALL = (".git", ".DS_Store")
"""What a folder may hold that a site is made in: a repository that was begun for it, and
what a Mac leaves everywhere.
"""


@dataclass(frozen=True)
class SiteOrder:
    """Where a site is to be, and what is asked of it."""

    folder: Path
    wishes: SiteWishes
    wheel: Path | None = None
    # The file of the program; if none is named, the one that runs is packed.
    index: str = ""
    with_example: bool = True


def make_site(order: SiteOrder) -> Iterator[str]:
    """Make the site; what was done, and what comes next. Raises DossierError where nothing
    was made.
    """
    _refuse_occupied(order.folder)
    wheel = wheel_of(order.wheel)
    with _workshop(order.folder) as site:
        _fill(site, order, wheel)
        begun = _begin_repository(site, order.folder)
        move_in(site, order.folder)
    yield f"The site is in {order.folder}."
    yield begun
    yield f"  cd {order.folder}"
    yield "  make site"
    yield "README.md there says how to go on."


def _refuse_occupied(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise DossierError(
            f"{folder} is not a folder; name one that is not there yet. Nothing was"
            " written."
        )
    found = (
        sorted(path.name for path in folder.iterdir() if path.name not in IGNORED_BY_ALL)
        if folder.is_dir()
        else []
    )
    if found:
        told = f"{', '.join(found[:3])}{' and more' if len(found) > 3 else ''}"
        raise DossierError(
            f"{folder} is not empty, it holds {told}; name a folder of its own. Nothing was"
            " written."
        )


@contextmanager
def _workshop(folder: Path) -> Iterator[Path]:
    """A folder beside the one that is wanted; it goes, however this ends, and folders that
    were made for it too.
    """
    above = folder.absolute().parent
    made = [path for path in (above, *above.parents) if not path.exists()]
    try:
        above.mkdir(parents=True, exist_ok=True)
        workshop = Path(tempfile.mkdtemp(prefix=f".{folder.absolute().name}.", dir=above))
        try:
            workshop.chmod(0o755)
            yield workshop
            made = []
        finally:
            shutil.rmtree(workshop, ignore_errors=True)
    except OSError as error:
        raise DossierError(
            f"{folder} was not made: {error.strerror or error}. Nothing was written."
        ) from error
    finally:
        for path in made:
            _remove_empty(path)


def _remove_empty(path: Path) -> None:
    if path.is_dir() and not any(path.iterdir()):
        path.rmdir()


def _fill(site: Path, order: SiteOrder, wheel: Wheel) -> None:
    """All files of a site, and the records that the program writes itself."""
    files = files_of(order.wishes, wheel, order.index, with_example=order.with_example)
    for path, data in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)
    if order.with_example:
        proved = prove_folder(site / "content", site / "archive")
        if proved.failed:
            raise DossierError(
                "the example is not sound, which is a fault of the"
                f" program.\n{proved.report}"
            )
    write_schemas(schemas_of(site / "content"), site / "schema")
    manifest = Manifest(
        wheel.version,
        order.wishes,
        order.index,
        {path: digest(data) for path, data in files.items()},
    )
    (site / NAME).write_bytes(written(manifest))


def files_of(
    wishes: SiteWishes, wheel: Wheel, index: str, *, with_example: bool
) -> Mapping[str, bytes]:
    """Every file that the kit has for a site, by its path."""
    site = SiteInputs(wishes, wheel.name, required_python(), with_example)
    lock = site_lock(project_of(wishes), wheel)
    pieces = (*PIECES, *(EXAMPLE_PIECES if with_example else ()))
    made = {piece.path: piece.make(site) for piece in pieces}
    return made | {
        "uv.lock": (mirrored(lock, index) if index else lock).encode(),
        f"wheels/{wheel.name}": wheel.data,
    }


def _begin_repository(site: Path, folder: Path) -> str:
    """Begin a repository with a first commit, unless there is one around it; what became of
    it.
    """
    if not GIT:
        return "git is not installed, so no history is kept yet."
    if (folder / ".git").exists() or _git(
        folder.absolute().parent, "rev-parse", "--git-dir"
    ):
        return "It lies in a repository; commit it there."
    if not (
        _git(site, "init", "--quiet", "--initial-branch=main")
        and _git(site, "add", "--all")
    ):
        return "git could not begin a repository there; `git init` says why."
    if not _git(site, "commit", "--quiet", "--message", MESSAGE):
        return (
            "git does not know you yet. Say `git config --global user.name …` and"
            f" `user.email …`; then {COMMIT}"
        )
    return "A repository is begun, with a first commit."


def _git(folder: Path, *words: str) -> bool:
    environment = {
        name: value for name, value in os.environ.items() if name not in OF_ANOTHER
    }
    done = subprocess.run(
        [GIT, *words], cwd=folder, env=environment, capture_output=True, check=False
    )
    return done.returncode == 0


def move_in(site: Path, folder: Path) -> None:
    """Put what was made in its place: in one step, or, where the folder is there already,
    file by file.
    """
    if not folder.exists():
        site.rename(folder)
        return
    made = sorted(site.iterdir())
    try:
        for path in made:
            path.rename(folder / path.name)
    except BaseException:  # Ctrl+C too must leave nothing behind; what stood there before is nobody's to take away
        for path in (folder / path.name for path in made if not path.exists()):
            (
                shutil.rmtree(path, ignore_errors=True)
                if path.is_dir()
                else path.unlink(missing_ok=True)
            )
        raise
