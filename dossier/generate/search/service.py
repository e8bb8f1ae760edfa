"""Speaks to Pagefind's own process, a handful of questions at a time.

The Python API that comes with it looks for an answer ten times a second, so ten thousand
facts would take a quarter of an hour; spoken to directly, it takes seven seconds. What is
said is the same: base64 of JSON, ended by a comma.
"""

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import Any

from pagefind.service import get_executable

from dossier.advice import add
from dossier.model.errors import DossierError

ADVICE = "Run `{install}`, or do without: DOSSIER_SEARCH = False."
AT_ONCE = 1 << 20
"""Bytes of an answer that are taken at a time, if they are there."""


def _advice() -> str:
    return ADVICE.format(install=add("pagefind[bin]"))


class Service:
    """A running process of Pagefind, which makes one index. What it is asked raises
    DossierError where it says that something failed, or says nothing at all.
    """

    def __init__(self) -> None:
        with _in_one_line():
            self._process = Popen(
                [_program(), "--service"], stdin=PIPE, stdout=PIPE, stderr=DEVNULL
            )
        self._questions = self._process.stdin or BytesIO()
        self._answers = self._process.stdout or BytesIO()
        self._asked = self._answered = 0
        try:
            self._index: int = self._ask(b'{"type":"NewIndex","config":{}}')["index_id"]
        except BaseException:  # Ctrl+C too must leave no process behind
            self.close()
            raise

    def add(self, records: Sequence[bytes]) -> None:
        """Tell it of some records, which it takes one by one; what it says of them is heard
        when it is spoken to the next time.
        """
        self._hear()
        to = b'{"type":"AddRecord","index_id":%d,' % self._index
        self._say([to + record[1:] for record in records])

    def files(self) -> Mapping[str, bytes]:
        """All files that it makes of them.

        They are asked for and not left to Pagefind to write: it answers before what it
        writes has reached the disk.
        """
        told = self._ask(b'{"type":"GetFiles","index_id":%d}' % self._index)["files"]
        return {file["path"]: b64decode(file["content"]) for file in told}

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        self._answers.close()
        with suppress(OSError):  # nobody takes any more what it was still to be told
            self._questions.close()

    def _ask(self, payload: bytes) -> Mapping[str, Any]:
        self._hear()
        self._say([payload])
        return self._hear()[0]

    def _say(self, payloads: Sequence[bytes]) -> None:
        with _in_one_line():
            self._questions.write(b"".join(map(self._message, payloads)))
            self._questions.flush()

    def _message(self, payload: bytes) -> bytes:
        self._asked += 1
        return b64encode(b'{"message_id":%d,"payload":%b}' % (self._asked, payload)) + b","

    def _hear(self) -> list[Mapping[str, Any]]:
        """The answers to all that has been said."""
        with _in_one_line():
            told = read_answers(self._answers, self._asked - self._answered)
            answers = [json.loads(b64decode(answer))["payload"] for answer in told]
        self._answered = self._asked
        for answer in answers:
            if answer["type"] == "Error":
                said = answer.get("message")
                raise DossierError(
                    f"Pagefind could not make the index of the search: {said}. {_advice()}"
                )
        return answers


def read_answers(pipe: Any, count: int) -> list[bytes]:
    """So many answers, each of which ends in a comma: no more come before the next
    question.
    """
    pieces: list[bytes] = []
    while count > 0:
        piece = pipe.read1(AT_ONCE)
        if not piece:
            raise EOFError
        count -= piece.count(b",")
        pieces.append(piece)
    return b"".join(pieces).split(b",")[:-1]


def trouble() -> str:
    """Why Pagefind cannot run here; nothing where it can."""
    try:
        Service().close()
    except DossierError as error:
        return str(error)
    return ""


@contextmanager
def _in_one_line() -> Iterator[None]:
    try:
        yield
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
