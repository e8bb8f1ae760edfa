"""What a search finds of the pages that every site has, such as changes and corrections:
each by what it is about.
"""

from collections.abc import Iterator

from dossier.model import addresses
from dossier.model.addresses import PageKind
from dossier.render.language import words
from dossier.render.language.phrases import Phrase
from dossier.render.pages.changes import shows_changes
from dossier.render.pages.families import Family, no_pages
from dossier.render.search.entries import Entry, entry_context, filled_in, narrowed_by
from dossier.render.site.render_context import BuildContext, RenderContext

STANDING: tuple[tuple[PageKind, Phrase, Phrase, Phrase], ...] = (
    (
        addresses.CHANGES,
        words.changes.CHANGES,
        words.changes.ABOUT_CHANGES,
        words.search.ASKED_OF_CHANGES,
    ),
    (
        addresses.PROMISES,
        words.promises.PROMISES,
        words.promises.ABOUT_PROMISES,
        words.search.ASKED_OF_PROMISES,
    ),
    (
        addresses.CORRECTIONS,
        words.evidence.CORRECTIONS,
        words.evidence.ABOUT_CORRECTIONS,
        words.search.ASKED_OF_CORRECTIONS,
    ),
    (
        addresses.EVIDENCE,
        words.evidence.EVIDENCE,
        words.evidence.ABOUT_EVIDENCE,
        words.search.ASKED_OF_EVIDENCE,
    ),
    (
        addresses.COMPARE,
        words.pages.COMPARE,
        words.pages.ABOUT_COMPARE,
        words.search.ASKED_OF_COMPARISONS,
    ),
    (
        addresses.SOURCES,
        words.pages.SOURCES,
        words.pages.ABOUT_SOURCES,
        words.search.ASKED_OF_SOURCES,
    ),
)
"""The pages, each with its title, what it says of itself, and by what else readers ask for
it.
"""


def _entries(build: BuildContext) -> Iterator[Entry]:
    render = entry_context(build)
    for kind, title, about, asked in STANDING:
        if kind is not addresses.CHANGES or shows_changes(build):
            yield _entry(render, kind, title, about, asked)


def _entry(
    render: RenderContext, kind: PageKind, title: Phrase, about: Phrase, asked: Phrase
) -> Entry:
    found = render.say(words.search.PAGE_FOUND)
    return Entry(
        url=kind.url(),
        text=render.say(about),
        shown=filled_in(title=render.say(title), kind=found),
        filters=narrowed_by(kind=(found,)),
        asked=render.say(asked),
    )


STANDING_PAGES = Family(no_pages, _entries)
