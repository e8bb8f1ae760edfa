"""Findings for GitHub Actions: annotations beside the lines of a pull request, and a list
for the job's summary.

GitHub shows ten errors and ten warnings of a step, whichever come first, and cuts a summary
off at 1 MiB.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile
from pathlib import Path
from urllib.parse import quote

from dossier.model.findings import Finding, Severity, code_of
from dossier.report.escapes import markdown, order_data, order_property
from dossier.report.excerpts import Lines, end_column
from dossier.report.text import summary

ANNOTATIONS = 10
"""Of each severity, in one step."""
SUMMARY_BYTES = 1_048_576
TAIL_BYTES = 200  # for the line that counts what found no room


@dataclass(frozen=True)
class Checkout:
    """The content folder as GitHub sees it."""

    folder: Path
    # As seen from the top of the repository.
    blob: str = ""
    # The address below which the files of this commit can be seen; empty where it is not
    # known.

    def path(self, finding: Finding) -> str:
        """The path of a finding's file in the repository."""
        return (self.folder / finding.position.path).as_posix()

    def link(self, finding: Finding) -> str:
        """The address of the line; empty where no address is known."""
        # GitHub prints Markdown files as pages without lines, unless it is asked for the
        # plain text.
        plain = "?plain=1" if finding.position.path.endswith(".md") else ""
        path = quote(self.path(finding).encode("utf-8", "surrogateescape"))
        return f"{self.blob}/{path}{plain}#L{finding.position.line}" if self.blob else ""


def annotations(
    findings: Sequence[Finding], root: Path, checkout: Checkout
) -> Iterator[str]:
    """Workflow commands for the first of each severity, in the order given."""
    lines = Lines(root)
    for severity in Severity:
        of_it = [finding for finding in findings if finding.severity is severity]
        yield from (
            _annotation(finding, lines, checkout) for finding in of_it[:ANNOTATIONS]
        )


def _annotation(finding: Finding, lines: Lines, checkout: Checkout) -> str:
    at = finding.position
    properties = {
        "file": checkout.path(finding),
        "line": str(at.line),
        "endLine": str(at.line),
        "col": str(at.column),
        "endColumn": str(end_column(lines.line(at), at.column) - 1),
        "title": f"{finding.code} {code_of(finding.code).meaning}",
    }
    told = ",".join(f"{name}={order_property(value)}" for name, value in properties.items())
    return f"::{finding.severity.value} {told}::{order_data(finding.message)}"


def job_summary(
    findings: Sequence[Finding], checkout: Checkout, room: int = SUMMARY_BYTES
) -> str:
    """All findings as Markdown, in the order given; those that do not fit into `room` bytes
    are counted.

    Empty where not even the count fits: GitHub drops a summary that is too long as a whole.
    """
    head = f"## Content check\n\n{summary(findings)}\n"
    if findings:
        head += "\n| Where | Code | What |\n| --- | --- | --- |\n"
    rows = [_row(finding, checkout) for finding in findings]
    left = room - len(head.encode()) - TAIL_BYTES
    if left < 0:
        return ""
    fitting = sum(
        1
        for _ in takewhile(
            lambda size: size <= left, accumulate(len(row.encode()) for row in rows)
        )
    )
    rest = (
        f"\nAnd {len(rows) - fitting} more, for which there is no room here.\n"
        if fitting < len(rows)
        else ""
    )
    return head + "".join(rows[:fitting]) + rest


def _row(finding: Finding, checkout: Checkout) -> str:
    at = finding.position
    place = markdown(f"{checkout.path(finding)}:{at.line}:{at.column}")
    link = checkout.link(finding)
    where = f"[{place}]({link})" if link else place
    return (
        f"| {where} | {finding.severity.value} {finding.code} |"
        f" {markdown(finding.message)} |\n"
    )
