"""Records other than facts, compared key by key: sources, origins, properties, entities,
places, companies and the rest.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from dossier.merge.changes import as_written, confirmations
from dossier.model.changes import ChangeKind, PartChange
from dossier.model.corrections import OwnError, SourceError
from dossier.read.corrections import Corrections
from dossier.read.layout import ContentFile, Role
from dossier.review.report import RecordLine, Sort
from dossier.review.sides import Side

Reading = Callable[[Side, ContentFile], object]
UNCOMPARED = (
    "at",
    "id",
    "slug",
    "facts",
    "timelines",
    "overview",
    "below",
    "body",
    "confirmed",
)
"""What is no key of a record, or is compared by itself."""


def record_lines(base: Side, head: Side) -> Iterator[RecordLine]:
    """Every record that came, went or says something else, in the order of their sorts."""
    yield from _files(
        base, head, Role.SOURCE, Sort.SOURCE, lambda side, file: side.source(file.id)
    )
    yield from _registers(base, head, Role.ORIGINS, Sort.ORIGIN, "origins")
    yield from _corrections(base, head)
    yield from _files(
        base, head, Role.COMPANY, Sort.COMPANY, lambda side, file: side.company(file.id)
    )
    yield from _narratives(base, head)
    yield from _files(
        base, head, Role.TIMELINE, Sort.TIMELINE, lambda side, file: side.timeline(file)
    )
    yield from _registers(base, head, Role.PROPERTIES, Sort.PROPERTY, "properties")
    yield from _registers(base, head, Role.ENTITIES, Sort.ENTITY, "entities")
    yield from _registers(base, head, Role.PLACES, Sort.PLACE, "places")
    yield from _files(base, head, Role.PAGE, Sort.PAGE, lambda side, file: side.page(file))


def compare(
    sort: Sort, id: str, before: object, after: object, more: Iterable[PartChange] = ()
) -> RecordLine | None:
    """One record in two states; None where it says the same."""
    if before is None and after is None:
        return None
    name = name_of(after if after is not None else before) or id
    confirmed = confirmations(_confirmed_in(before), _confirmed_in(after))
    if before is None or after is None:
        return RecordLine(
            sort,
            id,
            ChangeKind.RETIRED if after is None else ChangeKind.ADDED,
            name,
            confirmed,
        )
    parts = (*_parts(before, after), *confirmed, *more)
    return RecordLine(sort, id, ChangeKind.CHANGED, name, parts) if parts else None


def _confirmed_in(record: object) -> Iterable[tuple[str, str]]:
    """The warnings about a record that are confirmed, each with the reason."""
    confirmed: Mapping[str, str] = getattr(record, "confirmed", {})
    return confirmed.items()


def name_of(record: object) -> str:
    """What people call a record."""
    names = (getattr(record, key, "") for key in ("title", "name", "label", "reason"))
    return next((str(name) for name in names if name), "")


def _parts(before: object, after: object) -> Iterator[PartChange]:
    """The keys that differ, in the order of the record."""
    if not is_dataclass(after) or isinstance(after, type):
        return
    for field in fields(after):
        one, other = getattr(before, field.name), getattr(after, field.name)
        if field.name not in UNCOMPARED and one != other:
            yield from _difference(field.name, one, other)


def _difference(key: str, before: Any, after: Any) -> Iterator[PartChange]:
    """What differs in one key: of maps the entries, of lists the items."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _entries(key, before, after)
    elif isinstance(before, tuple) and isinstance(after, tuple) and {*before} != {*after}:
        gone, new = (
            (item for item in before if item not in after),
            (item for item in after if item not in before),
        )
        yield PartChange(key, as_written(tuple(gone)), as_written(tuple(new)))
    else:
        yield PartChange(key, _written(key, before), _written(key, after))


def _entries(
    key: str, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[PartChange]:
    changed = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    for name in changed:
        yield PartChange(
            f"{key}.{name}", as_written(before.get(name)), as_written(after.get(name))
        )
    if not changed and [*before] != [*after]:
        yield PartChange(key, ", ".join(before), ", ".join(after))


def _written(key: str, value: object) -> str:
    return "never" if key == "fresh" and value is None else as_written(value)


def changed_files(base: Side, head: Side, role: Role) -> dict[str, ContentFile]:
    """The files of a role that are not the same on both sides, by path."""
    files = {file.path: file for side in (base, head) for file in side.files.layout[role]}
    changed = {
        path: file
        for path, file in files.items()
        if base.files.ids.get(path) != head.files.ids.get(path)
    }
    for side in (base, head):
        side.files.fetch(changed)
    return dict(sorted(changed.items()))


def _registers(
    base: Side, head: Side, role: Role, sort: Sort, name: str
) -> Iterator[RecordLine]:
    """A file that is a map of records."""
    if not changed_files(base, head, role):
        return
    before, after = getattr(base, name), getattr(head, name)
    if before is None or after is None:
        return  # a finding says that one of the two cannot be read
    for id in sorted({**before, **after}):
        if line := compare(sort, id, before.get(id), after.get(id)):
            yield line


def _files(
    base: Side, head: Side, role: Role, sort: Sort, read: Reading
) -> Iterator[RecordLine]:
    """Records that have a file each. Of one that is there and cannot be read, findings
    speak.
    """
    for path, file in changed_files(base, head, role).items():
        before, after = read(base, file), read(head, file)
        unread = [
            one is None and path in side.files.ids
            for one, side in ((before, base), (after, head))
        ]
        bodies = [_body(side, path) for side in (base, head)]
        if not any(unread) and (
            line := compare(
                sort, "/".join(file.ids), before, after, _rewritten("text", *bodies)
            )
        ):
            yield line


def _body(side: Side, path: str) -> str:
    """The text below the front matter of a Markdown file."""
    parts = side.parts(path) if path.endswith(".md") else None
    return parts.body if parts else ""


def _rewritten(part: str, before: str, after: str) -> tuple[PartChange, ...]:
    """That a text is another one, with the lengths of the two: reviewers read texts as
    texts.
    """
    if before.split() == after.split():
        return ()
    return (PartChange(part, _length(before), _length(after)),)


def _length(text: str) -> str:
    words = len(text.split())
    return f"{words:,} word{'s' * (words != 1)}"


def _corrections(base: Side, head: Side) -> Iterator[RecordLine]:
    if not changed_files(base, head, Role.CORRECTIONS):
        return
    before, after = (dict(_errors(side.corrections)) for side in (base, head))
    for id in sorted({**before, **after}):
        if line := compare(Sort.CORRECTION, id, before.get(id), after.get(id)):
            yield line


def _errors(corrections: Corrections) -> Iterator[tuple[str, SourceError | OwnError]]:
    yield from ((f"sources.{error.id}", error) for error in corrections.sources)
    yield from ((f"ours.{error.id}", error) for error in corrections.ours)


def _narratives(base: Side, head: Side) -> Iterator[RecordLine]:
    for path, file in changed_files(base, head, Role.OVERVIEW).items():
        before, after = base.files.text(path), head.files.text(path)
        parts = _rewritten("text", before or "", after or "")
        if parts:
            kind = (
                ChangeKind.ADDED
                if before is None
                else ChangeKind.RETIRED
                if after is None
                else ChangeKind.CHANGED
            )
            yield RecordLine(Sort.NARRATIVE, file.ids[0], kind, file.ids[0], parts)
