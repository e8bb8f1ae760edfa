"""A site made by the program as it is installed, on a machine with nothing else, and an
index of packages on loopback.
"""

import functools
import http.server
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import environment
from tests.repositories import WHO


class Shelves(http.server.SimpleHTTPRequestHandler):
    """An index as PEP 503 has it: `/simple/<name>/` lists the files of a folder that are of
    this package.
    """

    def do_GET(self) -> None:
        """A page of the index, or a file."""
        parts = self.path.strip("/").split("/")
        if parts[0] != "simple":
            super().do_GET()
            return
        files = sorted(
            path.name
            for path in Path(self.directory).glob("*.whl")
            if name_of(path) == parts[-1]
        )
        body = "".join(
            f'<a href="../../{name}#sha256=0">{name}</a>\n' for name in files
        ).encode()
        self.send_response(200 if files else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def name_of(wheel: Path) -> str:
    """The name of a package by that of its file, as an index spells it."""
    return wheel.name.split("-")[0].lower().replace("_", "-").replace(".", "-")


@pytest.fixture(scope="session")
def index(shelf: Path) -> Iterator[str]:
    """The address of an index that has the wheels of the folder and no others."""
    handler = functools.partial(Shelves, directory=str(shelf))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/simple"
        server.shutdown()


@pytest.fixture(scope="session")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is the home of somebody who has Python, git and make, and nothing of
    ours.
    """
    return tmp_path_factory.mktemp("machine")


@pytest.fixture(scope="session")
def program(machine: Path, shelf: Path) -> Path:
    """The command `dossier` as somebody has installed it from the folder of wheels, by hash
    and without a network.
    """
    uv = environment.installer()
    run(machine, uv, "venv", "--quiet", "--python", environment.interpreter(), "program")
    words = (
        "--quiet",
        "--no-index",
        "--find-links",
        shelf,
        "--require-hashes",
        "--requirements",
        shelf / "requirements.txt",
    )
    run(machine, uv, "pip", "install", "--python", "program/bin/python", *words)
    return machine / "program" / "bin" / "dossier"


@pytest.fixture(scope="session")
def made(machine: Path, program: Path, index: str) -> Path:
    """A site that is made and built, from the program and the index alone. Tests look at
    it, and leave it as it is.
    """
    begun = time.monotonic()
    told = run(
        machine,
        program,
        "init",
        "my-site",
        "--index",
        index,
        "--name",
        "Lamps & “more”",
        "--company",
        "Acme",
    )
    built = run(machine / "my-site", "make", "site")
    (machine / "told.txt").write_text(
        "\0".join((told, built, str(time.monotonic() - begun))), "utf-8"
    )
    return machine / "my-site"


def run(folder: Path, *words: str | Path, env: Mapping[str, str] | None = None) -> str:
    """What a command prints, on that machine: with none of our variables, and no way to any
    other host.
    """
    done = attempt(folder, *words, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def attempt(
    folder: Path, *words: str | Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """A command there, however it ends."""
    home = next(
        path for path in (folder, *folder.parents) if path.name.startswith("machine")
    )
    return subprocess.run(
        [*map(str, words)],
        cwd=folder,
        env={**bare(home), **(env or {})},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def bare(home: Path) -> dict[str, str]:
    """The variables of that machine. A proxy that is not there stands before every host but
    this one.
    """
    nowhere = "http://127.0.0.1:9"
    programs = {
        Path(found).parent
        for name in ("git", "make", "sh")
        if (found := shutil.which(name))
    }
    path = os.pathsep.join(
        [str(Path(environment.interpreter()).parent), *sorted(map(str, programs))]
    )
    proxies = {"http_proxy": nowhere, "https_proxy": nowhere, "no_proxy": "127.0.0.1"}
    return (
        WHO
        | proxies
        | {"HOME": str(home), "PATH": path, "PYTHON": Path(environment.interpreter()).name}
    )
