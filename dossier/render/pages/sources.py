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
from dossier.model.claims import Claim, Reference
from dossier.model.dates import PartialDate
from dossier.model.dossiers import Dossier, MergedFact, SourceEntry
from dossier.model.sources import Body, Origin, Source
from dossier.render.entities.companies import company_shelves
from dossier.render.evidence.citations import authors, citation, heading, short_name
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
from dossier.render.pages.trails import Trail, home_trail, sources_trail
from dossier.render.pages.views import LocatedView, UsedAnswerView, UseGroupView, UseView
from dossier.render.prose.prose import ProseView
from dossier.render.repository.backlinks import source_backlinks
from dossier.render.repository.views import BackLinksView
from dossier.render.search.entries import (
    Entry,
    as_of_day,
    entry_sheet,
    filled_in,
    joined,
    narrowed_by,
    words_of,
    years_in,
)
from dossier.render.site import links
from dossier.render.site.sheets import Book, Sheet
from dossier.render.site.views import LinkView


@dataclass(frozen=True, kw_only=True)
class SourcesContext(PageContext):
    """All sources."""

    portions: PortionsView | None
    sources: tuple[SourceView, ...]


def sources_context(sheet: Sheet, case: Case[SourceEntry] | None) -> SourcesContext:
    """All sources of the site, or where there are too many for a page the ways to their
    years.
    """
    entries = () if case else tuple(sheet.site.sources.values())
    context = _list(
        sheet,
        entries,
        sheet.say(words.pages.SOURCES),
        home_trail(sheet),
        case_view(sheet, case) if case else None,
    )
    return replace(
        context, as_of=sheet.newest(entry.source for entry in sheet.site.sources.values())
    )


def sources_shelf_context(sheet: Sheet, board: Board[SourceEntry]) -> SourcesContext:
    """The sources of a year."""
    title = board_title(sheet, sheet.say(words.pages.SOURCES), board)
    context = _list(
        sheet, board.items, title, sources_trail(sheet), board_view(sheet, board)
    )
    return replace(context, description=board_title(sheet, context.description, board))


