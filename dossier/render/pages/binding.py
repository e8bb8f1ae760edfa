"""What the pages of a site need to know of each other, gathered once, before any of them is made."""

from collections.abc import Mapping
from types import MappingProxyType

from dossier.model.content import SitePage
from dossier.model.dossiers import Site
from dossier.model.facts import FactId
from dossier.render.charts.compared import compared_facts
from dossier.render.frame import links
from dossier.render.frame.settings import SiteSettings
from dossier.render.frame.sheets import Appearance, Book

NO_PAGES: Mapping[str, SitePage] = MappingProxyType({})


def bind(site: Site, settings: SiteSettings, ordinary: Mapping[str, SitePage] = NO_PAGES) -> Book:
    """Gather what pages need to know of each other: the timelines of each fact, who has a page, and what is compared."""
    found: dict[FactId, list[Appearance]] = {}
    for slug, dossier in site.dossiers.items():
        for timeline in dossier.timelines:
            for event in timeline.events:
                found.setdefault(event.id, []).append(Appearance(slug, timeline))
    appearances = {fact: tuple(places) for fact, places in found.items()}
    dossiers = {slug: links.company_url(slug) for slug in site.dossiers}
    ways = {entity: links.entity_url(entity) for entity in site.named} | dossiers
    return Book(site, settings, appearances, ways, compared_facts(site), ordinary)
