"""The site tests/sites/charts, with a property of every type, and its pages as elements
that can be searched.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from dossier.merge import merge_content
from dossier.model.dossiers import Site
from dossier.read.folder import read_content
from dossier.render.pages.binding import bind
from dossier.render.pages.plan import Page, plan_pages
from dossier.render.site.render_context import RenderContext
from tests.helpers import SITES
from tests.render_fixtures import SETTINGS, render

LEDGER = "companies/acme/facts/"


@cache
def charted() -> Site:
    """The site, merged."""
    return merge_content(read_content(SITES / "charts").content, date(2025, 1, 1))


def context(here: str = LEDGER) -> RenderContext:
    """A page of it."""
    return RenderContext(bind(charted(), SETTINGS), here)


@cache
def charted_pages() -> Mapping[str, Page]:
    """Every page by its url."""
    return {page.url: page for page in plan_pages(bind(charted(), SETTINGS))}


@cache
def charted_html(url: str) -> str:
    """A page of it as text."""
    return render(charted_pages()[url], charted())


def figures(url: str = LEDGER) -> Mapping[str, ET.Element]:
    """The charts and maps of a page, by id. Their HTML is XML as well."""
    text = charted_html(url)
    parts = text.split("<figure ")[1:]
    whole = ("<figure " + part.split("</figure>")[0] + "</figure>" for part in parts)
    found = [ET.fromstring(one) for one in whole]  # noqa: S314 - our own
    drawn = [figure for figure in found if figure.get("class") in ("chart", "worldmap")]
    return {next(classed(figure, "anchor")).attrib["id"]: figure for figure in drawn}


def classed(element: ET.Element, name: str) -> Iterator[ET.Element]:
    """The elements below one that have a class."""
    return (one for one in element.iter() if name in one.get("class", "").split())


def words(element: ET.Element) -> str:
    """The text of an element."""
    return " ".join("".join(element.itertext()).split())
