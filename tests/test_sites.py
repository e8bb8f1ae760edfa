"""Whole small sites: the smallest that is right, and one with many faults, all of which one
run reports.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.generate.pipeline import inspect, load_site
from dossier.model.errors import ContentError
from dossier.report.text import report
from tests.helpers import SITES


@pytest.mark.parametrize("name", ["minimal", "acme", "charts", "quarters", "tongues"])
def test_right_sites_have_no_findings(name: str) -> None:
    """Not even a warning."""
    assert () == inspect(SITES / name).findings


def test_the_smallest_site_is_a_dossier() -> None:
    """One company with one fact of one source."""
    site, content = load_site(SITES / "minimal")
    assert ["acme"] == list(site.dossiers)
    assert ["annual-report"] == [source.id for source in site.dossiers["acme"].sources]
    assert 1 == len(content.facts)


def test_all_faults_are_reported_at_once_in_order_of_files(
    monkeypatch: pytest.MonkeyPatch, expect: Callable[[Path, str], None]
) -> None:
    """Faults of YAML, of shape, of values, of links and of prose in one report; nothing is
    merged.
    """
    monkeypatch.chdir(SITES)
    findings = inspect(Path("broken/content")).findings
    places = [
        (one.position.path, one.position.line, one.position.column) for one in findings
    ]
    assert places == sorted(places)
    expect(
        SITES / "broken" / "expected.txt", report(findings, Path("broken/content")) + "\n"
    )
    with pytest.raises(ContentError):
        load_site(Path("broken/content"))
