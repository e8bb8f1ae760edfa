"""A fact as a card that stands on somebody else's page: what it says, in which words, how
sure, and until when it is good.

Without a script, and grey as soon as the day to which ages are counted lies behind that
day. Which facts have one is told in docs/decisions/0022-a-card-for-figures.md.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from markupsafe import escape

from dossier.model.addresses import EMBED
from dossier.model.dossiers import Dossier, MergedFact, Site
from dossier.model.freshness import Freshness
from dossier.model.values import UNSTATED
from dossier.render.evidence.citations import issued, short_name
from dossier.render.facts.agreement import differing
from dossier.render.facts.briefs import is_figure
from dossier.render.facts.facts import figure_view
from dossier.render.facts.promises import promise_state
from dossier.render.language import words
from dossier.render.language.dates import day_words
from dossier.render.language.tags import tag
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.families import Planned
from dossier.render.pages.trails import company_trail
from dossier.render.pages.views import EmbedView, QuotedView
from dossier.render.site import links
from dossier.render.site.render_context import RenderContext
from dossier.render.site.views import LinkView

QUOTES = 2
"""Passages on a card: what there is besides stands on the page of the fact."""
WIDTH, HEIGHT = 420, 360
"""Of the frame that holds a card, in pixels."""
FRAME = (
    '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy"'
    ' style="border:0"></iframe>'
)


@dataclass(frozen=True, kw_only=True)
class EmbedContext(PageContext):
    """A card, and the page around it, which has nothing else."""

    card: EmbedView


def has_card(site: Site, fact: MergedFact) -> bool:
    """Whether a fact has one: a figure, a promise, or what the company's file names as a
    key fact.
    """
    if fact.leading.value is UNSTATED:
        return False
    key = site.dossiers[fact.id.company].key_facts
    return (
        is_figure(fact) or fact.id in site.promises or any(one.id == fact.id for one in key)
    )


def embed_pages(site: Site, dossier: Dossier) -> Iterator[Planned]:
    """A card for each fact of a dossier that has one."""
    for fact in dossier.facts:
        if has_card(site, fact):
            yield Planned(
                EMBED, partial(embed_context, fact=fact), (fact.id.company, fact.id.fact)
            )


def embed_context(render: RenderContext, fact: MergedFact) -> EmbedContext:
    """The card of one fact."""
    figure = figure_view(render, fact)
    freshness = fact.merged(fact.leading).freshness
    promise = render.site.promises.get(fact.id)
    company = render.company_link(fact.id.company)
    settings = render.build.settings
    return EmbedContext(
        here=render.here,
        title=render.say(
            words.citing.OF_COMPANY, label=fact.fact.label, company=company.label
        ),
        description="",
        trail=company_trail(render, fact.id.company),
        as_of=render.newest(map(render.source, fact.sources)),
        card=EmbedView(
            company=company,
            figure=figure,
            promised=promise_state(render, promise) if promise else None,
            differing=differing(render, fact),
            quotes=tuple(islice(_quotes(render, fact), QUOTES)),
            states=tuple(state for state in figure.states if state.kind != "stale"),
            good=_good(render, freshness),
            is_past=not freshness.is_fresh,
            judged=render.say(
                words.citing.JUDGED_ON, date=day_words(render.site.as_of, render.language)
            ),
            home=LinkView(settings.title, render.link(links.HOME)),
        ),
    )


def _quotes(render: RenderContext, fact: MergedFact) -> Iterator[QuotedView]:
    """Words of each source: the first that say the figure, else the first that it has."""
    met, figures = (
        set(),
        {key for key, field in fact.property.keys.items() if field.type.is_figure},
    )
    for one in sorted(
        fact.leading.references,
        key=lambda one: bool(figures) and not figures & {*one.supports},
    ):
        if one.quote and one.source not in met:
            met.add(one.source)
            source = render.source(one.source)
            name = escape(short_name(source, render.language))
            yield QuotedView(
                one.quote, source.language, name, issued(source, render.language)
            )


def _good(render: RenderContext, freshness: Freshness) -> str:
    if freshness.until is None:
        return render.say(
            words.freshness.ALWAYS_GOOD
            if freshness.is_fresh
            else words.freshness.AGE_UNKNOWN
        )
    phrase = (
        words.freshness.GOOD_UNTIL if freshness.is_fresh else words.freshness.WAS_GOOD_UNTIL
    )
    return render.say(phrase, date=day_words(freshness.until, render.language))


def embed_code(render: RenderContext, fact: MergedFact, title: str) -> str:
    """The HTML by which others show the card; empty where the fact has none, or the site
    does not know its address.
    """
    site_url = render.build.settings.site_url
    if not site_url or not has_card(render.site, fact):
        return ""
    address = f"{site_url}/{EMBED.url(fact.id.company, fact.id.fact)}"
    return str(tag(FRAME, address, title, WIDTH, HEIGHT))


def embed_way(render: RenderContext, fact: MergedFact) -> LinkView | None:
    """The way to the card."""
    if not has_card(render.site, fact):
        return None
    return LinkView(
        render.say(words.claims.SEE_CARD), render.link(links.embed_url(fact.id))
    )
