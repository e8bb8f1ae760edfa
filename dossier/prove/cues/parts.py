"""Cues that a figure is that of a part, of the rest, or of several together, and not of what
the claim names.
"""

from collections.abc import Iterator

from dossier.figures.figure import FigureKind
from dossier.model.proofs import Look
from dossier.prove.cues.asks import FoundPart
from dossier.prove.cues.lists import listed_figures, place_of
from dossier.prove.cues.phrases import Mark, Tokens

MARKET = 10  # words between a share and the market that it is of
SHORT = 4  # letters by which a word of a claim is told in a text
NOUNS = 3  # words between `including` and its figure
OF_WHOLE = (
    15  # words of a sentence in which a whole and its part stand: of the 60 million, 45
)
UNIT_BEHIND = 6  # words between a figure and the unit it is of: 3 per cent of staff at its main business


def part(ask: FoundPart) -> Iterator[Look]:
    """Including 5 billion of debt, eight of the mills, staff of one unit: a part of what
    was named before.
    """
    if (ask.lexicon.base or ask.lexicon).grammar["total"].intersection(ask.claimed.keys):
        yield from (ask.look("part", mark) for mark in _of_one_unit(ask))
    if "part" in ask.said or ask.quantity is None:
        return
    before = (
        mark
        for mark in ask.tagged_before("part")
        if ask.spot.near_before(mark, NOUNS) or _heads_sentence(ask, mark)
    )
    spot = ask.spot
    behind = (
        mark  # and behind a comma it is what the part is of: 60 mills, of which 12 are new
        for mark in ask.tagged_behind("part.behind")
        if spot.gap(mark.first) <= 1 and spot.is_open(spot.last, mark.first)
    )
    yield from (ask.look("part", mark) for mark in (*before, *behind, *_counted(ask)))
    keys, figures = ask.spot.keys, [first for first, _ in ask.scene.spans]
    is_of = not ask.lexicon.grammar["of_whole"].isdisjoint(keys[:1])
    if is_of and figures and figures[0] < ask.spot.first <= OF_WHOLE:
        yield Look("part", ask.scene.tokens.words(0, 2))


def _heads_sentence(ask: FoundPart, mark: Mark) -> bool:
    """Whether a sentence begins with the word, a sign or a verb before the figure: Of
    these, 20 are new. Daarvan staan 20 in Brussel.
    """
    between = range(mark.last, ask.spot.first)
    return (
        mark.first == 0
        and len(between) <= NOUNS
        and ask.scene.in_figure.isdisjoint(between)
    )


def _of_one_unit(ask: FoundPart) -> Iterator[Mark]:
    """A unit beside the figure: 3 per cent of staff at its main business."""
    near = (
        mark
        for mark in ask.scene.tagged("part.units")
        if ask.spot.shares_clause(mark.first)
    )
    return (mark for mark in near if ask.spot.gap(mark.first) <= UNIT_BEHIND)


def _counted(ask: FoundPart) -> Iterator[Mark]:
    """Words right behind a count: eight of the mills, its 15 largest customers."""
    figure = ask.spot.figure
    marks = (
        ask.tagged_behind("part.counted")
        if figure and figure.kind is FigureKind.PLAIN
        else iter(())
    )
    return (mark for mark in marks if mark.first == ask.spot.last)


def of_one_part(ask: FoundPart) -> Iterator[Look]:
    """The Saws segment had revenue of 5 million: a part of the company is the subject, of
    which the claim says nothing.
    """
    if ask.quantity is None or "part" in ask.said or ask.frame.qualifiers:
        return
    for mark in ask.tagged_before("part.units"):
        if _is_its_subject(ask, mark) and not is_anothers(ask, mark):
            yield Look("part", ask.scene.tokens.words(mark.first - 1, mark.last))


def _is_its_subject(ask: FoundPart, mark: Mark) -> bool:
    """Whether a unit stands before the verb of a figure, and the word for which one it is
    is none of the claim.
    """
    sort = ask.spot.keys[mark.first - 1] if mark.first else ""
    claimed = {*ask.claimed.keys, *_keys_of(ask.frame.own)}
    is_sort = sort.isalpha() and sort not in ask.lexicon.small and sort not in claimed
    has_verb = ask.scene.has_verb(mark.last, ask.spot.first)
    return is_sort and has_verb and ask.spot.is_told_with(mark.first)


def _keys_of(names: tuple[str, ...]) -> Iterator[str]:
    return (key for name in names for key in Tokens.of(name).keys)


def of_some_sort(ask: FoundPart) -> Iterator[Look]:
    """Sales of its own brand rose 12%: what is measured is that of a sort, of which the claim
    says nothing.
    """
    if ask.quantity is None or "part" in ask.said or ask.frame.qualifiers:
        return
    keys, grammar = ask.spot.keys, ask.lexicon.grammar
    for mark in ask.scene.metrics:
        at = mark.last
        if grammar["of_whole"].isdisjoint(keys[at : at + 1]) or at >= ask.spot.first:
            continue
        end = next(
            (one for one in range(at + 1, ask.spot.first) if ask.scene.verbs[one]), at
        )
        sort = [key for key in keys[at + 1 : end] if key not in grammar["whole_of"]]
        is_sort = bool(sort) and all(
            ask.scene.tokens.text[ask.scene.tokens.starts[one]].islower()
            for one in range(at + 1, end)
            if keys[one].isalpha() and keys[one] in sort
        )
        claimed = {key[:SHORT] for key in (*ask.claimed.keys, *_keys_of(ask.frame.own))}
        is_new = claimed.isdisjoint(key[:SHORT] for key in sort)
        near = ask.spot.shares_clause(mark.first) and not is_anothers(ask, mark)
        if is_sort and is_new and near:
            yield Look("part", ask.scene.tokens.words(at, end))


