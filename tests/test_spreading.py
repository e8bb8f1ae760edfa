"""Less to type: what a file or a reference says once means the same as if it stood at each
of those that it holds for.
"""

from pathlib import Path

import pytest

from dossier.model.facts import Fact
from dossier.read import read_content
from tests.helpers import content_folder, findings_in
from tests.repositories import Playground, isolated, place
from tests.test_diff import Edit, change, compare, told
from tests.test_history import told as history_of

__all__ = ["isolated", "place"]
PROFILE = "companies/acme/facts/profile.yaml"
HEAD = """\
employees:
  label: Number of employees
  property: employees
"""
LONG = f"""\
{HEAD}
  claims:
    - value: over 120
      period: 2024
      stated: 2024-33
      vague: {{stated: early}}
      inferred: {{stated: By the day of the report.}}
      asserted_by: acme
      status: announced
      references:
        - source: annual-report
          locator: p. 3
          supports: [period]
          quote: in 2024
        - source: annual-report
          locator: p. 3
          quote: more than 120 people
        - source: annual-report
          locator: p. 4
          quote: staff
          prefix: "all "
          supports: [value, period]
"""
SHORT = f"""\
defaults:
  stated: 2024-33
  asserted_by: acme
  status: announced
  vague: {{stated: early}}
  inferred: {{stated: By the day of the report.}}
{HEAD}
  claims:
    - value: over 120
      period: 2024
      references:
        - source: annual-report
          locator: p. 3
          quotes:
            - quote: in 2024
              supports: [period]
            - more than 120 people
            - {{quote: staff, prefix: "all ", locator: p. 4, supports: [value, period]}}
"""
OTHERWISE = """\
    - value: 90
      period: 2020
      stated: 2020
      asserted_by: unstated
      status: unstated
      references:
        - source: annual-report
          quote: 90 people
"""
SECOND = """\
    - value: 100
      period: 2021
      references:
        - source: annual-report
          quote: 100 people
"""
OTHERWISE_DATES = """
    - value: 90
      period: 2020
      stated: 2020
      references: [{source: annual-report, quote: 90 people}]
    - value: 80
      period: 2019
      stated: unstated
      references: [{source: annual-report, quote: 80 people}]
"""


def fact(folder: Path, text: str) -> Fact:
    """The fact of a small file, which must have no fault that has a place in it."""
    root = content_folder(folder, {PROFILE: text})
    reading = read_content(root)
    assert () == reading.findings
    return next(one for one in reading.content.every_fact if one.id.fact == "employees")


def writing(text: str) -> Edit:
    """An edit that puts a text in the place of the file."""

    def edit(root: Path) -> None:
        (root / PROFILE).write_text(text, "utf-8")

    return edit


def test_short_and_long_say_the_same(tmp_path: Path) -> None:
    assert fact(tmp_path / "long", LONG) == fact(tmp_path / "short", SHORT)


def test_a_claim_says_otherwise_or_that_nothing_is_said(tmp_path: Path) -> None:
    """Its own date takes neither the doubt nor the reason of that of the file."""
    claim = fact(tmp_path, SHORT + OTHERWISE).claims[1]
    assert ("2020", "", "reported", {}) == (
        str(claim.stated),
        claim.asserted_by,
        claim.status,
        claim.inferred,
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  status: announced", "  status: anounced", ["4:11 S005 defaults.status"]),
        ("  stated: 2024-33", "  stated: May", ["2:11 V001 defaults.stated"]),
        ("asserted_by: acme", "asserted_by: nobody", ["3:16 L002 defaults.asserted_by"]),
        ("  status: announced", "  note: One.", ["4:3 S001 defaults.note"]),
        ("vague: {stated: early}", "vague: {day: early}", ["5:11 S001 defaults.vague.day"]),
        ("            - more than 120 people", "            - [more]", ["20:15 S003"]),
        ("- quote: in 2024", "- quot: in 2024", ["18:15 S001", "18:15 S002"]),
        ("          locator: p. 3", "          quote: all", ["16:11 S001 employees.claims[0].references[0].quote"]),
        ("source: annual-report", "source: annual", ["15:19 L001 employees.claims[0].references[0].source"]),
        ("    - value: over 120\n", "    - value: over 120\n      checked: unstated\n", ["13:16 V001"]),
        ("    - value: over 120\n", "    - value: over 120\n      inferred: {period: unstated}\n",
         ["13:18 S005 employees.claims[0].inferred.period: the file has no default that this could undo"]),
        ("employees:", "defaults: {status: announced}\nemployees:", ["7:1 Y002 the key 'defaults' already stands"]),
    ],
)  # fmt: skip
def test_each_fault_is_told_once_where_it_was_written(
    old: str, new: str, expected: list[str], tmp_path: Path
) -> None:
    """However many claims and passages it holds for."""
    text = SHORT + SECOND
    assert old in text
    found = [
        f"{one.position.line}:{one.position.column} {one.code} {one.message}"
        for one in findings_in(tmp_path, {PROFILE: text.replace(old, new, 1)})
        if one.position.path == PROFILE and one.code not in ("F014", "S009")
    ]
    assert len(expected) == len(found), found
    assert all(one.startswith(start) for one, start in zip(found, expected, strict=True)), (
        found
    )


def test_a_file_takes_the_date_of_an_event_for_its_claims(tmp_path: Path) -> None:
    """Unless a claim says when, or that nobody knows."""
    event = """\
meeting:
  label: Meeting
  property: event
  claims:
    - value: {date: 2024-05-07, what: Acme meets}
      references: [{source: annual-report, quote: on 7 May 2024}]
"""
    short = SHORT[SHORT.index(HEAD) :]
    text = f"defaults:\n  inferred: {{stated: acme/meeting}}\n{short}{SECOND.rstrip()}{OTHERWISE_DATES}{event}"
    claims = fact(tmp_path, text).claims
    assert ["2024-05-07", "2024-05-07", "2020", "None"] == [
        str(claim.stated) for claim in claims
    ]


def test_what_no_default_says_cannot_be_undone(tmp_path: Path) -> None:
    found = [
        one
        for one in findings_in(tmp_path, {PROFILE: LONG + OTHERWISE})
        if one.code == "S005"
    ]
    assert ["has no default that this could undo"] * 2 == [
        one.message.partition("the file ")[2][:35] for one in found
    ]


def test_what_holds_for_the_file_can_be_no_fact(tmp_path: Path) -> None:
    found = findings_in(tmp_path, {PROFILE: LONG.replace("employees:", "defaults:", 1)})
    assert "S006" in [one.code for one in found]


def test_a_changed_default_is_told_fact_by_fact(tmp_path: Path) -> None:
    """Of all for which it holds, and of no other."""
    own = LONG.replace("employees:", "others:").replace(
        "label: Number", "label: Another number"
    )
    report = compare(
        tmp_path,
        change(PROFILE, "status: announced\n  vague", "status: rumoured\n  vague"),
        base=writing(SHORT + own),
    )
    assert ["changed acme/employees | status | announced | rumoured"] == told(report)


def test_shorter_files_are_no_change(tmp_path: Path) -> None:
    report = compare(
        tmp_path,
        writing(SHORT),
        base=writing(LONG),
    )
    assert [] == told(report)


@pytest.mark.usefixtures("isolated")
def test_history_tells_a_changed_default(place: Playground) -> None:
    (place.content / PROFILE).write_text(SHORT, "utf-8")
    place.commit("Shorten")
    place.edit(PROFILE, "status: announced", "status: confirmed")
    place.commit("Confirm")
    assert "status announced → confirmed | Confirm" in history_of(place)[-1]
