"""A program that was loaded already does what it does when a shell begins it."""

import os
import re
from pathlib import Path

import pytest

from tests.builds import ROOT, files_of, run, run_anew
from tests.helpers import content_folder
from tests.ready import read_first

SETTINGS = f"""
SITENAME = "Acme"
PATH = "content"
OUTPUT_PATH = "output"
THEME = {str(ROOT / "themes" / "ledger")!r}
PLUGINS = ["dossier.plugin"]
TIMEZONE = "UTC"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DOSSIER_CARDS = False
"""

CLOCK = re.compile(r"[\d.]+ seconds")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site that can be built."""
    content_folder(tmp_path, {})
    (tmp_path / "pelicanconf.py").write_text(SETTINGS, "utf-8")
    (tmp_path / "ends.py").write_text("import sys; sys.exit('no more')\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("dossier --version", 0),
        ("dossier check", 0),
        ("dossier check nowhere", 1),
        ("dossier chekc", 2),
        ("dossier build --settings ends.py", 1),
        ("dossier build --output pages", 0),
        ("pelican content -s pelicanconf.py -o pages", 0),
    ],
)
def test_a_program_that_is_loaded_does_what_one_does_that_is_begun(
    site: Path, words: str, status: int
) -> None:
    """Its status, what it says and what it complains of, and what it writes."""
    told = []
    for way in (run_anew, run):
        done = way(site, *words.split())
        pages = files_of(site / "pages")
        said = CLOCK.sub("", done.stdout)
        told.append((done.returncode, said, done.stderr, pages))
        if pages:
            (site / "pages").rename(site / way.__name__)
    assert told[0] == told[1]
    assert status == told[0][0]


def test_nothing_of_a_command_stays_for_the_next(site: Path) -> None:
    (site / "asks.py").write_text("import os, sys; sys.exit(os.environ.get('ASKED'))\n")
    asked = run(site, "dossier", "build", "--settings", "asks.py", env={"ASKED": "yes"})
    again = run(site, "dossier", "build", "--settings", "asks.py")
    assert "yes" in asked.stderr
    assert "yes" not in again.stderr


def test_variables_that_are_read_first_begin_a_program_anew() -> None:
    assert read_first(os.environ) != read_first(os.environ | {"PYTHONHASHSEED": "7"})
    assert read_first(os.environ) == read_first(os.environ | {"SOURCE_DATE_EPOCH": "7"})
