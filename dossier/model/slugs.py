"""Ids: lower-case words that stand in addresses and names of files, and never change once
they are published.
"""

import re

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_HELP = (
    "Write a to z, 0 to 9 and single hyphens, at most 64 characters, and no name like"
    " `con`."
)
NOT_A_SLUG = f"is not an id. {SLUG_HELP}"
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
