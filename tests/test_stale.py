"""The list of stale facts: for a terminal with a count, and for an issue that is closed
when it is empty.
"""

from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import dossier
from tests.helpers import content_folder

PLACE = "companies/acme/facts/profile.yaml:5:7"
SINCE = "stale since 2025-03-31, not looked at after its sources appeared"


@pytest.mark.parametrize(
    ("day", "form", "expected"),
    [
        (
            "2025-06-01",
            "text",
            f"ROOT/{PLACE} acme/employees: {SINCE}\n1 of 3 facts are stale on 2025-06-01.\n",
        ),
        ("2024-06-01", "text", "0 of 3 facts are stale on 2024-06-01.\n"),
        (
            "2025-06-01",
            "markdown",
            f"- [ ] **Number of employees**: {SINCE} (`ROOT/{PLACE.rpartition(':')[0]}`)\n",
        ),
        ("2024-06-01", "markdown", ""),
    ],
)
def test_stale_facts_are_listed_with_their_line(
    day: str, form: str, expected: str, tmp_path: Path
) -> None:
    """As text the last line counts; as Markdown there is nothing where there is nothing to
    do.
    """
    root = content_folder(tmp_path, {})
    said = (
        CliRunner()
        .invoke(dossier, ["stale", str(root), "--date", day, "--format", form])
        .output
    )
    assert expected.replace("ROOT", str(root)) == said
