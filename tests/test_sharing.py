"""Quotes that do not say what they support: it is what their words hold, kept in the record
and counted from there.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.check import check_content
from dossier.cli import dossier
from dossier.merge.corroboration import corroborated_keys
from dossier.model.claims import Claim
from dossier.prove.folder import prove_folder
from dossier.read import read_content
from dossier.texts.archive import integrity_of
from dossier.texts.normal import normalise_text

TEXTS = {
    "herald": "Tidewick launched Wave One in May 2024. Wave One has 40 million parameters.\nIt is the fastest yet.\n",
    "post": "Wave One came in May 2024, Tidewick announced.\nIt has 40 million parameters and can see.\n",
}
FACTS = "companies/tidewick/facts/models.yaml"
LOCK = "companies/tidewick/proofs.lock.yaml"
HEAD = """\
wave-one:
  label: Wave One
  property: release
  claims:
    - value: {date: 2024-05, model: wave-one, parameters: 40 million, strength: Speed}
      asserted_by: tidewick
      status: announced
      references:
"""
LONG = """\
        - source: herald
          quote: launched Wave One in May 2024
          supports: [date, model]
        - source: herald
          quote: Wave One has 40 million parameters
          supports: [model, parameters]
        # Our own word for it.
        - source: herald
          quote: fastest yet
          supports: [strength]
        - source: post
          quote: Wave One came in May 2024
          supports: [date, model]
        - source: post
          quote: Tidewick announced
          supports: [asserted_by, status]
        - source: post
          quote: 40 million parameters  # as printed
          supports: [parameters]
"""
SHORT = """\
        - source: herald
          quotes:
            - launched Wave One in May 2024
            - Wave One has 40 million parameters
            # Our own word for it.
            - fastest yet
        - source: post
          quotes:
            - Wave One came in May 2024
            - Tidewick announced
            - 40 million parameters  # as printed
"""
OPEN = LONG[: LONG.index("        # Our own")].replace("          supports: [date, model]\n", "").replace(
    "          supports: [model, parameters]\n", ""
)  # fmt: skip
SHORTEST = """\
wave-one:
  label: Wave One
  property: release
  value: {date: 2024-05, model: wave-one, parameters: 40 million, strength: Speed}
  asserted_by: tidewick
  status: announced
  sources:
    herald:
      - launched Wave One in May 2024
      - Wave One has 40 million parameters
      # Our own word for it.
      - fastest yet
    post:
      - Wave One came in May 2024
      - Tidewick announced
      - 40 million parameters  # as printed
"""
SIZE = """\
size:
  label: Size of Wave One
  property: parameters
  claims:
    - value: 40 million
      references:
        - source: herald
          quotes: [Wave One has 40 million parameters, fastest yet]
"""
FILES = {
    "properties.yaml": """\
parameters: {label: Parameters, type: count, unit: parameters, fresh: never}
release:
  label: Release
  type: record
  fresh: never
  keys:
    date: {type: date, label: Date, required: true}
    model: {type: entity, label: Model}
    parameters: {type: count, unit: parameters, label: Parameters}
    strength: {type: text, label: Strength}
""",
    "entities.yaml": "wave-one:\n  name: Wave One\n  kind: product\n",
    "origins.yaml": "",
    "companies/tidewick/company.yaml": "name: Tidewick\nsections:\n  models: Models\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small content folder whose texts are in an archive beside it."""
    (tmp_path / "archive").mkdir()
    for id, text in TEXTS.items():
        normal = normalise_text(text)
        (tmp_path / "archive" / f"{id}.txt").write_text(normal, "utf-8")
        front = (
            f"type: report\ntitle: {id}\nlanguage: en\nintegrity: {integrity_of(normal)}"
        )
        write(tmp_path / "content", {f"sources/{id}.md": f"---\n{front}\n---\nOurs.\n"})
    write(tmp_path / "content", FILES)
    return tmp_path / "content"


