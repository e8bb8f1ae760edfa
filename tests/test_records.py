"""The old file of all records is split by `dossier fmt`, whatever it holds, and nothing
that stood in it is lost.
"""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import dossier
from dossier.edit.records import RECORDS_HEAD
from dossier.model.proofs import Level, Record
from dossier.prove.folder import prove_folder
from dossier.prove.lock import render_lock
from dossier.read import read_content
from tests.helpers import content_folder

HASH = f"sha256-{'a' * 64}"
OLD, NEW = "proofs.lock.yaml", "companies/acme/proofs.lock.yaml"


def entry(quote: str, more: str = "    state: proved\n") -> str:
    """A record as text."""
    return f'  - source: annual-report\n    text: {HASH}\n    quote: "{quote}"\n{more}'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small content folder with an old file."""
    root = content_folder(tmp_path, {})
    (root / OLD).write_text(
        f"{RECORDS_HEAD}acme/employees:\n{entry('one: two # three')}{entry('four')}acme/loan:\n{entry('five')}",
        "utf-8",
    )
    return root


def fmt(root: Path, *options: str) -> Result:
    """Run `dossier fmt`."""
    return CliRunner().invoke(dossier, ["fmt", str(root), *options])


def test_each_company_gets_its_entries_as_they_were(root: Path) -> None:
    done = fmt(root)
    told = [
        f"{root / NEW} has the records of acme; commit it.",
        f"{root / OLD} is deleted; what it held stands there.",
    ]
    assert told == done.output.splitlines()[:2]
    assert not (root / OLD).exists()
    expected = f"{RECORDS_HEAD}employees:\n{entry('one: two # three')}{entry('four')}loan:\n{entry('five')}"
    assert expected == (root / NEW).read_text("utf-8")
    assert {"acme/employees": 2, "acme/loan": 1} == {
        fact: len(found)
        for fact, found in (read_content(root).content.proofs or {}).items()
    }


def test_what_a_company_has_already_is_kept_and_not_doubled(root: Path) -> None:
    """As after a merge of a branch that was begun when there was one file."""
    (root / NEW).write_text(
        f"{RECORDS_HEAD}loan:\n{entry('five')}{entry('six')}zone:\n{entry('seven')}",
        "utf-8",
    )
    assert ["R010"] == [one.code for one in read_content(root).findings]
    fmt(root)
    expected = (
        f"employees:\n{entry('one: two # three')}{entry('four')}"
        f"loan:\n{entry('five')}{entry('six')}zone:\n{entry('seven')}"
    )
    assert RECORDS_HEAD + expected == (root / NEW).read_text("utf-8")


def test_only_looking_changes_nothing(root: Path) -> None:
    done = fmt(root, "--check")
    assert (1, True, False) == (
        done.exit_code,
        (root / OLD).is_file(),
        (root / NEW).exists(),
    )
    assert (
        f"{root / OLD}:1:1 R010 the records of all companies stand here. Run `dossier fmt`."
        in done.output
    )


def test_proving_asks_for_it_first(root: Path) -> None:
    proved = prove_folder(root, root.parent / "archive")
    assert proved.failed
    assert " R010 " in proved.report
    assert (root / OLD).is_file()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<<<<<<< ours\nacme/loan:\n", "R005 a merge was left unfinished"),
        (f"acme/loan:\n{entry('five')}  what is this\n", ":6 is not as `dossier prove` writes it"),
        ("acme/loan: []\n", ":1 is not as `dossier prove` writes it"),
        (entry("five"), ":1 is not as `dossier prove` writes it"),
        (f"../loan:\n{entry('five')}", ":1 is not as `dossier prove` writes it"),
        (f"con/loan:\n{entry('five')}", "'con/loan' is not the id of a fact"),
        (f"loan:\n{entry('five')}", "'loan' is not the id of a fact"),
    ],
)  # fmt: skip
def test_what_is_not_such_a_file_is_left_alone(root: Path, text: str, told: str) -> None:
    (root / OLD).write_text(text, "utf-8")
    done = fmt(root)
    assert 1 == done.exit_code
    assert told in str(done.exception)
    assert (text, False) == ((root / OLD).read_text("utf-8"), (root / NEW).exists())


def test_nothing_is_written_through_a_link(root: Path, tmp_path: Path) -> None:
    (root / "companies" / "acme").rename(tmp_path / "elsewhere")
    (root / "companies" / "acme").symlink_to(tmp_path / "elsewhere")
    assert "is a symbolic link" in str(fmt(root).exception)
    assert not (tmp_path / "elsewhere" / "proofs.lock.yaml").exists()


def test_a_file_that_was_too_large_to_be_read_is_split(root: Path) -> None:
    """It held all companies, and grew with each."""
    records = [
        Record("annual-report", HASH, "words of a source " * 8, Level.PROVED)
        for _ in range(40)
    ]
    facts = {f"company-{number}/fact": tuple(records) for number in range(1_000)}
    body = "".join(
        render_lock({fact: facts[fact]})
        .removeprefix(RECORDS_HEAD)
        .replace("fact:", f"{fact}:")
        for fact in facts
    )
    (root / OLD).write_text(RECORDS_HEAD + body, "utf-8")
    assert 8_000_000 < (root / OLD).stat().st_size
    assert "company-999" in fmt(root).output
    assert 40_000 == sum(map(len, (read_content(root).content.proofs or {}).values()))
