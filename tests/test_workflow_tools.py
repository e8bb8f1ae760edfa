"""What the workflows write on GitHub: one comment, one issue. Nothing of a stranger's is
believed, or shown as it is.
"""

import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from dossier.workflows import github, review, rolling, suggestion
from dossier.workflows.github import BOT, GitHub, fitted, harmless
from tests.test_workflows import GITHUB, jobs

ROOT = Path(__file__).parent.parent
HEAD = "a" * 40
RUN = {
    "id": 7,
    "conclusion": "success",
    "head_sha": HEAD,
    "head_repository": {"id": 5},
    "html_url": "https://gh/runs/7",
}
PULL = {"state": "open", "changed_files": 1, "head": {"sha": HEAD, "repo": {"id": 5}}}
TABLE = "## Facts\n\n| was | is |\n| --- | --- |\n| ~~1~~ | **2** |"
NO_NUMBERS = ("", "0", "-1", "12\n13", "١٢", "1e3", "12/../13", "9" * 10)
CONTENT = {"filename": "content/companies/acme/facts/loans.yaml"}


def archive(
    number: str = "12",
    report: str = "## Facts\n",
    names: tuple[str, str] = ("number", "report.md"),
) -> bytes:
    """The artifact as GitHub hands it over."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in zip(names, (number, report), strict=True):
            made.writestr(name, text)
    return buffer.getvalue()


@dataclass(frozen=True)
class FakeGitHub(GitHub):
    """A repository that answers from a table and notes what is changed."""

    repository: str = "owner/site"
    pull: Mapping[str, Any] = field(default_factory=lambda: PULL)
    data: bytes = field(default_factory=archive)
    lists: Mapping[str, list[Any]] = field(default_factory=dict)
    artifacts: tuple[str, ...] = ("report", "site")
    size: int = 900
    forbidden: tuple[tuple[str, str], ...] = ()
    sent: list[tuple[str, str, Mapping[str, Any]]] = field(default_factory=list)

    def get(self, path: str) -> Any:
        """The artifacts of a run, the refs, commits or pull requests."""
        if path.startswith("git/commits/"):
            return {"tree": {"sha": "tree0"}}
        if path.startswith(("git/matching-refs/", "pulls?")):
            return self.lists.get(path.partition("/")[0].partition("?")[0], [])
        named = enumerate(self.artifacts, 40)
        listed = [
            {"name": name, "id": id, "size_in_bytes": self.size} for id, name in named
        ]
        return {"artifacts": listed} if "/artifacts" in path else self.pull

    def pages(self, path: str) -> list[Any]:
        """Comments, files or issues."""
        return self.lists.get(
            path.partition("?")[0].rpartition("/")[2], [CONTENT] if "/files" in path else []
        )

    def download(self, path: str) -> bytes:
        """The artifact, whatever its id."""
        return self.data

    def send(self, method: str, path: str, body: Mapping[str, Any]) -> Any:
        """Note what would be changed."""
        self.sent.append((method, path, body))
        if (method, path) in self.forbidden:
            raise subprocess.CalledProcessError(1, "gh")
        return {"number": 3, "sha": f"sha of {path}"}


def by(login: str, body: str, id: int = 1) -> dict[str, Any]:
    """A comment or an issue of somebody's."""
    return {"id": id, "number": id, "user": {"login": login}, "body": body, "state": "open"}


def test_a_pull_request_gets_one_comment_with_its_report_and_preview() -> None:
    """The first run comments: what the checks said, where the preview is, and the report."""
    hub = FakeGitHub()
    review.comment(RUN, hub)
    ((method, path, body),) = hub.sent
    assert ("POST", "issues/12/comments") == (method, path)
    assert body["body"].splitlines() == [
        review.MARKER,
        "**The checks passed.** [What they said](https://gh/runs/7)",
        "",
        "[Preview of the site](https://gh/runs/7/artifacts/41): load it, unpack it and open `index.html`.",
        "",
        "## Facts",
        "",
        "For commit aaaaaaaaaaaa.",
    ]


def test_the_next_run_renews_the_comment() -> None:
    """Ours is known by its author and its first line; a comment that only says it were ours
    is left alone.
    """
    forged, ours = by("mallory", review.MARKER), by(BOT, f"{review.MARKER}\nold", 8)
    hub = FakeGitHub(lists={"comments": [forged, by(BOT, "of another workflow", 2), ours]})
    review.comment(RUN, hub)
    assert [("PATCH", "issues/comments/8")] == [sent[:2] for sent in hub.sent]


