"""The set-up: an old Python is refused in one line, only what the lock names is installed,
and only when it is not there.
"""

import ast
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import bootstrap
import environment

ROOT = Path(__file__).parent.parent
LOCK = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def locked(name: str) -> dict[str, Any]:
    """What uv.lock says of a package."""
    return next(package for package in LOCK["package"] if package["name"] == name)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty checkout for the set-up to work in, with the files that it reads."""
    for name in ("uv.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "TOOLS", tmp_path / ".tools")
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "STAMP", tmp_path / ".venv" / "stamp")
    return tmp_path


def finish(checkout: Path, name: str) -> None:
    """Leave what a finished installation leaves."""
    (checkout / ".venv" / "bin").mkdir(parents=True)
    (checkout / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (checkout / ".venv" / "stamp").write_text(environment.stamp(name), "utf-8")


def test_old_python_is_refused_in_one_line() -> None:
    """The line says what there is, what is needed, and what to do."""
    assert bootstrap.refusal("/usr/bin/python3", (3, 9, 18)) == (
        "/usr/bin/python3 is Python 3.9.18; pelican-dossier needs 3.11 or newer: "
        "install it, or say `make PYTHON=python3.12 site`"
    )
    assert (
        ""
        == bootstrap.refusal("/usr/bin/python3", (3, 11, 0))
        == bootstrap.refusal("/usr/bin/python3", (4, 0, 0))
    )


def test_the_oldest_python_asked_for_is_the_one_of_the_package() -> None:
    """Two files name it, and they agree."""
    assert PROJECT["project"]["requires-python"] == ">=" + ".".join(
        map(str, bootstrap.OLDEST)
    )


def test_old_pythons_can_read_the_refusal() -> None:
    """No word in the file is newer than Python 3.4; what 2.7 lacks beyond that, old Pythons
    that are here show.
    """
    path = ROOT / "tools" / "bootstrap.py"
    ast.parse(path.read_text("utf-8"), feature_version=(3, 4))
    for python in old_pythons():
        done = subprocess.run([python, path], capture_output=True, text=True, check=False)
        assert (1, "", 1) == (
            done.returncode,
            done.stdout,
            len(done.stderr.splitlines()),
        ), done.stderr
        assert "pelican-dossier needs 3.11 or newer" in done.stderr


def old_pythons() -> list[Path]:
    """The Pythons of this machine that are too old and do run, if there are any."""
    pyenv = Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser()
    folders = [*map(Path, os.get_exec_path()), *pyenv.glob("versions/*/bin")]
    found = sorted(path for folder in folders for path in folder.glob("python[23].*"))
    old = [path for path in found if re.fullmatch(r"python(2\.\d|3\.\d|3\.10)", path.name)]
    return [
        path
        for path in old
        if subprocess.run([path, "-c", ""], capture_output=True, check=False).returncode
        == 0
    ]


@pytest.mark.parametrize(
    ("system", "machine", "libc", "family"),
    [
        ("Linux", "x86_64", "glibc", "manylinux"),
        ("Linux", "aarch64", "glibc", "manylinux"),
        ("Linux", "x86_64", "", "musllinux"),
        ("Linux", "aarch64", "musl", "musllinux"),
        ("Darwin", "x86_64", "", "macosx"),
        ("Darwin", "arm64", "", "macosx"),
    ],
)
def test_each_platform_gets_its_installer(
    system: str, machine: str, libc: str, family: str
) -> None:
    """The locked wheel for the system, the processor and the C library is chosen."""
    wheel = environment.pick_wheel(locked("uv")["wheels"], system, machine, libc)
    assert re.search(rf"-none-(.*\.)?{family}_\d+_\d+_{machine}[.]", wheel["url"])


@pytest.mark.parametrize(
    ("system", "machine"), [("Windows", "AMD64"), ("Linux", "vax"), ("Darwin", "ppc")]
)
def test_other_platforms_are_refused(system: str, machine: str) -> None:
    """A platform without an installer is named."""
    with pytest.raises(
        environment.SetupError, match=f"no installer for {system} on {machine}"
    ):
        environment.pick_wheel(locked("uv")["wheels"], system, machine, "")


def test_a_broken_lock_is_refused_in_one_line(checkout: Path, capfd: Any) -> None:
    """Merge markers in uv.lock are named as what they are: a lock that is not whole."""
    (checkout / "uv.lock").write_text("<<<<<<< ours\n", "utf-8")
    assert 1 == environment.main(["site"])
    assert re.fullmatch(
        "pelican-dossier: uv.lock is not whole: .*\n", capfd.readouterr().err
    )


def test_a_file_with_another_hash_is_refused() -> None:
    """What was fetched is used only if its hash is the locked one."""
    good = f"sha256:{hashlib.sha256(b'good').hexdigest()}"
    assert b"good" == environment.verified(b"good", good, "https://example.org/uv.whl")
    with pytest.raises(
        environment.SetupError, match=r"uv\.whl is not the file that uv.lock names"
    ):
        environment.verified(b"bad", good, "https://example.org/uv.whl")


def test_no_network_is_said_in_one_line(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capfd: Any
) -> None:
    """Where nothing answers, the set-up says which file it could not fetch, and leaves
    nothing that looks finished.
    """
    nowhere = {"url": "http://127.0.0.1:9/uv.whl", "hash": "sha256:0"}
    monkeypatch.setattr(environment, "pick_wheel", lambda *_: nowhere)
    assert 1 == environment.main(["site"])
    assert (
        "pelican-dossier: no network? uv.whl could not be fetched: "
        in capfd.readouterr().err.splitlines()[-1]
    )
    assert not environment.stamped("site")
    assert [] == [path.name for path in (checkout / ".tools").glob("uv*")]


def test_a_failed_installation_is_not_taken_for_a_finished_one(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capfd: Any
) -> None:
    """When the installer fails, the exit status is 1, the last line is ours, and the next
    run begins again.
    """
    finish(checkout, "site")
    monkeypatch.setattr(
        environment, "installer", lambda: Path(sys.executable)
    )  # it cannot `sync`
    assert 1 == environment.main(["test"])
    assert "could not be installed" in capfd.readouterr().err.splitlines()[-1]
    assert not environment.stamped("site")


def test_what_is_there_is_not_installed_again(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tests' packages include the site's, not the other way round; neither then needs
    the installer.
    """
    called: list[str] = []
    monkeypatch.setattr(environment, "install", called.append)
    finish(checkout, "test")
    assert [0, 0] == [environment.main(["test"]), environment.main(["site"])]
    (checkout / ".venv" / "stamp").write_text(environment.stamp("site"), "utf-8")
    assert [0, 0] == [environment.main(["site"]), environment.main(["test"])]
    assert ["test"] == called


