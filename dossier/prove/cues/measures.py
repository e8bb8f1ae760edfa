"""Cues that a figure is another than it seems: the value of before, a change, a loss, so
much per something.
"""

import re
from collections.abc import Iterator

from dossier.figures.figure import FigureKind
from dossier.model.proofs import Look
from dossier.prove.cues.asks import FoundPart
from dossier.prove.cues.phrases import Mark, Tokens, tags_of

YEAR = re.compile(r"(?:19|20)\d\d")
BETWEEN = 2  # words between a figure and `more than` behind it
SLOTS = 6  # articles, hedges and nouns between `compared with` and its figure
NOUNS = 3  # words between a figure and `a year`: 500,000 cars a year
DONE_BEHIND = 8  # words between a figure and the verb that says what is done to it
STEM = 3  # letters by which a verb of a claim is told: closed, closure; saves, savings
RESULTS = frozenset({"loss.lost", "loss.profit"})
BEHIND = 12  # words between a figure and `a year ago`


def old(ask: FoundPart) -> Iterator[Look]:
    """Compared with 3 billion; from 3 to 5 billion; 3 billion a year ago."""
    if "old" in ask.said or is_of_then(ask):
        return
    spot = ask.spot
    for mark in ask.tagged_before("old"):
        if spot.near_before(mark, SLOTS):
            yield ask.look("old", mark)
    for mark in ask.tagged_before("old.clause"):
        if spot.shares_clause(mark.first) and spot.is_clear(mark.last, spot.first):
            yield ask.look("old", mark)
    yield from (ask.look("old", mark) for mark in ask.scene.tagged("old.sentence"))
    yield from (ask.look("old", mark) for mark in _from(ask))
    yield from (ask.look("old", mark) for mark in _then(ask))
    for mark in ask.tagged_behind("old.turned"):
        if spot.shares_clause(mark.first) and spot.is_clear(spot.last, mark.first):
            yield ask.look("old", mark)


def than(ask: FoundPart) -> Iterator[Look]:
    """3% faster than the market, outgrew its rival by 3%: how much more it is than
    another's, and not than in a time before.
    """
    spot, scene = ask.spot, ask.scene
    if ask.quantity is None:
        return
    than = (mark for mark in scene.times if "compared.than" in mark.tags)
    for mark in than:
        is_near = spot.last <= mark.first and spot.gap(mark.first) <= BETWEEN
        is_near = is_near and spot.is_open(spot.last, mark.first)
        if is_near and not _names_a_time(ask, mark.last):
            yield ask.look("change", mark)
    beating = (mark for mark in scene.times if "compared.beating" in mark.tags)
    for mark in beating:
        between = scene.tokens.keys[mark.last : spot.first]
        is_before = mark.last <= spot.first and spot.shares_clause(mark.first)
        if is_before and not ask.lexicon.grammar["by"].isdisjoint(between):
            yield ask.look("change", mark)


def _names_a_time(ask: FoundPart, first: int) -> bool:
    """Whether a time stands right behind a word such as `than`: than in 2023, than a year
    earlier.
    """
    keys, grammar = ask.spot.keys, ask.lexicon.grammar
    small = grammar["articles"] | grammar["attaches"]
    passed = {
        at
        for mark in ask.scene.neutral
        if "small" in mark.tags
        for at in range(mark.first, mark.last)
    }
    at = next(
        (
            at
            for at in range(first, len(keys))
            if keys[at] not in small and at not in passed
        ),
        len(keys),
    )
    is_time = any("times" in mark.tags and mark.first == at for mark in ask.scene.neutral)
    return is_time or any(YEAR.fullmatch(key) for key in keys[at : at + 1])


def is_of_then(ask: FoundPart) -> bool:
    """Whether the claim is about a time before it was said, so that an old value is what it
    means.
    """
    period, stated = ask.frame.period, ask.frame.stated
    return bool(
        period
        and stated
        and period.certainly_before(stated)
        and period.latest.year < stated.earliest.year
    )


