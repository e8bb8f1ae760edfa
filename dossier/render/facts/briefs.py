"""What a dossier says in brief: its key figures, and the facts that lead each topic. By
rule, and not company by company.

What the company's file names as its key facts comes first. Else a figure tells more than
words, and what is said of the company itself more than what is said of others; facts that
weigh alike keep the order of their file.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from dossier.model.dossiers import Dossier, MergedFact, Section
from dossier.model.facts import FactId
from dossier.model.values import RECORD
from dossier.render.evidence.views import StateView
from dossier.render.facts.claims import dated
from dossier.render.facts.courses import course_links
from dossier.render.facts.facts import fact_anchor, figure_view, section_anchor
from dossier.render.facts.lines import Usual, unusual_level, unusual_states
from dossier.render.facts.views import BriefView, FigureView, TopicBriefView
from dossier.render.language import words
from dossier.render.site.render_context import RenderContext
from dossier.render.site.views import LinkView

FIGURES = 6
"""Key figures in the row that opens a dossier."""
LEADING = 2
"""Facts that lead a topic."""


def key_figures(dossier: Dossier) -> tuple[MergedFact, ...]:
    """Those that the company's file names, else the first figures about the company itself."""
    own = (
        fact
        for fact in dossier.facts
        if fact.subject.id == dossier.company.slug and is_figure(fact)
    )
    return (dossier.key_facts or tuple(own))[:FIGURES]


def introducing(dossier: Dossier) -> tuple[MergedFact, ...]:
    """What says who or what the company is, in a word or two."""
    own = (
        fact
        for fact in dossier.facts
        if fact.subject.id == dossier.company.slug and fact.property.introduces
    )
    return tuple(fact for fact in own if fact.property.field.type is not RECORD)[:1]


def is_figure(fact: MergedFact) -> bool:
    """Whether it tells a figure."""
    prop = fact.property
    kinds = (
        [field.type for field in prop.keys.values()]
        if prop.field.type is RECORD
        else [prop.field.type]
    )
    return any(kind.is_figure for kind in kinds)


def brief_figure(render: RenderContext, fact: MergedFact, usual: Usual) -> FigureView:
    """A fact in a line with one mark for what it shows, and no state that the page has told
    already.
    """
    unusual = unusual_states(render, fact, fact.leading, usual)
    states = tuple(_short(render, state) for state in unusual)
    return figure_view(render, fact, states=states)


def brief_line(render: RenderContext, fact: MergedFact, usual: Usual) -> FigureView:
    """The same in a sentence or a list, where no more can be said of it than how far it is
    proved.
    """
    states = unusual_level(render, fact, fact.leading, usual)
    return figure_view(render, fact, states=states)


def _short(render: RenderContext, state: StateView) -> StateView:
    return (
        replace(state, label=render.say(words.freshness.DUE_SHORT))
        if state.kind == "stale"
        else state
    )


def topic_briefs(
    render: RenderContext, dossier: Dossier, place_of: Callable[[str], str], usual: Usual
) -> Iterator[TopicBriefView]:
    """Each topic with the facts that lead it, and the way to all of them; `place_of` tells
    where these stand.
    """
    for section in dossier.sections:
        if section.facts:
            leading = leading_facts(dossier, section)
            here = {fact.id for fact in leading}
            yield TopicBriefView(
                id=section_anchor(section),
                label=section.label,
                facts=tuple(_brief(render, fact, usual) for fact in leading),
                anchors=tuple(
                    fact_anchor(fact.id) for fact in section.facts if fact.id not in here
                ),
                all=LinkView(
                    render.count(len(section.facts), words.briefs.ALL_FACTS),
                    render.link(place_of(section.id)),
                ),
            )


def leading_facts(dossier: Dossier, section: Section) -> Sequence[MergedFact]:
    """The facts of a topic that stand for it."""
    key = [fact.id for fact in dossier.key_facts]
    weighed = sorted(section.facts, key=lambda fact: _weight(dossier, key, fact))
    chosen = {fact.id for fact in weighed[:LEADING]}
    return [fact for fact in section.facts if fact.id in chosen]


def _weight(
    dossier: Dossier, key: Collection[FactId], fact: MergedFact
) -> tuple[bool, bool, bool]:
    return fact.id not in key, fact.subject.id != dossier.company.slug, not is_figure(fact)


def _brief(render: RenderContext, fact: MergedFact, usual: Usual) -> BriefView:
    figure = brief_line(render, fact, usual)
    says_more = figure.value.striptags().casefold() not in figure.label.casefold()
    told = (
        replace(figure, value=dated(render, fact, fact.leading))
        if fact.is_series
        else figure
    )
    return BriefView(
        fact_anchor(fact.id),
        told,
        says_more,
        tuple(course_links(render, fact))[:1],
    )