@pytest.mark.parametrize(
    "hub",
    [
        FakeGitHub(pull=PULL | {"state": "closed"}),
        FakeGitHub(pull=PULL | {"head": {"sha": HEAD, "repo": {"id": 6}}}),
        FakeGitHub(pull=PULL | {"head": {"sha": HEAD, "repo": None}}),
        FakeGitHub(pull=PULL | {"head": {"sha": "b" * 40, "repo": {"id": 5}}}),
        FakeGitHub(artifacts=("site",)),
        FakeGitHub(size=review.MAX_ARCHIVE + 1),
        FakeGitHub(data=b"no archive"),
        FakeGitHub(data=archive(names=("../number", "report.md"))),
        FakeGitHub(data=archive(report="x" * (review.MAX_MEMBER + 1))),
        *(FakeGitHub(data=archive(number=number)) for number in NO_NUMBERS),
    ],
)
def test_a_report_that_cannot_be_believed_is_not_commented(hub: FakeGitHub) -> None:
    """The number must be that of an open pull request whose newest commit the run was for,
    and the files small and known.
    """
    with pytest.raises(review.Unusable):
        review.comment(RUN, hub)
    assert [] == hub.sent


@pytest.mark.parametrize(
    "file",
    [
        {"filename": "dossier/cli.py"},
        {"filename": "content/x.yaml", "previous_filename": "tools/x.yaml"},
    ],
)
def test_a_change_of_code_is_told_above_its_report(file: Mapping[str, str]) -> None:
    """Whoever changes the code of the report can write into the report, and the reader is
    warned of it.
    """
    hub = FakeGitHub(lists={"files": [CONTENT, file]}, pull=PULL | {"changed_files": 2})
    review.comment(RUN, hub)
    said = hub.sent[0][2]["body"]
    assert (
        0
        < said.index("**More than content changes here** (1 file).")
        < said.index("## Facts")
    )


@pytest.mark.parametrize(("count", "listed"), [(3_412, 3_000), (2, 1), (1, 0)])
def test_files_that_github_does_not_list_are_told_above_the_report(
    count: int, listed: int
) -> None:
    """Its list ends at 3,000 files: the code that writes the report may be the next one."""
    hub = FakeGitHub(
        lists={"files": [CONTENT] * listed}, pull=PULL | {"changed_files": count}
    )
    review.comment(RUN, hub)
    said = hub.sent[0][2]["body"]
    warning = f"> **More than content may change here** (of {count:,} files, GitHub lists {listed:,}). Its own code may have"
    assert 0 < said.index(warning) < said.index("## Facts")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("hello @everyone", "hello @\u200beveryone"),
        ("fixes #1 and owner/site#2", "fixes #\u200b1 and owner/site#\u200b2"),
        ("![](https://evil.example/pixel)", "!\u200b[](https://evil.example/pixel)"),
        ("<img src=x onerror=y>", "&lt;img src=x onerror=y>"),
        ("<!-- hidden -->", "&lt;!-- hidden -->"),
        ("<details><summary>More</summary>", "<details><summary>More</summary>"),
        ("<details open onclick=x>", "&lt;details open onclick=x>"),
        ("380\u202e billion\x07", "380 billion"),
        (TABLE, TABLE),
    ],
)
def test_a_strangers_text_is_made_harmless(written: str, shown: str) -> None:
    """No mention, no link to a thread, no picture, no HTML, nothing that hides; Markdown
    stays what it is.
    """
    assert shown == harmless(written)


def test_a_long_report_is_cut_at_a_line_and_counted() -> None:
    """The tail is counted, not cut silently, and the whole fits GitHub's limit."""
    told = fitted(("y" * 99 + "\n") * 700, "See the run.")
    assert told.endswith("y\n\n… and 81 more lines. See the run.")
    assert len(told) < github.MAX_BODY
    assert len(fitted("😀\n" * 40_000, "").encode("utf-16-le")) < 2 * github.MAX_BODY


def test_an_issue_is_opened_for_a_list_and_renewed_after() -> None:
    """One issue, however often the list changes; one that was closed is opened again."""
    first = FakeGitHub()
    rolling.keep(first, "stale-facts", "Stale", "Look again.", "- a\n")
    assert [
        (
            "POST",
            "issues",
            {"title": "Stale", "body": "Look again.\n\n- a", "labels": ["stale-facts"]},
        )
    ] == first.sent
    later = FakeGitHub(lists={"issues": [by(BOT, "", 4) | {"state": "closed"}]})
    rolling.keep(later, "stale-facts", "Stale", "Look again.", "- b\n")
    assert [
        (
            "PATCH",
            "issues/4",
            {"title": "Stale", "body": "Look again.\n\n- b", "state": "open"},
        )
    ] == later.sent


