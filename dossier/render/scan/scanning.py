"""A finished page, looked through once: for the last look at the site, and for the count of
what a page shows.

Most tags of a site stand on many of its pages, so what a tag tells is found out once and
kept by its text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from dossier.render.scan.markup import TAG, parts_of

CLAIM, PROSE, HELD = "data-claim", "data-prose", "data-held"
LINKS = frozenset({"href", "src", "poster", "data", "action", "formaction"})
DATA_TYPES = frozenset({"application/ld+json", "application/json"})
EXTERNAL_RELS = frozenset({"canonical", "license", "alternate"})
LONGEST = 1000
"""Characters of a tag that is kept; a script that holds data is longer, and stands on one
page.
"""


@dataclass(frozen=True, slots=True)
class Element:
    """What the start of an element tells."""

    id: str
    links: tuple[str, ...]
    loads: tuple[str, ...]
    # Those that are fetched as the page opens, or that something is sent to.
    handlers: tuple[str, ...]
    is_script: bool
    # One that is written into the page.
    claim: str
    is_prose: bool


@dataclass
class PageScan:
    """What all elements of one page tell."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    inline_scripts: int = 0
    claims: set[str] = field(default_factory=set)
    prose: list[int] = field(default_factory=list, compare=False)
    # Where each element begins that holds prose.

    def add(self, element: Element, start: int = 0) -> None:
        """Take in an element."""
        if element.id:
            self.ids.append(element.id)
        self.links += element.links
        self.loads += element.loads
        self.handlers += element.handlers
        self.inline_scripts += element.is_script
        if element.claim:
            self.claims.add(element.claim)
        if element.is_prose:
            self.prose.append(start)


def scan(html: str) -> PageScan:
    """Look through a page once."""
    page = PageScan()
    for found in TAG.finditer(html):
        if (plain := found[1]) is not None:
            page.links.append(plain)
            continue
        tag = found[0]
        if element := _known(tag) if len(tag) < LONGEST else _element(tag):
            page.add(element, found.start())
    return page


def element_of(tag: str, attributes: Iterable[tuple[str, str | None]]) -> Element | None:
    """What an element of this name and these attributes tells; None where that is nothing."""
    pairs = [(name, value or "") for name, value in attributes]
    values = dict(pairs)
    links = tuple(value for name, value in pairs if name in LINKS)
    # A script of the theme is a file; what is written into a page is data, or somebody
    # else's.
    element = Element(
        id=values.get("id", ""),
        links=links,
        loads=() if _only_leads(tag, values.get("rel", "").split()) else links,
        handlers=tuple(name for name in values if name.startswith("on")),
        is_script=tag == "script"
        and not values.get("src")
        and values.get("type") not in DATA_TYPES,
        claim=values.get(CLAIM, ""),
        is_prose=PROSE in values,
    )
    return element if element != NOTHING else None


NOTHING = Element("", (), (), (), is_script=False, claim="", is_prose=False)


def _only_leads(tag: str, rels: Sequence[str]) -> bool:
    """Whether an element fetches nothing as the page opens, and sends nothing away."""
    return tag == "a" or (tag == "link" and not EXTERNAL_RELS.isdisjoint(rels))


def _element(tag: str) -> Element | None:
    return element_of(*parts_of(tag))


_known = lru_cache(maxsize=1 << 15)(_element)
