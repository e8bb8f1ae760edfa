"""Comment what the checks of a pull request found: the report in facts and the preview, in
one comment that is kept current.

The report was made by a run that a stranger's code may have been part of, so it is data:
bounded, cleaned, and put below our own words. Which pull request it belongs to is taken
from it, and believed only where the trusted event says the same.
"""

import io
import json
import os
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.workflows.github import BOT, GitHub, fitted, harmless

MARKER = "<!-- dossier: report -->"
REPORT, SITE = "report", "site"
"""The artifacts of check.yml."""
MAX_ARCHIVE = (
    1_000_000  # bytes; a report fits a comment, so it has 65,536 characters at most
)
MAX_MEMBER = 400_000
TRUSTED = ("content/",)
"""A pull request that changes nothing else cannot have changed the code that made its
report.
"""


@dataclass(frozen=True)
class RunReport:
    """What the run left."""

    number: int
    text: str


class Unusable(Exception):
    """There is nothing to comment, or it must not be; the text says why."""


def main() -> None:
    """Read the event and comment."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))
    try:
        print(comment(event["workflow_run"], GitHub(os.environ["GITHUB_REPOSITORY"])))
    except Unusable as reason:
        print(f"No comment: {reason}")


def comment(run: Mapping[str, Any], hub: GitHub) -> str:
    """Write or renew the comment about one finished run; return what was done. Raises
    Unusable.
    """
    artifacts = {
        item["name"]: item
        for item in hub.get(f"actions/runs/{run['id']}/artifacts?per_page=100")["artifacts"]
    }
    report = _report(artifacts, hub)
    pull = hub.get(f"pulls/{report.number}")
    _require_same(pull, run)
    body = _body(
        run,
        report,
        artifacts.get(SITE),
        _warning(pull, hub.pages(f"pulls/{report.number}/files?per_page=100")),
    )
    ours = [
        item
        for item in hub.pages(f"issues/{report.number}/comments?per_page=100")
        if _is_ours(item)
    ]
    if ours:
        hub.send("PATCH", f"issues/comments/{ours[0]['id']}", {"body": body})
        return f"The comment on #{report.number} was renewed."
    hub.send("POST", f"issues/{report.number}/comments", {"body": body})
    return f"#{report.number} has a comment now."


def _report(artifacts: Mapping[str, Any], hub: GitHub) -> RunReport:
    found = artifacts.get(REPORT)
    if not found:
        raise Unusable("the run left no report")
    if found["size_in_bytes"] > MAX_ARCHIVE:
        raise Unusable(
            f"the report has {found['size_in_bytes']} bytes, more than {MAX_ARCHIVE}"
        )
    return unpack(hub.download(f"actions/artifacts/{int(found['id'])}/zip"))


def unpack(data: bytes) -> RunReport:
    """The two files of the artifact, read in memory and by their names alone. Raises
    Unusable.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            number, text = (_member(archive, name) for name in ("number", "report.md"))
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise Unusable(f"the report cannot be read: {error}") from error
    if not re.fullmatch(r"[1-9][0-9]{0,8}\n?", number, re.ASCII):
        raise Unusable("its number is none of a pull request")
    return RunReport(int(number), text)


def _member(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as file:
        data = file.read(
            MAX_MEMBER + 1
        )  # what the archive says of the size of a file is the stranger's word
    if len(data) > MAX_MEMBER:
        raise Unusable(f"{name} has more than {MAX_MEMBER} bytes")
    return data.decode("utf-8", errors="replace")


def _require_same(pull: Mapping[str, Any], run: Mapping[str, Any]) -> None:
    """The run was one for the newest commit of this very pull request."""
    head, from_run = pull["head"], (run.get("head_repository") or {}).get("id")
    if pull["state"] != "open":
        raise Unusable("the pull request is closed")
    if not head["repo"] or head["repo"]["id"] != from_run:
        raise Unusable("the run belongs to another repository than the pull request")
    if head["sha"] != run["head_sha"]:
        raise Unusable("the run was for another commit than the newest of the pull request")


def _warning(pull: Mapping[str, Any], files: Sequence[Mapping[str, Any]]) -> str:
    """What a reader must know of the changed files that could have a say in the report;
    nothing, if there are none.

    GitHub's list of them ends at 3,000 files, its count does not: whatever the list does
    not name may be anything.
    """
    names = [
        (item["filename"], item.get("previous_filename") or item["filename"])
        for item in files
    ]
    beyond = sum(not all(name.startswith(TRUSTED) for name in pair) for pair in names)
    if beyond:
        files_beyond = "1 file" if beyond == 1 else f"{beyond} files"
        return _warned(
            f"More than content changes here** ({files_beyond}). Its own code had"
        )
    if len(files) != (count := pull["changed_files"]):
        listed = f"of {count:,} files, GitHub lists {len(files):,}"
        return _warned(
            f"More than content may change here** ({listed}). Its own code may have had"
        )
    return ""


def _warned(words: str) -> str:
    return f"> **{words} a hand in this report, so look at the files themselves."


def _body(
    run: Mapping[str, Any], report: RunReport, site: Mapping[str, Any] | None, warning: str
) -> str:
    passed = (
        "The checks passed."
        if run["conclusion"] == "success"
        else "The checks found something to mend."
    )
    lines = [MARKER, f"**{passed}** [What they said]({run['html_url']})"]
    if site:
        address = f"{run['html_url']}/artifacts/{int(site['id'])}"
        lines += [
            "",
            f"[Preview of the site]({address}): load it, unpack it and open `index.html`.",
        ]
    if warning:
        lines += ["", warning]
    told = fitted(harmless(report.text).strip(), f"[All of them]({run['html_url']})")
    return "\n".join([*lines, "", told, "", f"For commit {run['head_sha'][:12]}."])


def _is_ours(item: Mapping[str, Any]) -> bool:
    return bool(item["user"]["login"] == BOT and item["body"].startswith(MARKER))


if __name__ == "__main__":
    main()