def _from(ask: FoundPart) -> Iterator[Mark]:
    """`from 3 to 5` with a verb of change before, `to 5 from 3`, and `from 3 a year ago`."""
    spot = ask.spot
    for mark in ask.tagged_before("old.from"):
        if _is_of_change(ask, mark):
            return
        if (
            spot.near_before(mark, NOUNS) and _is_from_then(ask, mark)
        ) or _is_end_of_old_range(ask, mark):
            yield mark
        if not spot.is_clear(mark.last, spot.first):
            return


def _is_of_change(ask: FoundPart, mark: Mark) -> bool:
    """Whether a word that elsewhere means `from` tells how much a change is: ein Anstieg
    von 5 Prozent. With another figure behind it, it may be `from` all the same.
    """
    keys, spot = ask.spot.keys, ask.spot
    is_noun = (
        mark.first > 0 and keys[mark.first - 1] in ask.lexicon.grammar["nouns_of_change"]
    )
    return is_noun and not any(
        first > spot.last and keys[first - 1] in ask.lexicon.grammar["to"]
        for first, _ in ask.scene.spans
    )


def _is_from_then(ask: FoundPart, mark: Mark) -> bool:
    """Whether `from` tells where a change began, and not whence something came."""
    moves = any(
        ask.spot.shares_clause(one.first)
        for one in ask.tagged_before("up", "down", "old.moves")
    ) or any(ask.spot.gap(one.first) <= NOUNS for one in ask.tagged_behind("old.moves"))
    return moves or _follows_figure(ask, mark.first) or any(_then(ask))


def _follows_figure(ask: FoundPart, at: int) -> bool:
    """Whether a figure of the same kind ends right before a word, or a sign before it: to 5
    billion, from 3 billion.
    """
    scene, kind = ask.scene, ask.spot.figure.kind if ask.spot.figure else None
    return any(at - 2 <= one.last <= at and one.kind is kind for one in scene.numbers)


def _is_end_of_old_range(ask: FoundPart, mark: Mark) -> bool:
    """`to 16 percent, from 18 to 19 percent`: 19 is old as well as 18."""
    between = ask.spot.keys[mark.last : ask.spot.first]
    figures = [span for span in ask.scene.spans if mark.last <= span[0] < ask.spot.first]
    joint = bool(between) and between[-1] in ("to", "-", "and")
    return (
        joint
        and len(figures) == 1
        and len(between) <= 6
        and _follows_figure(ask, mark.first)
    )


def _then(ask: FoundPart) -> Iterator[Mark]:
    """`a year ago` behind the figure or at the head of its clause; `last year` only where
    the sentence compares.
    """
    spot, stops = ask.spot, ask.lexicon.grammar["not_old"]
    compares = any(ask.scene.tagged("old", "old.from")) or (
        any(ask.scene.tagged("up", "down")) and _has_other(ask)
    )
    for mark in ask.scene.tagged("old.behind", "old.weak"):
        if "old.weak" in mark.tags and not compares:
            continue
        first, last = (
            (spot.last, mark.first) if mark.first >= spot.last else (mark.last, spot.first)
        )
        if mark.last <= spot.first and _closes_figure(ask, mark):
            continue
        is_base = bool(stops.intersection(spot.keys[max(0, mark.first - 2) : mark.first]))
        is_near = (
            0 <= last - first <= BEHIND
            and not (mark.first >= spot.last and _opens_figure(ask, mark))
            and spot.is_clear(first, last)
            and spot.shares_clause(mark.first)
        )
        is_then = (
            is_near
            and not is_base
            and (mark.first >= spot.last or "old.behind" in mark.tags)
        )
        if is_then or _leads_to_then(ask, mark):
            yield mark


