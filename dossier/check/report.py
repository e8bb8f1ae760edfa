"""Findings as text for people: place, code, message, and the line in question with a caret below the spot."""

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from dossier.model.findings import Finding, Severity
from dossier.read.collect import Findings
from dossier.read.files import LIMITS, read_text

# A line is cut to this many characters around the spot: a terminal shows about as many.
WIDTH = 100
SHOWN = 1_000  # findings; whoever has more of them has one mistake many times, or means harm


def report(findings: Iterable[Finding], root: Path) -> str:
    """The findings in order, each with its excerpt, and a last line that counts all of them."""
    listed = sorted(findings)
    excerpts, shown = _Excerpts(root), near(root)
    blocks = [line for finding in listed[:SHOWN] for line in (_headline(finding, shown), *excerpts.of(finding))]
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


def _headline(finding: Finding, root: Path) -> str:
    at = finding.position
    warning = "warning: " if finding.severity is Severity.WARNING else ""
    return printable(f"{root / at.path}:{at.line}:{at.column} {finding.code} {warning}{finding.message}")


def printable(text: str) -> str:
    """The text with every character escaped that could break a line or hide: names and values are strangers'."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


class _Excerpts:
    """Reads each file once more for its lines; a file that cannot be read has none."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.lines: dict[str, list[str]] = {}

    def of(self, finding: Finding) -> Iterator[str]:
        at = finding.position
        lines = self._lines(at.path)
        if not 0 < at.line <= len(lines) or not lines[at.line - 1]:
            return
        line, spot = lines[at.line - 1], at.column - 1
        start = max(0, at.column - WIDTH * 3 // 4)
        before, after = _shown(line[start:spot]), _shown(line[spot : start + WIDTH])
        yield f"{at.line:>6} | {before}{after}"
        yield f"{'':>6} | {' ' * _columns(before)}^"

    def _lines(self, path: str) -> list[str]:
        if path not in self.lines:
            readable = Path(path).suffix in LIMITS and not (self.root / path).is_dir()
            text = read_text(self.root, path, Findings()) if readable else None
            self.lines[path] = text.split("\n") if text else []
        return self.lines[path]


def _shown(text: str) -> str:
    return printable(text.replace("\t", " "))


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes: Chinese letters and emoji take two, combining marks none."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)
