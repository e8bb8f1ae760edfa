"""Charts: which figures get one, that it draws what its table says, and that nothing is
mixed that cannot be compared.
"""

import datetime
import xml.etree.ElementTree as ET
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dossier.merge import merge_content
from dossier.model.claims import Claim, Status
from dossier.model.facts import FactId
from dossier.model.quantities import Quantity
from dossier.model.values import (
    COUNT,
    FACTOR,
    MEASURE,
    MONEY,
    PERCENT,
    PLACE,
    POINT_CHANGE,
    RANK,
)
from dossier.model.values.drawing import Drawing as Kind
from dossier.model.values.drawing import Holder
from dossier.render.charts.bars import MOST
from dossier.render.charts.choosing import CHART_KINDS, section_pictures
from dossier.render.charts.data import Datum, follows
from dossier.render.charts.scales import (
    Days,
    Scale,
    days_of,
    from_first,
    from_zero,
    known_bounds,
    rounded,
)
from dossier.render.charts.titles import course_title, largest_title
from dossier.render.pages.binding import bind
from dossier.render.site.links import fact_url, ledger_url
from dossier.render.site.render_context import RenderContext
from tests.chart_fixtures import charted, charted_pages, classed, context, figures, words
from tests.helpers import CHARTS, read_site
from tests.render_fixtures import SETTINGS, date

NUMBERS = some.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, places=3)
DAYS = some.dates(min_value=date("1000").earliest, max_value=date("3000").latest)
FIGURES = {MONEY, PERCENT, POINT_CHANGE, COUNT, MEASURE, FACTOR, RANK, PLACE}


def chart(name: str) -> ET.Element:
    """A chart or map of the ledger."""
    return figures()[f"chart--{name}"]


def rows(name: str) -> dict[str, str]:
    """What the rows of a chart say, by their labels."""
    found = classed(chart(name), "chart__row")
    return {
        words(next(classed(row, "chart__label"))): words(next(classed(row, "chart__value")))
        for row in found
    }


def test_every_figure_has_a_kind_of_chart() -> None:
    """And nothing else has: words, dates, names and flags are not drawn."""
    assert dict.fromkeys(Holder, FIGURES) == {
        holder: {*kinds} for holder, kinds in CHARTS.items()
    }


def test_the_charts_of_a_ledger() -> None:
    """Where two figures differ, one chart for each property and key; where three places are
    named, a map.
    """
    assert {
        "chart--money--pledge",
        "chart--money--move--change",
        "chart--sizes--place-in-line",
        "chart--sizes--machine--parts",
        "chart--sizes--stake--share",
        "chart--sizes--margin",
        "chart--places--works--place",
    } == {*figures()}


def test_a_lone_figure_has_no_chart() -> None:
    assert {} == figures(ledger_url("beta"))


def test_sums_in_other_currencies_are_drawn_by_a_sources_conversion_or_not_at_all() -> None:
    """The row of the conversion shows both, that of yen says why nothing is drawn."""
    told = rows("money--pledge")
    assert any("CN¥20 billion (up to US$3 billion)" in value for value in told.values())
    assert any(
        "JP¥500 billion" in value and "no source gives it" in value
        for value in told.values()
    )
    assert "own conversion" in words(chart("money--pledge"))


def test_answers_that_differ_are_all_drawn_but_for_those_no_longer_held() -> None:
    """Each by the name of its source."""
    drawn = {
        words(row): next(classed(row, "chart__bar"), None) is not None
        for row in classed(chart("money--pledge"), "chart__row")
    }
    disputed = {text: has_bar for text, has_bar in drawn.items() if "disputed" in text}
    assert [True, True, False] == [*disputed.values()]
    assert ["The Office" in text or "The Paper" in text for text in disputed] == [
        True,
        True,
        True,
    ]
    assert "no longer held to be right" in [*disputed][-1]


def test_the_page_of_a_fact_draws_the_figures_on_which_its_answers_differ() -> None:
    """Without notes, since the words of the sources stand beside each answer; others have
    no chart.
    """
    found = figures(fact_url(FactId("acme", "pledge-disputed")))["chart--pledge"]
    assert 2 == len([*classed(found, "chart__bar")])
    assert [] == [*classed(found, "marks")]
    assert {} == figures(fact_url(FactId("acme", "pledge-of-2020")))


