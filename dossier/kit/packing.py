"""The program as one file: the wheel that it was installed from, made again from what is
installed.

So a site carries the very program that made it, without a network and before the program is
in any index. The same files give the same bytes, and a file that is not as it was installed
is refused.
"""

import base64
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackagePath, distribution
from pathlib import Path

from dossier.model.errors import DossierError

PACKAGE = "pelican-dossier"
ALWAYS = (1980, 1, 1, 0, 0, 0)
"""The day of every file in it; a zip knows no earlier one."""
OF_THE_INSTALLER = (
    "INSTALLER",
    "REQUESTED",
    "RECORD",
    "direct_url.json",
    "uv_cache.json",
    "uv_build.json",
)
ANY_MACHINE = "py3-none-any"


@dataclass(frozen=True)
class Wheel:
    """The file of the program."""

    name: str
    data: bytes

    @property
    def digest(self) -> str:
        """Its hash, as locks write it."""
        return f"sha256:{hashlib.sha256(self.data).hexdigest()}"

    @property
    def version(self) -> str:
        """Of the program in it."""
        return self.name.split("-")[1]


def wheel_of(file: Path | None) -> Wheel:
    """The wheel that is named, or that of the running program. Raises DossierError where
    there is none.
    """
    return _given(file) if file else packed(distribution(PACKAGE))


def _given(file: Path) -> Wheel:
    parts = file.name.removesuffix(".whl").split("-")
    if not file.is_file() or parts[0] != PACKAGE.replace("-", "_") or len(parts) != 5:
        raise DossierError(
            f"{file} is no wheel of {PACKAGE}; expected the file that `make wheel` names."
        )
    return Wheel(file.name, file.read_bytes())


def packed(installed: Distribution) -> Wheel:
    """The wheel of what is installed."""
    if _is_editable(installed):
        raise DossierError(
            "this program runs from its checkout; run `make wheel` there, and name the file"
            " with --wheel."
        )
    files = {str(file): _checked(installed, file) for file in _kept(installed)}
    info = f"{PACKAGE.replace('-', '_')}-{installed.version}"
    record = "".join(
        f"{name},sha256={_hash(data)},{len(data)}\n" for name, data in sorted(files.items())
    )
    record += f"{info}.dist-info/RECORD,,\n"
    return Wheel(
        f"{info}-{ANY_MACHINE}.whl",
        _zipped({**files, f"{info}.dist-info/RECORD": record.encode()}),
    )


def _is_editable(installed: Distribution) -> bool:
    told = json.loads(installed.read_text("direct_url.json") or "{}")
    return bool(told.get("dir_info", {}).get("editable"))


def _kept(installed: Distribution) -> Iterator[PackagePath]:
    """The files that came in the wheel; its scripts, what Python compiled and what
    installers note did not.
    """
    for file in installed.files or ():
        is_note = file.parent.name.endswith(".dist-info") and file.name in OF_THE_INSTALLER
        if ".." not in file.parts and file.suffix != ".pyc" and not is_note:
            yield file


def _checked(installed: Distribution, file: PackagePath) -> bytes:
    data = Path(str(installed.locate_file(file))).read_bytes()
    if file.hash and file.hash.value != _hash(data):
        raise DossierError(f"{file} is not as it was installed; install {PACKAGE} anew.")
    return data


def _hash(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")


def _zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, ALWAYS)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()
