"""The page of a dossier: short whatever it holds, nothing lost, and no heading without
something below it.
"""

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urljoin

import pytest

from dossier.generate.pipeline import load_site
from dossier.model.addresses import FACT_ROW, LEDGER, SECTION
from dossier.model.agreement import Agreement
from dossier.model.dossiers import Dossier, Site
from dossier.model.freshness import Age
from dossier.model.proofs import Level
from dossier.render.evidence.letters import letters_of
from dossier.render.evidence.states import UNPROVED
from dossier.render.facts.briefs import FIGURES, key_figures, leading_facts
from dossier.render.facts.lines import usual_of
from dossier.render.facts.situation import situation, time_between
from dossier.render.pages.binding import bind
from dossier.render.pages.plan import plan_pages
from dossier.render.scan.measure import measure_page
from dossier.render.site.limits import Limits
from dossier.render.site.links import company_url, fact_url
from dossier.render.site.render_context import RenderContext
from tests.atlas import write_atlas
from tests.industry import Industry, write_industry
from tests.render_fixtures import SETTINGS, date, html, pages, render, site

THREE = """\
staff-{0}:
  label: Staff {0}
  property: staff
  claims:
    - value: {0}
      references: [{{source: paper, quote: "{0} people"}}]
"""
TAG = re.compile(r"<[^>]+>")


@cache
def industry(quotes: int) -> Site:
    """A company with that many facts."""
    with TemporaryDirectory() as folder:
        return load_site(write_industry(Path(folder), Industry(2, quotes=quotes)))[0]


@cache
def atlas() -> Site:
    """Companies that no template has seen, one of them with 300 events."""
    with TemporaryDirectory() as folder:
        write_atlas(Path(folder))
        return load_site(Path(folder) / "content")[0]


def dossier_text(made: Site, slug: str) -> str:
    """The page of a dossier."""
    planned = {page.url: page for page in plan_pages(bind(made, SETTINGS))}
    return render(planned[company_url(slug)], made)


def links_of(url: str) -> set[str]:
    """The pages to which a page leads."""
    found = re.findall(r'\shref="([^"#]+)', html(url))
    return {
        urljoin(f"/{url}", link).partition("#")[0][1:] for link in found if "//" not in link
    }


@pytest.mark.parametrize("slug", sorted(site().dossiers))
def test_old_addresses_of_every_fact_and_topic_lead_to_its_line_or_its_topic(
    slug: str,
) -> None:
    text = html(company_url(slug))
    topics = re.split(r'(?=<span class="anchor" id="section-)', text)
    for section in site().dossiers[slug].sections:
        if section.facts:
            (own,) = [
                topic for topic in topics if f' id="{SECTION.fill(section.id)}"' in topic
            ]
            assert [] == [
                fact.id
                for fact in section.facts
                if f' id="{FACT_ROW.fill(fact.id.fact)}"' not in own
            ]


@pytest.mark.parametrize("slug", sorted(site().dossiers))
def test_all_that_content_has_is_on_a_page_to_which_the_dossier_leads(slug: str) -> None:
    """Every fact, claim and quote, and whether sources differ, an answer is stale or a
    quote is not proved.
    """
    start = company_url(slug)
    reached = {start, *links_of(start)}
    texts = {
        url: html(url) for url in reached | links_of(f"{start}facts/") if url in pages()
    }
    shown = frozenset().union(
        *(measure_page(texts[url]).claims for url in reached & texts.keys())
    )
    ledger = "".join(
        texts[url]
        for url, page in pages().items()
        if page.planned.kind is LEDGER and slug in url
    )
    words = Counter(re.findall(r'state--([a-z]+)">', ledger))
    for fact in site().dossiers[slug].facts:
        assert fact_url(fact.id) in texts
        assert {fact.name_of(one.claim) for one in fact.claims} <= shown
        own = texts[fact_url(fact.id)]
        quotes = {
            one.quote for claim in fact.fact.claims for one in claim.references if one.quote
        }
        assert set() == {
            quote for quote in quotes if quote.split("'")[0].split("<")[0] not in own
        }
        levels = {
            state.value if isinstance(state := one.proofs.state, Level) else UNPROVED
            for one in fact.claims
        }
        assert set() == {level for level in levels if f"state--{level}" not in own}
    stale = [
        one
        for fact in site().dossiers[slug].facts
        for one in fact.claims
        if one.freshness.age is Age.STALE
    ]
    assert words["stale"] == len(stale)
    differing = [
        fact
        for fact in site().dossiers[slug].facts
        if fact.agreement is Agreement.DIFFERING
    ]
    assert len(differing) == ledger.count(">sources differ</span>")


