"""A small site with every kind of value, in every state, comes out as it was last reviewed."""

import re
import shutil
from pathlib import Path

import pytest

from tests.builds import ROOT, build, files_of

SITE = ROOT / "tests/sites/kitchen-sink"
OURS = re.compile(rb'<script src="[./]*(dossiers/)?theme/[a-z]+\.js"( defer)?></script>')
GOLDEN = ROOT / "tests/golden/kitchen-sink"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kitchen sink, built; without the theme's files, which are their own record, and
    those that are no text.
    """
    output = tmp_path_factory.mktemp("kitchen") / "output"
    done = build(
        SITE, "--output", output, env={"SOURCE_DATE_EPOCH": "1735689600"}
    )  # the first day of 2025
    assert done.returncode == 0, done.stderr
    for folder in ("theme", "pagefind"):
        shutil.rmtree(output / folder)
    return output


def test_the_kitchen_sink_comes_out_as_reviewed(
    built: Path, request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--update-golden"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        shutil.copytree(built, GOLDEN)
    was, now = files_of(GOLDEN), files_of(built)
    assert was.keys() == now.keys()
    for name, content in now.items():
        assert was[name].decode() == content.decode(), name


def test_nothing_that_an_author_writes_comes_alive(built: Path) -> None:
    for name, content in files_of(built).items():
        if name.endswith(".html"):
            theirs = OURS.sub(b"", content.lower())
            for alive in (
                b"<script",
                b"<em>love",
                b"<gmbh>",
                b"<b>",
                b"javascript:",
                b"49</",
            ):
                assert alive not in theirs, f"{alive!r} in {name}"
