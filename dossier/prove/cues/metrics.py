"""The cue that a figure measures another thing than the property: net earnings of 286
million are no revenue.
"""

from collections.abc import Iterator

from dossier.figures.figure import FigureKind
from dossier.model.proofs import Look
from dossier.prove.cues.asks import FoundPart
from dossier.prove.cues.clauses import Link
from dossier.prove.cues.phrases import Mark

SHARE = "market-share"
ALONG = frozenset({Link.ASIDE, Link.PARTICIPLE, Link.WHEN})
BEHIND = 4  # words between a figure and its noun: 15.2% of the global market


def metric(ask: FoundPart) -> Iterator[Look]:
    """The noun that the figure belongs to is that of another metric than the one that is
    claimed.
    """
    if ask.quantity is None:
        return
    claimed = ask.claimed_metrics
    if not claimed:
        return
    noun = _noun_of(ask)
    if noun and _is_share_of(ask, noun) and SHARE in claimed:
        return
    if noun and not _agree(ask, claimed, noun.tags) and not _claims(ask, noun):
        yield ask.look("metric", noun)


def adjusted(ask: FoundPart) -> Iterator[Look]:
    """Adjusted for special items, where the claim says nothing of it: another measure of
    the same name.
    """
    kind = ask.spot.figure.kind if ask.spot.figure else None
    if (
        ask.quantity is None
        or kind not in (FigureKind.MONEY, FigureKind.PERCENT)
        or "adjusted" in ask.said
    ):
        return
    near = (
        mark
        for mark in ask.scene.tagged("adjusted")
        if ask.spot.shares_clause(mark.first, ALONG)
    )
    yield from (ask.look("metric", mark) for mark in near if not _is_anothers(ask, mark))


def _is_anothers(ask: FoundPart, mark: Mark) -> bool:
    """Whether another figure stands between such a word and this one."""
    first, last = (
        (mark.last, ask.spot.first)
        if mark.last <= ask.spot.first
        else (ask.spot.last, mark.first)
    )
    return any(first <= one and other <= last for one, other in ask.scene.spans)


def _is_share_of(ask: FoundPart, noun: Mark) -> bool:
    """Whether a percentage is one of what its noun counts: 3% of staff."""
    figure = ask.spot.figure
    is_share = figure is not None and figure.kind in (FigureKind.PERCENT, FigureKind.SHARE)
    return (
        is_share
        and noun.first >= ask.spot.last
        and ask.spot.keys[ask.spot.last] in ask.lexicon.grammar["of_name"]
    )


def _noun_of(ask: FoundPart) -> Mark | None:
    """The noun of a figure: the one right behind it, else the nearest before it in its
    clause.
    """
    spot = ask.spot
    rates = {
        at for mark in ask.scene.tagged("per.behind") for at in range(mark.first, mark.last)
    }
    other = _other_kind(ask)
    metrics = [
        mark
        for mark in ask.scene.metrics
        if mark.first not in rates and not mark.tags <= other
    ]
    behind = next((mark for mark in metrics if mark.first >= spot.last), None)
    if (
        behind
        and spot.gap(behind.first) <= BEHIND
        and spot.is_open(spot.last, behind.first)
        and _is_own(ask, behind)
    ):
        return behind
    before = (
        mark
        for mark in reversed(metrics)
        if mark.last <= spot.first and spot.shares_clause(mark.first)
    )
    return next((mark for mark in before if not _is_taken(ask, mark)), None)


def _other_kind(ask: FoundPart) -> frozenset[str]:
    """The metrics that cannot be the figure's: an amount counts no stores, and a count is
    no money.
    """
    kind = ask.spot.figure.kind if ask.spot.figure else None
    kinds = ask.lexicon.kinds
    return (
        kinds["counts"]
        if kind is FigureKind.MONEY
        else kinds["money"]
        if kind is FigureKind.PLAIN
        else frozenset()
    )


def _is_own(ask: FoundPart, mark: Mark) -> bool:
    """Whether a noun behind a figure is the figure's, and not that of what comes then."""
    between = ask.spot.keys[ask.spot.last : mark.first]
    stops = ask.lexicon.grammar["not_its_noun"]
    return not stops.intersection(between) and not ask.scene.has_verb(
        ask.spot.last, mark.first
    )


def _is_taken(ask: FoundPart, mark: Mark) -> bool:
    """Whether a noun before the figure belongs to another one: it stands right behind that."""
    return any(
        0 <= mark.first - last <= 2 and ask.spot.is_open(last, mark.first)
        for _, last in ask.scene.spans
        if last <= mark.first
    ) and any(first >= mark.last for first, _ in ask.scene.spans if first < ask.spot.first)


def _agree(ask: FoundPart, claimed: frozenset[str], told: frozenset[str]) -> bool:
    """Whether two sets of metrics may be one: the same, or one of them a general word for
    the other.
    """
    within = ask.lexicon.within
    wide = claimed.union(*(within.get(id, frozenset()) for id in claimed))
    return bool(wide & told) or any(claimed & within.get(id, frozenset()) for id in told)


def _claims(ask: FoundPart, noun: Mark) -> bool:
    """Whether the claim has the noun itself."""
    keys = ask.scene.tokens.keys[noun.first : noun.last]
    return any(all(key in named.keys for key in keys) for named in ask.names_of_metric)