def _closes_figure(ask: FoundPart, mark: Mark) -> bool:
    """Whether a word before the figure belongs to the one before: nach 8 Millionen im
    Vorjahr auf 6 Millionen.
    """
    return any(0 <= mark.first - last <= 1 for _, last in ask.scene.spans)


def _has_other(ask: FoundPart) -> bool:
    """Whether the sentence has another figure of the same kind."""
    kind = ask.spot.figure.kind if ask.spot.figure else None
    return sum(number.kind is kind for number in ask.scene.numbers) > 1


def _leads_to_then(ask: FoundPart, mark: Mark) -> bool:
    """Whether the figure is what was then: less than in the same period of 2017, when it
    reached 668 million.
    """
    spot = ask.spot
    between = spot.keys[mark.last : spot.first] if mark.last <= spot.first else ()
    is_when = not ask.lexicon.grammar["when"].isdisjoint(between[:6])
    return is_when and len(between) <= 2 * BEHIND and spot.is_clear(mark.last, spot.first)


def change(ask: FoundPart) -> Iterator[Look]:
    """Rose by 5, a 5% decline, another 5, where a level is claimed; rose to 5 where a
    change is.
    """
    if ask.quantity is None:
        return
    if "change" in ask.said:
        yield from (ask.look("change", mark) for mark in _leading_to(ask))
    elif not (_is_loss(ask) or _is_fall(ask) or _is_any_share(ask)):
        yield from (ask.look("change", mark) for mark in _changing(ask))


def _is_any_share(ask: FoundPart) -> bool:
    """Whether a share is claimed and not of what, so that it is neither a level nor a
    change: “Percentage”.
    """
    figure, lexicon = ask.spot.figure, ask.lexicon.base or ask.lexicon
    named = {key for key in ask.claimed.keys if key[0].isalpha()}
    is_share = figure is not None and figure.kind is FigureKind.PERCENT
    return is_share and named <= lexicon.grammar["names_nothing"]


def doing(ask: FoundPart) -> Iterator[Look]:
    """Shut 12 plants, repaid 5 million: what is done to it, where the claim says what there
    is.
    """
    if ask.quantity is None or "doing" in ask.said:
        return
    before = (
        mark
        for mark in ask.tagged_before("doing")
        if ask.spot.near_before(mark, NOUNS) and not _is_result(ask, mark)
    )
    behind = (
        mark
        for mark in ask.tagged_behind("doing.behind")
        if 0 < ask.spot.gap(mark.first) <= NOUNS
        and ask.spot.is_open(ask.spot.last, mark.first)
    )
    for mark in (*before, *_done_behind(ask), *behind):
        if not _says_what_is_done(ask, mark):
            yield Look("change", ask.scene.words(mark))


def _done_behind(ask: FoundPart) -> Iterator[Mark]:
    """Verbs behind the figure and its noun, where a language has them there: hat 12 Werke
    geschlossen.
    """
    if not ask.lexicon.verb_is_last:
        return
    for mark in ask.tagged_behind("doing"):
        if ask.spot.gap(mark.first) <= DONE_BEHIND and ask.spot.is_open(
            ask.spot.last, mark.first
        ):
            yield mark


def _says_what_is_done(ask: FoundPart, mark: Mark) -> bool:
    """Whether a claim has the verb itself, or another word for it."""
    keys = ask.spot.keys[mark.first : mark.last]
    claimed = {key[:STEM] for tokens in ask.names_of_metric for key in tokens.keys}
    is_told_in_base = ask.lexicon.base is not None and "doing" in ask.claimed_cues
    return (
        is_told_in_base
        or any(key[:STEM] in claimed for key in keys)
        or bool(ask.claimed_events & tags_of(ask.lexicon.events.find(keys)))
    )


def _is_result(ask: FoundPart, mark: Mark) -> bool:
    """Whether a verb only leads to the noun of what is claimed: made a profit of 5 million."""
    return any(
        "loss" in tag
        for one in ask.scene.marks
        if mark.last <= one.first < ask.spot.first
        for tag in one.tags
    )


