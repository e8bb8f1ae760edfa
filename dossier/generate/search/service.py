"""Speaks to Pagefind's own process, a handful of questions at a time.

The Python API that comes with it looks for an answer ten times a second, so ten thousand
facts would take a quarter of an hour; spoken to directly, it takes seven seconds. What is
said is the same: base64 of JSON, ended by a comma.
"""

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import IO, Any

from pagefind.service import get_executable

from dossier.advice import add
from dossier.generate.search.unspaced import parted
from dossier.model.errors import DossierError
from dossier.render.search.entries import Entry

TOGETHER = 50
"""Questions that are asked before the first answer is read: so few that all answers find
room in the pipe.
"""

ASKED = "asked"
"""The field of a result that holds the words by which it is found and which nobody is
shown.
"""

WAYS = "|"
"""Between the addresses of a result; it stands in none of them."""

ADVICE = "Run `{install}`, or do without: DOSSIER_SEARCH = False."


def _advice() -> str:
    return ADVICE.format(install=add("pagefind[bin]"))


def index_files(entries: Iterable[Entry], language: str) -> Mapping[str, bytes]:
    """All files that Pagefind makes of some entries, in their order.

    They are asked for and not left to Pagefind to write: it answers before what it writes
    has reached the disk.
    """
    with _service() as service:
        index = service.ask({"type": "NewIndex", "config": {}})["index_id"]
        records = (
            {"type": "AddRecord", "index_id": index, **_record(entry, language)}
            for entry in entries
        )
        while some := [*islice(records, TOGETHER)]:
            service.ask_all(some)
        files = service.ask({"type": "GetFiles", "index_id": index})["files"]
    return {file["path"]: b64decode(file["content"]) for file in files}


def _record(entry: Entry, language: str) -> Mapping[str, object]:
    return {
        # The words of all that a result shows are searched; those of its address are not.
        "url": WAYS.join((entry.url, *entry.ways)),
        "content": parted(entry.text),
        "language": language,
        "meta": {
            name: parted(text)
            for name, text in sorted({**entry.shown, ASKED: entry.asked}.items())
            if text
        },
        "filters": {name: list(values) for name, values in sorted(entry.filters.items())},
    }


class Service:
    """A running process of Pagefind."""

    def __init__(self, questions: IO[bytes], answers: IO[bytes]) -> None:
        self._questions, self._answers = questions, answers
        self._asked = 0

    def ask(self, payload: Mapping[str, object]) -> Mapping[str, Any]:
        """Its answer to a question. Raises DossierError where it says that something
        failed, or says nothing at all.
        """
        return self.ask_all([payload])[0]

    def ask_all(self, payloads: Sequence[Mapping[str, object]]) -> list[Mapping[str, Any]]:
        """Its answers to some questions, which it takes one by one. Raises DossierError as
        `ask` does.
        """
        self._questions.write(b"".join(map(self._message, payloads)))
        self._questions.flush()
        answers = [
            json.loads(b64decode(answer))["payload"] for answer in self._read(len(payloads))
        ]
        for answer in answers:
            if answer["type"] == "Error":
                said = answer.get("message")
                raise DossierError(
                    f"Pagefind could not make the index of the search: {said}. {_advice()}"
                )
        return answers

    def _message(self, payload: Mapping[str, object]) -> bytes:
        self._asked += 1
        return (
            b64encode(json.dumps({"message_id": self._asked, "payload": payload}).encode())
            + b","
        )

    def _read(self, count: int) -> list[bytes]:
        """So many answers, each of which ends in a comma."""
        told = bytearray()
        while told.count(b",") < count or not told.endswith(b","):
            piece = self._answers.read1()  # type: ignore[attr-defined]  # a pipe of Popen is buffered
            if not piece:
                raise EOFError
            told += piece
        return bytes(told[:-1]).split(b",")


def trouble() -> str:
    """Why Pagefind cannot run here; nothing where it can."""
    try:
        with _service() as service:
            service.ask({"type": "NewIndex", "config": {}})
    except DossierError as error:
        return str(error)
    return ""


@contextmanager
def _service() -> Iterator[Service]:
    try:
        with Popen(
            [_program(), "--service"], stdin=PIPE, stdout=PIPE, stderr=DEVNULL
        ) as process:
            try:
                yield Service(process.stdin or BytesIO(), process.stdout or BytesIO())
            finally:
                process.kill()
    except (OSError, EOFError, ValueError) as error:
        said = (
            error.strerror
            if isinstance(error, OSError) and error.strerror
            else "it ended or spoke another language"
        )
        raise DossierError(
            f"Pagefind, which makes the index of the search, cannot run: {said}."
            f" {_advice()}"
        ) from error


def program_name() -> str:
    """What the program is called: the plain one, or the one that can tell words apart."""
    return Path(_program()).name


def _program() -> str | os.PathLike[str]:
    program = get_executable()
    if program is None:
        raise FileNotFoundError(2, "it is not installed")
    return program
