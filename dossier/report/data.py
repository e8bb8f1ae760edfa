"""Findings as JSON for programs of others. A change that breaks a reader raises
FORMAT_VERSION.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dossier.model.findings import Confirmed, Finding, Severity, code_of
from dossier.report.escapes import json_text
from dossier.report.excerpts import Lines, end_column
from dossier.report.text import near

FORMAT_VERSION = 1


def findings_json(
    findings: Iterable[Finding], root: Path, confirmed: Iterable[Confirmed] = ()
) -> str:
    """All findings by file, line and column, with what their codes mean; and the warnings
    that are confirmed.
    """
    listed, lines = sorted(findings), Lines(root)
    counts = {
        f"{severity.value}s": sum(one.severity is severity for one in listed)
        for severity in Severity
    }
    return json_text(
        {
            "format_version": FORMAT_VERSION,
            "content": near(root).as_posix(),
            **counts,
            "findings": [_finding(one, lines) for one in listed],
            "confirmed": [
                {**_finding(one.warning, lines), "reason": one.reason}
                for one in sorted(confirmed)
            ],
        }
    )


def _finding(finding: Finding, lines: Lines) -> Mapping[str, Any]:
    at, code = finding.position, code_of(finding.code)
    return {
        "path": at.path,
        "line": at.line,
        "column": at.column,
        "end_column": end_column(lines.line(at), at.column),
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "meaning": code.meaning,
        "remedy": code.remedy,
    }
