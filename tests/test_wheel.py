"""The package as it is handed out: all that a site needs is in one file, and what it needs
besides is named by its hash.
"""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.builds import ROOT
from tests.shelf import shelf, wheel

__all__ = ["shelf", "wheel"]


def test_the_wheel_carries_all_that_is_no_code(wheel: Path) -> None:
    """The theme whole, the catalogues, and the licences of what is in it."""
    names = set(zipfile.ZipFile(wheel).namelist())
    theme = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "themes" / "ledger").rglob("*")
        if path.is_file()
    }
    assert {f"dossier/carried/{name}" for name in theme} <= names
    assert "dossier/render/language/locales/zh_Hans.po" in names
    kit = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "dossier" / "kit").rglob("*")
        if path.is_file()
    }
    assert {name for name in kit if not name.endswith(".pyc")} <= names
    licences = {name.partition(".dist-info/licenses/")[2] for name in names} - {""}
    assert {
        "LICENSE",
        "LICENSES/ISC.txt",
        "LICENSES/Unicode-3.0.txt",
        "themes/ledger/cards/OFL.txt",
    } == licences


def test_an_installed_package_finds_its_theme(wheel: Path, tmp_path: Path) -> None:
    """In the package itself: no checkout is asked."""
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = "import dossier.carrying as it; print(it.THEME)"
    environment = {"PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (
        str(tmp_path / "dossier" / "carried" / "themes" / "ledger") == done.stdout.strip()
    )


def test_the_folder_of_wheels_has_each_by_its_hash(shelf: Path) -> None:
    """Its list is one that an installer takes with `--require-hashes`: each file that is
    there, and the package itself.
    """
    lines = (shelf / "requirements.txt").read_text("utf-8").splitlines()
    assert all(
        re.fullmatch(r"[a-z0-9-]+==[\w.]+ --hash=sha256:[0-9a-f]{64}", line)
        for line in lines
    )
    assert len(lines) == len(
        [path for path in shelf.glob("*.whl") if not path.name.startswith("uv-")]
    )
    assert [line for line in lines if line.startswith("pelican-dossier==")]