@pytest.mark.parametrize(
    ("issues", "sent"),
    [
        ([], []),
        (
            [by(BOT, "", 4)],
            [("PATCH", "issues/4", {"state": "closed", "state_reason": "completed"})],
        ),
        ([by(BOT, "", 4) | {"state": "closed"}], []),
        ([by("somebody", "", 4)], []),
        ([by(BOT, "", 4) | {"pull_request": {}}], []),
    ],
)
def test_an_empty_list_closes_our_issue_and_no_other(
    issues: list[Any], sent: list[Any]
) -> None:
    """Nothing is left to do, so the issue goes; somebody else's with the same label stays."""
    hub = FakeGitHub(lists={"issues": issues})
    rolling.keep(hub, "stale-facts", "Stale", "Look again.", "\n")
    assert sent == hub.sent


FACTS = "content/companies/acme/facts/loans.yaml"
FOUND = suggestion.Suggestion(
    "Correct acme/loan\n\n- Its words: `@all`\n", {FACTS: "loan: {}\n"}
)
PLACE = suggestion.Destination(9, "main", "c0ffee")


def test_a_change_becomes_one_commit_on_a_branch_and_a_pull_request() -> None:
    """A tree on the commit that was read, a commit, a branch, the pull request, and word
    below the form.
    """
    hub = FakeGitHub()
    suggestion.propose(hub, FOUND, PLACE)
    blob = {"path": FACTS, "mode": "100644", "type": "blob", "content": "loan: {}\n"}
    message = "Correct acme/loan\n\nSuggested in #9."
    text = "- Its words: `@\u200ball`\n\nCloses #9, where it was suggested."
    assert [
        ("POST", "git/trees", {"base_tree": "tree0", "tree": [blob]}),
        (
            "POST",
            "git/commits",
            {"message": message, "tree": "sha of git/trees", "parents": ["c0ffee"]},
        ),
        (
            "POST",
            "git/refs",
            {"ref": "refs/heads/suggestion-9", "sha": "sha of git/commits"},
        ),
        (
            "POST",
            "pulls",
            {
                "title": "Correct acme/loan",
                "body": text,
                "head": "suggestion-9",
                "base": "main",
            },
        ),
        ("POST", "issues/9/comments", {"body": f"{suggestion.MARKER}\nProposed as #3."}),
    ] == hub.sent


def test_a_form_that_is_tried_again_has_the_same_branch_and_pull_request() -> None:
    """Neither branches nor pull requests nor answers pile up."""
    there = [{"ref": "refs/heads/suggestion-9"}]
    hub = FakeGitHub(
        lists={
            "git": there,
            "pulls": [{"number": 4}],
            "comments": [by(BOT, suggestion.MARKER, 8)],
        }
    )
    suggestion.propose(hub, FOUND, PLACE)
    assert [
        ("PATCH", "git/refs/heads/suggestion-9"),
        ("PATCH", "pulls/4"),
        ("PATCH", "issues/comments/8"),
    ] == [sent[:2] for sent in hub.sent[2:]]


def test_where_workflows_may_open_no_pull_requests_a_person_is_led_to_it() -> None:
    """The branch is there, and the answer links to the page that opens its pull request."""
    hub = FakeGitHub(forbidden=(("POST", "pulls"),))
    suggestion.propose(hub, FOUND, PLACE)
    said = hub.sent[-1][2]["body"]
    assert (
        "[Open the pull request](https://github.com/owner/site/compare/main...suggestion-9?expand=1)"
        in said
    )


def test_a_form_that_cannot_be_used_is_answered_and_loses_its_label() -> None:
    """So that the label can be given again once the form has been mended."""
    hub = FakeGitHub()
    suggestion.propose(
        hub,
        suggestion.Suggestion("This form cannot become a change yet:\n\n- No.", {}),
        PLACE,
    )
    answer = {
        "body": f"{suggestion.MARKER}\nThis form cannot become a change yet:\n\n- No."
    }
    assert [
        ("POST", "issues/9/comments", answer),
        ("DELETE", "issues/9/labels/accepted", {}),
    ] == hub.sent


@pytest.mark.parametrize(
    "name",
    [
        ".github/workflows/check.yml",
        "content/companies/acme/facts/loans.yml",
        "content/companies/acme/facts/..yaml",
        "content/companies/acme/company.yaml",
        "content/sources/Report.md",
        "content/sources/report.md\n",
        "dossier/cli.py",
        "pelicanconf.py",
    ],
)
def test_a_correction_changes_facts_and_sources_alone(name: str, tmp_path: Path) -> None:
    """Whatever the job without rights leaves, the one with rights takes nothing else."""
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("x")
    (tmp_path / "outcome.md").write_text("Correct")
    with pytest.raises(ValueError, match="no correction changes"):
        suggestion.read_suggestion(tmp_path)


