"""The list of pages: every url of a site with its template and what makes its context. Contexts are made when asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from dossier.model.dossiers import Dossier, Site
from dossier.render.cards.cards import Card
from dossier.render.cards.social import social_view
from dossier.render.charts.compared import compared_facts
from dossier.render.frame import links
from dossier.render.frame.measure import Measure
from dossier.render.frame.policy import policy
from dossier.render.frame.settings import SiteSettings
from dossier.render.frame.sheets import Book, Sheet
from dossier.render.pages import contexts
from dossier.render.pages.binding import bind
from dossier.render.pages.changes import changes_context, tells_changes
from dossier.render.pages.comparisons import compare_context, compared_context, compared_portions
from dossier.render.pages.dossiers import dossier_context, timeline_context
from dossier.render.pages.entities import entities_context, entity_context
from dossier.render.pages.evidence import corrections_context, evidence_context
from dossier.render.pages.facts import fact_context
from dossier.render.pages.search import search_context
from dossier.render.pages.site import data_context, home_context, not_found_context, site_view
from dossier.render.pages.sources import source_context, sources_context
from dossier.render.parts.portions import Portion, portions

NO_CARDS: Mapping[str, Card] = MappingProxyType({})
Maker = Callable[[Sheet], contexts.PageContext]
Planned = Iterator[tuple[str, str, Maker]]


@dataclass(frozen=True)
class Page:
    """One page to write. Its context is made anew each time it is asked for, so a page can be rendered twice."""

    url: str
    template: str
    make: Maker
    book: Book

    @property
    def path(self) -> str:
        """The file that holds the page."""
        return f"{self.url}index.html" if not self.url or self.url.endswith("/") else self.url

    @property
    def context(self) -> Mapping[str, object]:
        """The names that the template uses, besides those of `shared_context`."""
        return contexts.as_mapping(self.make(Sheet(self.book, self.url)))


def plan_pages(site: Site, settings: SiteSettings) -> tuple[Page, ...]:
    """Every page of the site, but for the ordinary ones, which are Pelican's."""
    book = bind(site, settings)
    planned = (*_pages(site), *(((links.CHANGES, "changes.html", changes_context),) if tells_changes(book) else ()))
    return tuple(Page(url, template, make, book) for url, template, make in planned)


def plan_evidence(site: Site, settings: SiteSettings, measures: Mapping[str, Measure]) -> Page:
    """The page that says what was counted on the finished pages of companies; so it is made after them."""
    return Page(links.EVIDENCE, "evidence.html", partial(evidence_context, measures=measures), bind(site, settings))


def shared_context(site: Site, settings: SiteSettings, cards: Mapping[str, Card] = NO_CARDS) -> Mapping[str, object]:
    """What the templates of all pages share, those of Pelican's own pages included; `cards` are those that are drawn."""
    book = bind(site, settings)
    view = site_view(Sheet(book, links.HOME))
    social = partial(social_view, book, cards)
    return contexts.as_mapping(contexts.Shared(view, partial(links.link, settings), social, policy))


def _pages(site: Site) -> Planned:
    yield links.HOME, "index.html", home_context
    for dossier in site.dossiers.values():
        yield from _company_pages(dossier)
    yield links.SOURCES, "sources.html", sources_context
    for id, entry in site.sources.items():
        yield from _portioned(
            links.source_url(id), "source.html", partial(source_context, entry=entry), portions(entry.facts)
        )
    yield links.ENTITIES, "entities.html", entities_context
    for id, named in site.named.items():
        yield from _portioned(
            links.entity_url(id), "entity.html", partial(entity_context, entry=named), portions(named.facts)
        )
    yield links.SEARCH, "search.html", search_context
    yield links.COMPARE, "compare.html", compare_context
    for id, facts in compared_facts(site).items():
        make = partial(compared_context, facts=facts)
        yield from _portioned(links.compare_url(id), "compared.html", make, compared_portions(facts))
    yield links.DATA, "data.html", data_context
    yield links.CORRECTIONS, "corrections.html", corrections_context
    yield links.NOT_FOUND, "404.html", not_found_context


def _portioned(url: str, template: str, make: Callable[..., contexts.PageContext], parts: Iterable[Portion]) -> Planned:
    for portion in parts:
        yield links.portion_url(url, portion.number), template, partial(make, portion=portion)


def _company_pages(dossier: Dossier) -> Planned:
    slug = dossier.company.slug
    yield links.company_url(slug), "dossier.html", partial(dossier_context, dossier=dossier)
    for timeline in (dossier.timeline, *dossier.timelines):
        if timeline.events:
            make = partial(timeline_context, dossier=dossier, timeline=timeline)
            yield links.timeline_url(slug, timeline.id), "timeline.html", make
    for section in dossier.sections:
        for place, fact in enumerate(section.facts):
            yield links.fact_url(fact.id), "fact.html", partial(fact_context, section=section, place=place)
