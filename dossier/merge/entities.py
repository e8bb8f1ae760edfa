"""From an entity to all that names it: the facts about it, what it said, what it took part
in, and the rest.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import Enum, auto

from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.dossiers import EntityEntry, MergedFact
from dossier.model.speaking import speakers_of
from dossier.model.values import ENTITY, KeyPart, PropertyPart, names_in, places_in


class Mention(Enum):
    """How a fact mentions an entity; where it does so in several ways, the first of these
    counts.
    """

    SPEAKER = auto()
    SUBJECT = auto()
    INVOLVED = auto()
    NAMED = auto()


def entity_entries(
    content: Content, facts: Iterable[MergedFact]
) -> Mapping[str, EntityEntry]:
    """Every entity that some fact names and that has no dossier of its own, by id."""
    found: dict[str, dict[Mention, list[MergedFact]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for fact in facts:
        for entity, mention in {**_places(fact, content), **mentions_in(fact)}.items():
            if entity not in content.companies:
                found[entity][mention].append(fact)
    return {
        id: EntityEntry(
            entity=entity,
            about=tuple(
                sorted(
                    found[id][Mention.SUBJECT],
                    key=lambda fact: (fact.fact.subject != id, *_since(fact)),
                )
            ),
            said=tuple(sorted(found[id][Mention.SPEAKER], key=_when)),
            events=tuple(sorted(found[id][Mention.INVOLVED], key=_when)),
            named=tuple(found[id][Mention.NAMED]),
        )
        for id, entity in sorted(content.entities.items())
        if id in found
    }


def _places(fact: MergedFact, content: Content) -> Mapping[str, Mention]:
    """The entities that the places are which a fact names."""
    named = (
        content.placed.get(one.name)
        for merged in fact.claims
        for one in places_in(merged.claim.value)
    )
    return {id: Mention.INVOLVED if fact.is_event else Mention.NAMED for id in named if id}


def mentions_in(fact: MergedFact) -> Mapping[str, Mention]:
    """How a fact mentions each entity, by any of its claims."""
    mentions: dict[str, set[Mention]] = defaultdict(set)
    mentions[fact.fact.subject].add(Mention.SUBJECT)
    for merged in fact.claims:
        claim = merged.claim
        for speaker in speakers_of(claim):
            mentions[speaker].add(Mention.SPEAKER)
        for key, name in names_in(claim.value):
            mentions[name.entity].add(_mention(fact, key))
    return {
        entity: min(ways, key=lambda way: way.value)
        for entity, ways in mentions.items()
        if entity
    }


def _mention(fact: MergedFact, key: str) -> Mention:
    if key and fact.property.keys[key].part is KeyPart.SPEAKER:
        return Mention.SPEAKER
    if key and key == principal_of(fact):
        return Mention.SUBJECT
    return Mention.INVOLVED if fact.is_event else Mention.NAMED


def principal_of(fact: MergedFact) -> str:
    """The key of a record that says what the whole of it is about: the first one that must
    name an entity, and just one.
    """
    fields = fact.property.keys.items()
    return next(
        (
            key
            for key, field in fields
            if field.type is ENTITY and field.required and not field.many
        ),
        "",
    )


def _since(fact: MergedFact) -> tuple[bool, object]:
    """The roles of a person in the order in which they had them; all else before those, as
    the files have it.
    """
    period = fact.leading.period if fact.property.part is PropertyPart.ROLE else None
    return period is not None, period.sort_key if period else ()


def _when(fact: MergedFact) -> tuple[bool, object]:
    """Events in their order, those without a date at the end."""
    happened: PartialDate | None = fact.happened
    return happened is None, happened.sort_key if happened else ()
