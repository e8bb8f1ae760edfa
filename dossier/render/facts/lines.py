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
from dossier.render.evidence.states import claim_states, least_proved, level_state
from dossier.render.evidence.views import StateView
from dossier.render.facts.claims import about, all_marks, parts, period, rank, status
from dossier.render.facts.courses import course_links
from dossier.render.facts.facts import fact_anchor, leading_first
from dossier.render.facts.views import LineView, SaidView
from dossier.render.language import words
from dossier.render.prose.own import note_markup
from dossier.render.site import links
from dossier.render.site.sheets import Sheet


@dataclass(frozen=True)
class Usual:
    """What is said once for a whole page, and is not repeated beside its answers."""

    letters: Letters
    proof: StateView | None
    # How far the least proved of its answers is, so that what is not marked is never less;
    # None where it has none.


def usual_of(sheet: Sheet, facts: Iterable[MergedFact], letters: Letters) -> Usual:
    """What holds for all answers of some facts, and more for those that are marked."""
    claims = tuple(claim for fact in facts for claim in fact.claims)
    return Usual(letters, level_state(sheet, least_proved(claims)) if claims else None)


def line_view(sheet: Sheet, fact: MergedFact, usual: Usual) -> LineView:
    """A fact in a ledger."""
    return LineView(
        anchor=fact_anchor(fact.id),
        label=fact.fact.label,
        href=sheet.link(links.fact_url(fact.id)),
        about=about(sheet, fact),
        answers=tuple(_said(sheet, fact, claim, usual) for claim in leading_first(fact)),
        differing=fact.agreement is Agreement.DIFFERING,
        courses=tuple(course_links(sheet, fact)),
        note=note_markup(sheet, fact.id, fact.fact.note),
        kinds=" ".join(_kinds(sheet, fact)),
    )


def unusual_states(
    sheet: Sheet, fact: MergedFact, claim: Claim, usual: Usual
) -> tuple[StateView, ...]:
    """The states of an answer that the page does not have said already."""
    return tuple(
        state for state in claim_states(sheet, fact, claim) if state != usual.proof
    )


def _said(sheet: Sheet, fact: MergedFact, claim: Claim, usual: Usual) -> SaidView:
    return SaidView(
        name=fact.name_of(claim),
        value=sheet.write.answer(claim, fact.property),
        equivalent=sheet.write.money(claim.equivalent) if claim.equivalent else Markup(),
        parts=parts(sheet, fact, claim),
        marks=all_marks(sheet, claim),
        traits=tuple(
            trait for trait in _traits(sheet, fact, claim, usual.letters) if trait
        ),
        states=unusual_states(sheet, fact, claim, usual),
        note=note_markup(sheet, fact.id, claim.note),
    )


def _traits(
    sheet: Sheet, fact: MergedFact, claim: Claim, letters: Letters
) -> Iterator[Markup]:
    yield escape(rank(sheet, claim))
    yield period(sheet, claim)
    if said := who(sheet, fact, claim):
        yield sheet.fill(words.claims.SAYS, who=said)
    yield escape(status(sheet, fact, claim))
    if claim.stated:
        yield sheet.fill(
            words.claims.STATED_ON,
            date=sheet.write.date(claim.stated, "stated" in claim.inferred),
        )
    yield escape(
        sheet.language.series(lettered(letters, (one.source for one in claim.references)))
    )


def _kinds(sheet: Sheet, fact: MergedFact) -> Iterator[str]:
    """The kinds of states that the fact has, by which a script finds it."""
    states = (
        state for claim in leading_first(fact) for state in claim_states(sheet, fact, claim)
    )
    kinds = dict.fromkeys(state.kind for state in states if state.kind != "differs")
    yield from kinds
    if fact.agreement is Agreement.DIFFERING:
        yield "differs"
