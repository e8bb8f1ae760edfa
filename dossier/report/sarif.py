"""Findings as SARIF 2.1.0, which code scanning services and editors read
(https://docs.oasis-open.org/sarif/sarif/v2.1.0/).
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from dossier import __version__
from dossier.model.findings import CODES, Code, Finding
from dossier.report.escapes import json_text
from dossier.report.excerpts import Lines, end_column
from dossier.report.ranking import ranked
from dossier.report.text import near

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
RESULTS = 25_000
"""In one run; GitHub refuses a file with more."""
# In a message of SARIF a bracket begins a link, and a brace the number of an argument.
SIGNS = str.maketrans({"\\": r"\\", "[": r"\[", "]": r"\]", "{": "{{", "}": "}}"})
RULES = {code: index for index, code in enumerate(CODES)}


def findings_sarif(findings: Iterable[Finding], root: Path) -> str:
    """The findings, gravest first, and a rule for each code."""
    listed = ranked(findings)
    kept = listed[:RESULTS]
    run = {
        "tool": {
            "driver": {
                "name": "dossier",
                "version": __version__,
                "rules": [*map(_rule, CODES, CODES.values())],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [*_results(kept, root)],
        "invocations": [_invocation(len(listed) - len(kept))],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(id: str, code: Code) -> Mapping[str, Any]:
    return {
        "id": id,
        "shortDescription": {"text": f"{code.meaning}."},
        "help": {"text": code.remedy},
        "defaultConfiguration": {"level": code.severity.value},
    }


def _invocation(left_out: int) -> Mapping[str, Any]:
    told = (
        [{"level": "warning", "message": {"text": f"And {left_out} more results."}}]
        if left_out
        else []
    )
    return {"executionSuccessful": True, "toolExecutionNotifications": told}


def _results(findings: Iterable[Finding], root: Path) -> Iterator[Mapping[str, Any]]:
    lines, folder = Lines(root), near(root)
    seen: Counter[str] = Counter()
    for finding in findings:
        at = finding.position
        print_ = _fingerprint(finding)
        seen[print_] += 1
        region = {
            "startLine": at.line,
            "startColumn": at.column,
            "endColumn": end_column(lines.line(at), at.column),
        }
        yield {
            "ruleId": finding.code,
            **({"ruleIndex": RULES[finding.code]} if finding.code in RULES else {}),
            "level": finding.severity.value,
            "message": {"text": finding.message.translate(SIGNS)},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": _location(folder / at.path),
                        "region": region,
                    }
                }
            ],
            # By this name GitHub knows a result again.
            "partialFingerprints": {"primaryLocationLineHash": f"{print_}:{seen[print_]}"},
        }


def _location(path: Path) -> Mapping[str, str]:
    uri = quote(path.as_posix().encode("utf-8", "surrogateescape"))
    return (
        {"uri": f"file://{uri}"}
        if path.is_absolute()
        else {"uri": uri, "uriBaseId": "%SRCROOT%"}
    )


def _fingerprint(finding: Finding) -> str:
    """What makes it the same mistake in a file whose lines have moved: the code, the file,
    and what is said of which key.
    """
    said = re.sub(r"\bline \d+", "line", finding.message)
    text = f"{finding.code}\0{finding.position.path}\0{said}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
