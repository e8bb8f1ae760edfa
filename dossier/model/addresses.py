"""Where every page stands: the kinds of pages, the patterns of their addresses, and how
places on a page are named.

The one truth about addresses. Links, the names that no page may take, what `check` says of
a link, the pages that a review names, the sitemap and the search all follow from it. Pure:
it knows no site, and nothing of HTML.
"""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from dossier.model.corrections import OwnError, SourceError
from dossier.model.dates import PartialDate, Shape
from dossier.model.facts import FactId

Ids = tuple[str, ...]
"""What stands in the places of a pattern, from the left."""


@dataclass(frozen=True)
class Pattern:
    """A text in which `{}` stands for an id."""

    text: str

    def fill(self, *ids: str) -> str:
        """The text with its ids."""
        return self.text.format(*ids)

    def ids(self, text: str) -> Ids | None:
        """The ids in a text of this pattern; None where it is of another."""
        match = self._matched.fullmatch(text)
        return match.groups() if match else None

    @property
    def places(self) -> int:
        """How many ids it has."""
        return self.text.count("{}")

    @cached_property
    def _matched(self) -> re.Pattern[str]:
        return re.compile(re.escape(self.text).replace(r"\{\}", "([^/#]+)"))


@dataclass(frozen=True)
class PageKind:
    """One kind of page."""

    name: str
    # Also of its template.
    address: Pattern
    in_sitemap: bool = True
    anchors: tuple[str, ...] = ()
    # The places on every such page that last, so that links may name them.

    def url(self, *ids: str) -> str:
        """The address of one such page, from the root of the site."""
        return self.address.fill(*ids)


MAIN = "main"
"""The place below the head of every page."""


def _kind(name: str, address: str, *anchors: str, in_sitemap: bool = True) -> PageKind:
    return PageKind(name, Pattern(address), in_sitemap, (MAIN, *anchors))


# Shelves of lists that one page does not hold; two hyphens occur in no id.
COMPANIES_BY_NAME = _kind("companies", "companies/name--{}/")
SOURCES_BY_YEAR = _kind("sources", "sources/issued--{}/")
ENTITIES_BY_NAME = _kind("entities", "entities/{}--{}/")
COMPARED_BY_NAME = _kind("compare", "compare/name--{}/")
DATA_BY_NAME = _kind("data", "data/name--{}/")
EVIDENCE_BY_NAME = _kind("evidence", "evidence/name--{}/")
CITED_BY_NAME = _kind("companies", "sources/{}/cited-in--{}/")
LEDGER_BY_TOPIC = _kind("ledger", "companies/{}/facts/topic--{}/", "legend")
PROMISES_BY_NAME = _kind("promises", "promises/name--{}/", "notes")
MENTIONS_BY_NAME = _kind("mentions", "companies/{}/named-in--{}/")

PAGES = (
    HOME := _kind("index", "", "companies"),
    DOSSIER := _kind("dossier", "companies/{}/", "contents", "sources", "notes"),
    LEDGER := _kind("ledger", "companies/{}/facts/", "legend"),
    ALL_EVENTS := _kind("timeline", "companies/{}/timeline/", "timelines", "notes"),
    TIMELINE := _kind("timeline", "companies/{}/timelines/{}/", "timelines", "notes"),
    FACT := _kind("fact", "companies/{}/facts/{}/", "legend", "quote"),
    EMBED := _kind("embed", "companies/{}/facts/{}/embed/", in_sitemap=False),
    SOURCES := _kind("sources", "sources/"),
    SOURCE := _kind("source", "sources/{}/", "known", "origins", "uses"),
    ENTITIES := _kind("entities", "entities/"),
    ENTITY := _kind("entity", "entities/{}/", "notes"),
    SEARCH := _kind("search", "search/"),
    COMPARE := _kind("compare", "compare/"),
    COMPARED := _kind("compared", "compare/{}/", "comparison", "notes"),
    DATA := _kind("data", "data/"),
    CORRECTIONS := _kind(
        "corrections", "corrections/", "errors-of-sources", "errors-of-ours"
    ),
    PROMISES := _kind("promises", "promises/"),
    CHANGES := _kind("changes", "changes/"),
    EVIDENCE := _kind(
        "evidence", "evidence/", "meter", "meter-figures", "meter-words", "debt", "words"
    ),
    NOT_FOUND := _kind("404", "404.html", in_sitemap=False),
    PAGE := _kind("page", "{}/"),
)
"""All kinds of pages but shelves."""

