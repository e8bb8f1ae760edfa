"""Pages of comparison: which properties have one, and what stands on it."""

import pytest

from dossier.render.charts.compared import compared_facts
from dossier.render.site.links import COMPARE, compare_url, fact_url
from tests.chart_fixtures import charted, charted_html, charted_pages, figures
from tests.test_render_pages import Outline

COMPARED = {
    "pledge",
    "staff",
    "place-in-line",
    "move",
    "works",
    "stake",
    "owner",
    "motto",
    "margin",
    "machine",
}


def test_what_is_compared() -> None:
    """What has two figures or places, and words where they are about two subjects; the rest
    has no page.
    """
    assert COMPARED == {*compared_facts(charted())}
    assert {compare_url(id) for id in COMPARED} <= {*charted_pages()}
    assert compare_url("founded") not in charted_pages()
    assert compare_url("fine") not in charted_pages(), "one figure is nothing to compare"


def test_the_list_names_each_with_how_much_there_is() -> None:
    """In the order of their labels."""
    text = charted_html(COMPARE)
    assert "6 facts of 2 subjects" in text
    places = [text.index(f'href="{id}/"') for id in ("motto", "move", "owner", "pledge")]
    assert places == sorted(places)


@pytest.mark.parametrize("id", sorted(COMPARED))
def test_a_comparison_is_sound_and_has_every_answer(id: str) -> None:
    """Each claim of each fact is in its table, with its notes; elements nest, and no id
    stands twice.
    """
    text = charted_html(compare_url(id))
    outline = Outline(text)
    table = text.split("<figure")[0] + text.split("</figure>")[-1]
    claims = [
        fact.name_of(one.claim)
        for fact in compared_facts(charted())[id]
        for one in fact.claims
    ]
    assert [] == [name for name in claims if f'data-claim="{name}"' not in table]
    assert len(outline.ids) == len({*outline.ids})
    assert 'role="doc-noteref"' in text
    assert "The Office" in table


def test_figures_of_several_companies_are_drawn_together() -> None:
    """Each bar says whom it is about."""
    chart = figures(compare_url("pledge"))["chart--pledge"]
    text = "".join(chart.itertext())
    assert "Pledge of Beta" in text
    assert "Beta" in text.replace("Pledge of Beta", "")


def test_words_are_compared_without_a_drawing() -> None:
    """The table is enough."""
    assert {} == figures(compare_url("motto"))
    assert "Onward" in charted_html(compare_url("motto"))


def test_a_fact_leads_to_its_comparison() -> None:
    """Where there is one."""
    facts = {
        fact.id.fact: charted_html(fact_url(fact.id)) for fact in charted().facts.values()
    }
    assert 'href="../../../../compare/pledge/"' in facts["pledge-of-2020"]
    assert "compare/founded" not in facts["founded"]
