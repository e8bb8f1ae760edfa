"""The order of a timeline: what certainly came later cannot stand before; everything else
may.
"""

from pathlib import Path

import pytest

from dossier.model.findings import Finding
from tests.helpers import findings_in, fixtures

FACT = "{id}:\n  label: Something\n  property: event\n  claims:\n{claims}"
CLAIM = """\
    - value: {{date: "{date}", what: "Something at {date}"}}
      rank: {rank}
      note: A reason.
      references: [{{source: town-paper, quote: "something at {date}"}}]
"""


def event(id: str, **dates: str) -> str:
    """A fact that is an event, with a claim for each rank and date."""
    return FACT.format(
        id=id,
        claims="".join(CLAIM.format(rank=rank, date=date) for rank, date in dates.items()),
    )


def found(folder: Path, *events: str) -> tuple[Finding, ...]:
    """What is found where a timeline lists these events in this order."""
    ids = [text.partition(":")[0] for text in events]
    timeline = f"label: T\nevents: [{', '.join(ids)}]\n"
    entities = "example-bank: {name: Bank, kind: organisation}\nexample-town: {name: Town, kind: place}\n"
    history = "companies/acme/facts/history.yaml"
    files = {
        history: "".join(events),
        "companies/acme/timelines/t.yaml": timeline,
        "entities.yaml": entities,
    }
    return tuple(one for one in findings_in(folder, files) if one.code != "L007")


def outcome(folder: Path, dates: list[str]) -> str:
    """Which of the events stand too late."""
    findings = found(
        folder, *(event(f"e{number}", normal=date) for number, date in enumerate(dates, 1))
    )
    assert {"T001"} >= {one.code for one in findings}
    late = [
        int(one.message.removeprefix("events[").partition("]")[0]) + 1 for one in findings
    ]
    return ", ".join(f"{place} is late" for place in late) or "fine"


@pytest.mark.parametrize(("title", "text", "expected"), fixtures("orders"))
def test_events_stand_in_an_order_that_their_dates_allow(
    title: str, text: str, expected: str, tmp_path: Path
) -> None:
    """Each line lists the dates of a timeline's events; behind it stand those that are
    listed too late.
    """
    lines = enumerate(text.split("\n"))
    assert expected.split("\n") == [
        outcome(tmp_path / str(number), line.split(", ")) for number, line in lines
    ]


def test_the_leading_claim_says_when_it_happened(tmp_path: Path) -> None:
    """A preferred claim counts, wherever it stands; a deprecated one does not."""
    events = (
        event("one", deprecated="2020", normal="2010", preferred="2014"),
        event("two", normal="2012", preferred="2015"),
    )
    assert () == found(tmp_path / "right", *events)
    assert ["T001"] == [one.code for one in found(tmp_path / "wrong", *reversed(events))]
