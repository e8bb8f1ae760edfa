"""Findings as text for people: place, code, message, and the line in question with a caret
below the spot.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dossier.model.findings import Confirmed, Finding, Severity
from dossier.report.escapes import printable
from dossier.report.excerpts import Lines, excerpt

SHOWN = 1_000
"""Findings of a log that nobody asked to be whole; whoever has more has one mistake many
times, or means harm.
"""
FEW = 5
"""Of each code, for a person at a terminal: by then it is clear what is wrong, and the
others are not out of sight.
"""


def report(findings: Iterable[Finding], root: Path, most: int | None = SHOWN) -> str:
    """The findings in order, each with its excerpt, and a last line that counts all of
    them.
    """
    listed = sorted(findings)
    shown = listed[:most]
    rest = [f"And {len(listed) - len(shown)} more."] if len(shown) < len(listed) else []
    return "\n".join([*_blocks(shown, root), *rest, summary(listed)])


def whole(findings: Iterable[Finding], root: Path) -> str:
    """The report with every finding, however many there are."""
    return report(findings, root, None)


def brief(findings: Iterable[Finding], root: Path) -> str:
    """The report with the first few findings of each code; a line for each says how many
    more there are.
    """
    listed = sorted(findings)
    by_code: dict[str, list[Finding]] = defaultdict(list)
    for finding in listed:
        by_code[finding.code].append(finding)
    shown = sorted(finding for found in by_code.values() for finding in found[:FEW])
    rest = [
        f"{len(found) - FEW} more of {code}."
        for code, found in sorted(by_code.items())
        if len(found) > FEW
    ]
    hint = ["`dossier check --all` lists them."] if rest else []
    return "\n".join(
        [
            *_blocks(shown, root),
            *([" ".join([*rest, *hint])] if rest else []),
            summary(listed),
        ]
    )


def confirmed_lines(
    confirmed: Sequence[Confirmed], root: Path, *, listed: bool
) -> Iterator[str]:
    """How many warnings are confirmed; before that, where they are `listed`, each with its
    reason.
    """
    for (at, code, _), reason in confirmed if listed else ():
        yield printable(
            f"{near(root) / at.path}:{at.line}:{at.column} {code} confirmed: {reason}"
        )
    if confirmed:
        yield (
            f"{len(confirmed)} warning{'s are' if len(confirmed) > 1 else ' is'} confirmed."
        )


def _blocks(findings: Iterable[Finding], root: Path) -> Iterator[str]:
    lines, shown = Lines(root), near(root)
    for finding in findings:
        yield from _block(finding, lines, shown)


def near(path: Path) -> Path:
    """The path as seen from the current folder, where it lies below."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def summary(findings: Iterable[Finding]) -> str:
    """How many findings there are, of each severity."""
    listed = tuple(findings)
    counts = [
        (sum(finding.severity is severity for finding in listed), severity.value)
        for severity in Severity
    ]
    files = len({finding.position.path for finding in listed})
    told = ", ".join(
        f"{count} {word}{'s' * (count != 1)}" for count, word in counts if count
    )
    return f"{told} in {files} file{'s' * (files != 1)}." if told else "No findings."


def _block(finding: Finding, lines: Lines, root: Path) -> Iterable[str]:
    at = finding.position
    warning = "warning: " if finding.severity is Severity.WARNING else ""
    headline = (
        f"{root / at.path}:{at.line}:{at.column} {finding.code} {warning}{finding.message}"
    )
    return printable(headline), *excerpt(lines.line(at), at)
