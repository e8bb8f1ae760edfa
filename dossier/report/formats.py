"""The formats of `dossier check`, by name. The one for GitHub Actions asks what the runner
tells a step.
"""

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from dossier.model.findings import Confirmed, Finding
from dossier.report.data import findings_json
from dossier.report.escapes import order_data
from dossier.report.github import SUMMARY_BYTES, Checkout, annotations, job_summary
from dossier.report.ranking import ranked
from dossier.report.sarif import findings_sarif
from dossier.report.text import brief, confirmed_lines, near, report, whole


class Format(Protocol):
    """A way to tell findings, and the warnings that are confirmed."""

    def __call__(
        self, findings: Sequence[Finding], root: Path, confirmed: Sequence[Confirmed] = ()
    ) -> str:
        """The whole text."""
        ...


def for_people(
    findings: Sequence[Finding], root: Path, confirmed: Sequence[Confirmed] = ()
) -> str:
    """The first findings of each code, and how many warnings are confirmed."""
    return "\n".join(
        [brief(findings, root), *confirmed_lines(confirmed, root, listed=False)]
    )


def for_whoever_wants_all(
    findings: Sequence[Finding], root: Path, confirmed: Sequence[Confirmed] = ()
) -> str:
    """Every finding, and every warning that is confirmed."""
    return "\n".join(
        [whole(findings, root), *confirmed_lines(confirmed, root, listed=True)]
    )


def for_scanners(
    findings: Sequence[Finding], root: Path, confirmed: Sequence[Confirmed] = ()
) -> str:
    """The findings alone: a service would open an alert for what is confirmed, too."""
    return findings_sarif(findings, root)


def for_github(
    findings: Sequence[Finding], root: Path, confirmed: Sequence[Confirmed] = ()
) -> str:
    """Annotations for the gravest findings, and all of them as text; the job's summary gets
    the whole list.
    """
    listed = ranked(findings, changed_files(root))
    checkout = Checkout(near(root), _blob())
    log = report(findings, root), *confirmed_lines(confirmed, root, listed=False)
    return "\n".join(
        [*annotations(listed, root, checkout), *_summarise(listed, checkout), *log]
    )


FORMATS: Mapping[str, Format] = {
    "text": for_people,
    "json": findings_json,
    "github": for_github,
    "sarif": for_scanners,
}
"""How findings can be told."""
WHOLE: Mapping[str, Format] = {**FORMATS, "text": for_whoever_wants_all}
"""The same with every finding. What programs read has every one in any case."""


def changed_files(root: Path) -> frozenset[str]:
    """The files below the content folder that the pull request at hand changes; none where
    there is no such thing.
    """
    base = base_commit()
    if not base:
        return frozenset()
    command = [
        "git",
        "-C",
        str(root),
        "diff",
        "--name-only",
        "-z",
        "--relative",
        f"{base}...HEAD",
    ]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return frozenset()
    return frozenset(os.fsdecode(name) for name in done.stdout.split(b"\0") if name)


def base_commit() -> str:
    """The commit that the pull request starts from, by the event that the runner has
    written down.
    """
    try:
        event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_bytes())
        commit = event["pull_request"]["base"]["sha"]
    except (KeyError, TypeError, OSError, ValueError):
        return ""
    return commit if isinstance(commit, str) and commit.isalnum() else ""


def _blob() -> str:
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    server, repository, commit = (os.environ.get(name, "") for name in names)
    return (
        f"{server}/{repository}/blob/{commit}" if server and repository and commit else ""
    )


def _summarise(findings: Sequence[Finding], checkout: Checkout) -> Sequence[str]:
    """Add the list to the job's summary, in what room is left; a warning where that cannot
    be done.
    """
    path = Path(os.environ.get("GITHUB_STEP_SUMMARY", ""))
    if not path.name:
        return ()
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(job_summary(findings, checkout, SUMMARY_BYTES - file.tell()))
    except OSError as error:
        return (
            (
                "::warning::The job summary was not written:"
                f" {order_data(str(error.strerror))}."
            ),
        )
    return ()
