"""Make `.venv` what uv.lock says, from nothing but this Python and, the first time, the
network.

The installer is the one that uv.lock pins, never one found on PATH: another version may
read the lock in another way. All that is fetched or made stays in the checkout, in `.venv/`
and `.tools/`. No address is written here: uv.lock has them. It knows nothing of the
project's own code, and what only the tests need beside Python packages is
tests/toolchain.py's work.
"""

from __future__ import annotations

import fcntl
import hashlib
import http.client
import io
import os
import platform
import shutil
import subprocess
import sys
import tomllib
import urllib.request
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
VENV = ROOT / ".venv"
STAMP = VENV / "stamp"

# What each set installs beside the runtime packages, and which sets have it all already.
GROUPS = {
    "site": ("build",), "test": ("build", "test"), "links": ("build", "links"), "import": ("build",),
    "dask": ("build",), "rival": ("build", "test", "rival"),
}  # fmt: skip
EXTRAS = {"import": ("import",), "dask": ("dask",)}
COVERED_BY = {
    "site": ("site", "test", "links", "import", "dask", "rival"), "test": ("test", "rival"), "links": ("links",),
    "import": ("import", "test", "rival"), "dask": ("dask", "test", "rival"), "rival": ("rival",),
}  # fmt: skip
# The tests ask git what the checkout holds; a site is built without it.
COMMANDS = {"test": ("git",)}

# Read by uv, Python or the build back end as orders of the person's own, which must not
# change what is installed.
FOREIGN = ("UV_", "PIP_", "PYTHON", "XDG_", "HATCH_", "VIRTUAL_ENV", "CONDA_")


class SetupError(Exception):
    """The set-up cannot go on; the text says what is missing, in one line."""


def main(arguments: Sequence[str]) -> int:
    """Make the named set ready ("site", "test", "links", "import" or "dask") and return the
    exit status.
    """
    wanted = arguments[0] if arguments else "site"
    if wanted not in GROUPS or len(arguments) > 1:
        return fail(f"name one set of packages: {' or '.join(GROUPS)}")
    try:
        ready(wanted)
    except SetupError as error:
        return fail(str(error))
    except OSError as error:
        return fail(f"{error.filename or 'the set-up'}: {error.strerror or error}")
    except KeyboardInterrupt:
        return fail("interrupted; the next run begins again")
    return 0


def fail(message: str) -> int:
    """Print the one line and return the status that stops make."""
    print(f"pelican-dossier: {message}", file=sys.stderr)
    return 1


def ready(wanted: str) -> None:
    """Install the wanted set unless it is there."""
    for command in COMMANDS.get(wanted, ()):
        if not shutil.which(command):
            raise SetupError(f"`{command}` is not installed, and the tests need it")
    if stamped(wanted):
        return
    TOOLS.mkdir(exist_ok=True)
    with alone(TOOLS / "lock"):
        if not stamped(wanted):
            install(wanted)


def stamped(wanted: str) -> bool:
    """Whether a finished installation has all that is wanted."""
    return any(is_stamp(have) for have in COVERED_BY[wanted])


def is_stamp(name: str) -> bool:
    """Whether `.venv` was finished as this set, by these files, here, for this Python,
    which is still there.
    """
    found = STAMP.read_text("utf-8", errors="replace") if STAMP.is_file() else ""
    return found == stamp(name) and (VENV / "bin" / "python").exists()


def stamp(name: str) -> str:
    """What a finished `.venv` of this set depends on."""
    digest = hashlib.sha256()
    for path in (
        ROOT / "uv.lock",
        ROOT / "pyproject.toml",
        *sorted(Path(__file__).parent.glob("*.py")),
    ):
        digest.update(path.read_bytes())
    # `python3` and `python3.11` of one folder are one Python.
    digest.update(os.fsencode(f"{ROOT}\0{os.path.realpath(interpreter())}\0{sys.version}"))
    return f"{name} {digest.hexdigest()}\n"


def interpreter() -> str:
    """This Python, or the one under it when it is itself a virtual environment (perhaps the
    one about to be remade).
    """
    return getattr(sys, "_base_executable", "") or sys.executable


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the lock, so that two makes do not install into one folder at a time."""
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def install(wanted: str) -> None:
    """Install the set; the stamp goes first and comes back last, so that an interrupted run
    is begun again.
    """
    uv = installer()
    if any(is_stamp(have) for have in GROUPS):
        STAMP.unlink()
    else:
        remove(
            VENV
        )  # half made, moved or another Python's: made anew from uv's cache it takes two seconds
    if subprocess.run(
        [uv, *orders(wanted)], cwd=ROOT, env=tool_environment(os.environ), check=False
    ).returncode:
        raise SetupError(
            "the locked packages could not be installed; why is said above (the first run"
            " needs the network)"
        )
    STAMP.write_text(stamp(wanted), "utf-8")


def remove(path: Path) -> None:
    """Remove a folder, or what is in its place."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def orders(wanted: str) -> list[str]:
    """What uv is to do: the lock as it stands, and no isolated build, which would fetch a
    back end that nothing pins.
    """
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))[
        "dependency-groups"
    ]
    groups = [
        f"--group={group}" for group in GROUPS[wanted] if group in declared
    ]  # a site builds no package
    extras = [f"--extra={extra}" for extra in EXTRAS.get(wanted, ())]
    return [
        "sync",
        "--frozen",
        "--no-build-isolation-package=pelican-dossier",
        "--no-default-groups",
        *groups,
        *extras,
    ]


