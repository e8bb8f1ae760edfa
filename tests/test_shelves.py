"""Lists on shelves, as readers meet them: what the page of the whole list says, and what
each shelf does.
"""

import re
from dataclasses import replace
from functools import cache

import pytest

from dossier.merge.evidence import read_meter
from dossier.model.addresses import SOURCES_BY_YEAR
from dossier.model.dossiers import MergedFact, Proofs, Site
from dossier.model.facts import FactId
from dossier.model.own_words import AllOurs, Ours, Own, Said, Where
from dossier.model.proofs import Level, ProofState, State
from dossier.render.language import words
from dossier.render.lists.shelves import Shelf, case_of
from dossier.render.pages.binding import bind
from dossier.render.pages.plan import plan_evidence
from dossier.render.scan.measure import Measure
from dossier.render.site.limits import Limits
from tests.render_fixtures import SETTINGS, SITES, html, pages, render, site

ONE_EACH = replace(SETTINGS, limits=Limits(entries=1, figures=1))


@cache
def page(url: str) -> str:
    """A page of the small site, as if a page held but one entry of a list."""
    return html(url, ONE_EACH)


def ways(text: str) -> list[tuple[str, str]]:
    """The ways through a list: where they lead, and how they are called."""
    return re.findall(
        r'<li class="portions__item"><a href="([^"]+)"[^>]*>([^<]+)</a>', text
    )


def test_sources_stand_under_the_year_of_their_issue_and_those_without_one_at_the_end() -> (
    None
):
    assert [
        ("issued--2025/", "2025 (1)"),
        ("issued--unknown/", "Year not known (2)"),
    ] == ways(page("sources/"))
    assert "3 sources by year of issue" in page("sources/")
    assert "bibliography" not in page("sources/")


def test_a_shelf_says_what_stands_on_it_and_nothing_of_how_much_stands_on_others() -> None:
    first, second = page("sources/issued--unknown/"), page("sources/issued--unknown/2/")
    assert '<h1 class="lead__title">Sources (Year not known, 2)</h1>' in second
    assert [
        ("../issued--2025/", "2025"),
        ("./", "Year not known"),
        ("./", "1"),
        ("2/", "2"),
    ] == ways(first)
    assert "Here is number 1 of 2 sources." in first
    assert 'rel="prev" href="../issued--2025/">2025</a>' in first
    assert 'rel="next" href="2/">Year not known, 2</a>' in first
    assert 'rel="prev" href="../">Year not known, 1</a>' in second


def test_the_lists_of_kinds_are_on_shelves_one_by_one() -> None:
    """There is one person, who needs no shelf, and several organisations."""
    text = page("entities/")
    assert '<a href="ann/">Ann Lee</a>' in text
    assert [("organisation--a/", "A (2)"), ("organisation--b/", "B (1)")] == ways(text)
    assert "3 organisations by first letter" in text
    assert {"kind-person", "kind-organisation"} <= set(re.findall(r'id="([^"]+)"', text))


def test_the_meter_of_a_letter_is_the_sum_of_its_companies() -> None:
    whole, letter = page("evidence/"), page("evidence/name--a/")
    row = re.compile(
        r'<th class="table__label" scope="row"><a href="[^"]*">([^<]+)</a></th>\s*<td[^>]*>(\d+)</td>'
    )
    of_a = dict(row.findall(whole))["A (1)"]
    assert {"Acme": of_a, "All dossiers (A)": of_a} == dict(row.findall(letter))
    assert dict(row.findall(whole)).keys() == {"A (1)", "B (1)", "All dossiers"}


def test_words_of_ours_are_counted_for_the_whole_site_and_listed_on_their_shelf() -> None:
    own = tuple(Own(Said.FIGURE, figure, Where.NARRATIVE) for figure in ("42", "7"))
    told = replace(
        site(),
        wording=AllOurs({"acme": Ours(3, own, passages=1, whole=2), "beta": Ours(2)}),
    )
    measures = {slug: Measure(frozenset(), ()) for slug in told.dossiers}
    made = {
        page.url: render(page, told, ONE_EACH)
        for page in plan_evidence(bind(told, ONE_EACH), measures)
    }
    assert (
        "Figures, dates, quotations and names in our own words that stand in a quote too: 5 of 7."
        in made["evidence/"]
    )
    assert (
        "Sentences of the narrative with a source that lead to its exact words or to a fact: 1 of 3."
        in made["evidence/"]
    )
    assert "“42”" not in made["evidence/"]
    assert "<li>“42” (figure), in the narrative</li><li>“7”" in made["evidence/name--a/"]
    assert (
        "Figures, dates, quotations and names in our own words that stand in a quote too: 2 of 2."
        in made["evidence/name--b/"]
    )


