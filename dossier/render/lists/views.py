"""The ways through a list that one page does not hold."""

from dataclasses import dataclass

from dossier.render.site.views import LinkView


@dataclass(frozen=True)
class PagerView:
    """Which part of a long list a page holds, and the ways to others."""

    name: str
    # What the ways are, for those who hear them.
    told: str
    here: str
    # The label of this one among the ways.
    ways: tuple[LinkView, ...]


@dataclass(frozen=True)
class PortionsView:
    """The ways through a list that one page does not hold, and to the pages beside this
    one.
    """

    ways: tuple[PagerView, ...]
    is_part: bool = False
    # Whether the page is of one shelf, and not that of the whole list.
    before: LinkView | None = None
    after: LinkView | None = None


@dataclass(frozen=True)
class LetterView:
    """The names that begin with one letter."""

    letter: str
    entries: tuple[LinkView, ...]
    id: str = ""
    # Of its place on the page.