def write(root: Path, files: Mapping[str, str]) -> None:
    """Write files of a content folder."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")


def prove(root: Path) -> str:
    """What `dossier prove` says."""
    return prove_folder(root, root.parent / "archive").report


def claim(root: Path) -> Claim:
    """The claim as it is read."""
    [fact] = read_content(root).content.every_fact
    return fact.claims[0]


def errors(root: Path) -> list[str]:
    """The findings without a text at hand."""
    reading = read_content(root)
    return [one.code for one in check_content(reading.content, reading.findings)]


def test_each_quote_supports_what_its_words_hold(root: Path) -> None:
    """What no words hold is in our own words, and rests on the passage that holds nothing
    else.
    """
    write(root, {FACTS: HEAD + SHORT})
    assert "6 quotes: " in prove(root)
    assert [
        ("date", "model"), ("model", "parameters"), ("strength",),
        ("date", "model"), ("asserted_by", "status"), ("parameters",),
    ] == [one.supports for one in claim(root).references]  # fmt: skip
    assert [] == errors(root)
    assert "supports: [model, parameters]" in (root / LOCK).read_text("utf-8")


def test_a_source_without_a_language_is_named_as_the_cause(root: Path) -> None:
    """Its figures are read as those of English, which may be what is wrong."""
    source = root / "sources" / "herald.md"
    facts = HEAD + SHORT
    write(root, {FACTS: facts.replace("40 million, strength", "40.000 thousand, strength")})
    assert "names no `language`" not in prove(root)
    source.write_text(source.read_text("utf-8").replace("language: en\n", ""), "utf-8")
    assert (
        "herald names no `language`, so its figures and dates are read as English."
        in prove(root)
    )


def test_short_and_long_have_the_same_record(root: Path) -> None:
    write(root, {FACTS: HEAD + LONG})
    prove(root)
    before, long = (root / LOCK).read_bytes(), claim(root)
    write(root, {FACTS: HEAD + SHORT})
    assert [] == errors(root)
    assert long == claim(root)
    prove(root)
    assert before == (root / LOCK).read_bytes()


def test_corroboration_are_counted_by_what_is_held(root: Path) -> None:
    """Before anything is on record, the quotes of a record stand for one source, whichever
    of them supports what.
    """
    write(root, {FACTS: HEAD + SHORT})
    content = read_content(root).content
    assert {1} == {
        len(corroboration.sources)
        for corroboration in corroborated_keys([claim(root)], content).values()
    }
    prove(root)
    content = read_content(root).content
    counted = {
        key: len(corroboration.sources)
        for key, corroboration in corroborated_keys([claim(root)], content).items()
    }
    assert {"date": 2, "model": 2, "parameters": 2, "strength": 1} == counted


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (HEAD.replace("40 million", "50 million") + SHORT, "parameters: none of the quotes of the claim has it"),
        (HEAD.replace("2024-05", "2023-05") + SHORT, "date: none of the quotes of the claim has it"),
        (HEAD.replace("wave-one, par", "tidewick, par") + OPEN, "model: none of the quotes of the claim has it"),
        (HEAD.replace(", strength: Speed", "") + SHORT, "the words hold no figure, date or name of the claim"),
        (SIZE, "the words hold no figure, date or name of the claim"),
    ],
)  # fmt: skip
def test_what_no_quote_holds_and_a_quote_that_holds_nothing_are_errors(
    facts: str, told: str, root: Path
) -> None:
    """The record keeps it, so that it is one without the texts too."""
    write(root, {FACTS: facts})
    report = prove(root)
    assert " Q002 " in report
    assert told in report
    assert "Q002" in errors(root)


def test_one_quote_alone_means_what_it_meant(root: Path) -> None:
    """It supports the value, and fails where a figure of it is missing."""
    write(
        root,
        {
            FACTS: HEAD
            + LONG[: LONG.index("        - source: herald", 10)].replace(
                "          supports: [date, model]\n", ""
            )
        },
    )
    report = prove(root)
    assert "Q002" in report
    assert "parameters 40 million" in report
    assert () == claim(root).references[0].supports


def test_files_are_shortened_and_say_the_same(root: Path) -> None:
    """Remarks keep their places; what is not on record, or has no text, keeps what it says."""
    write(root, {FACTS: HEAD + LONG})
    prove(root)
    before, lock = claim(root), (root / LOCK).read_bytes()
    command = ["fmt", "--short", str(root), "--archive", str(root.parent / "archive")]
    assert 0 == CliRunner().invoke(dossier, command).exit_code
    assert SHORTEST == (root / FACTS).read_text("utf-8")
    assert before == claim(root)
    prove(root)
    assert lock == (root / LOCK).read_bytes()
    assert "as it should be" in CliRunner().invoke(dossier, command).output


def test_without_texts_nothing_is_left_out(root: Path) -> None:
    write(root, {FACTS: HEAD + LONG})
    prove(root)
    before = claim(root)
    done = CliRunner().invoke(
        dossier, ["fmt", "--short", str(root), "--archive", "nowhere"]
    )
    assert 0 == done.exit_code
    short = (root / FACTS).read_text("utf-8")
    assert (5, 1) == (short.count("]\n") - 1, short.count("supports:"))
    assert before == claim(root)


def test_what_most_claims_say_becomes_a_default(root: Path) -> None:
    one = HEAD + LONG
    text = "".join(
        one.replace("wave-one:", f"wave-{n}:", 1).replace("Wave One\n", f"Wave {n}\n", 1)
        for n in range(4)
    )
    other = (
        HEAD.replace("      asserted_by: tidewick\n", "").replace(
            "wave-one:", "wave-five:", 1
        )
        + LONG
    )
    write(root, {FACTS: text + other.replace("[asserted_by, status]", "[status]")})
    prove(root)
    before = read_content(root).content.every_fact
    command = ["fmt", "--short", str(root), "--archive", str(root.parent / "archive")]
    assert 0 == CliRunner().invoke(dossier, command).exit_code
    short = (root / FACTS).read_text("utf-8")
    assert short.startswith(
        "defaults:\n  asserted_by: tidewick\n  status: announced\n  property: release\n\nwave-0:\n"
    )
    assert 1 == short.count("asserted_by: unstated")
    assert before == read_content(root).content.every_fact


def test_what_takes_its_date_from_an_event_is_shortened_too(root: Path) -> None:
    """The date stands in another file, and the quotes share the claim all the same."""
    launch = (
        HEAD.replace("wave-one:", "launch:", 1).replace(
            "label: Wave One", "label: The launch"
        )
        + LONG
    )
    later = HEAD.replace("date: 2024-05, ", "").replace(
        "      references:", "      inferred: {date: tidewick/launch}\n      references:"
    )
    write(root, {FACTS: later + LONG, "companies/tidewick/facts/events.yaml": launch})
    with (root / "companies/tidewick/company.yaml").open("a", encoding="utf-8") as file:
        file.write("  events: Events\n")
    prove(root)
    before = read_content(root).content.facts
    command = ["fmt", "--short", str(root), "--archive", str(root.parent / "archive")]
    assert 0 == CliRunner().invoke(dossier, command).exit_code
    assert "supports:" not in (root / FACTS).read_text("utf-8")
    assert before == read_content(root).content.facts
