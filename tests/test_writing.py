"""The files of a new site: one that is the same as before is that file, and no site changes
another.
"""

import os
from pathlib import Path

import pytest

from dossier.generate.audit import Audit
from dossier.generate.writing import Output
from dossier.model.errors import DossierError


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """The site before."""
    made = Output(tmp_path / "before", Audit("/"))
    made.write("a/same.txt", b"same")
    made.write("a/other.txt", b"1234")
    return made.folder


@pytest.fixture
def after(tmp_path: Path, before: Path) -> Output:
    """The site that takes its place."""
    return Output(tmp_path / "after", Audit("/"), before)


def inode(path: Path) -> int:
    """The file behind a name."""
    return path.lstat().st_ino


def test_a_file_that_is_the_same_is_left_as_it_is(before: Path, after: Output) -> None:
    """It keeps the day on which it was written."""
    after.write("a/same.txt", b"same")
    assert inode(before / "a/same.txt") == inode(after.folder / "a/same.txt")


def test_a_file_that_differs_is_a_new_one(before: Path, after: Output) -> None:
    """Even where it is as long."""
    after.write("a/other.txt", b"5678")
    assert [b"1234", b"5678"] == [
        (folder / "a/other.txt").read_bytes() for folder in (before, after.folder)
    ]


def test_a_file_with_other_rights_is_written_anew(before: Path, after: Output) -> None:
    """What is published is what a build makes."""
    (before / "a/same.txt").chmod(0o600)
    after.write("a/same.txt", b"same")
    assert 0o600 != (after.folder / "a/same.txt").stat().st_mode & 0o777


def test_a_link_in_the_site_before_is_not_followed(before: Path, after: Output) -> None:
    (before / "a/link.txt").symlink_to("same.txt")
    after.write("a/link.txt", b"same")
    assert not (after.folder / "a/link.txt").is_symlink()
    assert inode(before / "a/same.txt") != inode(after.folder / "a/link.txt")


def test_where_a_file_can_have_one_name_only_it_is_written(
    before: Path, after: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    after.write("a/same.txt", b"same")
    assert b"same" == (after.folder / "a/same.txt").read_bytes()
    assert inode(before / "a/same.txt") != inode(after.folder / "a/same.txt")


def test_no_file_is_written_twice(after: Output) -> None:
    after.write("a/index.html", b"1")
    with pytest.raises(DossierError, match="would be written twice"):
        after.page("a/index.html", "2")