def _is_loss(ask: FoundPart) -> bool:
    """Whether a verb such as `lost` tells of a result: lost $5 billion; ganó 5 millones."""
    return (
        any(not mark.tags.isdisjoint(RESULTS) for mark in _changing(ask))
        and "loss.profit" in ask.claimed_cues
    )


def _is_fall(ask: FoundPart) -> bool:
    """Whether a share below zero can only be a fall: what is claimed is money or things,
    and no share itself.
    """
    figure, lexicon = ask.spot.figure, ask.lexicon.base or ask.lexicon
    is_share = figure is not None and figure.kind is FigureKind.PERCENT
    levels = ask.claimed_metrics - lexicon.kinds["money"] - lexicon.kinds["counts"]
    return is_share and ask.quantity is not None and ask.quantity.exact < 0 and not levels


def _leading_to(ask: FoundPart) -> Iterator[Mark]:
    """A verb of change with `to` before the figure: the level that it led to; a loss that
    narrowed to 5 is one of 5.
    """
    spot = ask.spot
    if "loss" in ask.claimed_cues:
        return
    at = spot.first
    while (
        at and spot.is_slot(at - 1) and spot.keys[at - 1] not in ask.lexicon.grammar["to"]
    ):
        at -= 1
    if at and spot.keys[at - 1] in ask.lexicon.grammar["to"]:
        yield from (
            mark
            for mark in ask.tagged_before("up", "down")
            if spot.shares_clause(mark.first)
            and mark.last <= at - 1
            and not _is_measured(ask, mark)
        )


def _is_measured(ask: FoundPart, mark: Mark) -> bool:
    """Whether a change is itself what the figure measures: growth stood at 5%."""
    amounts = ask.lexicon.grammar["amounts"]
    return not amounts.isdisjoint(ask.spot.keys[mark.last : mark.last + 1])


def _changing(ask: FoundPart) -> Iterator[Mark]:
    """What makes the figure a change: a verb right before it without `to`, or a noun right
    behind it.
    """
    spot, to = ask.spot, ask.lexicon.grammar["to"]
    for mark in ask.tagged_before("up", "down", "change"):
        if (
            spot.near_before(mark, 4)
            and not to.intersection(spot.keys[mark.last : spot.first])
            and not _is_arrow(ask, mark)
        ):
            yield mark
    for mark in ask.tagged_behind("change.behind"):
        is_near = spot.gap(mark.first) <= NOUNS and not to.intersection(
            spot.keys[spot.last : mark.first]
        )
        if is_near and spot.is_open(spot.last, mark.first) and not _opens_figure(ask, mark):
            yield mark


def _is_arrow(ask: FoundPart, mark: Mark) -> bool:
    """Whether a word is the name of a sign that is glued to its figure, as in a box of
    facts: Net income Increase€6 billion.
    """
    tokens = ask.scene.tokens
    is_glued = tokens.ends[mark.last - 1] == tokens.starts[ask.spot.first]
    return is_glued and mark.first > 0 and tokens.text[tokens.starts[mark.first]].isupper()


def _opens_figure(ask: FoundPart, mark: Mark) -> bool:
    """Whether a word behind the figure belongs to the next one: 5 billion up 6%."""
    keys = ask.spot.keys
    return any(
        0 <= first - mark.last <= 2 and "," not in keys[mark.last : first]
        for first, _ in ask.scene.spans
    )


def sign(ask: FoundPart) -> Iterator[Look]:
    """A loss in the clause of what is claimed as a profit, or the other way round."""
    claimed = ask.claimed_cues
    if ask.quantity is None or not (
        ask.spot.figure and ask.spot.figure.kind is FigureKind.MONEY
    ):
        return
    if "loss.profit" in claimed and "loss" not in claimed and ask.quantity.exact > 0:
        near = ask.tagged_before("loss", "loss.lost", "loss.profit")
        nearest = next((mark for mark in near if ask.spot.shares_clause(mark.first)), None)
        if nearest and "loss.profit" not in nearest.tags:
            yield ask.look("sign", nearest)


