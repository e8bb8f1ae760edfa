"""What a family of pages is: which of them a site has, and what a search finds of them.
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
from dossier.render.search.entries import Entry
from dossier.render.site.render_context import BuildContext, RenderContext

Maker = Callable[[RenderContext], PageContext]


@dataclass(frozen=True)
class Planned:
    """A page that is to be made."""

    kind: PageKind
    make: Maker
    ids: Ids = ()
    number: int = 1
    # Of its portion.

    @property
    def url(self) -> str:
        """Where it will stand."""
        return portion_url(self.kind.url(*self.ids), self.number)


def no_pages(build: BuildContext) -> Iterable[Planned]:
    """Of those that others print."""
    return ()


def no_entries(build: BuildContext) -> Iterable[Entry]:
    """Of pages that only lead to others, a search finds nothing."""
    return ()


@dataclass(frozen=True)
class Family:
    """Pages that are made together."""

    pages: Callable[[BuildContext], Iterable[Planned]]
    entries: Callable[[BuildContext], Iterable[Entry]] = no_entries


def one(kind: PageKind, make: Maker) -> Callable[[BuildContext], Iterable[Planned]]:
    """A page that every site has."""
    return lambda build: (Planned(kind, make),)


def portioned(
    kind: PageKind,
    ids: Ids,
    make: Callable[..., PageContext],
    parts: Iterable[Portion[Any]],
) -> Iterator[Planned]:
    """A page for each portion of a list."""
    for portion in parts:
        yield Planned(kind, partial(make, portion=portion), ids, portion.number)


def shelved(make: Callable[..., PageContext], case: Case[Any] | None) -> Iterator[Planned]:
    """The pages of a list that does not fit one; none where it does."""
    for board in case.boards if case else ():
        yield Planned(
            board.case.kind,
            partial(make, board=board),
            (*board.case.ids, board.shelf.key),
            board.portion.number,
        )
