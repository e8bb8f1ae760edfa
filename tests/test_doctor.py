"""`dossier doctor`: what is missing is named, and the line below it mends it, typed where
it is printed.
"""

import os
import re
import shlex
import subprocess
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from dossier.advice import BOOTSTRAP, CHECKOUT, add, install
from environment import GROUPS
from tests.builds import copy_of_site, run
from tests.repositories import ISOLATED, WHO

MEND = re.compile(r"^(missing |could be) +(\w+).*\n +\$ (.*)$", re.MULTILINE)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site in a repository, to which nothing is wanting."""
    site = copy_of_site(tmp_path / "site")
    run(site, "dossier", "schema")
    type_in(site, "git init -q && git add . && git commit -qm Begin")
    return site


def type_in(folder: Path, line: str) -> None:
    """Run a line as somebody types it."""
    environment = os.environ | ISOLATED | WHO
    subprocess.run(
        ["bash", "-ec", line], cwd=folder, env=environment, check=True, capture_output=True
    )


def mends(folder: Path, **environment: str) -> dict[str, str]:
    """What could be mended, and the line for it; that the program is called by its path is
    told by each.
    """
    said = run(folder, "dossier", "doctor", env=ISOLATED | environment)
    found = MEND.findall(said.stdout)
    assert (said.returncode, "") == (
        1 if any(state == "missing " for state, *_ in found) else 0,
        said.stderr,
    )
    return {name: line for _, name, line in found if name != "dossier"}


def test_nothing_is_missing_in_a_sound_site(site: Path) -> None:
    assert {} == mends(site)


def without_schemas(site: Path) -> None:
    """Properties have come since the schemas were written."""
    (site / "schema" / "facts.json").unlink()


def without_plugin(site: Path) -> None:
    """Settings of another site of Pelican's."""
    path = site / "pelicanconf.py"
    path.write_text(
        path.read_text("utf-8").replace('PLUGINS = ["dossier.plugin"]\n', ""), "utf-8"
    )


def without_repository(site: Path) -> None:
    """A download."""
    type_in(site, "rm -rf .git")


def without_history(site: Path) -> None:
    """A clone of the latest commit alone."""
    type_in(
        site,
        "git commit -q --allow-empty -m More && mv .git ../all && git clone -q --bare ../all ../bare.git",
    )
    type_in(
        site, 'git clone -q --depth=1 "file://$PWD/../bare.git" ../one && mv ../one/.git .'
    )


@pytest.mark.parametrize(
    ("harm", "name"),
    [
        (without_schemas, "schemas"),
        (without_plugin, "settings"),
        (without_repository, "git"),
        (without_history, "git"),
    ],
)
def test_the_line_that_is_printed_mends_it(
    site: Path, harm: Callable[[Path], None], name: str
) -> None:
    harm(site)
    told = mends(site)
    assert {name} == told.keys()
    type_in(site, told[name])
    assert {} == mends(site)


def test_a_site_can_do_without_the_search(site: Path) -> None:
    told = mends(site, PAGEFIND_BINARY_PATH="/nowhere/pagefind")
    assert {"search"} == told.keys()
    type_in(site, told["search"])
    assert {} == mends(site, PAGEFIND_BINARY_PATH="/nowhere/pagefind")


def test_without_content_it_says_how_to_begin(site: Path) -> None:
    type_in(site, "rm -rf content")
    told = mends(site)
    assert {"content"} == told.keys()
    type_in(site, told["content"].replace("COMPANY", "acme").replace("NAME", "Acme"))
    assert (site / "content" / "companies" / "acme" / "company.yaml").is_file()


def test_mistakes_in_the_content_are_left_to_check(site: Path) -> None:
    (site / "content" / "entities.yaml").write_text("a: [", "utf-8")
    assert mends(site)["content"].endswith("dossier check content")


def test_an_extra_is_installed_by_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a checkout or a site its own tool knows the set; elsewhere pip does."""
    tool, wanted = install("import").split()[-2:]
    assert (str(CHECKOUT / BOOTSTRAP), True) == (
        str(Path(tool).absolute()),
        wanted in GROUPS,
    )
    monkeypatch.setattr("dossier.advice.CHECKOUT", tmp_path)
    assert wanted in install(
        "import"
    )  # the folder of `.venv` is one whose tool knows it too
    monkeypatch.setattr("dossier.advice.SITE", tmp_path)
    assert install("import").endswith("-m pip install 'pelican-dossier[import]'")


def test_a_package_is_installed_for_the_python_that_runs() -> None:
    *first, python, _, _, _, package = shlex.split(add("pagefind[extended]"))
    assert ("pagefind[extended]", True) == (package, Path(python).exists())
    assert [] == first if find_spec("pip") else first[-1] == "&&"
