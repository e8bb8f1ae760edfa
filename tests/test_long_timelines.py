"""Timelines and corrections of thousands: pages of bounded size, on one of which each
stands, and old addresses lead on.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.model.corrections import SourceError
from dossier.model.dossiers import Site
from dossier.model.facts import FactId
from dossier.render.pages.binding import bind
from dossier.render.pages.plan import Page, plan_pages
from dossier.render.site.links import fact_url
from tests.helpers import merged
from tests.render_fixtures import SETTINGS, render
from tests.searching import search_entries

COUNT = 3_000
LARGEST = 900_000
"""Bytes of a page, before it is compressed."""
KEYS = "{date: {type: date, required: true, label: Date}, what: {type: text, label: What happened}}"
FACT = (
    "event-{n}: {{label: Event {n}, property: event, claims: [{{value: {{date: {year}-{month:02}, what: Something happens}},"
    " references: [{{source: annual-report, quote: event {n} took place}}]}}]}}\n"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A company of 3,000 events, all in one timeline, and as many errors of its source."""
    facts = [
        FACT.format(n=n, year=1900 + n // 30, month=n % 30 // 3 + 1) for n in range(COUNT)
    ]
    listed = ", ".join(f"event-{n}" for n in range(COUNT))
    files: dict[str, str | bytes] = {
        "properties.yaml": f"event: {{label: Event, type: record, fresh: never, part: event, keys: {KEYS}}}\n",
        "companies/acme/company.yaml": "name: Acme\nsections: {profile: All}\n",
        "companies/acme/facts/profile.yaml": "".join(facts),
        "companies/acme/timelines/life.yaml": f"label: Life\nevents: [{listed}]\n",
    }
    made = merged(Path(tmp_path_factory.mktemp("long")), files, "minimal")
    errors = (
        SourceError(
            f"slip-{n}",
            FactId("acme", f"event-{n}"),
            "annual-report",
            f"event {n} took place",
            "A slip of the pen.",
        )
        for n in range(COUNT)
    )
    return replace(made, source_errors=tuple(errors))


@pytest.fixture(scope="module")
def pages(site: Site) -> Mapping[str, Page]:
    """Its pages by their urls."""
    return {page.url: page for page in plan_pages(bind(site, SETTINGS))}


@pytest.fixture(scope="module")
def texts(site: Site, pages: Mapping[str, Page]) -> Mapping[str, str]:
    """Its long pages as they are printed."""
    lists = ("companies/acme/timeline", "corrections/")
    return {url: render(page, site) for url, page in pages.items() if url.startswith(lists)}


def test_no_page_grows_with_its_list(texts: Mapping[str, str]) -> None:
    assert 10 == sum(url.startswith("companies/acme/timelines/life/") for url in texts)
    assert 15 == sum(url.startswith("corrections/") for url in texts)
    assert [] == [
        (url, len(text)) for url, text in texts.items() if len(text.encode()) > LARGEST
    ]


@pytest.mark.parametrize(
    ("first", "mark"),
    [
        ("companies/acme/timelines/life/", '<li class="event'),
        ("corrections/", '<li class="correction">'),
    ],
)
def test_each_stands_on_one_page_and_the_pages_lead_to_each_other(
    texts: Mapping[str, str], first: str, mark: str
) -> None:
    parts = [text for url, text in texts.items() if url.startswith(first)]
    assert COUNT == sum(text.count(mark) for text in parts)
    assert len(parts) - 1 == sum('rel="next"' in text for text in parts)


def test_facts_and_results_lead_to_the_page_that_holds_their_event(
    site: Site, pages: Mapping[str, Page]
) -> None:
    event = site.dossiers["acme"].timelines[0].events[1_000]
    place = f"companies/acme/timelines/life/4/#event-{event.id.fact}"
    assert place.removeprefix("companies/acme/") in render(pages[fact_url(event.id)], site)
    found = {entry.url: entry.ways for entry in search_entries(bind(site, SETTINGS))}
    assert place in found[fact_url(event.id)]


def test_an_old_address_of_a_correction_leads_to_its_page(texts: Mapping[str, str]) -> None:
    first = texts["corrections/"].partition('<li class="correction">')[0]
    ids = re.findall(r'<span class="anchor" id="(source-error-slip-\d+)"></span>', first)
    assert COUNT - SETTINGS.limits.entries == len(ids)
    assert 'href="15/">Corrections' in first
    assert f'id="{ids[-1]}"' in texts["corrections/15/"]
