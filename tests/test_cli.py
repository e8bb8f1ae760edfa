"""The command line: thin, quick to start, and never a traceback."""

import subprocess
import sys
from pathlib import Path

from tests.builds import ROOT, run


def test_good_content_is_said_to_be_good() -> None:
    checked = run(ROOT, "dossier", "check")
    assert (0, "No findings.\n") == (checked.returncode, checked.stdout)


def test_a_content_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    checked = run(tmp_path, "dossier", "check", "nowhere")
    assert checked.returncode == 1
    assert "dossier: nowhere is not a folder; expected the content folder.\n" == checked.stderr


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    code = "import sys, dossier.cli; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"pelican", "jinja2", "markdown_it", "babel", "yaml"} & set(loaded)


def test_every_command_explains_itself() -> None:
    for command in ("check", "build", "serve"):
        helped = run(ROOT, "dossier", command, "--help")
        assert helped.returncode == 0
        assert helped.stdout.startswith(f"Usage: dossier {command} ")
