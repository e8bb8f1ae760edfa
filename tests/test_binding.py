"""A proof is one of a claim: whatever frames the claim, a change of it voids the record,
and nothing else does.
"""

import shutil
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.check import check_content
from dossier.cli import dossier
from dossier.merge.proofs import prove_claim
from dossier.model.findings import CODES, Severity
from dossier.model.proofs import RULES, Level, ProofState, State
from dossier.read import read_content
from dossier.texts.archive import integrity_of
from dossier.texts.normal import normalise_text

FACTS, LOCK = (
    Path("content/companies/acme/facts/people.yaml"),
    Path("content/companies/acme/proofs.lock.yaml"),
)
TEXT = """\
Ada Reed, head of design, said in May 2024 that it would open 12 stores in Norway in 2025.
"""
FILES = {
    "properties.yaml": """\
plan:
  label: Plan
  type: record
  fresh: never
  keys:
    stores: {type: count, unit: stores, label: Stores}
    person: {type: entity, label: Person}
    role: {type: text, label: Role}
    country: {type: place, label: Country}
aim:
  label: Aim
  type: record
  fresh: never
  keys:
    stores: {type: count, unit: stores, label: Stores}
    person: {type: entity, label: Person}
    role: {type: text, label: Role}
    country: {type: place, label: Country}
""",
    "entities.yaml": "ada-reed:\n  name: Ada Reed\n  kind: person\nbo-lind:\n  name: Bo Lind\n  kind: person\n",
    "origins.yaml": "",
    "sources/paper.md": f"---\ntype: report\nlanguage: en\nintegrity: {integrity_of(normalise_text(TEXT))}\n---\nOurs.\n",
    "companies/acme/company.yaml": "name: Acme\nsections:\n  people: People\n",
    "companies/acme/overview.md": "Stores.\n",
}
FACT = """\
new-stores:
  label: New stores
  property: plan
  claims:
    - value:
        stores: 12
        person: ada-reed
        role: head of design
        country: Norway
      period: 2025
      stated: 2024-05
      asserted_by: ada-reed
      status: announced
      note: In words of ours.
      references:
        - source: paper
          quote: open 12 stores in Norway in 2025
          supports: [stores, country, period, person, role]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A claim with all that can frame one, proved."""
    monkeypatch.chdir(tmp_path)
    write(
        {f"content/{name}": text for name, text in FILES.items()}
        | {str(FACTS): FACT, "archive/paper.txt": TEXT}
    )
    done = CliRunner().invoke(dossier, ["prove"])
    assert "1 quote: 1 words; 0 not checkable." == done.output.splitlines()[-1]
    return tmp_path


def write(files: Mapping[str, str]) -> None:
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(
            normalise_text(text) if name.startswith("archive") else text, "utf-8"
        )


def states() -> Mapping[str, State]:
    """How much is known of each key of the claim, by the record alone."""
    content = read_content(Path("content")).content
    fact = next(iter(content.facts.values()))
    return prove_claim(fact, fact.claims[0], content).keys


def proof_codes() -> Counter[str]:
    """The codes about proofs that checking finds."""
    reading = read_content(Path("content"))
    found = check_content(reading.content, reading.findings)
    assert {one.code[0] for one in found} <= {"Q", "L"}, found
    return Counter(one.code for one in found if one.code.startswith("Q"))


def test_each_key_has_a_level_of_its_own(folder: Path) -> None:
    assert {
        "stores": Level.PROVED, "country": Level.PROVED, "period": Level.PROVED, "person": Level.PROVED, "role": Level.WORDS,
    } == states()  # fmt: skip
    assert not proof_codes()


FRAME = {
    "the property": ("property: plan", "property: aim"),
    "the subject": ("  property: plan", "  property: plan\n  subject: bo-lind"),
    "the label": ("label: New stores", "label: Closed stores"),
    "a role": ("role: head of design", "role: chief executive"),
    "a name": ("person: ada-reed", "person: bo-lind"),
    "a place": ("country: Norway", "country: Sweden"),
    "what is told of the time": (
        "      period: 2025\n",
        "      duration: P1Y\n      period: 2025\n",
    ),
    "the day": ("stated: 2024-05", "stated: 2024-06"),
    "the speaker": ("asserted_by: ada-reed", "asserted_by: bo-lind"),
    "the speaker of a key": (
        "asserted_by: ada-reed",
        "asserted_by: {value: ada-reed, stores: bo-lind}",
    ),
    "a speaker at the passage": (
        "          supports:",
        "          asserted_by: bo-lind\n          supports:",
    ),
    "a speaker who is left out": ("      asserted_by: ada-reed\n", ""),
    "the status": ("status: announced", "status: completed"),
}


@pytest.mark.parametrize(("was", "now"), FRAME.values(), ids=FRAME)
def test_what_frames_a_claim_voids_its_record(folder: Path, was: str, now: str) -> None:
    """It is a warning, since whoever changes it may not have the text; and pages say that
    it is not checked.
    """
    text = FACTS.read_text("utf-8")
    assert was in text
    FACTS.write_text(text.replace(was, now), "utf-8")
    assert {"Q015": 1} == proof_codes()
    assert CODES["Q015"].severity is Severity.WARNING
    assert {ProofState.UNCHECKED} == {*states().values()}


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("stores: 12", "stores: 21"),
        ("period: 2025", "period: 2026"),
        (
            "quote: open 12 stores in Norway in 2025",
            "quote: would open 12 stores in Norway in 2025",
        ),
        (
            "supports: [stores, country, period, person, role]",
            "supports: [stores, country, period, person, role, status]",
        ),
        (
            "supports: [stores, country, period, person, role]",
            "supports: [stores, country, period, person]",
        ),
    ],
)
def test_other_words_figures_or_keys_are_an_error(folder: Path, was: str, now: str) -> None:
    text = FACTS.read_text("utf-8")
    assert was in text
    FACTS.write_text(text.replace(was, now), "utf-8")
    assert {"Q008": 1} == proof_codes()
    assert {ProofState.UNCHECKED} == {*states().values()}


