"""What can be found: every fact once, every source, company and page, with words and
filters, and nothing else.
"""

from collections import Counter
from dataclasses import replace
from functools import cache

from dossier.model.content import SitePage
from dossier.render.language import words
from dossier.render.pages.binding import bind
from dossier.render.search.entries import Entry
from dossier.render.site.limits import Limits
from dossier.render.site.links import entity_url, fact_url, source_url
from tests.render_fixtures import FINE, PLEDGE, SETTINGS, SITES, html, pages, prose, site
from tests.searching import search_entries

TIMELINES = (("acme", "timeline/"), ("acme", "timelines/rise/"), ("beta", "timeline/"))
STANDING = ("changes/", "compare/", "corrections/", "evidence/", "promises/", "sources/")


@cache
def entries() -> dict[str, Entry]:
    """The entries of the small site, by url."""
    about = SitePage(
        "about", "About", "What this is.", prose("We **test** things.", company=None)
    )
    found = tuple(search_entries(bind(site(), SETTINGS, {"about": about})))
    assert {1} == set(Counter(entry.url for entry in found).values())
    return {entry.url: entry for entry in found}


def test_every_fact_source_company_and_page_is_found_once() -> None:
    expected = {
        *map(fact_url, site().facts),
        *map(source_url, site().sources),
        *map(entity_url, site().named),
        "companies/acme/",
        "companies/beta/",
        "companies/acme/#disputed",
        *(f"companies/{slug}/{place}" for slug, place in TIMELINES),
        *STANDING,
        "about/",
    }
    assert expected == {*entries()}


def test_every_entry_leads_to_a_page_of_the_site_and_to_places_that_are_there() -> None:
    assert {"about/"} == {url.partition("#")[0] for url in entries()} - pages().keys()
    places = {url for url in entries() if "#" in url}
    ways = places | {way for entry in entries().values() for way in entry.ways}
    assert ways
    assert [] == [
        way
        for way in ways
        if f'id="{way.partition("#")[2]}"' not in html(way.partition("#")[0])
    ]


def test_a_fact_says_its_value_age_and_state() -> None:
    shown = entries()[fact_url(PLEDGE.id)].shown
    assert ("Pledge", "fact", "Acme", "Money") == (
        shown["title"],
        shown["kind"],
        shown["company"],
        shown["topic"],
    )
    assert ("CN¥380 billion (announced)", "as of 2025") == (shown["value"], shown["as_of"])
    assert "stale due a check since 30 June 2026" in shown["states"].splitlines()
    assert ("companies/acme/#fact-pledge",) == entries()[fact_url(PLEDGE.id)].ways


def test_an_event_leads_to_its_place_in_a_timeline() -> None:
    shown, ways = entries()[fact_url(FINE.id)].shown, entries()[fact_url(FINE.id)].ways
    assert ("event", "companies/acme/timelines/rise/#event-fine") == (
        shown["kind"],
        ways[1],
    )
    assert "between October 2020 and September 2024" == shown["when"]


def test_a_fact_is_found_by_all_its_answers_and_quotes() -> None:
    text = entries()[fact_url(SITES.id)].text
    assert [] == [
        said
        for said in (
            "91 sites",
            "about 70 sites",
            "“some 70”",
            "They may count differently.",
        )
        if said not in text
    ]


def test_a_fact_is_narrowed_down_by_company_topic_source_state_and_year() -> None:
    assert {
        "kind": ("fact",),
        "company": ("Acme",),
        "topic": ("Money",),
        "source": ("The Paper", "untitled web page"),
        "state": ("not proved", "not supported by a quote", "due a check"),
        "year": ("2025", "2026", "2027", "2028"),
    } == entries()[fact_url(PLEDGE.id)].filters
    assert "sources differ" in entries()[fact_url(SITES.id)].filters["state"]


def test_the_years_of_an_event_are_all_in_which_it_may_have_happened() -> None:
    assert ("2020", "2021", "2022", "2023", "2024") == entries()[fact_url(FINE.id)].filters[
        "year"
    ]


def test_an_overview_is_found_without_the_numbers_of_its_notes() -> None:
    assert (
        "Acme pledged CN¥380 billion and has 91 sites. See Beta"
        in entries()["companies/acme/"].text
    )


def test_every_filter_has_a_name_on_the_page() -> None:
    used = {name for entry in entries().values() for name in entry.filters}
    assert used == words.search.FILTERS.keys()
    assert [] == [name for name in used if f'data-filter="{name}"' not in html("search/")]


def test_the_page_has_a_place_for_all_that_a_result_says() -> None:
    said = {name for entry in entries().values() for name in entry.shown}
    assert [] == [name for name in said if f'data-fill="{name}"' not in html("search/")]


def test_without_a_script_the_page_names_every_fact_person_and_source() -> None:
    for id, named in site().named.items():
        assert f'<a href="../entities/{id}/">{named.entity.name}</a>' in html("search/")
    for fact in site().facts.values():
        assert (
            f'companies/{fact.id.company}/facts/{fact.id.fact}/">{fact.fact.label}</a>'
            in html("search/")
        )
    assert html("search/").count('<a href="../sources/') >= len(site().sources)


def test_a_large_site_lists_its_companies_alone() -> None:
    text = html("search/", replace(SETTINGS, limits=Limits(listed=len(site().facts) - 1)))
    assert (
        '<a href="../companies/acme/">Acme</a> <span class="everything__scope">6 facts from 2 sources</span>'
        in text
    )
    assert "/facts/" not in text


def test_a_site_without_search_has_the_list_and_no_form() -> None:
    silent = replace(SETTINGS, search=False)
    assert "<form" in html("")
    assert "<form" not in html("", silent) + html("search/", silent)
    assert "theme/search.js" not in html("search/", silent)
    assert "companies/acme/facts/pledge/" in html("search/", silent)


def test_only_the_search_may_run_the_program_that_reads_its_index() -> None:
    assert {"search/"} == {url for url in pages() if "wasm-unsafe-eval" in html(url)}


def test_a_found_fact_is_written_as_on_pages() -> None:
    """Keys of a record have their names, and what is not so says that: a browser shows
    these words as they are.
    """
    shown = entries()[fact_url(FINE.id)]
    assert "What happened: A fine" in shown.text
    assert "uncertain" not in shown.shown["when"]
