"""Bytes from anywhere to text that our files may hold: bounded, decoded once, without
characters that hide.
"""

import os
import re
import stat
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from dossier.characters.characters import (
    is_widthless,
    named,
    replace_forbidden,
    replace_hiding,
)
from dossier.intake.charsets import UTF8, encoding_of
from dossier.model.errors import DossierError

MAX_BYTES = 5_000_000
"""The largest file or page that is taken in: a saved page with its pictures inside is
seldom larger than 3 MB.
"""

BREAKS = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")
PASSES = 3
"""Taking a character away can lay bare another one, a joiner that now stands beside other
letters; where so many passes do not end that, none is there for the sake of a script.
"""

PAGE_END = "\f"


@dataclass(frozen=True)
class Intake:
    """A text as it can be kept, and what was done to it."""

    text: str
    remarks: tuple[str, ...] = ()


def read_file(path: Path) -> bytes:
    """The bytes of one regular file. Raises DossierError where it is something else, too
    large or cannot be read.
    """
    try:
        # A name may be a link or a pipe by the time it is opened: never followed, never
        # waited for.
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise DossierError(
                    f"{path} is no regular file; expected a text, a saved page or an"
                    " export."
                )
            return bounded(file.read(MAX_BYTES + 1), str(path))
    except ValueError as error:
        raise DossierError(f"{str(path)!r} is no file name; {error}.") from error
    except OSError as error:
        reason = (
            "it is a symbolic link; name the file itself"
            if path.is_symlink()
            else error.strerror
        )
        raise DossierError(f"{path} cannot be read: {reason}.") from error


def bounded(data: bytes, name: str) -> bytes:
    """The same bytes, if they are not too many."""
    if len(data) > MAX_BYTES:
        raise DossierError(
            f"{name} is larger than {MAX_BYTES // 1_000_000} MB; expected one article or"
            " page."
        )
    return data


def decode(data: bytes, name: str, charset: str = "") -> Intake:
    """The text of bytes: by their byte order mark, the charset that was named, or as UTF-8.

    Raises DossierError where they are no text, or in no encoding that can be told.
    """
    encoding = encoding_of(data, charset)
    try:
        text = data.decode(encoding.codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        doubt = f"{encoding.doubt}; {name}" if encoding.doubt else name
        message = (
            f"{doubt} is not {encoding.name} (byte 0x{data[error.start]:02X} in line"
            f" {line}); save it as UTF-8."
        )
        raise DossierError(message) from error
    if "\0" in text:
        raise DossierError(
            f"{name} is no text; expected plain text, Markdown, HTML, CSL-JSON or RIS."
        )
    doubt = f" although {encoding.doubt}" if encoding.doubt else ""
    return clean(
        text, (f"read as {encoding.name}{doubt}",) if doubt or encoding.name != UTF8 else ()
    )


def clean(text: str, remarks: tuple[str, ...] = ()) -> Intake:
    """The text with one kind of line end and without forbidden characters, which are
    counted; page ends stay.
    """
    gone: Counter[str] = Counter()
    pages = [_cleaned(page, gone) for page in BREAKS.sub("\n", text).split(PAGE_END)]
    told = [
        f"{count} × {named(char)} {_done(char)}" for char, count in sorted(gone.items())
    ]
    return Intake(PAGE_END.join(pages), (*remarks, *told))


def _cleaned(text: str, gone: Counter[str]) -> str:
    def take(character: str) -> str:
        gone[character] += 1
        return "" if is_widthless(character) else " "

    for _ in range(PASSES):
        text, before = replace_forbidden(text, take), text
        if text == before:
            return text
    return replace_hiding(text, take)


def _done(character: str) -> str:
    return "taken out" if is_widthless(character) else "made a space"


def one_line(text: str) -> str:
    """A text from elsewhere as a value of ours: in one line, without forbidden characters."""
    return " ".join(clean(text).text.split())


def language_tag(text: str) -> str:
    """A language as pages write it (`en_gb`, `zh-hans-cn`) in the one form of ours."""
    parts = text.strip().replace("_", "-").split("-")
    if len(parts[0]) > 3:
        return text  # "English" is for the loader to refuse as it stands
    shaped = [part.title() if len(part) == 4 else part.upper() for part in parts[1:]]
    return "-".join([parts[0].lower(), *shaped])
