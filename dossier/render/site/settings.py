"""What the owner of a site decides about its pages. Read once, by whoever runs the build;
nothing here looks at a file.
"""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from dossier.render.language.catalogues import ENGLISH, Language
from dossier.render.site.limits import LIMITS, Limits
from dossier.render.site.views import LinkView


@dataclass(frozen=True)
class RepositorySettings:
    """Where the content can be looked at and changed, in the manner of GitHub."""

    url: str
    # Without a slash at its end.
    branch: str
    folder: str
    # The content folder in it, with a slash at its end; empty where it is the top.


@dataclass(frozen=True)
class SiteSettings:
    """The settings that rendering needs."""

    title: str
    tagline: str = ""
    site_url: str = ""
    # The address of the site without which only the 404 page can do: it is served at any
    # depth.
    language: Language = ENGLISH
    content: Language | None = None
    # The language that facts, labels and prose are written in; None where it is that of the
    # site.
    plain_links: bool = False
    # True: links end in `index.html`, so that the site can be opened from disk.
    cards: bool = True
    card_fonts: tuple[Path, ...] = ()
    # For what the theme's fonts cannot write, the first before others.
    # Whether pictures are drawn for those who show addresses of the site; they need the
    # address.
    search: bool = True
    # Whether there is an index to search; without one the page of the search is a list.
    pages: tuple[LinkView, ...] = ()
    # The ordinary pages, such as about and method: title and url.
    repository: RepositorySettings | None = None
    # None: pages do not lead there.
    limits: Limits = LIMITS
    data_licence: str = "CC0-1.0"
    data_licence_url: str = "https://creativecommons.org/publicdomain/zero/1.0/"

    @property
    def prose(self) -> Language:
        """The language in which prose shows values, so that a sentence has one language."""
        return self.content or self.language

    @property
    def foreign(self) -> str:
        """The tag of the language of the content, where it is not that of the page."""
        return self.content.tag if self.content else ""

    @property
    def root(self) -> str:
        """The path below which the site is served, with a slash at both ends."""
        path = urlsplit(self.site_url).path.strip("/")
        return f"/{path}/" if path else "/"