def test_what_has_no_figure_is_left_out_of_bars() -> None:
    """It is in the list of its topic."""
    assert not [label for label in rows("money--pledge") if "without a sum" in label]


@pytest.mark.parametrize(
    "name",
    [
        "money--pledge",
        "money--move--change",
        "sizes--machine--parts",
        "sizes--stake--share",
    ],
)
def test_bars_are_as_long_as_their_figures(name: str) -> None:
    """From zero, by one scale, to a hundredth of a per cent of the width."""
    bars = [
        (row, bar)
        for row in classed(chart(name), "chart__row")
        for bar in classed(row, "chart__ink")
    ]
    lengths = [float(bar.attrib["width"].rstrip("%")) for _, bar in bars]
    values = [
        abs(float([*next(classed(row, "chart__value")).iter("data")][-1].attrib["value"]))
        for row, _ in bars
    ]
    longest = max(range(len(bars)), key=lengths.__getitem__)
    expected = [value * lengths[longest] / values[longest] for value in values]
    assert pytest.approx(expected, abs=0.011) == lengths


def test_a_fall_runs_to_the_left_of_zero() -> None:
    """Its bar ends where that of a rise begins."""
    rise, fall = (
        next(classed(row, "chart__ink")).attrib
        for row in classed(chart("money--move--change"), "chart__row")
    )
    end_of_fall = Decimal(fall["x"].rstrip("%")) + Decimal(fall["width"].rstrip("%"))
    assert abs(end_of_fall - Decimal(rise["x"].rstrip("%"))) <= Decimal("0.01")


def test_hedges_are_drawn_and_explained() -> None:
    """An open end, a hollow bar and a broken end."""
    edges = {
        one.get("class", "").split("--")[-1]
        for one in classed(chart("money--pledge"), "chart__edge")
    }
    assert {"over", "under", "about"} == edges
    assert all(
        text in words(chart("money--pledge"))
        for text in ("open end", "hollow", "broken end")
    )


def test_a_range_is_drawn_from_one_end_to_the_other() -> None:
    """Not from zero, and not as its middle; the key below the chart says so."""
    found = chart("sizes--margin")
    bars = [
        bar for row in classed(found, "chart__row") for bar in classed(row, "chart__ink")
    ]
    (first, length), (second, other) = (
        [float(bar.attrib[key].rstrip("%")) for key in ("x", "width")] for bar in bars
    )
    assert length == pytest.approx(5 * other, abs=0.02)
    zero = float(next(classed(found, "chart__zero")).attrib["x1"].rstrip("%"))
    assert first - zero == pytest.approx(2 * length, abs=0.02)
    assert zero - second - other == pytest.approx(5 * other, abs=0.06)
    assert ["10% to 15%", "−6% to −5%"] == [
        value.split(" [")[0] for value in rows("sizes--margin").values()
    ]
    assert "bar between two ends" in words(found)
    assert "but a range lies between its two ends" in words(found)
    assert "but a range" not in words(chart("money--pledge"))


def test_sizes_stand_in_order_of_time_and_show_who_gives_none() -> None:
    """What its source leaves open is not stated; what a record does not have has no row:
    other keys of it may tell.
    """
    assert ["150 parts", "at least 400 parts", "not stated"] == [
        value.split(" [")[0] for value in rows("sizes--machine--parts").values()
    ]


def test_a_rank_over_time_has_the_best_at_the_top() -> None:
    """Every dot is where its rank and its date are, and all of it is told in words."""
    found = chart("sizes--place-in-line")
    dots = [
        (float(dot.attrib["cx"].rstrip("%")), float(dot.attrib["cy"]))
        for dot in classed(found, "plot__dot")
    ]
    assert dots == sorted(dots, key=lambda dot: dot[0])
    assert [3, 40, 55, 12] == [int(data.attrib["value"]) for data in found.iter("data")]
    heights = [height for _, height in dots]
    assert [0, 3, 1, 2] == sorted(range(4), key=heights.__getitem__)
    assert "2015: 3rd; " in next(classed(found, "plot")).attrib["aria-label"]
    assert [] == [*classed(found, "plot__stretch")], "of the years between nothing is known"


