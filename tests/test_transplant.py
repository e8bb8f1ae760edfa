"""Nobody but the content knows whose site it is: with another company's, all passes, and
nothing of the old one is told.
"""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.render.site.links import CHANGES_FEED
from tests.builds import BIN, ROOT, build, run
from tests.test_workflows import GITHUB, jobs
from tests.transplant import REASON, git, here, transplant

ADDRESS = "https://example.org/tiles"
NAME = re.compile(r"^\+(?:name|also_known_as): (.+)$", re.MULTILINE)
ALONE = re.compile(
    r"\.venv/bin/dossier (?!links --dead)|python3 -m dossier\.workflows\.sums"
)
"""Scripts that ask nothing of GitHub and need nothing that a step of another kind has left.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone with another company's content, and the program where `make` puts it."""
    site = transplant(tmp_path_factory.mktemp("elsewhere"))
    (site / ".venv" / "bin").mkdir(parents=True)
    (site / ".venv" / "bin" / "dossier").symlink_to(BIN / "dossier")
    return site


def test_only_content_and_the_schema_of_the_site_are_other(site: Path) -> None:
    written = [
        name
        for name in git(site, "diff", "--name-only", "HEAD~1").split()
        if not name.startswith("content/")
    ]
    changed_here = git(
        ROOT, "status", "--porcelain", "--untracked-files=all", "--no-renames"
    ).splitlines()
    assert {*written} <= {"schema/site.json", *(line[3:] for line in changed_here)}


@pytest.mark.parametrize(
    "command", ["check", "fmt --check", "schema --check", "stale", "links"]
)
def test_the_commands_of_a_site_pass(site: Path, command: str) -> None:
    done = run(site, "dossier", *command.split(), env=here(site))
    assert done.returncode == 0, done.stdout + done.stderr


def scripts() -> Iterator[tuple[str, str]]:
    """What the jobs of a site run by themselves, in the order in which it stands."""
    for workflow in ("check", "publish", "weekly"):
        for job, told in jobs(GITHUB / "workflows" / f"{workflow}.yml"):
            yield from (
                (f"{workflow} {job}", step["run"])
                for step in told["steps"]
                if ALONE.match(step.get("run", ""))
            )


def test_the_scripts_of_the_workflows_pass(site: Path, tmp_path: Path) -> None:
    """Those of forms and reports are followed by test_workflow_paths.py."""
    written = {
        name: str(tmp_path / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")
    }
    environment = os.environ | here(site) | written | {"SITEURL": ADDRESS}
    for job, script in scripts():
        command = ["bash", "-e", "-o", "pipefail", "-c", script]
        done = subprocess.run(
            command, cwd=site, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, job + done.stdout + done.stderr
    assert {"check content", "publish build", "weekly stale", "weekly links"} == {
        job for job, _ in scripts()
    }


def names_before(site: Path) -> set[str]:
    """The ids and names of all companies that the repository has ever had, but for what the
    content says now.
    """
    log = git(site, "log", "--format=", "--name-only", "--", "content/companies")
    ids = {line.split("/")[2] for line in log.splitlines() if line.count("/") > 2}
    told = git(
        site, "log", "--format=", "-p", "--", ":(glob)content/companies/*/company.yaml"
    )
    names = {
        name.strip("\"' ")
        for found in NAME.findall(told)
        for name in found.strip("[]").split(",")
    }
    now = " ".join(
        path.read_text("utf-8") for path in (site / "content").rglob("*.yaml")
    ).lower()
    return {name for name in ids | names if name and name.lower() not in now}


def test_the_names_of_those_before_are_known(site: Path) -> None:
    companies = {
        path.parent.name for path in (ROOT / "content" / "companies").glob("*/company.yaml")
    }
    assert companies - {"wessel"} <= names_before(site)


def test_its_pages_and_feeds_begin_with_itself(site: Path) -> None:
    """Nothing that a reader or a program is given tells of a company that was there before."""
    built = build(
        site,
        "--settings",
        "publishconf.py",
        "--output",
        "elsewhere",
        env=here(site) | {"SITEURL": ADDRESS},
    )
    assert built.returncode == 0, built.stderr
    files = [
        path
        for path in (site / "elsewhere").rglob("*")
        if path.suffix in (".html", ".xml", ".json", ".txt", ".js")
    ]
    texts = {
        path.relative_to(site / "elsewhere").as_posix(): path.read_text("utf-8")
        for path in files
    }
    assert all(
        REASON in texts[name] for name in ("changes/index.html", CHANGES_FEED, "index.html")
    )
    gone = "|".join(rf"\b{re.escape(name)}\b" for name in sorted(names_before(site)))
    word = re.compile(gone or r"(?!)", re.IGNORECASE)
    assert {} == {
        name: found[0] for name, text in texts.items() if (found := word.search(text))
    }
