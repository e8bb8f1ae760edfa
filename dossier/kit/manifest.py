"""What the program wrote into a site, kept there as `.kit.json`, so that a later one tells
what was changed since.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from dossier.kit.pieces import SiteWishes
from dossier.model.errors import DossierError

NAME = ".kit.json"
ABOUT = "Written by `dossier init` and `dossier upgrade`; commit it, and leave it as it is."


@dataclass(frozen=True)
class Manifest:
    """What was asked for, and what was written."""

    version: str
    wishes: SiteWishes
    index: str = ""
    # Where the packages of the site come from; the public index where it is empty.
    files: Mapping[str, str] = field(default_factory=dict)
    # The hash of each file as it was written.

    def is_as_written(self, site: Path, path: str) -> bool:
        """Whether a file is there and nobody has changed it."""
        return (site / path).is_file() and self.files.get(path) == digest(
            (site / path).read_bytes()
        )


def digest(data: bytes) -> str:
    """The hash of a file, with the line ends that every machine agrees on."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def written(manifest: Manifest) -> bytes:
    """The manifest as a file."""
    data = {
        "about": ABOUT,
        "version": manifest.version,
        "wishes": asdict(manifest.wishes),
        "index": manifest.index,
        "files": dict(sorted(manifest.files.items())),
    }
    return (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode()


def read_manifest(site: Path) -> Manifest:
    """The manifest of a site. Raises DossierError where it has none that can be read."""
    path = site / NAME
    if not path.is_file():
        raise DossierError(
            f"{path} is not there; expected the folder of a site that `dossier init` made."
        )
    try:
        data = json.loads(path.read_text("utf-8"))
        wishes = SiteWishes(**{name: str(value) for name, value in data["wishes"].items()})
        files = {str(name): str(value) for name, value in data["files"].items()}
        return Manifest(str(data["version"]), wishes, str(data["index"]), files)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DossierError(
            f"{path} is not as it was written: {error!r}. Bring it back from git."
        ) from error
