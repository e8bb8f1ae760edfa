"""Cues in our own words: a cause, a comparison or a closed list that the words of the text
do not have.
"""

from collections.abc import Iterator

from dossier.model.proofs import Look
from dossier.prove.cues.lexicon import Lexicon, lexicon_for
from dossier.prove.cues.phrases import Mark, Tokens, tags_of
from dossier.prove.words import Words

NEED_LIKE = ("cause", "comparison")
"""What we may say where the text says it too."""


def look_at_ours(ours: str, words: Words) -> tuple[Look, ...]:
    """What asks a person to look at a text of ours, which a quote is there to support; one
    of each kind.
    """
    lexicon = lexicon_for(words.language)
    return tuple(_looks(ours, words, lexicon)) if lexicon and lexicon.base is None else ()


def _looks(ours: str, words: Words, lexicon: Lexicon) -> Iterator[Look]:
    told, theirs = Tokens.of(ours), Tokens.of(words.view.flat[slice(*words.sentence)])
    marks, found = lexicon.own.find(told.keys), lexicon.own.find(theirs.keys)
    for kind in NEED_LIKE:
        mark = _first(marks, kind)
        if mark and kind not in tags_of(found):
            yield Look(kind, told.words(mark.first, mark.last))
    opened = _first(lexicon.own.find(Tokens.of(" ".join(words.pieces)).keys), "open_list")
    if opened and _is_list(told, lexicon) and "open_list" not in tags_of(marks):
        yield Look("list", _words_of(words, opened))


def _words_of(words: Words, mark: Mark) -> str:
    """The words of the quote in which a list goes on."""
    return Tokens.of(" ".join(words.pieces)).words(mark.first, mark.last)


def _first(marks: tuple[Mark, ...], kind: str) -> Mark | None:
    return next((mark for mark in marks if kind in mark.tags), None)


def _is_list(told: Tokens, lexicon: Lexicon) -> bool:
    """Whether a text of ours names several things."""
    return any(key == "," or key in lexicon.grammar["and"] for key in told.keys)
