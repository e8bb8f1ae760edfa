"""`dossier source add`: from a file or an address to new sources, each with its text in the
archive.

It proposes and never overwrites: what it guessed is listed with what each guess rests on,
and what nothing speaks of is left out. The summary of a source is for a person to write, so
its body stays empty.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.intake.drafts import Detail, Draft, Value, first_of_each
from dossier.intake.filing import NewFile, write_new
from dossier.intake.frontmatter import fault_of, front_matter
from dossier.intake.ids import free_id, propose_id
from dossier.intake.opening import Opened, open_place
from dossier.model.content import Content
from dossier.model.errors import DossierError
from dossier.model.hints import nearest
from dossier.model.identity import Identifier, marks_in, marks_of
from dossier.model.kinds import RecordKind
from dossier.model.slugs import is_slug
from dossier.model.sources import Author
from dossier.read import read_sources
from dossier.read.layout import Role
from dossier.read.sources import SOURCE
from dossier.report.escapes import printable
from dossier.report.text import near
from dossier.texts.archive import MAX_BYTES, integrity_of
from dossier.texts.normal import normalise_text
from dossier.yaml.nodes import shorten

SOUGHT = (
    "type",
    "title",
    "author",
    "publisher",
    "container-title",
    "URL",
    "issued",
    "accessed",
    "language",
)
"""Keys that are news when they are absent; others most sources never have, or a person
decides on them.
"""


@dataclass(frozen=True)
class Wishes:
    """What the person at the keyboard asks for beside the place."""

    id: str = ""
    origins: tuple[str, ...] = ()


@dataclass(frozen=True)
class Folders:
    """Where sources and texts go."""

    content: Path
    archive: Path

    def source(self, id: str) -> Path:
        """The file of a source."""
        return self.content / Role.SOURCE.value.format(id)

    def text(self, id: str) -> Path:
        """The file of its text."""
        return self.archive / f"{id}.txt"


@dataclass(frozen=True)
class _Planned:
    """A source that can be written."""

    id: str
    draft: Draft
    text: str


def add_sources(place: str, folders: Folders, wishes: Wishes) -> tuple[str, ...]:
    """Take in all that a place holds and return what to tell the person at the keyboard.

    Raises DossierError, and writes nothing, where something is in the way, or where all of
    it is there already.
    """
    content = read_sources(folders.content).content
    _refuse_wishes(wishes, content)
    opened = open_place(place)
    if wishes.id and len(opened.drafts) > 1:
        raise DossierError(
            f"{place} holds {len(opened.drafts)} sources, and --id names one; leave it out."
        )
    known, plans = _Known(content, folders), []
    lines: list[str] = []
    for draft in opened.drafts:
        plan, same = known.plan(draft, opened, wishes)
        plans += [plan] if plan else []
        lines += [f"{_called(draft, opened)} is there already: {same}"] if same else []
    if not plans:
        raise DossierError(f"nothing was added; {lines[0]}.")
    write_new(tuple(file for plan in plans for file in _files(plan, folders)))
    return (
        *(line for plan in plans for line in _told(plan, folders)),
        *map(printable, lines),
    )


def _refuse_wishes(wishes: Wishes, content: Content) -> None:
    if wishes.id and not is_slug(wishes.id):
        raise DossierError(
            f"{shorten(wishes.id)!r} is not an id; write a to z, 0 to 9 and single hyphens,"
            " at most 64 characters."
        )
    for origin in wishes.origins:
        if origin not in content.origins and not content.was_unread(
            RecordKind.ORIGIN, origin
        ):
            near_one = nearest(origin, content.origins)
            hint = (
                f"did you mean {near_one!r}?"
                if near_one
                else "add it to origins.yaml first."
            )
            raise DossierError(f"there is no origin {shorten(origin)!r}; {hint}")


class _Known:
    """What is there already, and what this run adds to it."""

    def __init__(self, content: Content, folders: Folders) -> None:
        self.folders = folders
        self.ids = {
            *content.sources,
            *(id for kind, id in content.unread if kind is RecordKind.SOURCE),
        }
        self.marks: dict[tuple[str, str], str] = {}
        for source in content.sources.values():
            self._note(source.id, marks_of(source))

    def plan(
        self, draft: Draft, opened: Opened, wishes: Wishes
    ) -> tuple[_Planned | None, str]:
        """A source that can be written; or none, and the one that it is already."""
        text = normalise_text(draft.text) if draft.text else ""
        taken = _Taken(self.ids, self.folders, text)
        if wishes.id and wishes.id in taken:
            raise DossierError(
                f"the id {wishes.id} is taken; --id {free_id(wishes.id, taken)} is free."
            )
        if len(text.encode()) > MAX_BYTES:
            raise DossierError(
                f"the text has more than {MAX_BYTES // 1_000_000} MB; split it."
            )
        whole = _whole(draft, integrity_of(text) if text else "", wishes)
        marks = marks_in(whole.word)
        if same := next(
            (self.marks[mark.shared] for mark in marks if mark.shared in self.marks), ""
        ):
            return None, same
        id = wishes.id or propose_id(whole, opened.name, taken)
        self.ids.add(id)
        self._note(id, marks)
        return _Planned(id, whole, text), ""

    def _note(self, id: str, marks: Iterable[Identifier]) -> None:
        for mark in marks:
            self.marks.setdefault(mark.shared, id)


@dataclass(frozen=True)
class _Taken:
    """Ids that a new source cannot have: another's, or one whose archived text is
    another's.
    """

    ids: set[str]
    folders: Folders
    text: str

    def __contains__(self, id: object) -> bool:
        name = str(id)
        return (
            name in self.ids
            or self.folders.source(name).exists()
            or not _is_free(self.folders.text(name), self.text)
        )


def _is_free(path: Path, text: str) -> bool:
    """Whether an archived text can have this path: nothing is there, or the same text,
    which a run left that was killed.
    """
    if path.is_symlink() or (path.exists() and not path.is_file()):
        return False
    return not path.exists() or (bool(text) and path.read_bytes() == text.encode())


def _whole(draft: Draft, integrity: str, wishes: Wishes) -> Draft:
    """The draft as it can be written: the best of what the loader takes, and what we know
    better.
    """
    faults = {detail: fault_of(detail) for detail in draft.details if detail.value}
    ours = (
        Detail("origins", wishes.origins, "--origin"),
        Detail("integrity", integrity, "the hash of the text in the archive"),
    )
    kept = first_of_each(
        (*(detail for detail, fault in faults.items() if not fault), *ours)
    )
    beside = (
        words
        for detail in draft.details
        for words in detail.left_out
        if detail in kept or not detail.value
    )
    left_out = dict.fromkeys(
        f"left out: {words}" for words in (*filter(None, faults.values()), *beside)
    )
    in_order = sorted(kept, key=lambda detail: tuple(SOURCE).index(detail.key))
    return Draft(tuple(in_order), draft.text, (*draft.remarks, *left_out))


def _files(plan: _Planned, folders: Folders) -> Iterator[NewFile]:
    text = folders.text(plan.id)
    if plan.text and not text.exists():
        yield NewFile(text, plan.text)
    yield NewFile(folders.source(plan.id), front_matter(plan.draft.details))


def _told(plan: _Planned, folders: Folders) -> Iterator[str]:
    """What was written, from where each detail comes, and what is missing or for a person
    to decide.
    """
    text = (
        f", and its text {near(folders.text(plan.id))}"
        if plan.text
        else "; it has no text to prove quotes by"
    )
    yield f"{near(folders.source(plan.id))} is new{text}."
    for detail in plan.draft.details:
        guessed = "guessed: " if detail.guess else ""
        yield printable(f"  {detail.key}: {_shown(detail.value)} ({guessed}{detail.basis})")
    unknown = [key for key in SOUGHT if plan.draft.get(key) is None]
    if unknown:
        yield f"  not known: {', '.join(unknown)}"
    yield from (printable(f"  {remark}") for remark in plan.draft.remarks)


def _shown(value: Value) -> str:
    if isinstance(value, str):
        return value
    return ", ".join(item.name if isinstance(item, Author) else item for item in value)


def _called(draft: Draft, opened: Opened) -> str:
    return draft.word("title") or draft.word("URL") or opened.name
