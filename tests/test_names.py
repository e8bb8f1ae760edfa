"""Names stand on pages as readers look for them, and not as their letters are numbered."""

import re
from pathlib import Path

import pytest

from dossier.render.language.names import initial, name_key
from dossier.render.pages.binding import bind
from dossier.render.pages.plan import plan_pages
from tests.helpers import merged
from tests.render_fixtures import SETTINGS, render

ORDERED = [
    "3M", "Ægir", "apple", "“Apple” Farms", "Åre", "Étoile", "étoile du Nord", "İzmir", "Łódź", "orange", "Ørsted",
    "Straße", "Strasse 2", "Þór", "Zara", "Ελλάδα", "Яндекс", "한국", "阿里巴巴", "百度", "腾讯",
]  # fmt: skip
"""The same whatever the language of the page is; Chinese names by their sound."""


def test_names_are_in_the_order_in_which_they_are_looked_for() -> None:
    assert ORDERED == sorted(set(ORDERED), key=name_key)


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Étoile", "E"), ("Ørsted", "O"), ("“zara”", "Z"), ("百度", "百"), ("…", "…")],
)
def test_a_register_has_names_under_their_plain_letters(name: str, letter: str) -> None:
    assert letter == initial(name)


def test_every_page_has_companies_in_that_order(tmp_path: Path) -> None:
    """Whatever their folders are called."""
    names = {"acme": "Zara", "beta": "Ørsted", "gamma": "Étoile"}
    files: dict[str, str | bytes] = {
        "properties.yaml": "staff: {label: Staff, type: count, unit: people, fresh: never}\n"
    }
    fact = "staff: {label: Staff, property: staff, claims: [{value: 4, references: [{source: annual-report, quote: w}]}]}\n"
    for slug, name in names.items():
        files[f"companies/{slug}/company.yaml"] = (
            f"name: {name}\nsections: {{profile: All}}\n"
        )
        files[f"companies/{slug}/facts/profile.yaml"] = fact
    site = merged(tmp_path, files, "minimal")
    pages = {page.url: page for page in plan_pages(bind(site, SETTINGS))}
    for url in (
        "",
        "compare/staff/",
        "entities/",
        "search/",
        "data/",
        "sources/annual-report/",
    ):
        main = render(pages[url], site).split("<main")[1]
        assert ["Étoile", "Ørsted", "Zara"] == list(
            dict.fromkeys(re.findall("Étoile|Ørsted|Zara", main))
        ), url
