"""All rules of cues, asked one after another of one figure; the order is a list."""

from collections.abc import Callable, Iterable, Iterator

from dossier.figures.figures import Figure
from dossier.model.proofs import Look, Part
from dossier.model.quantities import Quantity
from dossier.model.values import asks
from dossier.model.values.asking import AskFigure, AskRange
from dossier.prove.comparing import field_of, places_of
from dossier.prove.cues import actors, measures, metrics, outlook, times
from dossier.prove.cues.asks import Ask
from dossier.prove.cues.lexicon import lexicon_for
from dossier.prove.cues.scenes import Spot, scene_of
from dossier.prove.cues.sentences import sentence_at
from dossier.prove.frames import Frame
from dossier.prove.words import Words
from dossier.texts.passages import Span

Rule = Callable[[Ask], Iterator[Look]]
RULES: tuple[Rule, ...] = (
    outlook.denial, outlook.ended, outlook.plan, outlook.condition, outlook.maybe, outlook.doubt, outlook.estimate,
    outlook.missed,
    measures.old, measures.change, measures.sign, measures.per, measures.part,
    actors.subject, metrics.metric, times.period, actors.speaker,
)  # fmt: skip
"""What asks a person to look, what weighs most first."""


def looks_beside(part: Part, words: Words, frame: Frame) -> tuple[Look, ...]:
    """What asks a person to look at a part of a claim that the words give; one of each kind.

    Where they give it more than once, the place that asks least is the one that is meant.
    """
    found: dict[str, Look] = {}
    field = field_of(part.key, frame.property)
    for item in part.items:
        one = Part(part.key, item)
        asked = [looks_for(one, place, words, frame) for place in places_of(item, field, words)]
        for look in min(asked, key=len, default=()):
            found.setdefault(look.cue, look)
    return tuple(found.values())


def looks_for(part: Part, span: Span, words: Words, frame: Frame) -> tuple[Look, ...]:
    """What asks a person to look at a figure, date or length of time that stands at a place of a text."""
    ask = ask_of(part, span, words, frame)
    if ask is None:
        return ()
    found: dict[str, Look] = {}
    for rule in RULES:
        for look in rule(ask):
            found.setdefault(look.cue, look)
    return tuple(found.values())


def contradiction(part: Part, words: Words, frame: Frame) -> str:
    """Why the words plainly give a figure the opposite sign at each place; empty where they do not."""
    field = field_of(part.key, frame.property)
    places = [(Part(part.key, item), place) for item in part.items for place in places_of(item, field, words)]
    asked = [ask_of(one, place, words, frame) for one, place in places]
    told = [measures.contradiction(ask) if ask else "" for ask in asked]
    return told[0] if told and all(told) else ""


def ask_of(part: Part, span: Span, words: Words, frame: Frame) -> Ask | None:
    """A figure in its sentence; None where there are no cues of its language."""
    lexicon = lexicon_for(words.language)
    if lexicon is None:
        return None
    start, end = sentence_at(words.view, span[0], lexicon.grammar["abbreviations"])
    text = words.view.flat[start:end]
    start += len(text) - len(text.lstrip())
    scene = scene_of(text.strip(), words.language, lexicon)
    first, last = scene.span_of(span[0] - start, span[1] - start)
    figure = _figure_at(scene.figures, span[0] - start, span[1] - start)
    spot = Spot(scene, first, max(last, first + 1), figure)
    return Ask(spot, part, _quantity(part, frame), frame, words.view, (start, end))


def _quantity(part: Part, frame: Frame) -> Quantity | None:
    asked = asks(part.items[0], field_of(part.key, frame.property))
    if isinstance(asked, AskRange):
        return asked.range.high
    return asked.quantity if isinstance(asked, AskFigure) else None


def _figure_at(figures: Iterable[Figure], start: int, end: int) -> Figure | None:
    return next((figure for figure in figures if figure.start < end and start < figure.end), None)
