"""What the workflows write on GitHub: one comment, one issue. Nothing of a stranger's is believed, or shown as it is."""

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from workflows import github, review, rolling
from workflows.github import BOT, GitHub, fitted, harmless

HEAD = "a" * 40
RUN = {"id": 7, "conclusion": "success", "head_sha": HEAD, "head_repository": {"id": 5}, "html_url": "https://gh/runs/7"}
PULL = {"state": "open", "head": {"sha": HEAD, "repo": {"id": 5}}}
TABLE = "## Facts\n\n| was | is |\n| --- | --- |\n| ~~1~~ | **2** |"
NO_NUMBERS = ("", "0", "-1", "12\n13", "١٢", "1e3", "12/../13", "9" * 10)
CONTENT = {"filename": "content/companies/acme/facts/loans.yaml"}


def archive(number: str = "12", report: str = "## Facts\n", names: tuple[str, str] = ("number", "report.md")) -> bytes:
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
    sent: list[tuple[str, str, Mapping[str, Any]]] = field(default_factory=list)

    def get(self, path: str) -> Any:
        """The artifacts of a run, or a pull request."""
        named = enumerate(self.artifacts, 40)
        listed = [{"name": name, "id": id, "size_in_bytes": self.size} for id, name in named]
        return {"artifacts": listed} if "/artifacts" in path else self.pull

    def pages(self, path: str) -> list[Any]:
        """Comments, files or issues."""
        return self.lists.get(path.partition("?")[0].rpartition("/")[2], [CONTENT] if "/files" in path else [])

    def download(self, path: str) -> bytes:
        """The artifact, whatever its id."""
        return self.data

    def send(self, method: str, path: str, body: Mapping[str, Any]) -> Any:
        """Note what would be changed."""
        self.sent.append((method, path, body))
        return {"number": 3}


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
    """Ours is known by its author and its first line; a comment that only says it were ours is left alone."""
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
    """The number must be that of an open pull request whose newest commit the run was for, and the files small and known."""
    with pytest.raises(review.Unusable):
        review.comment(RUN, hub)
    assert [] == hub.sent


@pytest.mark.parametrize(
    "file", [{"filename": "dossier/cli.py"}, {"filename": "content/x.yaml", "previous_filename": "tools/x.yaml"}]
)
def test_a_change_of_code_is_told_above_its_report(file: Mapping[str, str]) -> None:
    """Whoever changes the code of the report can write into the report, and the reader is warned of it."""
    hub = FakeGitHub(lists={"files": [CONTENT, file]})
    review.comment(RUN, hub)
    said = hub.sent[0][2]["body"]
    assert 0 < said.index("**More than content changes here** (1 file).") < said.index("## Facts")


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
    """No mention, no link to a thread, no picture, no HTML, nothing that hides; Markdown stays what it is."""
    assert shown == harmless(written)


def test_a_long_report_is_cut_at_a_line_and_counted() -> None:
    """The tail is counted, not cut silently, and the whole fits GitHub's limit."""
    told = fitted("x" * 99 + "\n" + ("y" * 99 + "\n") * 700, "See the run.")
    assert len(told) < github.MAX_BODY
    assert told.endswith("y\n\n… and 102 more lines. See the run.")


def test_an_issue_is_opened_for_a_list_and_renewed_after() -> None:
    """One issue, however often the list changes; one that was closed is opened again."""
    first = FakeGitHub()
    rolling.keep(first, "stale-facts", "Stale", "Look again.", "- a\n")
    assert [("POST", "issues", {"title": "Stale", "body": "Look again.\n\n- a", "labels": ["stale-facts"]})] == first.sent
    later = FakeGitHub(lists={"issues": [by(BOT, "", 4) | {"state": "closed"}]})
    rolling.keep(later, "stale-facts", "Stale", "Look again.", "- b\n")
    assert [("PATCH", "issues/4", {"title": "Stale", "body": "Look again.\n\n- b", "state": "open"})] == later.sent


@pytest.mark.parametrize(
    ("issues", "sent"),
    [
        ([], []),
        ([by(BOT, "", 4)], [("PATCH", "issues/4", {"state": "closed", "state_reason": "completed"})]),
        ([by(BOT, "", 4) | {"state": "closed"}], []),
        ([by("somebody", "", 4)], []),
        ([by(BOT, "", 4) | {"pull_request": {}}], []),
    ],
)
def test_an_empty_list_closes_our_issue_and_no_other(issues: list[Any], sent: list[Any]) -> None:
    """Nothing is left to do, so the issue goes; somebody else's with the same label stays."""
    hub = FakeGitHub(lists={"issues": issues})
    rolling.keep(hub, "stale-facts", "Stale", "Look again.", "\n")
    assert sent == hub.sent


def test_github_is_asked_through_its_own_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths and bodies are arguments and standard input of `gh`, never part of a shell line."""
    calls: list[Any] = []

    def run(command: list[str], **options: Any) -> Any:
        calls.append((command, options["input"]))
        return type("Done", (), {"stdout": b'[[{"id": 1}], [{"id": 2}]]'})

    monkeypatch.setattr("subprocess.run", run)
    hub = GitHub("owner/site")
    assert [{"id": 1}, {"id": 2}] == hub.pages("issues")
    hub.send("POST", "issues", {"title": "`$(id)`"})
    assert ["gh", "api", "repos/owner/site/issues", "--method", "POST", "--input", "-"] == calls[1][0]
    assert {"title": "`$(id)`"} == json.loads(calls[1][1])
