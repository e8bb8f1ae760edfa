"""Ids for new sources, from what is known of them. An id is proposed; the person at the
keyboard may name another.
"""

import re
import unicodedata
from collections.abc import Container

from dossier.intake.drafts import Draft
from dossier.model.slugs import MAX_SLUG, is_slug
from dossier.model.sources import Author

TITLE_WORDS = 5
# Letters that no decomposition takes to ASCII, as their languages write them without.
LETTERS = str.maketrans(
    {
        "æ": "ae",
        "ø": "o",
        "œ": "oe",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "’": "",
        "'": "",
    }
)

RAISED = re.compile(r"(\d)([⁰¹²³⁴-⁹₀-₉])")
"""So that an id does not say 106 for 10⁶."""


def slug_of(text: str) -> str:
    """The words of a text as a slug, of any length; empty where it has no letter that ASCII
    can write.
    """
    apart = RAISED.sub(r"\1-\2", text)
    plain = unicodedata.normalize("NFKD", apart.casefold().translate(LETTERS))
    return "-".join(
        re.findall(
            r"[a-z0-9]+", "".join(char for char in plain if not unicodedata.combining(char))
        )
    )


def propose_id(draft: Draft, name: str, taken: Container[str]) -> str:
    """A free id from the author or else the outlet, the year, and the title or else the
    name of the file.
    """
    title = _telling(draft.word("title")).split("-")[:TITLE_WORDS]
    year = re.match(r"[0-9]{4}", draft.word("issued"))
    parts = [_voice(draft), year[0] if year else "", "-".join(title) or slug_of(name)]
    return free_id(_fitted("-".join(filter(None, parts))) or "source", taken)


def _telling(title: str) -> str:
    """The slug of a title, unless little of it can be written so: of one in another script
    a figure would be left, which says nothing.
    """
    slug = slug_of(title)
    signs, kept = (sum(map(str.isalnum, text)) for text in (title, slug))
    is_bare = slug.replace("-", "").isdigit() and kept < signs
    return "" if 2 * kept < signs or is_bare else slug


def free_id(id: str, taken: Container[str]) -> str:
    """The id, or the first of `id-2`, `id-3` and so on that nothing has yet."""
    number, found = 1, id
    while found in taken or not is_slug(found):
        number += 1
        ending = f"-{number}"
        found = _fitted(id, len(ending)) + ending
    return found


def _voice(draft: Draft) -> str:
    authors = draft.get("author") or ()
    names = [
        author.family or author.literal for author in authors if isinstance(author, Author)
    ]
    voice = names[0] if names else draft.word("container-title") or draft.word("publisher")
    return "-".join(slug_of(voice).split("-")[:3])


def _fitted(slug: str, room: int = 0) -> str:
    """The slug, cut between words where it is too long."""
    if len(slug) <= MAX_SLUG - room:
        return slug
    cut = slug[: MAX_SLUG - room + 1]
    return (cut.rpartition("-")[0] or cut[:-1]).strip("-")
