"""Whether every id that is named somewhere is there, once, and whether anything rests on it."""

from collections.abc import Iterator
from difflib import get_close_matches

from dossier.model.claims import Claim, Reference
from dossier.model.companies import Company
from dossier.model.content import Content, Kind
from dossier.model.facts import Fact, FactId
from dossier.model.findings import Finding
from dossier.model.places import Place, Position
from dossier.model.values import names_in


def refuse_double_ids(content: Content) -> Iterator[Finding]:
    """Two facts of a company have one id."""
    for company in content.companies.values():
        seen: dict[FactId, Fact] = {}
        for fact in company.facts:
            first = seen.setdefault(fact.id, fact)
            if first is not fact:
                where = first.at.position
                message = f"{fact.id.fact}: the id stands already in {where.path}:{where.line}."
                yield Finding(fact.at.position, "L006", message)


def find_unknown_sources(content: Content) -> Iterator[Finding]:
    """A reference names a source that is not there."""
    for reference in _references(content):
        at = reference.at
        yield from missing(content, Kind.SOURCE, reference.source, at.of("source"), at.below("source"))


def find_unknown_entities(content: Content) -> Iterator[Finding]:
    """A fact, a claim or a value names an entity that is not there."""
    for fact in content.facts.values():
        at = fact.at
        yield from missing(content, Kind.ENTITY, fact.subject, at.of("subject"), at.below("subject"))
        for claim in fact.claims:
            yield from _unknown_in_claim(content, claim)


def _unknown_in_claim(content: Content, claim: Claim) -> Iterator[Finding]:
    at = claim.at
    yield from missing(content, Kind.ENTITY, claim.asserted_by, at.of("asserted_by"), at.below("asserted_by"))
    for key, name in names_in(claim.value):
        trail = f"{at.below('value')}{key and '.'}{key}"
        yield from missing(content, Kind.ENTITY, name.entity, at.of("value"), trail)


def find_unknown_origins(content: Content) -> Iterator[Finding]:
    """A source names an origin that is not there."""
    for source in content.sources.values():
        for index, origin in enumerate(source.origins):
            position = source.at.item("origins", index)
            yield from missing(content, Kind.ORIGIN, origin, position, f"origins[{index}]")


def find_unknown_facts(content: Content) -> Iterator[Finding]:
    """A company's key facts or a timeline name a fact that is not there."""
    for company in content.companies.values():
        yield from _unknown_listed(content, company.key_facts, company.at, "key_facts")
        for timeline in company.timelines:
            yield from _unknown_listed(content, timeline.events, timeline.at, "events")


def _unknown_listed(content: Content, ids: tuple[FactId, ...], at: Place, key: str) -> Iterator[Finding]:
    for index, id in enumerate(ids):
        yield from missing(content, Kind.FACT, str(id), at.item(key, index), f"{key}[{index}]")


def missing(content: Content, kind: Kind, id: str, at: Position, trail: str) -> Iterator[Finding]:
    """A finding where `id` names nothing; none where it is empty or stands in a file that could not be read."""
    known = KNOWN[kind](content)
    if not id or id in known or content.was_unread(kind, id):
        return
    near = get_close_matches(id, known, 1)
    hint = f"Did you mean {near[0]!r}?" if near else ADVICE[kind].format(id)
    yield Finding(at, MISSING[kind], f"{trail}: {id!r} is not known. {hint}")


KNOWN = {
    Kind.SOURCE: lambda content: content.sources,
    Kind.ENTITY: lambda content: content.entities,
    Kind.ORIGIN: lambda content: content.origins,
    Kind.FACT: lambda content: content.fact_names,
}
MISSING = {Kind.SOURCE: "L001", Kind.ENTITY: "L002", Kind.ORIGIN: "L004", Kind.FACT: "L005"}
ADVICE = {
    Kind.SOURCE: "Add sources/{}.md.",
    Kind.ENTITY: "Add it to entities.yaml.",
    Kind.ORIGIN: "Add it to origins.yaml.",
    Kind.FACT: "Write the id of a fact, or company/fact for another dossier's.",
}


def match_sections(content: Content) -> Iterator[Finding]:
    """Each file of facts is a section of its company, and each section has facts."""
    for company in content.companies.values():
        yield from _sections_without_facts(content, company)
        files = {fact.section: fact.at.position.path for fact in company.facts}
        for section in sorted(files.keys() - company.sections.keys()):
            message = f"facts/{section}.yaml is not among the sections of company.yaml. Add `{section}: Heading`."
            yield Finding(Position(files[section]), "L008", message)


def _sections_without_facts(content: Content, company: Company) -> Iterator[Finding]:
    if content.was_unread(Kind.FACT, f"{company.slug}/"):
        return
    for section in sorted(company.sections.keys() - {fact.section for fact in company.facts}):
        message = f"sections.{section}: there are no facts for it. Add facts/{section}.yaml, or delete the line."
        yield Finding(company.at.of("sections"), "L008", message)


def warn_of_idle_records(content: Content) -> Iterator[Finding]:
    """A source, entity or origin on which nothing rests."""
    if content.unread:
        return
    sources = {reference.source for reference in _references(content)} | set(_cited(content))
    origins = {origin for source in content.sources.values() for origin in source.origins}
    idle = {Kind.SOURCE: sources, Kind.ORIGIN: origins, Kind.ENTITY: _named(content) | content.companies.keys()}
    for kind, used in idle.items():
        for id, record in KNOWN[kind](content).items():
            if id not in used:
                yield Finding(record.at.position, "L007", f"{id}: nothing rests on this {kind}. Cite it, or delete it.")


def _references(content: Content) -> Iterator[Reference]:
    for fact in content.facts.values():
        for claim in fact.claims:
            yield from claim.references


def _cited(content: Content) -> Iterator[str]:
    for company in content.companies.values():
        for citation in company.overview.citations:
            yield citation.source


def _named(content: Content) -> set[str]:
    named = set()
    for fact in content.facts.values():
        named.add(fact.subject)
        for claim in fact.claims:
            named.add(claim.asserted_by)
            named |= {name.entity for _, name in names_in(claim.value)}
    return named
