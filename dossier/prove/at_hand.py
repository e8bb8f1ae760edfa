"""The texts of sources that are at hand, and whether they are those that the sources name."""

from collections.abc import Iterator
from pathlib import Path

from dossier.model.content import Content
from dossier.model.findings import Finding
from dossier.texts.archive import text_of
from dossier.texts.library import Library


def read_archive(content: Content, archive: Path) -> Library:
    """The texts of all sources that are at hand. Raises DossierError where one cannot be
    read.
    """
    texts = {
        id: text
        for id, source in content.sources.items()
        if (text := text_of(source, archive))
    }
    return Library(texts, content.languages)


def trusted_of(content: Content, library: Library) -> frozenset[str]:
    """The sources whose text is at hand. One that is not the text its source names proves
    nothing.
    """
    named = {id: content.sources[id].integrity for id in library.texts}
    return frozenset(
        id for id, text in library.texts.items() if named[id] in ("", text.integrity)
    )


def match_texts(content: Content, library: Library) -> Iterator[Finding]:
    """Each text at hand is the one that its source names."""
    for id, text in library.texts.items():
        source = content.sources[id]
        if not source.integrity:
            message = (
                "integrity: the source does not name its text. Write `integrity:"
                f" {text.integrity}`."
            )
            yield Finding(source.at.position, "Q010", message)
        elif source.integrity != text.integrity:
            message = (
                f"integrity: the text at hand is {text.integrity}. Bring the old one back,"
                " or write the new hash."
            )
            yield Finding(source.at.of("integrity"), "Q010", message)
