"""Whether every id that is named somewhere is there, once, and whether anything rests on
it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from dossier.model.claims import Claim
from dossier.model.companies import Company
from dossier.model.content import Content
from dossier.model.facts import Fact, FactId
from dossier.model.findings import Finding
from dossier.model.hints import nearest
from dossier.model.kinds import RecordKind
from dossier.model.places import Place, Position
from dossier.model.speaking import WHOLE, speakers_of
from dossier.model.values import Plain, named, names_in, places_in

SPEAKER = "asserted_by"
"""The key that names who says so."""


def refuse_double_ids(content: Content) -> Iterator[Finding]:
    """Two facts of a company have one id, in two of its files; within one file it is a key
    that stands twice.
    """
    for fact in content.every_fact:
        first = content.facts[fact.id].at.position
        if first.path != fact.at.position.path:
            where = f"{first.path}:{first.line}"
            message = (
                f"{fact.id.fact}: the id stands already in {where}. Give one of the two"
                " another id."
            )
            yield Finding(fact.at.position, "L006", message)


def find_unknown_sources(content: Content) -> Iterator[Finding]:
    """A reference names a source that is not there."""
    for fact in content.every_fact:
        for claim in fact.claims:
            for reference in claim.references:
                yield from missing_at(
                    content, RecordKind.SOURCE, reference.source, reference.at, "source"
                )


def find_unknown_entities(content: Content) -> Iterator[Finding]:
    """A fact, a claim or a value names an entity or a place that is not there."""
    for fact in content.every_fact:
        yield from missing_at(content, RecordKind.ENTITY, fact.subject, fact.at, "subject")
        for claim in fact.claims:
            yield from _unknown_in_claim(content, claim)


def _unknown_in_claim(content: Content, claim: Claim) -> Iterator[Finding]:
    at = claim.at
    yield from _unknown_speakers(content, claim)
    if isinstance(claim.value, Mapping):
        inner = at.within("value")
        for key, value in claim.value.items():
            yield from _unknown_in_value(content, value, inner, key)
    else:
        yield from _unknown_in_value(content, claim.value, at, "value")


def _unknown_speakers(content: Content, claim: Claim) -> Iterator[Finding]:
    if not speakers_of(claim):
        return
    by_key = claim.at.within(SPEAKER)
    whole = by_key if WHOLE in by_key.entries else claim.at
    named = [(claim.asserted_by, whole, WHOLE if whole is by_key else SPEAKER)]
    named += [(id, by_key, key) for key, id in claim.speakers.items()]
    named += [(one.asserted_by, one.at, SPEAKER) for one in claim.references]
    for id, at, key in named:
        yield from missing_at(content, RecordKind.ENTITY, id, at, key)


def _unknown_in_value(
    content: Content, value: Plain, at: Place, key: str
) -> Iterator[Finding]:
    if not isinstance(value, tuple):
        for kind, id in named(value):
            yield from missing_at(content, kind, id, at, key)
        return
    for index, item in enumerate(value):
        for kind, id in named(item):
            yield from missing(
                content, kind, id, at.item(key, index), f"{at.below(key)}[{index}]"
            )


def find_unknown_origins(content: Content) -> Iterator[Finding]:
    """A source names an origin that is not there, or an origin names nobody whose word it
    is.
    """
    for one in content.origins.values():
        if one.by:
            yield from missing_at(content, RecordKind.ENTITY, one.by, one.at, "by")
    for source in content.sources.values():
        for index, origin in enumerate(source.origins):
            position = source.at.item("origins", index)
            yield from missing(
                content, RecordKind.ORIGIN, origin, position, f"origins[{index}]"
            )


def find_unknown_facts(content: Content) -> Iterator[Finding]:
    """A company's key facts or a timeline name a fact that is not there."""
    for company in content.looked_at:
        yield from _unknown_listed(
            content, company, company.key_facts, company.at, "key_facts"
        )
        for timeline in company.timelines:
            yield from _unknown_listed(
                content, company, timeline.events, timeline.at, "events"
            )


def _unknown_listed(
    content: Content, company: Company, ids: tuple[FactId, ...], at: Place, key: str
) -> Iterator[Finding]:
    for index, id in enumerate(ids):
        yield from missing_fact(
            content, id, company.slug, at.item(key, index), f"{key}[{index}]"
        )


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


