"""The archive: one normalised text for each source, kept on the editor's machine and never
published.

A text whose licence allows it stands in the file of its source instead.

The content keeps the hash of each text, so that what was proved here can be trusted where
the texts are not.
"""

import hashlib
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from dossier.collect import Findings
from dossier.model.errors import DossierError
from dossier.model.sources import Source
from dossier.read.files import read_bytes
from dossier.texts.normal import normalise_text

MAX_BYTES = 10_000_000  # an annual report of 500 pages has about 2 MB


def integrity_of(normal: str) -> str:
    """The hash of a normalised text, in hexadecimal as `sha256sum` prints it."""
    return "sha256-" + hashlib.sha256(normal.encode()).hexdigest()


@dataclass(frozen=True)
class View:
    """A text as it is searched: spaces where its lines ended, and `\\n\\n` between its
    paragraphs.
    """

    flat: str
    breaks: tuple[int, ...]
    # The spaces that may be paragraph ends too: a contiguous quote runs across them, pieces
    # of one do not.

    def paragraph_at(self, index: int) -> tuple[int, int]:
        """Where the paragraph around a place surely begins and ends."""
        start = self.flat.rfind("\n\n", 0, index)
        end = self.flat.find("\n\n", index)
        return (start + 2 if start >= 0 else 0), (end if end >= 0 else len(self.flat))

    def parts(self, start: int, end: int) -> bool:
        """Whether a paragraph may end between two places."""
        return "\n\n" in self.flat[start:end] or any(
            start <= place < end for place in self.breaks
        )


@dataclass(frozen=True)
class Text:
    """The text of one source."""

    source: str
    normal: str
    language: str = ""
    integrity: str = field(default="", compare=False)

    @cached_property
    def views(self) -> tuple[View, ...]:
        """The text with the words that were broken at a line's end joined; and, where there
        are any, with their hyphens.
        """
        joined = _view(self.normal.replace("-\n", ""))
        return (
            (joined, _view(self.normal.replace("-\n", "-")))
            if "-\n" in self.normal
            else (joined,)
        )


def _view(text: str) -> View:
    breaks = tuple(match.start() for match in re.finditer(r"(?<!\n)\n(?!\n)", text))
    return View(re.sub(r"(?<!\n)\n(?!\n)", " ", text.rstrip("\n")), breaks)


def make_text(source: str, raw: str, language: str = "", integrity: str = "") -> Text:
    """A text from what a file holds: kept as it is where the hash fits, or else normalised."""
    normal = raw if integrity and integrity_of(raw) == integrity else normalise_text(raw)
    return Text(source, normal, language, integrity_of(normal))


def text_of(source: Source, archive: Path) -> Text | None:
    """The text of a source that is at hand: the one in its own file, by its licence, or
    else that in the archive.
    """
    if source.text:
        return make_text(source.id, source.text, source.language, source.integrity)
    return read_archived(archive, source.id, source.language, source.integrity)


def read_archived(
    archive: Path, source: str, language: str = "", integrity: str = ""
) -> Text | None:
    """The text of a source; None where there is none. Raises DossierError where it cannot
    be read.
    """
    path = f"{source}.txt"
    if not (archive / path).exists():
        return None
    out = Findings()
    data = read_bytes(archive, path, MAX_BYTES, out)
    if data is None:
        raise DossierError(f"{archive / path}: {out.in_order()[0].message}")
    try:
        raw = (
            data.decode("utf-8")
            .removeprefix("\ufeff")
            .replace("\r\n", "\n")
            .replace("\r", "\n")
        )
    except UnicodeDecodeError as error:
        raise DossierError(
            f"{archive / path}: byte 0x{data[error.start]:02X} is not UTF-8."
        ) from None
    return make_text(source, raw, language, integrity)
