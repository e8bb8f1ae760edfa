"""The home page: every company, and what is new; of many companies by their letters."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import groupby

from dossier.model import addresses
from dossier.model.dossiers import Dossier, SourceEntry
from dossier.render.entities.companies import company_case, scope_of
from dossier.render.evidence.citations import heading
from dossier.render.facts.facts import figure_view
from dossier.render.language import words
from dossier.render.language.names import initial, name_key
from dossier.render.lists.shelves import Board, Case, case_view
from dossier.render.lists.views import LetterView, PortionsView
from dossier.render.pages.companies import CompaniesContext, companies_context
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.families import Family, Planned, shelved
from dossier.render.pages.trails import home_trail
from dossier.render.pages.views import CompanyView, ReportView
from dossier.render.repository.histories import change_set_view
from dossier.render.repository.views import ChangeSetView
from dossier.render.site import links
from dossier.render.site.render_context import BuildContext, RenderContext
from dossier.render.site.views import LinkView

LATEST = 5
"""Changes that the home page names."""

NEWEST = 3
"""Reports that it names."""

ON_ONE_SCREEN = 3
"""Companies that stand with their figures before what is new; where there are more, what is
new comes first.
"""


@dataclass(frozen=True, kw_only=True)
class HomeContext(PageContext):
    """The list of companies."""

    companies: tuple[CompanyView, ...]
    ways: tuple[LinkView, ...]
    # To the parts of the page, and to the letters of names.
    news_first: bool
    # Whether what is new stands before the companies.
    index: tuple[LetterView, ...]
    # Their names alone, where there are too many to show each with its figures; else empty.
    portions: PortionsView | None
    # The ways to their letters, where there are too many to name them.
    scope: str
    # How much there is, in words.
    sources_href: str
    reports: tuple[ReportView, ...]
    # The newest few, where there are more than those.
    changes: tuple[ChangeSetView, ...]
    # The latest few.
    changes_href: str


def home_context(render: RenderContext, case: Case[Dossier] | None) -> HomeContext:
    """Every company with its key figures, or by its name, or the ways to them by letter: as
    many as there are.
    """
    site, settings = render.site, render.build.settings
    is_long = len(site.dossiers) > settings.limits.figures
    made = HomeContext(
        here=render.here,
        title=settings.title,
        description=settings.tagline,
        trail=(),
        as_of=render.as_of_all,
        companies=(
            ()
            if is_long
            else tuple(_company(render, dossier) for dossier in site.dossiers.values())
        ),
        index=tuple(_register(render)) if is_long and not case else (),
        portions=case_view(render, case) if case else None,
        ways=(),
        news_first=len(site.dossiers) > ON_ONE_SCREEN,
        scope=render.scope(len(site.facts), len(site.sources)),
        sources_href=render.link(links.SOURCES),
        reports=tuple(_reports(render)),
        changes=tuple(
            change_set_view(render, change_set, 0, anchored=False)
            for change_set in site.history.change_sets[:LATEST]
        ),
        changes_href=render.link(links.CHANGES),
    )
    return replace(made, ways=tuple(_ways(render, made)))


def _ways(render: RenderContext, made: HomeContext) -> Iterator[LinkView]:
    parts = (
        (True, words.pages.HOME, "#companies"),
        (made.reports, words.pages.NEWEST_REPORTS, "#reports"),
        (made.changes, words.pages.LATEST_CHANGES, "#changes"),
    )
    named = [
        LinkView(render.say(label), href) for is_there, label, href in parts if is_there
    ]
    yield from named if len(named) > 1 else ()
    yield from (LinkView(one.letter, f"#{one.id}") for one in made.index)


def _reports(render: RenderContext) -> Iterator[ReportView]:
    """The newest reports: what each is called, and how much rests on it."""
    dated = [
        entry
        for entry in render.site.sources.values()
        if entry.source.issued and entry.facts
    ]
    for entry in sorted(dated, key=_issued, reverse=True)[:NEWEST]:
        source = entry.source
        yield ReportView(
            date=render.newest((source,)),
            way=LinkView(
                heading(source, render.language), render.link(links.source_url(source.id))
            ),
            counts=render.count(len(entry.facts), words.sources.RESTING),
        )


def _issued(entry: SourceEntry) -> tuple[date, str]:
    issued = entry.source.issued
    return issued.latest if issued else date.min, entry.source.id


def _register(render: RenderContext) -> Iterator[LetterView]:
    """The names of all companies by their first letter, as a reader looks for them."""
    names = sorted(
        (render.company_link(slug) for slug in render.site.dossiers),
        key=lambda link: name_key(link.label),
    )
    for place, (letter, entries) in enumerate(
        groupby(names, key=lambda link: initial(link.label)), 1
    ):
        yield LetterView(letter, tuple(entries), f"letter-{place}")


def _company(render: RenderContext, dossier: Dossier) -> CompanyView:
    return CompanyView(
        name=dossier.company.name,
        href=render.link(links.company_url(dossier.company.slug)),
        about=scope_of(render, dossier),
        as_of=render.newest(dossier.sources),
        figures=tuple(figure_view(render, fact) for fact in dossier.key_facts),
    )


def _companies_context(render: RenderContext, board: Board[Dossier]) -> CompaniesContext:
    """The companies of one letter."""
    return companies_context(
        render,
        board,
        render.say(words.pages.HOME),
        render.say(words.lists.ABOUT_COMPANIES),
        home_trail(render),
    )


def _home_pages(build: BuildContext) -> Iterator[Planned]:
    limits = build.settings.limits
    case = company_case(build, addresses.COMPANIES_BY_NAME, limits.entries, limits.names)
    yield Planned(addresses.HOME, partial(home_context, case=case))
    yield from shelved(_companies_context, case)


HOME = Family(_home_pages)
