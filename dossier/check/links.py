"""Whether every id that is named somewhere is there, and only once."""

from collections.abc import Iterator, Mapping

from dossier.check.missing import missing, missing_at, missing_fact
from dossier.model.claims import Claim
from dossier.model.companies import Company
from dossier.model.content import Content
from dossier.model.facts import FactId
from dossier.model.findings import Finding
from dossier.model.kinds import RecordKind
from dossier.model.places import Place, Position
from dossier.model.speaking import WHOLE, speakers_of
from dossier.model.values import Plain, named

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
