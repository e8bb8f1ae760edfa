"""The output folder: replaced as a whole or left as it was, and never one that we did not
make.
"""

import ctypes
import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from dossier.generate import output as module
from dossier.generate.output import MARKER, replaced
from dossier.model.errors import DossierError
from tests.builds import files_of


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An output folder with an earlier build in it."""
    build(tmp_path / "output", "old")
    return tmp_path / "output"


def build(output: Path, text: str, *sources: Path) -> None:
    """Build a site of one page."""
    with replaced(output, sources) as fresh:
        (fresh / "index.html").write_text(text, "utf-8")


def break_off(output: Path, fault: type[BaseException]) -> None:
    """Build half a site."""
    with replaced(output, ()) as fresh:
        (fresh / "index.html").write_text("half", "utf-8")
        raise fault


def names(folder: Path) -> list[str]:
    """All that stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_build_takes_the_place_of_the_one_before(site: Path) -> None:
    """What the new site does not have is gone, and nothing is left beside it."""
    (site / "more.html").touch()
    build(site, "new")
    assert [MARKER, "index.html"] == names(site)
    assert "new" == (site / "index.html").read_text("utf-8")
    assert ["output"] == names(site.parent)


def test_the_disk_holds_a_site_before_it_takes_the_place_of_the_old_one(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every file and folder of it; after the exchange, the folder that names it too. A
    power cut leaves no empty page.
    """
    done: list[tuple[int, int]] = []  # what was synced, and which folder was the site then
    monkeypatch.setattr(module, "_sync_whole", lambda folder: False)
    monkeypatch.setattr(
        os,
        "fsync",
        lambda handle: done.append((os.fstat(handle).st_ino, site.stat().st_ino)),
    )
    old = site.stat().st_ino
    with replaced(site, ()) as fresh:
        (fresh / "companies/acme").mkdir(parents=True)
        (fresh / "companies/acme/index.html").write_text("new", "utf-8")
    assert {path.stat().st_ino for path in (site, *site.rglob("*"))} == {
        synced for synced, then in done if then == old
    }
    assert [site.parent.stat().st_ino] == [synced for synced, then in done if then != old]


class System:
    """A system that has one call for all files, and what that call does."""

    def __init__(self, number: int) -> None:
        self.number, self.called = number, list[Path]()

    def syncfs(self, handle: int) -> int:
        """Refuse with a number, or have done it."""
        self.called.append(Path(f"/proc/self/fd/{handle}").readlink())
        return -1 if self.number else 0

    def get_errno(self) -> int:
        """Why it was refused."""
        return self.number


def calling(monkeypatch: pytest.MonkeyPatch, number: int) -> System:
    """A system whose call for all files ends with a number, 0 where all is well."""
    system = System(number)
    monkeypatch.setattr(ctypes, "CDLL", lambda name, use_errno=False: system)
    monkeypatch.setattr(ctypes, "get_errno", system.get_errno)
    return system


def test_the_disk_is_asked_once_where_the_system_can(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For the whole of the new site, and file by file for nothing but the folder that names
    it afterwards.
    """
    system, single = calling(monkeypatch, 0), list[int]()
    monkeypatch.setattr(os, "fsync", lambda handle: single.append(os.fstat(handle).st_ino))
    build(site, "new")
    assert ["next"] == [folder.name for folder in system.called]
    assert [site.parent.stat().st_ino] == single


@pytest.mark.parametrize(
    ("number", "text"), [(errno.EIO, "old"), (errno.ENOSPC, "old"), (errno.ENOSYS, "new")]
)
def test_a_disk_that_refuses_all_files_at_once_leaves_the_old_site(
    number: int, text: str, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system only has no such call, it goes file by file."""
    calling(monkeypatch, number)
    with suppress(DossierError):
        build(site, "new")
    assert text == (site / "index.html").read_text("utf-8")
    assert ["output"] == names(site.parent)


@pytest.mark.parametrize(
    ("number", "text"), [(errno.EIO, "old"), (errno.ENOSPC, "old"), (errno.EINVAL, "new")]
)
def test_a_disk_that_does_not_hold_the_new_site_leaves_the_old_one(
    number: int, text: str, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file system that has no such call is no fault."""

    def fail(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(module, "_sync_whole", lambda folder: False)
    monkeypatch.setattr(os, "fsync", fail)
    with suppress(DossierError):
        build(site, "new")
    assert text == (site / "index.html").read_text("utf-8")
    assert ["output"] == names(site.parent)


def test_an_output_in_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    """Its parents too; an empty folder may be there already."""
    (tmp_path / "empty").mkdir()
    for output in (tmp_path / "a/b/output", tmp_path / "empty"):
        build(output, "new")
        assert [MARKER, "index.html"] == names(output)


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt, SystemExit, DossierError])
def test_a_build_that_fails_leaves_the_old_site(
    site: Path, fault: type[BaseException]
) -> None:
    """Byte for byte, and no debris."""
    before = files_of(site)
    with pytest.raises(fault):
        break_off(site, fault)
    assert before == files_of(site)
    assert ["output"] == names(site.parent)


def foreign(root: Path) -> tuple[Path, str]:
    """A folder with somebody's files."""
    (root / "home").mkdir()
    (root / "home/letter.txt").touch()
    return root / "home", "holds files that no build made"


def a_file(root: Path) -> tuple[Path, str]:
    """A file."""
    (root / "file").touch()
    return root / "file", "is not a folder"


def a_link(root: Path) -> tuple[Path, str]:
    """A link to a folder that would be fine."""
    (root / "target").mkdir()
    (root / "link").symlink_to("target")
    return root / "link", "is not a folder"


def above_a_source(root: Path) -> tuple[Path, str]:
    """The folder that holds the content."""
    return root, "lie inside each other"


def the_source(root: Path) -> tuple[Path, str]:
    """The content itself."""
    return root / "content", "lie inside each other"


def below_a_source(root: Path) -> tuple[Path, str]:
    """A folder in the content, by way of another."""
    return root / "x/../content/output", "lie inside each other"


def through_a_link(root: Path) -> tuple[Path, str]:
    """A folder in the content, by way of a link."""
    (root / "alias").symlink_to("content")
    return root / "alias/output", "lie inside each other"


def nameless(root: Path) -> tuple[Path, str]:
    """The folder above."""
    return root / "content/..", "has no name of its own"


def below_a_file(root: Path) -> tuple[Path, str]:
    """A folder in a file."""
    (root / "file").touch()
    return root / "file/output", "Not a directory"


def beside_a_linked_workshop(root: Path) -> tuple[Path, str]:
    """A place where somebody has put a link in the way of builds."""
    (root / "elsewhere").mkdir()
    (root / ".output.build").symlink_to("elsewhere")
    return root / "output", "is a link"


def beside_a_linked_lock(root: Path) -> tuple[Path, str]:
    """Or a link in the place of the lock."""
    (root / ".output.build").mkdir()
    (root / ".output.build/lock").symlink_to(root / "content/facts.yaml")
    return root / "output", "was not written"


REFUSED = (foreign, a_file, a_link, above_a_source, the_source, below_a_source, through_a_link, nameless, below_a_file,
           beside_a_linked_workshop, beside_a_linked_lock)  # fmt: skip


@pytest.mark.parametrize("arrange", REFUSED, ids=lambda arrange: arrange.__name__)
def test_an_output_that_is_not_ours_is_refused(
    tmp_path: Path, arrange: Callable[[Path], tuple[Path, str]]
) -> None:
    """In one line, before anything is written or deleted."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/facts.yaml").write_text("a: 1\n", "utf-8")
    output, reason = arrange(tmp_path)
    before = files_of(tmp_path)
    with pytest.raises(DossierError, match=reason):
        build(output, "new", tmp_path / "content")
    assert before == files_of(tmp_path)


def test_what_a_killed_build_left_is_swept_away(site: Path) -> None:
    """Half a site beside the output, and a lock that nobody holds."""
    workshop = site.parent / ".output.build"
    (workshop / "next/half").mkdir(parents=True)
    (workshop / "lock").touch()
    build(site, "new")
    assert ["output"] == names(site.parent)


def test_a_site_that_was_moved_aside_by_a_killed_build_is_put_back(site: Path) -> None:
    """Where the system cannot exchange two folders, there is a moment without an output;
    the next build, even one that fails, ends it.
    """
    before = files_of(site)
    workshop = site.parent / ".output.build"
    workshop.mkdir()
    site.rename(workshop / "previous")
    with pytest.raises(ValueError, match="broken"), replaced(site, ()):
        raise ValueError("broken")
    assert before == files_of(site)


def test_two_builds_at_once_are_refused(site: Path) -> None:
    """The second says so and touches nothing; the first goes on."""
    with replaced(site, ()) as fresh:
        (fresh / "index.html").write_text("first", "utf-8")
        with pytest.raises(DossierError, match="another build is writing"):
            build(site, "second")
    assert "first" == (site / "index.html").read_text("utf-8")


def test_a_system_without_exchange_replaces_in_two_steps(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The outcome is the same."""
    monkeypatch.setattr(module, "_exchange", lambda *_: False)
    build(site, "new")
    assert "new" == (site / "index.html").read_text("utf-8")
    assert ["output"] == names(site.parent)


def test_a_second_step_that_fails_takes_back_the_first(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old site is where it was."""
    before = files_of(site)
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "next":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return rename(self, target)

    monkeypatch.setattr(module, "_exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(
        DossierError, match="Input/output error; what was there before is as it was"
    ):
        build(site, "new")
    assert before == files_of(site)
    assert ["output"] == names(site.parent)


def test_a_site_that_cannot_be_announced_is_there(site: Path) -> None:
    """Nobody is told that the old one is as it was."""

    def done() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    told = "holds the new site; only the line that says so could not be written: No space"
    with pytest.raises(DossierError, match=told), replaced(site, (), done) as fresh:
        (fresh / "index.html").write_text("new", "utf-8")
    assert "new" == (site / "index.html").read_text("utf-8")
    assert ["output"] == names(site.parent)


def test_the_lock_is_the_last_thing_that_goes(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the old site is being deleted, no other build begins in the same folder."""
    workshop, deleted = site.parent / ".output.build", []
    really = shutil.rmtree

    def rmtree(path: Path, ignore_errors: bool) -> None:
        if path.exists():
            deleted.append(path.name)
            with pytest.raises(DossierError, match="another build is writing"):
                build(site, "of another")
        really(path, ignore_errors=ignore_errors)

    monkeypatch.setattr(shutil, "rmtree", rmtree)
    build(site, "new")
    assert ["next"] == deleted
    assert not workshop.exists()


def test_a_full_disk_is_one_line_and_the_old_site(site: Path) -> None:
    """Whatever the step at which the disk refuses."""
    before = files_of(site)
    with pytest.raises(DossierError, match="No space left on device"), replaced(site, ()):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert before == files_of(site)


def test_a_disk_that_is_really_full_leaves_the_old_site(tmp_path: Path) -> None:
    """On a file system of 64 kB, where we may make one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("only root may mount")
    try:
        build(disk / "output", "old")
        before = files_of(disk / "output")
        with pytest.raises(DossierError, match="No space left on device"):
            build(disk / "output", "new" * 100_000)
        assert before == files_of(disk / "output")
        assert ["output"] == names(disk)
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_build_that_is_killed_leaves_a_lock_that_nobody_holds(site: Path) -> None:
    """The lock dies with its process."""
    program = (
        "import os, sys\nfrom pathlib import Path\nfrom dossier.generate.output import replaced\n"
        "with replaced(Path(sys.argv[1]), ()) as fresh:\n    (fresh / 'x').touch()\n    os.kill(os.getpid(), 9)\n"
    )
    assert (
        -9 == subprocess.run([sys.executable, "-c", program, site], check=False).returncode
    )
    assert (site.parent / ".output.build/next/x").is_file()
    build(site, "new")
    assert ["output"] == names(site.parent)
    shutil.rmtree(site)
