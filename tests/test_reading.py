"""`dossier read`: what waits for a person, what they say, and how long that holds."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import dossier
from dossier.merge.proofs import prove_claim
from dossier.model.proofs import Level, ProofState, State
from dossier.read import read_content
from dossier.review.comparing import compare_revisions
from dossier.review.data import report_json
from dossier.review.html import report_html
from dossier.review.markdown import markdown
from tests.repositories import Playground
from tests.test_binding import FACT, FACTS, LOCK, folder, proof_codes

__all__ = ["folder"]
READINGS = Path("content/companies/acme/readings.yaml")
READER = ("--by", "Cleo Marsh", "--day", "2025-03-01")


def read(
    monkeypatch: pytest.MonkeyPatch, *answers: str, options: Sequence[str] = READER
) -> Result:
    """Run `dossier read` as a person would, who answers so."""
    monkeypatch.setattr("dossier.commands.sources.is_terminal", lambda: True)
    return CliRunner().invoke(
        dossier, ["read", *options], input="".join(f"{one}\n" for one in answers)
    )


def state() -> State:
    """How much is known of the claim."""
    content = read_content(Path("content")).content
    fact = next(iter(content.facts.values()))
    return prove_claim(fact, fact.claims[0], content).state


def test_a_reader_sees_the_claim_with_its_sentence_and_is_written_down(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = read(monkeypatch, "r")
    assert 0 == done.exit_code
    assert "1 of 1 · acme/new-stores · New stores · words" in done.output
    assert "role: head of design" in done.output
    assert (
        "Ada Reed, head of design, said in May 2024 that it would open 12 stores in Norway in 2025."
        in done.output
    )
    assert "1 of 1 answered, as Cleo Marsh; 0 wait." == done.output.splitlines()[-1]
    text = READINGS.read_text("utf-8")
    assert 'by: "Cleo Marsh"\n    day: 2025-03-01\n' in text
    assert "found: read" in text
    assert Level.READ is state()
    assert not proof_codes()


def test_what_a_reader_finds_wrong_is_an_error_until_it_is_mended(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(monkeypatch, "w")
    assert {"Q018": 1} == proof_codes()
    assert ProofState.WRONG is state()
    FACTS.write_text(
        FACT.replace("role: head of design", "role: head of all design"), "utf-8"
    )
    assert {"Q015": 1, "Q017": 1} == proof_codes()
    CliRunner().invoke(dossier, ["prove"])
    assert "0 of 1 answered" in read(monkeypatch, "l").output.splitlines()[-1]
    assert not proof_codes()


def test_what_is_left_for_later_waits(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "0 of 1 answered, as Cleo Marsh; 1 wait." in read(monkeypatch, "l").output
    assert "1 wait" in read(monkeypatch, "q").output
    assert not READINGS.exists()


CHANGES = [
    ("role: head of design", "role: chief executive"),
    ("stores: 12", "stores: 21"),
    ("quote: open 12 stores", "quote: would open 12 stores"),
    ("supports: [stores, ", "supports: [status, stores, "),
]


@pytest.mark.parametrize(("was", "now"), CHANGES)
def test_a_reading_is_void_as_soon_as_claim_or_words_change(
    folder: Path, monkeypatch: pytest.MonkeyPatch, was: str, now: str
) -> None:
    read(monkeypatch, "r")
    FACTS.write_text(FACT.replace(was, now), "utf-8")
    assert ProofState.UNCHECKED is state()
    CliRunner().invoke(dossier, ["prove"])
    assert Level.READ is not state()


def test_a_reading_survives_proving_laying_out_and_the_loss_of_records_and_texts(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(monkeypatch, "r")
    before = READINGS.read_bytes()
    for command in (["prove"], ["fmt"], ["prove", "--archive", "nowhere"]):
        CliRunner().invoke(dossier, command)
        assert before == READINGS.read_bytes()
    assert Level.READ is state()
    LOCK.unlink()
    Path("archive/paper.txt").unlink()
    CliRunner().invoke(dossier, ["prove"])
    assert before == READINGS.read_bytes()
    assert Level.READ is state()


def test_without_its_text_nothing_can_be_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = read(monkeypatch, "r", options=(*READER, "--archive", "nowhere"))
    assert (
        "0 of 1 answered, as Cleo Marsh; 1 wait. Of 1 the text is not at hand."
        == done.output.splitlines()[-1]
    )


def test_other_tools_are_told_what_waits(folder: Path) -> None:
    listed = CliRunner().invoke(dossier, ["read", "--list"]).output.splitlines()
    assert (
        "content/companies/acme/facts/people.yaml:17:18 acme/new-stores · New stores · words"
        == listed[0]
    )
    assert "1 waits for a reader." == listed[1]
    told = json.loads(CliRunner().invoke(dossier, ["read", "--json"]).output)
    assert [("acme/new-stores", "words", "paper")] == [
        (one["fact"], one["state"], one["source"]) for one in told
    ]
    assert "12 stores" == told[0]["says"]["stores"]
    assert told[0]["sentence"].startswith("Ada Reed, head of design")


def test_no_script_writes_that_a_person_has_read(folder: Path) -> None:
    done = CliRunner().invoke(dossier, ["read", *READER], input="r\n")
    assert 1 == done.exit_code
    assert "this asks a person, at a terminal;" in str(done.exception)
    assert not READINGS.exists()


def test_the_data_of_proving_knows_what_was_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(monkeypatch, "r")
    done = CliRunner().invoke(dossier, ["prove", "--format", "json"])
    assert ["read"] == [one["state"] for one in json.loads(done.stdout)]
    assert "1 quote: 1 read; 0 not checkable." in done.stderr


def test_conflicting_readings_are_kept_side_by_side(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a merge the entries of both sides stand under the fact; the later one is told."""
    read(monkeypatch, "r")
    entry = READINGS.read_text("utf-8").partition("new-stores:\n")[2]
    other = entry.replace("Cleo Marsh", "Dara Finch").replace("2025-03-01", "2025-03-02")
    READINGS.write_text(f"new-stores:\n{entry}{other}", "utf-8")
    assert not proof_codes()
    content = read_content(Path("content")).content
    fact = next(iter(content.facts.values()))
    assert ["Dara Finch"] == [
        one.name for one in prove_claim(fact, fact.claims[0], content).known.readers
    ]


@pytest.mark.parametrize(("reader", "own"), [("Cleo Marsh", False), ("Ada Writer", True)])
def test_a_review_names_each_reader_beside_the_author(
    folder: Path, monkeypatch: pytest.MonkeyPatch, reader: str, own: bool
) -> None:
    """Who reads their own change is told so; no program can check the rest."""
    repository = Playground(folder)
    repository.git("add", ".")
    repository.git("commit", "--quiet", "-m", "before")
    read(monkeypatch, "r", options=("--by", reader, "--day", "2025-03-01"))
    repository.git("add", ".")
    repository.git(
        "commit", "--quiet", "-m", "after", "--author", "Ada Writer <ada@example.org>"
    )
    report = compare_revisions(Path("content"), "HEAD~1", "HEAD")
    assert [(("Ada Writer",), own)] == [
        (line.authors, line.is_own) for line in report.readings
    ]
    text = markdown(report)
    assert "1 reading added" in text
    assert f"`read by {reader} on 2025-03-01`" in text
    assert ("own reading" in text) is own
    assert ("`change by Ada Writer`" in text) is not own
    assert "1 words" in text
    assert "1 read" in text
    assert [own] == [one["own"] for one in json.loads(report_json(report))["readings"]]
    assert f"read by {reader} on 2025-03-01" in report_html(report)
