"""Series: the courses of an invented chip maker over two fiscal years, and what changed
from each period to the next.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dossier.generate.pipeline import inspect
from dossier.merge import merge_content
from dossier.merge.agreement import merge_fact
from dossier.merge.series import growth_between
from dossier.model.agreement import Agreement
from dossier.model.claims import Claim, Status
from dossier.model.dossiers import MergedFact
from dossier.model.facts import FactId
from dossier.model.quantities import Quantity
from dossier.model.series import Course, Growth
from dossier.model.values import Name
from dossier.render.charts.choosing import fact_charts
from dossier.render.facts.courses import course_links, growth_words
from dossier.render.language.catalogues import ENGLISH, read_language
from dossier.render.pages.binding import bind
from dossier.render.site.render_context import RenderContext
from tests.helpers import SITES, findings_in
from tests.render_fixtures import SETTINGS

CONTENT = inspect(SITES / "quarters").content
SITE = merge_content(CONTENT, date(2025, 3, 1))


def fact(id: str) -> MergedFact:
    return SITE.facts[FactId("halden", id)]


def told(course: Course) -> list[str]:
    """Each point in a line: its period, what it says, and the change to it."""
    return [
        " ".join(filter(None, (
            str(point.claim.period), str(point.claim.value), "gap" if point.is_after_gap else "",
            f"{point.growth.amount:+.2f}" if point.growth else "", *(f"was {one.value}" for one in point.was),
        )))
        for point in course.points
    ]  # fmt: skip


def test_nobody_differs() -> None:
    """Eight quarters, two bases, three segments and two sources, and no two answers to one
    question; of one figure its speaker has given another one later.
    """
    assert {Agreement.SINGLE, Agreement.REVISED} == {
        one.agreement for one in SITE.facts.values()
    }
    assert all(not merged.difference or not merged.difference.is_conflict
               for one in SITE.facts.values() for merged in one.claims)  # fmt: skip


def test_quarters_make_one_course_and_years_another() -> None:
    """Each segment has its own; what was restated says what it was."""
    quarters, years, *segments = fact("revenue").courses
    assert [
        "FY2024-Q1 810 million USD",
        "FY2024-Q2 865 million USD +6.79",
        "FY2024-Q3 902 million USD +4.28",
        "FY2024-Q4 928 million USD +2.88 was 940 million USD",
        "FY2025-Q1 918 million USD -1.08",
        "FY2025-Q2 887 million USD -3.38",
        "FY2025-Q3 871 million USD -1.80",
        "FY2025-Q4 842 million USD -3.33",
    ] == told(quarters)
    assert ["FY2024 3505 million USD", "FY2025 3518 million USD +0.37"] == told(years)
    assert [{"segment": name} for name in ("Data centre", "Cars", "Homes")] == [
        one.qualifiers for one in segments
    ]
    assert ["FY2024-Q4 260 million USD", "FY2025-Q4 221 million USD gap"] == told(
        segments[1]
    )


def test_two_bases_are_two_courses() -> None:
    """A profit that became a loss fell by more than all of it."""
    reported, adjusted = fact("net-profit").courses
    assert ["+", "-129.27", "-150.00", "-193.33"] == [
        "+",
        *(line.split()[-1] for line in told(reported)[1:]),
    ]
    assert {"basis": "non-GAAP"} == adjusted.qualifiers


def test_a_change_of_a_percentage_is_in_points() -> None:
    assert (
        Growth(Decimal("-6.4"), in_points=True)
        == fact("gross-margin").courses[0].points[1].growth
    )


def test_days_of_counting_have_no_gap_between_them() -> None:
    """But a figure told as about has no change."""
    (course,) = fact("headcount").courses
    assert ["2024-01-28 12400 employees", "2025-01-26 about 10700 employees"] == told(
        course
    )


def test_what_ended_does_not_lead() -> None:
    """Of posts the one that still goes on; periods of other lengths make no course."""
    assert (Name("ivo-lund"), ()) == (
        fact("chief-executive").leading.value,
        fact("chief-executive").courses,
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            Claim(Quantity.parse("100 million USD"), ()),
            Claim(Quantity.parse("110 million EUR"), ()),
        ),
        (
            Claim(Quantity.parse("over 100 million USD"), ()),
            Claim(Quantity.parse("110 million USD"), ()),
        ),
        (
            Claim(Quantity.parse("100 million USD"), ()),
            Claim(Quantity.parse("110 million USD"), (), status=Status.FORECAST),
        ),
        (Claim(Quantity.parse("0 USD"), ()), Claim(Quantity.parse("110 million USD"), ())),
        (Claim("good", ()), Claim("better", ())),
    ],
)
def test_no_change_is_told_where_it_would_say_more_than_is_known(
    one: Claim, other: Claim
) -> None:
    assert growth_between(one, other) is None


@pytest.mark.parametrize(
    ("growth", "english", "chinese"),
    [
        (Growth(Decimal("12.48")), "+12.5%", "+12.5%"),
        (Growth(Decimal("-129.27")), "−129.3%", "−129.3%"),
        (Growth(Decimal("0.04")), "±0.0%", "±0.0%"),
        (Growth(Decimal("-6.4"), in_points=True), "−6.4 percentage points", "−6.4个百分点"),
    ],
)
def test_a_change_has_its_sign_and_one_decimal(
    growth: Growth, english: str, chinese: str
) -> None:
    assert english == growth_words(ENGLISH, growth)
    assert chinese == growth_words(read_language("zh-Hans"), growth)


def test_a_forecast_is_drawn_as_one() -> None:
    """Beside what came about, nothing else would tell them apart; and no change to it is
    told.
    """
    asked = fact("revenue")
    ends = asked.leading.period.latest if asked.leading.period else date.max
    claims = tuple(
        replace(one, status=Status.FORECAST)
        if one.period and one.period.latest == ends
        else one
        for one in asked.fact.claims
    )
    drawn = merge_fact(replace(asked.fact, claims=claims), CONTENT, date(2025, 3, 1))
    assert "FY2025-Q3" == str(drawn.leading.period)
    assert drawn.course
    assert drawn.course.points[-1].growth is None
    (chart,) = fact_charts(
        RenderContext(bind(SITE, SETTINGS), "companies/halden/facts/revenue/"), drawn
    )
    assert chart.plot
    assert ["US$842 million (forecast)"] == [
        point.label for point in chart.plot.points if "forecast" in point.label
    ]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "basis: GAAP",
            "basis: unknown key. It is a qualifier of net-profit: write `qualifiers: {basis: GAAP}`.",
        ),
        (
            "qualifiers: GAAP",
            "expected each qualifier with its words, such as `{basis: GAAP}`.",
        ),
        (
            "qualifiers: {basis: gaap}",
            "'gaap' is not an allowed word. Did you mean 'GAAP'?",
        ),
        (
            "qualifiers: {product: phones}",
            "net-profit has no such qualifier. Expected one of: basis.",
        ),
        ("status: guidance", "'guidance' is not an allowed word. Did you mean 'forecast'?"),
        ("period: Q2 2025", "`FY2025-Q2` (if that of the company’s own year is meant)"),
    ],
)
def test_what_tells_answers_apart_is_told_how_it_is_written(
    written: str, said: str, tmp_path: Path
) -> None:
    facts = "companies/halden/facts/results.yaml"
    old = (SITES / "quarters" / facts).read_text("utf-8")
    head, found, tail = old.partition(
        "net-profit:\n  label: Net profit\n  property: net-profit\n  claims:\n"
    )
    assert found
    claim = "    - value: 41 million USD\n      {}\n      references: [{{source: results-fy2025, locator: page 1}}]\n"
    findings = findings_in(
        tmp_path, {facts: head + found + claim.format(written) + tail}, "quarters"
    )
    assert any(said in one.message for one in findings), [one.message for one in findings]


@pytest.mark.parametrize(
    ("id", "ways"),
    [
        ("revenue", ["8 quarters"]),
        ("net-profit", ["GAAP, 4 quarters", "non-GAAP, 4 quarters"]),
        ("headcount", []),
    ],
)
def test_ways_lead_from_a_line_to_what_was_in_other_periods(
    id: str, ways: list[str]
) -> None:
    """Where three points or more make a course; that of the leading answer first, to its
    own table.
    """
    found = [
        *course_links(
            RenderContext(bind(SITE, SETTINGS), "companies/halden/facts/"), fact(id)
        )
    ]
    assert ways == [one.label for one in found]
    assert [f"{id}/#course-{place}" for place, _ in enumerate(ways, 1)] == [
        one.href for one in found
    ]


def test_the_ways_are_told_in_the_language_of_the_page() -> None:
    render = RenderContext(
        bind(SITE, replace(SETTINGS, language=read_language("zh-Hans"))),
        "companies/halden/facts/",
    )
    assert ["8个季度"] == [one.label for one in course_links(render, fact("revenue"))]
