"""Companies, people and things in lists, downloads, and what every page says of its site."""

from dataclasses import dataclass

from markupsafe import Markup

from dossier.render.views.claims import FigureView
from dossier.render.views.links import LinkView, PortionsView


@dataclass(frozen=True)
class CompanyView:
    """A company on the home page."""

    name: str
    href: str
    about: str
    # How much is known.
    as_of: Markup
    figures: tuple[FigureView, ...]


@dataclass(frozen=True)
class ReportView:
    """A source as news."""

    date: Markup
    way: LinkView
    counts: str
    # How much rests on it.


@dataclass(frozen=True)
class EntityView:
    """A person, organisation or product in a list."""

    way: LinkView
    standing: Markup
    # Who or what it is; empty where no fact says so.
    scope: str
    # How much names it.


@dataclass(frozen=True)
class EntityGroupView:
    """Those of one kind."""

    id: str
    label: str
    portions: PortionsView | None
    # The ways to them, where they do not stand here.
    entities: tuple[EntityView, ...]


@dataclass(frozen=True)
class DownloadView:
    """A file of data."""

    label: str
    href: str
    path: str
    about: str


@dataclass(frozen=True)
class SiteView:
    """What every page says about the site it belongs to."""

    title: str
    tagline: str
    language: str
    menu: tuple[LinkView, ...]
    # Targets, not links: the page that prints them knows where it stands.
    judged: str
    # The day to which ages are counted.
    tells_changes: bool
    # Whether there is a page of changes.
    feed: str
    # The target of its feed; empty where there is none.
    as_of: Markup
    search: bool
    # Whether there is an index to search.


@dataclass(frozen=True)
class PictureView:
    """A picture by its whole address."""

    address: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class SocialView:
    """What a page says to those who show its address elsewhere."""

    title: str
    # With the name of its company.
    type: str
    locale: str
    address: str
    # The whole one; empty where that of the site is not known.
    picture: PictureView | None
