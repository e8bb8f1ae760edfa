"""`make wheel`: the package, and every package that it needs on this machine, as wheels in
one folder.

Each file is the one whose hash uv.lock names; `requirements.txt` beside them has the
hashes, so that a machine without a network installs the same: `pip install --no-index
--find-links dist --require-hashes -r dist/requirements.txt`.
"""

import hashlib
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from packaging.markers import Marker
from packaging.tags import Tag, sys_tags
from packaging.utils import canonicalize_name, parse_wheel_filename

import environment

OWN = "pelican-dossier"
INSTALLER = "uv"
"""Not needed by the package, but by the sites that it makes."""


def main(arguments: Sequence[str]) -> int:
    """Fill the folder, and say what is in it."""
    folder = Path(arguments[0] if arguments else "dist").absolute()
    try:
        own = build(folder)
        others = [fetched(folder, wheel) for wheel in needed(OWN)]
        fetched(folder, best(locked()[INSTALLER]["wheels"]))
    except environment.SetupError as error:
        return environment.fail(str(error))
    write_requirements(folder, [own, *others])
    print(f"{own.relative_to(Path.cwd()) if own.is_relative_to(Path.cwd()) else own}")
    print(
        f"sha256:{digest(own)}, and the {len(others)} wheels that it needs are beside it."
    )
    return 0


def build(folder: Path) -> Path:
    """The wheel of the package itself; what an earlier run has built is taken away."""
    for old in folder.glob("pelican_dossier-*.whl"):
        old.unlink()
    command = [
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "--target=wheel",
        f"--directory={folder}",
    ]
    done = subprocess.run(
        command, cwd=environment.ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise environment.SetupError(f"the wheel could not be built: {done.stderr.strip()}")
    return next(folder.glob("pelican_dossier-*.whl"))


def locked() -> Mapping[str, Mapping[str, Any]]:
    """The packages of uv.lock by name."""
    packages = tomllib.loads((environment.ROOT / "uv.lock").read_text("utf-8"))["package"]
    return {package["name"]: package for package in packages}


def needed(name: str) -> list[Mapping[str, Any]]:
    """The wheels that a package needs on this machine, each as the lock has it."""
    lock, found = locked(), dict[str, Mapping[str, Any]]()
    waiting: list[tuple[str, tuple[str, ...]]] = [(name, ())]
    seen: set[tuple[str, tuple[str, ...]]] = set()
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        waiting += wanted_by(lock[at[0]], at[1])
        if at[0] != name:
            found[at[0]] = best(lock[at[0]]["wheels"])
    return [found[one] for one in sorted(found)]


def wanted_by(
    package: Mapping[str, Any], extras: Sequence[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a package with these extras asks for here: names, and their extras."""
    optional = package.get("optional-dependencies", {})
    for one in (
        *package.get("dependencies", ()),
        *(entry for extra in extras for entry in optional.get(extra, ())),
    ):
        if "marker" not in one or Marker(one["marker"]).evaluate():
            yield one["name"], tuple(one.get("extra", ()))


def best(wheels: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """The wheel that pip would choose on this machine."""
    ranks: dict[Tag, int] = {tag: rank for rank, tag in enumerate(sys_tags())}
    worst = len(ranks)
    fits = [
        (min((ranks.get(tag, worst) for tag in tags_of(wheel)), default=worst), at)
        for at, wheel in enumerate(wheels)
    ]
    rank, at = min(fits, default=(worst, 0))
    if rank == worst:
        raise environment.SetupError(
            "uv.lock names no wheel for this machine among"
            f" {[name_of(one) for one in wheels]}"
        )
    return wheels[at]


def tags_of(wheel: Mapping[str, Any]) -> frozenset[Tag]:
    """For which machines a wheel is."""
    return parse_wheel_filename(name_of(wheel))[3]


def name_of(wheel: Mapping[str, Any]) -> str:
    """The name of the file of a wheel."""
    return environment.file_name(wheel["url"])


def fetched(folder: Path, wheel: Mapping[str, Any]) -> Path:
    """The file of a wheel in the folder, fetched unless it is there already."""
    path = folder / name_of(wheel)
    if not path.is_file() or f"sha256:{digest(path)}" != wheel["hash"]:
        data = environment.verified(
            environment.download(wheel["url"]), wheel["hash"], wheel["url"]
        )
        path.write_bytes(data)
    return path


def digest(path: Path) -> str:
    """The hash of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_requirements(folder: Path, wheels: Sequence[Path]) -> None:
    """The list that an installer is handed, so that it takes these files and no others."""
    lines = []
    for path in wheels:
        name, version, *_ = parse_wheel_filename(path.name)
        lines.append(f"{canonicalize_name(name)}=={version} --hash=sha256:{digest(path)}\n")
    (folder / "requirements.txt").write_text("".join(sorted(lines)), "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
