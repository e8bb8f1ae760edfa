"""The home page, however many companies there are: its first screen leads to all that a
reader may want.
"""

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from dossier.generate.pipeline import load_site
from dossier.model.dossiers import Site
from dossier.render.pages.binding import bind
from dossier.render.pages.home import NEWEST, ON_ONE_SCREEN
from dossier.render.pages.plan import plan_pages
from dossier.render.site.links import HOME
from tests.industry import Industry, write_industry
from tests.render_fixtures import SETTINGS, render

MOST = 100_000


@cache
def site(companies: int) -> Site:
    """A trade of that many companies."""
    with TemporaryDirectory() as folder:
        return load_site(write_industry(Path(folder), Industry(companies)))[0]


@cache
def home(companies: int) -> str:
    """Its home page."""
    made = site(companies)
    return render(
        next(page for page in plan_pages(bind(made, SETTINGS)) if page.url == HOME), made
    )


@pytest.mark.parametrize("companies", [1, 3, 60, 90])
def test_the_home_page_is_small_and_leads_to_its_parts_before_any_of_them(
    companies: int,
) -> None:
    """And to the search; where names stand by letter, to each letter."""
    text = home(companies)
    assert len(text.encode()) < MOST
    ways = text[
        text.index('class="ways__list"') : text.index(
            "</nav>", text.index('class="ways__list"')
        )
    ]
    led = re.findall(r'href="#([^"]+)"', ways)
    assert ["companies", "reports"] == led[:2]
    assert all(f' id="{id}"' in text for id in led)
    assert text.count('class="register__letter"') == len(led) - 2
    assert (
        text.index('role="search"')
        < text.index('class="ways__list"')
        < text.index(' id="companies"')
    )


@pytest.mark.parametrize("companies", [1, 3, 60])
def test_what_is_new_comes_before_companies_that_fill_more_than_a_screen(
    companies: int,
) -> None:
    text = home(companies)
    assert (text.index(' id="reports"') < text.index(' id="companies"')) is (
        companies > ON_ONE_SCREEN
    )


def test_the_newest_reports_are_those_of_the_latest_days() -> None:
    text = home(60)
    reports = text[
        text.index(' id="reports"') : text.index("</section>", text.index(' id="reports"'))
    ]
    days = re.findall(r'<time datetime="([^"]+)"', reports)
    assert NEWEST == len(days)
    assert sorted(days, reverse=True) == days
    assert (
        max(
            source.source.issued.text
            for source in site(60).sources.values()
            if source.source.issued
        )
        == days[0]
    )
