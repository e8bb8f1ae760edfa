"""The context of the page of the search, which without a script is a list of all that there
is to find.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from dossier.model import addresses
from dossier.model.dossiers import Dossier
from dossier.render.entities.companies import scope_of
from dossier.render.evidence.citations import heading
from dossier.render.language import words
from dossier.render.language.catalogues import Language
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.families import Family, one
from dossier.render.pages.trails import home_trail
from dossier.render.search.views import FilterView, ListingView, TopicView
from dossier.render.site import links
from dossier.render.site.render_context import RenderContext
from dossier.render.site.views import LinkView


class SearchSection(Enum):
    """What there is to find, in the order of the page."""

    COMPANIES = auto()
    FACTS = auto()
    # Below their companies.
    ENTITIES = auto()
    SOURCES = auto()


LISTS = (
    (SearchSection.COMPANIES, words.pages.HOME, links.HOME),
    (SearchSection.ENTITIES, words.entities.ENTITIES, links.ENTITIES),
    (SearchSection.SOURCES, words.pages.SOURCES, links.SOURCES),
)
"""Where those stand that are too many for this page. Facts are listed by their dossiers."""


@dataclass(frozen=True, kw_only=True)
class SearchContext(PageContext):
    """The search, and for those who have no script the list of all that it could find."""

    filters: tuple[FilterView, ...]
    passed_over: str
    # Words that a question may have and an answer need not, in the languages of the site
    # and of its content.
    root: str
    # The link to the top of the site, from which the index is loaded.
    companies: tuple[ListingView, ...]
    entities: tuple[LinkView, ...]
    # People, organisations and products without a dossier.
    sources: tuple[LinkView, ...]
    elsewhere: tuple[LinkView, ...]
    # The lists of what is too much for this page.


def search_context(render: RenderContext) -> SearchContext:
    """The search, the companies with what they hold, whom they name, and the sources."""
    site = render.site
    sources = [entry.source for entry in site.sources.values()]
    here = _listed(render)
    return SearchContext(
        here=render.here,
        title=render.say(words.search.SEARCH),
        description=render.say(words.search.ABOUT_SEARCH),
        trail=home_trail(render),
        as_of=render.newest(sources),
        filters=tuple(
            FilterView(name, render.say(label))
            for name, label in words.search.FILTERS.items()
        ),
        passed_over=" ".join(
            dict.fromkeys(
                (*_passed_over(render.language), *_passed_over(render.build.settings.prose))
            )
        ),
        root=render.link(links.HOME),
        companies=tuple(
            _listing(render, dossier, SearchSection.FACTS in here)
            for dossier in site.dossiers.values()
            if SearchSection.COMPANIES in here
        ),
        entities=tuple(
            LinkView(one.entity.name, render.link(links.entity_url(id)))
            for id, one in site.named.items()
            if SearchSection.ENTITIES in here
        ),
        sources=tuple(
            LinkView(
                heading(source, render.language), render.link(links.source_url(source.id))
            )
            for source in sources
            if SearchSection.SOURCES in here
        ),
        elsewhere=tuple(
            LinkView(render.say(label), render.link(url))
            for part, label, url in LISTS
            if part not in here
        ),
    )


def _passed_over(language: Language) -> list[str]:
    return language.say(words.search.PASSED_OVER).split()


def _listed(render: RenderContext) -> frozenset[SearchSection]:
    """What the page lists: each part that fits into the room which those before it leave."""
    site, room = render.site, render.build.settings.limits.listed
    sizes = {
        SearchSection.COMPANIES: len(site.dossiers),
        SearchSection.FACTS: len(site.facts),
        SearchSection.ENTITIES: len(site.named),
        SearchSection.SOURCES: len(site.sources),
    }
    here = set()
    for part, size in sizes.items():
        if size <= room:
            here.add(part)
            room -= size
    return frozenset(here)


def _listing(render: RenderContext, dossier: Dossier, whole: bool) -> ListingView:
    return ListingView(
        company=render.company_link(dossier.company.slug),
        scope=scope_of(render, dossier),
        topics=tuple(_topics(render, dossier)) if whole else (),
    )


def _topics(render: RenderContext, dossier: Dossier) -> Iterator[TopicView]:
    for section in dossier.sections:
        if section.facts:
            facts = (
                LinkView(fact.fact.label, render.link(links.fact_url(fact.id)))
                for fact in section.facts
            )
            yield TopicView(section.label, tuple(facts))


SEARCH = Family(one(addresses.SEARCH, search_context))
