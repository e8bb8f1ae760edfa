"""The ways that the workflows go, with their own scripts: from a form to a pull request,
from a change to its comment.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dossier.workflows import review, suggestion
from tests.helpers import content_folder
from tests.test_suggestions import FACTS, PROFILE, form
from tests.test_workflow_tools import RUN, FakeGitHub
from tests.test_workflows import GITHUB, jobs

ROOT = Path(__file__).parent.parent


def step_of(workflow: str, job: str, name: str) -> Any:
    """One step of a workflow."""
    steps = dict(jobs(GITHUB / "workflows" / f"{workflow}.yml"))[job]["steps"]
    return next(step for step in steps if step.get("name") == name)


SUGGEST = step_of("suggestion", "read", "Make the change that the form asks for")
REPORT = step_of("check", "content", "Tell in facts what changes")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with a small content, what the workflows run in Python, and the program
    where `make` puts it.
    """
    root = tmp_path / "site"
    content_folder(root, {PROFILE: FACTS})
    shutil.copytree(ROOT / "dossier" / "workflows", root / "dossier" / "workflows")
    shutil.copy(ROOT / "dossier" / "__init__.py", root / "dossier")
    (root / ".venv" / "bin").mkdir(parents=True)
    (root / ".venv" / "bin" / "dossier").symlink_to(Path(sys.executable).parent / "dossier")
    for arguments in (
        ["init", "--quiet"],
        ["add", "content"],
        ["commit", "--quiet", "--message=Begin"],
    ):
        git(root, *arguments)
    return root


def git(root: Path, *arguments: str) -> None:
    """Run git as somebody, with no settings of this machine."""
    who = {
        f"GIT_{role}_{part}": "x"
        for role in ("AUTHOR", "COMMITTER")
        for part in ("NAME", "EMAIL")
    }
    environment = (
        os.environ
        | who
        | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    )
    subprocess.run(["git", *arguments], cwd=root, env=environment, check=True)


def run(root: Path, step: Any, **environment: str) -> int:
    """Run a step as the runner does; return its status."""
    given = (
        os.environ
        | step.get("env", {})
        | {"GITHUB_STEP_SUMMARY": str(root.parent / "summary")}
        | environment
    )
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=root,
        env=given,
        check=False,
    )
    return done.returncode


def suggest(root: Path, body: str) -> int:
    """Run the step that reads the form."""
    event = root.parent / "event.json"
    event.write_text(json.dumps({"issue": {"number": 9, "body": body}}), "utf-8")
    return run(root, SUGGEST, GITHUB_EVENT_PATH=str(event))


def proposed(root: Path) -> FakeGitHub:
    """What the job with rights asks of GitHub, made of what the other has left."""
    hub = FakeGitHub()
    suggestion.propose(
        hub,
        suggestion.read_suggestion(root / "suggestion"),
        suggestion.Destination(9, "main", "c0ffee"),
    )
    return hub


def test_a_form_becomes_a_pull_request(checkout: Path) -> None:
    """The changed file and the new source, and nothing else, are in its commit."""
    assert 0 == suggest(checkout, form())
    hub = proposed(checkout)
    blobs = hub.sent[0][2]["tree"]
    assert [
        "content/companies/acme/facts/profile.yaml",
        "content/sources/example-a-new-hall.md",
    ] == [blob["path"] for blob in blobs]
    assert blobs[0]["content"] == (checkout / "content" / PROFILE).read_text("utf-8")
    assert ["git/trees", "git/commits", "git/refs", "pulls", "issues/9/comments"] == [
        path for _, path, _ in hub.sent
    ]


@pytest.mark.parametrize(
    "body",
    [
        "",
        form(correct="many"),
        form(quote="\ud800"),
        form(quote="$(touch pwned) `touch pwned`"),
    ],
)
def test_a_form_that_cannot_be_used_becomes_an_answer(body: str, checkout: Path) -> None:
    """The run ends well, nothing of the form was run, and what is missing is said below it."""
    assert 0 == suggest(checkout, body)
    assert ["issues/9/comments", "issues/9/labels/accepted"] == [
        path for _, path, _ in proposed(checkout).sent
    ]
    assert not list(checkout.rglob("pwned"))


def test_content_that_is_broken_already_stops_the_run(checkout: Path) -> None:
    """Nobody is told that the form is wrong where it is not."""
    (checkout / "content" / PROFILE).write_text("not: [facts")
    assert 0 != suggest(checkout, form())


def test_a_change_becomes_a_comment(checkout: Path) -> None:
    """What the check leaves of a merged pull request is what is commented: under its
    number, what it changes and no more.
    """
    profile = checkout / "content" / PROFILE
    git(checkout, "checkout", "--quiet", "-b", "change")
    profile.write_text(FACTS.replace("over 120\n", "over 150\n"), "utf-8")
    git(checkout, "commit", "--quiet", "--all", "--message=Change")
    git(checkout, "checkout", "--quiet", "-")
    (checkout / "content" / "entities.yaml").open("a").write(
        "\nanother:\n  name: Another\n  kind: place\n"
    )
    git(checkout, "commit", "--quiet", "--all", "--message=Meanwhile")
    git(checkout, "merge", "--quiet", "--no-edit", "change")
    assert 0 == run(checkout, REPORT, NUMBER="12")
    hub = FakeGitHub(data=zipped(checkout / "report"))
    review.comment(RUN, hub)
    said = hub.sent[0][2]["body"]
    assert "`over 120 people` | `over 150 people`" in said
    assert "another" not in said
    assert (checkout / "report" / "report.md").read_text("utf-8") == (
        checkout.parent / "summary"
    ).read_text("utf-8")


def zipped(folder: Path) -> bytes:
    """A folder as an artifact of it is handed over."""
    return Path(shutil.make_archive(str(folder), "zip", folder)).read_bytes()
