"""What a search finds of the pages that every site has, such as changes and corrections:
each by what it is about.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from dossier.model import addresses
from dossier.model.addresses import Ids, PageKind
from dossier.render.language import words
from dossier.render.language.phrases import Phrase
from dossier.render.pages.families import Finder
from dossier.render.search.entries import Entry, filled_in, narrowed_by
from dossier.render.site.render_context import RenderContext

STANDING: Mapping[PageKind, tuple[Phrase, Phrase, Phrase]] = {
    addresses.CHANGES: (
        words.changes.CHANGES,
        words.changes.ABOUT_CHANGES,
        words.search.ASKED_OF_CHANGES,
    ),
    addresses.PROMISES: (
        words.promises.PROMISES,
        words.promises.ABOUT_PROMISES,
        words.search.ASKED_OF_PROMISES,
    ),
    addresses.CORRECTIONS: (
        words.evidence.CORRECTIONS,
        words.evidence.ABOUT_CORRECTIONS,
        words.search.ASKED_OF_CORRECTIONS,
    ),
    addresses.EVIDENCE: (
        words.evidence.EVIDENCE,
        words.evidence.ABOUT_EVIDENCE,
        words.search.ASKED_OF_EVIDENCE,
    ),
    addresses.COMPARE: (
        words.pages.COMPARE,
        words.pages.ABOUT_COMPARE,
        words.search.ASKED_OF_COMPARISONS,
    ),
    addresses.SOURCES: (
        words.pages.SOURCES,
        words.pages.ABOUT_SOURCES,
        words.search.ASKED_OF_SOURCES,
    ),
}
"""The pages, each with its title, what it says of itself, and by what else readers ask for
it.
"""


def found_of(kind: PageKind) -> Finder:
    """What a search finds of such a page."""
    return partial(_found, kind)


def _found(kind: PageKind, render: RenderContext, ids: Ids) -> Iterator[Entry]:
    title, about, asked = STANDING[kind]
    found = render.say(words.search.PAGE_FOUND)
    yield Entry(
        url=kind.url(),
        text=render.say(about),
        shown=filled_in(title=render.say(title), kind=found),
        filters=narrowed_by(kind=(found,)),
        asked=render.say(asked),
    )