def test_another_name_of_the_same_python_installs_nothing(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a terminal where `.venv` is activated, `python3` is called otherwise than before."""
    finish(checkout, "site")
    other = checkout / "python3"
    other.symlink_to(environment.interpreter())
    monkeypatch.setattr(environment, "interpreter", lambda: str(other))
    assert environment.stamped("site")


@pytest.mark.parametrize("changed", ["uv.lock", "pyproject.toml", "moved", "python"])
def test_what_has_changed_is_installed_again(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    """Another lock, another place, or a Python that is gone: the old `.venv` no longer
    counts.
    """
    finish(checkout, "site")
    assert environment.stamped("site")
    if changed == "moved":
        monkeypatch.setattr(
            environment,
            "ROOT",
            shutil.copytree(checkout, checkout.parent / "moved", symlinks=True),
        )
    elif changed == "python":
        (checkout / ".venv" / "bin" / "python").unlink()
    else:
        (checkout / changed).write_text("# changed\n", "utf-8")
    assert not environment.stamped("site")


@pytest.mark.parametrize("arguments", [["docs"], ["site", "test"]])
def test_an_unknown_set_is_refused_in_one_line(arguments: list[str], capfd: Any) -> None:
    """The sets there are get named."""
    assert 1 == environment.main(arguments)
    assert (
        "pelican-dossier: name one set of packages: site or test or links or import or dask or rival\n"
        == capfd.readouterr().err
    )


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (
            PermissionError(13, "Permission denied", ".venv"),
            "pelican-dossier: .venv: Permission denied\n",
        ),
        (
            OSError(28, "No space left on device"),
            "pelican-dossier: the set-up: No space left on device\n",
        ),
        (KeyboardInterrupt(), "pelican-dossier: interrupted; the next run begins again\n"),
    ],
)
def test_faults_of_the_machine_are_one_line(
    error: BaseException, line: str, monkeypatch: pytest.MonkeyPatch, capfd: Any
) -> None:
    """A full disk, a folder that may not be written and an interruption give no traceback."""

    def fail(_: str) -> None:
        raise error

    monkeypatch.setattr(environment, "ready", fail)
    assert 1 == environment.main(["site"])
    assert line == capfd.readouterr().err


def test_the_tests_say_that_git_is_missing(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capfd: Any
) -> None:
    """Without git the tests cannot run, and that is said before anything is fetched."""
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert 1 == environment.main(["test"])
    assert (
        "pelican-dossier: `git` is not installed, and the tests need it\n"
        == capfd.readouterr().err
    )
    assert not (checkout / ".tools").exists()


def test_the_installer_touches_only_the_checkout() -> None:
    """Its folders are in the checkout, a person's own settings are not read, proxies are."""
    outside = {
        "HOME": "/home/a",
        "PATH": "/bin",
        "UV_INDEX_URL": "x",
        "XDG_CACHE_HOME": "/c",
        "HTTPS_PROXY": "p",
    }
    inside = environment.tool_environment(outside)
    assert {"PATH": "/bin", "HTTPS_PROXY": "p"} == {
        name: inside[name] for name in ("PATH", "HTTPS_PROXY")
    }
    assert not {"UV_INDEX_URL", "XDG_CACHE_HOME"} & inside.keys()
    assert all(
        Path(inside[name]).is_relative_to(ROOT)
        for name in ("HOME", "UV_CACHE_DIR", "UV_PROJECT_ENVIRONMENT")
    )


def test_the_lock_is_the_one_of_pyproject() -> None:
    """The lock was made from the requirements that pyproject.toml has now."""

    def lines(entries: list[dict[str, Any]]) -> set[str]:
        extras = (
            f"[{','.join(entry['extras'])}]" if "extras" in entry else ""
            for entry in entries
        )
        return {
            entry["name"] + extra + entry.get("specifier", "")
            for entry, extra in zip(entries, extras, strict=True)
        }

    metadata = locked("pelican-dossier")["metadata"]
    extras = PROJECT["project"]["optional-dependencies"].values()
    wanted = {
        *PROJECT["project"]["dependencies"],
        *(entry for extra in extras for entry in extra),
    }
    assert wanted == lines(metadata["requires-dist"])
    for group in ("tools", "build", "test", "links", "rival"):
        assert set(PROJECT["dependency-groups"][group]) == lines(
            metadata["requires-dev"][group]
        )


def test_addresses_of_registries_are_in_lock_files_only() -> None:
    """No other file names the hosts that packages come from."""
    hosts = set(re.findall(r"https://([\w.]+)", (ROOT / "uv.lock").read_text("utf-8")))
    naming = [
        path
        for path in kept_files()
        if any(host.encode() in path.read_bytes() for host in hosts)
    ]
    assert [ROOT / "uv.lock"] == naming


def kept_files() -> list[Path]:
    """The files of the checkout that git keeps or would keep."""
    listed = git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    return [path for path in (ROOT / name for name in listed if name) if path.is_file()]


def git(*arguments: str) -> str:
    """What git prints in the checkout."""
    return subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout


def test_what_the_targets_make_is_ignored_by_git() -> None:
    """After `make site` and `make test` the checkout is as clean as before."""
    made = [
        ".tools/uv",
        ".venv/stamp",
        "node_modules/axe-core",
        "output/index.html",
        "tests/__pycache__/x.pyc",
    ]
    assert made == git("check-ignore", *made).split()


def test_make_names_its_targets() -> None:
    """`make` alone lists every target with what it does."""
    helped = subprocess.run(
        ["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    named = re.findall(r"^  make (\w+)\t+\w", helped, re.MULTILINE)
    phony = re.findall(
        r"^\.PHONY: (.*)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE
    )
    targets = [
        "help",
        "site",
        "serve",
        "test",
        "check",
        "lint",
        "types",
        "golden",
        "messages",
    ]
    assert (
        [*targets, "screenshots", "components", "wheel", "clean"]
        == named
        == phony[0].split()
    )


@pytest.mark.parametrize("extra", ["import", "dask"])
def test_an_extra_is_asked_for_where_it_is_wanted(extra: str) -> None:
    """The lines that `dossier source add` and `dossier build` print name these sets."""
    assert [extra] == [
        wanted
        for wanted in environment.GROUPS
        if f"--extra={extra}" in environment.orders(wanted)
    ]
