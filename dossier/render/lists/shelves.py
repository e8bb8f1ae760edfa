"""Lists that outgrow a page stand on shelves, by letter or by year: what is added to one
shelf moves nothing on the others.

A shelf that is too long for a page is in portions. A list that fits a page has no shelves,
and stands there whole.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic

from dossier.model.addresses import Ids, PageKind
from dossier.render.language import words
from dossier.render.language.names import initial, name_key
from dossier.render.language.phrases import Order, Plural
from dossier.render.lists.portions import Item, Portion, portion_ways, portions, span
from dossier.render.lists.views import PagerView, PortionsView
from dossier.render.site import links
from dossier.render.site.render_context import RenderContext
from dossier.render.site.views import LinkView

DIGITS, FIGURES = "0", "0–9"
"""The shelf of all names that begin with a figure: in an address, and as readers see it."""


@dataclass(frozen=True)
class Shelf(Generic[Item]):
    """A part of a list that has a name of its own."""

    key: str
    # In its address.
    label: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Case(Generic[Item]):
    """All shelves of a list."""

    kind: PageKind
    # Of their pages.
    ids: Ids
    # In their addresses, before that of the shelf.
    shelves: tuple[Shelf[Item], ...]
    size: int
    # The most that a page holds.
    things: Plural
    order: Order
    # By what they are on shelves.

    @cached_property
    def boards(self) -> "tuple[Board[Item], ...]":
        """Each page, in order."""
        pages = [
            (shelf, portion)
            for shelf in self.shelves
            for portion in portions(shelf.items, self.size)
        ]
        return tuple(
            Board(self, shelf, portion, place)
            for place, (shelf, portion) in enumerate(pages)
        )

    @property
    def all(self) -> int:
        """How many items the list has."""
        return sum(len(shelf.items) for shelf in self.shelves)

    def url(self, shelf: Shelf[Item]) -> str:
        """The address of the first page of a shelf."""
        return self.kind.url(*self.ids, shelf.key)


@dataclass(frozen=True)
class Board(Generic[Item]):
    """One page: a shelf, or a portion of it."""

    case: Case[Item]
    shelf: Shelf[Item]
    portion: Portion[Item]
    place: int
    # Among all pages of the case.

    @property
    def items(self) -> tuple[Item, ...]:
        """What stands on it."""
        return self.portion.items

    @property
    def url(self) -> str:
        """Its address."""
        return links.portion_url(self.case.url(self.shelf), self.portion.number)


def by_letter(
    items: Iterable[Item], name_of: Callable[[Item], tuple[str, str]]
) -> tuple[Shelf[Item], ...]:
    """Shelves by the letters under which readers look; `name_of` tells the name and the id
    of an item.
    """
    found: dict[str, list[Item]] = defaultdict(list)
    for item in sorted(
        items, key=lambda item: (name_key(name_of(item)[0]), name_of(item)[1])
    ):
        found[letter_of(*name_of(item))].append(item)
    return tuple(
        Shelf(key, FIGURES if key == DIGITS else key.upper(), tuple(found[key]))
        for key in sorted(found)
    )


def letter_of(name: str, id: str) -> str:
    """The letter of a name: its first, without accents, or that of its id, which every
    script is written in.
    """
    firsts = (initial(text).lower() for text in (name, id))
    letter = next(first for first in firsts if first.isascii() and first.isalnum())
    return DIGITS if letter.isdigit() else letter


def case_of(
    kind: PageKind,
    shelves: Sequence[Shelf[Item]],
    size: int,
    things: Plural,
    order: Order,
    *,
    ids: Ids = (),
    whole: int = 0,
) -> Case[Item] | None:
    """The shelves of a list; None where it fits a page, which may hold `whole` of it where
    it says less of each.
    """
    made = Case(kind, ids, tuple(shelves), size, things, order)
    return made if made.all > (whole or size) else None


def case_view(render: RenderContext, case: Case[Item]) -> PortionsView:
    """The ways to all shelves, for the page that they all belong to."""
    told = render.say(case.order.counted, things=render.count(case.all, case.things))
    ways = tuple(
        LinkView(shelf_label(render, shelf), render.link(case.url(shelf)))
        for shelf in case.shelves
    )
    return PortionsView((PagerView(told, told, "", ways),))


def board_view(render: RenderContext, board: Board[Item]) -> PortionsView:
    """Which shelf stands here, the ways to the others, and to the pages before and behind
    this one.

    Of the others nothing is told that changes with what is added to them.
    """
    case, place = board.case, board.place
    before, after = (
        case.boards[max(0, place - 1) : place],
        case.boards[place + 1 : place + 2],
    )
    own = (
        (portion_ways(render, case.url(board.shelf), board.portion, case.things),)
        if board.portion.count > 1
        else ()
    )
    return PortionsView(
        ways=(_shelf_ways(render, board), *own),
        is_part=True,
        before=_neighbour(render, board, before),
        after=_neighbour(render, board, after),
    )


def board_title(render: RenderContext, title: str, board: Board[Item]) -> str:
    """The title of the list, with what of it stands here."""
    return render.say(
        words.claims.ASIDE,
        text=title,
        aside=render.language.series(_told(render, board, board.portion.number > 1)),
    )


def shelf_label(render: RenderContext, shelf: Shelf[Item]) -> str:
    """A shelf, with how much stands on it."""
    return render.say(
        words.claims.ASIDE, text=shelf.label, aside=render.language.number(len(shelf.items))
    )


def _shelf_ways(render: RenderContext, board: Board[Item]) -> PagerView:
    case, told = board.case, render.say(board.case.order.alone)
    ways = tuple(
        LinkView(shelf.label, render.link(case.url(shelf))) for shelf in case.shelves
    )
    return PagerView(name=told, told=told, here=board.shelf.label, ways=ways)


def _neighbour(
    render: RenderContext, board: Board[Item], beside: Sequence[Board[Item]]
) -> LinkView | None:
    for other in beside:
        return LinkView(
            render.language.series(_told(render, other, other.shelf is board.shelf)),
            render.link(other.url),
        )
    return None


def _told(render: RenderContext, board: Board[Item], with_span: bool) -> Iterator[str]:
    yield board.shelf.label
    if with_span:
        yield span(render, board.portion, board.portion.number)
