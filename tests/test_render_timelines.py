"""Events of timelines: how well their dates are known, and whose they are."""

from dataclasses import replace

import pytest

from dossier.model.dates import PartialDate
from dossier.render.language.catalogues import ENGLISH
from dossier.render.language.names import letter
from dossier.render.pages.binding import bind
from dossier.render.site.render_context import RenderContext
from dossier.render.timelines.choices import filter_view
from dossier.render.timelines.events import (
    certainty,
    event_view,
    event_views,
    timeline_views,
)
from dossier.render.timelines.periods import period_views, year_links, years
from dossier.render.timelines.strip import strip_view
from dossier.render.timelines.views import EventView
from tests.helpers import a_date
from tests.render_fixtures import FINE, SETTINGS, SPEECH, SPLIT, site


def render() -> RenderContext:
    return RenderContext(bind(site(), SETTINGS), "companies/acme/timelines/rise/")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-09-24", "exact"),
        ("2025", "exact"),
        ("2025/2028", "exact"),
        ("2024-09~", "about"),
        ("2024-09?", "about"),
        ("2025/2028~", "about"),
        ("[2020-10..2024-09]", "between"),
    ],
)
def test_how_well_a_date_is_known(text: str, expected: str) -> None:
    assert expected == certainty(PartialDate.parse(text), inferred=False)


def test_no_date_and_an_inferred_one_are_told_apart() -> None:
    assert "undated" == certainty(None, inferred=False)
    assert "about" == certainty(PartialDate.parse("2025"), inferred=True)


def test_an_event_shows_its_record_without_the_date() -> None:
    event = event_view(render(), site().facts[FINE.id], "acme")
    assert ["What happened"] == [part.label for part in event.parts]
    assert "between October 2020 and September 2024" == event.date.striptags()


def test_an_event_is_marked_with_every_passage_behind_it() -> None:
    event = event_view(render(), site().facts[SPEECH.id], "acme")
    assert ["speech took place", "speech"] == [
        reference.quote for reference in event.marks.references
    ]


def test_an_event_of_another_company_says_so() -> None:
    event = event_view(render(), site().facts[SPLIT.id], "acme")
    assert ["from the dossier of Beta & Sons"] == [note.striptags() for note in event.notes]
    assert "event-beta--split" == event.anchor


def rise() -> tuple[EventView, ...]:
    """The events of a chosen timeline."""
    return event_views(render(), site().dossiers["acme"].timelines[0], "acme")


def test_an_event_bears_the_sign_of_its_theme() -> None:
    assert [("A", "History"), ("A", "History"), ("B", "Beta & Sons")] == [
        (event.theme.sign, event.theme.label) for event in rise() if event.theme
    ]


def test_a_timeline_of_one_theme_tells_none() -> None:
    assert [None] * 3 == [
        one.theme for one in event_views(render(), site().dossiers["acme"].timeline, "acme")
    ]


@pytest.mark.parametrize(
    ("place", "letters"),
    [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ")],
)
def test_themes_are_signed_by_letters(place: int, letters: str) -> None:
    assert letters == letter(place)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020-10", ("2020", "2020")),
        ("2017-36 (late)", ("2017", "2017")),
        ("2020/2024", ("2020", "2020")),
        ("../2024", ("to-2024", "until 2024")),
        ("[2020-10..2020-12]", ("2020", "2020")),
        ("[2020-10..2024-09]", ("2020-to-2024", "2020 to 2024")),
        ("[..2024]", ("to-2024", "by 2024")),
        ("[2020..]", ("from-2020", "2020 or later")),
        ("199X", ("199x", "1990s")),
        ("", ("none", "No date")),
    ],
)
def test_the_years_under_which_a_date_stands(text: str, expected: tuple[str, str]) -> None:
    assert expected == years(a_date(text) if text else None, ENGLISH)


def test_events_stand_under_their_years() -> None:
    periods = period_views(render(), site().dossiers["acme"].timelines[0], rise())
    expected = [
        ("years-2020", "2020", 1),
        ("years-2020-to-2024", "2020 to 2024", 1),
        ("years-2024", "2024", 1),
    ]
    assert expected == [(period.id, period.label, len(period.events)) for period in periods]
    assert [("2020", "#years-2020"), ("2024", "#years-2024")] == [
        (way.label, way.href) for way in year_links(periods)
    ]
    assert () == year_links(periods[:2])