MOVED = {
    kind: replace(kind, name="moved", in_sitemap=False)
    for kind in (DOSSIER, ALL_EVENTS, TIMELINE, FACT, EMBED)
}
"""What stands where a page of a company stood before its folder was renamed: the way to
where it stands now.
"""

SHELVES = {
    COMPANIES_BY_NAME: HOME,
    SOURCES_BY_YEAR: SOURCES,
    ENTITIES_BY_NAME: ENTITIES,
    COMPARED_BY_NAME: COMPARE,
    DATA_BY_NAME: DATA,
    EVIDENCE_BY_NAME: EVIDENCE,
    CITED_BY_NAME: SOURCE,
    LEDGER_BY_TOPIC: LEDGER,
    PROMISES_BY_NAME: PROMISES,
    MENTIONS_BY_NAME: DOSSIER,
}
"""The kinds of pages that hold a part of a list, each with the page of the list. They come
and go as a list grows.
"""

KINDS = (*SHELVES, *PAGES)
"""All kinds; an address is of the first whose pattern it has."""


@dataclass(frozen=True)
class DataKind:
    """One kind of data file."""

    name: str
    # Also of the module of `export/` that makes it, and of its texts.
    address: Pattern


def _data(name: str, address: str) -> DataKind:
    return DataKind(name, Pattern(address))


DATA_KINDS = (
    DATA_INDEX := _data("index", "data/index.json"),
    DATA_SOURCES := _data("sources", "data/sources.json"),
    DATA_ORIGINS := _data("origins", "data/origins.json"),
    DATA_PROPERTIES := _data("properties", "data/properties.json"),
    DATA_ENTITIES := _data("entities", "data/entities.json"),
    DATA_PLACES := _data("places", "data/places.json"),
    DATA_COMPANY := _data("company", "data/companies/{}.json"),
)
"""All kinds, in the order in which readers find them."""

SITE_CARD, CARD, FACT_CARD = (
    "cards/site.png",
    Pattern("cards/companies/{}.png"),
    Pattern("cards/facts/{}/{}.png"),
)
CHANGES_FEED = "changes/atom.xml"
SEARCH_INDEX = "pagefind"
THEME = "theme"
MORE = "more"
"""The folder of the pages that extensions add."""

TAKEN = frozenset(
    {
        kind.address.text.partition("/")[0]
        for kind in KINDS
        if "/" in kind.address.text and kind is not PAGE
    }
    | {SITE_CARD.partition("/")[0], SEARCH_INDEX, THEME, MORE}
)
"""Folders at the top of every site, which no ordinary page may use as its id."""

SECTION = Pattern("section-{}")
FACT_ROW = Pattern("fact-{}")
YEARS = Pattern("years-{}")


def portion_url(url: str, number: int) -> str:
    """A portion of a page that is too long for one; the first is the page itself."""
    return url if number == 1 else f"{url}{number}/"


def company_of(url: str) -> str:
    """The slug of the company to which a page belongs; empty where it belongs to none."""
    folder, _, rest = url.partition("/")
    return rest.partition("/")[0] if DOSSIER.address.text.startswith(f"{folder}/") else ""


def parse(address: str) -> tuple[PageKind, Ids] | None:
    """The kind of page that an address without a fragment is of, and its ids; None where it
    is of none.
    """
    found = ((kind, kind.address.ids(address)) for kind in KINDS)
    kind, ids = next(((kind, ids) for kind, ids in found if ids is not None), (PAGE, None))
    return None if ids is None or (kind is PAGE and ids[0] in TAKEN) else (kind, ids)


def correction_anchor(error: SourceError | OwnError) -> str:
    """The id of a correction on its page; errors of sources and of ours may bear one id."""
    return f"{'source' if isinstance(error, SourceError) else 'own'}-error-{error.id}"


def event_anchor(fact: FactId, company: str) -> str:
    """The id of an event in a timeline of `company`; two hyphens occur in no slug, so no
    two events share one.
    """
    return (
        f"event-{fact.fact}"
        if fact.company == company
        else f"event-{fact.company}--{fact.fact}"
    )


def years_of(when: PartialDate | None) -> str:
    """The years under which a date stands, as part of an id: in which it began, or between
    which it was once.
    """
    start, end = (when.start, when.end) if when else (None, None)
    first, last = (moment.year.lower() if moment else "" for moment in (start, end))
    once = when is not None and when.shape is Shape.ONE_OF
    if once and first != last:
        return (
            f"from-{first}"
            if not last
            else f"to-{last}"
            if not first
            else f"{first}-to-{last}"
        )
    return first or (f"to-{last}" if last else "none")
