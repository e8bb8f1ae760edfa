"""A slip of the keyboard that YAML takes for something else is named as what it is, in the
line where it stands.
"""

from pathlib import Path

import pytest

from tests.helpers import findings_in, fixtures

PROFILE = "companies/acme/facts/profile.yaml"


def found(folder: Path, text: str) -> list[str]:
    """What is said of a file of facts."""
    findings = (
        one for one in findings_in(folder, {PROFILE: text}) if one.position.path == PROFILE
    )
    return [
        f"{one.position.line}:{one.position.column} {one.code} {one.message}"
        for one in findings
    ]


@pytest.mark.parametrize(("title", "text", "expected"), fixtures("slips"))
def test_a_slip_is_named_where_it_stands(
    tmp_path: Path, title: str, text: str, expected: str
) -> None:
    """With its line and column, and with what to type instead."""
    assert expected.split("\n") == found(tmp_path, f"{text}\n")
