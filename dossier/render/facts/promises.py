"""Promises as pages show them: what was said would come, by whom, for when, and what became
of it.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from markupsafe import Markup, escape

from dossier.model.dossiers import MergedFact
from dossier.model.facts import FactId
from dossier.model.promises import Promise, PromiseState, Settlement
from dossier.render.evidence.speakers import who
from dossier.render.evidence.views import StateView
from dossier.render.facts.facts import figure_view
from dossier.render.facts.lines import Usual, unusual_level
from dossier.render.facts.views import (
    PromisedView,
    PromiseGroupView,
    PromiseLineView,
    PromiseView,
)
from dossier.render.language import words
from dossier.render.site import links
from dossier.render.site.render_context import RenderContext
from dossier.render.site.views import LinkView

ORDER = (
    PromiseState.PASSED,
    PromiseState.DISPUTED,
    PromiseState.OPEN,
    PromiseState.SETTLED,
)
"""As a page shows them: what somebody should look at first."""
SIGNS = {PromiseState.PASSED: "stale", PromiseState.DISPUTED: "differs"}
"""The signs before states, by the style sheet; the others need none."""


def promise_groups(
    render: RenderContext, promises: Iterable[Promise]
) -> tuple[PromiseGroupView, ...]:
    """Promises by where they stand, in each group those that come due first; groups without
    any are left out.
    """
    today, listed = render.site.as_of, sorted(promises, key=_when_due)
    return tuple(
        PromiseGroupView(
            id=f"promises-{state}",
            label=render.say(words.promises.PROMISE_GROUPS[state]),
            about=render.say(words.promises.PROMISE_GROUPS_ABOUT[state]),
            promises=found,
        )
        for state in ORDER
        if (
            found := tuple(
                _listed(render, one) for one in listed if one.state(today) is state
            )
        )
    )


def _listed(render: RenderContext, promise: Promise) -> PromiseView:
    """A promise under a heading that says where it stands, unless somebody has said what
    became of it.
    """
    view = promise_view(render, promise)
    return (
        view
        if promise.settlements
        else replace(view, promised=replace(view.promised, state=None))
    )


def promise_lines(
    render: RenderContext, promises: Iterable[Promise], usual: Usual
) -> tuple[PromiseLineView, ...]:
    """Promises in brief, in the order of the page of promises; those of one property that
    stand alike share a line.
    """
    today = render.site.as_of
    alike: dict[Hashable, list[Promise]] = defaultdict(list)
    for one in sorted(
        promises, key=lambda one: (ORDER.index(one.state(today)), *_when_due(one))
    ):
        prop = render.site.facts[FactId.parse(one.fact, "")].property.id
        alike[one.fact if one.settlements else (prop, one.due, one.state(today))].append(
            one
        )
    return tuple(_line(render, found, usual) for found in alike.values())


def _line(render: RenderContext, alike: Sequence[Promise], usual: Usual) -> PromiseLineView:
    facts = [render.site.facts[FactId.parse(one.fact, "")] for one in alike]
    view = promised_view(render, alike[0])
    return PromiseLineView(
        promises=tuple(
            LinkView(fact.fact.label, render.link(links.fact_url(fact.id)))
            for fact in facts
        ),
        value=(
            render.write.answer(facts[0].leading, facts[0].property)
            if len(facts) == 1
            else Markup()
        ),
        states=(
            unusual_level(render, facts[0], facts[0].leading, usual)
            if len(facts) == 1
            else ()
        ),
        due=view.due,
        state=promise_state(render, alike[0]),
        outcomes=view.outcomes,
    )


def promise_view(render: RenderContext, promise: Promise) -> PromiseView:
    """A promise in a few lines."""
    return PromiseView(
        figure_view(render, render.site.facts[FactId.parse(promise.fact, "")]),
        promised_view(render, promise),
    )


def promised_view(render: RenderContext, promise: Promise) -> PromisedView:
    """By whom something was promised, for when, and what became of it."""
    fact = render.site.facts[FactId.parse(promise.fact, "")]
    return PromisedView(
        kind=render.say(words.promises.PROMISE_KINDS[promise.kind]),
        who=_who(render, fact),
        due=_due(render, fact, promise),
        state=promise_state(render, promise),
        outcomes=tuple(_outcome(render, one) for one in promise.settlements),
        settled_by="" if promise.settlements else fact.property.settled_by,
    )


def promise_state(render: RenderContext, promise: Promise) -> StateView:
    """Where a promise stands, in words."""
    state = promise.state(render.site.as_of)
    if state is PromiseState.SETTLED:
        return StateView(
            "settled", render.say(words.promises.OUTCOMES[promise.outcomes[0]])
        )
    return StateView(
        SIGNS.get(state, "open"), render.say(words.promises.PROMISE_STATES[state])
    )


def _when_due(promise: Promise) -> tuple[str, str]:
    known = promise.due is not None and promise.due.end is not None
    return promise.due.latest.isoformat() if promise.due and known else "9999", promise.fact


def _who(render: RenderContext, fact: MergedFact) -> Markup:
    """Who promised: whose word it is by the claim, or else whom the fact is about."""
    return who(render, fact, fact.leading) or render.write.entity(fact.subject.id)


def _due(render: RenderContext, fact: MergedFact, promise: Promise) -> Markup:
    is_value = promise.due is not None and promise.due == fact.leading.value
    key = "value" if is_value else fact.property.due_key or "period"
    if promise.due is None:
        return escape(render.say(words.promises.NO_DUE_DATE))
    return render.write.date(promise.due, key in fact.leading.inferred)


def _outcome(render: RenderContext, settlement: Settlement) -> tuple[str, LinkView]:
    """An outcome, and the fact that tells it."""
    fact = render.site.facts[FactId.parse(settlement.fact, "")]
    return render.say(words.promises.OUTCOMES[settlement.outcome]), LinkView(
        fact.fact.label, render.link(links.fact_url(fact.id))
    )


def promises_in(render: RenderContext, company: str) -> tuple[Promise, ...]:
    """The promises that a dossier holds."""
    return tuple(
        promise for id, promise in render.site.promises.items() if id.company == company
    )