def test_every_picture_has_its_words() -> None:
    """A drawing is told in words, or it stands beside them and is not read out."""
    for url in charted_pages():
        for figure in figures(url).values():
            outer = [
                svg
                for svg in figure.iter("svg")
                if svg.get("role") or svg.get("aria-hidden")
            ]
            inner = {id(one) for svg in outer for one in svg.iter("svg")}
            assert all(id(svg) in inner for svg in figure.iter("svg"))
            assert all(svg.get("aria-label") for svg in outer if svg.get("role") == "img")
            assert [*figure.iter("table"), *figure.iter("ol")]
            assert words(
                next(one for one in figure.iter("p") if "__sources" in one.get("class", ""))
            ).startswith("Sources: ")


def test_every_row_bears_the_notes_of_its_figure() -> None:
    """Marks stand with each figure that is given, and its claim is named for the count of
    evidence.
    """
    for figure in figures().values():
        for row in figure.iter("tr"):
            if "data-claim" in row.attrib:
                assert [*classed(row, "marks")], words(row)


def test_of_very_many_figures_the_largest_are_drawn(tmp_path: Path) -> None:
    """And the chart says so."""
    fact = """staff-{0}:
  label: Staff {0}
  property: employees
  subject: acme
  claims:
    - value: {0}
      references: [{{source: annual-report, quote: "{0} people"}}]
"""
    content = read_site(
        tmp_path,
        {"companies/acme/facts/history.yaml": "".join(map(fact.format, range(101, 161)))},
    )
    site = merge_content(content, datetime.date(2025, 1, 1))
    section = next(one for one in site.dossiers["acme"].sections if one.id == "history")
    (many,) = section_pictures(
        RenderContext(bind(site, SETTINGS), "companies/acme/"), section
    ).charts
    assert [f"Staff {number}" for number in range(160, 160 - MOST, -1)] == [
        row.label for row in many.rows
    ]
    assert any(f"{MOST} of 60" in note for note in many.notes)


@given(some.lists(NUMBERS, min_size=1, max_size=20))
def test_a_scale_keeps_zero_order_and_proportion(values: list[Decimal]) -> None:
    """Bars from zero are as long, by each other, as their figures are."""
    scale = from_zero(values)
    zero = scale.share(Decimal(0))
    assert all(-1e-9 <= scale.share(value) <= 1 + 1e-9 for value in (Decimal(0), *values))
    span = float(scale.high - scale.low)
    assert all(
        abs((scale.share(value) - zero) * span - float(value)) <= span * 1e-9
        for value in values
    )


@given(some.lists(some.integers(1, 10**9).map(Decimal), min_size=1))
def test_a_scale_of_ranks_begins_at_the_first(values: list[Decimal]) -> None:
    """The better, the farther to its beginning."""
    scale = from_first(values)
    shares = [scale.share(value) for value in sorted(values)]
    assert shares == sorted(shares)
    assert 0.0 == scale.share(Decimal(1))
    assert Decimal(1) == next(iter(scale.ticks()))


@given(NUMBERS, some.decimals(min_value="0.001", max_value=10**15, places=3))
def test_ticks_are_few_round_and_on_the_scale(low: Decimal, length: Decimal) -> None:
    """And they rise."""
    ticks = [*Scale(low, low + length).ticks()]
    assert ticks == sorted(set(ticks))
    assert len(ticks) <= 6
    assert all(low <= tick <= low + length for tick in ticks)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("500000000000", "USD", "500 billion USD"),
        ("1500000", "", "1.5 million"),
        ("-2000", "", "-2000"),
        ("0", "%", "0%"),
        ("0.5", "%", "0.5%"),
    ],
)
def test_ticks_are_written_as_people_read_them(value: str, unit: str, text: str) -> None:
    """Millions and more by their names."""
    assert text == str(rounded(Decimal(value), unit))


@given(DAYS, DAYS)
def test_days_have_their_place_and_few_ticks(
    one: datetime.date, other: datetime.date
) -> None:
    """From the first to the last, whatever the stretch."""
    days = Days(min(one, other), max(one, other))
    assert 0.0 <= days.share(one) <= 1.0
    assert len([*days.ticks()]) <= 6
    assert all(days.first <= tick <= days.last for tick, _ in days.ticks())


