"""Confirmed warnings: given no more where the record says why, never for errors, and seen
by whoever reviews them.
"""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft7Validator

from dossier.cli import dossier
from dossier.edit.formatting import formatted
from dossier.generate.pipeline import inspect
from dossier.merge.changes import compare_facts
from dossier.merge.news import as_readers_see
from dossier.model.findings import CODES, CONFIRMABLE, Finding
from dossier.model.places import Position
from dossier.origins.linter import survey
from dossier.prove.folder import prove_folder
from dossier.read import read_content, read_sources
from dossier.read.confirming import CONFIRMED
from dossier.read.layout import Role
from dossier.report.text import FEW, brief, whole
from dossier.review.comparing import compare_files
from dossier.review.files import files_of_folder
from dossier.review.rows import ChangeRow, fact_rows, record_rows, summary
from tests.helpers import TESTS, content_folder
from tests.test_diff import Edit, change, delete

CASES = TESTS / "checks"
PROFILE = "companies/acme/facts/profile.yaml"
HISTORY = "companies/acme/facts/history.yaml"
BOOK = "sources/unread-book.md"
REASON = "confirmed: {%s: It is right all the same.}\n"


def case(folder: Path, code: str, *edits: Edit) -> Path:
    """The content of the case of a finding, after edits."""
    given = CASES / code / "in"
    files = {
        path.relative_to(given).as_posix(): path.read_bytes()
        for path in given.rglob("*")
        if path.is_file()
    }
    root = content_folder(folder, files)
    for edit in edits:
        edit(root)
    return root


def codes(root: Path) -> list[str]:
    """The codes of all findings, in order."""
    return [finding.code for finding in inspect(root).findings]


@pytest.mark.parametrize(
    ("code", "name", "old", "new"),
    [
        pytest.param("L007", BOOK, "type: book\n", f"type: book\n{REASON % 'L007'}", id="a source"),
        pytest.param("L007", "origins.yaml", "Other Wire, kind: wire", "Other Wire, kind: wire, confirmed: {L007: It is.}",
                     id="an origin"),
        pytest.param("Q012", PROFILE, "    - value", f"    - {REASON % 'Q012'}      value", id="a claim"),
        pytest.param("Q013", HISTORY, "        - source: annual-report\n",
                     f"        - source: annual-report\n          {REASON % 'Q013'}", id="a reference"),
    ],
)  # fmt: skip
def test_a_warning_that_its_record_confirms_is_given_no_more(
    code: str, name: str, old: str, new: str, tmp_path: Path
) -> None:
    """Of several warnings of one code the others stay."""
    before = codes(case(tmp_path / "before", code))
    assert {code} == {*before}
    after = codes(case(tmp_path / "after", code, change(name, old, new)))
    assert before[1:] == after


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        pytest.param(HISTORY, "    - value:\n        date: 2014-03",
                     f"    - {REASON % 'Q013'}      value:\n        date: 2014-03", id="the claim of the reference"),
        pytest.param(HISTORY, "founding:\n", f"founding:\n  {REASON % 'Q013'}", id="its fact"),
        pytest.param(HISTORY, "        - source: town-paper\n", f"        - source: town-paper\n          {REASON % 'Q013'}",
                     id="another reference"),
    ],
)  # fmt: skip
def test_a_warning_is_confirmed_where_it_stands(
    name: str, old: str, new: str, tmp_path: Path
) -> None:
    """A record around it, or beside it, does not speak for it, and is told so."""
    assert ["Q013", "W002"] == sorted(codes(case(tmp_path, "Q013", change(name, old, new))))


@pytest.mark.parametrize("code", sorted(CODES.keys() - CONFIRMABLE.keys()))
def test_nothing_else_can_be_confirmed(code: str, tmp_path: Path) -> None:
    """Errors, what the program mends itself, and what confirms nothing."""
    root = case(
        tmp_path, "L007", change(BOOK, "type: book\n", f"type: book\n{REASON % code}")
    )
    found = [finding for finding in inspect(root).findings if finding.code == "W001"]
    assert [("sources/unread-book.md", 3, 13)] == [
        (*finding.position,) for finding in found
    ]
    assert found[0].message.endswith(f"cannot be confirmed. {CODES[code].remedy}")


