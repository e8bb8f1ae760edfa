"""A fact with fewer words around it: one answer beside its label, passages by their source,
and what its property or its file tells left out. It means the same, and is told as plainly
where it is wrong.
"""

from pathlib import Path
from typing import Any

import pytest

from dossier.edit.schemas import schemas_of
from dossier.edit.shortening import shorten
from dossier.model.facts import Fact, FactId
from dossier.model.values import Property
from dossier.read import read_content
from dossier.review.versions import Versions
from dossier.suggest.suggesting import suggest
from dossier.yaml.laying import lay_out
from dossier.yaml.tree import parse_tree
from tests.editors import validators
from tests.helpers import SITES, content_folder, findings_in
from tests.test_diff import compare, told
from tests.test_schemas import faults
from tests.test_spreading import PROFILE, writing
from tests.test_suggestions import form

SOURCE = "sources/annual-report.md"
FROM_WIRE = (SITES / "acme" / SOURCE).read_text("utf-8")
FROM_WIRE = FROM_WIRE.replace("type: report\n", "type: report\norigins: [example-wire]\n")
PROPERTIES: dict[str, Property] = dict(read_content(SITES / "acme").content.properties)

LONG = """\
# Whom it employs.
employees:
  label: Employees
  property: employees
  claims:
    # Counted by itself.
    - value: over 120
      period: 2024-33
      vague: {period: early}
      inferred: {period: By the day of the report.}
      references:
        - {source: annual-report, quote: more than 120 people, origin: example-wire}
        - {source: town-paper, quote: over 120 people}

people-abroad:
  label: People abroad
  property: employees
  note: It does not say where.
  claims:
    - value: 7
      period: 2024-33
      vague: {period: early}
      inferred: {period: By the day of the report.}
      references:
        - source: annual-report
          quotes:
            - {quote: "seven: abroad", supports: [value]}  # printed so
            - {quote: in 2024, supports: [period]}
          origin: example-wire

people-at-home:
  label: People at home
  property: employees
  claims:
    - value: 90
      period: 2024-33
      vague: {period: early}
      inferred: {period: By the day of the report.}
      references:
        - {source: annual-report, quote: 90 at home, supports: [value, period], origin: example-wire}
    - value: 91
      references:
        - {source: town-paper, quote: 91 at home}
"""
SHORT = """\
# Whom it employs.
defaults:
  property: employees
  origin: {annual-report: example-wire}
  vague: {period: early}
  inferred: {period: By the day of the report.}

employees:
  # Counted by itself.
  value: over 120
  period: 2024-33
  sources:
    annual-report: more than 120 people
    town-paper: over 120 people

people-abroad:
  label: People abroad
  note: It does not say where.
  value: 7
  period: 2024-33
  sources:
    annual-report:
      - {quote: "seven: abroad", supports: [value]}  # printed so
      - in 2024: [period]

people-at-home:
  label: People at home
  claims:
    - value: 90
      period: 2024-33
      sources:
        annual-report:
          - 90 at home: [value, period]
    - value: 91
      sources:
        town-paper: 91 at home
"""


def shortened(text: str) -> str:
    """What `dossier fmt --short` makes of a file of facts, without a proof at hand."""
    tree = parse_tree(text)
    shorten(tree, lambda fact, claim, place: False, PROPERTIES)
    return lay_out(tree)


def read(folder: Path, text: str) -> tuple[Fact, ...]:
    """The facts of a file, of which the reader has nothing to say."""
    reading = read_content(content_folder(folder, {PROFILE: text}))
    assert () == reading.findings
    return tuple(one for one in reading.content.every_fact if one.section == "profile")


def test_short_and_long_are_one_fact(tmp_path: Path) -> None:
    """To the reader, and to whoever reviews the change from one to the other."""
    assert read(tmp_path / "long", LONG) == read(tmp_path / "short", SHORT)
    assert [] == told(compare(tmp_path, writing(SHORT), base=writing(LONG)))


