"""Where the sentence around a figure begins and ends: a full stop ends one, unless it
belongs to `Inc.` or `U.S.`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from dossier.model.scripts import HANGUL
from dossier.texts.archive import View
from dossier.texts.passages import Span

END = re.compile(rf"[.!?][\"')\]]*(?= [\"'(\[]?[A-Z0-9À-Þ{HANGUL}*•-])|[。！？][」』”\"]*")
WORD_BEFORE = re.compile(r"[\w.]+$")
NEW_LINE = re.compile(r"[A-Z0-9À-Þ•*\"'-]")
LONGEST = 1200  # characters of a sentence; what is longer is a table or a list


def sentence_at(view: View, place: int, abbreviations: frozenset[str]) -> Span:
    """The sentence that holds a place."""
    head, tail = view.paragraph_at(place)
    ends = _ends_of(view, head, tail, abbreviations)
    at = bisect_right(ends, place)
    start, end = ends[at - 1] if at else head, ends[at] if at < len(ends) else tail
    return max(start, place - LONGEST), min(end, place + LONGEST)


def sentence_after(view: View, end: int, abbreviations: frozenset[str]) -> str:
    """The sentence behind one, in the same paragraph; empty where there is none."""
    _, tail = view.paragraph_at(max(0, end - 1))
    start = end + 1 if view.flat[end : end + 1] == " " else end
    return (
        view.flat[slice(*sentence_at(view, start, abbreviations))] if start < tail else ""
    )


def sentences_before(
    view: View, start: int, abbreviations: frozenset[str], most: int
) -> Iterator[Span]:
    """The sentences before one, in the same paragraph, the nearest first."""
    head, _ = view.paragraph_at(start)
    for _ in range(most):
        if start <= head + 1:
            return
        start, end = sentence_at(view, start - 2, abbreviations)
        yield start, end


@lru_cache(maxsize=4096)
def _ends_of(
    view: View, head: int, tail: int, abbreviations: frozenset[str]
) -> tuple[int, ...]:
    """Where the sentences of a paragraph end; kept, since many quotes stand in one text."""
    return tuple(sorted(_ends(view, head, tail, abbreviations)))


def _ends(
    view: View, first: int, last: int, abbreviations: frozenset[str]
) -> Iterator[int]:
    flat = view.flat
    for match in END.finditer(flat, first, last):
        word = WORD_BEFORE.search(flat, max(first, match.start() - 12), match.start())
        known = word and (
            word[0].lower() in abbreviations or (len(word[0]) == 1 and word[0].isupper())
        )
        if not known or match[0][0] != ".":
            yield match.end()
    lines = view.breaks[bisect_left(view.breaks, first) : bisect_left(view.breaks, last)]
    yield from (place for place in lines if NEW_LINE.match(flat, place + 1))