def test_an_error_elsewhere_makes_no_confirmation_unneeded(tmp_path: Path) -> None:
    """Then some checks were not made, and nobody knows."""
    root = case(tmp_path, "W002", change("entities.yaml", "kind: place", "kind: plce"))
    assert ["S005"] == codes(root)


def test_proving_tells_no_warning_that_is_confirmed(tmp_path: Path) -> None:
    """`dossier prove` gives Q013 too."""
    confirmed = change(HISTORY, "        - source: annual-report\n",
                       f"        - source: annual-report\n          {REASON % 'Q013'}")  # fmt: skip
    told = [prove_folder(case(tmp_path / name, "Q013", *edit), tmp_path).report for name, edit in
            (("before", ()), ("after", (confirmed,)))]  # fmt: skip
    assert [True, False] == [" Q013 warning" in text for text in told]


def test_a_shared_origin_is_confirmed_and_judged_by_the_texts(tmp_path: Path) -> None:
    """`dossier origins` gives it, and only with all texts at hand says that nothing warns
    of it.
    """
    archive = CASES / "O001" / "archive"
    confirming = [
        change(f"sources/{id}-report.md", "type:", f"{REASON % 'O001'}type:")
        for id in ("first", "second")
    ]
    root = case(tmp_path, "O001", *confirming)
    for id in ("annual-report", "town-paper"):
        (root / f"sources/{id}.md").unlink()
    whole_archive = survey(read_sources(root).content, archive)
    assert whole_archive.at_hand == whole_archive.sources
    assert ["W002", "O001"] == [finding.code for finding in whole_archive.findings]
    shutil.copytree(archive, tmp_path / "archive")
    (tmp_path / "archive" / "third-report.txt").unlink()
    assert () == survey(read_sources(root).content, tmp_path / "archive").findings


def test_reviewers_see_what_is_confirmed(tmp_path: Path) -> None:
    """Of what is new and of what was there; a reason that changed is told, and pages look
    the same.
    """
    old = case(tmp_path / "old", "W002")
    new = case(tmp_path / "new", "W002", change(PROFILE, "The two pages show", "Both pages show"),
               change(BOOK, "  L007: It is on the list of those to read.\n", ""))  # fmt: skip
    (new / "sources" / "new-book.md").write_text(
        f"---\ntype: book\n{REASON % 'L007'}---\n", "utf-8"
    )
    report = compare_files(files_of_folder(old, ""), files_of_folder(new, ""))
    rows = [row for line in report.facts for row in fact_rows(line)]
    rows += [row for line in report.records for row in record_rows(line)]
    why = "chart of it, and have no words."
    assert [
        ChangeRow(
            "warning Q012 confirmed",
            f"The two pages show a {why}",
            f"Both pages show a {why}",
        ),
        ChangeRow("added", "", "new-book"),
        ChangeRow("warning L007 confirmed", "", "It is right all the same."),
        ChangeRow("warning L007 confirmed", "It is on the list of those to read.", ""),
    ] == rows
    assert ["sources/new-book/"] == [page.url for page in report.pages]
    assert summary(report).endswith("; 2 warnings confirmed.")


def test_a_new_fact_is_told_with_what_it_confirms(tmp_path: Path) -> None:
    """A reviewer sees it before it is there."""
    old, new = (
        case(tmp_path / "old", "W002", delete(PROFILE)),
        case(tmp_path / "new", "W002"),
    )
    report = compare_files(files_of_folder(old, ""), files_of_folder(new, ""))
    rows = [row for line in report.facts for row in fact_rows(line)]
    assert 2 == [row.part for row in rows].count("warning Q012 confirmed")


def test_readers_hear_nothing_of_it(tmp_path: Path) -> None:
    """The history of a fact passes it over."""
    before = read_content(case(tmp_path / "old", "W002")).content
    after = read_content(
        case(tmp_path / "new", "W002", change(PROFILE, "The two", "Both"))
    ).content
    change_of_it = compare_facts(
        *(content.fact_names["acme/employees"] for content in (before, after))
    )
    assert not change_of_it.is_empty
    assert as_readers_see(change_of_it) is None


