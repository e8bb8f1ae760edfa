"""Sentences of a narrative that cite passages: looked up, recorded, read and bound as the
claims of facts are.
"""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from dossier.cli import dossier
from dossier.texts.archive import integrity_of
from dossier.texts.normal import normalise_text

TEXT = "Acme will open 12 stores in Norway in 2025. Costs, including wages, rose as the crown fell.\n"
HASH = integrity_of(normalise_text(TEXT))
FILES = {
    "content/properties.yaml": "stores:\n  label: Stores\n  type: count\n  unit: stores\n  fresh: never\n",
    "content/entities.yaml": "",
    "content/origins.yaml": "",
    "content/sources/paper.md": f"---\ntype: report\nlanguage: en\nintegrity: {HASH}\n---\nOurs.\n",
    "content/companies/acme/company.yaml": "name: Acme\nsections:\n  main: Facts\n",
    "content/companies/acme/facts/main.yaml": "stores:\n  label: New stores in Norway\n  property: stores\n  claims:\n"
    "    - value: 12\n      status: announced\n      references: [{source: paper, quote: open 12 stores in Norway}]\n",
    "archive/paper.txt": TEXT,
}
OVERVIEW = Path("content/companies/acme/overview.md")
LOCK = Path("content/companies/acme/proofs.lock.yaml")
SAID = 'Acme goes to Norway [@paper "stores in Norway"].'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, "utf-8")


def run(*arguments: str) -> str:
    """What a command prints."""
    return CliRunner().invoke(dossier, [*arguments]).output


def proved(text: str) -> str:
    """What proving prints last, of a narrative."""
    OVERVIEW.write_text(f"{text}\n", "utf-8")
    return run("prove")


def test_a_passage_that_a_sentence_cites_is_looked_up_and_recorded() -> None:
    assert "2 quotes: 1 proved, 1 words; 0 not checkable." in proved(SAID)
    (record,) = yaml.safe_load(LOCK.read_text("utf-8"))["overview.md"]
    assert ("stores in Norway", "words") == (record["quote"], record["state"])
    assert "No findings." in run("check")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SAID.replace("Norway", "Sweden"), "companies/acme/overview.md:1:22 Q006"),
        (
            SAID.replace("stores in Norway", "never seen words"),
            "companies/acme/overview.md:1:21 Q001",
        ),
        (SAID.replace("@paper", "@payper"), "companies/acme/overview.md:1:21 L001"),
        ("Acme goes to Norway [@#storess].", "companies/acme/overview.md:1:21 L005"),
        (f'It goes [@paper "{"word " * 40}"].', "companies/acme/overview.md:1:9 F003"),
    ],
)
def test_what_is_wrong_with_it_is_told_where_it_stands(text: str, expected: str) -> None:
    told = proved(text) + run("check")
    assert expected.partition(" ")[2] in told, told
    assert "overview.md:1:" in told


def test_a_sentence_that_changes_is_another_claim() -> None:
    """And a change elsewhere in the narrative is none."""
    proved(SAID)
    OVERVIEW.write_text(f"Stores are new here. {SAID}\n", "utf-8")
    assert "No findings." in run("check")
    OVERVIEW.write_text(SAID.replace("goes to", "leaves") + "\n", "utf-8")
    assert "Q015" in run("check")


def test_a_cause_that_the_passage_has_not_asks_for_a_look() -> None:
    proved('Costs rose because the crown fell [@paper "rose as the crown fell"].')
    assert "look: cause “because”" in run("read", "--list")
    proved('Costs rose as the crown fell [@paper "rose as the crown fell"].')
    assert "look" not in run("read", "--list")


def test_a_list_that_goes_on_in_the_passage_and_not_in_the_sentence_asks_for_a_look() -> (
    None
):
    proved('Wages and rents rose [@paper "Costs, including wages"].')
    assert "look: list “including”" in run("read", "--list")


def test_a_sentence_that_cites_sources_as_a_whole_is_counted() -> None:
    proved("Acme goes to Norway, which has 14 towns [@paper]. It sells [@#stores].")
    told = run("check")
    assert (
        "acme: no quote has 1 of the figures, dates, quotations and names in our own words"
        in told
    )
    assert "1 sentence cites whole sources alone." in told
    assert "`dossier check --all` lists them" in told


def test_what_no_quote_has_is_named_with_its_line_where_all_is_asked_for() -> None:
    proved("Acme sells [@#stores].\n\nIt goes to Norway, which has 14 towns [@paper].")
    listed = [line for line in run("check", "--all").splitlines() if " ours " in line]
    assert listed == [
        (
            "content/companies/acme/overview.md:3:39 ours figure: “14” in the narrative, and no"
            " quote that it stands on has it."
        )
    ]


def test_a_fact_cannot_be_called_what_stands_for_the_narrative() -> None:
    facts = Path("content/companies/acme/facts/main.yaml")
    facts.write_text(
        facts.read_text("utf-8").replace("stores:\n  label", "overview.md:\n  label", 1),
        "utf-8",
    )
    assert "S006" in run("check")
