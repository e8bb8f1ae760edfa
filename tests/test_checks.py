"""Every finding: a folder per code holds content with that fault, and the whole report that
it must yield.

The files of `in/` are laid over the site tests/sites/acme, which has no fault. What git
cannot hold, or not everywhere, is made here.
"""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier import check
from dossier.generate.pipeline import inspect
from dossier.model.findings import CODES
from dossier.read import files, lots
from dossier.report.text import report
from tests.helpers import TESTS, content_folder

CASES = TESTS / "checks"


@pytest.fixture(autouse=True)
def one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each company is read and checked by itself, as where several processes do it."""
    monkeypatch.setattr(lots, "LEAST", 1)
    monkeypatch.setattr(check, "LEAST", 1)


def _link(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "sources" / "secret.md").symlink_to("/etc/passwd")
    os.mkfifo(root / "companies" / "acme" / "facts" / "pipe.yaml")


def _long(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "sources" / "long.md").write_text(
        "---\ntype: book\n---\n" + "a " * 100_000, "utf-8"
    )
    (root / "sources" / "brackets.md").write_text(
        "---\ntype: book\n---\n" + "[" * 2_001, "utf-8"
    )


def _coded(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = "---\ntype: article-newspaper\ntitle: 北京 café opens\n---\n"
    (root / "sources" / "town-paper.md").write_bytes(
        paper.encode().replace("é".encode(), b"\xe9")
    )
    (root / "entities.yaml").write_text("example-bank:\n  name: Bank\n", "utf-16")
    (root / "origins.yaml").write_bytes(b"example-wire:\n  name: Wire\0\n")


def _locked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, flags: int) -> int:
        if path.endswith("town-paper.md"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return os_open(path, flags)

    os_open = os.open
    monkeypatch.setattr(os, "open", refuse)


def _twins(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "README.md").touch()
    (root / "ReadMe.md").touch()
    if not (root / "readme.md").exists():
        return
    # This file system knows no such twins: let it seem to have them.
    monkeypatch.setattr(files, "_walk", lambda *_: iter((*walk(root), "ReadMe.md")))


def walk(root: Path) -> list[str]:
    """The paths of all files below a folder."""
    return [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()]


ARRANGED: dict[str, Callable[[Path, pytest.MonkeyPatch], None]] = {
    "R001": _link, "R002": _long, "R003": _coded, "R007": _locked, "R008": _twins,
}  # fmt: skip


ELSEWHERE = {"O001": "test_origins.py"}
"""Codes that `dossier check` never gives, and where their cases are run."""


@pytest.mark.parametrize("code", [code for code in CODES if code not in ELSEWHERE])
def test_each_code_is_found_as_expected(
    code: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    expect: Callable[[Path, str], None],
) -> None:
    """The report names the code, the place and what to do, and says nothing else that is
    not expected.
    """
    case = CASES / code
    root = content_folder(
        tmp_path, {name: (case / "in" / name).read_bytes() for name in walk(case / "in")}
    )
    if arrange := ARRANGED.get(code):
        arrange(root, monkeypatch)
    monkeypatch.chdir(tmp_path)
    text = report(inspect(Path("content")).findings, Path("content")) + "\n"
    assert f" {code} " in text
    expect(case / "expected.txt", text)


def test_every_code_has_a_case_and_no_other() -> None:
    """A folder for each code of the register."""
    assert sorted(CODES) == sorted(path.name for path in CASES.iterdir())
