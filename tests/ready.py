"""The programs of this environment, loaded once and begun many times: to load what a build
needs takes as long as to build a small site.

A process loads them and waits. For each command it parts in two, and the new process does
what a command does: with arguments, folder, variables and files of its own, to the end of
the interpreter. What a program finds when it begins is the same, but that its modules are
loaded. Where variables are other that an interpreter reads when it begins, it is begun
anew (tests/builds.py).
"""

import atexit
import gc
import json
import os
import select
import subprocess
import sys
import traceback
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

PROGRAMS = {"dossier": "dossier.cli", "pelican": "pelican.__main__"}
"""The module of each, whose `main` begins it."""
NEEDED = (*PROGRAMS.values(), "dossier.building", "dossier.check", "dossier.plugin")
"""What is loaded before anything is asked."""
READ_FIRST = ("PYTHON", "LC_", "LANG", "TZ", "LD_", "HOME", "XDG_")
"""How the names of variables begin that may be read before a program runs."""


class Ready:
    """The process that has loaded them. It ends with the one that has begun it."""

    def __init__(self) -> None:
        self.began_with = read_first(os.environ)
        self.process = subprocess.Popen(
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(
        self,
        folder: Path,
        command: Sequence[str],
        environment: Mapping[str, str],
        seconds: float,
    ) -> subprocess.CompletedProcess[str]:
        """A command to its end, as `subprocess.run` has it."""
        with TemporaryDirectory() as told:
            asked = (str(Path(folder).resolve()), told, command, {**environment})
            status = self.answer(json.dumps(asked), seconds)
            said, complained = (
                Path(told, name).read_text("utf-8") for name in ("out", "err")
            )
        return subprocess.CompletedProcess(command, status, said, complained)

    def answer(self, asked: str, seconds: float) -> int:
        """With what status a command ends."""
        requests, answers = self.process.stdin, self.process.stdout
        assert requests
        assert answers
        requests.write(asked + "\n")
        requests.flush()
        if not select.select([answers], [], [], seconds)[0]:
            self.process.kill()
            ready.cache_clear()
            raise subprocess.TimeoutExpired(asked, seconds)
        return int(answers.readline())


@cache
def ready() -> Ready:
    """The one of this process."""
    return Ready()


def read_first(environment: Mapping[str, str]) -> dict[str, str]:
    """The variables that may be read before a program runs."""
    return {
        name: value for name, value in environment.items() if name.startswith(READ_FIRST)
    }


def main() -> None:
    """Wait for commands, and become each."""
    # Where a script looks for modules first.
    sys.path[0] = str(Path(sys.executable).parent)
    for name in NEEDED:
        import_module(name)
    # What is loaded is looked through no more: each command would copy all of it.
    gc.collect()
    gc.freeze()
    for line in sys.stdin:
        process = os.fork()
        if not process:
            end(become(*json.loads(line)))
        status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        sys.stdout.write(f"{status}\n")
        sys.stdout.flush()


def become(
    folder: str, told: str, command: list[str], environment: dict[str, str]
) -> str | int | None:
    """Run a command, in a process of its own: its status, or its last words."""
    for stream, (name, way) in enumerate(
        ((os.devnull, os.O_RDONLY), ("out", WRITTEN), ("err", WRITTEN))
    ):
        os.dup2(os.open(Path(told, name), way), stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = command
    try:
        import_module(PROGRAMS[Path(command[0]).name]).main()
    except SystemExit as ended:
        return ended.code
    except BaseException:  # noqa: BLE001 -- as an interpreter does
        traceback.print_exc()
        return 1
    return 0


def end(status: str | int | None) -> NoReturn:
    """End as an interpreter does, but without taking apart what was loaded."""
    if isinstance(status, str):
        sys.stderr.write(f"{status}\n")
    atexit._run_exitfuncs()  # noqa: SLF001 -- nothing else runs them
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(1 if isinstance(status, str) else status or 0)


WRITTEN = os.O_WRONLY | os.O_CREAT | os.O_APPEND

if __name__ == "__main__":
    main()
