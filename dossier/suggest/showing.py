"""Values as the pages of a site show them: by these words a reader says what was seen, and
a reviewer is told.
"""

from collections.abc import Iterator

from dossier.merge.changes import as_written
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.facts import Fact
from dossier.model.values import Value, written
from dossier.render.language.catalogues import ENGLISH, OURS, Language, read_language
from dossier.render.language.values import Writer

CUT = 100
"""Characters from which on an ellipsis stands for what was cut, and is no part of a value.
"""


def shown(value: Value, fact: Fact, content: Content, language: Language = ENGLISH) -> str:
    """A value of a fact in one line, as a page in a language has it."""
    writer = Writer(content.entities, {}, str, "", language)
    return str(writer.whole(value, content.properties[fact.property]).striptags())


def was_seen(text: str, value: Value, fact: Fact, content: Content) -> bool:
    """Whether a reader who saw a value may have written this: its words on a page, or those
    of its file.

    The link on a page fills in the latter, and cuts what is too long for an address.
    """
    seen = folded(text)
    spelt = [
        *map(
            folded,
            (as_written(value), *written(value), *in_every_language(value, fact, content)),
        )
    ]
    return seen in spelt or (
        len(seen) > CUT
        and seen[-1] == "…"
        and any(one.startswith(seen[:-1]) for one in spelt)
    )


def in_every_language(value: Value, fact: Fact, content: Content) -> Iterator[str]:
    """A value as pages in each language have it."""
    yield from (shown(value, fact, content, language) for language in _languages())


def times_in_every_language(when: PartialDate, content: Content) -> Iterator[str]:
    """The same of a period."""
    for language in _languages():
        yield str(Writer(content.entities, {}, str, "", language).date(when).striptags())


def _languages() -> Iterator[Language]:
    yield ENGLISH
    yield from (
        read_language(path.stem.replace("_", "-")) for path in sorted(OURS.glob("*.po"))
    )


def folded(text: str) -> str:
    """A text without what a form or a person may change of it: spaces and case."""
    return " ".join(text.split()).casefold()