def contradiction(ask: FoundPart) -> str:
    """What to say where the words give the figure the opposite sign; empty where they do
    not.
    """
    figure = ask.spot.figure
    if ask.quantity is None or figure is None or figure.value < 0:
        return ""
    mark = _against_level(ask) if figure.kind is FigureKind.MONEY else _against_change(ask)
    if mark is None:
        return ""
    words = ask.scene.words(mark)
    return (
        f"the words say “{words}” of “{figure.text}”, the opposite; turn the sign, or quote"
        " other words"
    )


def _against_level(ask: FoundPart) -> Mark | None:
    """A loss of 5 billion is no profit of 5 billion, nor a profit a loss."""
    claimed = ask.claimed_cues
    if ask.quantity is None or ask.quantity.exact < 0:
        return None
    is_profit, is_loss = "loss.profit" in claimed, "loss" in claimed
    if is_profit is is_loss:
        return None
    wrong = ("loss", "loss.lost") if is_profit else ("loss.profit",)
    before = next(iter(ask.tagged_before("loss", "loss.lost", "loss.profit")), None)
    if before and before.tags.intersection(wrong) and ask.spot.near_before(before, 4):
        return before
    behind = next(iter(ask.tagged_behind("loss", "loss.profit")), None)
    is_right_behind = behind and behind.first == ask.spot.last
    return (
        behind if behind and is_right_behind and behind.tags.intersection(wrong) else None
    )


def _against_change(ask: FoundPart) -> Mark | None:
    """A fall of 5% is no growth of 5%."""
    value, claimed = ask.quantity, ask.claimed_cues
    if value is None or "change" not in ask.said or "loss" in claimed:
        return None
    falls = "down" in claimed and "up" not in claimed
    wanted = "down" if (value.exact < 0) is not falls else "up"
    wrong = "up" if wanted == "down" else "down"
    for mark in _changing(ask):
        return mark if wrong in mark.tags and wanted not in mark.tags else None
    return None


def per(ask: FoundPart) -> Iterator[Look]:
    """5 dollars a share, 500,000 cars a year, where nothing of the claim says per what."""
    if ask.quantity is None:
        return
    yield from _for_all(ask)
    if "per" in ask.said:
        return
    for mark in ask.tagged_before("per.behind"):
        is_of_noun = mark.first - 1 in ask.scene.in_metrics
        between = range(mark.last, ask.spot.first)
        is_near = len(between) <= NOUNS and not ask.scene.in_figure.intersection(between)
        if is_of_noun and is_near and ask.spot.shares_clause(mark.first):
            yield ask.look("per", mark)
    for mark in ask.tagged_behind("per.behind"):
        is_near = ask.spot.gap(mark.first) <= NOUNS and ask.spot.is_open(
            ask.spot.last, mark.first
        )
        if is_near and "per" not in tags_of(
            ask.lexicon.labels.find(Tokens.of(ask.part.canonical).keys)
        ):
            yield ask.look("per", mark)
    yield from (
        ask.look("per", mark)
        for mark in ask.tagged_before("per.before")
        if not ask.quantity.per and ask.spot.near_before(mark, NOUNS)
    )


def _for_all(ask: FoundPart) -> Iterator[Look]:
    """0.12 a share, or 9 million in all: what is claimed for one of something, and the words
    tell so of another figure.
    """
    if ask.quantity is None or not ask.quantity.per:
        return
    rates = [
        mark
        for mark in ask.scene.tagged("per.behind")
        if any(0 <= mark.first - last <= 1 for _, last in ask.scene.spans)
    ]
    if rates and not any(0 <= mark.first - ask.spot.last <= 1 for mark in rates):
        yield ask.look("per", rates[0])
