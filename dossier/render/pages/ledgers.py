"""The ledger of a company: every fact with every answer, topic by topic; on shelves where
one page cannot hold it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from dossier.model.addresses import LEDGER, LEDGER_BY_TOPIC, SECTION
from dossier.model.dossiers import Dossier, MergedFact, Section
from dossier.render.charts.choosing import section_pictures
from dossier.render.evidence.letters import letters_of
from dossier.render.evidence.notes import Notes
from dossier.render.evidence.sources import source_views
from dossier.render.evidence.states import legend
from dossier.render.evidence.views import LegendView, SourceView
from dossier.render.facts.facts import section_anchor
from dossier.render.facts.lines import Usual, line_view, usual_of
from dossier.render.facts.views import LineView
from dossier.render.language import words
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
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.families import Planned, shelved
from dossier.render.pages.trails import company_trail
from dossier.render.pages.views import TopicLinesView
from dossier.render.site import links
from dossier.render.site.render_context import BuildContext, RenderContext
from dossier.render.site.views import LinkView
from dossier.render.timelines.views import ChoiceView, OptionView, SiftView


@dataclass(frozen=True, kw_only=True)
class LedgerContext(PageContext):
    """All facts of a company, or those of one of its topics."""

    portions: PortionsView | None
    # The ways to the shelves, where one page does not hold all.
    proof: str
    # How far most answers are proved, which is not said again beside each.
    sift: SiftView | None
    ways: tuple[LinkView, ...]
    # To the topics of this page.
    topics: tuple[TopicLinesView, ...]
    sources: tuple[SourceView, ...]
    notes: Notes
    legend: tuple[LegendView, ...]


def ledger_pages(build: BuildContext, dossier: Dossier) -> Iterator[Planned]:
    """The ledger of a dossier: one page, or as many as it needs."""
    case = ledger_case(build, dossier)
    whole = partial(ledger_context, dossier=dossier, case=case)
    yield Planned(LEDGER, whole, (dossier.company.slug,))
    yield from shelved(partial(ledger_shelf_context, dossier=dossier), case)


def ledger_case(build: BuildContext, dossier: Dossier) -> Case[MergedFact] | None:
    """The facts by topic; None where one page holds them."""
    shelves = [
        Shelf(section.id, section.label, section.facts)
        for section in dossier.sections
        if section.facts
    ]
    size = build.settings.limits.lines
    return case_of(
        LEDGER_BY_TOPIC,
        shelves,
        size,
        words.counts.FACTS,
        words.lists.BY_TOPIC,
        ids=(dossier.company.slug,),
    )


def ledger_place(build: BuildContext, dossier: Dossier) -> Callable[[str], str]:
    """Where the facts of a topic stand, by its id."""
    case, slug = ledger_case(build, dossier), dossier.company.slug
    shelves = {shelf.key: case.url(shelf) for shelf in case.shelves} if case else {}
    return lambda section: shelves.get(
        section, f"{links.ledger_url(slug)}#{SECTION.fill(section)}"
    )


def ledger_context(
    render: RenderContext, dossier: Dossier, case: Case[MergedFact] | None
) -> LedgerContext:
    """All facts of a company, or the ways to them."""
    made = _ledger(render, dossier, () if case else dossier.sections)
    return replace(made, portions=case_view(render, case)) if case else made


def ledger_shelf_context(
    render: RenderContext, board: Board[MergedFact], dossier: Dossier
) -> LedgerContext:
    """The facts of one topic, or a portion of them."""
    made = _ledger(
        render, dossier, (Section(board.shelf.key, board.shelf.label, board.items),)
    )
    return replace(
        made,
        title=board_title(render, made.title, board),
        description=board_title(render, made.description, board),
        portions=board_view(render, board),
    )


def _ledger(
    render: RenderContext, dossier: Dossier, sections: Iterable[Section]
) -> LedgerContext:
    shown = [section for section in sections if section.facts]
    facts = [fact for section in shown for fact in section.facts]
    uses = Counter(id for fact in facts for id in fact.sources)
    letters = letters_of(dossier)
    usual = usual_of(render, facts, letters)
    topics = tuple(_topic(render, section, usual) for section in shown)
    used = [source for source in dossier.sources if source.id in uses]
    return LedgerContext(
        here=render.here,
        title=render.say(words.pages.LEDGER),
        description=render.say(words.pages.ABOUT_LEDGER, name=dossier.company.name),
        trail=company_trail(render, dossier.company.slug),
        as_of=render.newest(used),
        portions=None,
        proof=render.say(words.proofs.USUAL_PROOF, proof=usual.proof.label)
        if usual.proof
        else "",
        sift=_sift(render, [line for topic in topics for line in topic.lines]),
        ways=(
            tuple(LinkView(topic.label, f"#{topic.id}") for topic in topics)
            if len(topics) > 1
            else ()
        ),
        topics=topics,
        sources=source_views(render, used, uses, letters),
        notes=Notes(render, letters, usual.proof),
        legend=legend(render),
    )


def _topic(render: RenderContext, section: Section, usual: Usual) -> TopicLinesView:
    return TopicLinesView(
        id=section_anchor(section),
        label=section.label,
        lines=tuple(line_view(render, fact, usual) for fact in section.facts),
        pictures=section_pictures(render, section),
    )


def _sift(render: RenderContext, lines: list[LineView]) -> SiftView | None:
    """By what the facts can be chosen: by words, and by the states that tell some of them
    from others.
    """
    if len(lines) < 2:
        return None
    known = Counter(kind for line in lines for kind in line.kinds.split())
    options = tuple(
        OptionView(kind, "", render.say(phrase), known[kind])
        for kind, phrase in words.search.STATES_FOUND.items()
        if 0 < known[kind] < len(lines)
    )
    return SiftView(
        all=render.count(len(lines), words.counts.FACTS),
        some=render.say(words.pages.FACTS_SHOWN, shown="{shown}", all="{all}"),
        open=render.say(words.pages.CHOOSE_FACTS),
        reset=render.say(words.pages.SHOW_FACTS),
        choices=(
            (ChoiceView("state", render.say(words.search.FILTERS["state"]), options),)
            if options
            else ()
        ),
        first_year="",
        last_year="",
    )
