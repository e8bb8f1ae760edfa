"""Ways from one page to another, and what every page says of its site."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class LinkView:
    """A link with its words."""

    label: str
    href: str


@dataclass(frozen=True, eq=False)
class SiteView:
    """What every page says about the site it belongs to; a site has one."""

    title: str
    tagline: str
    language: str
    menu: tuple[LinkView, ...]
    # Targets, not links: the page that prints them knows where it stands.
    judged: str
    # The day to which ages are counted.
    shows_changes: bool
    # Whether there is a page of changes.
    feed: str
    # The target of its feed; empty where there is none.
    as_of: Markup
    search: bool
    # Whether there is an index to search.
