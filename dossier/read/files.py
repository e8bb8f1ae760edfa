"""From a folder to texts: what is there, opened safely. Knows nothing of what the texts
mean.

Every byte may come from a stranger's pull request. Nothing is followed (symbolic links),
nothing can hang (pipes, devices), nothing is large, and a text that arrives is UTF-8
without characters that hide.
"""

import io
import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from dossier.characters.characters import every_forbidden, without_forbidden
from dossier.collect import Findings
from dossier.model.places import Position

LIMITS = {".lock.yaml": 8_000_000, ".yaml": 1_000_000, ".md": 200_000}
"""Bytes a file may have, by its ending. A company of 1,000 facts has about 400 kB in all
its files together; the records of its quotes, which one file holds, have some 300 bytes
each, so that 20,000 fit.
"""

LEAST = 4096
"""Bytes that are asked for at once, where a file does not seem to have as many."""

MAX_FOLDERS = 3
"""How deep folders go: companies/<id>/facts. What lies deeper is not looked at, so that no
depth can exhaust us.
"""

MOST_HIDDEN = 20
"""Characters nobody sees that are told one by one in a file; one from a bad converter can
be full of them.
"""

REMEDY = "Delete it, or move it to the top of the repository."
MERGE_MARKERS = ("<<<<<<< ", ">>>>>>> ", "||||||| ")


def list_files(root: Path, out: Findings) -> tuple[str, ...]:
    """The paths of all regular files below `root`, relative, with `/`, in order; anything
    else is a finding.
    """
    paths = tuple(sorted(_walk(root, "", out)))
    _refuse_lookalikes(paths, out)
    return paths


def _walk(root: Path, folder: str, out: Findings) -> Iterator[str]:
    try:
        with os.scandir(root / folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        out.add(
            Position(folder or "."),
            "R007",
            f"the folder cannot be read: {error.strerror}. Let everybody read it.",
        )
        return
    for entry in entries:
        path = f"{folder}{entry.name}"
        if is_ignored(entry.name):
            if _steers_git(root, folder, entry.name):
                why = (
                    "files of this name steer git, and can hide changes from those who"
                    " review."
                )
                out.add(Position(path), "R006", f"{why} {REMEDY}")
            continue
        if entry.is_dir(follow_symlinks=False):
            if folder.count("/") < MAX_FOLDERS:
                yield from _walk(root, f"{path}/", out)
            else:
                out.add(
                    Position(path),
                    "R006",
                    "nothing is read from a folder as deep as this. Move or delete it.",
                )
        elif entry.is_file(follow_symlinks=False):
            yield path
        else:
            out.add(
                Position(path),
                "R001",
                f"{_sort_of(entry)}; expected a regular file or folder.",
            )


def is_ignored(name: str) -> bool:
    """Hidden files and editors' backups are nobody's content."""
    return name.startswith(".") or name.endswith("~")


def _steers_git(root: Path, folder: str, name: str) -> bool:
    """Whether a hidden file tells git how to treat the content; at the top of a repository
    that is its owner's matter.
    """
    return name.lower().startswith(".git") and (
        folder != "" or not os.path.lexists(root / ".git")
    )


def _sort_of(entry: "os.DirEntry[str]") -> str:
    return (
        "a symbolic link is never followed"
        if entry.is_symlink()
        else "a pipe, socket or device is never read"
    )


def _refuse_lookalikes(paths: tuple[str, ...], out: Findings) -> None:
    seen: dict[str, str] = {}
    for path in paths:
        other = seen.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if other != path:
            out.add(
                Position(path),
                "R008",
                f"differs from {other!r} only in case or Unicode form. Rename one.",
            )


def read_text(root: Path, path: str, out: Findings) -> str | None:
    """The text of one file with its line ends made `\\n`; None, and a finding, where it
    cannot be had.
    """
    data = read_bytes(root, path, limit_of(path), out)
    return None if data is None else text_of(path, data, out)


def limit_of(path: str) -> int:
    """How many bytes a file of that name may have."""
    return next(limit for ending, limit in LIMITS.items() if path.endswith(ending))


def text_of(path: str, data: bytes, out: Findings) -> str | None:
    """The bytes of a file as text with its line ends made `\\n`; None, and a finding, where
    they are none.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _plain(data[: error.start].decode("utf-8"))
        byte = f"byte 0x{data[error.start]:02X} is not UTF-8. Save the file as UTF-8."
        out.add(position_in(path, before, len(before)), "R003", byte)
        return None
    return _accept(path, _plain(text), out)


def _plain(text: str) -> str:
    """Without a byte order mark, and with one kind of line end."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def read_bytes(root: Path, path: str, limit: int, out: Findings) -> bytes | None:
    """The bytes of one regular file of at most `limit`; None, and a finding, where they
    cannot be had.
    """
    try:
        # O_NOFOLLOW and O_NONBLOCK: what was a file a moment ago may be a link or a pipe by
        # now.
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
        handle = os.open(f"{root}/{path}", flags)
        with os.fdopen(handle, "rb", buffering=0) as file:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                out.add(Position(path), "R001", "expected a regular file.")
                return None
            data = read_on(file, status.st_size, limit)
    except OSError as error:
        out.add(
            Position(path),
            "R007",
            f"the file cannot be read: {error.strerror}. Let everybody read it.",
        )
        return None
    if len(data) > limit:
        out.add(
            Position(path), "R002", f"the file is larger than {limit // 1000} kB. Split it."
        )
        return None
    return data


def read_on(file: io.FileIO, size: int, limit: int) -> bytes:
    """All bytes of a file, or more than the limit; it may grow while it is read."""
    data, step = b"", min(max(size, LEAST), limit) + 1
    while len(data) <= limit and (more := file.read(step)):
        data += more
    return data


def _accept(path: str, text: str, out: Findings) -> str | None:
    if "\0" in text:
        message = (
            "a NUL character: this is no text, or not in UTF-8. Save the file as UTF-8."
        )
        out.add(position_in(path, text, text.index("\0")), "R003", message)
        return None
    if _tell_hidden(path, text, out):
        text = without_forbidden(text)
    lines = text.split("\n") if any(sign in text for sign in MERGE_MARKERS) else ()
    markers = [
        number for number, line in enumerate(lines, 1) if line.startswith(MERGE_MARKERS)
    ]
    for number in markers:
        out.add(
            Position(path, number),
            "R005",
            "a merge was left unfinished. Keep one side and delete the marker lines.",
        )
    return None if markers else text


def _tell_hidden(path: str, text: str, out: Findings) -> bool:
    """A finding for each character that nobody sees; whether there is one."""
    hidden = [*every_forbidden(text)]
    for index, name in hidden[:MOST_HIDDEN]:
        out.add(
            position_in(path, text, index), "R004", f"{name} is not allowed. Delete it."
        )
    for index, _ in hidden[MOST_HIDDEN : MOST_HIDDEN + 1]:
        count = len(hidden) - MOST_HIDDEN
        them = (
            "another one stands here"
            if count == 1
            else f"{count} more of such characters begin here"
        )
        out.add(
            position_in(path, text, index),
            "R004",
            f"{them}. Delete all that cannot be seen.",
        )
    return bool(hidden)


def position_in(path: str, text: str, index: int) -> Position:
    """The position of the character at `index` of a file's text."""
    return Position(
        path, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
    )
