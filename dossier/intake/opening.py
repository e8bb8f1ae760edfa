"""What a file or address holds, as drafts. Which reader it is for is told by its name, or
else by its first characters.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from dossier.extensions import Added, Group, OwnReader, added, working
from dossier.intake.bounds import decode, read_file
from dossier.intake.csl import draft_csl
from dossier.intake.drafts import Detail, Draft
from dossier.intake.kinds import refuse_kind, refuse_unknown
from dossier.intake.markdown import draft_markdown
from dossier.intake.plain import draft_text
from dossier.intake.ris import draft_ris
from dossier.intake.web import fetch
from dossier.intake.webpages import draft_page
from dossier.model.errors import DossierError

Reader = Callable[[str, str], tuple[Draft, ...]]
"""From a text and the name of its file to drafts."""

CHARSET = re.compile(
    rb"<(?:meta[^>]{1,200}?charset|\?xml[^>]{1,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})",
    re.IGNORECASE,
)
PAGE = re.compile(r"\s*<(?:!doctype html|html|head|\?xml|!--)", re.IGNORECASE)

RECORDS = re.compile(r"\s*(?:\[\s*\{.*\}\s*\]|\{\s*\".*\})\s*", re.DOTALL)


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
    readers = {**_added(), **READERS}
    if path.suffix.lower() in READERS or path.suffix.lower() not in readers:
        refuse_kind(place, data)
    refuse_unknown(place, tuple(readers))
    taken = decode(data, str(path), _declared(data))
    reader = readers.get(path.suffix.lower(), _texts)
    reader = _reader_of(taken.text) if reader is _texts else reader
    drafts = tuple(
        draft.with_(remarks=taken.remarks) for draft in reader(taken.text, str(path))
    )
    return Opened(path.stem, drafts)


def _added() -> Mapping[str, Reader]:
    """The readers of extensions, by the endings of names; none of them takes the place of
    ours.
    """
    return {
        one.part.ending: partial(_read_by, one) for one in added(Group.READERS, OwnReader)
    }


def _read_by(one: Added, text: str, name: str) -> tuple[Draft, ...]:
    with working(one.name):
        return tuple(one.part.read(text, name))


def _open_page(url: str) -> Opened:
    answer = fetch(url)
    parts = urlsplit(answer.url)
    is_page = "html" in answer.kind
    if not is_page:
        refuse_kind(answer.url, answer.data)
    taken = decode(answer.data, url, answer.charset or _declared(answer.data))
    reader = _pages if is_page else _reader_of(taken.text)
    if reader in (draft_csl, draft_ris):
        raise DossierError(
            f"{url} holds records and no article; save it, and add that file."
        )
    draft = (
        draft_page(taken.text, url, answer.url)
        if reader is _pages
        else _texts(taken.text, url)[0]
    )
    known = [Detail("URL", answer.url, "the address that was given")]
    known += [Detail("accessed", answer.day, "the server's date")] if answer.day else []
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
    """The reader for a text whose name does not tell."""
    if PAGE.match(text):
        return _pages
    if text.lstrip().startswith("TY  - "):
        return draft_ris
    return draft_csl if RECORDS.fullmatch(text) else _texts