def refuse_former_ids_in_use(content: Content) -> Iterator[Finding]:
    """An id that a company's folder had before leads to it, so nothing else may have it."""
    first: dict[str, Position] = {}
    for company in content.companies.values():
        for index, old in enumerate(company.formerly):
            at = company.at.item("formerly", index)
            if old in content.entities:
                owner = content.entities[old].at.position
                use = (
                    "its own id"
                    if old == company.slug
                    else f"that of another, in {owner.path}:{owner.line}"
                )
                yield Finding(
                    at,
                    "L011",
                    f"formerly[{index}]: {old!r} is {use} today. Delete it here.",
                )
            elif old in first:
                where = f"{first[old].path}:{first[old].line}"
                yield Finding(
                    at,
                    "L011",
                    f"formerly[{index}]: {old!r} stands in {where} too. Keep the one that"
                    " is right.",
                )
            first.setdefault(old, at)
    yield from _former_facts_in_use(content)


def _former_facts_in_use(content: Content) -> Iterator[Finding]:
    for fact in content.every_fact:
        for index, old in enumerate(fact.formerly):
            id, at, trail = (
                FactId(fact.id.company, old),
                fact.at.item("formerly", index),
                fact.at.below("formerly"),
            )
            if id in content.facts:
                owner = content.facts[id].at.position
                use = (
                    "its own id"
                    if id == fact.id
                    else f"that of another, in {owner.path}:{owner.line}"
                )
                yield Finding(
                    at, "L011", f"{trail}[{index}]: {old!r} is {use} today. Delete it here."
                )
            elif (now := content.moved_facts[id]) != fact.id:
                where = content.facts[now].at.position
                message = (
                    f"{old!r} stands in {where.path}:{where.line} too. Keep the one that is"
                    " right."
                )
                yield Finding(at, "L011", f"{trail}[{index}]: {message}")


def match_sections(content: Content) -> Iterator[Finding]:
    """Each file of facts is a section of its company, and each section has facts."""
    for company in content.looked_at:
        if not company.sections:  # its file could not be read
            continue
        yield from _sections_without_facts(content, company)
        files = {fact.section: fact.at.position.path for fact in company.facts}
        for section in sorted(files.keys() - company.sections.keys()):
            message = (
                f"facts/{section}.yaml is not among the sections of company.yaml. Add"
                f" `{section}: Heading` there."
            )
            yield Finding(Position(files[section]), "L008", message)


def _sections_without_facts(content: Content, company: Company) -> Iterator[Finding]:
    if any(
        kind is RecordKind.FACT and id.startswith(f"{company.slug}/")
        for kind, id in content.unread
    ):
        return
    place = company.at.within("sections")
    for section in sorted(
        company.sections.keys() - {fact.section for fact in company.facts}
    ):
        trail = place.below(section)
        message = (
            f"{trail}: there are no facts for it. Add facts/{section}.yaml, or delete the"
            " line."
        )
        yield Finding(place.key(section), "L008", message)


def warn_of_idle_records(content: Content) -> Iterator[Finding]:
    """A source, entity, place or origin on which nothing rests. That is known only where
    everything could be read.
    """
    origins = {origin for source in content.sources.values() for origin in source.origins}
    used = {
        RecordKind.SOURCE: _cited(content),
        RecordKind.ORIGIN: origins,
        RecordKind.ENTITY: _named(content),
    }
    idle = [
        (kind, id, one.at)
        for kind, ids in used.items()
        for id, one in KNOWN[kind](content).items()
        if id not in ids
    ]
    idle += _idle_places(content)
    for kind, id, at in idle if content.is_whole else ():
        yield Finding(
            at.position,
            "L007",
            f"{id}: nothing rests on this {kind}. Cite it, or delete it.",
        )


def _idle_places(content: Content) -> list[tuple[RecordKind, str, Place]]:
    known = {
        place.name
        for fact in content.every_fact
        for claim in fact.claims
        for place in places_in(claim.value)
    }
    return [
        (RecordKind.PLACE, id, place.at)
        for id, place in content.places.items()
        if place.name not in known
    ]


def _cited(content: Content) -> set[str]:
    references = (
        reference
        for fact in content.every_fact
        for claim in fact.claims
        for reference in claim.references
    )
    citations = (
        citation
        for company in content.companies.values()
        for citation in company.overview.citations
    )
    return {reference.source for reference in references} | {
        citation.source for citation in citations
    }


def _named(content: Content) -> set[str]:
    speakers = {origin.by for origin in content.origins.values()}
    values = (claim.value for fact in content.every_fact for claim in fact.claims)
    places = {
        content.placed.get(one.name, "") for value in values for one in places_in(value)
    }
    return speakers.union(content.companies, places, *map(names_of, content.every_fact))


def names_of(fact: Fact) -> set[str]:
    """Every entity that a fact names: its subject, who says so, and those in its values."""
    found = {fact.subject}
    for claim in fact.claims:
        found |= {*speakers_of(claim)}
        found |= {name.entity for _, name in names_in(claim.value)}
    return found - {""}
