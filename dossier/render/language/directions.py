"""Which language words are in and which way they run, as HTML says it where that is not
what the page around them says.

Words in another direction are isolated, as the W3C asks for
(https://www.w3.org/International/articles/inline-bidi-markup/): else a bracket or a number
behind an Arabic name lands on its wrong side.
"""

import unicodedata
from functools import lru_cache
from typing import Self

from babel import Locale, UnknownLocaleError
from markupsafe import Markup, escape

from dossier.model.wording import Wording
from dossier.render.language.tags import tag

_SAME = Markup()
_AGAINST = {"ltr": frozenset({"R", "AL"}), "rtl": frozenset({"L"})}
"""The classes of Unicode's letters that run against a direction."""


def runs_against(text: str, way: str = "ltr") -> bool:
    """Whether a text holds letters that are written against a direction."""
    if way == "ltr" and text.isascii():
        return False
    return any(unicodedata.bidirectional(char) in _AGAINST[way] for char in text)


@lru_cache(maxsize=256)
def direction(language: str) -> str:
    """`rtl` or `ltr`, as CLDR knows it of a language; `ltr` where it does not know the
    language.
    """
    try:
        return "rtl" if Locale.parse(language, sep="-").text_direction == "rtl" else "ltr"
    except (ValueError, UnknownLocaleError):
        return "ltr"


class MarkupIn(Markup):
    """HTML that knows the tag of the language of its words."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, html: Markup, language: str) -> Self:
        """The same HTML, in a language."""
        made = super().__new__(cls, html)
        made.language = language
        return made


_KNOWING = (Wording, MarkupIn)
"""Texts that know their language."""


def attributes(text: str, page: str, content: str) -> Markup:
    """`lang` and `dir` for an element that holds a text and nothing else; each where it is
    not as on the page.

    `page` is the tag of the page. `content` is that of what nobody named the language of,
    empty where the page's will do.
    """
    language = text.language if isinstance(text, _KNOWING) else content
    language = "" if language == page else language
    return _attributes(language, page, runs_against(text, direction(language or page)))


def told_in(text: str, language: str, page: str) -> Markup:
    """The same for a text whose language is known, such as the words of a source; none is
    that of the page.
    """
    return attributes(Wording(text, language) if language else text, page, "")


def marked(text: str, page: str, content: str) -> Markup:
    """A text in an element of its own where it needs one; beside it, signs of a theme keep
    their place.
    """
    said = attributes(text, page, content)
    return tag("<bdi{}>{}</bdi>", said, text) if said else escape(text)


@lru_cache(maxsize=512)
def _attributes(language: str, page: str, mixed: bool) -> Markup:
    around, way = direction(page), direction(language or page)
    told = tag(' lang="{}"', language) if language else _SAME
    if way != around:
        return told + tag(' dir="{}"', way)
    return told + Markup(' dir="auto"') if mixed else told


def isolate(text: str) -> str:
    """The same for plain text, such as one to be copied: between the signs of Unicode that
    isolate.
    """
    return f"\u2068{text}\u2069" if runs_against(text) else text


def isolated(part: object) -> Markup:
    """A part of a sentence, escaped; a name that runs from right to left stands by itself
    in it.
    """
    if type(part) is Markup:
        return part
    return (
        tag("<bdi>{}</bdi>", str(part))
        if isinstance(part, str) and runs_against(part)
        else escape(part)
    )