def test_years_that_come_again_say_so_and_keep_an_id_of_their_own() -> None:
    timeline = site().dossiers["acme"].timelines[0]
    back = replace(
        timeline, events=(timeline.events[0], timeline.events[1], timeline.events[0])
    )
    periods = period_views(render(), back, event_views(render(), back, "acme"))
    assert ("years-2020--2", "2020, continued") == (periods[2].id, periods[2].label)


def test_a_date_that_comes_again_is_told_once() -> None:
    timeline = site().dossiers["acme"].timelines[0]
    twice = replace(timeline, events=(timeline.events[1], timeline.events[1]))
    period = period_views(render(), twice, event_views(render(), twice, "acme"))[0]
    assert [False, True] == [event.again for event in period.events]


def test_only_what_tells_events_apart_can_be_chosen() -> None:
    sift = filter_view(render(), rise())
    assert sift
    found = {
        choice.name: [(option.value, option.number) for option in choice.options]
        for choice in sift.choices
    }
    expected = {
        "theme": [("history", 2), ("from--beta", 1)],
        "date": [("exact", 1), ("about", 1), ("between", 1)],
    }
    assert (expected, "2020", "2024") == (found, sift.first_year, sift.last_year)
    assert filter_view(render(), rise()[:1]) is None


def test_the_strip_has_a_row_for_each_theme_and_a_bar_for_each_event() -> None:
    drawn = strip_view(render(), site().dossiers["acme"].timelines[0], rise())
    assert drawn
    assert [
        ("History", ["#event-speech", "#event-fine"]),
        ("Beta & Sons", ["#event-beta--split"]),
    ] == [
        (row.theme.label, [bar.href for bar in row.bars]) for row in drawn.rows if row.theme
    ]
    assert "Fine: between October 2020 and September 2024" == drawn.rows[0].bars[1].label
    assert ["time", "time", "between"] == [meaning.bar.kind for meaning in drawn.key]
    assert ["2021", "2022", "2023"] == [tick.label for tick in drawn.ticks][:3]


def test_a_bar_says_that_its_event_is_rumoured() -> None:
    told = [replace(one, status="rumoured") for one in rise()]
    drawn = strip_view(render(), site().dossiers["acme"].timelines[0], told)
    assert drawn
    label = drawn.rows[0].bars[1].label
    assert "Fine (rumoured): between October 2020 and September 2024" == label


@pytest.mark.parametrize(
    ("when", "fades"),
    [
        ("2025-09", ""),
        ("2025-09~", "both"),
        ("2025/2028", ""),
        ("2025/2028~", "end"),
        ("2025~/2028", "start"),
        ("2025~/..", "start"),
        ("2025/2028?", "end"),
        ("2025?/2028", "start"),
        ("2025~/2028?", "both"),
        ("../2028?", "end"),
    ],
)
def test_a_bar_has_no_edge_where_its_date_is_approximate(when: str, fades: str) -> None:
    timeline = site().dossiers["acme"].timelines[0]
    events = tuple(
        replace(fact, happened=PartialDate.parse(when)) for fact in timeline.events
    )
    plain = replace(
        timeline,
        events=tuple(
            replace(fact, claims=site().facts[SPEECH.id].claims) for fact in events
        ),
    )
    drawn = strip_view(render(), plain, event_views(render(), plain, "acme"))
    assert drawn
    assert {fades} == {bar.fade for row in drawn.rows for bar in row.bars}


def test_a_single_event_has_no_strip() -> None:
    timeline = replace(
        site().dossiers["acme"].timelines[0],
        events=site().dossiers["acme"].timelines[0].events[:1],
    )
    assert strip_view(render(), timeline, event_views(render(), timeline, "acme")) is None


def test_timelines_link_to_each_other() -> None:
    views = timeline_views(render(), site().dossiers["acme"])
    expected = [("All events", "../../timeline/", False), ("Rise and fine", "./", True)]
    assert expected == [(view.label, view.href, view.current) for view in views]