def tool_environment(outside: Mapping[str, str]) -> dict[str, str]:
    """The variables uv runs with: proxies and certificates from outside, each of its
    folders in the checkout.
    """
    kept = {name: value for name, value in outside.items() if not name.startswith(FOREIGN)}
    return kept | {
        "HOME": str(TOOLS / "home"),
        "TMPDIR": str(TOOLS),
        "UV_CACHE_DIR": str(TOOLS / "cache"),
        "UV_NO_CONFIG": "1",
        "UV_PROJECT_ENVIRONMENT": str(VENV),
        "UV_PYTHON": interpreter(),
        "UV_PYTHON_DOWNLOADS": "never",
        "UV_SYSTEM_CERTS": (
            "1"
        ),  # trust what this Python trusts, behind a company's proxy too
    }


def installer() -> Path:
    """The pinned uv, fetched and unpacked the first time."""
    uv = locked_uv()
    target = TOOLS / f"uv-{uv['version']}"
    if not target.exists():
        wheel = pick_wheel(
            uv["wheels"], platform.system(), platform.machine(), platform.libc_ver()[0]
        )
        print(
            f"Fetching uv {uv['version']}, the installer that uv.lock pins",
            file=sys.stderr,
            flush=True,
        )
        unpack(verified(download(wheel["url"]), wheel["hash"], wheel["url"]), target)
    return target


def locked_uv() -> Mapping[str, Any]:
    """What uv.lock says of uv."""
    try:
        packages = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]
        return next(package for package in packages if package["name"] == "uv")
    except (ValueError, KeyError, StopIteration) as error:
        raise SetupError(f"uv.lock is not whole: {error}") from error


def pick_wheel(
    wheels: Iterable[Mapping[str, Any]], system: str, machine: str, libc: str
) -> Mapping[str, Any]:
    """The wheel of a platform-bound package that runs here."""
    families = {
        "Darwin": "macosx",
        "Linux": "manylinux" if libc == "glibc" else "musllinux",
    }
    for wheel in wheels:
        tags = file_name(wheel["url"]).removesuffix(".whl").split("-")[-1].split(".")
        if system in families and any(
            tag.startswith(families[system]) and tag.endswith(f"_{machine}") for tag in tags
        ):
            return wheel
    raise SetupError(
        f"uv.lock names no installer for {system} on {machine}: Linux and macOS on x86-64"
        " or arm64 will do"
    )


def file_name(url: str) -> str:
    """The last part of an address."""
    return url.rsplit("/", 1)[-1]


def download(url: str) -> bytes:
    """The bytes at an address."""
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            body: bytes = answer.read()
            return body
    except (OSError, http.client.HTTPException) as error:
        # A Python from python.org has no root certificates on macOS until somebody installs
        # them; curl has the system's.
        found = curl(url)
        if found is None:
            reason = getattr(error, "reason", error)
            raise SetupError(
                f"no network? {file_name(url)} could not be fetched: {reason}"
            ) from error
        return found


def curl(url: str) -> bytes | None:
    """The bytes at an address by way of the curl command; none if it is missing or fails."""
    if not shutil.which("curl"):
        return None
    done = subprocess.run(
        ["curl", "--disable", "--fail", "--location", "--silent", url],
        capture_output=True,
        check=False,
    )
    return None if done.returncode else done.stdout


def verified(data: bytes, expected: str, url: str) -> bytes:
    """The same bytes, if their hash is the locked one."""
    found = f"sha256:{hashlib.sha256(data).hexdigest()}"
    if found != expected:
        raise SetupError(
            f"{file_name(url)} is not the file that uv.lock names: expected {expected}, got"
            f" {found}"
        )
    return data


def unpack(wheel: bytes, target: Path) -> None:
    """Put the one program of uv's wheel at the target, all of it or nothing."""
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        member = next(name for name in archive.namelist() if name.endswith("/scripts/uv"))
        program = archive.read(member)
    half = target.with_suffix(".half")
    half.write_bytes(program)
    half.chmod(0o755)
    half.replace(target)
