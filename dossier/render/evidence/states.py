"""What is to be said about how far an answer can be trusted: is its quote proved, is it
old, why does it differ.

Each state is words, and a kind by which the style sheet puts a sign before them: it is
understood without colour.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from dossier.model.claims import Claim
from dossier.model.dossiers import Knowledge, MergedClaim, MergedFact
from dossier.model.freshness import Age
from dossier.model.proofs import Level, ProofState, State, weakest
from dossier.render.evidence.labels import key_label
from dossier.render.evidence.views import LegendView, StateView
from dossier.render.language import words
from dossier.render.language.dates import day_words
from dossier.render.site.render_context import RenderContext

UNPROVED, BARE = "unproved", "bare"
"""The marks of what failed or was never looked at, and of what no quote is there to
support.
"""

APART = frozenset({"stated", "asserted_by", "status"})
"""Sides of a claim that do not stand beside its value and period."""


def claim_states(
    render: RenderContext, fact: MergedFact, claim: Claim
) -> tuple[StateView, ...]:
    """Every state of a claim: its proof first, then its age, then its difference from the
    leading one.
    """
    return render.build.finished.once(
        "states", (fact, claim), partial(_states, render, fact, claim)
    )


def _states(render: RenderContext, fact: MergedFact, claim: Claim) -> tuple[StateView, ...]:
    merged = fact.merged(claim)
    return (
        *_end(render, fact, claim),
        *proof_states(render, fact, merged),
        *_age(render, merged),
        *_difference(render, merged),
    )


def _end(render: RenderContext, fact: MergedFact, claim: Claim) -> Iterator[StateView]:
    """That a role is somebody's no more."""
    if claim is fact.leading and fact.has_ended(render.site.as_of):
        yield StateView("ended", render.say(words.entities.FORMER))


def proof_states(
    render: RenderContext, fact: MergedFact, claim: MergedClaim
) -> Iterator[StateView]:
    """How much is known of what a claim says, and what of it no quote is there to support."""
    yield (
        known_state(render, claim.proofs.known)
        if claim.proofs.quotes
        else level_mark(render, claim)
    )
    yield from bare_states(render, fact, claim)


def level_mark(render: RenderContext, claim: MergedClaim) -> StateView:
    """How much is known of a claim, in the fewest words."""
    return (
        level_state(render, claim.proofs.state)
        if claim.proofs.quotes
        else StateView(UNPROVED, render.say(words.proofs.NO_QUOTE))
    )


def whole_states(
    render: RenderContext, fact: MergedFact, claim: Claim
) -> tuple[StateView, ...]:
    """The same on the page of its fact, where it says too which of its keys are not proved,
    beside others that are.
    """
    proofs = fact.merged(claim).proofs
    weak = [key for key, state in proofs.keys.items() if state is Level.WORDS]
    states = claim_states(render, fact, claim)
    if proofs.state is not Level.WORDS or len(weak) == len(proofs.keys):
        return states
    parts = render.language.series(key_label(render, fact.property, key) for key in weak)
    told = render.say(words.proofs.NOT_PROVED, parts=parts)
    return tuple(
        replace(state, label=told) if state.kind == Level.WORDS else state
        for state in states
    )


def bare_states(
    render: RenderContext, fact: MergedFact, claim: MergedClaim
) -> Iterator[StateView]:
    """The keys of a claim that no quote is there to support."""
    if claim.proofs.bare:
        parts = render.language.series(
            key_label(render, fact.property, key) for key in claim.proofs.bare
        )
        yield StateView(BARE, render.say(words.proofs.BARE, parts=parts))


def brief_states(
    render: RenderContext, fact: MergedFact, claim: Claim
) -> tuple[StateView, ...]:
    """The states of a claim of which the value and its period alone are shown."""
    merged = fact.merged(claim)
    if claim is fact.leading and not APART & {*merged.proofs.bare}:
        return claim_states(render, fact, claim)
    shown = tuple(key for key in merged.proofs.bare if key not in APART)
    return _states(
        render,
        replace(fact, claims=(replace(merged, proofs=replace(merged.proofs, bare=shown)),)),
        claim,
    )


def known_state(render: RenderContext, known: Knowledge) -> StateView:
    """How much is known of a claim or a passage, what asks for a look, and who has read it."""
    view = level_state(render, known.state)
    cues = [
        render.say(words.proofs.CUES[cue]) for cue in known.cues if cue in words.proofs.CUES
    ]
    if known.state is Level.LOOK and cues:
        return replace(
            view,
            label=render.say(words.proofs.ASKS_BECAUSE, cues=render.language.series(cues)),
        )
    if known.state is Level.READ and known.readers:
        told = [
            render.say(words.proofs.READER, name=name, date=day_words(day, render.language))
            for name, day in known.readers
        ]
        return replace(
            view,
            label=render.say(words.proofs.READ_BY, readers=render.language.series(told)),
        )
    return view


def level_state(render: RenderContext, state: State) -> StateView:
    """How much is known: of several things that are told of together, by the one of which
    least is.
    """
    return StateView(
        state.value if isinstance(state, Level) else UNPROVED,
        render.say(words.proofs.PROOFS[state]),
    )


def usual_level(claims: Iterable[MergedClaim]) -> State:
    """The state that can be said once of several claims together, as long as each of another
    one is marked: that of the most; of two that as many have, the one that says less.
    """
    counts = Counter(claim.proofs.state for claim in claims)
    most = max(counts.values(), default=0)
    return weakest(state for state, count in counts.items() if count == most)


def legend(render: RenderContext) -> tuple[LegendView, ...]:
    """What each mark of a level says, in one sentence each."""
    return render.build.finished.once("legend", (), partial(_legend, render))


def _legend(render: RenderContext) -> tuple[LegendView, ...]:
    levels = tuple(
        LegendView(level_state(render, level), render.say(words.proofs.LEVELS[level]))
        for level in Level
    )
    unchecked = LegendView(
        level_state(render, ProofState.UNCHECKED), render.say(words.proofs.NOT_CHECKED)
    )
    bare = LegendView(
        StateView(BARE, render.say(words.proofs.WITHOUT_QUOTE)),
        render.say(words.proofs.NO_WORDS),
    )
    own = LegendView(
        StateView("own", render.say(words.proofs.OWN_WORDS)),
        render.say(words.proofs.ABOUT_OWN_WORDS),
    )
    return (*levels, unchecked, bare, own)


def _age(render: RenderContext, claim: MergedClaim) -> Iterator[StateView]:
    freshness = claim.freshness
    if freshness.age is Age.STALE and freshness.until:
        since = day_words(freshness.until, render.language)
        yield StateView("stale", render.say(words.freshness.STALE, date=since))
    elif freshness.age is Age.DUE and freshness.until:
        yield StateView(
            "stale",
            render.say(
                words.freshness.CAME_DUE, date=day_words(freshness.until, render.language)
            ),
        )
    elif freshness.age is Age.UNDATED:
        yield StateView("stale", render.say(words.freshness.AGE_UNKNOWN))


def _difference(render: RenderContext, claim: MergedClaim) -> Iterator[StateView]:
    if claim.difference:
        yield StateView("differs", render.say(words.claims.DIFFERENCES[claim.difference]))
