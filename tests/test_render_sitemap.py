"""What search engines are told."""

from xml.etree import ElementTree

import pytest

from dossier.render.pages import sitemap
from dossier.render.pages.sitemap import SCHEMA, sitemap_files

ADDRESS = "https://example.org/sub"


def locations(xml: bytes) -> list[str]:
    """The addresses of a list."""
    return [str(one.text) for one in ElementTree.fromstring(xml).iter(f"{{{SCHEMA}}}loc")]  # noqa: S314 - made by us


def test_the_list_has_every_page_and_robots_are_led_to_it() -> None:
    files = sitemap_files(ADDRESS, ["", "companies/acme/"])
    assert [f"{ADDRESS}/", f"{ADDRESS}/companies/acme/"] == locations(files["sitemap.xml"])
    assert b"Sitemap: https://example.org/sub/sitemap.xml\n" in files["robots.txt"]


def test_a_list_that_is_too_long_is_a_list_of_lists(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sitemap, "MOST", 2)
    files = sitemap_files(ADDRESS, ["a/", "b/", "c/"])
    assert [f"{ADDRESS}/sitemap-1.xml", f"{ADDRESS}/sitemap-2.xml"] == locations(
        files["sitemap.xml"]
    )
    assert [f"{ADDRESS}/c/"] == locations(files["sitemap-2.xml"])


def test_without_an_address_there_is_no_list() -> None:
    assert {} == sitemap_files("", ["a/"])