def _list(
    sheet: Sheet,
    entries: tuple[SourceEntry, ...],
    title: str,
    trail: Trail,
    portions: PortionsView | None,
) -> SourcesContext:
    sources = [entry.source for entry in entries]
    return SourcesContext(
        here=sheet.here,
        title=title,
        description=sheet.say(words.pages.ABOUT_SOURCES),
        trail=trail,
        as_of=sheet.newest(sources),
        portions=portions,
        sources=source_views(
            sheet, sources, {entry.source.id: len(entry.facts) for entry in entries}
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
    sheet: Sheet,
    entry: SourceEntry,
    portion: Portion[MergedFact],
    cited: Case[Dossier] | None,
) -> SourceContext:
    """One source, with some of the facts that rest on it."""
    source = entry.source
    return SourceContext(
        here=sheet.here,
        title=portion_title(sheet, heading(source, sheet.language), portion),
        description=portion_title(sheet, _about(sheet, entry), portion),
        trail=sources_trail(sheet),
        as_of=sheet.newest([source]),
        citation=citation(source, sheet.language),
        details=tuple(_details(sheet, source)),
        inferences=tuple(_inferences(sheet, source)),
        summary=overview(
            sheet, source.summary, sheet.site.wording.of_source(source.id).sentences
        ),
        is_text=source.body is Body.TEXT,
        origins=tuple(_origin(sheet, origin) for origin in entry.origins),
        groups=tuple(_groups(sheet, source, portion)),
        portions=portions_view(sheet, links.source_url(source.id), portion),
        backlinks=source_backlinks(sheet, source),
        cited_by=() if cited else tuple(_narrative(sheet, slug) for slug in entry.cited_by),
        cited_ways=case_view(sheet, cited) if cited else None,
    )


def _about(sheet: Sheet, entry: SourceEntry) -> str:
    named = citation(entry.source, sheet.language).striptags()
    return sheet.say(
        words.pages.ABOUT_SOURCE,
        source=named,
        scope=sheet.count(len(entry.facts), words.counts.FACTS),
    )


def _cited_context(sheet: Sheet, board: Board[Dossier], source: Source) -> CompaniesContext:
    """The companies of one letter whose narratives cite a source."""
    title = heading(source, sheet.language)
    trail = (
        *sources_trail(sheet),
        LinkView(title, sheet.link(links.source_url(source.id))),
    )
    about = sheet.say(
        words.sources.ABOUT_CITED, source=citation(source, sheet.language).striptags()
    )
    return companies_context(sheet, board, sheet.say(words.sources.CITED_IN), about, trail)


def _inferences(sheet: Sheet, source: Source) -> Iterator[DetailView]:
    """How we came to the dates that it does not give in full."""
    for key, why in sorted(source.inferred.items()):
        yield DetailView(sheet.say(words.sources.INFERRED_KEYS[key]), escape(why))


def _details(sheet: Sheet, source: Source) -> Iterator[DetailView]:
    """What is known about a source, and what is not."""
    for label, text in (
        (words.sources.TYPE, sheet.say(words.sources.SOURCE_TYPES[source.type])),
        (words.sources.TITLE, source.title),
        (words.sources.AUTHORS, authors(source, sheet.language)),
        (words.sources.OUTLET, source.container),
        (words.sources.PUBLISHER, source.publisher),
    ):
        yield _detail(sheet, label, escape(text))
    yield _detail(
        sheet,
        words.sources.ISSUED,
        _date(sheet, source.issued, "issued" in source.inferred),
    )
    yield _detail(sheet, words.sources.ADDRESS, _web(source.url))
    yield from (detail for detail in _extras(sheet, source) if detail.value)


def _extras(sheet: Sheet, source: Source) -> Iterator[DetailView]:
    """What is shown only where it is there."""
    yield DetailView(sheet.say(words.sources.ARCHIVE), _web(source.archive))
    yield DetailView(
        sheet.say(words.sources.ACCESSED),
        _date(sheet, source.accessed, "accessed" in source.inferred),
    )
    yield DetailView(sheet.say(words.sources.CREDIT), escape(source.credit))
    yield DetailView(
        sheet.say(words.sources.LANGUAGE),
        escape(sheet.write.language_name(source.language)),
    )
    yield DetailView(sheet.say(words.sources.LICENCE), escape(source.licence))
    yield DetailView(sheet.say(words.sources.INTEGRITY), escape(source.integrity))


def _detail(sheet: Sheet, label: Phrase, value: Markup) -> DetailView:
    return DetailView(
        sheet.say(label), value or sheet.fill(words.sources.UNKNOWN), bool(value)
    )


def _date(sheet: Sheet, when: PartialDate | None, inferred: bool) -> Markup:
    return sheet.write.date(when, inferred) if when else Markup()


def _web(url: str) -> Markup:
    if not links.is_web(url):
        return Markup()
    return Markup('<a href="{}" rel="external noopener noreferrer">{}</a>').format(url, url)


def _origin(sheet: Sheet, origin: Origin) -> OriginView:
    return OriginView(
        name=origin.name,
        kind=sheet.say(words.sources.ORIGIN_KINDS[origin.kind]),
        issued=_date(sheet, origin.issued, "issued" in origin.inferred),
        note=origin.note,
        inference=origin.inferred.get("issued", ""),
    )


def _groups(
    sheet: Sheet, source: Source, portion: Portion[MergedFact]
) -> Iterator[UseGroupView]:
    """The facts that rest on a source; they come in order of their companies."""
    for slug, facts in groupby(portion.items, key=lambda fact: fact.id.company):
        yield UseGroupView(
            sheet.company_link(slug), tuple(_use(sheet, fact, source.id) for fact in facts)
        )


def _use(sheet: Sheet, fact: MergedFact, source: str) -> UseView:
    """A fact by the answers that the source itself gives: where sources differ, the leading
    one may be another's.
    """
    return UseView(
        label=fact.fact.label,
        href=sheet.link(links.fact_url(fact.id)),
        answers=tuple(
            _used(sheet, fact, claim, references)
            for claim in leading_first(fact)
            if (references := [one for one in claim.references if one.source == source])
        ),
    )


def _used(
    sheet: Sheet, fact: MergedFact, claim: Claim, references: Iterable[Reference]
) -> UsedAnswerView:
    inferred = (fact.property.date_key or "") in claim.inferred
    return UsedAnswerView(
        figure=figure_view(sheet, fact, claim),
        rank=rank(sheet, claim),
        happened=_date(sheet, fact.property.date_of(claim.value), inferred)
        or period(sheet, claim),
        quotes=tuple(
            dict.fromkeys(LocatedView(one.quote, _where(sheet, one)) for one in references)
        ),
    )


def _where(sheet: Sheet, reference: Reference) -> str:
    """What must be said of a quote for it to say anything: of a number, its table; of a
    passage without words, its place.
    """
    return (
        place_in(sheet, reference.locator)
        if reference.locator.is_cell or not reference.quote
        else ""
    )


def _narrative(sheet: Sheet, slug: str) -> LinkView:
    return LinkView(
        sheet.site.dossiers[slug].company.name,
        sheet.link(f"{links.company_url(slug)}#overview"),
    )


def _entry(sheet: Sheet, entry: SourceEntry) -> Entry:
    source = entry.source
    return Entry(
        url=links.source_url(source.id),
        text=joined(
            words_of(citation(source, sheet.language)),
            words_of(overview(sheet, source.summary).__html__()),
        ),
        shown=filled_in(
            title=heading(source, sheet.language),
            kind=sheet.say(words.search.SOURCE_FOUND),
            value=sheet.count(len(entry.facts), words.sources.RESTING),
            as_of=as_of_day(sheet, sheet.newest([source])),
        ),
        filters=narrowed_by(
            kind=(sheet.say(words.search.SOURCE_FOUND),),
            source=(short_name(source, sheet.language),),
            company=tuple(
                dict.fromkeys(
                    sheet.site.dossiers[fact.id.company].company.name
                    for fact in entry.facts
                )
            ),
            year=tuple(years_in(source.issued)) if source.issued else (),
        ),
    )


def _case(book: Book) -> Case[SourceEntry] | None:
    """The years of all sources, the latest first; those of no certain year stand at the
    end.
    """
    found: dict[int, list[SourceEntry]] = defaultdict(list)
    for entry in sorted(book.site.sources.values(), key=_when):
        found[_year(entry.source.issued)].append(entry)
    unknown = book.settings.language.say(words.sources.NO_YEAR)
    shelves = [
        Shelf(str(year or "unknown"), str(year or unknown), tuple(found[year]))
        for year in sorted(found, reverse=True)
    ]
    size = book.settings.limits.entries
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


def _pages(book: Book) -> Iterator[Planned]:
    size = book.settings.limits.facts
    case = _case(book)
    yield Planned(addresses.SOURCES, partial(sources_context, case=case))
    yield from shelved(sources_shelf_context, case)
    for id, entry in book.site.sources.items():
        cited = _cited(book, entry)
        make = partial(source_context, entry=entry, cited=cited)
        yield from portioned(addresses.SOURCE, (id,), make, portions(entry.facts, size))
        yield from shelved(partial(_cited_context, source=entry.source), cited)


def _cited(book: Book, entry: SourceEntry) -> Case[Dossier] | None:
    """The companies whose narratives cite a source, by letter."""
    shelves, size = (
        company_shelves(book.site.dossiers[slug] for slug in entry.cited_by),
        book.settings.limits.entries,
    )
    return case_of(
        addresses.CITED_BY_NAME,
        shelves,
        size,
        words.counts.COMPANIES_COUNTED,
        words.lists.BY_LETTER,
        ids=(entry.source.id,),
    )


def _entries(book: Book) -> Iterator[Entry]:
    return (_entry(entry_sheet(book), entry) for entry in book.site.sources.values())


SOURCES = Family(_pages, _entries)
