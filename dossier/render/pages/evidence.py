"""The context of the page of evidence: what was counted on the finished pages, company by
company.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce
from operator import add

from markupsafe import Markup, escape

from dossier.merge.evidence import EMPTY, Meter, Tally, claims_by_name, read_meter
from dossier.model import addresses
from dossier.model.corrections import OwnError, SourceError
from dossier.model.dossiers import Dossier, MergedFact, Site
from dossier.model.proofs import Level, ProofState
from dossier.model.standing import EMPTY as NOTHING_OWN
from dossier.model.standing import Ours, Own, Said, Where
from dossier.render.entities.companies import company_case
from dossier.render.evidence.citations import citation, heading
from dossier.render.evidence.states import legend, level_state
from dossier.render.evidence.views import LegendView
from dossier.render.language import words
from dossier.render.language.dates import day_words
from dossier.render.language.numbers import share
from dossier.render.language.quoting import in_marks, quotation
from dossier.render.lists.portions import (
    Portion,
    portion_title,
    portions,
    portions_view,
    span,
)
from dossier.render.lists.shelves import Board, Case, board_title, board_view, shelf_label
from dossier.render.lists.views import PortionsView
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.families import Family, Planned, portioned, shelved
from dossier.render.pages.trails import evidence_trail, home_trail
from dossier.render.pages.views import (
    CorrectionView,
    ElsewhereView,
    MeterView,
    OwnWordsView,
    ShareView,
    TallyView,
)
from dossier.render.repository.backlinks import change_url
from dossier.render.scan.measure import Measure
from dossier.render.site import links
from dossier.render.site.sheets import Book, Sheet
from dossier.render.site.views import LinkView

Correction = SourceError | OwnError


@dataclass(frozen=True, kw_only=True)
class EvidenceContext(PageContext):
    """How much of what is shown can be trusted how far."""

    portions: PortionsView | None
    meters: tuple[MeterView, ...]
    total: MeterView
    own: tuple[OwnWordsView, ...]
    # Of all that the page tells of together, then of each.
    legend: tuple[LegendView, ...]
    # What each mark of a level says.


MOST = 40
"""Words of ours about a company that the page lists; the data has all."""


@dataclass(frozen=True)
class Counted:
    """What was counted on the finished pages of companies, by their slugs."""

    meters: Mapping[str, Meter]
    loose: Mapping[str, tuple[str, ...]]
    # The figures in prose that no claim stands behind.

    def of(self, slugs: Iterable[str]) -> Meter:
        """The meter of several companies."""
        return reduce(add, (self.meters[slug] for slug in slugs), EMPTY)


def evidence_pages(book: Book, measures: Mapping[str, Measure]) -> Iterator[Planned]:
    """The pages that say what was counted on the page of each company."""
    counted = Counted(
        read_meters(book.site, measures),
        {slug: one.loose for slug, one in measures.items()},
    )
    case = company_case(book, addresses.EVIDENCE_BY_NAME)
    make = partial(evidence_letters_context, case=case) if case else evidence_context
    yield Planned(addresses.EVIDENCE, partial(make, counted=counted))
    yield from shelved(partial(evidence_shelf_context, counted=counted), case)


def evidence_context(sheet: Sheet, counted: Counted) -> EvidenceContext:
    """The meters of all companies."""
    return _evidence(sheet, counted, sheet.site.dossiers, _all(sheet, counted))


def evidence_letters_context(
    sheet: Sheet, counted: Counted, case: Case[Dossier]
) -> EvidenceContext:
    """The meters of all companies of each letter, where there are too many to show each."""
    meters = (
        _meter(
            sheet,
            LinkView(shelf_label(sheet, shelf), sheet.link(case.url(shelf))),
            counted.of(_slugs(shelf.items)),
        )
        for shelf in case.shelves
    )
    return replace(
        _evidence(sheet, counted, (), _all(sheet, counted)), meters=tuple(meters)
    )


def evidence_shelf_context(
    sheet: Sheet, counted: Counted, board: Board[Dossier]
) -> EvidenceContext:
    """The meters of the companies of one letter."""
    slugs = _slugs(board.items)
    total = LinkView(
        board_title(sheet, sheet.say(words.evidence.ALL_COMPANIES), board),
        sheet.link(sheet.here),
    )
    return replace(
        _evidence(sheet, counted, slugs, _meter(sheet, total, counted.of(slugs))),
        title=board_title(sheet, sheet.say(words.evidence.EVIDENCE), board),
        description=board_title(sheet, sheet.say(words.evidence.ABOUT_EVIDENCE), board),
        trail=evidence_trail(sheet),
        portions=board_view(sheet, board),
    )


def _evidence(
    sheet: Sheet, counted: Counted, slugs: Iterable[str], total: MeterView
) -> EvidenceContext:
    shown = [(slug, sheet.company_link(slug)) for slug in slugs]
    return EvidenceContext(
        here=sheet.here,
        title=sheet.say(words.evidence.EVIDENCE),
        description=sheet.say(words.evidence.ABOUT_EVIDENCE),
        trail=home_trail(sheet),
        as_of=escape(day_words(sheet.site.as_of, sheet.language)),
        portions=None,
        meters=tuple(_meter(sheet, link, counted.meters[slug]) for slug, link in shown),
        total=total,
        own=(
            *_own_of_all(sheet, total.company),
            *(
                _own_of(sheet, link, slug, counted.loose.get(slug, ()))
                for slug, link in shown
            ),
        ),
        legend=legend(sheet),
    )


def _own_of_all(sheet: Sheet, every: LinkView) -> Iterator[OwnWordsView]:
    """Of all companies together, and of the summaries of sources: on the page itself, not
    on those of letters.
    """
    wording = sheet.site.wording
    if sheet.here == addresses.EVIDENCE.url():
        told = reduce(add, wording.companies.values(), NOTHING_OWN)
        yield OwnWordsView(every, _told(sheet, told), (), "")
        if summaries := reduce(add, wording.sources.values(), NOTHING_OWN).own:
            about = LinkView(sheet.say(words.evidence.SUMMARIES), sheet.link(links.SOURCES))
            yield OwnWordsView(about, "", *_listed(sheet, summaries))


def _own_of(
    sheet: Sheet, company: LinkView, slug: str, loose: Iterable[str]
) -> OwnWordsView:
    wording = sheet.site.wording.of_company(slug)
    return OwnWordsView(
        company,
        _told(sheet, wording),
        *_listed(sheet, (*wording.own, *_loose(sheet, slug, loose))),
    )


def _loose(sheet: Sheet, slug: str, figures: Iterable[str]) -> Iterator[Own]:
    """The figures that nothing can be said of and that are not listed yet, each with the
    note that has it.
    """
    listed = [one.words for one in sheet.site.wording.of_company(slug).own]
    notes = [
        (fact.id, note) for fact in sheet.site.dossiers[slug].facts for note in _notes(fact)
    ]
    for figure in dict.fromkeys(figures):
        whole = re.compile(rf"(?<!\w){re.escape(figure)}(?!\w)")
        if not any(map(whole.search, listed)):
            fact = next((id for id, note in notes if whole.search(note)), None)
            yield Own(Said.FIGURE, figure, Where.NOTE if fact else Where.NARRATIVE, fact)


def _notes(fact: MergedFact) -> Iterator[str]:
    yield fact.fact.note
    yield from (claim.note for claim in fact.fact.claims)


def _listed(sheet: Sheet, own: Sequence[Own]) -> tuple[tuple[Markup, ...], str]:
    more = len(own) - MOST
    return tuple(_own_item(sheet, one) for one in own[:MOST]), (
        sheet.count(more, words.evidence.MORE_OWN) if more > 0 else ""
    )


def _told(sheet: Sheet, wording: Ours) -> str:
    own, cited = len(wording.own), wording.passages + wording.whole
    held = sheet.say(words.evidence.OWN_HELD, held=wording.held, all=wording.held + own)
    return (
        f"{held} {sheet.say(words.evidence.OWN_CITED, passages=wording.passages, all=cited)}"
        if cited
        else held
    )


def _own_item(sheet: Sheet, one: Own) -> Markup:
    """What was said, what it is, and the way to where it stands."""
    told, said = in_marks(one.words), sheet.say(words.evidence.SAID[one.said])
    return sheet.fill(
        words.evidence.OWN_ITEM[one.where], words=told, said=said, where=_where(sheet, one)
    )


def _where(sheet: Sheet, one: Own) -> Markup:
    if one.fact:
        return _link(
            sheet.site.facts[one.fact].fact.label, sheet.link(links.fact_url(one.fact))
        )
    if one.source:
        return _link(
            heading(sheet.source(one.source), sheet.language),
            sheet.link(links.source_url(one.source)),
        )
    return Markup()


def _all(sheet: Sheet, counted: Counted) -> MeterView:
    link = LinkView(sheet.say(words.evidence.ALL_COMPANIES), sheet.link(links.HOME))
    return _meter(sheet, link, counted.of(counted.meters))


def _slugs(dossiers: Iterable[Dossier]) -> tuple[str, ...]:
    return tuple(dossier.company.slug for dossier in dossiers)


def read_meters(site: Site, measures: Mapping[str, Measure]) -> dict[str, Meter]:
    """What can be said of the figures on the page of each company."""
    claims = claims_by_name(site)
    return {
        slug: read_meter(claims, one.claims, len(one.loose))
        for slug, one in measures.items()
    }


def _meter(sheet: Sheet, company: LinkView, meter: Meter) -> MeterView:
    return MeterView(company, _tally(sheet, meter.figures), _tally(sheet, meter.words))


def _tally(sheet: Sheet, tally: Tally) -> TallyView:
    levels = (
        (state, level_state(sheet, state)) for state in (*Level, ProofState.UNCHECKED)
    )
    told = [
        (sheet.say(words.evidence.WITH_SOURCE), "", tally.sourced),
        *((view.label, view.kind, getattr(tally, state.value)) for state, view in levels),
        (sheet.say(words.evidence.TWO_ORIGINS), "", tally.corroborated),
        (sheet.say(words.evidence.STILL_FRESH), "", tally.fresh),
    ]
    parts = (
        ShareView(label, kind, part, share(part, tally.shown, sheet.language))
        for label, kind, part in told
    )
    return TallyView(tally.shown, tuple(parts))


@dataclass(frozen=True, kw_only=True)
class CorrectionsContext(PageContext):
    """Errors of sources, and our own."""

    portions: PortionsView | None
    elsewhere: tuple[ElsewhereView, ...]
    # On the first page, what stands on the others, so that what once led here leads on.
    sources: tuple[CorrectionView, ...]
    ours: tuple[CorrectionView, ...]
    has_sources: bool
    has_ours: bool
    # Whether this page is the one to say that there are none of them.


def corrections_context(sheet: Sheet, portion: Portion[Correction]) -> CorrectionsContext:
    """Every correction there is, or a portion where one page does not hold them."""
    site = sheet.site
    sources = tuple(
        _source_error(sheet, error)
        for error in portion.items
        if isinstance(error, SourceError)
    )
    ours = tuple(
        _own_error(sheet, error) for error in portion.items if isinstance(error, OwnError)
    )
    return CorrectionsContext(
        here=sheet.here,
        title=portion_title(sheet, sheet.say(words.evidence.CORRECTIONS), portion),
        description=portion_title(
            sheet, sheet.say(words.evidence.ABOUT_CORRECTIONS), portion
        ),
        trail=home_trail(sheet),
        as_of=escape(day_words(site.as_of, sheet.language)),
        portions=portions_view(
            sheet, links.CORRECTIONS, portion, words.evidence.CORRECTIONS_COUNTED
        ),
        elsewhere=tuple(_elsewhere(sheet)) if portion.is_first else (),
        sources=sources,
        ours=ours,
        has_sources=bool(sources) or not site.source_errors,
        has_ours=bool(ours) or not site.own_errors,
    )


def _corrections(book: Book) -> tuple[Portion[Correction], ...]:
    return portions(
        (*book.site.source_errors, *book.site.own_errors), book.settings.limits.entries
    )


def _elsewhere(sheet: Sheet) -> Iterator[ElsewhereView]:
    """The places of what stands on later pages, with the ways to them."""
    for portion in _corrections(sheet.book)[1:]:
        way = LinkView(
            span(sheet, portion, portion.number),
            sheet.link(links.portion_url(links.CORRECTIONS, portion.number)),
        )
        yield ElsewhereView(way, tuple(map(links.correction_anchor, portion.items)))


def _correction_pages(book: Book) -> Iterator[Planned]:
    yield from portioned(addresses.CORRECTIONS, (), corrections_context, _corrections(book))


def _source_error(sheet: Sheet, error: SourceError) -> CorrectionView:
    source = _link(
        citation(sheet.source(error.source), sheet.language),
        sheet.link(links.source_url(error.source)),
    )
    told = sheet.fill(
        words.evidence.SOURCE_ERROR,
        source=source,
        says=quotation(error.says),
        fact=_fact_link(sheet, error),
    )
    return CorrectionView(links.correction_anchor(error), told, error.reason)


def _own_error(sheet: Sheet, error: OwnError) -> CorrectionView:
    phrase = words.evidence.OWN_ERROR_CHANGE if error.change else words.evidence.OWN_ERROR
    when = sheet.write.date(error.corrected)
    fact, was = _fact_link(sheet, error), quotation(error.was)
    told = sheet.fill(
        phrase, fact=fact, was=was, date=when, change=_change_link(sheet, error)
    )
    return CorrectionView(links.correction_anchor(error), told, error.reason)


def _change_link(sheet: Sheet, error: OwnError) -> Markup:
    """The number of the change that corrected it, as the way to it where the repository is
    known.
    """
    href = (
        change_url(sheet.book.settings.repository, error.change)
        if error.change.isdecimal()
        else ""
    )
    return _link(error.change, href) if href else escape(error.change)


def _fact_link(sheet: Sheet, error: SourceError | OwnError) -> Markup:
    return _link(
        sheet.site.facts[error.fact].fact.label, sheet.link(links.fact_url(error.fact))
    )


def _link(label: str, href: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(href, label)


CORRECTIONS = Family(_correction_pages)
