"""The table of page kinds: an address is read as what it was written from, and no two kinds
share one.
"""

import pytest

from dossier.model.addresses import (
    EVIDENCE,
    KINDS,
    PAGE,
    SHELVES,
    TAKEN,
    PageKind,
    company_of,
    parse,
    portion_url,
)
from dossier.render.pages.binding import bind
from dossier.render.pages.plan import plan_pages
from tests.chart_fixtures import charted
from tests.render_fixtures import SETTINGS, pages, site

IDS = ("one", "two-2")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.address.text)
def test_an_address_says_of_what_kind_it_is_and_of_what(kind: PageKind) -> None:
    ids = IDS[: kind.address.places]
    assert (kind, ids) == parse(kind.url(*ids))


def test_no_ordinary_page_can_stand_where_the_site_has_a_folder() -> None:
    """Each folder at the top is one of a kind, or holds files."""
    tops = {
        kind.address.text.partition("/")[0]
        for kind in KINDS
        if kind is not PAGE and "/" in kind.address.text
    }
    assert tops | {"cards", "more", "pagefind", "theme"} == TAKEN


@pytest.mark.parametrize(
    "address",
    [
        "companies/",
        "companies/a/b/",
        "a/b/",
        "a",
        "theme/",
        "data/companies/",
        "data/index.json",
        "theme/ledger.css",
    ],
)
def test_what_is_no_page_is_of_no_kind(address: str) -> None:
    assert parse(address) is None


def test_every_page_of_a_site_is_of_a_kind_by_its_address() -> None:
    """And of the one that its template belongs to."""
    for url, page in pages().items():
        found = parse(url)
        assert found, url
        assert f"{found[0].name}.html" == page.template


def test_every_kind_of_page_is_planned_by_a_family() -> None:
    """But for that of evidence, which is planned after the others, those that Pelican
    prints, and shelves of long lists.
    """
    planned = {
        page.planned.kind
        for made in (site(), charted())
        for page in plan_pages(bind(made, SETTINGS))
    }
    assert set(KINDS) - {EVIDENCE, PAGE, *SHELVES} == planned


def test_a_portion_stands_below_its_first() -> None:
    assert ("sources/a/", "sources/a/2/") == (
        portion_url("sources/a/", 1),
        portion_url("sources/a/", 2),
    )
    assert parse("sources/a/2/") is None


@pytest.mark.parametrize(
    ("url", "slug"),
    [("companies/a/facts/b/", "a"), ("companies/a/", "a"), ("", ""), ("sources/a/", "")],
)
def test_a_page_of_a_company_says_of_which(url: str, slug: str) -> None:
    assert slug == company_of(url)
