"""The contexts of a company's own pages: its dossier and its timelines."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from dossier.model.addresses import (
    ALL_EVENTS,
    DOSSIER,
    MENTIONS_BY_NAME,
    TIMELINE,
    YEARS,
    years_of,
)
from dossier.model.dossiers import Dossier, MergedFact, MergedTimeline
from dossier.render.entities.companies import scope_of
from dossier.render.entities.people import people_views
from dossier.render.entities.relations import relations_view
from dossier.render.entities.views import PersonView, RelationsView
from dossier.render.evidence.letters import letters_of
from dossier.render.evidence.notes import Notes
from dossier.render.evidence.sources import CitedSources
from dossier.render.facts.briefs import (
    brief_figure,
    brief_line,
    introducing,
    key_figures,
    topic_briefs,
)
from dossier.render.facts.differing import Differences, differences, undisputed
from dossier.render.facts.facts import figure_view, overview
from dossier.render.facts.lines import usual_of
from dossier.render.facts.promises import promise_lines, promises_in
from dossier.render.facts.situation import situation
from dossier.render.facts.views import FigureView, PromiseLineView, TopicBriefView
from dossier.render.language import words
from dossier.render.language.phrases import Phrase
from dossier.render.lists.portions import Portion, portion_title, portions, portions_view
from dossier.render.lists.shelves import (
    Board,
    Case,
    board_title,
    board_view,
    by_letter,
    case_of,
    case_view,
)
from dossier.render.lists.views import PortionsView
from dossier.render.pages.citing import page_citation
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.dossier_entries import dossier_entries, timeline_entries
from dossier.render.pages.embeds import embed_pages
from dossier.render.pages.facts import fact_pages
from dossier.render.pages.families import Family, Planned, portioned, shelved
from dossier.render.pages.ledgers import ledger_pages, ledger_place
from dossier.render.pages.trails import company_trail, home_trail
from dossier.render.prose.prose import ProseView
from dossier.render.site import links
from dossier.render.site.render_context import BuildContext, RenderContext
from dossier.render.site.views import LinkView
from dossier.render.timelines.choices import filter_view
from dossier.render.timelines.events import event_views, timeline_views
from dossier.render.timelines.moments import Moments, moments_of
from dossier.render.timelines.periods import period_views, year_links
from dossier.render.timelines.strip import strip_view
from dossier.render.timelines.views import PeriodView, SiftView, StripView, TimelineView

PROMISES = 8
"""Lines of promises in a dossier; all of them are on the page of promises."""


@dataclass(frozen=True, kw_only=True)
class DossierContext(PageContext):
    """A company, as one reads it to the end."""

    also_known_as: str
    who: tuple[FigureView, ...]
    # What introduces it.
    relations: tuple[RelationsView, ...]
    situation: tuple[Markup, ...]
    # Sentences on the whole page.
    figures: tuple[FigureView, ...]
    contents: tuple[LinkView, ...]
    ledger: LinkView
    overview: ProseView
    promises: tuple[PromiseLineView, ...]
    promises_left: str
    differences: Differences
    undisputed: tuple[str, ...]
    # In sentences.
    differences_left: str
    moments: Moments
    moments_left: str
    # What is not shown; empty where all is.
    timelines: tuple[TimelineView, ...]
    topics: tuple[TopicBriefView, ...]
    people: tuple[PersonView, ...]
    mentions: tuple[tuple[LinkView, tuple[LinkView, ...]], ...]
    # The facts of other dossiers that name it, by dossier.
    mention_ways: PortionsView | None
    # The ways to them, where they are too many to stand here.
    sources: CitedSources
    data_href: str
    cite_as: str
    # The citation of the page, as text.
    notes: Notes


def dossier_context(
    render: RenderContext, dossier: Dossier, named: Case[MergedFact] | None
) -> DossierContext:
    """What there is to read about one company; its ledger has all there is to know."""
    company, letters = dossier.company, letters_of(dossier)
    usual = usual_of(render, dossier.facts, letters)
    differing, moments = (
        differences(render, dossier, usual),
        moments_of(render, dossier.timeline, company.slug, usual),
    )
    promised = promise_lines(render, promises_in(render, company.slug), usual)
    made = DossierContext(
        here=render.here,
        title=company.name,
        description=render.say(
            words.pages.ABOUT_COMPANY, name=company.name, scope=scope_of(render, dossier)
        ),
        trail=home_trail(render),
        as_of=render.newest(dossier.sources),
        also_known_as=render.language.series(company.also_known_as),
        who=tuple(brief_line(render, fact, usual) for fact in introducing(dossier)),
        relations=relations_view(render, company.slug, with_roles=False),
        situation=situation(render, dossier, usual),
        figures=tuple(brief_figure(render, fact, usual) for fact in key_figures(dossier)),
        contents=(),
        ledger=_ledger_link(render, dossier),
        overview=overview(
            render, company.overview, render.site.wording.of_company(company.slug).sentences
        ),
        promises=promised[:PROMISES],
        promises_left=_left(render, words.promises.PROMISES_SHOWN, PROMISES, len(promised)),
        differences=differing,
        undisputed=undisputed(render, dossier),
        differences_left=_left(
            render, words.briefs.DIFFERENCES_SHOWN, differing.facts, differing.all
        ),
        moments=moments,
        moments_left=(
            ""
            if moments.are_all
            else render.say(words.briefs.LATEST_DATES, events=_events(render, dossier))
        ),
        timelines=timeline_views(render, dossier),
        topics=tuple(
            topic_briefs(render, dossier, ledger_place(render.build, dossier), usual)
        ),
        people=people_views(render, dossier, usual),
        mentions=() if named else tuple(_mentioned(render, dossier.mentions)),
        mention_ways=case_view(render, named) if named else None,
        sources=CitedSources(render, dossier.sources, _uses(dossier), letters),
        data_href=render.link(links.data_url(company.slug)),
        cite_as=page_citation(render, company.name),
        notes=Notes(render, letters, usual.proof),
    )
    return replace(made, contents=tuple(_contents(render, made)))


@dataclass(frozen=True, kw_only=True)
class MentionsContext(PageContext):
    """Facts of other dossiers that name a company."""

    portions: PortionsView
    mentions: tuple[tuple[LinkView, FigureView], ...]
    notes: Notes


def mentions_context(
    render: RenderContext, board: Board[MergedFact], slug: str
) -> MentionsContext:
    """What the dossiers of one letter tell of a company."""
    sources = dict.fromkeys(id for fact in board.items for id in fact.sources)
    return MentionsContext(
        here=render.here,
        title=board_title(render, render.say(words.pages.MENTIONS), board),
        description=board_title(
            render,
            render.say(
                words.pages.ABOUT_MENTIONS, name=render.site.dossiers[slug].company.name
            ),
            board,
        ),
        trail=company_trail(render, slug),
        as_of=render.newest(map(render.source, sources)),
        portions=board_view(render, board),
        mentions=_mentions(render, board.items),
        notes=Notes(render),
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
    portions: PortionsView | None
    periods: tuple[PeriodView, ...]
    elsewhere: tuple[str, ...]
    # The places of what stands on the pages behind the first: links from before there were
    # several lead to it still.
    timelines: tuple[TimelineView, ...]
    notes: Notes


def _about(render: RenderContext, name: str, label: str) -> str:
    if not label:
        return render.say(words.pages.ABOUT_EVENTS, name=name)
    return render.say(words.pages.ABOUT_TIMELINE, label=label, name=name)


def timeline_context(
    render: RenderContext,
    dossier: Dossier,
    whole: MergedTimeline,
    portion: Portion[MergedFact],
) -> TimelineContext:
    """Events of one timeline of a company: all of them, or a portion where one page does
    not hold them.
    """
    company, timeline = dossier.company, replace(whole, events=portion.items)
    used = dict.fromkeys(id for event in timeline.events for id in event.sources)
    events = event_views(render, timeline, company.slug)
    periods = period_views(render, timeline, events)
    return TimelineContext(
        here=render.here,
        title=portion_title(
            render, timeline.label or render.say(words.pages.ALL_EVENTS), portion
        ),
        description=portion_title(
            render,
            timeline.description or _about(render, company.name, timeline.label),
            portion,
        ),
        trail=company_trail(render, company.slug),
        as_of=render.newest(map(render.source, used)),
        intro=timeline.description,
        at_a_glance=strip_view(render, timeline, events),
        sift=filter_view(render, events),
        ways=year_links(periods),
        portions=portions_view(
            render,
            links.timeline_url(company.slug, timeline.id),
            portion,
            words.counts.EVENTS,
        ),
        periods=periods,
        elsewhere=_elsewhere(
            whole, portion, company.slug, {period.id for period in periods}
        ),
        timelines=timeline_views(render, dossier),
        notes=Notes(render),
    )


def _elsewhere(
    whole: MergedTimeline, portion: Portion[MergedFact], company: str, here: Collection[str]
) -> tuple[str, ...]:
    """The ids of events and years of a timeline that its first page does not hold."""
    others = whole.events[len(portion.items) :] if portion.is_first else ()
    events = (links.event_anchor(fact.id, company) for fact in others)
    years = (
        YEARS.fill(years_of(fact.property.date_of(fact.leading.value))) for fact in others
    )
    return tuple(dict.fromkeys(id for id in (*events, *years) if id not in here))


def _contents(render: RenderContext, made: DossierContext) -> Iterator[LinkView]:
    """The parts of a dossier that are there, in the order of its template."""
    parts = (
        (made.overview, words.pages.OVERVIEW, "#overview"),
        (made.promises, words.promises.WHAT_WAS_PROMISED, "#promised"),
        (made.differences.shown, words.briefs.WHERE_THEY_DIFFER, "#disputed"),
        (made.timelines, words.briefs.TIMELINE, "#timelines"),
        (made.topics, words.briefs.TOPICS, "#topics"),
        (made.people, words.briefs.PEOPLE, "#people"),
        (made.mentions or made.mention_ways, words.pages.MENTIONS, "#mentions"),
        (made.sources.sources, words.briefs.SOURCES_AND_NOTES, "#sources"),
    )
    yield from (
        LinkView(render.say(label), href) for is_there, label, href in parts if is_there
    )
    yield made.ledger


def _ledger_link(render: RenderContext, dossier: Dossier) -> LinkView:
    label = render.count(len(dossier.facts), words.briefs.ALL_FACTS)
    return LinkView(label, render.link(links.ledger_url(dossier.company.slug)))


def _left(render: RenderContext, phrase: Phrase, shown: int, every: int) -> str:
    number = render.language.number
    return (
        render.say(phrase, shown=number(shown), all=number(every)) if shown < every else ""
    )


def _events(render: RenderContext, dossier: Dossier) -> str:
    return render.count(len(dossier.timeline.events), words.counts.EVENTS)


def _uses(dossier: Dossier) -> Counter[str]:
    """How many facts rest on each source."""
    return Counter(id for fact in dossier.facts for id in fact.sources)


def _mentioned(
    render: RenderContext, facts: Iterable[MergedFact]
) -> Iterator[tuple[LinkView, tuple[LinkView, ...]]]:
    """The facts that name a company, by the dossiers that hold them."""
    found: dict[str, list[LinkView]] = {}
    for fact in facts:
        found.setdefault(fact.id.company, []).append(
            LinkView(fact.fact.label, render.link(links.fact_url(fact.id)))
        )
    yield from ((render.company_link(slug), tuple(facts)) for slug, facts in found.items())


def _mentions(
    render: RenderContext, facts: Iterable[MergedFact]
) -> tuple[tuple[LinkView, FigureView], ...]:
    return tuple(
        (render.company_link(fact.id.company), figure_view(render, fact)) for fact in facts
    )


def _named(build: BuildContext, dossier: Dossier) -> Case[MergedFact] | None:
    """The facts of others that name a company, by the letters of these."""
    dossiers = build.site.dossiers
    shelves = by_letter(
        dossier.mentions,
        lambda fact: (dossiers[fact.id.company].company.name, fact.id.company),
    )
    size = build.settings.limits.facts
    return case_of(
        MENTIONS_BY_NAME,
        shelves,
        size,
        words.counts.FACTS,
        words.lists.BY_LETTER,
        ids=(dossier.company.slug,),
    )


def _pages(build: BuildContext) -> Iterator[Planned]:
    for slug, dossier in build.site.dossiers.items():
        named = _named(build, dossier)
        whole = partial(dossier_context, dossier=dossier, named=named)
        yield Planned(DOSSIER, whole, (slug,), find=dossier_entries)
        yield from ledger_pages(build, dossier)
        yield from shelved(partial(mentions_context, slug=slug), named)
        for timeline in (dossier.timeline, *dossier.timelines):
            if timeline.events:
                make = partial(timeline_context, dossier=dossier, whole=timeline)
                kind, ids = (
                    (TIMELINE, (slug, timeline.id))
                    if timeline.id
                    else (ALL_EVENTS, (slug,))
                )
                parts = portions(timeline.events, build.settings.limits.events)
                yield from portioned(kind, ids, make, parts, timeline_entries)
        yield from fact_pages(dossier)
        yield from embed_pages(build.site, dossier)


DOSSIERS = Family(_pages)
