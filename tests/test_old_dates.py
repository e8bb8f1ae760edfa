"""Files with dates of an old form: they are read, `dossier fmt` brings them up, and no
words are lost.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import dossier
from dossier.generate.pipeline import inspect
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.facts import FactId
from dossier.model.proofs import Level, Record
from dossier.prove.lock import render_lock
from dossier.read import read_content
from dossier.render.language.catalogues import ENGLISH
from dossier.render.language.dates import date_markup
from dossier.review.comparing import compare_files
from dossier.review.files import files_of_folder
from dossier.review.history import read_history
from tests.helpers import TESTS, content_folder
from tests.repositories import Playground, isolated, place

__all__ = ["isolated", "place"]
OLD = {
    str(path.relative_to(TESTS / "checks/V008/in")): path.read_text("utf-8")
    for path in (TESTS / "checks/V008/in").rglob("*")
    if path.is_file()
}
HISTORY, LOCK = "companies/acme/facts/history.yaml", "companies/acme/proofs.lock.yaml"
HASH = f"sha256-{'a' * 64}"
FOUNDING = FactId("acme", "founding")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small content folder whose dates are of old forms, with what was once proved of two
    of them.
    """
    proves = {"date": "2014-36~", "period": "[2014-03-09..2014-05]", "what": "26%"}
    record = Record(
        "annual-report", HASH, "founded in March 2014", Level.PROVED, proves=proves
    )
    return content_folder(
        tmp_path, {**OLD, LOCK: render_lock({"acme/founding": (record,)})}
    )


def fmt(root: Path, *options: str) -> Result:
    """Run `dossier fmt`."""
    return CliRunner().invoke(dossier, ["fmt", str(root), *options])


def snapshot(root: Path) -> dict[Path, bytes]:
    """Every file with its bytes."""
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def events(content: Content) -> Iterator[tuple[FactId, PartialDate]]:
    """The dates of all events."""
    for fact in content.every_fact:
        for claim in fact.claims:
            if date := content.properties[fact.property].date_of(claim.value):
                yield fact.id, date


def words(content: Content) -> dict[str, str]:
    """Every date of the claims in words, by fact and key."""
    return {
        f"{fact.id.fact}.{key}": date_markup(date, ENGLISH).striptags()
        for fact in content.every_fact
        for claim in fact.claims
        for key, date in (
            ("period", claim.period),
            ("stated", claim.stated),
            ("checked", claim.checked),
        )
        if date
    } | {
        f"{id.fact}.date": date_markup(date, ENGLISH).striptags()
        for id, date in events(content)
    }


def test_old_files_are_brought_up_and_sound(root: Path) -> None:
    """Each date is told as it was and as it is; a second run has nothing to do."""
    before = words(read_content(root).content)
    done = fmt(root)
    assert 0 == done.exit_code, done.output
    assert "  2014-36~ is now written 2014-36 (late)" in done.output.splitlines()
    assert [] == [one.code for one in inspect(root).findings if one.code.startswith("V")]
    assert before == words(read_content(root).content)
    assert ("late 2014", "between March 2014 and May 2014") == (
        before["founding.date"],
        before["founding.period"],
    )
    assert "Every file is laid out as it should be.\n" == fmt(root).output


def test_words_for_doubt_stand_in_the_record(root: Path) -> None:
    fmt(root)
    text = (root / HISTORY).read_text("utf-8")
    assert "{date: 2014-36, what" in text
    assert (
        "      vague: {stated: [early, uncertain], checked: uncertain, date: late}\n"
        in text
    )
    assert "vague: {issued: uncertain}\n" in (root / "sources/town-paper.md").read_text(
        "utf-8"
    )
    assert "  vague: {issued: about}\n" in (root / "origins.yaml").read_text("utf-8")


def test_records_of_proofs_still_fit(root: Path) -> None:
    """What was proved of a date stays proved, although no text is at hand."""
    fmt(root)
    expected = (
        '    proves: {date: "2014-36 (late)", period: "[2014-03..2014-05]", what: 26%}\n'
    )
    assert expected in (root / LOCK).read_text("utf-8")


def test_only_looking_changes_nothing(root: Path) -> None:
    before = snapshot(root)
    done = fmt(root, "--check")
    assert (1, before) == (done.exit_code, snapshot(root))
    assert "  2014-36~ is to be written 2014-36 (late)" in done.output.splitlines()


def test_a_file_with_another_fault_is_left_as_it_is(root: Path) -> None:
    (root / HISTORY).write_text(
        (root / HISTORY).read_text("utf-8").replace("stated: 2015-33%", "stated: 2015-3"),
        "utf-8",
    )
    before = (root / HISTORY).read_text("utf-8")
    done = fmt(root)
    assert (1, before) == (done.exit_code, (root / HISTORY).read_text("utf-8"))
    assert " V001 " in done.output


def test_bringing_up_is_no_change_of_a_fact(root: Path) -> None:
    """Neither a review nor the history of a fact tells of another date, and the old side
    has no errors.
    """
    before = root.with_name("before")
    shutil.copytree(root, before)
    fmt(root)
    report = compare_files(files_of_folder(before, ""), files_of_folder(root, ""))
    assert ((), ()) == (report.facts, report.base.errors)


@pytest.mark.usefixtures("isolated")
def test_the_history_reads_old_files(place: Playground) -> None:
    place.write({HISTORY: OLD[HISTORY]})
    place.commit("Write of another founding")
    fmt(place.content)
    place.commit("Bring the dates up")
    place.edit(HISTORY, "date: 2014-36,", "date: 2014-39,")
    place.commit("Be less exact")
    versions = read_history(place.content, read_content(place.content).content).facts[
        FOUNDING
    ]
    assert ["Begin", "Write of another founding", "Be less exact"] == [
        version.step.reason for version in versions
    ]
    assert versions[2].change
    parts = [
        (part.before, part.after)
        for claim in versions[2].change.claims
        for part in claim.parts
    ]
    assert [("2014-36 (late)", "2014-39 (late)")] == [
        (str(one), str(other)) for one, other in parts
    ]
