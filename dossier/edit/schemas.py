"""The folder of schemas for editors: written, or compared with what it should hold."""

from collections.abc import Mapping
from pathlib import Path

from dossier.edit.file_schemas import schema_files
from dossier.edit.writing import replace_file
from dossier.model.errors import DossierError
from dossier.model.findings import Severity
from dossier.read import read_content
from dossier.read.layout import Role, role_of
from dossier.report.text import brief


def schemas_of(content: Path) -> Mapping[str, bytes]:
    """File name to bytes. Raises DossierError, with the report, where the properties of the
    site cannot be read.

    Mistakes elsewhere do not matter: ids that are missing because of them are offered by no
    editor, and that is all.
    """
    reading = read_content(content)
    faults = [
        one for one in reading.findings if role_of(one.position.path)[0] is Role.PROPERTIES
    ]
    if any(one.severity is Severity.ERROR for one in faults):
        raise DossierError(f"no schema was written.\n{brief(faults, content)}")
    return schema_files(reading.content)


def outdated(schemas: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """The files of a folder that are missing or say something else."""
    paths = {folder / name: data for name, data in schemas.items()}
    return tuple(
        path
        for path, data in paths.items()
        if not path.is_file() or path.read_bytes() != data
    )


def write_schemas(schemas: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """Bring a folder up to date; the files that were written."""
    changed = outdated(schemas, folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DossierError(f"{folder} cannot be made: {error.strerror}.") from error
    for path in changed:
        replace_file(path, schemas[path.name])
    return changed
