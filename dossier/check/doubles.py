"""One thing under two ids: a source that counts as a second report, an entity with half of
what is said of it, an origin that makes one root two.

What is alike may be two things all the same, so these are warnings, and a record can
confirm that it is another one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.model.content import Content
from dossier.model.entities import Entity
from dossier.model.findings import Finding
from dossier.model.identity import Identifier, folded, marks_of, page_of
from dossier.model.places import Place, Position
from dossier.model.sources import Origin, OriginKind, Source

CONFIRM = "or say under `confirmed` why they are two"
ALIAS = "also_known_as"
SHARED = {
    "text": "the text is that",
    "page": "the address is that",
    "card": "title, date and outlet are those",
    "name": "the name is that",
    "origin": "name, kind and date are those",
}


@dataclass(frozen=True)
class _Thing:
    """What has an id, and that by which it is known."""

    id: str
    at: Place
    marks: tuple[tuple[Identifier, Position], ...]
    # The surest first, each with where it is written.
    outlets: frozenset[str] = frozenset()
    # Where a source appeared, and who published it.

    @property
    def pages(self) -> frozenset[str]:
        """Its addresses."""
        return frozenset(mark.value for mark, _ in self.marks if mark.sort == "page")


def warn_of_double_sources(content: Content) -> Iterator[Finding]:
    """Two files describe one source."""
    remedy = f"Cite one of the two and delete the other, {CONFIRM}."
    yield from _doubles(map(_source, content.sources.values()), "D001", remedy)


def warn_of_double_entities(content: Content) -> Iterator[Finding]:
    """Two ids stand for one person, organisation, product, place or event."""
    remedy = f"Keep one of the two ids, {CONFIRM}."
    yield from _doubles(map(_entity, content.entities.values()), "D002", remedy)


def warn_of_double_origins(content: Content) -> Iterator[Finding]:
    """Two ids stand for one root of reporting, so that its sources count as two origins."""
    remedy = f"Keep one of the two ids, {CONFIRM}."
    known = (
        origin
        for origin in content.origins.values()
        if origin.kind is not OriginKind.UNKNOWN
    )
    yield from _doubles(map(_origin, known), "D003", remedy)


def _source(source: Source) -> _Thing:
    outlets = frozenset(
        folded(name) for name in (source.container, source.publisher) if name
    )
    return _Thing(
        source.id,
        source.at,
        tuple((mark, source.at.of(mark.key)) for mark in marks_of(source)),
        outlets,
    )


def _entity(entity: Entity) -> _Thing:
    names = (
        [(Identifier("name", "name", folded(entity.name)), entity.at.of("name"))]
        if entity.name
        else []
    )
    for index, name in enumerate(entity.also_known_as):
        names.append(
            (Identifier(ALIAS, "name", folded(name)), entity.at.item(ALIAS, index))
        )
    pages = ((Identifier("same_as", "page", page_of(one)), entity.at.item("same_as", index))
             for index, one in enumerate(entity.same_as))  # fmt: skip
    return _Thing(entity.id, entity.at, (*names, *pages))


def _origin(origin: Origin) -> _Thing:
    issued = origin.issued.text if origin.issued else ""
    value = "\n".join((folded(origin.name), origin.kind, issued))
    return _Thing(
        origin.id,
        origin.at,
        (
            ((Identifier("name", "origin", value), origin.at.of("name")),)
            if origin.name
            else ()
        ),
    )


def _doubles(things: Iterable[_Thing], code: str, remedy: str) -> Iterator[Finding]:
    """A finding for each thing that shares a mark with an earlier one: by the surest that
    it shares.
    """
    first: dict[tuple[str, str], _Thing] = {}
    for thing in sorted(things, key=_turn):
        found = None
        for mark, position in thing.marks:
            other = first.setdefault(mark.shared, thing)
            if other is not thing and not _is_reprint(mark, thing, other):
                found = found or (mark, position, other)
        if found:
            mark, position, other = found
            yield Finding(position, code, f"{_told(thing, mark, other)}. {remedy}")


def _turn(thing: _Thing) -> tuple[str, Position]:
    """The order of names and lines, so that of `report.md` and its copy `report-2.md` the
    first is the first.
    """
    return thing.at.position.path.rpartition(".")[0], thing.at.position


def _is_reprint(mark: Identifier, thing: _Thing, other: _Thing) -> bool:
    """Whether two sources have one text, as papers have that print an agency's, and plainly
    appeared in two places.
    """
    apart = ((thing.pages, other.pages), (thing.outlets, other.outlets))
    return mark.sort == "text" and any(
        one and another and one.isdisjoint(another) for one, another in apart
    )


def _told(thing: _Thing, mark: Identifier, other: _Thing) -> str:
    """What is shared, and where the first stands that has it."""
    there = other.at.position
    trail = f"{thing.at.trail}.{mark.key}" if thing.at.trail else mark.key
    return f"{trail}: {SHARED[mark.sort]} of {other.id} ({there.path}:{there.line})"
