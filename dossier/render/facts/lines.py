"""The lines of a ledger: a fact with every answer, part by part, and what is to be known of
each, in the fewest words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from dossier.model.agreement import Agreement
from dossier.model.claims import Claim
from dossier.model.dossiers import MergedFact
from dossier.render.evidence.letters import Letters, lettered
from dossier.render.evidence.speakers import who
from dossier.render.evidence.states import (
    claim_states,
    level_mark,
    level_state,
    usual_level,
)
from dossier.render.evidence.views import StateView
from dossier.render.facts.agreement import differing
from dossier.render.facts.claims import about, all_marks, parts, period, rank, status
from dossier.render.facts.courses import course_links
from dossier.render.facts.facts import fact_anchor, leading_first
from dossier.render.facts.views import LineView, SaidView
from dossier.render.language import words
from dossier.render.prose.own import note_markup
from dossier.render.site import links
from dossier.render.site.render_context import RenderContext


@dataclass(frozen=True)
class Usual:
    """What is said once for a whole page, and is not repeated beside its answers."""

    letters: Letters
    proof: StateView | None
    # How far most of its answers are proved, so that each that is not is marked; None where
    # it has none.


def usual_of(render: RenderContext, facts: Iterable[MergedFact], letters: Letters) -> Usual:
    """What holds for all answers of some facts but those that are marked."""
    claims = tuple(claim for fact in facts for claim in fact.claims)
    return Usual(letters, level_state(render, usual_level(claims)) if claims else None)


def line_view(render: RenderContext, fact: MergedFact, usual: Usual) -> LineView:
    """A fact in a ledger."""
    return LineView(
        anchor=fact_anchor(fact.id),
        label=fact.fact.label,
        href=render.link(links.fact_url(fact.id)),
        about=about(render, fact),
        answers=tuple(_said(render, fact, claim, usual) for claim in leading_first(fact)),
        differing=differing(render, fact),
        courses=tuple(course_links(render, fact)),
        note=note_markup(render, fact.id, fact.fact.note),
        kinds=" ".join(_kinds(render, fact)),
    )


def unusual_states(
    render: RenderContext, fact: MergedFact, claim: Claim, usual: Usual
) -> tuple[StateView, ...]:
    """The states of an answer that the page does not have said already."""
    return tuple(
        state for state in claim_states(render, fact, claim) if state != usual.proof
    )


def unusual_level(
    render: RenderContext, fact: MergedFact, claim: Claim, usual: Usual
) -> tuple[StateView, ...]:
    """How far an answer is proved, in the fewest words; nothing where the page has said it."""
    mark = level_mark(render, fact.merged(claim))
    return () if mark == usual.proof else (mark,)


def _said(render: RenderContext, fact: MergedFact, claim: Claim, usual: Usual) -> SaidView:
    return SaidView(
        name=fact.name_of(claim),
        value=render.write.answer(claim, fact.property),
        equivalent=render.write.money(claim.equivalent) if claim.equivalent else Markup(),
        parts=parts(render, fact, claim),
        marks=all_marks(render, claim),
        traits=tuple(
            trait for trait in _traits(render, fact, claim, usual.letters) if trait
        ),
        states=unusual_states(render, fact, claim, usual),
        note=note_markup(render, fact.id, claim.note),
    )


def _traits(
    render: RenderContext, fact: MergedFact, claim: Claim, letters: Letters
) -> Iterator[Markup]:
    yield escape(rank(render, claim))
    yield period(render, claim)
    if said := who(render, fact, claim):
        yield render.fill(words.claims.SAYS, who=said)
    yield escape(status(render, fact, claim))
    if claim.stated:
        yield render.fill(
            words.claims.STATED_ON,
            date=render.write.date(claim.stated, "stated" in claim.inferred),
        )
    yield escape(
        render.language.series(lettered(letters, (one.source for one in claim.references)))
    )


def _kinds(render: RenderContext, fact: MergedFact) -> Iterator[str]:
    """The kinds of states that the fact has, by which a script finds it."""
    states = (
        state
        for claim in leading_first(fact)
        for state in claim_states(render, fact, claim)
    )
    kinds = dict.fromkeys(state.kind for state in states if state.kind != "differs")
    yield from kinds
    if fact.agreement is Agreement.DIFFERING:
        yield "differs"
