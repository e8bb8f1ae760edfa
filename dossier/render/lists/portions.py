"""Long lists in portions, each a page of its own: what many facts stand on must still open
on a slow line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dossier.render.language import words
from dossier.render.language.phrases import Plural
from dossier.render.lists.views import PagerView, PortionsView
from dossier.render.site import links
from dossier.render.site.render_context import RenderContext
from dossier.render.site.views import LinkView

Item = TypeVar("Item")

NEAR, FAR = 2, 10
"""How many portions each way a page leads to, and how much farther each of its next strides
goes.
"""


@dataclass(frozen=True)
class Portion(Generic[Item]):
    """Some of the items that a list has."""

    number: int
    # From 1.
    items: tuple[Item, ...]
    all: int
    # How many items the list has.
    size: int
    # The most that a portion of it holds.

    @property
    def is_first(self) -> bool:
        """Whether what belongs to the whole list stands on its page."""
        return self.number == 1

    @property
    def count(self) -> int:
        """How many portions the list has."""
        return max(1, -(-self.all // self.size))


def portions(items: Sequence[Item], size: int) -> tuple[Portion[Item], ...]:
    """All items, in portions; there is one at least."""
    starts = range(0, max(1, len(items)), size)
    return tuple(
        Portion(number, tuple(items[start : start + size]), len(items), size)
        for number, start in enumerate(starts, start=1)
    )


def portions_view(
    render: RenderContext,
    url: str,
    portion: Portion[Item],
    things: Plural = words.counts.FACTS,
) -> PortionsView | None:
    """Which items stand here, and the ways to the others; None where these are all. `url`
    is that of the first portion.
    """
    if portion.count == 1:
        return None
    number = portion.number
    return PortionsView(
        ways=(portion_ways(render, url, portion, things),),
        before=_way(render, url, portion, number - 1) if number > 1 else None,
        after=_way(render, url, portion, number + 1) if number < portion.count else None,
    )


def portion_ways(
    render: RenderContext, url: str, portion: Portion[Item], things: Plural
) -> PagerView:
    """The ways to the other portions."""
    here = span(render, portion, portion.number)
    return PagerView(
        name=render.say(words.lists.PORTIONS),
        told=_told(render, portion, here, render.count(portion.all, things)),
        here=here,
        ways=tuple(
            _way(render, url, portion, number)
            for number in _reached(portion.number, portion.count)
        ),
    )


def _told(render: RenderContext, portion: Portion[Item], here: str, things: str) -> str:
    if len(portion.items) == 1:
        return render.say(words.lists.PORTION_OF_ONE, place=here, things=things)
    return render.say(words.lists.PORTION, span=here, things=things)


def portion_title(render: RenderContext, title: str, portion: Portion[Item]) -> str:
    """The title of a page, or what it says of itself, which those after the first add their
    items to.
    """
    if portion.is_first:
        return title
    return render.say(
        words.claims.ASIDE, text=title, aside=span(render, portion, portion.number)
    )


def span(render: RenderContext, portion: Portion[Item], number: int) -> str:
    """Which items stand in a portion of the list, by their places in it."""
    number_of, first = render.language.number, (number - 1) * portion.size + 1
    last = min(first + portion.size - 1, portion.all)
    return (
        number_of(first)
        if first == last
        else render.say(words.lists.FROM_TO, first=number_of(first), last=number_of(last))
    )


def _way(render: RenderContext, url: str, portion: Portion[Item], number: int) -> LinkView:
    return LinkView(
        span(render, portion, number), render.link(links.portion_url(url, number))
    )


def _reached(here: int, count: int) -> list[int]:
    """The portions to which a page leads: the ends, those beside it, and on in strides, so
    that no list of ways is long.
    """
    return sorted(
        {1, here, count}
        | {
            number
            for step in _strides(count)
            for number in (here - step, here + step)
            if 0 < number <= count
        }
    )


def _strides(count: int) -> Iterator[int]:
    yield from range(1, NEAR + 1)
    stride = FAR
    while stride < count:
        yield stride
        stride *= FAR
