"""`dossier upgrade`: a site that an earlier program made becomes what this one makes, but
for what its owner has changed.
"""

import json
import re
from pathlib import Path

import pytest

from dossier.kit.manifest import NAME, digest
from tests.new_sites import attempt, index, machine, made, program, run
from tests.shelf import shelf, wheel

__all__ = ["index", "machine", "made", "program", "shelf", "wheel"]

WORKFLOW, MAKEFILE, SETTINGS = ".github/workflows/check.yml", "Makefile", "pelicanconf.py"
OLD, OLD_WHEEL = "0.0.9", "wheels/pelican_dossier-0.0.9-py3-none-any.whl"


@pytest.fixture
def site(made: Path, tmp_path: Path) -> Path:
    """The site as version 0.0.9 has made it, with what its owner has changed since."""
    site = tmp_path / "machine" / "site"
    run(made, "git", "clone", "--quiet", made, site)
    as_of_then(site)
    facts = site / "content" / "companies" / "fennick" / "facts" / "year.yaml"
    change(
        facts,
        "  value: 24.6 million EUR\n  period: 2025\n",
        "  period: '2025'\n  value: 24.6 million EUR\n",
    )
    change(site / SETTINGS, "Lamps & “more”", "Lamps of ours")
    (site / MAKEFILE).write_text(
        (site / MAKEFILE).read_text("utf-8") + "ours:\n\t@echo ours\n", "utf-8"
    )
    (site / "docs" / "charts.md").unlink()
    run(site, "git", "add", "--all")
    run(site, "git", "commit", "--quiet", "--message", "Ours")
    return site


def as_of_then(site: Path) -> None:
    """What the older program wrote otherwise, as its manifest tells it."""
    data = json.loads((site / NAME).read_text("utf-8"))
    now = next((site / "wheels").glob("*.whl"))
    now.rename(site / OLD_WHEEL)
    for name in ("pyproject.toml", "uv.lock"):
        change(site / name, now.name, Path(OLD_WHEEL).name)
    change(
        site / "uv.lock",
        f'name = "pelican-dossier"\nversion = "{data["version"]}"',
        f'name = "pelican-dossier"\nversion = "{OLD}"',
    )
    change(site / WORKFLOW, "timeout-minutes: 15", "timeout-minutes: 20")
    change(site / MAKEFILE, "rm -rf output ", "rm -rf ")
    (site / "tools" / "gone.py").write_text('"""Of then."""\n', "utf-8")
    (site / "docs" / "theme.md").unlink()
    del data["files"][now.relative_to(site).as_posix()], data["files"]["docs/theme.md"]
    for path in (
        "pyproject.toml",
        "uv.lock",
        WORKFLOW,
        MAKEFILE,
        "tools/gone.py",
        OLD_WHEEL,
    ):
        data["files"][path] = digest((site / path).read_bytes())
    data["files"]["docs/charts.md"] = digest(b"as it was then")
    (site / NAME).write_text(json.dumps(data | {"version": OLD}), "utf-8")


def change(path: Path, old: str, new: str) -> None:
    """Replace words that stand in a file."""
    text = path.read_text("utf-8")
    assert old in text, f"{path.name} has no {old!r}"
    path.write_text(text.replace(old, new), "utf-8")


def test_what_would_be_done_is_shown_and_nothing_is_written(
    site: Path, program: Path
) -> None:
    told = run(site, program, "upgrade")
    assert told.startswith(f"The site was last brought up by {OLD}, and this is ")
    assert f"{WORKFLOW} is replaced.\n" in told
    assert re.search(
        r"^  -    timeout-minutes: 20\n  \+    timeout-minutes: 15$", told, re.MULTILINE
    )
    assert re.search(rf"^  pelican-dossier {OLD} -> ", told, re.MULTILINE)
    assert "tools/gone.py is removed.\n" in told
    assert "docs/theme.md is new.\n" in told
    assert f"{MAKEFILE} is yours and stays; the program would change it so.\n" in told
    assert "docs/charts.md is not there any more, and stays away.\n" in told
    assert "content/companies/fennick/facts/year.yaml is laid out anew.\n" in told
    assert SETTINGS not in told
    assert told.endswith("Nothing is written yet: `dossier upgrade --write` does it.\n")
    assert "" == run(site, "git", "status", "--porcelain")


def test_it_is_written_when_it_is_asked_for_and_the_site_is_built(
    site: Path, program: Path, made: Path
) -> None:
    """What nobody has changed is as a new site has it; the rest is the owner's, and the
    content says what it said.
    """
    run(site, program, "upgrade", "--write")
    same = [
        WORKFLOW,
        "pyproject.toml",
        "uv.lock",
        "docs/theme.md",
        "content/companies/fennick/facts/year.yaml",
    ]
    assert [] == [
        path for path in same if (site / path).read_bytes() != (made / path).read_bytes()
    ]
    assert ["wheels"] == [path.parent.name for path in (site / "wheels").iterdir()]
    assert not (site / OLD_WHEEL).exists()
    assert not (site / "tools" / "gone.py").exists()
    assert not (site / "docs" / "charts.md").exists()
    assert "Lamps of ours" in (site / SETTINGS).read_text("utf-8")
    assert "ours:" in (site / MAKEFILE).read_text("utf-8")
    assert run(site, program, "upgrade").endswith("It is up to date.\n")
    run(site, "make", "site")
    assert run(site, "make", "check").endswith(
        "No findings.\nEvery file is laid out as it should be.\n"
    )


def test_packages_of_the_owners_own_stay(site: Path, program: Path) -> None:
    """Whoever has added one pins them; the new program is put beside the old, and the line
    says what to do.
    """
    change(
        site / "pyproject.toml",
        'dependencies = ["pelican-dossier"]',
        'dependencies = ["pelican-dossier", "pelican-sitemap"]',
    )
    before = (site / "uv.lock").read_bytes()
    told = run(site, program, "upgrade", "--write")
    assert re.search(
        r"name wheels/pelican_dossier-\S+\.whl in pyproject\.toml, and run `uv lock`", told
    )
    assert before == (site / "uv.lock").read_bytes()
    assert (site / OLD_WHEEL).is_file()
    assert 2 == len(list((site / "wheels").iterdir()))


def test_a_newer_site_is_refused(site: Path, program: Path) -> None:
    change(site / NAME, f'"version": "{OLD}"', '"version": "99.0"')
    refused = attempt(site, program, "upgrade")
    assert refused.returncode == 1
    assert "was made by 99.0, and this is" in refused.stderr


@pytest.mark.parametrize("harm", ["gone", "broken"])
def test_what_is_no_site_of_ours_is_one_line(site: Path, program: Path, harm: str) -> None:
    (site / NAME).unlink()
    if harm == "broken":
        (site / NAME).write_text('{"version": 1}', "utf-8")
    refused = attempt(site, program, "upgrade")
    assert (1, 1) == (refused.returncode, len(refused.stderr.splitlines()))
    assert NAME in refused.stderr
