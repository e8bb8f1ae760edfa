"""Cards on other people's pages: which facts have one, what it says, and that it is grey
when its day is over.
"""

import re
from dataclasses import replace
from datetime import date

import pytest

from dossier.model.addresses import EMBED, MOVED
from dossier.model.dossiers import MergedFact
from dossier.model.freshness import Age, Freshness
from dossier.render.cards.cards import has_figure
from dossier.render.pages.binding import bind
from dossier.render.pages.embeds import embed_context, has_card
from dossier.render.site.links import embed_url, fact_url
from dossier.render.site.render_context import RenderContext
from tests.render_fixtures import SETTINGS, html, pages, site

SITE = site()
CARDS = sorted(url for url, page in pages().items() if page.planned.kind is EMBED)


def fact(name: str) -> MergedFact:
    return next(one for one in SITE.facts.values() if str(one.id) == name)


def test_figures_promises_and_key_facts_have_a_card_and_nothing_else_has() -> None:
    assert {embed_url(one.id) for one in SITE.facts.values() if has_card(SITE, one)} == {
        *CARDS
    }
    assert {"companies/acme/facts/pledge/embed/", "companies/acme/facts/sites/embed/"} <= {
        *CARDS
    }
    assert 0 < len(CARDS) < len(SITE.facts)


def test_what_nobody_states_has_no_card() -> None:
    unstated = [one for one in SITE.facts.values() if not has_figure(one)]
    assert unstated
    assert not any(has_card(SITE, one) for one in unstated)


@pytest.mark.parametrize("url", CARDS)
def test_a_card_has_no_script_is_not_indexed_and_leads_out_of_its_frame(url: str) -> None:
    text = html(url)
    assert "<script" not in text
    assert '<meta name="robots" content="noindex">' in text
    assert '<base target="_top">' in text
    assert len(text.encode()) < 4_000


def test_a_card_prints_value_period_words_level_and_its_day() -> None:
    text = html("companies/acme/facts/pledge/embed/")
    for words in (
        "CN¥380 billion",
        "US$53 billion",
        "2025",
        "380 billion yuan",
        "not checked",
        "30 June 2026",
        "1 January 2030",
    ):
        assert words in re.sub(r"<[^>]+>", "", text).replace("\xa0", " "), words


@pytest.mark.parametrize(
    ("freshness", "grey", "said"),
    [
        (Freshness(Age.FRESH, date(2031, 1, 2)), False, "Good until 2 January 2031"),
        (Freshness(Age.STALE, date(2029, 1, 2)), True, "Was good until 2 January 2029"),
        (Freshness(Age.DUE, date(2029, 1, 2)), True, "Was good until 2 January 2029"),
        (Freshness(Age.TIMELESS), False, "Does not go out of date"),
        (Freshness(Age.UNDATED), True, "age unknown"),
    ],
)
def test_a_card_is_grey_when_its_day_is_over(
    freshness: Freshness, grey: bool, said: str
) -> None:
    pledge = fact("acme/pledge")
    leading, *others = pledge.claims
    aged = replace(pledge, claims=(replace(leading, freshness=freshness), *others))
    made = embed_context(
        RenderContext(bind(SITE, SETTINGS), embed_url(pledge.id)), aged
    ).card
    assert (grey, said) == (made.is_past, made.good)
    assert "stale" not in {state.kind for state in made.states}


def test_the_page_of_a_fact_shows_the_code_of_its_card_where_the_site_knows_its_address() -> (
    None
):
    pledge = fact("acme/pledge")
    url = fact_url(pledge.id)
    assert f"&lt;iframe src=&#34;{SETTINGS.site_url}/{embed_url(pledge.id)}&#34;" in html(
        url
    )
    assert "&lt;iframe" not in html(url, replace(SETTINGS, site_url=""))
    assert "&lt;iframe" not in html(
        fact_url(next(one.id for one in SITE.facts.values() if not has_card(SITE, one)))
    )


def test_a_figure_can_be_taken_along_with_its_source() -> None:
    text = html("companies/acme/facts/pledge/")
    (said,) = re.findall(
        r'class="cite__label">The figure with its source:</span> <span class="cite__text">([^<]+)<',
        text,
    )
    assert said.startswith(
        "Pledge, Acme: CN¥380 billion (US$53 billion, announced), 3 years, 2025 to about 2028 (source: "
    )
    assert said.endswith(f"{SETTINGS.site_url}/companies/acme/facts/pledge/")


def test_a_card_moves_with_its_fact() -> None:
    assert EMBED in MOVED


def test_no_search_engine_is_sent_to_a_card() -> None:
    assert not EMBED.in_sitemap