def by_place(ask: FoundPart) -> Iterator[Look]:
    """14 sites in Wales, 9 in France: each figure of a list is that of a place, of which the
    claim says nothing.
    """
    figures = listed_figures(ask)
    if ask.quantity is None or len(figures) < 2 or "part" in ask.said:
        return
    places = [_place_behind(ask, span) for span in ask.scene.spans if span[0] in figures]
    claimed = {*ask.claimed.keys, *_keys_of(ask.frame.own)}
    if all(places):
        mine = places[place_of(ask, figures)]
        if mine and claimed.isdisjoint(ask.spot.keys[slice(*mine)]):
            yield Look("part", ask.scene.tokens.words(*mine))


def _place_behind(ask: FoundPart, figure: tuple[int, int]) -> tuple[int, int] | None:
    """A name behind `in`, with at most a noun before that: 14 sites in Wales."""
    tokens = ask.scene.tokens
    for at in range(figure[1], min(figure[1] + NOUNS, len(tokens.keys) - 1)):
        if tokens.keys[at] in ask.lexicon.grammar["listed_in"]:
            return (at, at + 2) if tokens.text[tokens.starts[at + 1]].isupper() else None
        if not tokens.keys[at].isalpha():
            return None
    return None


def without(ask: FoundPart) -> Iterator[Look]:
    """Excluding Saws, revenue was 5; together the two have 5: of all but something, or of
    several.
    """
    if "part" in ask.said or "adjusted" in ask.said:
        return
    for mark in ask.tagged_before("part.one"):
        if ask.spot.shares_clause(mark.first) and not is_anothers(ask, mark):
            yield ask.look("part", mark)
    if ask.quantity is None:
        return
    for mark in ask.scene.tagged("part.without", "part.together"):
        if ask.spot.is_told_with(mark.first) and not is_anothers(ask, mark):
            yield ask.look("part", mark)


def is_anothers(ask: FoundPart, mark: Mark) -> bool:
    """Whether another figure stands between a word and this one."""
    first, last = (
        (mark.last, ask.spot.first)
        if mark.last <= ask.spot.first
        else (ask.spot.last, mark.first)
    )
    return any(first <= one and other <= last for one, other in ask.scene.spans)


def purpose(ask: FoundPart) -> Iterator[Look]:
    """9 million was for marketing: a clause that begins with its figure names another thing
    than the claim.
    """
    if ask.quantity is None:
        return
    for mark in ask.tagged_behind("part.purpose"):
        if mark.first == ask.spot.last and _names_another(ask, mark):
            yield ask.look("part", mark)


def _names_another(ask: FoundPart, mark: Mark) -> bool:
    """Whether no word behind a mark in its clause is one of the claim."""
    of, claimed = ask.scene.clauses.of, {key[:SHORT] for key in ask.claimed.keys}
    return not any(
        key[:SHORT] in claimed
        for at, key in enumerate(ask.spot.keys)
        if at >= mark.last and of[at] == of[mark.first]
    )


def scaled(ask: FoundPart) -> Iterator[Look]:
    """Revenue in millions was 300: a figure whose scale stands elsewhere."""
    if ask.quantity is None or ask.spot.figure is None:
        return
    keys = ask.spot.keys[ask.spot.first : ask.spot.last]
    if ask.lexicon.grammar["scales"].isdisjoint(keys):
        near = ask.scene.tagged("part.scaled")
        yield from (Look("scale", ask.scene.words(mark)) for mark in near)


def market(ask: FoundPart) -> Iterator[Look]:
    """40 per cent of the market for pliers: of another market than the claim names, or of a
    part of it.
    """
    figure = ask.spot.figure
    is_share = figure is not None and figure.kind in (FigureKind.PERCENT, FigureKind.SHARE)
    is_asked = "market" in ask.frame.property.qualifiers
    if ask.quantity is None or not is_share or not is_asked:
        return
    claimed = {key[:SHORT] for key in ask.claimed.keys}
    for at, key in enumerate(ask.spot.keys):
        if key in ask.lexicon.grammar["markets"] and _is_its_market(ask, at):
            for first, last in _sorts_of_market(ask, at):
                if ask.spot.keys[last - 1][:SHORT] not in claimed:
                    yield Look("part", ask.scene.tokens.words(first, last))


def _is_its_market(ask: FoundPart, at: int) -> bool:
    """Whether a market is the one that a share is of."""
    spot = ask.spot
    first, last = (spot.last, at) if at >= spot.last else (at + 1, spot.first)
    return last - first <= MARKET and spot.is_told_with(at) and spot.is_open(first, last)


def _sorts_of_market(ask: FoundPart, at: int) -> Iterator[tuple[int, int]]:
    """The word right before a market, and what it is a market for."""
    keys, grammar = ask.spot.keys, ask.lexicon.grammar
    before = at - 1
    if (
        before >= 0
        and keys[before].isalpha()
        and keys[before] not in grammar["whole_market"]
        and not ask.scene.verbs[before]
        and before not in ask.scene.in_figure
        and not ask.spot.first <= before < ask.spot.last
    ):
        yield before, at
    behind = at + 1 + (keys[at + 1 : at + 2] == ("share",))
    what = behind + 1 + ({*keys[behind + 1 : behind + 2]} <= grammar["articles"])
    no_sort = grammar["relative"] | grammar["whole_market"]
    is_named = keys[behind : behind + 1] and keys[behind] in grammar["market_of"]
    if is_named and "".join(keys[what : what + 1]).isalpha() and keys[what] not in no_sort:
        yield behind, what + 1
