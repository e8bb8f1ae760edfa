"""The contexts of a company's own pages: its dossier and its timelines."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from dossier.model.addresses import ALL_EVENTS, DOSSIER, MENTIONS_BY_NAME, TIMELINE
from dossier.model.agreement import Agreement
from dossier.model.dossiers import Dossier, MergedFact, MergedTimeline
from dossier.render.charts.choosing import section_pictures, sums_chart
from dossier.render.frame import links
from dossier.render.frame.sheets import Book, Sheet
from dossier.render.language import words
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.fact_entry import fact_entry
from dossier.render.pages.facts import fact_pages
from dossier.render.pages.families import Family, Planned, shelved
from dossier.render.pages.ledgers import ledger_pages
from dossier.render.parts.citing import page_citation
from dossier.render.parts.entries import Entry, as_of_day, entry_sheet, filled_in, joined, narrowed_by, plain
from dossier.render.parts.facts import fact_anchor, figure_view, overview, section_anchor, section_view
from dossier.render.parts.lists import scope_of, source_views
from dossier.render.parts.notes import Notes
from dossier.render.parts.prose import ProseView
from dossier.render.parts.shelves import Board, Case, board_title, board_view, by_letter, case_of, case_view
from dossier.render.parts.standing import standing_views
from dossier.render.parts.trails import company_trail, home_trail
from dossier.render.timelines.choices import filter_view
from dossier.render.timelines.events import event_views, timeline_views
from dossier.render.timelines.periods import period_views, year_links
from dossier.render.timelines.strip import strip_view
from dossier.render.views import (
    ChartView,
    FigureView,
    LinkView,
    PeriodView,
    PortionsView,
    SectionView,
    SiftView,
    SourceView,
    StandingView,
    StripView,
    TimelineView,
)


@dataclass(frozen=True, kw_only=True)
class DossierContext(PageContext):
    """A company."""

    also_known_as: str
    numbers: tuple[StandingView, ...]
    figures: tuple[FigureView, ...]
    contents: tuple[LinkView, ...]
    ledger: LinkView
    overview: ProseView
    disputed: tuple[LinkView, ...]
    sections: tuple[SectionView, ...]
    sums: ChartView | None
    # Its sums of money on one scale.
    timelines: tuple[TimelineView, ...]
    mentions: tuple[tuple[LinkView, FigureView], ...]
    # Each with the company whose dossier tells it.
    mention_ways: PortionsView | None
    # The ways to them, where they are too many to stand here.
    sources: tuple[SourceView, ...]
    data_href: str
    cite_as: str
    # The citation of the page, as text.
    notes: Notes


def dossier_context(sheet: Sheet, dossier: Dossier, named: Case[MergedFact] | None) -> DossierContext:
    """All we publish about one company."""
    company, sums = dossier.company, sums_chart(sheet, dossier.facts)
    return DossierContext(
        here=sheet.here,
        title=company.name,
        description=sheet.say(words.ABOUT_COMPANY, name=company.name, scope=scope_of(sheet, dossier)),
        trail=home_trail(sheet),
        as_of=sheet.newest(dossier.sources),
        also_known_as=sheet.language.series(company.also_known_as),
        numbers=standing_views(sheet, dossier),
        figures=tuple(figure_view(sheet, fact) for fact in dossier.key_facts),
        contents=tuple(_contents(sheet, dossier, sums)),
        ledger=LinkView(sheet.say(words.LEDGER), sheet.link(links.ledger_url(company.slug))),
        overview=overview(sheet, company.overview),
        disputed=_disputed(dossier),
        sections=tuple(_sections(sheet, dossier)),
        sums=sums,
        timelines=timeline_views(sheet, dossier),
        mentions=() if named else _mentions(sheet, dossier.mentions),
        mention_ways=case_view(sheet, named) if named else None,
        sources=source_views(sheet, dossier.sources, Counter(id for fact in dossier.facts for id in fact.sources)),
        data_href=sheet.link(links.data_url(company.slug)),
        cite_as=page_citation(sheet, company.name),
        notes=Notes(sheet),
    )


@dataclass(frozen=True, kw_only=True)
class MentionsContext(PageContext):
    """Facts of other dossiers that name a company."""

    portions: PortionsView
    mentions: tuple[tuple[LinkView, FigureView], ...]
    notes: Notes


def mentions_context(sheet: Sheet, board: Board[MergedFact], slug: str) -> MentionsContext:
    """What the dossiers of one letter tell of a company."""
    sources = dict.fromkeys(id for fact in board.items for id in fact.sources)
    return MentionsContext(
        here=sheet.here,
        title=board_title(sheet, sheet.say(words.MENTIONS), board),
        description=board_title(sheet, sheet.say(words.ABOUT_MENTIONS, name=sheet.site.dossiers[slug].company.name), board),
        trail=company_trail(sheet, slug),
        as_of=sheet.newest(map(sheet.source, sources)),
        portions=board_view(sheet, board),
        mentions=_mentions(sheet, board.items),
        notes=Notes(sheet),
    )


@dataclass(frozen=True, kw_only=True)
class TimelineContext(PageContext):
    """Events in order."""

    intro: str
    at_a_glance: StripView | None
    # None where there is nothing to compare.
    sift: SiftView | None
    # None where nothing tells the events apart.
    ways: tuple[LinkView, ...]
    # To the years, where there are several.
    periods: tuple[PeriodView, ...]
    timelines: tuple[TimelineView, ...]
    notes: Notes


def _about(sheet: Sheet, name: str, label: str) -> str:
    if not label:
        return sheet.say(words.ABOUT_EVENTS, name=name)
    return sheet.say(words.ABOUT_TIMELINE, label=label, name=name)


def timeline_context(sheet: Sheet, dossier: Dossier, timeline: MergedTimeline) -> TimelineContext:
    """Events of one timeline of a company."""
    company = dossier.company
    used = dict.fromkeys(id for event in timeline.events for id in event.sources)
    events = event_views(sheet, timeline, company.slug)
    periods = period_views(sheet, timeline, events)
    return TimelineContext(
        here=sheet.here,
        title=timeline.label or sheet.say(words.ALL_EVENTS),
        description=timeline.description or _about(sheet, company.name, timeline.label),
        trail=company_trail(sheet, company.slug),
        as_of=sheet.newest(map(sheet.source, used)),
        intro=timeline.description,
        at_a_glance=strip_view(sheet, timeline, events),
        sift=filter_view(sheet, events),
        ways=year_links(periods),
        periods=periods,
        timelines=timeline_views(sheet, dossier),
        notes=Notes(sheet),
    )


def _sections(sheet: Sheet, dossier: Dossier) -> Iterator[SectionView]:
    for section in dossier.sections:
        if section.facts:
            yield section_view(sheet, section, section_pictures(sheet, section))


def _contents(sheet: Sheet, dossier: Dossier, sums: ChartView | None) -> Iterator[LinkView]:
    """The parts of a dossier that are there, in the order of its template."""
    if dossier.company.overview.tokens:
        yield LinkView(sheet.say(words.OVERVIEW), "#overview")
    for section in dossier.sections:
        if section.facts:
            yield LinkView(section.label, f"#{section_anchor(section)}")
    if sums:
        yield LinkView(sums.title, "#sums")
    if dossier.timeline.events:
        yield LinkView(sheet.say(words.TIMELINES), "#timelines")
    if dossier.mentions:
        yield LinkView(sheet.say(words.MENTIONS), "#mentions")
    yield LinkView(sheet.say(words.SOURCES), "#sources")
    yield LinkView(sheet.say(words.NOTES), "#notes")


def _disputed(dossier: Dossier) -> tuple[LinkView, ...]:
    """Where sources differ, as ways to the places on this page."""
    differing = (fact for fact in dossier.facts if fact.agreement is Agreement.DIFFERING)
    return tuple(LinkView(fact.fact.label, f"#{fact_anchor(fact.id)}") for fact in differing)


def _mentions(sheet: Sheet, facts: Iterable[MergedFact]) -> tuple[tuple[LinkView, FigureView], ...]:
    return tuple((sheet.company_link(fact.id.company), figure_view(sheet, fact)) for fact in facts)


def _entry(sheet: Sheet, dossier: Dossier) -> Entry:
    company = dossier.company
    told = overview(sheet, company.overview).__html__()
    figures = [figure_view(sheet, fact) for fact in dossier.key_facts]
    return Entry(
        url=links.company_url(company.slug),
        text=joined(
            company.name, *company.also_known_as, *(f"{one.label}: {plain(one.value)}." for one in figures), plain(told)
        ),
        shown=filled_in(
            title=company.name, kind=sheet.say(words.COMPANY_FOUND), as_of=as_of_day(sheet, sheet.newest(dossier.sources))
        ),
        filters=narrowed_by(kind=(sheet.say(words.COMPANY_FOUND),), company=(company.name,)),
    )


def _named(book: Book, dossier: Dossier) -> Case[MergedFact] | None:
    """The facts of others that name a company, by the letters of these."""
    dossiers = book.site.dossiers
    shelves = by_letter(dossier.mentions, lambda fact: (dossiers[fact.id.company].company.name, fact.id.company))
    size = book.settings.limits.facts
    return case_of(MENTIONS_BY_NAME, shelves, size, words.FACTS, words.BY_LETTER, ids=(dossier.company.slug,))


def _pages(book: Book) -> Iterator[Planned]:
    for slug, dossier in book.site.dossiers.items():
        named = _named(book, dossier)
        yield Planned(DOSSIER, partial(dossier_context, dossier=dossier, named=named), (slug,))
        yield from ledger_pages(book, dossier)
        yield from shelved(partial(mentions_context, slug=slug), named)
        for timeline in (dossier.timeline, *dossier.timelines):
            if timeline.events:
                make = partial(timeline_context, dossier=dossier, timeline=timeline)
                kind, ids = (TIMELINE, (slug, timeline.id)) if timeline.id else (ALL_EVENTS, (slug,))
                yield Planned(kind, make, ids)
        yield from fact_pages(dossier)


def _entries(book: Book) -> Iterator[Entry]:
    dossiers = book.site.dossiers.values()
    yield from (_entry(entry_sheet(book), dossier) for dossier in dossiers)
    for dossier in dossiers:
        for section in dossier.sections:
            yield from (fact_entry(entry_sheet(book), dossier, fact, section.label) for fact in section.facts)


DOSSIERS = Family(_pages, _entries)
