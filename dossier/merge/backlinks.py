"""From a thing to all that names it: the facts a source supports, the dossiers that mention
a company.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dossier.model.content import Content
from dossier.model.dossiers import MergedFact, SourceEntry
from dossier.model.speaking import speakers_of
from dossier.model.values import names_in


def facts_by_source(facts: Iterable[MergedFact]) -> Mapping[str, tuple[MergedFact, ...]]:
    """The facts that each source supports, in the order given."""
    found: dict[str, list[MergedFact]] = defaultdict(list)
    for fact in facts:
        for source in fact.sources:
            found[source].append(fact)
    return {source: tuple(supported) for source, supported in found.items()}


def source_entries(
    content: Content, facts: Iterable[MergedFact]
) -> Mapping[str, SourceEntry]:
    """Every source with all that rests on it, by id."""
    supported = facts_by_source(facts)
    citing = _companies_by_citation(content)
    return {
        id: SourceEntry(
            source=source,
            origins=tuple(content.origins[origin] for origin in source.origins),
            facts=supported.get(id, ()),
            cited_by=tuple(citing.get(id, ())),
        )
        for id, source in sorted(content.sources.items())
    }


def _companies_by_citation(content: Content) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for slug, company in content.companies.items():
        for source in dict.fromkeys(
            citation.source for citation in company.overview.citations
        ):
            found[source].append(slug)
    return found


def mentions_by_entity(facts: Iterable[MergedFact]) -> Mapping[str, tuple[MergedFact, ...]]:
    """The facts that name each entity in their subject, a value or an assertion, leaving
    out a company's own.
    """
    found: dict[str, list[MergedFact]] = defaultdict(list)
    for fact in facts:
        for entity in sorted(_entities_of(fact) - {fact.id.company}):
            found[entity].append(fact)
    return {entity: tuple(named) for entity, named in found.items()}


def _entities_of(fact: MergedFact) -> set[str]:
    named = {fact.fact.subject}
    for claim in fact.fact.claims:
        named |= {*speakers_of(claim)} | {name.entity for _, name in names_in(claim.value)}
    return named - {""}
