"""What a family of pages is: which of them a site has, and what a search finds of each.
`plan.py` lists all families.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from dossier.model.addresses import Ids, PageKind, portion_url
from dossier.render.lists.portions import Portion
from dossier.render.lists.shelves import Case
from dossier.render.pages.contexts import PageContext
from dossier.render.search.entries import Entry, entry_context
from dossier.render.site.render_context import BuildContext, RenderContext

Maker = Callable[[RenderContext], PageContext]
Finder = Callable[[RenderContext, Ids], Iterable[Entry]]
"""What a search finds of the page of these ids."""


def nothing(render: RenderContext, ids: Ids) -> Iterable[Entry]:
    """Of pages that only lead to others, a search finds nothing."""
    return ()


@dataclass(frozen=True)
class Planned:
    """A page that is to be made."""

    kind: PageKind
    make: Maker
    ids: Ids = ()
    number: int = 1
    # Of its portion.
    find: Finder = nothing

    @property
    def url(self) -> str:
        """Where it will stand."""
        return portion_url(self.kind.url(*self.ids), self.number)

    @property
    def is_found(self) -> bool:
        """Whether a search finds anything of it; a list in portions is found once."""
        return self.number == 1 and self.find is not nothing

    def entries(self, build: BuildContext) -> Iterable[Entry]:
        """What a search finds of it."""
        return self.find(entry_context(build), self.ids) if self.is_found else ()


@dataclass(frozen=True)
class Family:
    """Pages that are made together."""

    pages: Callable[[BuildContext], Iterable[Planned]]


def one(kind: PageKind, make: Maker) -> Callable[[BuildContext], Iterable[Planned]]:
    """A page that every site has."""
    return lambda build: (Planned(kind, make),)


def portioned(
    kind: PageKind,
    ids: Ids,
    make: Callable[..., PageContext],
    parts: Iterable[Portion[Any]],
    find: Finder = nothing,
) -> Iterator[Planned]:
    """A page for each portion of a list."""
    for portion in parts:
        yield Planned(kind, partial(make, portion=portion), ids, portion.number, find)


def shelved(make: Callable[..., PageContext], case: Case[Any] | None) -> Iterator[Planned]:
    """The pages of a list that does not fit one; none where it does."""
    for board in case.boards if case else ():
        yield Planned(
            board.case.kind,
            partial(make, board=board),
            (*board.case.ids, board.shelf.key),
            board.portion.number,
        )
