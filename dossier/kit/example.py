"""`dossier example remove`: take the invented company of a new site away, and nothing that
somebody has written since.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dossier.edit.writing import replace_file
from dossier.kit.manifest import NAME, Manifest, read_manifest, written
from dossier.kit.pieces import EXAMPLE_PIECES
from dossier.model.errors import DossierError
from dossier.read.layout import Role

PATHS = tuple(piece.path for piece in EXAMPLE_PIECES)
RECORDS = tuple(
    f"content/{Role.PROOFS.value.format(path.split('/')[2])}"
    for path in PATHS
    if path.endswith("/company.yaml")
)
"""What the program has written about it itself."""


def remove_example(site: Path) -> Iterator[str]:
    """Remove it; what was removed, and what comes next. Raises DossierError where that
    would take somebody's words.
    """
    manifest = read_manifest(site)
    there = [path for path in PATHS if (site / path).exists()]
    if not there:
        raise DossierError("the example is not there any more; nothing was removed.")
    _refuse_changed(site, manifest, there)
    for path in (*there, *RECORDS):
        (site / path).unlink(missing_ok=True)
        _remove_empty_folders(site / path, site / "content")
    kept = {path: digest for path, digest in manifest.files.items() if path not in PATHS}
    replace_file(site / NAME, written(replace(manifest, files=kept)))
    yield f"The example is gone: {len(there)} files. `git diff` shows it."
    yield (
        "There is no site without a company; begin yours: `dossier new company ID --name"
        " NAME`."
    )


def _refuse_changed(site: Path, manifest: Manifest, there: list[str]) -> None:
    changed = [path for path in there if not manifest.is_as_written(site, path)]
    company = site / Path(RECORDS[0]).parent
    known = {site / path for path in (*PATHS, *RECORDS)}
    added = [
        path.relative_to(site).as_posix()
        for path in sorted(company.rglob("*"))
        if path.is_file() and path not in known
    ]
    if changed or added:
        told = "\n".join(f"  {path}" for path in (*changed, *added))
        raise DossierError(
            "somebody has written in the example since; take it away by hand, or bring it"
            f" back from git:\n{told}"
        )


def _remove_empty_folders(path: Path, top: Path) -> None:
    for folder in path.parents:
        if folder == top or any(folder.iterdir() if folder.is_dir() else ()):
            return
        if folder.is_dir():
            folder.rmdir()
