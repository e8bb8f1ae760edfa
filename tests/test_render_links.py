"""Links between pages: relative, whole on a disk, and absolute only where a page has no
place of its own.
"""

import pytest

from dossier.model.facts import FactId
from dossier.render.site.links import (
    event_anchor,
    fact_url,
    href,
    is_web,
    link,
    passage_url,
    timeline_url,
)
from dossier.render.site.settings import SiteSettings


@pytest.mark.parametrize(
    ("here", "target", "expected"),
    [
        ("", "", "./"),
        ("", "sources/", "sources/"),
        ("", "theme/ledger.css", "theme/ledger.css"),
        ("sources/", "", "../"),
        ("sources/", "sources/", "./"),
        ("sources/", "sources/one/", "one/"),
        ("sources/one/", "sources/two/", "../two/"),
        ("companies/a/facts/b/", "companies/a/", "../../"),
        ("companies/a/facts/b/", "companies/c/#fact-d", "../../../c/#fact-d"),
        ("companies/a/", "companies/a/#fact-d", "#fact-d"),
        ("companies/a/", "data/companies/a.json", "../../data/companies/a.json"),
        ("about/", "sources/", "../sources/"),
    ],
)
def test_a_link_is_relative_to_the_page(here: str, target: str, expected: str) -> None:
    assert expected == href(here, target, plain_links=False)


@pytest.mark.parametrize(
    ("here", "target", "expected"),
    [
        ("", "", "index.html"),
        ("sources/one/", "", "../../index.html"),
        ("sources/one/", "sources/#x", "../index.html#x"),
        ("sources/one/", "data/index.json", "../../data/index.json"),
        ("sources/one/", "sources/one/#x", "#x"),
    ],
)
def test_a_plain_link_names_its_file(here: str, target: str, expected: str) -> None:
    assert expected == href(here, target, plain_links=True)


@pytest.mark.parametrize(
    ("site_url", "expected"),
    [
        ("", "/sources/"),
        ("https://example.org", "/sources/"),
        ("https://example.org/a/b/", "/a/b/sources/"),
    ],
)
def test_the_page_for_lost_addresses_links_from_the_root(
    site_url: str, expected: str
) -> None:
    assert expected == link(
        SiteSettings(title="", site_url=site_url), "404.html", "sources/"
    )


def test_every_other_page_links_relatively() -> None:
    assert "../sources/" == link(
        SiteSettings(title="", site_url="https://example.org/a/"), "about/", "sources/"
    )


def test_urls_follow_the_design() -> None:
    assert "companies/a/facts/b/" == fact_url(FactId("a", "b"))
    assert "companies/a/timeline/" == timeline_url("a", "")
    assert "companies/a/timelines/t/" == timeline_url("a", "t")


def test_events_of_two_companies_never_share_an_anchor() -> None:
    anchors = {
        event_anchor(FactId(company, fact), "x")
        for company, fact in [("a", "b-c"), ("a-b", "c"), ("x", "a-b-c")]
    }
    assert 3 == len(anchors)


def test_a_passage_is_a_text_fragment_with_its_syntax_encoded() -> None:
    fragment = ":~:text=it%20cost-,two%2Dthirds%2C%20%26%20more,-of%20it"
    assert f"https://a.example/#{fragment}" == passage_url(
        "https://a.example/", "two-thirds, & more", "it cost ", " of it"
    )
    assert f"https://a.example/#b{fragment}" == passage_url(
        "https://a.example/#b", "two-thirds, & more", "it cost", "of it"
    )
    assert "https://a.example/" == passage_url("https://a.example/", "")


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "//evil.example", "ftp://a.example", ""],
)
def test_only_the_web_is_linked_to(url: str) -> None:
    assert not is_web(url)
