"""The cue that a word beside a figure is in no list: what is not understood asks for a look.

All other cues are words that turn a figure, and no list has all of those. So here it is the
other way round: what is listed are the words that turn nothing, and any other may.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from dossier.model.proofs import Look
from dossier.prove.cues.accounted import ENDS, named_places, things_of, unlisted
from dossier.prove.cues.asks import FoundPart
from dossier.prove.cues.clauses import Link
from dossier.prove.cues.names import actors_of
from dossier.prove.cues.phrases import Mark
from dossier.texts.passages import Span

CUE = "unknown"
ANTECEDENT = 3  # words before `where` or `whose` that may say of whom a figure is
NAMED = 4  # stretches of unknown words that are named
ABOVE = frozenset({Link.ASIDE, Link.PARTICIPLE, Link.WHEN})
"""A clause that hangs so on another shares the words of that."""
MEASURES = frozenset({"up", "down", "change.behind", "part.units"})
"""Nouns of these cues measure as those of metrics do: growth, an increase, a segment."""


def unknown(ask: FoundPart) -> Iterator[Look]:
    """A word that bears on the figure, and that neither the claim nor any list has."""
    if not ask.lexicon.neutral or not _is_of_value(ask) or _names_nothing(ask):
        return
    runs = [ask.scene.tokens.words(*run) for run in islice(_runs(_left(ask)), NAMED)]
    if runs:
        yield Look(CUE, ", ".join(runs))


def _left(ask: FoundPart) -> Iterator[int]:
    """The words for which nothing accounts, one by one: most sentences that ask have many."""
    known: frozenset[int] | None = None
    for at in _bearing(ask):
        if not _is_claimed(ask, at) and not _is_by_the_way(ask, at):
            known = frozenset(_known(ask)) if known is None else known
            if at not in known:
                yield at


def _runs(places: Iterable[int]) -> Iterator[Span]:
    """Words that stand side by side, together."""
    first = last = -1
    for at in places:
        if at != last:
            if last > 0:
                yield first, last
            first = at
        last = at + 1
    if last > 0:
        yield first, last


def _is_of_value(ask: FoundPart) -> bool:
    return ask.part.key == "value" or ask.part.key in ask.frame.property.keys


def _names_nothing(ask: FoundPart) -> bool:
    """Whether a claim says of nothing that it measures it, so that nothing can differ."""
    lexicon = ask.lexicon.base or ask.lexicon
    named = {key for key in ask.claimed.keys if key[0].isalpha()}
    return named <= lexicon.grammar["names_nothing"]


def _bearing(ask: FoundPart) -> Iterator[int]:
    """The unlisted words that may turn the figure: in its clause or in one that it hangs on,
    before it or close behind; and of whom a relative clause is.
    """
    spot, of = ask.spot, ask.scene.clauses.of
    words = [at for at in unlisted(ask.scene) if not spot.first <= at < spot.last]
    if words:
        mine, above, before = of[spot.first], _above(ask), _antecedent(ask)
        end = _end_of_event(ask) if ask.is_date else _end_of_figure(ask)
        for at in words:
            is_behind = spot.last <= at < end and of[at] == mine
            if (at < spot.first and of[at] in above) or is_behind or at in before:
                yield at


def _above(ask: FoundPart) -> frozenset[int]:
    """The clause of the figure, and those on which it hangs."""
    clauses = ask.scene.clauses
    found = [clauses.of[ask.spot.first]]
    while clauses.all[found[-1]].link in ABOVE:
        found.append(clauses.all[found[-1]].parent)
    return frozenset(found)


def _antecedent(ask: FoundPart) -> range:
    """The words right before the relative clause of a figure: in Portugal, where it has
    3,800 employees.
    """
    clauses = ask.scene.clauses
    mine = clauses.of[ask.spot.first]
    if clauses.all[mine].link is not Link.RELATIVE:
        return range(0)
    start = clauses.of.index(mine)
    verbs = (at for at in range(start - 1, -1, -1) if ask.scene.verbs[at])
    return range(max(start - ANTECEDENT, next(verbs, -1) + 1, 0), start)


def _end_of_event(ask: FoundPart) -> int:
    """Where the event of a date ends that stands behind it: in 2004 the firm went public."""
    events = (
        mark.last
        for mark in ask.scene.events
        if mark.first >= ask.spot.last and mark.tags & ask.claimed_events
    )
    return next(events, ask.spot.last)


def _end_of_figure(ask: FoundPart) -> int:
    """How far the words behind a figure are said of it: up to a sign, another figure, or
    another verb behind `and`.
    """
    keys, scene = ask.spot.keys, ask.scene
    starts = {first for first, _ in scene.spans}
    for at in range(ask.spot.last, len(keys)):
        is_next = keys[at] in ask.lexicon.grammar["and"] and _is_doing(ask, at + 1)
        if keys[at] in ENDS or at in starts or is_next:
            return at
    return len(keys)


def _is_doing(ask: FoundPart, at: int) -> bool:
    """Whether a word is a verb, or ends as one."""
    grammar = ask.lexicon.grammar
    endings = tuple(grammar["finite_endings"] | grammar["participles"])
    return at < len(ask.spot.keys) and (
        ask.scene.verbs[at] or ask.spot.keys[at].endswith(endings or ("\0",))
    )


def _known(ask: FoundPart) -> Iterator[int]:
    """The words that tell of what is claimed, and the names that others ask about."""
    scene, told = ask.scene, ask.claimed_metrics & ask.lexicon.told
    marks: list[Mark] = [
        mark for mark in scene.told_metrics if not told or mark.tags & ask.claimed_metrics
    ]
    marks += (
        mark
        for mark in scene.events
        if ask.is_date or not told or mark.tags & ask.claimed_events
    )
    marks += ask.frame.known.phrases.find(scene.tokens.keys)
    yield from (at for mark in marks for at in range(mark.first, mark.last))
    for actor in actors_of(scene, ask.frame.known):
        if actor.is_subject or actor.speaks or actor.is_object:
            yield from range(actor.first, actor.last)
    if ask.lexicon.base and not ask.is_date:
        yield ask.spot.last  # what is counted was compared with the unit, which is English
    if ask.is_date or ask.claimed_metrics & ask.lexicon.kinds["once"]:
        yield from named_places(scene)


def _is_claimed(ask: FoundPart, at: int) -> bool:
    """Whether a word is one of the claim: of its label, its property, its unit or a name."""
    return ask.claim_words.have(ask.spot.keys[at])


def _is_by_the_way(ask: FoundPart, at: int) -> bool:
    """Whether a thing is named by the way: as no sort of what is measured, not as whom it
    is of, and not as the subject. A price is always one of something.
    """
    if at not in things_of(ask.scene) or at in _antecedent(ask):
        return False
    if ask.claimed_metrics and ask.claimed_metrics <= ask.lexicon.kinds["of_one"]:
        return True
    if at and _is_claimed(ask, at - 1) and at - 1 not in ask.scene.in_metrics:
        return True
    first, last = _noun_around(ask, at)
    before = ask.spot.keys[first - 1] if first else ""
    if first == 0 or _measures(ask, last):
        return False
    if before in ask.lexicon.grammar["attaches"]:
        is_apart = first > 1 and ask.spot.keys[first - 2] not in ENDS
        return is_apart and not _measures(ask, first - 2)
    return not ask.scene.has_verb(last, last + 1)


def _noun_around(ask: FoundPart, at: int) -> tuple[int, int]:
    """Where the noun begins that a word belongs to, and what stands behind its things."""
    keys, things, grammar = ask.spot.keys, things_of(ask.scene), ask.lexicon.grammar
    last = at + 1
    while last < len(keys) and (
        last in things or keys[last] in grammar["and"] | {"-", "&"}
    ):
        last += 1
    first = at
    while first and not (
        ask.scene.verbs[first - 1]
        or keys[first - 1] in ENDS | grammar["attaches"]
        or _measures(ask, first - 1)
    ):
        first -= 1
    return first, last


def _measures(ask: FoundPart, at: int) -> bool:
    """Whether a word is of a figure, or of what is measured: revenue, growth, a claimed
    thing.
    """
    if at >= len(ask.spot.keys):
        return False
    scene, spot = ask.scene, ask.spot
    return (
        at in scene.in_metrics
        or at in scene.in_figure
        or spot.first <= at < spot.last
        or _is_claimed(ask, at)
        or any(mark.first <= at < mark.last for mark in scene.tagged(*MEASURES))
    )
