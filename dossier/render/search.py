"""What a search can find: each fact, source, company and page as an entry of its own, with what narrows a search down.

An event is the fact that it is: it stands here once, whatever timelines show it. Entries are words; the index is made from
them by `build/search`, and the page that searches it is made in `pages/search.py`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice

from markupsafe import Markup

from dossier.model.agreement import Agreement
from dossier.model.content import SitePage
from dossier.model.dates import PartialDate
from dossier.model.dossiers import Dossier, EntityEntry, MergedFact, Site, SourceEntry
from dossier.render.frame import links
from dossier.render.frame.settings import SiteSettings
from dossier.render.frame.sheets import Book, Sheet
from dossier.render.language import words
from dossier.render.pages.binding import bind
from dossier.render.pages.entities import standing
from dossier.render.parts.citations import citation, heading, short_name
from dossier.render.parts.claims import about, as_of
from dossier.render.parts.facts import fact_anchor, figure_view, overview
from dossier.render.parts.prose import plain_prose
from dossier.render.parts.states import claim_states
from dossier.render.views import StateView

YEARS = 12
"""The longest span of which each year is a way to find the fact; of a longer one the first and the last are."""

MARKS = re.compile(r'<sup class="marks">.*?</sup>', re.DOTALL)


@dataclass(frozen=True)
class Entry:
    """One result."""

    url: str
    # From the root of the site.
    text: str
    # What is searched, besides the title; never empty, for then it would not be found at all.
    shown: Mapping[str, str]
    # What a result says, by the names of places in the template; `title` counts most.
    filters: Mapping[str, tuple[str, ...]]
    # By the names of FILTERS.
    ways: tuple[str, ...] = ()
    # Where else the same thing stands: in its dossier, and in a timeline that shows it.


def search_entries(site: Site, settings: SiteSettings, pages: Mapping[str, SitePage]) -> Iterator[Entry]:
    """Everything that can be found: companies, then what they hold, whom it names, sources, ordinary pages."""
    book = bind(site, settings)
    for dossier in site.dossiers.values():
        yield _company(_sheet(book), dossier)
    for dossier in site.dossiers.values():
        for section in dossier.sections:
            for fact in section.facts:
                yield _fact(_sheet(book), dossier, fact, section.label)
    for named in site.named.values():
        yield _entity(_sheet(book), named)
    for entry in site.sources.values():
        yield _source(_sheet(book), entry)
    for page in pages.values():
        yield _page(_sheet(book), page)


def _sheet(book: Book) -> Sheet:
    return Sheet(book, links.HOME)


def _company(sheet: Sheet, dossier: Dossier) -> Entry:
    company = dossier.company
    told = overview(sheet, company.overview).__html__()
    figures = [figure_view(sheet, fact) for fact in dossier.key_facts]
    return Entry(
        url=links.company_url(company.slug),
        text=_text(
            company.name, *company.also_known_as, *(f"{one.label}: {_plain(one.value)}." for one in figures), _plain(told)
        ),
        shown=_shown(
            title=company.name, kind=sheet.say(words.COMPANY_FOUND), as_of=_as_of(sheet, sheet.newest(dossier.sources))
        ),
        filters=_filters(kind=(sheet.say(words.COMPANY_FOUND),), company=(company.name,)),
    )


def _fact(sheet: Sheet, dossier: Dossier, fact: MergedFact, topic: str) -> Entry:
    claim, company = fact.leading, dossier.company
    figure = figure_view(sheet, fact)
    states = _states(sheet, fact)
    kind = sheet.say(words.EVENT_FOUND if fact.is_event else words.FACT_FOUND)
    return Entry(
        url=links.fact_url(fact.id),
        text=_text(
            company.name, fact.property.label, _plain(figure.about), *_said(sheet, fact), *_quotes(fact), fact.fact.note
        ),
        shown=_shown(
            title=fact.fact.label,
            kind=kind,
            company=company.name,
            topic=topic,
            about=_plain(figure.about),
            value=_plain(figure.value),
            when=_plain(sheet.write.date(fact.happened)) if fact.happened else "",
            as_of=_as_of(sheet, as_of(sheet, claim)),
            states="\n".join(f"{state.kind} {state.label}" for state in states),
        ),
        filters=_filters(
            kind=(kind,),
            company=(company.name,),
            topic=(topic,),
            source=tuple(dict.fromkeys(short_name(sheet.source(id), sheet.language) for id in fact.sources)),
            state=tuple(dict.fromkeys(sheet.say(words.STATES_FOUND[state.kind]) for state in states)),
            year=tuple(_years(fact)),
        ),
        ways=(f"{links.company_url(company.slug)}#{fact_anchor(fact.id)}", *islice(_timelines(sheet, fact), 1)),
    )


def _entity(sheet: Sheet, entry: EntityEntry) -> Entry:
    entity, kind = entry.entity, sheet.say(words.ENTITY_KINDS[entry.entity.kind])
    sources = dict.fromkeys(id for fact in entry.facts for id in fact.sources)
    return Entry(
        url=links.entity_url(entity.id),
        text=_text(entity.name, *(fact.fact.label for fact in entry.facts)),
        shown=_shown(
            title=entity.name,
            kind=kind,
            value=standing(sheet, entry),
            as_of=_as_of(sheet, sheet.newest(map(sheet.source, sources))),
        ),
        filters=_filters(
            kind=(kind,),
            company=tuple(dict.fromkeys(sheet.site.dossiers[fact.id.company].company.name for fact in entry.facts)),
        ),
    )


def _source(sheet: Sheet, entry: SourceEntry) -> Entry:
    source = entry.source
    return Entry(
        url=links.source_url(source.id),
        text=_text(_plain(citation(source, sheet.language)), _plain(overview(sheet, source.summary).__html__())),
        shown=_shown(
            title=heading(source, sheet.language),
            kind=sheet.say(words.SOURCE_FOUND),
            value=sheet.count(len(entry.facts), words.RESTING),
            as_of=_as_of(sheet, sheet.newest([source])),
        ),
        filters=_filters(
            kind=(sheet.say(words.SOURCE_FOUND),),
            source=(short_name(source, sheet.language),),
            company=tuple(dict.fromkeys(sheet.site.dossiers[fact.id.company].company.name for fact in entry.facts)),
            year=tuple(_span(source.issued)) if source.issued else (),
        ),
    )


def _page(sheet: Sheet, page: SitePage) -> Entry:
    text = plain_prose(page.body, partial(links.href, links.page_url(page.slug), plain_links=False))
    return Entry(
        url=links.page_url(page.slug),
        text=_text(page.description, _plain(text)),
        shown=_shown(title=page.title, kind=sheet.say(words.PAGE_FOUND)),
        filters=_filters(kind=(sheet.say(words.PAGE_FOUND),)),
    )


def _said(sheet: Sheet, fact: MergedFact) -> Iterator[str]:
    """Every answer in words, with all keys of a record."""
    for merged in fact.claims:
        claim, prop, write = merged.claim, fact.property, sheet.write
        if isinstance(claim.value, Mapping):
            yield from (_plain(write.value(claim.value[key], prop.keys[key])) for key in prop.keys if key in claim.value)
        else:
            yield _plain(write.whole(claim.value, prop))
        yield _plain(about(sheet, fact))
        yield _plain(write.money(claim.equivalent)) if claim.equivalent else ""
        yield _plain(write.entity(claim.asserted_by)) if claim.asserted_by else ""


def _quotes(fact: MergedFact) -> Iterator[str]:
    references = (one for merged in fact.claims for one in merged.claim.references)
    return (f"“{quote}”" for quote in dict.fromkeys(one.quote for one in references) if quote)


def _states(sheet: Sheet, fact: MergedFact) -> tuple[StateView, ...]:
    """What can be said of the leading answer, and that others differ from it."""
    states = claim_states(sheet, fact, fact.leading)
    return (*states, StateView("differs", sheet.say(words.DIFFERING))) if fact.agreement is Agreement.DIFFERING else states


def _timelines(sheet: Sheet, fact: MergedFact) -> Iterator[str]:
    """The places of the fact in timelines."""
    for one in sheet.book.appearances.get(fact.id, ()):
        yield f"{links.timeline_url(one.company, one.timeline.id)}#{links.event_anchor(fact.id, one.company)}"


def _years(fact: MergedFact) -> Iterator[str]:
    """The years of a fact: when it happened, else the time it is about, else when it was said."""
    claim = fact.leading
    when = fact.happened or claim.period or claim.stated
    return _span(when) if when else iter(())


def _span(when: PartialDate) -> Iterator[str]:
    bounds = [day.year for day, moment in ((when.earliest, when.start), (when.latest, when.end)) if moment]
    first, last = min(bounds), max(bounds)
    return map(str, range(first, last + 1) if last - first < YEARS else (first, last))


def _as_of(sheet: Sheet, date: Markup) -> str:
    return sheet.say(words.AS_OF, date=_plain(date)) if date else ""


def _plain(html: Markup) -> str:
    """The words of some HTML of ours, without the numbers of notes."""
    return Markup(MARKS.sub("", html)).striptags()  # noqa: S704 - it is HTML of ours, and only its words are kept


def _text(*parts: str) -> str:
    return "; ".join(dict.fromkeys(part for part in parts if part))


def _shown(**shown: str) -> Mapping[str, str]:
    return {name: value for name, value in shown.items() if value}


def _filters(**filters: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    return {name: values for name, values in filters.items() if values}
