"""The cue that a date is that of another event than the claim names: listed in 2004, where
it says founded.
"""

from collections.abc import Iterator

from dossier.model.proofs import Look
from dossier.prove.cues.asks import FoundPart
from dossier.prove.cues.phrases import Mark
from dossier.prove.cues.scenes import TOLD_ALONG
from dossier.texts.passages import Span

ANNOUNCED = frozenset({"announced"})
BESIDE = 3  # words between two events of one date: was founded and listed in 2004


def event(ask: FoundPart) -> Iterator[Look]:
    """What is told of the date is another event than that of the claim, or none of that
    name.
    """
    if not ask.is_date:
        return
    claimed, told = (
        ask.claimed_events,
        [mark for mark in ask.scene.events if _is_told_of(ask, mark)],
    )
    if not claimed or any(mark.tags & claimed for mark in _events_of_date(ask, told)):
        return
    is_named = any(mark.tags & claimed for mark in ask.scene.events)
    others = (
        mark for mark in (told if is_named else ask.scene.events) if not mark.tags & claimed
    )
    if other := min(others, key=lambda mark: _gap(ask, mark), default=None):
        yield ask.look("event", other)
    elif not is_named and (ask.lexicon.base is None or any(ask.scene.verbs)):
        yield Look("event", ask.scene.tokens.words(ask.spot.first, ask.spot.last))


def _is_told_of(ask: FoundPart, mark: Mark) -> bool:
    """Whether an event stands in the clause of the date, or in one that is told along with
    it.
    """
    clauses = ask.scene.clauses
    first = ask.spot.first
    return clauses.reaches(mark.first, first, TOLD_ALONG) or clauses.reaches(
        first, mark.first, TOLD_ALONG
    )


def _events_of_date(ask: FoundPart, told: list[Mark]) -> list[Mark]:
    """The events that the date may be of: the nearest verb of one before it, and the nouns
    between; else what is behind.
    """
    free = [mark for mark in told if not _has_other_date(ask, mark)]
    before = [mark for mark in free if mark.last <= ask.spot.first]
    verbs = [at for at, mark in enumerate(before) if _is_verb(ask, mark)]
    if verbs:
        return before[_first_of_run(before, verbs[-1]) :]
    return before or _announced(ask, free) or free


def _announced(ask: FoundPart, behind: list[Mark]) -> list[Mark]:
    """The verb that tells of an announcement, where it is the first behind a date, and so
    what the date is of: on 2 April it announced the opening.
    """
    verb = next((mark for mark in behind if _is_verb(ask, mark)), None)
    return [verb] if verb and verb.tags == ANNOUNCED else []


def _first_of_run(before: list[Mark], at: int) -> int:
    """Where events begin that share one date with an event: founded and listed in 2004."""
    while at and before[at].first - before[at - 1].last <= BESIDE:
        at -= 1
    return at


def _is_verb(ask: FoundPart, mark: Mark) -> bool:
    """Whether an event is a verb, and not a noun: was sold, and not a sale."""
    grammar = ask.lexicon.grammar
    before = ask.spot.keys[mark.first - 1] if mark.first else ""
    is_noun = ask.spot.keys[mark.last - 1].endswith(tuple(grammar["noun_endings"]))
    return not is_noun and before not in grammar["articles"] | grammar["of_name"]


def _has_other_date(ask: FoundPart, mark: Mark) -> bool:
    """Whether another date stands between an event and the date, or before an event that
    comes last in its clause.
    """
    is_before = mark.last <= ask.spot.first
    first, last = (mark.last, ask.spot.first) if is_before else (ask.spot.last, mark.first)
    dates = [*_other_dates(ask)]
    if any(first <= one and other <= last for one, other in dates):
        return True
    return (
        is_before
        and ask.lexicon.verb_is_last
        and any(_leads_to(ask, end, mark) for _, end in dates)
    )


def _leads_to(ask: FoundPart, end: int, mark: Mark) -> bool:
    """Whether the event behind a date is this one, and no other stands between: wurde 1998
    gegründet.
    """
    return end <= mark.first and not any(
        end <= one.first < mark.first for one in ask.scene.events
    )


def _other_dates(ask: FoundPart) -> Iterator[Span]:
    for day in ask.scene.days:
        first, last = ask.scene.span_of(day.start, day.end)
        if last <= ask.spot.first or first >= ask.spot.last:
            yield first, last


def _gap(ask: FoundPart, mark: Mark) -> int:
    return min(abs(ask.spot.first - mark.last), abs(mark.first - ask.spot.last))
