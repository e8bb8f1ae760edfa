"""Findings as text for people: place, code, message, and the line in question with a caret below the spot."""

from collections.abc import Iterable
from pathlib import Path

from dossier.check.escapes import printable
from dossier.check.excerpts import Lines, excerpt
from dossier.model.findings import Finding, Severity

SHOWN = 1_000  # findings; whoever has more of them has one mistake many times, or means harm


def report(findings: Iterable[Finding], root: Path) -> str:
    """The findings in order, each with its excerpt, and a last line that counts all of them."""
    listed = sorted(findings)
    lines, shown = Lines(root), near(root)
    blocks = [line for finding in listed[:SHOWN] for line in _block(finding, lines, shown)]
    rest = [f"And {len(listed) - SHOWN} more."] if len(listed) > SHOWN else []
    return "\n".join([*blocks, *rest, summary(listed)])


def near(path: Path) -> Path:
    """The path as seen from the current folder, where it lies below."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def summary(findings: Iterable[Finding]) -> str:
    """How many findings there are, of each severity."""
    listed = tuple(findings)
    counts = [(sum(finding.severity is severity for finding in listed), severity.value) for severity in Severity]
    files = len({finding.position.path for finding in listed})
    told = ", ".join(f"{count} {word}{'s' * (count != 1)}" for count, word in counts if count)
    return f"{told} in {files} file{'s' * (files != 1)}." if told else "No findings."


def _block(finding: Finding, lines: Lines, root: Path) -> Iterable[str]:
    at = finding.position
    warning = "warning: " if finding.severity is Severity.WARNING else ""
    headline = f"{root / at.path}:{at.line}:{at.column} {finding.code} {warning}{finding.message}"
    return printable(headline), *excerpt(lines.line(at), at)
