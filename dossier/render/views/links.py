"""Ways from one page to another, and back to the repository."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LinkView:
    """A link with its words."""

    label: str
    href: str


@dataclass(frozen=True)
class BackLinksView:
    """The ways from a record to the place where it is written, for those who want to mend
    it.
    """

    label: str
    # What the record is called, for those who hear the links.
    edit: str
    report: str
    history: str
    # That of its file; empty where a page tells its own.


@dataclass(frozen=True)
class WaysView:
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

    ways: tuple[WaysView, ...]
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