def test_a_file_is_shortened_as_it_would_be_written() -> None:
    """With every remark in its place, and never more than once."""
    short = shortened(LONG)
    assert sorted(SHORT.split("\n")) == sorted(short.split("\n"))
    assert shortened(short) == short


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  claims:  # one\n    - value: 1\n      references: [{source: a, quote: b}]\n", "claims:  # one"),
        ("  claims:\n    - value: 1\n      note: N.\n      references: [{source: a, quote: b}]\n", "- value: 1"),
        ("  claims:\n    - value: 1\n      references:\n        - source: a  # two\n          quote: b\n", "references:"),
        (("  value: 1\n  references:\n    - {source: a, quote: b}\n    - {source: c, quote: d}\n"
         "    - {source: a, quote: e}\n"),
         "references:"),
    ],
)  # fmt: skip
def test_what_would_lose_its_place_stays(text: str, kept: str) -> None:
    """A remark, a note of the answer alone, and a source that comes back."""
    assert kept in shortened(f"one:\n  label: L\n  property: employees\n{text}")


FAULTS = {
    "either or": (
        "employees:\n  value: over 120\n  claims: [{value: 1, sources: {annual-report: one}}]\n",
        ["2:3 S001 employees.value: the answers stand under `claims`. Either write this there"],
    ),
    "no answer": (
        "employees:\n  note: None yet.\n",
        ["1:1 S002 employees: the answer is missing. Give `value` and `sources`, or several answers"],
    ),
    "no words": ("employees:\n  value: 120\n", ["1:1 S002 employees.sources: the key is missing."]),
    "two lists of passages": (
        ("employees:\n  value: 120\n  sources: {annual-report: 120 people}\n"
        "  references: [{source: annual-report, quote: 120}]\n"),
        ["4:3 S001 employees.references: the passages stand under `sources` already."],
    ),
    "a list for a map": (
        "employees:\n  value: 120\n  sources: [{source: annual-report, quote: 120 people}]\n",
        ["3:12 S003 employees.sources: this is no mapping. Write the id of each source with its words"],
    ),
    "a map for a list": (
        "employees:\n  value: 120\n  references: {annual-report: 120 people}\n",
        ["3:15 S003 employees.references: this is a mapping. Expected a list; passages by the id"],
    ),
    "a source named twice": (
        "employees:\n  value: 120\n  sources: {annual-report: {source: town-paper, quote: 120 people}}\n",
        ["3:29 S001 employees.sources.annual-report.source: the source is named above it."],
    ),
    "an unknown source": (
        "employees:\n  value: 120\n  sources:\n    anual-report: 120 people\n",
        ["4:5 L001 employees.sources.anual-report: "],
    ),
    "a colon in words": (
        "employees:\n  value: 120\n  sources:\n    annual-report:\n      - Staff now: 120 people\n",
        ["5:9 S001 employees.sources.annual-report[0]: words with a colon need double quotes"],
    ),
    "words with keys, without a hyphen": (
        ("employees:\n  value: 120\n  sources:\n    annual-report:\n      120 people: [value]\n"
        "    anual-report: 120\n"),
        ["5:7 S001 employees.sources.annual-report: '120 people' is no key. Words with what they support stand in a",
         "6:5 L001 employees.sources.anual-report: "],
    ),
    "two of them behind one hyphen": (
        ("employees:\n  value: 120\n  sources:\n    annual-report:\n      - 120 people: [value]\n"
        "        in 2024: [period]\n"),
        ["5:9 S001 employees.sources.annual-report[0]: '120 people' is no key. Words with what they support stand in a"],
    ),
    "a colon in the only words": (
        "employees:\n  value: 120\n  sources:\n    annual-report:\n      Staff now: 120 people\n",
        ["5:7 S001 employees.sources.annual-report: words with a colon need double quotes"],
    ),
    "blank passages": (
        "employees:\n  value: 120\n  references:\n",
        ["3:14 S004 employees.references: this is blank; expected a list"],
    ),
    "no property": (
        "staff:\n  label: Staff\n  value: 120\n  sources: {annual-report: 120 people}\n",
        ["1:1 S002 staff.property: the key is missing. The id of the property it answers"],
    ),
    "a default of no use": (
        "defaults: {origin: {town-papers: example-wire}}\nemployees:\n  value: 1\n  sources: {annual-report: 120}\n",
        ["1:21 S001 defaults.origin.town-papers: no claim of the file has this."],
    ),
    "no origin to undo": (
        "employees:\n  value: 120\n  sources: {annual-report: {quote: 120 people, origin: unstated}}\n",
        ["3:48 S005 employees.sources.annual-report.origin: the file has no default that this could undo."],
    ),
    "a rank, which needs a note": (
        "employees:\n  value: 120\n  rank: deprecated\n  sources: {annual-report: 120 people}\n",
        ["3:3 S001 employees.rank: unknown key. It needs a `note` of its answer: write the answer under `claims`."],
    ),
    "a slip beside the label": (
        "employees:\n  vale: 120\n  sources: {annual-report: 120 people}\n",
        ["1:1 S002 employees.value: the key is missing.", "2:3 S001 employees.vale: unknown key. Did you mean 'value'?"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FAULTS.values(), ids=list(FAULTS))
def test_each_fault_says_where_and_what_to_do(
    text: str, expected: list[str], tmp_path: Path
) -> None:
    found = [
        f"{one.position.line}:{one.position.column} {one.code} {one.message}"
        for one in findings_in(tmp_path, {PROFILE: text})
        if one.position.path == PROFILE and one.code[0] in "SL"
    ]
    assert len(found) == len(expected)
    for start in expected:
        assert any(line.startswith(start) for line in found), found


def test_an_old_version_is_told_in_its_own_words() -> None:
    """Where it names what is not there any more, it is not read as the facts of today are."""
    content = read_content(SITES / "acme").content
    text = "people:\n  property: gone\n  value: over 120\n  sources: {herald: words}\n"
    found = Versions(content).read(FactId("acme", "people"), text)
    assert found
    [claim] = found.claims
    assert ("over 120", ["herald"]) == (
        claim.value,
        [one.source for one in claim.references],
    )


def test_a_passage_may_say_that_it_draws_on_no_such_origin(tmp_path: Path) -> None:
    text = SHORT.replace("more than 120 people", "{quote: over 120, origin: unstated}")
    origins = [one.origin for one in read(tmp_path, text)[0].claims[0].references]
    assert ["", ""] == origins


def test_a_date_may_say_that_it_was_read(tmp_path: Path) -> None:
    """What the file says of it does not hold then."""
    text = SHORT.replace(
        "  period: 2024-33\n  sources:\n    annual-report: more",
        "  period: 2024-33\n  inferred: {period: unstated}\n  sources:\n    annual-report: more",
    )
    claims = [one.claims[0] for one in read(tmp_path, text)]
    assert [{}, {"period": "By the day of the report."}] == [
        one.inferred for one in claims[:2]
    ]


def test_a_confirmation_speaks_for_the_answer_too(tmp_path: Path) -> None:
    """Where it stands beside the label there is one record."""
    text = "employees:\n  value: over 120\n  period: 2031\n  sources: {annual-report: over 120 people}\n"
    reason = "  confirmed: {V010: It is a plan.}\n"
    codes = [
        {one.code for one in findings_in(tmp_path / name, {PROFILE: made})}
        for name, made in (("bare", text), ("confirmed", text + reason))
    ]
    assert "W002" not in codes[1] or codes[0] == codes[1] - {"W002"}


MORE = """\

told:
  label: Told
  value: 5
  sources:
    town-paper:
      quote: five of them
      locator: p. 3

listed:
  label: Listed
  value: 7
  sources:
    town-paper:
      - 7 of them
      - and so on
      - to the end: [value]
"""
CORRECTED = {
    "another answer": (
        {"correct": "over 150", "source": "https://example.com/news/hall", "quote": "more than 150 people"},
        """\
employees:
  # Counted by itself.
  claims:
    - value: over 120
      period: 2024-33
      sources:
        annual-report: more than 120 people
        town-paper: over 120 people
    - value: over 150
      sources:
        example-hall: more than 150 people
""",
    ),
    "one more source": (
        {"correct": "over 120", "source": "https://example.com/news/hall", "quote": "over 120 of them"},
        "    town-paper: over 120 people\n    example-hall: over 120 of them\n",
    ),
    "one more passage of a source": (
        {"correct": "over 120", "source": "town-paper", "quote": "over 120 of them"},
        "    town-paper:\n      - over 120 people\n      - over 120 of them\n",
    ),
    "one more passage of a source of which more is said": (
        {"fact": "acme/told", "current": "5", "correct": "5", "source": "town-paper", "quote": "5 in all"},
        "    town-paper:\n      - quote: five of them\n        locator: p. 3\n      - 5 in all\n",
    ),
    "other words among several": (
        {"fact": "acme/listed", "current": "7", "correct": "8", "source": "town-paper", "quote": "8 of them"},
        "    town-paper:\n      - 8 of them\n      - and so on\n      - to the end: [value]\n",
    ),
    "a passage of a source whose origin the file tells": (
        {"correct": "over 120", "source": "annual-report", "quote": "over 120 of them"},
        "    annual-report:\n      - more than 120 people\n      - {quote: over 120 of them, origin: unstated}\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("answers", "lines"), CORRECTED.values(), ids=list(CORRECTED))
def test_a_correction_is_written_in_the_same_way(
    answers: dict[str, str], lines: str, tmp_path: Path
) -> None:
    root = content_folder(tmp_path, {PROFILE: SHORT + MORE, SOURCE: FROM_WIRE})
    (tmp_path / "form.md").write_text(form(**answers), "utf-8")
    outcome = suggest(tmp_path / "form.md", root)
    assert outcome.done, outcome.text
    assert lines in (root / PROFILE).read_text("utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    annual-report: words of ours  # so", "    annual-report: others  # so"),
        ("      - words of ours", "      - others"),
        ("      - words of ours: [value]", "      - others: [value]"),
        ("  sources: {annual-report: words of ours}", "  sources: {annual-report: others}"),
    ],
)
def test_words_are_mended_where_they_stand(before: str, after: str, tmp_path: Path) -> None:
    """Of an answer that rests on one source alone."""
    head = "employees:\n  value: 120\n  sources:\n"
    body = before if "sources" in before else f"    annual-report:\n{before}"
    body = before if before.startswith("    annual") else body
    head = head.replace("  sources:\n", "") if "sources" in before else head
    root = content_folder(tmp_path, {PROFILE: f"{head}{body}\n"})
    answers = {
        "current": "120",
        "correct": "130",
        "source": "annual-report",
        "quote": "others 130",
    }
    (tmp_path / "form.md").write_text(form(**answers), "utf-8")
    outcome = suggest(tmp_path / "form.md", root)
    assert outcome.done, outcome.text
    assert after.replace("others", "others 130") in (root / PROFILE).read_text("utf-8")


WRITTEN = {
    "beside its label": {"staff": {"property": "employees"}},
    "by the id of its property": {"employees": {}},
    "by the default of its file": {"defaults": {"property": "employees"}, "staff": {}},
}


@pytest.mark.parametrize("facts", WRITTEN.values(), ids=list(WRITTEN))
def test_an_editor_knows_the_property_of_each_form(facts: dict[str, Any]) -> None:
    """It passes what the property takes, and underlines what it does not."""
    check = validators(schemas_of(SITES / "acme"))["facts.json"]
    for value, is_sound in ((120, True), ({"date": 2024}, False)):
        answer = {
            "value": value,
            "sources": {"annual-report": ["120 people", {"2024": ["value"]}]},
        }
        whole = {
            id: fact if id == "defaults" else {**fact, **answer}
            for id, fact in facts.items()
        }
        assert is_sound == (not faults(check, whole))
    both = {
        id: {**one, **answer, "claims": [answer]} for id, one in facts.items() if one != {}
    }
    assert all(faults(check, {id: one}) for id, one in both.items())