def test_it_has_its_place_in_the_layout() -> None:
    """Before what is longest, and its codes in the order of the register."""
    text = "a:\n  claims:\n    - references: []\n      confirmed: {Q012: x, L007: y}\n  confirmed: {Q012: x}\n  label: A\n"
    laid = formatted(Role.FACTS, text, {})
    assert laid is not None
    assert ["a", "label", "confirmed", "claims", "confirmed", "references"] == re.findall(
        r"(\w+):(?! \w+[,}])", laid
    )[:6]
    assert "{L007: y, Q012: x}" in laid


@pytest.mark.parametrize(
    ("arguments", "code", "status"),
    [
        pytest.param((), "L007", 0, id="a warning"),
        pytest.param(("--strict",), "L007", 1, id="a warning that counts"),
        pytest.param(("--strict",), "", 0, id="nothing"),
        pytest.param(("--strict", "--format", "json"), "W002", 1, id="as data"),
        pytest.param(("--strict",), "F003", 1, id="an error"),
    ],
)
def test_only_strictness_fails_on_warnings(
    arguments: tuple[str, ...], code: str, status: int, tmp_path: Path
) -> None:
    root = case(tmp_path, code) if code else content_folder(tmp_path, {})
    assert status == CliRunner().invoke(dossier, ["check", str(root), *arguments]).exit_code


def test_what_is_confirmed_is_counted_and_listed_on_demand(tmp_path: Path) -> None:
    """So that nothing is passed over in silence; programs get it with its reason, and
    services no alert.
    """
    edit = change(BOOK, "type: book\n", f"type: book\n{REASON % 'L007'}")
    root = str(case(tmp_path, "L007", edit))
    short, long, data, sarif = (
        CliRunner().invoke(dossier, ["check", root, *arguments]).output
        for arguments in ((), ("--all",), ("--format", "json"), ("--format", "sarif"))
    )
    assert (
        "1 warning in 1 file.\n1 warning is confirmed.\n"
        == short[short.index("1 warning in") :]
    )
    assert (
        f"{root}/{BOOK}:2:1 L007 confirmed: It is right all the same.\n1 warning is confirmed.\n"
        in long
    )
    [told] = json.loads(data)["confirmed"]
    assert ("It is right all the same.", "L007", BOOK) == (
        told["reason"],
        told["code"],
        told["path"],
    )
    assert BOOK not in sarif


def test_the_first_few_of_each_code_are_shown(tmp_path: Path) -> None:
    """And the others counted, with the option that shows them; programs get all."""
    found = [
        Finding(Position("x.yaml", line), code, "x")
        for line in range(1, 9)
        for code in ("L007", "V001", "V002")
    ]
    found = [
        finding
        for finding in found
        if finding.code != "V002" or finding.position.line <= FEW
    ]
    lines = brief(found, tmp_path).split("\n")
    assert [FEW] * 3 == [
        sum(f" {code} " in line for line in lines[:-2]) for code in ("L007", "V001", "V002")
    ]
    assert [
        "3 more of L007. 3 more of V001. `dossier check --all` lists them.",
        "13 errors, 8 warnings in 1 file.",
    ] == lines[-2:]
    assert len(found) + 1 == len(whole(found, tmp_path).split("\n"))


def test_all_findings_are_shown_on_demand(tmp_path: Path) -> None:
    """Of 1,200 of a code, five or 1,200; in the data always 1,200."""
    books = {
        f"sources/book-{number}.md": "---\ntype: book\n---\n" for number in range(1_200)
    }
    root = str(content_folder(tmp_path, books))
    told = [
        CliRunner().invoke(dossier, ["check", root, *arguments]).output
        for arguments in ((), ("--all",))
    ]
    assert [FEW, 1_200] == [text.count(" L007 warning: ") for text in told]
    data = json.loads(
        CliRunner().invoke(dossier, ["check", root, "--format", "json"]).output
    )
    assert 1_200 == len(data["findings"])


@pytest.mark.parametrize(
    "bad",
    [{}, {"F003": "x"}, {"W002": "x"}, {"L007": ""}, {"L007": None}, ["L007"], "L007"],
    ids=str,
)
def test_editors_offer_warnings_and_nothing_else(bad: object) -> None:
    """With what each means, and not without a reason."""
    checks = Draft7Validator(CONFIRMED.parse.schema)
    assert checks.is_valid(dict.fromkeys(CONFIRMABLE, "It is right all the same."))
    assert not checks.is_valid(bad)
