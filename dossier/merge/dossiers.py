"""Content to a site: each company on its own first, then the little that they need to know
of each other.
"""

from collections.abc import Mapping
from datetime import date

from dossier.merge.agreement import merge_fact
from dossier.merge.attributions import attributions_of
from dossier.merge.backlinks import mentions_by_entity, source_entries
from dossier.merge.entities import entity_entries
from dossier.merge.promises import promises_of
from dossier.merge.proofs import known_passages
from dossier.merge.relations import relations_of
from dossier.merge.timelines import chosen_timeline, whole_timeline
from dossier.model.companies import Company
from dossier.model.content import Content
from dossier.model.dossiers import Dossier, MergedFact, Section, Site
from dossier.model.facts import FactId
from dossier.model.own_words import NO_OURS, AllOurs
from dossier.model.sources import Source


def merge_content(content: Content, today: date, wording: AllOurs = NO_OURS) -> Site:
    """Everything there is to print, as of `today`, with what is known of our words. The
    content must be free of errors.
    """
    facts = {
        fact.id: merge_fact(fact, content, today)
        for company in content.companies.values()
        for fact in company.facts
    }
    mentions = mentions_by_entity(facts.values())
    names = {slug: company.name for slug, company in content.companies.items()}
    dossiers = {
        slug: merge_company(company, facts, mentions.get(slug, ()), content.sources, names)
        for slug, company in sorted(content.companies.items())
    }
    sources = source_entries(content, facts.values())
    return Site(
        as_of=today,
        dossiers=dossiers,
        sources=sources,
        facts=facts,
        entities=content.entities,
        placed=content.placed,
        locations=content.locations,
        passages=known_passages(facts.values(), content),
        attributions=attributions_of(facts.values()),
        source_errors=content.source_errors,
        own_errors=content.own_errors,
        named=entity_entries(content, facts.values()),
        relations=relations_of(facts.values()),
        promises=promises_of(facts.values(), content),
        wording=wording,
    )


def merge_company(
    company: Company,
    facts: Mapping[FactId, MergedFact],
    mentions: tuple[MergedFact, ...],
    sources: Mapping[str, Source],
    names: Mapping[str, str],
) -> Dossier:
    """One dossier, from the facts and the names of all companies: a timeline may show
    events of others.
    """
    own = tuple(facts[fact.id] for fact in company.facts)
    used = {source for fact in own for source in fact.sources} | {
        cited.source for cited in company.overview.citations
    }
    return Dossier(
        company=company,
        key_facts=tuple(facts[id] for id in company.key_facts),
        sections=_sections(company, own),
        timeline=whole_timeline(own, company),
        timelines=tuple(
            chosen_timeline(timeline, facts, company, names)
            for timeline in company.timelines
        ),
        sources=tuple(sources[id] for id in sorted(used)),
        mentions=mentions,
    )


def _sections(company: Company, facts: tuple[MergedFact, ...]) -> tuple[Section, ...]:
    return tuple(
        Section(id, label, tuple(fact for fact in facts if fact.fact.section == id))
        for id, label in company.sections.items()
    )
