"""What a search finds of the ordinary pages such as about and method, which Pelican prints."""

from collections.abc import Iterator
from functools import partial

from dossier.model.content import SitePage
from dossier.render.language import words
from dossier.render.prose.prose import plain_prose
from dossier.render.search.entries import (
    Entry,
    entry_context,
    filled_in,
    joined,
    narrowed_by,
    words_of,
)
from dossier.render.site import links
from dossier.render.site.render_context import BuildContext, RenderContext


def _entry(render: RenderContext, page: SitePage) -> Entry:
    text = plain_prose(
        page.body, partial(links.href, links.page_url(page.slug), plain_links=False)
    )
    return Entry(
        url=links.page_url(page.slug),
        text=joined(page.description, words_of(text)),
        shown=filled_in(title=page.title, kind=render.say(words.search.PAGE_FOUND)),
        filters=narrowed_by(kind=(render.say(words.search.PAGE_FOUND),)),
    )


def ordinary_entries(build: BuildContext) -> Iterator[Entry]:
    """An entry for each of them."""
    return (_entry(entry_context(build), page) for page in build.ordinary.values())
