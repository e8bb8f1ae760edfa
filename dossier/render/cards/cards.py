"""What the pictures say that stand for a page where people share its address. How they are
drawn is told in drawing.py.
"""

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from dossier.merge.evidence import Meter
from dossier.model.dossiers import Dossier, MergedFact
from dossier.model.values import UNSTATED
from dossier.render.entities.companies import scope_of
from dossier.render.evidence.corroboration import corroboration_text
from dossier.render.facts.facts import figure_view
from dossier.render.facts.times import times_of
from dossier.render.language import words
from dossier.render.language.catalogues import Language
from dossier.render.language.numbers import share
from dossier.render.site import links
from dossier.render.site.render_context import BuildContext, RenderContext

WIDTH, HEIGHT = 1200, 630
"""Of every card, in pixels: the size that those who show them ask for."""
SITE = ""
"""In the place of a company's slug."""
BETWEEN = " · "


@dataclass(frozen=True)
class Card:
    """The words of one picture; a part that is empty is left out."""

    path: str
    masthead: str
    # The name of the site; on its own card, where it is.
    titles: tuple[str, ...]
    # The name of the company, then its other names: the first that the fonts have is drawn.
    foot: str
    # How much there is, and how much of it is proved.
    question: str = ""
    # What the figure below answers.
    figure: str = ""
    remarks: str = ""
    # Of what time and day the figure is, and how far it can be trusted.

    @property
    def alt(self) -> str:
        """The picture in words, for those who do not see it."""
        told = f"{self.question}: {self.figure}" if self.question else self.figure
        return BETWEEN.join(part for part in (self.titles[0], told, self.remarks) if part)


def plan_cards(build: BuildContext) -> dict[str, Card]:
    """Every card by the slug of its company, or the id of its key fact; that of the site
    has none.
    """
    render = RenderContext(build, links.HOME)
    companies = {
        slug: company_card(render, dossier) for slug, dossier in build.site.dossiers.items()
    }
    facts = (
        fact
        for dossier in build.site.dossiers.values()
        for fact in dossier.key_facts
        if has_figure(fact)
    )
    return {
        SITE: site_card(render),
        **companies,
        **{str(fact.id): fact_card(render, fact) for fact in facts},
    }


def has_figure(fact: MergedFact) -> bool:
    """Whether there is something to draw of a fact."""
    return fact.leading.value is not UNSTATED


def site_card(render: RenderContext) -> Card:
    """The card of all pages that belong to no company."""
    site, settings = render.site, render.build.settings
    return Card(
        path=links.card_url(SITE),
        masthead=urlsplit(settings.site_url).hostname or "",
        titles=(settings.title,),
        remarks=settings.tagline,
        foot=render.scope(len(site.facts), len(site.sources)),
    )


def company_card(render: RenderContext, dossier: Dossier) -> Card:
    """The card of a company, with the first of its key figures that has a value."""
    company = dossier.company
    card = Card(
        path=links.card_url(company.slug),
        masthead=render.build.settings.title,
        titles=(company.name, *company.also_known_as),
        foot=scope_of(render, dossier),
    )
    shown = next((fact for fact in dossier.key_facts if has_figure(fact)), None)
    return _with_figure(render, card, shown) if shown else card


def fact_card(render: RenderContext, fact: MergedFact) -> Card:
    """The card of a key fact, and how many sources say so."""
    company = render.site.dossiers[fact.id.company].company
    card = Card(
        path=links.fact_card_url(fact.id),
        masthead=render.build.settings.title,
        titles=(company.name, *company.also_known_as),
        foot=corroboration_text(render, fact.property, fact.corroborated),
    )
    return _with_figure(render, card, fact)


def with_proof(card: Card, meter: Meter, language: Language) -> Card:
    """The card that also says how much is proved: the same share as on the page of
    evidence.
    """
    if not meter.figures.shown:
        return card
    proved = language.say(
        words.proofs.CARD_PROVED,
        share=share(meter.figures.proved, meter.figures.shown, language),
    )
    return replace(card, foot=BETWEEN.join((card.foot, proved)))


def _with_figure(render: RenderContext, card: Card, fact: MergedFact) -> Card:
    """Beside the figure stand its date, and always whether it is disputed or in doubt."""
    view = figure_view(render, fact)
    differing = (view.differing,) if view.differing else ()
    times = (part.striptags() for part in times_of(render, fact, fact.leading))
    return replace(
        card,
        question=BETWEEN.join(
            part for part in (view.label, view.about.striptags()) if part
        ),
        figure=_figure(render, view.value.striptags(), view.equivalent.striptags()),
        remarks=BETWEEN.join((*times, *differing, *(state.label for state in view.states))),
    )


def _figure(render: RenderContext, value: str, equivalent: str) -> str:
    return (
        render.say(words.claims.ASIDE, text=value, aside=equivalent)
        if equivalent
        else value
    )
