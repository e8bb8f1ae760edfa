"""A date that is said once: other facts name the event whose date is theirs."""

import shutil
from pathlib import Path

import pytest

from dossier.model.facts import FactId
from dossier.read import read_content
from dossier.review.comparing import compare_files
from dossier.review.files import files_of_folder
from dossier.review.rows import fact_rows
from tests.helpers import SITES, content_folder, merged
from tests.test_diff import change

FACTS = "companies/acme/facts/days.yaml"
DAYS = """\
fair:
  label: Spring Fair
  property: event
  claims:
    - value: {date: 2024-05-07?, what: A fair}
      inferred: {date: The paper says “Tuesday”.}
      references: [{source: town-paper, quote: on Tuesday, supports: [date]}]
opening:
  label: Opening of the fair
  property: event
  claims:
    - value: {what: The fair opens}
      inferred: {date: acme/fair}
      references: [{source: town-paper, quote: on Tuesday, supports: [date]}]
speech:
  label: Staff at the fair
  property: employees
  claims:
    - value: 150
      inferred: {stated: acme/opening}
      asserted_by: acme
      references: [{source: town-paper, quote: 150 people}]
"""
COMPANY = "name: Acme\nsections: {history: History, profile: Profile, days: Days}\n"
FILES = {FACTS: DAYS, "companies/acme/company.yaml": COMPANY}


def test_a_claim_has_the_date_of_the_fact_that_it_names(tmp_path: Path) -> None:
    """Through others, too; and it is as uncertain as there."""
    reading = read_content(content_folder(tmp_path, FILES))
    assert not reading.findings
    facts = reading.content.facts
    assert "2024-05-07?" == str(facts[FactId("acme", "speech")].claims[0].stated)
    opening = facts[FactId("acme", "opening")].claims[0]
    value = {key: str(one) for key, one in opening.value.items()}  # type: ignore[union-attr]
    assert {"date": "2024-05-07?", "what": "The fair opens"} == value


def test_what_is_told_of_such_a_date_points_at_the_line_that_says_whose_it_is(
    tmp_path: Path,
) -> None:
    facts = read_content(content_folder(tmp_path, FILES)).content.facts
    place = facts[FactId("acme", "speech")].claims[0].at
    assert (20, "speech.claims[0].inferred.stated") == (
        place.of("stated").line,
        place.below("stated"),
    )


def test_events_on_a_borrowed_day_stand_in_the_timeline(tmp_path: Path) -> None:
    dossier = merged(tmp_path, FILES).dossiers["acme"]
    assert {"fair", "opening"} <= {fact.id.fact for fact in dossier.timeline.events}
    assert dossier.timeline.events[-1].happened == dossier.timeline.events[-2].happened


@pytest.mark.parametrize(
    "where", ["in the file of the event", "in a file that did not change"]
)
def test_another_day_of_the_event_is_a_change_of_every_fact_that_takes_it(
    tmp_path: Path, where: str
) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    shutil.copytree(SITES / "acme", before)
    head, opening, rest = DAYS.partition("opening:\n")
    apart = where == "in a file that did not change"
    files = (
        {FACTS: head, "companies/acme/facts/more.yaml": opening + rest}
        if apart
        else {FACTS: DAYS}
    )
    company = COMPANY.replace("days: Days", "days: Days, more: More") if apart else COMPANY
    for name, text in {**files, "companies/acme/company.yaml": company}.items():
        (before / name).write_text(text, "utf-8")
    shutil.copytree(before, after)
    change(FACTS, "date: 2024-05-07?", "date: 2024-05-14")(after)
    report = compare_files(files_of_folder(before, ""), files_of_folder(after, ""))
    told = [
        f"{line.change.id} {row.part} {row.before} {row.after}"
        for line in report.facts
        for row in fact_rows(line)
    ]
    assert [
        "acme/fair date 2024-05-07? 2024-05-14",
        "acme/opening date 2024-05-07? 2024-05-14",
        "acme/speech stated 2024-05-07? 2024-05-14",
    ] == told


@pytest.mark.parametrize(
    "common", ["stated: 2020", "stated: 2020\n  inferred: {stated: It says so.}"]
)
def test_the_date_that_a_claim_takes_is_nearer_than_that_of_its_file(
    tmp_path: Path, common: str
) -> None:
    files = {**FILES, FACTS: f"defaults:\n  {common}\n{DAYS}"}
    reading = read_content(content_folder(tmp_path, files))
    assert not reading.findings
    stated = {
        id.fact: str(fact.claims[0].stated) for id, fact in reading.content.facts.items()
    }
    assert ("2024-05-07?", "2020") == (stated["speech"], stated["fair"])
