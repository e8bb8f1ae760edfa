"""Values as the pages of a site show them: by these words a reader says what was seen, and a reviewer is told."""

from collections.abc import Iterator

from dossier.model.content import Content
from dossier.model.facts import Fact
from dossier.model.values import Value, written
from dossier.render.languages import ENGLISH, OURS, Language, read_language
from dossier.render.values import Writer


def shown(value: Value, fact: Fact, content: Content, language: Language = ENGLISH) -> str:
    """A value of a fact in one line, as a page in a language has it."""
    writer = Writer(content.entities, {}, str, "", language)
    return str(writer.whole(value, content.properties[fact.property]).striptags())


def spellings(value: Value, fact: Fact, content: Content) -> frozenset[str]:
    """All that a reader may have seen or copied of a value: its words on a page, and those of its file."""
    texts = written(value)
    return frozenset(map(folded, (*_in_every_language(value, fact, content), *texts, ", ".join(texts))))


def _in_every_language(value: Value, fact: Fact, content: Content) -> Iterator[str]:
    yield shown(value, fact, content)
    for path in sorted(OURS.glob("*.po")):
        yield shown(value, fact, content, read_language(path.stem.replace("_", "-")))


def folded(text: str) -> str:
    """A text without what a form or a person may change of it: spaces and case."""
    return " ".join(text.split()).casefold()
