"""Events of timelines: how well their dates are known, and whose they are."""

import pytest

from dossier.model.dates import PartialDate
from dossier.render.sheets import Sheet, bind
from dossier.render.timelines import certainty, event_view, timeline_views
from tests.render_fixtures import FINE, SETTINGS, SPEECH, SPLIT, site


def sheet() -> Sheet:
    return Sheet(bind(site(), SETTINGS), "companies/acme/timelines/rise/")


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
    event = event_view(sheet(), site().facts[FINE.id], "acme")
    assert ["What happened"] == [part.label for part in event.parts]
    assert "between October 2020 and September 2024 (inferred)" == event.date.striptags()


def test_an_event_is_marked_with_every_passage_behind_it() -> None:
    event = event_view(sheet(), site().facts[SPEECH.id], "acme")
    assert ["speech took place", "speech"] == [reference.quote for reference in event.marks.references]


def test_an_event_of_another_company_says_so() -> None:
    event = event_view(sheet(), site().facts[SPLIT.id], "acme")
    assert ["from the dossier of Beta & Sons"] == [note.striptags() for note in event.notes]
    assert "event-beta--split" == event.anchor


def test_timelines_link_to_each_other() -> None:
    views = timeline_views(sheet(), site().dossiers["acme"])
    expected = [("All events", "../../timeline/", False), ("Rise and fine", "./", True)]
    assert expected == [(view.label, view.href, view.current) for view in views]
