"""What several tests share: small content folders, made from the sites in tests/sites, and
what is found in them.
"""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from dossier.generate.pipeline import inspect
from dossier.model.content import Content
from dossier.model.dates import PartialDate, Vagueness
from dossier.model.dossiers import Site
from dossier.model.findings import Finding, has_errors
from dossier.model.values import TYPES
from dossier.model.values.drawing import Holder
from dossier.report.text import report

TESTS = Path(__file__).parent
SITES = TESTS / "sites"


def content_folder(
    folder: Path, files: Mapping[str, str | bytes], base: str = "acme"
) -> Path:
    """A copy of one of the small sites below `folder`, with some files added or replaced."""
    root = folder / "content"
    shutil.copytree(SITES / base, root)
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return root


def findings_in(
    folder: Path, files: Mapping[str, str | bytes], base: str = "acme"
) -> tuple[Finding, ...]:
    """What is found in a small site with some files added or replaced."""
    return inspect(content_folder(folder, files, base)).findings


def told(findings: tuple[Finding, ...]) -> list[str]:
    """Findings in brief: place and code."""
    return [
        f"{one.position.path}:{one.position.line}:{one.position.column} {one.code}"
        for one in findings
    ]


def read_site(
    folder: Path, files: Mapping[str, str | bytes], base: str = "acme"
) -> Content:
    """The content of a small site, which must be free of errors."""
    inspection = inspect(content_folder(folder, files, base))
    assert not has_errors(inspection.findings), report(inspection.findings, folder)
    return inspection.content


def merged(folder: Path, files: Mapping[str, str | bytes], base: str = "acme") -> Site:
    """A small site as it is merged."""
    from dossier.merge import merge_content

    return merge_content(read_site(folder, files, base), date(2025, 1, 1))


def a_date(text: str) -> PartialDate:
    """A date from its text, behind which words of its `vague` may stand in brackets:
    `2017-39 (late, uncertain)`.
    """
    edtf, _, vague = text.rstrip(")").partition(" (")
    return PartialDate.parse(edtf).loosened(
        *map(Vagueness, filter(None, vague.split(", ")))
    )


CHARTS = {
    holder: {type: type.drawn[holder] for type in TYPES if holder in type.drawn}
    for holder in Holder
}
"""The chart for each type of ours, by where its values stand."""


def fixtures(name: str) -> list[tuple[str, str, str]]:
    """The cases of a file in tests/fixtures: title, input, expected.

    A case is a title of its own, then two blocks that each end in a line with a single dot.
    """
    lines = (TESTS / "fixtures" / f"{name}.md").read_text("utf-8").split("\n.\n")
    heads, inputs, answers = lines[0::3], lines[1::3], lines[2::3]
    return [
        (head.strip(), text, answer)
        for head, text, answer in zip(heads, inputs, answers, strict=False)
    ]
