"""The page of corrections: errors of sources, and our own."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from dossier.model import addresses
from dossier.model.corrections import OwnError, SourceError
from dossier.render.evidence.citations import citation
from dossier.render.language import words
from dossier.render.language.dates import day_words
from dossier.render.language.quoting import quotation
from dossier.render.lists.portions import (
    Portion,
    portion_title,
    portions,
    portions_view,
    span,
)
from dossier.render.lists.views import PortionsView
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.families import Family, Planned, portioned
from dossier.render.pages.standing import found_of
from dossier.render.pages.trails import home_trail
from dossier.render.pages.views import (
    CorrectionView,
    ElsewhereView,
)
from dossier.render.repository.backlinks import change_url
from dossier.render.site import links
from dossier.render.site.render_context import BuildContext, RenderContext
from dossier.render.site.views import LinkView

Correction = SourceError | OwnError

LINK = Markup('<a href="{}">{}</a>')


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


def corrections_context(
    render: RenderContext, portion: Portion[Correction]
) -> CorrectionsContext:
    """Every correction there is, or a portion where one page does not hold them."""
    site = render.site
    sources = tuple(
        _source_error(render, error)
        for error in portion.items
        if isinstance(error, SourceError)
    )
    ours = tuple(
        _own_error(render, error) for error in portion.items if isinstance(error, OwnError)
    )
    return CorrectionsContext(
        here=render.here,
        title=portion_title(render, render.say(words.evidence.CORRECTIONS), portion),
        description=portion_title(
            render, render.say(words.evidence.ABOUT_CORRECTIONS), portion
        ),
        trail=home_trail(render),
        as_of=escape(day_words(site.as_of, render.language)),
        portions=portions_view(
            render, links.CORRECTIONS, portion, words.evidence.CORRECTIONS_COUNTED
        ),
        elsewhere=tuple(_elsewhere(render)) if portion.is_first else (),
        sources=sources,
        ours=ours,
        has_sources=bool(sources) or not site.source_errors,
        has_ours=bool(ours) or not site.own_errors,
    )


def _corrections(build: BuildContext) -> tuple[Portion[Correction], ...]:
    return portions(
        (*build.site.source_errors, *build.site.own_errors), build.settings.limits.entries
    )


def _elsewhere(render: RenderContext) -> Iterator[ElsewhereView]:
    """The places of what stands on later pages, with the ways to them."""
    for portion in _corrections(render.build)[1:]:
        way = LinkView(
            span(render, portion, portion.number),
            render.link(links.portion_url(links.CORRECTIONS, portion.number)),
        )
        yield ElsewhereView(way, tuple(map(links.correction_anchor, portion.items)))


def _correction_pages(build: BuildContext) -> Iterator[Planned]:
    yield from portioned(
        addresses.CORRECTIONS,
        (),
        corrections_context,
        _corrections(build),
        found_of(addresses.CORRECTIONS),
    )


def _source_error(render: RenderContext, error: SourceError) -> CorrectionView:
    source = render.way(
        citation(render.source(error.source), render.language),
        links.source_url(error.source),
    )
    told = render.fill(
        words.evidence.SOURCE_ERROR,
        source=source,
        says=quotation(error.says),
        fact=_fact_link(render, error),
    )
    return CorrectionView(links.correction_anchor(error), told, error.reason)


def _own_error(render: RenderContext, error: OwnError) -> CorrectionView:
    phrase = words.evidence.OWN_ERROR_CHANGE if error.change else words.evidence.OWN_ERROR
    when = render.write.date(error.corrected)
    fact, was = _fact_link(render, error), quotation(error.was)
    told = render.fill(
        phrase, fact=fact, was=was, date=when, change=_change_link(render, error)
    )
    return CorrectionView(links.correction_anchor(error), told, error.reason)


def _change_link(render: RenderContext, error: OwnError) -> Markup:
    """The number of the change that corrected it, as the way to it where the repository is
    known.
    """
    href = (
        change_url(render.build.settings.repository, error.change)
        if error.change.isdecimal()
        else ""
    )
    return LINK.format(href, error.change) if href else escape(error.change)


def _fact_link(render: RenderContext, error: SourceError | OwnError) -> Markup:
    return render.way(render.site.facts[error.fact].fact.label, links.fact_url(error.fact))


CORRECTIONS = Family(_correction_pages)
