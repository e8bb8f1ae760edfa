"""The workflows are sound: they follow their schema, give nobody more than is needed, and
name what they run exactly.
"""

import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from dossier.workflows import rolling, suggestion
from tests.documents import commands, rows_after
from tests.toolchain import actionlint

ROOT = Path(__file__).parent.parent
GITHUB = ROOT / ".github"
PROGRAMS = Path(sys.executable).parent
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(
    path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config"
)
each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)

RIGHTS: dict[str, dict[str, str]] = {
    "check.yml content": {"contents": "read"},
    "engine.yml code": {"contents": "read"},
    "publish.yml build": {"contents": "read", "pages": "read"},
    "publish.yml attest": {"attestations": "write", "id-token": "write"},
    "publish.yml deploy": {"id-token": "write", "pages": "write"},
    "publish.yml tests": {"contents": "read"},
    "review.yml comment": {"actions": "read", "contents": "read", "pull-requests": "write"},
    "suggestion.yml propose": {
        "contents": "write",
        "issues": "write",
        "pull-requests": "write",
    },
    "suggestion.yml read": {"contents": "read"},
    "weekly.yml links": {"contents": "read", "issues": "write"},
    "weekly.yml stale": {"contents": "read", "issues": "write"},
}
"""What each job may do: the least with which it can. A new right is a line here, and so a
line of a review.
"""
EVENTS = {
    "check.yml": {"pull_request", "push"},
    "engine.yml": {"pull_request", "push"},
    "publish.yml": {"push"},
    "review.yml": {"workflow_run"},
    "suggestion.yml": {"issues"},
    "weekly.yml": {"schedule", "workflow_dispatch"},
}
"""What starts each workflow. `pull_request_target` and comments of strangers start none."""


