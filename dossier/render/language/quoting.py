"""Quotation marks around words of others, which are not changed: where they bring double
marks, ours are single ones.
"""

import re

from markupsafe import Markup

from dossier.render.language import words
from dossier.render.language.catalogues import Language

_DOUBLE = re.compile('["“”„‟«»″＂〝〞「」『』]')

DOUBLY, SINGLY = Markup("<q>{}</q>"), Markup('<q class="q--single">{}</q>')


def quotes_others(text: str) -> bool:
    """Whether a text has double quotation marks of its own."""
    return bool(_DOUBLE.search(text))


def in_marks(text: str, language: Language) -> str:
    """A text between quotation marks, as the language of the page writes them."""
    return language.say(
        words.sources.WORDS_SINGLY if quotes_others(text) else words.sources.WORDS_QUOTED,
        words=text,
    )


def in_title_marks(title: str, language: Language) -> str:
    """The title of a work as the language marks one."""
    return language.say(
        words.sources.QUOTED_SINGLY if quotes_others(title) else words.sources.QUOTED,
        title=title,
    )


def quotation(text: str) -> Markup:
    """A text as an element that brings its marks by its style."""
    return (SINGLY if quotes_others(text) else DOUBLY).format(text)
