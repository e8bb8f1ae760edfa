"""Ids: lower-case words that stand in addresses and names of files, and never change once
they are published.
"""

import re
import unicodedata

from dossier.model.late import late_pattern

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_HELP = (
    "Write a to z, 0 to 9 and single hyphens, at most 64 characters, and no name like"
    " `con`."
)
_ENDING = late_pattern(r"\.(?:md|yaml|yml)$")
"""Of a file, which ids leave out."""
MAX_SLUG = (
    64  # with its folder and ending, a path stays within what every file system takes
)
# Names that Windows keeps for devices: a checkout or a copy of the site there would fail.
RESERVED = frozenset(
    {
        "con",
        "prn",
        "aux",
        "nul",
        *(f"com{n}" for n in range(10)),
        *(f"lpt{n}" for n in range(10)),
    }
)
ID = rf"(?!(?:{'|'.join(sorted(RESERVED))})(?:$|/))(?=[a-z0-9-]{{1,{MAX_SLUG}}}(?:$|/)){SLUG.pattern}"
"""A pattern for an id, as editors are told it."""


def is_slug(word: str) -> bool:
    """Whether a word can be an id, and so a part of an address and a file name."""
    return bool(SLUG.fullmatch(word)) and len(word) <= MAX_SLUG and word not in RESERVED


def not_a_slug(word: str) -> str:
    """Why a word is no id, and the one that was probably meant."""
    plain = unicodedata.normalize("NFKD", _ENDING.sub("", word)).lower()
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    meant = "-".join(re.findall(r"[a-z0-9]+", letters))
    # Nothing is guessed of words in other letters, of which little would be left.
    if is_slug(meant) and letters.isascii():
        return f"is not an id. Write `{meant}`."
    return f"is not an id. {SLUG_HELP}"
