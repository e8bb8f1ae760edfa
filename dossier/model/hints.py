"""What may have been meant where a word is not known, for the findings that say so."""

from collections.abc import Iterable
from difflib import get_close_matches

MANY = 500
"""From so many words on, only those that begin or end like the unknown one are compared
with it: that costs 10 us each.
"""


def expected(word: str, words: Iterable[str]) -> str:
    """What a finding says about an unknown word: the known one that it may stand for, or
    all of them.
    """
    near = nearest(word, words)
    return f"Did you mean {near!r}?" if near else f"Expected one of: {', '.join(words)}."


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The known word that is most like an unknown one, if any is."""
    known = tuple(words)
    if alike := next(
        (other for other in known if other.casefold() == word.casefold()), None
    ):
        return alike
    if len(known) > MANY:
        known = tuple(
            other for other in known if other[:2] == word[:2] or other[-2:] == word[-2:]
        )
    return next(iter(get_close_matches(word, known, 1)), None)
