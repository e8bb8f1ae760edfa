"""The date that ages are counted to: given, or the last commit's, or the content's own;
never today.
"""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from dossier.generate.dates import reference_date
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.errors import DossierError
from dossier.model.sources import Source, SourceType

NOBODY = ("-c", "user.name=x", "-c", "user.email=x@example.org")
SOURCE = Source(
    "paper",
    SourceType.NEWS,
    issued=PartialDate.parse("2024-05"),
    accessed=PartialDate.parse("2024-06-03/.."),
)


@pytest.fixture(autouse=True)
def _without_a_given_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def test_without_history_it_is_the_newest_day_of_the_content(tmp_path: Path) -> None:
    assert date(2024, 5, 31) == reference_date(tmp_path, Content(sources={"paper": SOURCE}))


def test_it_is_the_day_of_the_last_commit_in_utc(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2025-03-01T01:00:00+0300")
    for command in (("init", "-q"), (*NOBODY, "commit", "-q", "--allow-empty", "-m", "x")):
        subprocess.run(["git", "-C", tmp_path, *command], check=True)
    assert date(2025, 2, 28) == reference_date(tmp_path, Content())


def test_a_given_date_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert date(1970, 1, 2) == reference_date(tmp_path, Content(sources={"paper": SOURCE}))


@pytest.mark.parametrize("given", ["today", "-1", "1e9", "9" * 30, "253402300800"])
def test_a_given_date_that_is_none_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    with pytest.raises(
        DossierError, match=rf"^SOURCE_DATE_EPOCH is '{given}'; expected seconds since 1970"
    ):
        reference_date(tmp_path, Content())


def test_how_a_machine_has_set_up_git_makes_no_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2025-03-01T01:00:00+0000")
    odd = (
        ("config", "i18n.logOutputEncoding", "utf-16"),
        ("config", "log.showSignature", "true"),
    )
    for command in (
        ("init", "-q"),
        (*NOBODY, "commit", "-q", "--allow-empty", "-m", "x"),
        *odd,
    ):
        subprocess.run(["git", "-C", tmp_path, *command], check=True)
    assert date(2025, 3, 1) == reference_date(tmp_path, Content())
