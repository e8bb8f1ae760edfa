"""Where the sentences of a prose of ours end, told by their signs alone.

Reading and rendering walk a text with the same walker, so that what is known of the third
sentence stands at the third. Where the signs mislead, as behind a rare abbreviation, one
sentence counts as two.
"""

import re
from itertools import zip_longest

from dossier.model.prose import (
    Break,
    Citation,
    Cited,
    CitedFact,
    CodeSpan,
    Inline,
    Run,
    ValueUse,
)

END = re.compile(r"(?:[.!?…]+[”’\"'»)\]]*(?=\s|$)|[。！？]+[」』”’）]*)")
"""What may end a sentence; scripts that set no spaces between words set none between
sentences.
"""
SHORTENED = re.compile(
    r"(?:\b[A-Z]|\b(?:Bros|Co|Corp|Dr|Inc|Jr|Ltd|Mr|Mrs|Ms|No|Prof|Sr|St|approx|ca|cf|e\.g|i\.e|vs))\.$"
)
"""A full stop that belongs to a word."""
REACH = 10
"""Characters before a full stop that tell what it belongs to: the longest word of these,
and what stands before it.
"""
LOWER = re.compile(r"\s+[a-z]")


class Walker:
    """Goes through a run of words and notes where each sentence ends; what is done with
    them says who derives from it.
    """

    def __init__(self) -> None:
        self._words = ""

    @property
    def is_empty(self) -> bool:
        """Whether the sentence has no words yet."""
        return not self._words.strip()

    @property
    def has_ended(self) -> bool:
        """Whether the words so far end a sentence."""
        return any(
            found.end() == len(self._words) and not SHORTENED.search(self._words)
            for found in END.finditer(self._words)
        )

    def walk(self, run: Run) -> None:
        """Go through all of a run. A space before a citation goes, so that no line begins
        with a mark.
        """
        for piece, following in zip_longest(run.pieces, run.pieces[1:]):
            is_cited = isinstance(following, Cited)
            if isinstance(piece, str):
                is_last = following is None or isinstance(following, Break)
                self.say(piece.rstrip() if is_cited else piece, is_last)
            elif isinstance(piece, Cited):
                self.cite(piece.what)
                if self.has_ended:
                    self.end()
            else:
                self.hold("" if is_cited and isinstance(piece, Break) else held(piece))
                self.beside(piece, is_cited)
        self.end()

    def say(self, text: str, is_last: bool) -> None:
        """Words; `is_last` where a sentence that they end is over, because a line ends
        there too.
        """
        start = 0
        for found in END.finditer(text):
            if _is_end(text, found, is_last):
                self.take(text[start : found.end()])
                self.end()
                start = found.end()
        self.take(text[start:])

    def take(self, words: str) -> None:
        """Words of one sentence."""
        self._words += words
        self.piece(words)

    def hold(self, words: str) -> None:
        """Words of it that are no plain text: code, or a value that is shown."""
        self._words += words

    def end(self) -> None:
        """A sentence is over."""
        self.over()
        self._words = ""

    def piece(self, words: str) -> None:
        """What becomes of words."""

    def cite(self, cited: tuple[Citation | CitedFact, ...]) -> None:
        """What becomes of a mark that cites; behind the end of a sentence it belongs to
        that one.
        """

    def beside(self, piece: Inline, is_cited: bool) -> None:
        """What becomes of all other pieces; `is_cited` where a citation follows."""

    def over(self) -> None:
        """What is done at the end of a sentence."""


def held(piece: Inline) -> str:
    """What stands in a sentence for a piece."""
    if isinstance(piece, str):
        return piece
    if isinstance(piece, Break):
        return " "
    if isinstance(piece, ValueUse):
        return piece.mark
    return piece.text if isinstance(piece, CodeSpan) else ""


def _is_end(text: str, found: re.Match[str], is_last: bool) -> bool:
    if SHORTENED.search(text, max(found.end() - REACH, 0), found.end()):
        return False
    return is_last if found.end() == len(text) else not LOWER.match(text, found.end())
