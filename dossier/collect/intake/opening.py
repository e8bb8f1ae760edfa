"""What a file or address holds, as drafts. Which reader it is for is told by its name, or else by its first characters."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from dossier.collect.intake.bounds import decode, read_file
from dossier.collect.intake.csl import draft_csl
from dossier.collect.intake.drafts import Detail, Draft
from dossier.collect.intake.markdown import draft_markdown
from dossier.collect.intake.plain import draft_text
from dossier.collect.intake.ris import draft_ris
from dossier.collect.intake.web import fetch
from dossier.collect.intake.webpages import draft_page
from dossier.model.errors import DossierError

Reader = Callable[[str, str], tuple[Draft, ...]]
"""From a text and the name of its file to drafts."""

CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?([\w-]{1,20})", re.IGNORECASE)
PAGE = re.compile(r"\s*<(?:!doctype html|html|head|\?xml|!--)", re.IGNORECASE)


@dataclass(frozen=True)
class Opened:
    """What a place holds, and a name for it where it says none itself."""

    name: str
    drafts: tuple[Draft, ...]


def open_place(place: str) -> Opened:
    """The drafts of a file or address. Raises DossierError where there are none to be had."""
    if "://" in place:
        return _open_page(place)
    path = Path(place)
    data = read_file(path)
    if data.startswith(b"%PDF"):
        raise DossierError(f"{path} is a PDF; save its text first, with `pdftotext` for instance.")
    taken = decode(data, str(path), _declared(data))
    reader = READERS.get(path.suffix.lower()) or _reader_of(taken.text)
    drafts = tuple(draft.with_(remarks=taken.remarks) for draft in reader(taken.text, str(path)))
    return Opened(path.stem, drafts)


def _open_page(url: str) -> Opened:
    answer = fetch(url)
    is_page = "html" in answer.kind
    taken = decode(answer.data, url, answer.charset or (_declared(answer.data) if is_page else ""))
    draft = draft_page(taken.text, url, answer.url) if is_page else _texts(taken.text, url)[0]
    known = [Detail("URL", answer.url, "the address that was given")]
    known += [Detail("accessed", answer.day, "the server's date")] if answer.day else []
    parts = urlsplit(answer.url)
    name = PurePosixPath(parts.path).stem or parts.hostname or ""
    return Opened(name, (draft.with_(known, taken.remarks),))


def _declared(data: bytes) -> str:
    """The charset that a page names in its head."""
    match = CHARSET.search(data[:2048])
    return match[1].decode("ascii", "replace") if match else ""


def _texts(text: str, name: str) -> tuple[Draft, ...]:
    if not text.strip():
        raise DossierError(f"{name} holds no words.")
    return (draft_text(text),)


def _markdown(text: str, name: str) -> tuple[Draft, ...]:
    return (draft_markdown(text, name),)


def _pages(text: str, name: str) -> tuple[Draft, ...]:
    return (draft_page(text, name),)


READERS: dict[str, Reader] = {
    ".txt": _texts, ".text": _texts, ".md": _markdown, ".markdown": _markdown,
    ".html": _pages, ".htm": _pages, ".xhtml": _pages, ".json": draft_csl, ".ris": draft_ris,
}  # fmt: skip


def _reader_of(text: str) -> Reader:
    """The reader for a text without a telling name."""
    if PAGE.match(text):
        return _pages
    if text.lstrip().startswith("TY  - "):
        return draft_ris
    return draft_csl if re.match(r"\s*[\[{]\s*[\"{]", text) else _texts
