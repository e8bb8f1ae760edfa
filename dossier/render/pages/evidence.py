"""The context of the page of evidence: what was counted on the finished pages, company by
company."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce
from operator import add

from markupsafe import Markup, escape

from dossier.merge.evidence import EMPTY, Meter, Tally, claims_by_name, read_meter
from dossier.model import addresses
from dossier.model.dossiers import Dossier, MergedFact, Site
from dossier.model.own_words import EMPTY as NOTHING_OWN
from dossier.model.own_words import Ours, Own, Said, Where
from dossier.model.proofs import Level, ProofState
from dossier.render.entities.companies import company_case
from dossier.render.evidence.citations import heading
from dossier.render.evidence.states import legend, level_state
from dossier.render.evidence.views import LegendView
from dossier.render.language import words
from dossier.render.language.dates import day_words
from dossier.render.language.numbers import share
from dossier.render.language.quoting import in_marks
from dossier.render.lists.shelves import Board, Case, board_title, board_view, shelf_label
from dossier.render.lists.views import PortionsView
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.families import Planned, shelved
from dossier.render.pages.standing import found_of
from dossier.render.pages.trails import evidence_trail, home_trail
from dossier.render.pages.views import (
    MeterView,
    OwnWordsView,
    ShareView,
    TallyView,
)
from dossier.render.scan.measure import Measure
from dossier.render.site import links
from dossier.render.site.render_context import BuildContext, RenderContext
from dossier.render.site.views import LinkView


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


def evidence_pages(
    build: BuildContext, measures: Mapping[str, Measure]
) -> Iterator[Planned]:
    """The pages that say what was counted on the page of each company."""
    counted = Counted(
        read_meters(build.site, measures),
        {slug: one.loose for slug, one in measures.items()},
    )
    case = company_case(build, addresses.EVIDENCE_BY_NAME, build.settings.limits.figures)
    make = partial(evidence_letters_context, case=case) if case else evidence_context
    find = found_of(addresses.EVIDENCE)
    yield Planned(addresses.EVIDENCE, partial(make, counted=counted), find=find)
    yield from shelved(partial(evidence_shelf_context, counted=counted), case)


def evidence_context(render: RenderContext, counted: Counted) -> EvidenceContext:
    """The meters of all companies."""
    return _evidence(render, counted, render.site.dossiers, _all(render, counted))


def evidence_letters_context(
    render: RenderContext, counted: Counted, case: Case[Dossier]
) -> EvidenceContext:
    """The meters of all companies of each letter, where there are too many to show each."""
    meters = (
        _meter(
            render,
            LinkView(shelf_label(render, shelf), render.link(case.url(shelf))),
            counted.of(_slugs(shelf.items)),
        )
        for shelf in case.shelves
    )
    return replace(
        _evidence(render, counted, (), _all(render, counted)), meters=tuple(meters)
    )


def evidence_shelf_context(
    render: RenderContext, counted: Counted, board: Board[Dossier]
) -> EvidenceContext:
    """The meters of the companies of one letter."""
    slugs = _slugs(board.items)
    total = LinkView(
        board_title(render, render.say(words.evidence.ALL_COMPANIES), board),
        render.link(render.here),
    )
    return replace(
        _evidence(render, counted, slugs, _meter(render, total, counted.of(slugs))),
        title=board_title(render, render.say(words.evidence.EVIDENCE), board),
        description=board_title(render, render.say(words.evidence.ABOUT_EVIDENCE), board),
        trail=evidence_trail(render),
        portions=board_view(render, board),
    )


def _evidence(
    render: RenderContext, counted: Counted, slugs: Iterable[str], total: MeterView
) -> EvidenceContext:
    shown = [(slug, render.company_link(slug)) for slug in slugs]
    return EvidenceContext(
        here=render.here,
        title=render.say(words.evidence.EVIDENCE),
        description=render.say(words.evidence.ABOUT_EVIDENCE),
        trail=home_trail(render),
        as_of=escape(day_words(render.site.as_of, render.language)),
        portions=None,
        meters=tuple(_meter(render, link, counted.meters[slug]) for slug, link in shown),
        total=total,
        own=tuple(
            view
            for view in (
                *_own_of_all(render, total.company),
                *(
                    _own_of(render, link, slug, counted.loose.get(slug, ()))
                    for slug, link in shown
                ),
            )
            if view.told or view.items
        ),
        legend=legend(render),
    )


def _own_of_all(render: RenderContext, every: LinkView) -> Iterator[OwnWordsView]:
    """Of all companies together, and of the summaries of sources: on the page itself, not
    on those of letters.
    """
    wording = render.site.wording
    if render.here == addresses.EVIDENCE.url():
        told = reduce(add, wording.companies.values(), NOTHING_OWN)
        yield OwnWordsView(every, _told(render, told), (), "")
        if summaries := reduce(add, wording.sources.values(), NOTHING_OWN).own:
            about = LinkView(
                render.say(words.evidence.SUMMARIES), render.link(links.SOURCES)
            )
            yield OwnWordsView(about, "", *_listed(render, summaries))


def _own_of(
    render: RenderContext, company: LinkView, slug: str, loose: Iterable[str]
) -> OwnWordsView:
    wording = render.site.wording.of_company(slug)
    return OwnWordsView(
        company,
        _told(render, wording),
        *_listed(render, (*wording.own, *_loose(render, slug, loose))),
    )


def _loose(render: RenderContext, slug: str, figures: Iterable[str]) -> Iterator[Own]:
    """The figures that nothing can be said of and that are not listed yet, each with the
    note that has it.
    """
    listed = [one.words for one in render.site.wording.of_company(slug).own]
    notes = [
        (fact.id, note)
        for fact in render.site.dossiers[slug].facts
        for note in _notes(fact)
    ]
    for figure in dict.fromkeys(figures):
        whole = re.compile(rf"(?<!\w){re.escape(figure)}(?!\w)")
        if not any(map(whole.search, listed)):
            fact = next((id for id, note in notes if whole.search(note)), None)
            yield Own(Said.FIGURE, figure, Where.NOTE if fact else Where.NARRATIVE, fact)


def _notes(fact: MergedFact) -> Iterator[str]:
    yield fact.fact.note
    yield from (claim.note for claim in fact.fact.claims)


def _listed(render: RenderContext, own: Sequence[Own]) -> tuple[tuple[Markup, ...], str]:
    more = len(own) - MOST
    return tuple(_own_item(render, one) for one in own[:MOST]), (
        render.count(more, words.evidence.MORE_OWN) if more > 0 else ""
    )


def _told(render: RenderContext, wording: Ours) -> str:
    ours, cited = wording.held + len(wording.own), wording.passages + wording.whole
    return render.language.space.join(
        render.say(phrase, part=part, all=every)
        for phrase, part, every in (
            (words.evidence.OWN_HELD, wording.held, ours),
            (words.evidence.OWN_CITED, wording.passages, cited),
        )
        if every
    )


def _own_item(render: RenderContext, one: Own) -> Markup:
    """What was said, what it is, and the way to where it stands."""
    told = in_marks(one.words, render.language)
    said = render.say(words.evidence.SAID[one.said])
    return render.fill(
        words.evidence.OWN_ITEM[one.where], words=told, said=said, where=_where(render, one)
    )


def _where(render: RenderContext, one: Own) -> Markup:
    if one.fact:
        return render.way(render.site.facts[one.fact].fact.label, links.fact_url(one.fact))
    if one.source:
        return render.way(
            heading(render.source(one.source), render.language),
            links.source_url(one.source),
        )
    return Markup()


def _all(render: RenderContext, counted: Counted) -> MeterView:
    link = LinkView(render.say(words.evidence.ALL_COMPANIES), render.link(links.HOME))
    return _meter(render, link, counted.of(counted.meters))


def _slugs(dossiers: Iterable[Dossier]) -> tuple[str, ...]:
    return tuple(dossier.company.slug for dossier in dossiers)


def read_meters(site: Site, measures: Mapping[str, Measure]) -> dict[str, Meter]:
    """What can be said of the figures on the page of each company."""
    claims = claims_by_name(site)
    return {
        slug: read_meter(claims, one.claims, len(one.loose))
        for slug, one in measures.items()
    }


def _meter(render: RenderContext, company: LinkView, meter: Meter) -> MeterView:
    return MeterView(company, _tally(render, meter.figures), _tally(render, meter.words))


def _tally(render: RenderContext, tally: Tally) -> TallyView:
    levels = (
        (state, level_state(render, state)) for state in (*Level, ProofState.UNCHECKED)
    )
    told = [
        (render.say(words.evidence.WITH_SOURCE), "", tally.sourced),
        *((view.label, view.kind, getattr(tally, state.value)) for state, view in levels),
        (render.say(words.evidence.TWO_ORIGINS), "", tally.corroborated),
        (render.say(words.evidence.STILL_FRESH), "", tally.fresh),
    ]
    parts = (
        ShareView(label, kind, part, share(part, tally.shown, render.language))
        for label, kind, part in told
    )
    return TallyView(tally.shown, tuple(parts))
