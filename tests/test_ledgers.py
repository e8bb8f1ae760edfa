"""The ledger of a company holds every fact with every answer, whatever its dossier shows,
on as many pages as that takes.
"""

import re
from dataclasses import replace

import pytest

from dossier.model.addresses import LEDGER, LEDGER_BY_TOPIC
from dossier.render.scan.measure import measure_page
from dossier.render.site.limits import Limits
from dossier.render.site.settings import SiteSettings
from tests.render_fixtures import SETTINGS, html, pages, site

SHELVED = replace(SETTINGS, limits=Limits(lines=2))
TOPICS = ("companies/acme/facts/topic--money/", "companies/acme/facts/topic--history/")


def ledger_text(slug: str, settings: SiteSettings = SETTINGS) -> str:
    """All pages of a ledger, one after the other."""
    kinds = (LEDGER, LEDGER_BY_TOPIC)
    found = pages(settings).items()
    return "".join(
        html(url, settings)
        for url, page in found
        if page.planned.kind in kinds and page.planned.ids[0] == slug
    )


@pytest.mark.parametrize("settings", [SETTINGS, SHELVED], ids=["one page", "shelves"])
@pytest.mark.parametrize("slug", ["acme", "beta"])
def test_every_answer_and_every_passage_stands_in_the_ledger(
    slug: str, settings: SiteSettings
) -> None:
    text = ledger_text(slug, settings)
    facts = site().dossiers[slug].facts
    assert {
        fact.name_of(one.claim) for fact in facts for one in fact.claims
    } == measure_page(text).claims
    anchors = re.findall(r'<span class="anchor" id="(fact-[^"]+)"', text)
    assert sorted(f"fact-{fact.id.fact}" for fact in facts) == sorted(anchors)
    if slug == "acme":
        quotes = {
            one.quote
            for fact in facts
            for claim in fact.fact.claims
            for one in claim.references
        }
        assert set() == {quote for quote in quotes if f">{quote}</q>" not in text}


def test_what_is_usual_is_said_once_and_what_is_not_where_it_is_so() -> None:
    text = html("companies/acme/facts/")
    states = re.findall(
        r'<span class="state state--[a-z]+">([^<]+)</span>',
        re.split('id="sources"|class="legend', text)[0],
    )
    assert ["not supported by a quote: the period, who says so, the status"] == [
        state for state in states if "quote" in state
    ]
    assert "Unless marked otherwise, this holds for each answer: not checked." in text


def test_a_line_says_who_said_when_and_which_sources_say_so() -> None:
    (line,) = re.findall(
        r'<li class="line"(?:(?!<li class="line").)*fact-pledge.*?</ul>\s*</li>',
        html("companies/acme/facts/"),
        re.DOTALL,
    )
    traits = re.sub(r"<[^>]+>", "", line)
    for told in (
        "3 years, 2025 to about 2028",
        "says Acme",
        "announced",
        "said 2025",
        "A, B",
    ):
        assert told in traits


def test_sources_have_the_same_letters_on_all_pages_of_a_dossier() -> None:
    letters = re.compile(r'letter">(.)</strong> <a href="[./]*sources/([a-z]+)/')
    whole = dict(letters.findall(html("companies/acme/facts/")))
    assert {"A": "bare", "B": "full"} == whole
    assert {"B": "full"} == dict(letters.findall(html(TOPICS[1], SHELVED)))


def test_a_ledger_that_no_page_holds_stands_on_shelves_by_topic() -> None:
    text = html("companies/acme/facts/", SHELVED)
    assert "6 facts by topic" in text
    assert [
        ("topic--money/", "Money (3)"),
        ("topic--history/", "History (3)"),
    ] == re.findall(r'portions__item"><a href="([^"]+)"[^>]*>([^<]+)</a>', text)
    assert 'class="line"' not in text
    assert '<h1 class="lead__title">All facts (Money, 1–2)</h1>' not in html(
        TOPICS[0], SHELVED
    )
    assert 'rel="next" href="2/"' in html(TOPICS[0], SHELVED)


def test_a_ledger_leads_to_its_topics_and_can_be_sifted() -> None:
    text = html("companies/acme/facts/")
    assert '<a href="#section-money">Money</a>' in text
    assert '<input type="checkbox" name="state" value="differs">' in text
    assert "theme/sift.js" in text


def test_a_dossier_leads_to_its_ledger() -> None:
    assert 'href="facts/"' in html("companies/acme/")
