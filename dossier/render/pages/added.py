"""Pages that extensions add: families like ours, in a folder of the site that is theirs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dossier.extensions import Added, Group, added, working
from dossier.model.addresses import MORE, Ids
from dossier.model.errors import DossierError
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.families import Family, Planned, nothing
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
            find = nothing if page.find is nothing else _Finding(one, page)
            yield replace(page, make=_Making(one, page), find=find)


@dataclass(frozen=True)
class _Making:
    """Makes the context of a page, and tells whose it is where that fails."""

    one: Added
    page: Planned

    def __call__(self, render: RenderContext) -> PageContext:
        with working(self.one.name):
            return self.page.make(render)


@dataclass(frozen=True)
class _Finding:
    """Says in the same way what a search finds of it."""

    one: Added
    page: Planned

    def __call__(self, render: RenderContext, ids: Ids) -> Iterable[Entry]:
        with working(self.one.name):
            return tuple(self.page.find(render, ids))