@pytest.mark.parametrize("slug", sorted(site().dossiers))
def test_no_heading_stands_without_something_below_it(slug: str) -> None:
    body = html(company_url(slug)).split("<main")[1]
    for part in re.split(r"<h2[^>]*>", body)[1:]:
        assert TAG.sub("", part.split("</h2>")[1].split("</section>")[0]).strip()


def test_a_dossier_of_three_facts_without_narrative_or_events_has_four_parts(
    tmp_path: Path,
) -> None:
    files = {
        "entities.yaml": "",
        "origins.yaml": "",
        "properties.yaml": "staff: {label: Staff, type: count, unit: people, fresh: never}\n",
        "sources/paper.md": "---\ntype: article-newspaper\ntitle: A paper\n---\n",
        "companies/acme/company.yaml": "name: Acme\nsections: {all: All}\n",
        "companies/acme/facts/all.yaml": "".join(THREE.format(n) for n in (7, 8, 9)),
    }
    for name, words in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, "utf-8")
    made, _ = load_site(tmp_path)
    text = dossier_text(made, "acme")
    assert ["Contents", "Topics", "Sources and notes", "Notes"] == re.findall(
        r"<h2[^>]*>([^<]+)</h2>", text
    )
    assert "No source carries a date." in text


def test_key_figures_are_those_of_the_file_else_the_first_figures_of_the_company() -> None:
    acme = site().dossiers["acme"]
    assert acme.key_facts == key_figures(acme)
    bare: Dossier = replace(acme, key_facts=())
    assert ["pledge", "sites", "founded", "fine"] == [
        fact.id.fact for fact in key_figures(bare)
    ][:4]
    assert FIGURES >= len(key_figures(bare))


def test_the_facts_that_lead_a_topic_are_key_facts_then_figures_of_the_company() -> None:
    acme = site().dossiers["acme"]
    assert ["pledge", "more"] == [
        fact.id.fact for fact in leading_facts(acme, acme.sections[0])
    ]
    bare: Dossier = replace(acme, key_facts=())
    assert ["pledge", "sites"] == [
        fact.id.fact for fact in leading_facts(bare, bare.sections[0])
    ]


def test_the_state_of_a_dossier_is_said_once() -> None:
    acme = site().dossiers["acme"]
    page = RenderContext(bind(site(), SETTINGS), "companies/acme/")
    told = [
        TAG.sub("", one)
        for one in situation(page, acme, usual_of(page, acme.facts, letters_of(acme)))
    ]
    assert [
        "Newest report: 24 September 2025≈, 4 years old on 1 January 2030.",
        "Due a check: 2 of 6 facts.",
        "2 sources; the reporting goes back to 1 known origin. No fact is confirmed by a second, independent origin.",
        "Unless marked otherwise, this holds for each answer: not checked.",
    ] == told


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2029-12-30", "2 days"),
        ("2029-11-02", "60 days"),
        ("2029-10-31", "2 months"),
        ("2028-06", "19 months"),
        ("2026", "4 years"),
    ],
)
def test_an_age_is_told_in_the_largest_unit_that_has_passed_twice(
    day: str, told: str
) -> None:
    page = RenderContext(bind(site(), SETTINGS), "companies/acme/")
    assert told == time_between(page, date(day).earliest, site().as_of)


def test_sources_that_are_silent_stand_beside_the_one_that_is_not() -> None:
    text = html("companies/acme/")
    assert "They agree on every figure" not in text
    assert "On 4 facts there is one source alone." in text


def test_a_dossier_does_not_grow_with_its_facts_but_for_the_ids_of_old_addresses() -> None:
    few, many = (
        re.sub(r'<span id="fact-[^"]+"></span>', "", dossier_text(industry(n), "anchors-0"))
        for n in (60, 600)
    )
    assert len(many) <= 1.05 * len(few)


def test_no_page_of_a_ledger_grows_with_the_facts() -> None:
    sizes = {}
    for n in (200, 600):
        planned = plan_pages(bind(industry(n), replace(SETTINGS, limits=Limits(lines=50))))
        ledgers = [
            page
            for page in planned
            if page.planned.kind.name == "ledger" and page.planned.ids[0] == "anchors-0"
        ]
        sizes[n] = max(len(render(page, industry(n))) for page in ledgers)
    assert sizes[600] <= 1.1 * sizes[200]


def test_a_dossier_of_300_events_keeps_to_a_few_lines() -> None:
    text = dossier_text(atlas(), "atlas")
    assert 12 == text.count('class="moments__line"')
    assert 12 >= text.count('class="differences__row"')
    assert "The latest dates of" in text
    assert 60 >= text.count('<li id="note-')
