"""All rules of cues, asked one after another of one figure; the order is a list."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.figures.figure import Figure
from dossier.model.proofs import ClaimPart, Look
from dossier.model.quantities import Quantity
from dossier.model.values import asks
from dossier.model.values.asking import AskDate, AskFigure, AskRange
from dossier.prove.cues import (
    actors,
    corrected,
    events,
    lists,
    measures,
    metrics,
    outlook,
    parts,
    times,
    understood,
)
from dossier.prove.cues.asks import FoundPart, read_claim
from dossier.prove.cues.lexicon import lexicon_for
from dossier.prove.cues.scenes import SentenceSpan, scene_of
from dossier.prove.cues.sentences import sentence_at
from dossier.prove.frames import Frame
from dossier.prove.pointing import field_of, places_of
from dossier.prove.words import Words
from dossier.texts.passages import Span

Rule = Callable[[FoundPart], Iterator[Look]]
RULES: tuple[Rule, ...] = (
    outlook.denial, outlook.ended, outlook.plan, outlook.condition, outlook.maybe, outlook.question, outlook.doubt,
    outlook.estimate, outlook.missed,
    measures.old, corrected.corrected, measures.than, measures.change, measures.doing, measures.sign, measures.per,
    parts.part, parts.of_one_part, parts.by_place, parts.of_some_sort,
    parts.without, parts.purpose, parts.scaled, parts.market,
    actors.subject, actors.nameless, lists.each_to_each,
    metrics.metric, metrics.worth, metrics.adjusted, metrics.beside, metrics.unsaid, metrics.unnamed,
    events.event, times.period, times.part_of_year, times.grain, times.cumulative, times.length, actors.speaker,
)  # fmt: skip
"""What asks a person to look, what weighs most first."""
WITHOUT_CUES: tuple[Rule, ...] = (
    outlook.denied_after, outlook.headline, outlook.question, corrected.corrected_after, measures.than,
    parts.by_place, parts.of_some_sort, parts.market,
    actors.subject, actors.nameless,
    lists.each_to_each, metrics.metric, metrics.worth, metrics.beside, metrics.unsaid, metrics.unnamed, events.event,
    times.period, times.part_of_year, times.grain, times.cumulative, times.length,
)  # fmt: skip
"""Those that may ask where none of the words of the lists stands in the sentence."""


OF_A_PLACE: tuple[Rule, ...] = (
    outlook.denial, outlook.ended, outlook.plan, outlook.condition, outlook.maybe, outlook.question, outlook.doubt,
    measures.old, actors.subject, actors.of_unit, understood.unknown,
)  # fmt: skip
"""Those that may ask of a place that is all of a value, such as that of a head office."""


@dataclass(frozen=True)
class Beside:
    """What the words beside a part of a claim say of it."""

    opposite: str = ""
    # Why they plainly give it the opposite sign; empty where they do not.
    looks: tuple[Look, ...] = ()
    # What asks a person to look, one of each kind.


def look_beside(part: ClaimPart, words: Words, frame: Frame) -> Beside:
    """Look at the words beside each figure of a part that is in the quote.

    Where they give it more than once, the place that asks least is the one that is meant.
    """
    field, found = field_of(part.key, frame.property), Beside()
    for item in part.items:
        one = ClaimPart(part.key, item)
        asks = [ask_of(one, place, words, frame) for place in places_of(item, field, words)]
        found = _both(found, [_look(ask) for ask in asks if ask])
    return found


def look_at_place(
    part: ClaimPart, spans: Sequence[Span], words: Words, frame: Frame
) -> tuple[Look, ...]:
    """What asks a person whether a place is that of the company, and not of a unit of it;
    the place that asks least is the one that is meant.
    """
    asks = [ask for span in spans if (ask := ask_of(part, span, words, frame))]
    found = [{look.cue: look for rule in OF_A_PLACE for look in rule(ask)} for ask in asks]
    return tuple(min(found, key=len, default={}).values())


def _both(found: Beside, places: Sequence[Beside]) -> Beside:
    best = min(
        places, key=lambda one: (bool(one.opposite), len(one.looks)), default=Beside()
    )
    cues = {look.cue: look for look in (*best.looks, *found.looks)}
    return Beside(found.opposite or best.opposite, tuple(cues.values()))


def _look(ask: FoundPart) -> Beside:
    if opposite := measures.contradiction(ask):
        return Beside(opposite)
    found: dict[str, Look] = {}
    for rule in RULES if ask.scene.marks else WITHOUT_CUES:
        for look in rule(ask):
            found.setdefault(look.cue, look)
    if not found:
        for look in understood.unknown(ask):
            found.setdefault(look.cue, look)
    return Beside(looks=tuple(found.values()))


def since_words(frame: Frame, language: str) -> frozenset[str]:
    """The words of a language that say since, where the claim asks since when something is
    so; else none.
    """
    lexicon = lexicon_for(language)
    asks_since = lexicon and "since" in read_claim(frame.says(), lexicon).said
    return lexicon.grammar["since"] if lexicon and asks_since else frozenset()


def ask_of(part: ClaimPart, span: Span, words: Words, frame: Frame) -> FoundPart | None:
    """A figure in its sentence; None where there are no cues of its language."""
    lexicon = lexicon_for(words.language)
    if lexicon is None:
        return None
    start, end = sentence_at(words.view, span[0], lexicon.grammar["abbreviations"])
    text = words.view.flat[start:end]
    start += len(text) - len(text.lstrip())
    scene = scene_of(text.strip(), words.language, lexicon)
    first, last = scene.span_of(span[0] - start, span[1] - start)
    figure = _figure_at(words.figures, span)
    spot = SentenceSpan(scene, first, max(last, first + 1), figure)
    return FoundPart(
        spot,
        part,
        _quantity(part, frame),
        _is_date(part, frame),
        frame,
        words.view,
        (start, end),
    )


def _quantity(part: ClaimPart, frame: Frame) -> Quantity | None:
    asked = asks(part.items[0], field_of(part.key, frame.property))
    if isinstance(asked, AskRange):
        return asked.range.high
    return asked.quantity if isinstance(asked, AskFigure) else None


def _is_date(part: ClaimPart, frame: Frame) -> bool:
    is_of_value = part.key in ("value", *frame.property.keys)
    return is_of_value and isinstance(
        asks(part.items[0], field_of(part.key, frame.property)), AskDate
    )


def _figure_at(figures: Iterable[Figure], span: Span) -> Figure | None:
    return next(
        (figure for figure in figures if figure.start < span[1] and span[0] < figure.end),
        None,
    )