def test_a_figure_that_nothing_stands_behind_is_named_with_the_note_that_has_it() -> None:
    """It is counted as not checked: whoever reads so must find it."""
    own = (Own(Said.FIGURE, "42 mills", Where.NARRATIVE),)
    told = _with_note(
        replace(site(), wording=AllOurs({"acme": Ours(3, own)})),
        SITES.id,
        "Others say a million.",
    )
    measures = {slug: Measure(frozenset(), ()) for slug in told.dossiers}
    measures["acme"] = Measure(frozenset(), ("42", "a million", "7", "7"))
    made = {
        page.url: render(page, told)
        for page in plan_evidence(bind(told, SETTINGS), measures)
    }
    note = '“a million” (figure), in a note of <a href="../companies/acme/facts/sites/">Sites</a>'
    assert (
        f"<li>{note}</li><li>“7” (figure), in the narrative</li></ul>" in made["evidence/"]
    )
    assert "“42”" not in made["evidence/"]


def _with_note(told: Site, id: FactId, note: str) -> Site:
    """The site, in which a fact has another note."""
    dossier = told.dossiers[id.company]
    sections = tuple(
        replace(
            one,
            facts=tuple(
                _noted(fact, note) if fact.id == id else fact for fact in one.facts
            ),
        )
        for one in dossier.sections
    )
    return replace(
        told, dossiers={**told.dossiers, id.company: replace(dossier, sections=sections)}
    )


def _noted(merged: MergedFact, note: str) -> MergedFact:
    return replace(merged, fact=replace(merged.fact, note=note))


@pytest.mark.parametrize(
    ("keys", "counted"),
    [
        ({"value": Level.PROVED}, "proved"),
        ({"value": Level.LOOK}, "look"),
        ({"value": Level.PROVED, "asserted_by": Level.LOOK}, "proved"),
        ({"value": ProofState.FIGURE}, "unchecked"),
    ],
)
def test_a_figure_is_counted_at_the_level_of_its_key(
    keys: dict[str, State], counted: str
) -> None:
    """Who says so is no figure, and counts for none."""
    merged = site().facts[SITES.id].claims[0]
    asked = replace(merged, proofs=Proofs(keys=keys))
    figures = read_meter({"acme/sites:0": asked}, ["acme/sites:0"], 0).figures
    levels = ("proved", "look", "words", "read", "unchecked")
    assert {level: int(level == counted) for level in levels} == {
        level: getattr(figures, level) for level in levels
    }


@pytest.mark.parametrize("url", [url for url in pages(ONE_EACH) if "--" in url])
def test_a_shelf_is_found_by_those_who_list_pages_and_has_its_own_address(url: str) -> None:
    assert pages(ONE_EACH)[url].planned.kind.in_sitemap
    assert f'<link rel="canonical" href="https://example.org/sub/{url}">' in page(url)


def test_a_site_whose_lists_fit_has_no_shelves() -> None:
    assert [] == [url for url in pages() if "--" in url]
    assert all(slug in html("data/") for slug in site().dossiers)


@pytest.mark.parametrize(
    ("count", "whole", "has_shelves"),
    [(2, 0, False), (3, 0, True), (3, 4, False), (4, 4, False), (5, 4, True)],
)
def test_a_list_that_fits_its_page_has_no_shelves(
    count: int, whole: int, *, has_shelves: bool
) -> None:
    """The page of the whole list may hold more of it than a shelf does."""
    shelf = Shelf("2025", "2025", tuple(range(count)))
    things, order = words.counts.SOURCES_COUNTED, words.lists.BY_YEAR
    case = case_of(SOURCES_BY_YEAR, [shelf], 2, things, order, whole=whole)
    assert has_shelves is (case is not None)
