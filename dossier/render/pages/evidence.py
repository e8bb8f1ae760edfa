"""The context of the page of evidence: what was counted on the finished pages, company by company."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import add

from markupsafe import Markup, escape

from dossier.merge.evidence import EMPTY, Meter, claims_by_name, read_meter
from dossier.model import addresses
from dossier.model.corrections import OwnError, SourceError
from dossier.model.dossiers import Site
from dossier.render.frame import links
from dossier.render.frame.measure import Measure
from dossier.render.frame.sheets import Sheet
from dossier.render.language import words
from dossier.render.language.dates import day_words
from dossier.render.language.numbers import share
from dossier.render.language.quoting import quotation
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.families import Family, one
from dossier.render.parts.backlinks import change_url
from dossier.render.parts.citations import citation
from dossier.render.parts.trails import home_trail
from dossier.render.views import (
    CorrectionView,
    LinkView,
    LooseView,
    MeterView,
)


@dataclass(frozen=True, kw_only=True)
class EvidenceContext(PageContext):
    """How much of what is shown can be trusted how far."""

    meters: tuple[MeterView, ...]
    total: MeterView
    loose: tuple[LooseView, ...]


def evidence_context(sheet: Sheet, measures: Mapping[str, Measure]) -> EvidenceContext:
    """The meters of all companies, by what `measures` counted on the page of each."""
    site = sheet.site
    meters = read_meters(site, measures)
    total = reduce(add, meters.values(), EMPTY)
    return EvidenceContext(
        here=sheet.here,
        title=sheet.say(words.EVIDENCE),
        description=sheet.say(words.ABOUT_EVIDENCE),
        trail=home_trail(sheet),
        as_of=escape(day_words(site.as_of, sheet.language)),
        meters=tuple(_meter(sheet, sheet.company_link(slug), meters[slug]) for slug in site.dossiers),
        total=_meter(sheet, LinkView(sheet.say(words.ALL_COMPANIES), sheet.link(links.HOME)), total),
        loose=tuple(_loose(sheet, measures)),
    )


def _loose(sheet: Sheet, measures: Mapping[str, Measure]) -> Iterator[LooseView]:
    for slug in sheet.site.dossiers:
        if loose := measures[slug].loose:
            yield LooseView(sheet.company_link(slug), loose)


def read_meters(site: Site, measures: Mapping[str, Measure]) -> dict[str, Meter]:
    """What can be said of the figures on the page of each company."""
    claims = claims_by_name(site)
    return {slug: read_meter(claims, one.claims, len(one.loose)) for slug, one in measures.items()}


def _meter(sheet: Sheet, company: LinkView, meter: Meter) -> MeterView:
    parts = (meter.sourced, meter.proved, meter.corroborated, meter.fresh)
    return MeterView(company, meter.shown, tuple((part, share(part, meter.shown, sheet.language)) for part in parts))


@dataclass(frozen=True, kw_only=True)
class CorrectionsContext(PageContext):
    """Errors of sources, and our own."""

    sources: tuple[CorrectionView, ...]
    ours: tuple[CorrectionView, ...]


def corrections_context(sheet: Sheet) -> CorrectionsContext:
    """Every correction there is."""
    site = sheet.site
    return CorrectionsContext(
        here=sheet.here,
        title=sheet.say(words.CORRECTIONS),
        description=sheet.say(words.ABOUT_CORRECTIONS),
        trail=home_trail(sheet),
        as_of=escape(day_words(site.as_of, sheet.language)),
        sources=tuple(_source_error(sheet, error) for error in site.source_errors),
        ours=tuple(_own_error(sheet, error) for error in site.own_errors),
    )


def _source_error(sheet: Sheet, error: SourceError) -> CorrectionView:
    source = _link(citation(sheet.source(error.source), sheet.language), sheet.link(links.source_url(error.source)))
    told = sheet.fill(words.SOURCE_ERROR, source=source, says=quotation(error.says), fact=_fact_link(sheet, error))
    return CorrectionView(links.correction_anchor(error), told, error.reason)


def _own_error(sheet: Sheet, error: OwnError) -> CorrectionView:
    phrase = words.OWN_ERROR_CHANGE if error.change else words.OWN_ERROR
    when = sheet.write.date(error.corrected)
    fact, was = _fact_link(sheet, error), quotation(error.was)
    told = sheet.fill(phrase, fact=fact, was=was, date=when, change=_change_link(sheet, error))
    return CorrectionView(links.correction_anchor(error), told, error.reason)


def _change_link(sheet: Sheet, error: OwnError) -> Markup:
    """The number of the change that corrected it, as the way to it where the repository is known."""
    href = change_url(sheet.book.settings.repository, error.change) if error.change.isdecimal() else ""
    return _link(error.change, href) if href else escape(error.change)


def _fact_link(sheet: Sheet, error: SourceError | OwnError) -> Markup:
    return _link(sheet.site.facts[error.fact].fact.label, sheet.link(links.fact_url(error.fact)))


def _link(label: str, href: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(href, label)


CORRECTIONS = Family(one(addresses.CORRECTIONS, corrections_context))
