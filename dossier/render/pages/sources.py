"""The contexts of the pages about sources: the list of all, and each with everything that
rests on it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import groupby

from markupsafe import Markup, escape

from dossier.model import addresses
from dossier.model.addresses import Ids
from dossier.model.claims import Claim, Reference
from dossier.model.dates import PartialDate
from dossier.model.dossiers import Dossier, MergedFact, SourceEntry
from dossier.model.sources import Body, Origin, Source
from dossier.render.entities.companies import company_shelves
from dossier.render.evidence.citations import (
    authors,
    citation,
    cited_as,
    heading,
    short_name,
)
from dossier.render.evidence.notes import place_in
from dossier.render.evidence.sources import source_views
from dossier.render.evidence.views import OriginView, SourceView
from dossier.render.facts.claims import period, rank
from dossier.render.facts.facts import figure_view, leading_first, overview
from dossier.render.facts.views import DetailView
from dossier.render.language import words
from dossier.render.language.phrases import Phrase
from dossier.render.lists.portions import Portion, portion_title, portions, portions_view
from dossier.render.lists.shelves import (
    Board,
    Case,
    Shelf,
    board_title,
    board_view,
    case_of,
    case_view,
)
from dossier.render.lists.views import PortionsView
from dossier.render.pages.companies import CompaniesContext, companies_context
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.families import Family, Planned, portioned, shelved
from dossier.render.pages.standing import found_of
from dossier.render.pages.trails import Trail, home_trail, sources_trail
from dossier.render.pages.views import LocatedView, UsedAnswerView, UseGroupView, UseView
from dossier.render.prose.prose import ProseView
from dossier.render.repository.backlinks import source_backlinks
from dossier.render.repository.views import BackLinksView
from dossier.render.search.entries import (
    Entry,
    as_of_day,
    filled_in,
    joined,
    narrowed_by,
    words_of,
    years_in,
)
from dossier.render.site import links
from dossier.render.site.render_context import BuildContext, RenderContext
from dossier.render.site.views import LinkView


@dataclass(frozen=True, kw_only=True)
class SourcesContext(PageContext):
    """All sources."""

    portions: PortionsView | None
    sources: tuple[SourceView, ...]


def sources_context(
    render: RenderContext, case: Case[SourceEntry] | None
) -> SourcesContext:
    """All sources of the site, or where there are too many for a page the ways to their
    years.
    """
    entries = () if case else tuple(render.site.sources.values())
    context = _list(
        render,
        entries,
        render.say(words.pages.SOURCES),
        home_trail(render),
        case_view(render, case) if case else None,
    )
    return replace(context, as_of=render.as_of_all)


def sources_shelf_context(
    render: RenderContext, board: Board[SourceEntry]
) -> SourcesContext:
    """The sources of a year."""
    title = board_title(render, render.say(words.pages.SOURCES), board)
    context = _list(
        render, board.items, title, sources_trail(render), board_view(render, board)
    )
    return replace(context, description=board_title(render, context.description, board))


def _list(
    render: RenderContext,
    entries: tuple[SourceEntry, ...],
    title: str,
    trail: Trail,
    portions: PortionsView | None,
) -> SourcesContext:
    sources = [entry.source for entry in entries]
    return SourcesContext(
        here=render.here,
        title=title,
        description=render.say(words.pages.ABOUT_SOURCES),
        trail=trail,
        as_of=render.newest(sources),
        portions=portions,
        sources=source_views(
            render, sources, {entry.source.id: len(entry.facts) for entry in entries}
        ),
    )


@dataclass(frozen=True, kw_only=True)
class SourceContext(PageContext):
    """A source with all that rests on it."""

    citation: Markup
    details: tuple[DetailView, ...]
    inferences: tuple[DetailView, ...]
    summary: ProseView
    is_text: bool
    # Whether the summary is none: the source itself stands there.
    origins: tuple[OriginView, ...]
    groups: tuple[UseGroupView, ...]
    portions: PortionsView | None
    cited_by: tuple[LinkView, ...]
    cited_ways: PortionsView | None
    # The ways to those that cite it, where they are too many to stand here.
    backlinks: BackLinksView | None


def source_context(
    render: RenderContext,
    entry: SourceEntry,
    portion: Portion[MergedFact],
    cited: Case[Dossier] | None,
) -> SourceContext:
    """One source, with some of the facts that rest on it."""
    source = entry.source
    return SourceContext(
        here=render.here,
        title=portion_title(render, heading(source, render.language), portion),
        description=portion_title(render, _about(render, entry), portion),
        trail=sources_trail(render),
        as_of=render.newest([source]),
        citation=cited_as(render, source),
        details=tuple(_details(render, source)),
        inferences=tuple(_inferences(render, source)),
        summary=overview(
            render, source.summary, render.site.wording.of_source(source.id).sentences
        ),
        is_text=source.body is Body.TEXT,
        origins=tuple(_origin(render, origin) for origin in entry.origins),
        groups=tuple(_groups(render, source, portion)),
        portions=portions_view(render, links.source_url(source.id), portion),
        backlinks=source_backlinks(render, source),
        cited_by=()
        if cited
        else tuple(_narrative(render, slug) for slug in entry.cited_by),
        cited_ways=case_view(render, cited) if cited else None,
    )


def _about(render: RenderContext, entry: SourceEntry) -> str:
    named = cited_as(render, entry.source).striptags()
    return render.say(
        words.pages.ABOUT_SOURCE,
        source=named,
        scope=render.count(len(entry.facts), words.counts.FACTS),
    )


def _cited_context(
    render: RenderContext, board: Board[Dossier], source: Source
) -> CompaniesContext:
    """The companies of one letter whose narratives cite a source."""
    title = heading(source, render.language)
    trail = (
        *sources_trail(render),
        LinkView(title, render.link(links.source_url(source.id))),
    )
    about = render.say(
        words.sources.ABOUT_CITED, source=citation(source, render.language).striptags()
    )
    return companies_context(
        render, board, render.say(words.sources.CITED_IN), about, trail
    )


def _inferences(render: RenderContext, source: Source) -> Iterator[DetailView]:
    """How we came to the dates that it does not give in full."""
    for key, why in sorted(source.inferred.items()):
        yield DetailView(render.say(words.sources.INFERRED_KEYS[key]), escape(why))


def _details(render: RenderContext, source: Source) -> Iterator[DetailView]:
    """What is known about a source, and what is not."""
    for label, text in (
        (words.sources.TYPE, render.say(words.sources.SOURCE_TYPES[source.type])),
        (words.sources.TITLE, source.title),
        (words.sources.AUTHORS, authors(source, render.language)),
        (words.sources.OUTLET, source.container),
        (words.sources.PUBLISHER, source.publisher),
    ):
        yield _detail(render, label, escape(text))
    yield _detail(
        render,
        words.sources.ISSUED,
        _date(render, source.issued, "issued" in source.inferred),
    )
    yield _detail(render, words.sources.ADDRESS, _web(source.url))
    yield from (detail for detail in _extras(render, source) if detail.value)


def _extras(render: RenderContext, source: Source) -> Iterator[DetailView]:
    """What is shown only where it is there."""
    yield DetailView(render.say(words.sources.ARCHIVE), _web(source.archive))
    yield DetailView(
        render.say(words.sources.ACCESSED),
        _date(render, source.accessed, "accessed" in source.inferred),
    )
    yield DetailView(render.say(words.sources.CREDIT), escape(source.credit))
    yield DetailView(
        render.say(words.sources.LANGUAGE),
        escape(render.write.language_name(source.language)),
    )
    yield DetailView(render.say(words.sources.LICENCE), escape(source.licence))
    yield DetailView(render.say(words.sources.INTEGRITY), escape(source.integrity))


def _detail(render: RenderContext, label: Phrase, value: Markup) -> DetailView:
    return DetailView(
        render.say(label), value or render.fill(words.sources.UNKNOWN), bool(value)
    )


def _date(render: RenderContext, when: PartialDate | None, inferred: bool) -> Markup:
    return render.write.date(when, inferred) if when else Markup()


def _web(url: str) -> Markup:
    if not links.is_web(url):
        return Markup()
    return Markup('<a href="{}" rel="external">{}</a>').format(url, url)


def _origin(render: RenderContext, origin: Origin) -> OriginView:
    return OriginView(
        name=origin.name,
        kind=render.say(words.sources.ORIGIN_KINDS[origin.kind]),
        issued=_date(render, origin.issued, "issued" in origin.inferred),
        note=origin.note,
        inference=origin.inferred.get("issued", ""),
    )


def _groups(
    render: RenderContext, source: Source, portion: Portion[MergedFact]
) -> Iterator[UseGroupView]:
    """The facts that rest on a source; they come in order of their companies."""
    for slug, facts in groupby(portion.items, key=lambda fact: fact.id.company):
        yield UseGroupView(
            render.company_link(slug),
            tuple(_use(render, fact, source.id) for fact in facts),
        )


def _use(render: RenderContext, fact: MergedFact, source: str) -> UseView:
    """A fact by the answers that the source itself gives: where sources differ, the leading
    one may be another's.
    """
    return UseView(
        label=fact.fact.label,
        href=render.link(links.fact_url(fact.id)),
        answers=tuple(
            _used(render, fact, claim, references)
            for claim in leading_first(fact)
            if (references := [one for one in claim.references if one.source == source])
        ),
    )


def _used(
    render: RenderContext, fact: MergedFact, claim: Claim, references: Iterable[Reference]
) -> UsedAnswerView:
    inferred = (fact.property.date_key or "") in claim.inferred
    return UsedAnswerView(
        figure=figure_view(render, fact, claim),
        rank=rank(render, claim),
        happened=_date(render, fact.property.date_of(claim.value), inferred)
        or period(render, claim),
        quotes=tuple(
            dict.fromkeys(LocatedView(one.quote, _where(render, one)) for one in references)
        ),
    )


def _where(render: RenderContext, reference: Reference) -> str:
    """What must be said of a quote for it to say anything: of a number, its table; of a
    passage without words, its place.
    """
    return (
        place_in(render, reference.locator)
        if reference.locator.is_cell or not reference.quote
        else ""
    )


def _narrative(render: RenderContext, slug: str) -> LinkView:
    return LinkView(
        render.site.dossiers[slug].company.name,
        render.link(f"{links.company_url(slug)}#overview"),
    )


def _entries(render: RenderContext, ids: Ids) -> Iterator[Entry]:
    """What a search finds of a source."""
    entry = render.site.sources[ids[0]]
    source = entry.source
    yield Entry(
        url=links.source_url(source.id),
        text=joined(
            words_of(citation(source, render.language)),
            words_of(overview(render, source.summary).__html__()),
        ),
        shown=filled_in(
            title=heading(source, render.language),
            kind=render.say(words.search.SOURCE_FOUND),
            value=render.count(len(entry.facts), words.sources.RESTING),
            as_of=as_of_day(render, render.newest([source])),
        ),
        filters=narrowed_by(
            kind=(render.say(words.search.SOURCE_FOUND),),
            source=(short_name(source, render.language),),
            company=tuple(
                dict.fromkeys(
                    render.site.dossiers[fact.id.company].company.name
                    for fact in entry.facts
                )
            ),
            year=tuple(years_in(source.issued)) if source.issued else (),
        ),
    )


def _case(build: BuildContext) -> Case[SourceEntry] | None:
    """The years of all sources, the latest first; those of no certain year stand at the
    end.
    """
    found: dict[int, list[SourceEntry]] = defaultdict(list)
    for entry in sorted(build.site.sources.values(), key=_when):
        found[_year(entry.source.issued)].append(entry)
    unknown = build.settings.language.say(words.sources.NO_YEAR)
    shelves = [
        Shelf(str(year or "unknown"), str(year or unknown), tuple(found[year]))
        for year in sorted(found, reverse=True)
    ]
    size = build.settings.limits.entries
    return case_of(
        addresses.SOURCES_BY_YEAR,
        shelves,
        size,
        words.counts.SOURCES_COUNTED,
        words.lists.BY_YEAR,
    )


def _when(entry: SourceEntry) -> tuple[date, str]:
    """Sources of a year in the order in which they came out, so that a new one is the last."""
    issued = entry.source.issued
    return issued.earliest if issued else date.min, entry.source.id


def _year(issued: PartialDate | None) -> int:
    """The year of a date, where it is certain; else 0."""
    return (
        issued.earliest.year if issued and issued.earliest.year == issued.latest.year else 0
    )


def _pages(build: BuildContext) -> Iterator[Planned]:
    size = build.settings.limits.facts
    case = _case(build)
    listing, find = partial(sources_context, case=case), found_of(addresses.SOURCES)
    yield Planned(addresses.SOURCES, listing, find=find)
    yield from shelved(sources_shelf_context, case)
    for id, entry in build.site.sources.items():
        cited = _cited(build, entry)
        make = partial(source_context, entry=entry, cited=cited)
        parts = portions(entry.facts, size)
        yield from portioned(addresses.SOURCE, (id,), make, parts, _entries)
        yield from shelved(partial(_cited_context, source=entry.source), cited)


def _cited(build: BuildContext, entry: SourceEntry) -> Case[Dossier] | None:
    """The companies whose narratives cite a source, by letter."""
    shelves, size = (
        company_shelves(build.site.dossiers[slug] for slug in entry.cited_by),
        build.settings.limits.entries,
    )
    return case_of(
        addresses.CITED_BY_NAME,
        shelves,
        size,
        words.counts.COMPANIES_COUNTED,
        words.lists.BY_LETTER,
        ids=(entry.source.id,),
    )


SOURCES = Family(_pages)
