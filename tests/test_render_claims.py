"""Claims and facts as views: every side of an answer, and where its proofs are marked."""

from dataclasses import replace

import pytest

from dossier.model.claims import AS_SAID, Reference, Status
from dossier.model.facts import FactId
from dossier.render.facts.claims import answer, claim_view, hedge, supports, unique
from dossier.render.facts.facts import fact_view, figure_view
from dossier.render.facts.views import ClaimView, FactView
from dossier.render.footnotes import Marks
from dossier.render.pages.binding import bind
from dossier.render.pages.citing import with_source
from dossier.render.site.render_context import RenderContext
from tests.render_fixtures import (
    FINE,
    MORE,
    PLEDGE,
    PROPERTIES,
    SETTINGS,
    SITES,
    SPLIT,
    ref,
    site,
)


def render() -> RenderContext:
    return RenderContext(bind(site(), SETTINGS), "companies/acme/")


def view(id: FactId) -> FactView:
    return fact_view(render(), site().facts[id])


def pledge() -> ClaimView:
    return view(PLEDGE.id).claims[0]


def quotes(marks: Marks) -> list[str]:
    return [reference.quote for reference in marks.references]


def test_each_passage_is_marked_beside_what_it_proves() -> None:
    assert ["380 billion yuan ($53 billion)", "380bn"] == quotes(pledge().marks)
    assert ["over three years"] == quotes(pledge().period_marks)
    assert ["this year"] == quotes(pledge().as_of_marks)
    assert [] == quotes(pledge().who_marks)


def test_the_sides_of_an_answer_in_words() -> None:
    claim = pledge()
    told = [claim.value, claim.equivalent, claim.period, claim.as_of, claim.who]
    expected = [
        "CN¥380 billion",
        "US$53 billion",
        "3 years, 2025 to about 2028",
        "2025",
        "Acme",
    ]
    assert expected == [html.striptags() for html in told]
    assert "announced" == claim.status


def test_what_was_reported_goes_without_saying() -> None:
    assert "" == view(SITES.id).claims[0].status


def test_the_age_of_an_answer_is_that_of_its_newest_source_where_nobody_says() -> None:
    claims = view(SITES.id).claims
    assert ["24 September 2025≈", "no date"] == [
        claim.as_of.striptags() for claim in claims[:2]
    ]


def test_every_claim_is_shown_the_leading_one_first() -> None:
    fact = view(SITES.id)
    assert fact.differing
    assert ["91 sites", "about 70 sites", "80 sites"] == [
        claim.value.striptags() for claim in fact.claims
    ]
    assert "no longer held to be right" == fact.claims[2].rank


def test_reports_and_origins_are_counted() -> None:
    assert "2 reports, 1 origin" == view(SITES.id).reports


def test_a_subject_that_is_not_the_company_is_named() -> None:
    assert "Acme Labs" == view(MORE.id).about.striptags()
    assert "" == view(SITES.id).about


def test_parts_of_a_record_carry_their_own_proofs() -> None:
    claim = view(FINE.id).claims[0]
    assert [("Date", ["fine took place"]), ("What happened", [])] == [
        (one.label, quotes(one.marks)) for one in claim.parts
    ]
    assert ["fine"] == quotes(claim.marks)


def test_a_table_fills_in_every_column() -> None:
    fact = site().facts[SPLIT.id]
    claim = claim_view(render(), fact, fact.leading, ("date", "cost"))
    assert ["about September 2024", ""] == [part.value.striptags() for part in claim.parts]


def test_a_key_figure_marks_only_what_it_shows() -> None:
    figure = figure_view(render(), site().facts[PLEDGE.id])
    assert ["380 billion yuan ($53 billion)", "380bn"] == quotes(figure.marks)


def test_what_a_passage_proves_is_told_unless_it_is_the_value_alone() -> None:
    prop = PROPERTIES["event"]
    told = [
        supports(render(), ref("full", "x", *keys), prop)
        for keys in ((), ("value",), ("date", "stated"))
    ]
    assert [(), (), ("Date", "when it was said")] == told


def test_a_passage_counts_once() -> None:
    once = unique(
        [Reference("a", "x"), Reference("b", "y"), Reference("a", "x", supports=("date",))]
    )
    assert [("a", ()), ("b", ())] == [(one.source, one.supports) for one in once]


def test_what_is_not_told_to_be_so_is_never_printed_without_saying_so() -> None:
    fact = site().facts[PLEDGE.id]
    figure = figure_view(render(), fact)
    assert "announced" in figure.equivalent
    assert "CN¥380 billion (announced)" == answer(render(), fact, fact.leading).striptags()
    assert "announced" in with_source(render(), fact, "Pledge")


@pytest.mark.parametrize("status", [status for status in Status if status not in AS_SAID])
def test_each_way_of_not_being_so_is_said_beside_a_value_that_stands_alone(
    status: Status,
) -> None:
    fact = site().facts[SITES.id]
    claim = replace(fact.leading, status=status)
    written = replace(
        fact.fact,
        claims=tuple(claim if one is fact.leading else one for one in fact.fact.claims),
    )
    fact = replace(
        fact, fact=written, claims=(replace(fact.claims[0], claim=claim), *fact.claims[1:])
    )
    assert f"91 sites ({status})" == figure_view(render(), fact).value.striptags()


def test_what_a_value_says_itself_is_not_said_again_behind_it() -> None:
    fact = site().facts[SITES.id]
    claims = (
        replace(fact.leading, status=Status.CANCELLED, value=f"The listing is {words}")
        for words in ("cancelled", "off")
    )
    assert ["", "cancelled"] == [hedge(render(), fact, claim) for claim in claims]
