"""From an entity to all that names it: the facts about it, what it said, what it took part in, and the rest."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import Enum, auto

from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.dossiers import EntityEntry, MergedFact
from dossier.model.values import ENTITY, names_in

SPEAKER = "speaker"
"""The key of a record that names who said what it holds."""


class Part(Enum):
    """The part that an entity plays in a fact; where it plays several, the first of these counts."""

    SPEAKER = auto()
    SUBJECT = auto()
    INVOLVED = auto()
    NAMED = auto()


def entity_entries(content: Content, facts: Iterable[MergedFact]) -> Mapping[str, EntityEntry]:
    """Every entity that some fact names and that has no dossier of its own, by id."""
    found: dict[str, dict[Part, list[MergedFact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        for entity, part in parts_in(fact).items():
            if entity not in content.companies:
                found[entity][part].append(fact)
    return {
        id: EntityEntry(
            entity=entity,
            about=tuple(sorted(found[id][Part.SUBJECT], key=lambda fact: fact.fact.subject != id)),
            said=tuple(sorted(found[id][Part.SPEAKER], key=_when)),
            events=tuple(sorted(found[id][Part.INVOLVED], key=_when)),
            named=tuple(found[id][Part.NAMED]),
        )
        for id, entity in sorted(content.entities.items())
        if id in found
    }


def parts_in(fact: MergedFact) -> Mapping[str, Part]:
    """The part of each entity in a fact, by any of its claims."""
    parts: dict[str, set[Part]] = defaultdict(set)
    parts[fact.fact.subject].add(Part.SUBJECT)
    for merged in fact.claims:
        claim = merged.claim
        parts[claim.asserted_by].add(Part.SPEAKER)
        for key, name in names_in(claim.value):
            parts[name.entity].add(_part(fact, key))
    return {entity: min(played, key=lambda part: part.value) for entity, played in parts.items() if entity}


def _part(fact: MergedFact, key: str) -> Part:
    if key == SPEAKER:
        return Part.SPEAKER
    if key and key == _principal(fact):
        return Part.SUBJECT
    return Part.INVOLVED if fact.is_event else Part.NAMED


def _principal(fact: MergedFact) -> str:
    """The key of a record that says what the whole of it is about: the first one that must name an entity, and just one."""
    fields = fact.property.keys.items()
    return next((key for key, field in fields if field.type is ENTITY and field.required and not field.many), "")


def _when(fact: MergedFact) -> tuple[bool, object]:
    """Events in their order, those without a date at the end."""
    happened: PartialDate | None = fact.happened
    return happened is None, happened.sort_key if happened else ()
