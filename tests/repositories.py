"""Small git repositories for tests: commits with fixed authors and dates, and nothing of
the machine's own settings.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.builds import copy_of_site
from tests.helpers import SITES

START = 1_767_225_600  # 1 January 2026 at midnight, in UTC
DAY = 86_400
ISOLATED = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
WHO = {
    "GIT_AUTHOR_NAME": "Editor", "GIT_AUTHOR_EMAIL": "editor@example.org",
    "GIT_COMMITTER_NAME": "Editor", "GIT_COMMITTER_EMAIL": "editor@example.org",
}  # fmt: skip


@pytest.fixture
def isolated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Git asks nothing of the machine, and the day of no build is given from outside."""
    for name, value in ISOLATED.items():
        monkeypatch.setenv(name, value)
    for name in ("SOURCE_DATE_EPOCH", "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)


class Playground:
    """A repository with a content folder; each commit is made a day after the one before."""

    def __init__(self, root: Path) -> None:
        self.root, self.content, self.days = root, root / "content", 0
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *words: str) -> str:
        """Run git, and give what it says."""
        when = dict.fromkeys(
            ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"{START + self.days * DAY} +0000"
        )
        environment = {**os.environ, **ISOLATED, **WHO, **when}
        command = ["git", "-C", str(self.root), *words]
        return subprocess.run(
            command, check=True, capture_output=True, text=True, env=environment
        ).stdout.strip()

    def write(self, files: Mapping[str, str | None]) -> None:
        """Write files below the content folder, or take them away."""
        for name, text in files.items():
            path = self.content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_text(text, "utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace a text that stands once in a file of the content folder."""
        path = self.content / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), "utf-8")

    def commit(self, message: str) -> str:
        """Commit everything, and give the id of the commit."""
        self.days += 1
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def place(tmp_path: Path) -> Playground:
    """A repository with the small site and one commit."""
    place = Playground(tmp_path / "site")
    shutil.copytree(SITES / "acme", place.content)
    place.commit("Begin")
    return place


def repository_of_site(folder: Path) -> Path:
    """A checkout of the ferries with a history of some months: a topic that came later, and
    a figure that has changed.
    """
    place = Playground(copy_of_site(folder))
    topic, figures = (
        "companies/tidewick/facts/related.yaml",
        "companies/tidewick/facts/crossings.yaml",
    )
    later = (place.content / topic).read_text("utf-8")
    place.write({topic: None})
    place.edit("companies/tidewick/company.yaml", "  related: Related headlines\n", "")
    place.edit(figures, "value: 34", "value: 33")
    place.commit("Begin")
    place.write({topic: later})
    place.edit(
        "companies/tidewick/company.yaml",
        "  coverage:",
        "  related: Related headlines\n  coverage:",
    )
    place.commit("Add the headlines (#2)")
    place.days += 300  # by then some facts have become stale
    place.edit(figures, "value: 33", "value: 34")
    place.commit("Count the crossings anew (#3)")
    return place.root
