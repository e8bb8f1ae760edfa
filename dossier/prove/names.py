"""Names against the words of a passage: of people, organisations, places, and of those who
speak.

A name is proved by itself, or by another name of the same, in the sentence of the quote.
Who speaks is proved by a verb of saying beside the name. A name that stands elsewhere in
the paragraph asks a person to look.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dossier.model.content import Content
from dossier.model.proofs import Level, Look
from dossier.model.values import Name, PlaceName
from dossier.prove.saying import SPOKEN, spoken_by
from dossier.prove.words import Words
from dossier.texts.boundaries import is_whole
from dossier.texts.normal import normalise_quote
from dossier.texts.passages import Span

NAME, SPEAKER = "name", "speaker"
"""Why a person should look: the name stands in another sentence, or beside no verb of
saying.
"""

Judged = tuple[Level, tuple[Look, ...]]
"""How much is known, and what asks a person to look."""


@dataclass(frozen=True)
class Names:
    """Every name of what values can name."""

    entities: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    # By the id of the entity.
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    # By each of the names.

    def of(self, value: Name | PlaceName) -> tuple[str, ...]:
        """The names of what a value names, in the typography of texts."""
        if isinstance(value, Name):
            return tuple(map(normalise_quote, self.entities.get(value.entity, ())))
        return tuple(map(normalise_quote, self.places.get(value.name, (value.name,))))


NO_NAMES = Names()


def names_of(content: Content) -> Names:
    """The names of everything that a folder knows."""
    entities = {id: one.names for id, one in content.entities.items()}
    return Names(entities, _places(content))


def _places(content: Content) -> Mapping[str, tuple[str, ...]]:
    """The names of each place: a country may go by several."""
    same: dict[str, list[str]] = defaultdict(list)
    for name, place in content.territories.items():
        same[place.country].append(name)
    others = {name: content.entities[id].names for name, id in content.placed.items()}
    territories = {
        name: tuple(same[place.country]) for name, place in content.territories.items()
    }
    return {
        name: tuple(dict.fromkeys((*territories.get(name, (name,)), *others.get(name, ()))))
        for name in territories.keys() | others.keys()
    }


def judge_name(names: tuple[str, ...], words: Words) -> Judged:
    """How much a passage says of something that goes by some names."""
    return (
        (Level.PROVED, ())
        if stands_in_sentence(names, words)
        else _elsewhere(names, words, NAME)
    )


def stands_in_sentence(names: tuple[str, ...], words: Words) -> tuple[Span, ...]:
    """Where one of some names stands in the sentence of the quote."""
    return tuple(_places_of(names, words, *words.sentence))


def says_name(names: tuple[str, ...], words: Words) -> bool:
    """Whether one of some names stands in the words of the quote itself."""
    return any(words.holds(*found) for found in _places_of(names, words, *words.sentence))


def judge_speaker(names: tuple[str, ...], words: Words) -> Judged:
    """How much a passage says of who speaks in it."""
    start, end = words.sentence
    language = words.language.partition("-")[0]
    known = language if language in SPOKEN else "en"
    found = dict.fromkeys(
        words.view.flat[first:last] for first, last in _places_of(names, words, start, end)
    )
    # What stands before the sentence tells whether the name is led by another word, and a
    # quotation ended.
    if any(spoken_by(name, known).search(words.view.flat, start, end) for name in found):
        return Level.PROVED, ()
    return (
        (Level.LOOK, (Look(SPEAKER, next(iter(found))),))
        if found
        else _elsewhere(names, words, SPEAKER)
    )


def _elsewhere(names: tuple[str, ...], words: Words, cue: str) -> Judged:
    start, end = words.paragraph
    if found := next(_places_of(names, words, start, end), None):
        return Level.LOOK, (Look(cue, words.view.flat[slice(*found)]),)
    return Level.WORDS, ()


def _places_of(
    names: tuple[str, ...], words: Words, start: int, end: int
) -> Iterator[Span]:
    """Where one of the names stands as whole words within a stretch."""
    flat = words.view.flat
    for name in filter(None, names):
        place = flat.find(name, start, end)
        while place >= 0:
            if is_whole(flat, place, place + len(name)):
                yield place, place + len(name)
            place = flat.find(name, place + 1, end)
