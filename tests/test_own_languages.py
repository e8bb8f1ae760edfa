"""A site brings the words of a language of its own: figures are read in it, and a mistake
is told at its line.
"""

from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import dossier
from dossier.texts.archive import integrity_of
from dossier.texts.normal import normalise_text

TEXT = "Bolaget ska investera cirka 5 miljarder kronor i år."
SWEDISH = """\
scales: {6: [miljon, miljoner], 9: [miljard, miljarder]}
currencies: {SEK: [krona, kronor]}
bounds: {about: {before: [cirka]}}
denials: [inte]
"""
SOURCE = f"""\
---
type: report
title: Paper
language: sv-SE
integrity: {integrity_of(normalise_text(TEXT))}
---
Our own words.
"""
FILES = {
    "properties.yaml": "pledge:\n  label: Pledge\n  type: money\n  fresh: never\n",
    "entities.yaml": "",
    "origins.yaml": "",
    "companies/acme/company.yaml": "name: Acme\nsections:\n  money: Money\n",
    "companies/acme/facts/money.yaml": """\
pledge:
  label: Pledge
  property: pledge
  claims:
    - value: about 5 billion SEK
      references:
        - source: paper
          quote: cirka 5 miljarder kronor
""",
    "sources/paper.md": SOURCE,
}


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small content folder beside an archive that has its one text, in Swedish."""
    monkeypatch.chdir(tmp_path)
    for name, text in {
        **{f"content/{name}": text for name, text in FILES.items()},
        "archive/paper.txt": TEXT,
    }.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, "utf-8")
    return Path("content")


def told(*words: str) -> str:
    return CliRunner().invoke(dossier, words).output


def test_figures_are_read_in_a_language_that_the_site_brings(content: Path) -> None:
    assert "1 words" in told("prove")
    (content / "languages").mkdir()
    (content / "languages/sv.yaml").write_text(SWEDISH, "utf-8")
    assert "1 proved" in told("prove")


def test_a_mistake_in_the_file_of_a_language_is_told_at_its_line(content: Path) -> None:
    (content / "languages").mkdir()
    (content / "languages/sv.yaml").write_text(
        SWEDISH.replace("denials", "denial"), "utf-8"
    )
    assert "languages/sv.yaml:4:1 S001 denial: unknown key. Did you mean" in told("check")
