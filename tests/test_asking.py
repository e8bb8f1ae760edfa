"""What `dossier check` says of looks: a line for what a change adds, else their number, and
never an exit status.
"""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import dossier
from dossier.texts.archive import integrity_of
from dossier.texts.normal import normalise_text
from tests.repositories import Playground, isolated
from tests.test_reading import READER, read

__all__ = ["isolated"]

TEXT = "Acme plans to have 12 stores in 2025. It closed 3 stores in May.\n"
FACTS = """\
stores:
  label: Stores
  property: stores
  claims:
    - value: 12
      references:
        - source: paper
          quote: have 12 stores in 2025
"""
FILES = {
    "properties.yaml": "stores:\n  label: Stores\n  type: count\n  unit: stores\n  fresh: never\n",
    "entities.yaml": "",
    "origins.yaml": "",
    "sources/paper.md": f"---\ntype: report\nlanguage: en\nintegrity: {integrity_of(normalise_text(TEXT))}\n---\nOurs.\n",
    "companies/acme/company.yaml": "name: Acme\nsections:\n  shops: Shops\n",
    "companies/acme/overview.md": "Stores.\n",
    "companies/acme/facts/shops.yaml": FACTS,
}
COUNT = "acme: 1 quote asks for a look; `dossier read` goes through them."
LINE = (
    "content/companies/acme/facts/shops.yaml:8:18 look plan: stores.claims[0].references[0].quote: “plans to” beside value;"
    " the status `announced` would say the same."
)


@pytest.fixture
def playground(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, isolated: None
) -> Playground:
    """A claim that a plan stands beside, proved and in no commit yet."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_EVENT_PATH", raising=False)
    found = Playground(tmp_path)
    found.write({"properties.yaml": ""})
    commit(found)
    found.write(FILES)
    Path("archive").mkdir()
    Path("archive/paper.txt").write_text(normalise_text(TEXT), "utf-8")
    assert (
        "1 quote: 1 look; 0 not checkable." in CliRunner().invoke(dossier, ["prove"]).output
    )
    return found


def check(*options: str) -> Result:
    return CliRunner().invoke(dossier, ["check", *options])


def commit(playground: Playground) -> None:
    playground.git("add", ".")
    playground.git("commit", "--quiet", "-m", "so")


def test_what_a_change_adds_is_told_in_a_line_and_what_stood_there_is_counted(
    playground: Playground,
) -> None:
    assert [LINE, COUNT, "No findings."] == check().output.splitlines()
    commit(playground)
    assert [COUNT, "No findings."] == check().output.splitlines()
    playground.write(
        {"companies/acme/facts/shops.yaml": FACTS.replace("12 stores in 2025", "12 stores")}
    )
    CliRunner().invoke(dossier, ["prove"])
    assert [LINE, COUNT] == check().output.splitlines()[:2]
    commit(playground)
    assert [LINE, COUNT] == check("--since", "HEAD~1").output.splitlines()[:2]


def test_a_look_never_changes_the_exit_status(playground: Playground) -> None:
    assert 0 == check("--strict").exit_code


def test_a_confirmation_settles_no_look(playground: Playground) -> None:
    said = FACTS.replace("2025\n", "2025\n          confirmed: {Q012: It is so}\n")
    playground.write({"companies/acme/facts/shops.yaml": said})
    assert COUNT in check().output


def test_a_reading_settles_it(
    playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (
        "look: plan “plans to” (status `announced` would say the same)"
        in read(monkeypatch, "r", options=READER).output
    )
    assert ["No findings."] == check().output.splitlines()


def test_another_status_settles_it(playground: Playground) -> None:
    said = FACTS.replace("    - value: 12\n", "    - value: 12\n      status: announced\n")
    playground.write({"companies/acme/facts/shops.yaml": said})
    assert (
        "1 quote: 1 proved; 0 not checkable."
        in CliRunner().invoke(dossier, ["prove"]).output
    )
    assert ["No findings."] == check().output.splitlines()


def test_words_of_ours_print_nothing(playground: Playground) -> None:
    playground.write({
        "properties.yaml": "stores:\n  label: Stores\n  type: text\n  fresh: never\n",
        "companies/acme/facts/shops.yaml": FACTS.replace("value: 12", "value: A dozen or so"),
    })  # fmt: skip
    assert "1 words" in CliRunner().invoke(dossier, ["prove"]).output
    assert ["No findings."] == check().output.splitlines()
