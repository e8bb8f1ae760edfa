"""What is at hand while a page is made: where it stands, its language, its links and its notes;
and what all pages of a build share.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial

from markupsafe import Markup

from dossier.model.content import SitePage
from dossier.model.dossiers import MergedFact, MergedTimeline, Site
from dossier.model.facts import FactId
from dossier.model.sources import Source
from dossier.render.footnotes import Footnotes
from dossier.render.language import words
from dossier.render.language.catalogues import Language
from dossier.render.language.dates import date_markup
from dossier.render.language.finished import Finished
from dossier.render.language.values import Writer
from dossier.render.site import links
from dossier.render.site.settings import SiteSettings
from dossier.render.site.views import LinkView

Compared = Mapping[str, tuple[MergedFact, ...]]
"""The facts of each property that has a page of comparison."""


@dataclass(frozen=True)
class Appearance:
    """A timeline in which a fact stands."""

    company: str
    timeline: MergedTimeline
    place: int
    # Of the fact among its events, from 0.


@dataclass(frozen=True)
class BuildContext:
    """What all pages of one build share."""

    site: Site
    settings: SiteSettings
    appearances: Mapping[FactId, tuple[Appearance, ...]]
    entity_urls: Mapping[str, str]
    # From the id of an entity to the page about it: its dossier, or a page that gathers
    # what names it.
    compared: Compared
    ordinary: Mapping[str, SitePage] = field(default_factory=dict)
    # The pages that Pelican prints, by id.
    alike: tuple[tuple[str, ...], ...] = ()
    # Names of properties that mean the same, for those who search by another.
    finished: Finished = field(default_factory=Finished)


class RenderContext:
    """One page while it is made; made anew each time a page is rendered, since its
    footnotes count up.

    A page asks for a hundred phrases and links, so what says and finds them is at hand.
    """

    def __init__(self, build: BuildContext, here: str) -> None:
        self.build, self.here = build, here
        self.site: Site = build.site
        # All there is to print.
        self.language: Language = build.settings.language
        # Of the site.
        self.say = self.language.say
        self.fill = self.language.fill
        self.count = self.language.count
        self.link: Callable[[str], str] = partial(links.link, build.settings, here)
        # From this page to a target.

    @cached_property
    def footnotes(self) -> Footnotes:
        """The notes of this page."""
        return Footnotes(self.language)

    def reports(self, sources: int, origins: int) -> str:
        """How many sources say so, and how many roots of reporting they come from."""
        return _reports(sources, origins, self.language)

    def scope(self, facts: int, sources: int) -> str:
        """How much there is."""
        told = (
            self.count(facts, words.counts.FACTS),
            self.count(sources, words.counts.SOURCES_COUNTED),
        )
        return self.say(words.counts.SCOPE, facts=told[0], sources=told[1])

    @cached_property
    def write(self) -> Writer:
        """Writes values as this page shows them."""
        build = self.build
        foreign = build.settings.foreign
        site = build.site
        return Writer(
            site.entities,
            build.entity_urls,
            self.link,
            self.here,
            self.language,
            foreign,
            site.placed,
            build.finished,
        )

    def source(self, id: str) -> Source:
        """The source of that id."""
        return self.site.sources[id].source

    def way(self, label: str, target: str) -> Markup:
        """A link from this page to a target, with its words."""
        return Markup('<a href="{}">{}</a>').format(self.link(target), label)

    def company_link(self, slug: str) -> LinkView:
        """The way to a dossier."""
        return LinkView(
            self.site.dossiers[slug].company.name, self.link(links.company_url(slug))
        )

    def newest(self, sources: Iterable[Source]) -> Markup:
        """The date of the newest of several sources, in words; empty where none is dated."""
        dated = [
            (source.issued, "issued" in source.inferred)
            for source in sources
            if source.issued
        ]
        if not dated:
            return Markup()
        when, inferred = max(
            dated, key=lambda pair: (pair[0].latest, pair[0].earliest, pair[0].text)
        )
        return date_markup(when, self.language, inferred)

    @property
    def as_of_all(self) -> Markup:
        """The date of the newest source of the site."""
        return self.newest(entry.source for entry in self.site.sources.values())


@lru_cache(maxsize=1024)
def _reports(sources: int, origins: int, language: Language) -> str:
    """The same for all facts that as many tell of."""
    if not sources:
        return language.say(words.sources.NO_REPORT)
    roots = (
        language.count(origins, words.counts.ORIGINS)
        if origins
        else language.say(words.sources.ORIGIN_UNKNOWN)
    )
    return language.say(
        words.sources.CORROBORATION,
        reports=language.count(sources, words.counts.REPORTS),
        origins=roots,
    )