@pytest.mark.parametrize("now", ["      qualifiers: {scope: south}\n", ""])
def test_a_qualifier_frames_a_claim(folder: Path, now: str) -> None:
    properties = Path("content/properties.yaml")
    stores = "stores:\n  label: Stores\n  type: count\n  unit: stores\n  fresh: never\n  qualifiers: {scope: any}\n"
    properties.write_text(properties.read_text("utf-8") + stores, "utf-8")
    claim = "    - value: 12\n      qualifiers: {scope: north}\n      references: [{source: paper, quote: 12 stores}]\n"
    fact = f"store-count:\n  label: Stores\n  property: stores\n  claims:\n{claim}"
    FACTS.write_text(fact, "utf-8")
    CliRunner().invoke(dossier, ["prove"])
    assert not proof_codes()
    FACTS.write_text(fact.replace("      qualifiers: {scope: north}\n", now), "utf-8")
    assert {"Q015": 1} == proof_codes()
    assert {ProofState.UNCHECKED} == {*states().values()}


def test_another_name_of_what_is_named_voids_the_record(folder: Path) -> None:
    """What was compared with the words is the name, and pages print it."""
    path = Path("content/entities.yaml")
    path.write_text(path.read_text("utf-8").replace("Ada Reed", "Ada Quill"), "utf-8")
    assert {"Q015": 1} == proof_codes()


def test_layout_order_remarks_and_files_do_not_count(folder: Path) -> None:
    """The same claim in another order, with remarks, in another file and a folder of
    another name.
    """
    FACTS.unlink()
    turned = """\
# A remark.
new-stores:
  claims:
    - references:
        - supports: [stores, country, period, person, role]
          quote: "open 12 stores in Norway in 2025"
          source: paper
      rank: normal
      note: In other words of ours.
      status: announced
      checked: 2025
      asserted_by: ada-reed
      stated: 2024-05
      period: 2025
      value: {country: Norway, role: head of design, person: ada-reed, stores: 12}
  property: plan
  label: New stores
"""
    write({"content/companies/acme/facts/plans.yaml": turned})
    company = Path("content/companies/acme/company.yaml")
    company.write_text("name: Acme\nformerly: [acme]\nsections:\n  plans: Plans\n", "utf-8")
    shutil.move("content/companies/acme", "content/companies/acme-stores")
    assert not proof_codes()
    assert Level.PROVED is states()["stores"]


def test_a_fact_that_takes_another_id_keeps_its_records(folder: Path) -> None:
    FACTS.write_text(
        FACT.replace("new-stores:\n", "store-plan:\n  formerly: [new-stores]\n"), "utf-8"
    )
    assert not proof_codes()
    assert Level.PROVED is states()["stores"]
    assert 0 == CliRunner().invoke(dossier, ["prove", "--archive", "nowhere"]).exit_code
    assert "store-plan:" in LOCK.read_text("utf-8")
    assert not proof_codes()


def test_laying_files_out_voids_nothing(folder: Path) -> None:
    FACTS.write_text(
        FACTS.read_text("utf-8").replace(
            "role: head of design", 'role:   "head of design"'
        ),
        "utf-8",
    )
    assert 0 == CliRunner().invoke(dossier, ["fmt"]).exit_code
    assert not proof_codes()


def test_what_older_rules_made_counts_as_words_until_it_is_made_anew(folder: Path) -> None:
    whole = LOCK.read_text("utf-8")
    for old in (whole.replace(f"rules: {RULES}", "rules: 1"), "".join(
        line for line in whole.splitlines(keepends=True) if not line.strip().startswith(("claim:", "rules:", "levels:"))
    )):  # fmt: skip
        LOCK.write_text(old.replace("state: words", "state: proved"), "utf-8")
        assert {"Q016": 1} == proof_codes()
        assert {Level.WORDS} == {*states().values()}
    CliRunner().invoke(dossier, ["prove"])
    assert whole == LOCK.read_text("utf-8")


GAZETTE = "Acme has 12 stores, and it was said to have 12 stores in Norway.\n"
SEVERAL = """\
new-stores:
  label: Stores in Norway
  property: aim
  claims:
    - value: {stores: 12}
      references:
        - {source: paper, quote: 12 stores in Norway in 2025, supports: [stores]}
        - {source: gazette, quote: Acme has 12 stores, supports: [stores]}
"""


def test_an_answer_asks_for_a_look_where_one_of_its_quotes_does(folder: Path) -> None:
    """One truth for each key, for the whole claim and for what pages and data say of it."""
    paper = FILES["sources/paper.md"]
    gazette = paper.replace(
        integrity_of(normalise_text(TEXT)), integrity_of(normalise_text(GAZETTE))
    )
    write({str(FACTS): SEVERAL, "content/sources/gazette.md": gazette})
    write({"archive/gazette.txt": GAZETTE})
    done = CliRunner().invoke(dossier, ["prove"])
    assert "2 quotes: 1 proved, 1 look" in done.output.splitlines()[-1], done.output
    content = read_content(Path("content")).content
    fact = next(iter(content.facts.values()))
    proofs = prove_claim(fact, fact.claims[0], content)
    assert {Level.PROVED, Level.LOOK} == {*proofs.quotes}
    assert Level.LOOK is proofs.state is proofs.known.state is proofs.keys["stores"]
    assert proofs.known.cues
