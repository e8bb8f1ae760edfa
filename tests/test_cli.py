"""The command line: thin, and never a traceback. That it starts quickly is in
test_layers.py.
"""

import os
import subprocess
from pathlib import Path

import pytest

from tests.builds import BIN, FERRIES, ROOT, run, run_anew
from tests.helpers import content_folder


def test_good_content_is_said_to_be_good() -> None:
    checked = run_anew(FERRIES, "dossier", "check")
    assert (0, "No findings.") == (checked.returncode, checked.stdout.splitlines()[-1])


def test_a_content_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    checked = run(tmp_path, "dossier", "check", "nowhere")
    assert checked.returncode == 1
    assert (
        "dossier: nowhere is not a folder; expected the content folder. Run this in the"
        " folder of a site, or name its content; `dossier init` begins a site.\n"
        == checked.stderr
    )


@pytest.mark.parametrize("command", ["links", "stale"])
def test_content_with_errors_is_reported_and_never_half_listed(
    command: str, tmp_path: Path
) -> None:
    """The report begins with the place of the first error, as that of `check` does."""
    root = content_folder(tmp_path, {"sources/town-paper.md": "---\ntitle: no type\n---\n"})
    told = run(tmp_path, "dossier", command, str(root))
    assert (1, "") == (told.returncode, told.stdout)
    assert run(tmp_path, "dossier", "check", str(root)).stdout == told.stderr


def test_every_command_explains_itself() -> None:
    for command in ("check", "prove", "build", "serve"):
        helped = run(ROOT, "dossier", command, "--help")
        assert helped.returncode == 0
        assert helped.stdout.startswith(f"Usage: dossier {command} ")


def test_what_cannot_be_told_is_one_line(tmp_path: Path) -> None:
    """Where the disk that takes the report is full, whether or not Python prints at once."""
    plain = {
        name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"
    }
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [BIN / "dossier", "check", content_folder(tmp_path, {})],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            text=True,
            env=plain,
        )
    assert (
        1,
        "dossier: what there was to tell could not be written: No space left on device.\n",
    ) == (
        done.returncode,
        done.stderr,
    )


def test_a_build_without_content_names_what_is_missing(tmp_path: Path) -> None:
    """And not the settings, which are as they should be."""
    settings = 'PATH = "content"\nPLUGINS = ["dossier.plugin"]\n'
    (tmp_path / "pelicanconf.py").write_text(settings, "utf-8")
    built = run(tmp_path, "dossier", "build")
    told = "the content folder that pelicanconf.py names under PATH is not there."
    assert (1, f"dossier: {told}\n") == (built.returncode, built.stderr)
