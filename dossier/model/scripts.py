"""Scripts that set no spaces between words, and how much a text says that may be in one."""

UNSPACED = (
    ("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\U00020000", "\U0003ffff"),  # Japanese, Chinese
    ("\u0e00", "\u0eff"), ("\u1780", "\u17ff"), ("\u1000", "\u109f"),  # Thai and Lao, Khmer, Burmese
)  # fmt: skip
CHARACTERS_A_WORD = 2
"""What a word is counted as where no spaces part words; in Chinese and Japanese most words
have two characters.
"""


def sets_no_spaces(character: str) -> bool:
    """Whether a character is of a script in which words stand together."""
    return any(first <= character <= last for first, last in UNSPACED)


def words_in(text: str) -> int:
    """How many words a text has; of those that stand together, as many as two characters
    make.
    """
    return sum(map(_words_in_run, text.split()))


def _words_in_run(run: str) -> int:
    if run.isascii():
        return 1
    together = sum(map(sets_no_spaces, run))
    others = any(character.isalnum() and not sets_no_spaces(character) for character in run)
    return -(-together // CHARACTERS_A_WORD) + others if together else 1
