"""Asking git: revisions are read without touching a file, nothing is followed, and what
cannot be told is said in a line.
"""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import dossier
from dossier.model.errors import DossierError
from dossier.review.comparing import compare_revisions
from tests.helpers import SITES
from tests.repositories import Playground, isolated, place

PROFILE = "companies/acme/facts/profile.yaml"
__all__ = ["isolated", "place"]
pytestmark = pytest.mark.usefixtures("isolated")


def ids(
    place: Playground, base: str, head: str | None = None, merge_base: bool = False
) -> list[str]:
    """The facts that differ."""
    return [
        str(line.change.id)
        for line in compare_revisions(place.content, base, head, merge_base).facts
    ]


def test_two_revisions_are_compared(place: Playground) -> None:
    place.edit(PROFILE, "over 120\n", "over 150\n")
    place.commit("Correct a figure")
    assert ["acme/employees"] == ids(place, "HEAD~1", "HEAD")
    assert [] == ids(place, "HEAD", "HEAD")


def test_without_a_second_revision_the_files_as_they_are_count(place: Playground) -> None:
    place.edit(PROFILE, "over 120\n", "over 150\n")
    assert ["acme/employees"] == ids(place, "HEAD")


def test_what_happened_on_the_other_branch_is_left_out_where_that_is_asked_for(
    place: Playground,
) -> None:
    place.git("branch", "proposal")
    place.edit(PROFILE, "over 120\n", "over 150\n")
    place.commit("Correct a figure on main")
    place.git("checkout", "--quiet", "proposal")
    place.edit("companies/acme/facts/history.yaml", "2014-03\n", "2014-04\n")
    place.commit("Correct a date")
    assert ["acme/employees", "acme/founding"] == ids(place, "main", "HEAD")
    assert ["acme/founding"] == ids(place, "main", "HEAD", merge_base=True)


def test_no_file_is_touched(place: Playground) -> None:
    place.edit(PROFILE, "over 120\n", "over 150\n")
    before = {
        path: path.stat().st_mtime_ns for path in place.root.rglob("*") if path.is_file()
    }
    ids(place, "HEAD")
    assert before == {
        path: path.stat().st_mtime_ns for path in place.root.rglob("*") if path.is_file()
    }


def test_links_and_strange_names_in_a_revision_are_not_followed(
    place: Playground, tmp_path: Path
) -> None:
    """A link in the place of a file is a finding, as on the disk, and what it points at is
    not read.
    """
    (tmp_path / "secret").write_text("---\ntype: webpage\ntitle: Secret\n---\n", "utf-8")
    (place.content / "sources" / "link.md").symlink_to(tmp_path / "secret")
    place.write(
        {
            "sources/-o.md": "---\ntype: webpage\n---\n",
            "sources/a\nb.md": "---\ntype: webpage\n---\n",
        }
    )
    place.commit("Be hostile")
    report = compare_revisions(place.content, "HEAD~1", "HEAD")
    assert [] == [line.id for line in report.records]
    assert ["S006", "S006", "R001"] == [error.code for error in report.head.errors]


def test_a_content_folder_that_was_not_there_held_nothing(place: Playground) -> None:
    shutil.move(place.content, place.root / "other")
    place.commit("Move the content away")
    place.git("mv", "other", "content")
    place.commit("Bring it back")
    assert ["acme/employees", "acme/founding", "acme/loan"] == ids(place, "HEAD~1", "HEAD")


def test_a_repository_of_the_newer_format(tmp_path: Path) -> None:
    place = Playground(tmp_path / "site")
    shutil.rmtree(place.root / ".git")
    place.git("init", "--quiet", "--object-format=sha256", "--initial-branch=main")
    shutil.copytree(SITES / "acme", place.content)
    place.commit("Begin")
    assert ([], []) == (
        ids(place, "HEAD"),
        [*compare_revisions(place.content, "HEAD", None).records],
    )


@pytest.mark.parametrize(
    "revision",
    ["nowhere", "--output=x", "", "HEAD:content", "HEAD^{tree}", "\N{SNOWMAN}"],
)
def test_what_is_no_commit_is_said_in_a_line(place: Playground, revision: str) -> None:
    with pytest.raises(
        DossierError,
        match=r"is no commit of this repository; expected a branch, tag or commit\.$",
    ) as error:
        compare_revisions(place.content, revision, None)
    assert "\n" not in str(error.value)
    assert not (place.root / "x").exists()


def test_two_revisions_in_one_word_are_told_to_be_two(place: Playground) -> None:
    with pytest.raises(
        DossierError, match=r"or commit\. Write two revisions as two words\.$"
    ):
        compare_revisions(place.content, "a..b", None)


def test_a_shallow_clone_is_told_what_to_do(place: Playground, tmp_path: Path) -> None:
    place.commit("Go on")
    place.git("clone", "--quiet", "--depth=1", place.root.as_uri(), str(tmp_path / "clone"))
    with pytest.raises(
        DossierError, match="This clone has no full history: run `git fetch --unshallow`"
    ):
        compare_revisions(tmp_path / "clone" / "content", "HEAD~1", None)


def test_a_folder_outside_of_git_is_said_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(
        DossierError, match="is in no git repository; expected a clone of one"
    ):
        compare_revisions(tmp_path, "HEAD", None)


def test_a_machine_without_git_is_said_in_a_line(
    place: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(DossierError, match="git cannot be run"):
        compare_revisions(place.content, "HEAD", None)


def test_the_command_writes_each_form(place: Playground) -> None:
    place.edit(PROFILE, "over 120\n", "over 150\n")
    wanted = {
        "markdown": "| +25.0% |",
        "json": '"percent": "25.0"',
        "html": '<td class="number">+25.0%</td>',
    }
    for form, text in wanted.items():
        done = CliRunner().invoke(
            dossier, ["diff", "HEAD", "--content", str(place.content), "--format", form]
        )
        assert (0, True) == (done.exit_code, text in done.output)


def test_errors_do_not_keep_the_report_back(place: Playground) -> None:
    """They are in it; to fail for them is the part of `dossier check`."""
    place.edit(PROFILE, "over 120\n", "over 150\n")
    place.edit(PROFILE, "period: 2024", "period: 20l4")
    done = CliRunner().invoke(
        dossier, ["diff", "HEAD", "--content", str(place.content), "--format", "json"]
    )
    assert (0, ["V001"]) == (
        done.exit_code,
        [error["code"] for error in json.loads(done.output)["head"]["errors"]],
    )


def test_a_damaged_copy_is_an_error_and_not_a_tree_without_files(place: Playground) -> None:
    place.edit(PROFILE, "over 120\n", "over 150\n")
    place.commit("Correct a figure")
    tree = place.git("rev-parse", "HEAD~1:content/companies")
    (place.root / ".git/objects" / tree[:2] / tree[2:]).unlink()
    with pytest.raises(DossierError, match=r"^git cannot read the files of [0-9a-f]{10}: "):
        ids(place, "HEAD~1", "HEAD")
