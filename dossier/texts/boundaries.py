"""Whether a quote begins and ends with whole words and whole numbers: 380 is not in 13805,
nor 10 in 10,000.
"""

import re
import unicodedata

from dossier.model.scripts import HANGUL, sets_no_spaces

CURRENCY_SIGNS = "$€£¥₩₹₽₺"
GROUPS_BEFORE = re.compile(r"(?<![\d.,'])\d{1,3}(?: \d{3})* $")
GROUP = re.compile(r"\d{3}(?!\d)")
GROUPS_AFTER = re.compile(r" \d{3}(?!\d)")
SHORT_NUMBER = re.compile(r"(?<![\d.,'])\d{1,3}$")
PARTICLE = re.compile(
    "(?:으로|로|은|는|이|가|을|를|에|에서|에게|의|와|과|도|만|까지|부터|이며|이고|이다|이었다|였다|으로부터|보다|라고|이라고|다|인|라|이라|에는|에서는|로는|으로는|까지는|라며|이라며|라는|이라는|뿐|처럼)"
    f"(?![{HANGUL}])"
)
PREFIX = re.compile(
    "(?<![\u0590-\u05ff])[\u05d1\u05d4\u05d5\u05db\u05dc\u05de\u05e9]{1,3}[-\u05be]?$|(?<![\u0600-\u06ff])(?=[^"
    " ])[\u0648\u0641]?[\u0628\u0644\u0643]?(?:\u0627\u0644)?\u0640?$"
)
"""Words such as `in`, `and` and `the` that Hebrew and Arabic write right before the next
one.
"""
LONGEST_PREFIX = 6  # characters, with one before it that tells whether it begins a word
LONGEST_NUMBER = (
    24  # characters of a number with its spaces, more than any quantity of ours can have
)


def is_whole(flat: str, start: int, end: int) -> bool:
    """Whether neither end of a stretch lies inside a word or a number."""
    return not (cuts_left(flat, start) or cuts_right(flat, end))


def cuts_left(flat: str, start: int) -> bool:
    """Whether a quote that begins here begins inside a word or a number."""
    if start == 0:
        return False
    before, first = flat[start - 1], flat[start]
    further = flat[start - 2] if start > 1 else " "
    if unicodedata.category(first).startswith("M"):
        return True
    if not before.isdigit() and PREFIX.search(flat[max(0, start - LONGEST_PREFIX) : start]):
        return False
    if _is_joined(before, first) or (first in CURRENCY_SIGNS and before.isalpha()):
        return True
    if before in "-'./" and _is_word(first) and _is_western(further):
        return True
    return first.isdigit() and _continues_number(flat, start, before, further)


def _continues_number(flat: str, start: int, before: str, further: str) -> bool:
    """Whether digits have a sign, a currency or more digits before them."""
    if before in "+-" or before in CURRENCY_SIGNS or (before in ",:" and further.isdigit()):
        return True
    return bool(
        GROUP.match(flat, start)
        and GROUPS_BEFORE.search(flat[max(0, start - LONGEST_NUMBER) : start])
    )


def cuts_right(flat: str, end: int) -> bool:
    """Whether a quote that ends here ends inside a word or a number."""
    if end >= len(flat):
        return False
    last, after = flat[end - 1], flat[end]
    further = flat[end + 1] if end + 1 < len(flat) else " "
    if unicodedata.category(after).startswith("M"):
        return True
    if _is_joined(last, after):
        return not _is_particle(flat, end)
    if after == "'" and last.isalpha() and further.isalpha():
        return not _is_possessive(flat, end)
    if after in "-./" and _is_word(last) and _is_western(further):
        return True
    return last.isdigit() and _goes_on_as_number(flat, end, after, further)


def _goes_on_as_number(flat: str, end: int, after: str, further: str) -> bool:
    """Whether digits have a percent sign or more digits after them."""
    if after in "%‰" or (after in ",:'" and further.isdigit()):
        return True
    return bool(
        GROUPS_AFTER.match(flat, end) and SHORT_NUMBER.search(flat[max(0, end - 5) : end])
    )


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.combining(character) > 0


def _is_western(character: str) -> bool:
    return _is_word(character) and not sets_no_spaces(character)


def _is_particle(flat: str, end: int) -> bool:
    """Whether what follows is a particle of Korean, which is written right behind its word
    or a name in Latin letters; behind digits 만 is ten thousand.
    """
    return bool(flat[end - 1].isalpha() and PARTICLE.match(flat, end))


def _is_joined(one: str, other: str) -> bool:
    """Whether two neighbours belong to one word. Chinese, Japanese and Thai set no spaces,
    so there all can be parted.
    """
    return _is_western(one) and _is_western(other)


def _is_possessive(flat: str, end: int) -> bool:
    """Acme's is the word Acme; can't is not the word can."""
    return flat[end + 1] == "s" and not (end + 2 < len(flat) and flat[end + 2].isalnum())


def is_page_number(flat: str, start: int, end: int) -> bool:
    """Whether a bare number is a paragraph of its own: the foot of a page, or a cell of a
    table.
    """
    alone = flat[max(0, start - 2) : start] in ("", "\n\n") and flat[end : end + 2] in (
        "",
        "\n\n",
    )
    return alone and flat[start:end].isdigit()
