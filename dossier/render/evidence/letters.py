"""Letters for the sources of a dossier, the same on all of its pages, so that a note can
name them in one sign.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from dossier.model.dossiers import Dossier
from dossier.render.language.names import letter

Letters = Mapping[str, str]
"""The letter of each source, by its id."""
NO_LETTERS: Letters = MappingProxyType({})


def letters_of(dossier: Dossier) -> Letters:
    """The letters of the sources of a dossier, in the order of its list."""
    return {source.id: letter(place) for place, source in enumerate(dossier.sources)}


def lettered(letters: Letters, sources: Iterable[str]) -> tuple[str, ...]:
    """The letters of some sources, each once, in their order."""
    return tuple(letters[id] for id in sorted({*sources}, key=list(letters).index))
