"""The cue that a figure measures another thing than the property: net earnings of 286
million are no revenue.
"""

from collections.abc import Iterator
from functools import lru_cache

from dossier.figures.figure import FigureKind
from dossier.model.proofs import Look
from dossier.prove.cues.asks import FoundPart
from dossier.prove.cues.clauses import Link
from dossier.prove.cues.lists import noun_by_order
from dossier.prove.cues.parts import is_anothers
from dossier.prove.cues.phrases import Mark, Phrases
from dossier.prove.cues.scenes import Scene, scene_of
from dossier.prove.cues.sentences import sentences_before

SHARE = "market-share"
PRICES = frozenset({"deal-value", "offer"})
VALUES = frozenset({"valuation", "market-value", "enterprise-value"})
COMMAS = frozenset(",，、")
SLOTS = 6  # articles, hedges and nouns between `valued at` and its figure
ALONG = frozenset({Link.ASIDE, Link.PARTICIPLE, Link.WHEN})
EARLIER = 2  # sentences back in which what is measured may be named
SHORT = 4  # letters by which a qualifier is told in a claim
STEM = 5  # letters by which a word of a claim is told in a text
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
    if noun and _is_share_of(ask, noun):
        if SHARE in claimed:
            return
        if "change" in ask.said and noun.tags & ask.lexicon.kinds["money"]:
            yield ask.look("metric", noun)
    if noun and not _agree(ask, claimed, noun.tags) and not _claims(ask, noun):
        yield ask.look("metric", noun)


def worth(ask: FoundPart) -> Iterator[Look]:
    """Acme, valued at 240 million, bought Brisken: what a company is worth is no price."""
    if ask.quantity is None or not ask.claimed_metrics & PRICES:
        return
    spot = ask.spot
    for mark in ask.scene.metrics:
        is_before = mark.last <= spot.first and spot.near_before(mark, SLOTS)
        is_behind = mark.first == spot.last
        told = (mark.first,) if is_before else (spot.first - 1, spot.first)
        if (
            mark.tags & VALUES
            and (is_before or is_behind)
            and any(_is_set_aside(ask, at) for at in told)
        ):
            yield ask.look("metric", mark)


def _is_set_aside(ask: FoundPart, at: int) -> bool:
    """Whether a word stands behind a comma and no deal before that, but for articles: Acme,
    with a market value of 240 million.
    """
    keys, grammar = ask.spot.keys, ask.lexicon.grammar
    small = grammar["articles"] | grammar["attaches"]
    while at > 0 and keys[at - 1] in small:
        at -= 1
    deals = (one for one in ask.scene.metrics if one.tags & PRICES)
    return (
        at > 0 and keys[at - 1] in COMMAS and not any(one.last == at - 1 for one in deals)
    )


def adjusted(ask: FoundPart) -> Iterator[Look]:
    """Adjusted for special items, where the claim says nothing of it: another measure of
    the same name.
    """
    kind = ask.spot.figure.kind if ask.spot.figure else None
    if (
        ask.quantity is None
        or kind not in (FigureKind.MONEY, FigureKind.PERCENT, FigureKind.POINTS)
        or "adjusted" in ask.said
    ):
        return
    near = (
        mark
        for mark in ask.scene.tagged("adjusted")
        if ask.spot.shares_clause(mark.first, ALONG)
    )
    before = (
        mark
        for mark in ask.scene.tagged("adjusted.before")
        if ask.spot.is_told_with(mark.first) and _is_base(ask, mark)
    )
    yield from (ask.look("metric", mark) for mark in before)
    yield from (ask.look("metric", mark) for mark in near if not is_anothers(ask, mark))


def _is_base(ask: FoundPart, mark: Mark) -> bool:
    """Whether `before goodwill` is told of the figure: it stands behind it, or in brackets
    before it.
    """
    if mark.first >= ask.spot.last:
        return not is_anothers(ask, mark)
    of = ask.scene.clauses.of
    return of[mark.first] != of[ask.spot.first]


def unnamed(ask: FoundPart) -> Iterator[Look]:
    """Nothing in the sentence names what is claimed, nor tells of it: lent 5 million, where
    the claim says revenue.
    """
    claimed = ask.claimed_metrics
    if (
        ask.quantity is None
        or not claimed & ask.lexicon.told
        or _is_told_of(ask, ask.scene)
    ):
        return
    before = sentences_before(
        ask.view, ask.sentence[0], ask.lexicon.grammar["abbreviations"], EARLIER
    )
    texts = (ask.view.flat[start:end].strip() for start, end in before)
    scenes = (scene_of(text, ask.scene.language, ask.lexicon) for text in texts)
    if not any(_is_told_of(ask, scene) for scene in scenes):
        yield Look("metric", ask.scene.tokens.words(ask.spot.first, ask.spot.last))


def _is_told_of(ask: FoundPart, scene: Scene) -> bool:
    """Whether a sentence has a noun of what is claimed, a verb that tells of it, or a word
    of the claim.
    """
    claimed = ask.claimed_metrics
    if any(
        _agree(ask, claimed, mark.tags) for mark in (*scene.metrics, *scene.told_metrics)
    ):
        return True
    general = ask.lexicon.grammar["general"]
    stems = {
        key[:STEM]
        for tokens in ask.names_of_metric
        for key in tokens.keys
        if len(key) >= STEM and key not in general
    }
    return any(key[:STEM] in stems for key in scene.tokens.keys if len(key) >= STEM)


def beside(ask: FoundPart) -> Iterator[Look]:
    """1,900 people on contract, where employees are claimed: words that make another base
    of what is claimed.
    """
    if ask.quantity is None or not ask.claimed_metrics:
        return
    claimed = {key for tokens in ask.names_of_metric for key in tokens.keys}
    for mark in ask.scene.beside_metrics:
        keys = ask.spot.keys[mark.first : mark.last]
        is_said = all(key in claimed for key in keys)
        if (
            mark.tags & ask.claimed_metrics
            and ask.spot.is_told_with(mark.first)
            and not is_said
            and not is_anothers(ask, mark)
            and not _has_a_figure(ask, mark)
        ):
            yield ask.look("metric", mark)


def _has_a_figure(ask: FoundPart, mark: Mark) -> bool:
    """Whether another figure stands right behind a word: a capacity of 50,000."""
    return any(
        0 <= first - mark.last <= 1 and first != ask.spot.first
        for first, _ in ask.scene.spans
    )


def unsaid(ask: FoundPart) -> Iterator[Look]:
    """Diluted earnings, employees as full-time equivalents: a word that the property knows
    as a qualifier, which the claim does not have.
    """
    if ask.quantity is None:
        return
    stems = {key[:SHORT] for tokens in ask.names_of_metric for key in tokens.keys}
    said = {*ask.frame.qualifiers}
    for words in ask.frame.property.qualifiers.values():
        if said.isdisjoint(words):
            for mark in _words_of(words).find(ask.spot.keys):
                is_new = ask.spot.keys[mark.first][:SHORT] not in stems
                if (
                    is_new
                    and ask.spot.is_told_with(mark.first)
                    and not is_anothers(ask, mark)
                ):
                    yield ask.look("metric", mark)


@lru_cache(maxsize=256)
def _words_of(words: tuple[str, ...]) -> Phrases:
    return Phrases(("said", word) for word in words)


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
    if by_order := noun_by_order(ask):
        return by_order
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
    of = ask.lexicon.grammar["of_name"]
    if any(
        ask.spot.keys[last : mark.first] and {*ask.spot.keys[last : mark.first]} <= of
        for _, last in ask.scene.spans
        if last < mark.first
    ):
        return True
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