def test_dates_with_an_open_end_stand_at_the_end_that_is_known() -> None:
    """Nothing is drawn to the end of time."""
    days = days_of([date("2015"), date("2020/..")])
    assert (2014, 2020) == (days.first.year, days.last.year)


@pytest.mark.parametrize(
    "dates",
    [
        ("0001",),
        ("9999-12-31",),
        ("9999",),
        ("0001-01-01", "9999-12-31"),
        ("2024", "9998/.."),
    ],
)
def test_dates_at_the_ends_of_the_calendar_are_drawn(dates: tuple[str, ...]) -> None:
    """There is no room beyond them, and no year to tick."""
    days = days_of(map(date, dates))
    bounds = [bound for when in map(date, dates) for bound in known_bounds(when)]
    assert days.first <= min(bounds) <= max(bounds) <= days.last
    assert all(days.first <= tick <= days.last for tick, _ in days.ticks())


def datums(*figures: str, since: int = 2020) -> list[Datum]:
    """Figures of one fact, a year each; `!` before one says that it is a forecast, `?` that
    it is rumoured.
    """
    fact = next(one for one in charted().facts.values() if one.property.id == "growth")
    found = []
    for year, text in enumerate(figures, since):
        status = {"!": Status.FORECAST, "?": Status.RUMOURED}.get(text[0], Status.REPORTED)
        value = Quantity.parse(text.lstrip("!?"))
        claim = Claim(value, (), period=date(str(year)), status=status)
        found.append(Datum(fact, claim, "", value, claim.period, value))
    return found


@pytest.mark.parametrize(
    ("figures", "title"),
    [
        (("1%", "3%", "2%", "4%"), "N: rose in 2 of 3 years"),
        (("4%", "3%", "2%", "2%"), "N: fell in 2 of 3 years"),
        # What may be more or less is no step, and what is expected has not come.
        (("1%", "about 2%", "3%", "4%", "!5%"), "N: 1%, 2020; 4%, 2023"),
        (("1%", "about 2%", "3%", "4%", "?5%"), "N: 1%, 2020; 4%, 2023"),
        (("1%", "over 3%", "over 2%", "up to 1%"), "N: rose in 1 of 2 years"),
        (("1%", "3%"), "N: 1%, 2020; 3%, 2021"),
        (("2%", "2%", "2%"), "N: 2%, 2020; 2%, 2022"),
    ],
)
def test_the_title_of_a_course_says_what_is_certain(
    figures: tuple[str, ...], title: str
) -> None:
    assert title == course_title(context(), "N", datums(*figures), Kind.SERIES)


@pytest.mark.parametrize(
    ("figures", "title"),
    [
        (("1%", "over 3%", "2%"), "N: the largest of 3 figures is Acme, over 3%"),
        (("nearly 10%", "about 9%"), "N: 2 figures, from about 9% to nearly 10%"),
        (("over 3%", "5%"), "N: 2 figures, from over 3% to 5%"),
        (("3%", "3%", "1%"), "N: 3 figures, from 1% to 3%"),
        (("?4%", "3%", "1%"), "N: the largest of 3 figures is Acme, 4% (rumoured)"),
    ],
)
def test_the_title_of_bars_names_the_largest_where_that_is_certain(
    figures: tuple[str, ...], title: str
) -> None:
    assert title == largest_title(context(), "N", datums(*figures), Kind.BARS)


@pytest.mark.parametrize(
    "figures", [("5%",), ("5%", "5%"), ("about 5%", "5%"), ("1000%", "9%")]
)
def test_no_chart_has_one_bar_or_equal_ones_or_one_that_cannot_be_seen(
    figures: tuple[str, ...],
) -> None:
    """Nor the figure of an answer beside itself."""
    bars = next(kind for kind in CHART_KINDS if kind.of == {Kind.BARS})
    assert not bars.may_stand(datums(*figures))
    assert bars.may_stand(datums(*figures, "12%"))


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [("2020", "2021", True), ("2020", "2022", False), ("2021", "2020", False)],
)
def test_a_line_joins_what_follows_without_a_gap(
    one: str, other: str, joined: bool
) -> None:
    first, second = (replace(*datums("1%"), when=date(when)) for when in (one, other))
    assert joined is follows(first, second)
