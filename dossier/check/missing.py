"""What is said where an id names nothing: of what kind it is, and which one was meant."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from dossier.model.content import Content
from dossier.model.facts import FactId
from dossier.model.findings import Finding
from dossier.model.hints import nearest
from dossier.model.kinds import RecordKind
from dossier.model.places import Place, Position


def missing_fact(
    content: Content, id: FactId, home: str, at: Position, trail: str
) -> Iterator[Finding]:
    """A finding where `id`, written in the folder of the company `home`, names nothing."""
    if id in content.facts or content.was_unread(RecordKind.FACT, str(id)):
        return
    now = content.now_of(id)
    if now in content.facts:
        yield _unknown(
            RecordKind.FACT,
            written(id, home),
            at,
            trail,
            f"Did you mean {written(now, home)!r}?",
        )
        return
    owner = content.companies.get(id.company)
    near = nearest(id.fact, (fact.id.fact for fact in owner.facts)) if owner else None
    hint = (
        f"Did you mean {written(FactId(id.company, near), home)!r}?"
        if near
        else ADVICE[RecordKind.FACT]
    )
    yield _unknown(RecordKind.FACT, written(id, home), at, trail, hint)


def written(id: FactId, home: str) -> str:
    """The id as it is written in the folder of a company."""
    return id.fact if id.company == home else str(id)


def missing(
    content: Content, kind: RecordKind, id: str, at: Position, trail: str
) -> Iterator[Finding]:
    """A finding where `id` names nothing; none where it is empty or stands in a file that
    could not be read.
    """
    if not id or is_known(content, kind, id):
        return
    near = (
        _renamed(content, kind, id)
        or _by_name(content, kind, id)
        or nearest(id, KNOWN[kind](content))
    )
    hint = f"Did you mean {near!r}?" if near else ADVICE[kind].format(id)
    yield _unknown(kind, id, at, trail, hint)


def missing_at(
    content: Content, kind: RecordKind, id: str, at: Place, key: str
) -> Iterator[Finding]:
    """The same of the value of a key: of most ids, which are known, nobody asks where they
    stand.
    """
    if id and not is_known(content, kind, id):
        yield from missing(content, kind, id, at.of(key), at.below(key))


def _renamed(content: Content, kind: RecordKind, id: str) -> str:
    """The id of today of a company that had another; empty where it never was one's."""
    return (
        content.renamed.get(id, "")
        if kind in (RecordKind.ENTITY, RecordKind.COMPANY)
        else ""
    )


def _by_name(content: Content, kind: RecordKind, id: str) -> str:
    """The id of the entity one of whose names is written so; empty where there is none."""
    if kind is not RecordKind.ENTITY:
        return ""
    return next(
        (known for known, one in content.entities.items() if id in map(_as_id, one.names)),
        "",
    )


def _as_id(name: str) -> str:
    """A name as somebody would write it as an id."""
    return "-".join(re.findall(r"[^\W_]+", name.lower()))


def _unknown(kind: RecordKind, id: str, at: Position, trail: str, hint: str) -> Finding:
    where = f"{trail}: " if trail else ""
    return Finding(at, MISSING[kind], f"{where}the {kind} {id!r} is not known. {hint}")


def is_known(content: Content, kind: RecordKind, id: str) -> bool:
    """Whether there is such a thing, or may be in a file that could not be read."""
    return (
        id in KNOWN[kind](content)
        or content.was_unread(kind, id)
        or (kind is RecordKind.PLACE and _lacks_places(content))
    )


def _lacks_places(content: Content) -> bool:
    """Whether some place could not be read: facts know it by its name, and nobody knows
    that.
    """
    return any(kind is RecordKind.PLACE for kind, _ in content.unread)


KNOWN: Mapping[RecordKind, Callable[[Content], Mapping[str, Any]]] = {
    RecordKind.SOURCE: lambda content: content.sources,
    RecordKind.ENTITY: lambda content: content.entities,
    RecordKind.PLACE: lambda content: content.locations,
    RecordKind.ORIGIN: lambda content: content.origins,
    RecordKind.COMPANY: lambda content: content.companies,
    RecordKind.FACT: lambda content: content.fact_names,
    RecordKind.TIMELINE: lambda content: content.timeline_names,
    RecordKind.PAGE: lambda content: content.pages,
}
"""All that there is, by kind and by the text of its id."""

MISSING = {
    RecordKind.SOURCE: "L001",
    RecordKind.ENTITY: "L002",
    RecordKind.ORIGIN: "L004",
    RecordKind.FACT: "L005",
    RecordKind.PLACE: "L010",
}
ADVICE = {
    RecordKind.SOURCE: "Add sources/{}.md.",
    RecordKind.ENTITY: "Add it to entities.yaml.",
    RecordKind.ORIGIN: "Add it to origins.yaml.",
    RecordKind.PLACE: "Write a country by its English name, or add the place to places.yaml.",
    RecordKind.FACT: "Write the id of a fact, or company/fact for another dossier's.",
}
