"""What the pages of a site need to know of each other, gathered once, before any of them is
made.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from dossier.model.content import SitePage
from dossier.model.dossiers import Site, SourceEntry
from dossier.model.facts import FactId
from dossier.render.charts.compared import compared_facts
from dossier.render.language.names import name_key
from dossier.render.search.asked import Groups
from dossier.render.site import links
from dossier.render.site.render_context import Appearance, BuildContext
from dossier.render.site.settings import SiteSettings

NO_PAGES: Mapping[str, SitePage] = MappingProxyType({})


def bind(
    site: Site,
    settings: SiteSettings,
    ordinary: Mapping[str, SitePage] = NO_PAGES,
    alike: Groups = (),
) -> BuildContext:
    """Gather what pages need to know of each other: the timelines of each fact, who has a
    page, and what is compared.
    """
    site = _by_name(site)
    found: dict[FactId, list[Appearance]] = {}
    for slug, dossier in site.dossiers.items():
        for timeline in dossier.timelines:
            for place, event in enumerate(timeline.events):
                found.setdefault(event.id, []).append(Appearance(slug, timeline, place))
    appearances = {fact: tuple(places) for fact, places in found.items()}
    dossiers = {slug: links.company_url(slug) for slug in site.dossiers}
    entity_urls = {entity: links.entity_url(entity) for entity in site.named} | dossiers
    return BuildContext(
        site, settings, appearances, entity_urls, compared_facts(site), ordinary, alike
    )


def _by_name(site: Site) -> Site:
    """The site with all that has a name in the order in which a reader looks for it; data
    have it in order of ids.
    """
    dossiers = dict(
        sorted(site.dossiers.items(), key=lambda pair: name_key(pair[1].company.name))
    )
    place = {slug: number for number, slug in enumerate(dossiers)}
    return replace(
        site,
        dossiers=dossiers,
        sources={id: _by_company(entry, place) for id, entry in site.sources.items()},
        entities=dict(
            sorted(site.entities.items(), key=lambda pair: name_key(pair[1].name))
        ),
        named=dict(
            sorted(site.named.items(), key=lambda pair: name_key(pair[1].entity.name))
        ),
    )


def _by_company(entry: SourceEntry, place: Mapping[str, int]) -> SourceEntry:
    facts = tuple(sorted(entry.facts, key=lambda fact: place[fact.id.company]))
    return replace(
        entry, facts=facts, cited_by=tuple(sorted(entry.cited_by, key=place.__getitem__))
    )
