"""Pages that extensions add: families like ours, in a folder of the site that is theirs."""

from collections.abc import Iterator
from dataclasses import replace

from dossier.extensions import Added, Group, added, working
from dossier.model.addresses import MORE
from dossier.model.errors import DossierError
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.families import Family, Planned
from dossier.render.search.entries import Entry
from dossier.render.site.render_context import BuildContext, RenderContext


def added_pages(build: BuildContext) -> Iterator[Planned]:
    """Their pages. Raises DossierError where one fails, or would stand among ours."""
    for one in added(Group.PAGES, Family):
        with working(one.name):
            planned = tuple(one.part.pages(build))
        for page in planned:
            if not page.url.startswith(f"{MORE}/"):
                raise DossierError(
                    f"{one.name} cannot be used: {page.url!r} is not in the folder {MORE}/."
                )
            yield replace(page, make=_Making(one, page))


def added_entries(build: BuildContext) -> Iterator[Entry]:
    """What a search finds of them."""
    for one in added(Group.PAGES, Family):
        with working(one.name):
            yield from one.part.entries(build)


class _Making:
    """Makes the context of a page, and tells whose it is where that fails."""

    def __init__(self, one: Added, page: Planned) -> None:
        self.one, self.page = one, page

    def __call__(self, render: RenderContext) -> PageContext:
        with working(self.one.name):
            return self.page.make(render)
