"""Running the program as people do, in a process of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.ready import PROGRAMS, read_first, ready

ROOT = Path(__file__).parent.parent
FERRIES = ROOT / "tests" / "sites" / "ferries"
"""A site of made-up companies, large enough to stand for a real one: no test depends on
what the content of ours is.
"""
BIN = Path(sys.executable).parent
HEEDING = """\
import os, signal, sys
for one in (signal.SIGINT, signal.SIGHUP):
    signal.signal(one, signal.SIG_DFL)
os.execv(sys.argv[1], sys.argv[1:])
"""
"""Runs a program that takes these signals, even where whoever started the tests has them
passed over, as `nohup` does.
"""
PATIENCE = 300.0  # seconds


def build(
    checkout: Path, *arguments: str | Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """`dossier build` in a checkout."""
    return run(checkout, "dossier", "build", *arguments, env=env)


def run(
    folder: Path, program: str, *arguments: str | Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """A program of this environment, in a folder, with its output as text. One that is
    loaded already is not loaded again.
    """
    environment = os.environ | (env or {})
    if program not in PROGRAMS or read_first(environment) != ready().began_with:
        return run_anew(folder, program, *arguments, env=env)
    command = [str(BIN / program), *map(str, arguments)]
    return ready().run(folder, command, environment, PATIENCE)


def run_anew(
    folder: Path, program: str, *arguments: str | Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The same, begun as a shell begins it."""
    return subprocess.run(
        [BIN / program, *arguments],
        cwd=folder,
        env=os.environ | (env or {}),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def copy_of_site(folder: Path) -> Path:
    """A checkout of the ferries with only what a build needs: content, theme and settings."""
    shutil.copytree(FERRIES / "content", folder / "content")
    shutil.copytree(ROOT / "themes", folder / "themes")
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(FERRIES / name, folder / name)
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
