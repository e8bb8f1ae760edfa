"""Scripts whose words stand together, and how much a text says that may be in one.

This is the one list of them; patterns elsewhere are put together from its ranges. Each is
written as it stands in a class of a pattern.
"""

from dossier.model.late import late_pattern

KANA = "\u3040-\u30ff"
IDEOGRAPHS = "\u3400-\u9fff"
RARE_IDEOGRAPHS = "\uf900-\ufaff\U00020000-\U0003ffff"
THAI_AND_LAO = "\u0e00-\u0eff"
BURMESE = "\u1000-\u109f"
KHMER = "\u1780-\u17ff"
HANGUL = "\uac00-\ud7a3"

UNSPACED = f"{THAI_AND_LAO}{BURMESE}{KHMER}{KANA}{IDEOGRAPHS}{RARE_IDEOGRAPHS}"
"""Scripts that set no spaces between words."""
EAST_ASIAN = f"{KANA}{IDEOGRAPHS}{HANGUL}"
"""Scripts that write a word in one or a few signs. Korean is among them, though it sets
spaces: its particles stand right behind its words.
"""
UNSPACED_LANGUAGES = frozenset({"zh", "ja", "th", "lo", "my", "km"})
"""Languages that are written so."""

CHARACTERS_A_WORD = 2
"""What a word is counted as where no spaces part words; in Chinese and Japanese most words
have two characters.
"""
_UNSPACED = late_pattern(f"[{UNSPACED}]")


def sets_no_spaces(character: str) -> bool:
    """Whether a character is of a script in which words stand together."""
    return _UNSPACED.match(character) is not None


def words_in(text: str) -> int:
    """How many words a text has; of those that stand together, as many as two characters
    make.
    """
    return sum(map(_words_in_run, text.split()))


def _words_in_run(run: str) -> int:
    if run.isascii():
        return 1
    rest, together = _UNSPACED.subn("", run)
    others = any(map(str.isalnum, rest))
    return -(-together // CHARACTERS_A_WORD) + others if together else 1
