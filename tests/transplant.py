"""Every test on a checkout that holds another company's content: `python -m
tests.transplant`, with arguments for pytest.

Whether the program works must not depend on what one site says. So `make test` passes the
tests on a clone of this repository, with its log and its files as they are now, in which a
small company of another trade has taken the place of the content. Whoever runs pytest
itself passes the same tests here.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.builds import ROOT, run
from tests.repositories import ISOLATED, WHO

CONTENT = ROOT / "tests" / "sites" / "kiln" / "content"
ROOM = 4 * 1024**3
"""Bytes that all tests together take at most, with as much to spare."""
REASON = "Our own company instead of theirs"


def transplant(folder: Path) -> Path:
    """A clone of this repository as it is, with other content, which its last commit has
    brought.
    """
    site = folder / "site"
    git(folder, "clone", "--quiet", "--no-checkout", "--shared", str(ROOT), str(site))
    for name in git(
        ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"
    ).split("\0"):
        copy_file(ROOT / name, site / name)
    shutil.rmtree(site / "content", ignore_errors=True)
    shutil.copytree(CONTENT, site / "content")
    assert run(site, "dossier", "schema", env=here(site)).returncode == 0
    when = git(ROOT, "log", "-1", "--format=%cI").strip()
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    git(site, "add", "--all")
    git(
        site,
        "commit",
        "--quiet",
        "--allow-empty",
        "--message",
        f"{REASON}\n\nReaders: {REASON}",
        env=WHO | dates,
    )
    return site


def copy_file(old: Path, new: Path) -> None:
    """Copy a file that git lists and that is still there."""
    if old.is_file():
        new.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(old, new)


def git(folder: Path, *words: str, env: dict[str, str] | None = None) -> str:
    """What git prints in a folder, whatever the settings of the machine are."""
    environment = os.environ | ISOLATED | (env or {})
    return subprocess.run(
        ["git", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def here(site: Path) -> dict[str, str]:
    """The variables by which programs take the code of the clone, and mypy what it knows
    already.
    """
    return {"PYTHONPATH": str(site), "MYPY_CACHE_DIR": str(ROOT / ".tools" / "mypy")}


def quick() -> Path | None:
    """A folder in memory for all that tests write, if there is one with room in which
    programs may run: half of a build on a slow disk is waiting for it.
    """
    memory = Path("/dev/shm")  # noqa: S108 - folders with names of their own are made in it
    if not (memory.is_dir() and os.access(memory, os.W_OK)):
        return None
    state = os.statvfs(memory)
    fits = state.f_bavail * state.f_frsize > ROOM and not state.f_flag & os.ST_NOEXEC
    return memory if fits else None


def main() -> int:
    """Pass the tests there, and return the exit status of pytest."""
    memory = quick()
    environment = os.environ | ({"TMPDIR": str(memory)} if memory else {})
    # What is compiled of the packages is kept with them, whatever the machine says: each
    # worker would do it anew, which is half of gathering the tests.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        site = transplant(Path(folder).resolve())
        command = [sys.executable, "-m", "pytest", *sys.argv[1:]]
        return subprocess.run(
            command, cwd=site, env=environment | here(site), check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