def test_a_link_a_large_file_and_a_third_file_are_no_correction(tmp_path: Path) -> None:
    """Only small regular files are read, and no more than a correction can have."""
    (tmp_path / "content" / "sources").mkdir(parents=True)
    (tmp_path / "outcome.md").symlink_to("/etc/passwd")
    with pytest.raises(ValueError, match="is a link"):
        suggestion.read_suggestion(tmp_path)
    (tmp_path / "outcome.md").unlink()
    (tmp_path / "outcome.md").write_text("x" * (suggestion.MAX_BYTES + 1))
    with pytest.raises(ValueError, match="larger than"):
        suggestion.read_suggestion(tmp_path)
    for name in (
        "outcome.md",
        "content/sources/a.md",
        "content/sources/b.md",
        "content/sources/c.md",
    ):
        (tmp_path / name).write_text("x")
    with pytest.raises(ValueError, match="3 files"):
        suggestion.read_suggestion(tmp_path)


def test_github_is_asked_through_its_own_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths and bodies are arguments and standard input of `gh`, never part of a shell
    line.
    """
    calls: list[Any] = []

    def run(command: list[str], **options: Any) -> Any:
        calls.append((command, options["input"]))
        return type("Done", (), {"stdout": b'[[{"id": 1}], [{"id": 2}]]'})

    monkeypatch.setattr("subprocess.run", run)
    hub = GitHub("owner/site")
    assert [{"id": 1}, {"id": 2}] == hub.pages("issues")
    hub.send("POST", "issues", {"title": "`$(id)`"})
    assert [
        "gh",
        "api",
        "repos/owner/site/issues",
        "--method",
        "POST",
        "--input",
        "-",
    ] == calls[1][0]
    assert {"title": "`$(id)`"} == json.loads(calls[1][1])


FAKE_GH = """#!{python}
import json, sys
from pathlib import Path
path = sys.argv[2]
answers = json.loads(Path({answers!r}).read_text())
with Path({log!r}).open("a") as log:
    print(path, *sys.argv[3:], file=log)
if path.endswith("/zip"):
    sys.stdout.buffer.write(bytes.fromhex(answers["zip"]))
else:
    print(json.dumps(next((answer for start, answer in answers.items() if path.startswith(start)), {{}})))
"""


def test_the_comment_is_made_as_the_workflow_makes_it(tmp_path: Path) -> None:
    """The step, run with a `gh` that answers from a file, asks for what it needs and
    comments once.
    """
    base, event, log = "repos/owner/site", tmp_path / "event.json", tmp_path / "log"
    event.write_text(json.dumps({"workflow_run": RUN}), "utf-8")
    found = {"artifacts": [{"name": "report", "id": 1, "size_in_bytes": 9}]}
    answers = {
        f"{base}/actions/runs/7/artifacts": found,
        f"{base}/pulls/12/files": [[CONTENT]],
        f"{base}/pulls/12": PULL,
        f"{base}/issues/12/comments?": [[]],
        "zip": archive().hex(),
    }
    (tmp_path / "answers").write_text(json.dumps(answers), "utf-8")
    gh = tmp_path / "gh"
    gh.write_text(
        FAKE_GH.format(
            python=sys.executable, answers=str(tmp_path / "answers"), log=str(log)
        ),
        "utf-8",
    )
    gh.chmod(0o755)
    step = dict(jobs(GITHUB / "workflows" / "review.yml"))["comment"]["steps"][-1]
    environment = os.environ | step["env"] | {
        "PATH": f"{tmp_path}:{os.environ['PATH']}", "GITHUB_EVENT_PATH": str(event), "GITHUB_REPOSITORY": "owner/site",
    }  # fmt: skip
    script = ["bash", "-e", "-c", step["run"]]
    done = subprocess.run(
        script, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert "#12 has a comment now.\n" == done.stdout, done.stderr
    assert (
        f"{base}/issues/12/comments --method POST --input -"
        == log.read_text("utf-8").splitlines()[-1]
    )


def test_the_list_of_hashes_has_every_file_that_is_published(tmp_path: Path) -> None:
    """In order, without hidden files and itself; what is printed is the hash of the list."""
    for name in (
        "index.html",
        "b/é ü.html",
        "a/index.html",
        ".dossier",
        ".git/config",
        "SHA256SUMS",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    command: list[str | Path] = [
        sys.executable,
        ROOT / "dossier" / "workflows" / "sums.py",
        tmp_path,
    ]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    listed = (tmp_path / "SHA256SUMS").read_bytes()
    assert f"digest=sha256:{hashlib.sha256(listed).hexdigest()}\n" == said
    names = ["a/index.html", "b/é ü.html", "index.html"]
    assert [
        f"{hashlib.sha256(name.encode()).hexdigest()}  {name}" for name in names
    ] == listed.decode().splitlines()