@pytest.mark.parametrize(
    "command",
    [
        ["check-jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS],
        [
            "check-jsonschema",
            "--builtin-schema",
            "custom.github-workflows-require-timeout",
            *WORKFLOWS,
        ],
        [
            "check-jsonschema",
            "--builtin-schema",
            "vendor.dependabot",
            GITHUB / "dependabot.yml",
        ],
        ["check-jsonschema", "--builtin-schema", "vendor.github-issue-forms", *FORMS],
        [
            "check-jsonschema",
            "--builtin-schema",
            "vendor.github-issue-config",
            GITHUB / "ISSUE_TEMPLATE" / "config.yml",
        ],
        ["zizmor", "--offline", "--no-progress", "--persona=pedantic", GITHUB],
    ],
    ids=["workflows", "timeouts", "dependabot", "forms", "choice of forms", "zizmor"],
)
def test_checker_finds_nothing(command: list[str | Path]) -> None:
    """The schemas hold, and the auditor of workflows has nothing to say."""
    done = subprocess.run(
        [PROGRAMS / command[0], *command[1:]], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_actionlint_finds_nothing() -> None:
    """Expressions, events, inputs and outputs are ones that GitHub knows."""
    assert [] == actionlint(*WORKFLOWS)


def test_actionlint_would_find_something(tmp_path: Path) -> None:
    """It tells a stranger's words in a shell line."""
    bad = tmp_path / "bad.yml"
    job = "{runs-on: ubuntu-24.04, steps: [{run: 'echo ${{ github.event.issue.title }}'}]}"
    bad.write_text(f"on: issues\njobs: {{a: {job}}}\n")
    assert "untrusted" in actionlint(bad)[0]


@each_workflow
def test_every_action_is_a_commit_with_its_version(path: Path) -> None:
    """An action is pinned by a full commit, and a person can see which version that is."""
    for used in re.findall(r"uses: (.*)", path.read_text("utf-8")):
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used)


def test_an_action_has_one_version() -> None:
    """Two workflows that use an action use the same one."""
    used = {
        found
        for path in WORKFLOWS
        for found in re.findall(r"uses: (\S+@\w+ # \S+)", path.read_text("utf-8"))
    }
    assert len(used) == len({one.split("@")[0] for one in used})


def test_every_job_has_its_rights_and_no_others() -> None:
    """Nothing is given to a workflow as a whole, and each job has what the table says."""
    assert [{}] * len(WORKFLOWS) == [parsed(path)["permissions"] for path in WORKFLOWS]
    assert RIGHTS == {
        f"{path.name} {name}": job["permissions"]
        for path in WORKFLOWS
        for name, job in jobs(path)
    }


def test_rights_are_documented() -> None:
    """The table for maintainers has each job, and all that it may write."""
    rows = rows_after((ROOT / "docs" / "maintaining.md").read_text("utf-8"), "rights")
    writes = {
        job: sorted(name for name, right in rights.items() if right == "write")
        for job, rights in RIGHTS.items()
    }
    assert writes == {
        job: [] if told == "nothing" else sorted(told.split(", "))
        for job, _, told, _ in rows
    }


def test_checks_that_can_be_required_are_named() -> None:
    """Maintainers are told the names under which GitHub knows the jobs of the check."""
    text = (ROOT / "docs" / "maintaining.md").read_text("utf-8")
    for _, job in (
        *jobs(GITHUB / "workflows" / "check.yml"),
        *jobs(GITHUB / "workflows" / "engine.yml"),
    ):
        for system in job.get("strategy", {}).get("matrix", {}).get("system", [""]):
            assert f"`{job['name'].replace('${{ matrix.system }}', system)}`" in text


def test_every_workflow_has_its_events_and_no_others() -> None:
    """What a stranger can start has no right to write, or runs nothing of the stranger's."""
    assert EVENTS == {path.name: set(parsed(path)["on"]) for path in WORKFLOWS}


@each_workflow
def test_no_words_of_strangers_reach_a_shell(path: Path) -> None:
    """Scripts have no expressions in them at all: what they need comes through the
    environment or the event's file.
    """
    assert [] == [step["run"] for step in steps(path) if "${{" in step.get("run", "")]


@each_workflow
def test_no_secret_is_used(path: Path) -> None:
    """The token of the run is the only key there is, and only steps that name it have it."""
    text = path.read_text("utf-8")
    assert not re.search(r"\bsecrets\b", text)
    for name, job in jobs(path):
        assert not re.search(r"token", str(job.get("env", "")), re.IGNORECASE), name


@each_workflow
def test_no_checkout_keeps_a_key_or_takes_a_strangers_code(path: Path) -> None:
    """A checkout leaves no key behind, and is of what the event itself stands for."""
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"
            assert not {"ref", "repository"} & set(step["with"])


@each_workflow
def test_every_command_of_a_workflow_is_real(path: Path) -> None:
    """Each `dossier` command and `make` target is one, with options that it has."""
    targets = set(
        re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    )
    for words in command_lines(path):
        if words[0] == "make":
            assert targets >= set(words[1:])
        elif words[0].endswith("bin/dossier"):
            known = {
                option
                for parameter in commands()[words[1]].params
                for option in parameter.opts
            }
            assert known >= {word for word in words[2:] if word.startswith("--")}, words


def test_a_site_installs_nothing_that_only_the_engine_needs() -> None:
    """Every job but those of the engine's own repository takes a build's packages, or the
    checker of links, and no tests.
    """
    for path in WORKFLOWS:
        for name, job in jobs(path):
            text = "\n".join(step.get("run", "") for step in job["steps"])
            taken = set(re.findall(r"\bmake (\w+)|bootstrap\.py (\w+)", text))
            if "is_template" not in job.get("if", ""):
                assert {("site", ""), ("", "site"), ("", "links")} >= taken, (
                    f"{path.name} {name}"
                )
                assert not re.search(r"\b(?:pytest|ruff|mypy|uv|npm|tests)\b", text), (
                    f"{path.name} {name}"
                )


def test_what_is_attested_is_built_with_what_a_build_needs_alone() -> None:
    """No package of the tests is there, and no test runs, where the files are made whose
    hashes are signed.
    """
    publish = GITHUB / "workflows" / "publish.yml"
    scripts = {
        name: [step["run"] for step in job["steps"] if "run" in step]
        for name, job in jobs(publish)
    }
    assert ["make test"] == scripts["tests"]
    assert "python3 tools/bootstrap.py site" == scripts["build"][0]
    assert not [
        script
        for script in scripts["build"][1:]
        if re.search(r"make|pytest|bootstrap|pip", script)
    ]
    assert ["actions/checkout"] == [
        step["uses"].partition("@")[0]
        for step in dict(jobs(publish))["tests"]["steps"][:-1]
    ]


@pytest.mark.parametrize(
    ("event", "ended", "run"),
    [
        # A site: nothing is tested, and all else goes on.
        ({}, {}, ["build", "attest", "deploy"]),
        ({"private": True}, {}, ["build", "deploy"]),
        ({}, {"build": "failure"}, ["build"]),
        ({}, {"attest": "failure"}, ["build", "attest"]),
        # The engine.
        ({"is_template": True}, {}, ["tests", "build", "attest", "deploy"]),
        ({"is_template": True}, {"tests": "failure"}, ["tests"]),
        ({"is_template": True}, {"tests": "cancelled"}, ["tests"]),
    ],
)
def test_a_site_is_published_after_what_has_to_go_well(
    event: dict[str, bool], ended: dict[str, str], run: list[str]
) -> None:
    """Jobs are left out and fail as GitHub says it: which run then is asked of the
    conditions that stand in the file.
    """
    results: dict[str, str] = {}
    for name, job in jobs(GITHUB / "workflows" / "publish.yml"):
        runs = holds(
            job.get("if", ""), {"private": False, "is_template": False} | event, results
        )
        results[name] = ended.get(name, "success") if runs else "skipped"
    assert run == [name for name, result in results.items() if result != "skipped"]


def holds(condition: str, repository: dict[str, bool], results: dict[str, str]) -> bool:
    """Whether a job's condition lets it run, after others that ended so."""
    python = condition.removeprefix("${{").removesuffix("}}").strip() or "True"
    for sign, word in {
        "!=": "≠",
        "!": " not ",
        "≠": "!=",
        "&&": " and ",
        "||": " or ",
    }.items():
        python = python.replace(sign, word)
    needs = SimpleNamespace(
        **{name: SimpleNamespace(result=result) for name, result in results.items()}
    )
    github = SimpleNamespace(
        event=SimpleNamespace(repository=SimpleNamespace(**repository))
    )
    names = {"needs": needs, "github": github, "cancelled": lambda: False}
    return bool(eval(python.strip(), names))  # noqa: S307 -- an expression of our own file


def test_rolling_issues_are_told_of_lists_that_are_made() -> None:
    """Each call names a label that the step makes, and the file that a step before has
    written.
    """
    scripts = [step.get("run", "") for step in steps(GITHUB / "workflows" / "weekly.yml")]
    calls = [
        words[3:]
        for words in command_lines(GITHUB / "workflows" / "weekly.yml")
        if "dossier.workflows.rolling" in words
    ]
    given = [rolling.arguments().parse_args(words) for words in calls]
    assert ["stale-facts", "dead-links"] == [one.label for one in given]
    assert all(f"gh label create {one.label} " in "\n".join(scripts) for one in given)
    assert all(any(script.endswith(f"> {one.list}") for script in scripts) for one in given)


def command_lines(path: Path) -> Iterator[list[str]]:
    """The simple commands of all scripts of a workflow."""
    for step in steps(path):
        for line in step.get("run", "").replace("\\\n", " ").splitlines():
            yield from (
                words
                for part in re.split(r"[|;&]+|\$\(|\)", line)
                if (words := split(part))
            )


def split(part: str) -> list[str]:
    """The words of a command; of a part that a shell would join to another one, none."""
    try:
        return shlex.split(part, comments=True)
    except ValueError:
        return []


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_every_box_of_a_form_has_its_own_id_and_label(path: Path) -> None:
    """An answer can be told from every other one, by its id in an address and by its
    heading in the issue.
    """
    boxes = [box for box in parsed(path)["body"] if box["type"] != "markdown"]
    assert (
        len(boxes)
        == len({box["id"] for box in boxes})
        == len({box["attributes"]["label"] for box in boxes})
    )


def test_the_form_for_corrections_has_the_boxes_that_links_fill_in() -> None:
    """Links on the pages of the site name these ids."""
    boxes = [
        box.get("id")
        for box in parsed(GITHUB / "ISSUE_TEMPLATE" / "correction.yml")["body"]
    ]
    assert {"fact", "current", "commit", "page", "correct", "source", "quote"} == {
        *boxes
    } - {None}


def test_no_form_accepts_itself() -> None:
    """The label that starts the work on a correction is a person's to give."""
    assert not [path.name for path in FORMS if suggestion.LABEL in parsed(path)["labels"]]


def test_addresses_that_are_passed_over_are_expressions_with_reasons() -> None:
    """Each entry of the list for lychee can be read, and stands below its reason."""
    text = (GITHUB / "lychee.toml").read_text("utf-8")
    listed = tomllib.loads(text)["exclude"]
    assert len(listed) == len([re.compile(one) for one in listed])
    assert len(listed) <= text.partition("exclude = [")[2].count("#")


def test_links_are_looked_up_politely() -> None:
    """One request at a time for each host, with a pause, a limit and a name; nothing in a
    private network.
    """
    settings = tomllib.loads((GITHUB / "lychee.toml").read_text("utf-8"))
    assert 1 == settings["host_concurrency"]
    assert {
        "host_request_interval",
        "timeout",
        "max_retries",
        "max_redirects",
        "user_agent",
    } <= set(settings)
    assert settings["exclude_all_private"]


def test_code_owners_own_what_is_there() -> None:
    """Each line is a path of the project and, behind it, accounts or teams."""
    lines = [
        line.split()
        for line in (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines()
        if line and line[0] != "#"
    ]
    assert [] == [path for path, *_ in lines if not (ROOT / path.strip("/")).exists()]
    assert all(
        re.fullmatch(r"@[\w-]+(?:/[\w-]+)?", owner)
        for _, *owners in lines
        for owner in owners
    )


def parsed(path: Path) -> Any:
    """A workflow or form, with every scalar as the text that is written (`on` is a word
    there).
    """
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 -- texts, lists and mappings alone


def jobs(path: Path) -> list[tuple[str, Any]]:
    """The jobs of a workflow by name."""
    return list(parsed(path)["jobs"].items())


def steps(path: Path) -> list[Any]:
    """All steps of a workflow."""
    return [step for _, job in jobs(path) for step in job["steps"]]
