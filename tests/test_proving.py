"""Whole folders: what `dossier prove` says and records, with the texts at hand and without."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from dossier.check import check_content
from dossier.cli import dossier
from dossier.collect import Findings
from dossier.merge.proofs import prove_claim
from dossier.model.content import Content
from dossier.model.facts import FactId
from dossier.model.findings import Finding
from dossier.model.proofs import Level, ProofState, Record, State
from dossier.prove.lock import render_lock
from dossier.read import read_content
from dossier.read.proofs import read_proofs
from dossier.read.shapes import Spot
from dossier.texts.archive import integrity_of
from dossier.texts.normal import normalise_text
from dossier.yaml.nodes import parse_yaml

LOCK = "companies/acme/proofs.lock.yaml"
TEXT = "Acme will invest 380 billion yuan ($53 billion).\nIts shares rose nearly 10% that day.\n"
SOURCE = "---\ntype: report\ntitle: Paper\n{}---\nOur own words.\n"
FILES = {
    "properties.yaml": "pledge:\n  label: Pledge\n  type: money\n  fresh: never\n",
    "entities.yaml": "",
    "origins.yaml": "",
    "companies/acme/company.yaml": "name: Acme\nsections:\n  money: Money\n",
    "companies/acme/facts/money.yaml": """\
pledge:
  label: Pledge
  property: pledge
  claims:
    - value: 380 billion CNY
      equivalent: 53 billion USD
      references:
        - source: paper
          quote: 380 billion yuan ($53 billion)
          supports: [value, equivalent]
        - source: paper
          quote: Acme will invest
          supports: [status]
      status: announced
""",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small content folder beside an archive that has its one text."""
    monkeypatch.chdir(tmp_path)
    Path("archive").mkdir()
    Path("archive/paper.txt").write_text(normalise_text(TEXT), "utf-8")
    write(
        {
            **FILES,
            "sources/paper.md": SOURCE.format(
                f"integrity: {integrity_of(normalise_text(TEXT))}\n"
            ),
        }
    )
    return tmp_path


def write(files: Mapping[str, str]) -> None:
    """Write files of the content folder."""
    for name, text in files.items():
        path = Path("content") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def edit(name: str, old: str, new: str) -> None:
    """Replace words in a file of the content folder."""
    path = Path("content") / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def prove(*arguments: str) -> Result:
    """Run `dossier prove`."""
    return CliRunner().invoke(dossier, ["prove", *arguments])


def codes() -> list[str]:
    """The codes that checking finds, without any text."""
    reading = read_content(Path("content"))
    found: Iterator[Finding] = iter(check_content(reading.content, reading.findings))
    return sorted({finding.code for finding in found})


def content() -> Content:
    """What the content folder holds."""
    return read_content(Path("content")).content


def count_proofs(folder: Content) -> Counter[State]:
    """How many quotes are in each state."""
    return Counter(
        state
        for fact in folder.facts.values()
        for claim in fact.claims
        for state in prove_claim(fact, claim, folder).quotes
    )


def test_what_is_in_the_text_is_proved_and_recorded(folder: Path) -> None:
    proved = prove()
    assert (0, "2 quotes: 1 proved, 1 words; 0 not checkable.") == (
        proved.exit_code,
        proved.output.splitlines()[-1],
    )
    assert [] == codes()
    assert {Level.PROVED: 1, Level.WORDS: 1} == count_proofs(content())


def test_a_second_run_changes_nothing(folder: Path) -> None:
    prove()
    lock = Path("content", LOCK)
    before = lock.stat().st_mtime_ns
    assert "2 quotes: 1 proved, 1 words; 0 not checkable.\n" == prove().output
    assert before == lock.stat().st_mtime_ns


def test_a_text_that_stands_in_its_source_is_at_hand_everywhere(folder: Path) -> None:
    """Its hash is that of the same words in the archive, which need not be there."""
    edit(
        "sources/paper.md", "type: report\n", "type: report\nbody: text\nlicense: CC0-1.0\n"
    )
    edit("sources/paper.md", "Our own words.\n", TEXT)
    proved = prove("--archive", "nowhere")
    assert (0, "2 quotes: 1 proved, 1 words; 0 not checkable.") == (
        proved.exit_code,
        proved.output.splitlines()[-1],
    )
    edit("sources/paper.md", "380 billion yuan", "390 billion yuan")
    assert (
        " Q010 integrity: the text at hand is sha256-"
        in prove("--archive", "nowhere").output
    )


def test_without_the_texts_the_record_stands(folder: Path) -> None:
    prove()
    before = Path("content", LOCK).read_bytes()
    proved = prove("--archive", "nowhere")
    integrity = content().sources["paper"].integrity
    assert 0 == proved.exit_code
    assert (
        f"paper: text not at hand; proof of 2 quotes on record against {integrity}."
        == proved.output.splitlines()[0]
    )
    assert (
        "2 quotes: 0 proved; 2 not checkable (2 on record)."
        == proved.output.splitlines()[-1]
    )
    assert before == Path("content", LOCK).read_bytes()


def test_nothing_looked_at_is_no_pass(folder: Path) -> None:
    """Without text and record, all is unchecked and nothing is recorded; a source that
    names its text asks for one.
    """
    proved = prove("--archive", "nowhere")
    assert (1, "2 quotes: 0 proved; 2 not checkable.") == (
        proved.exit_code,
        proved.output.splitlines()[-1],
    )
    assert not Path("content", LOCK).exists()
    assert ["Q014"] == codes()
    assert {ProofState.UNCHECKED: 2} == count_proofs(content())


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("companies/acme/facts/money.yaml", "value: 380", "value: 830", "Q008"),
        ("companies/acme/facts/money.yaml", "quote: Acme will", "quote: will", "Q008"),
        (
            "companies/acme/facts/money.yaml",
            "      status: ann",
            "        - source: paper\n          quote: shares rose\n          supports: [status]\n      status: ann",
            "Q013",
        ),
        ("sources/paper.md", "integrity: sha256-", "integrity: sha256-0", "V006"),
        ("sources/paper.md", "integrity: sha256-", "# ", "Q010"),
        (
            LOCK,
            "state: proved",
            "state: near\n    code: Q006\n    detail: Words differ",
            "Q006",
        ),
        (LOCK, "value: 380", "value: 381", "Q008"),
        (LOCK, "state: proved", "state: sure", "S005"),
    ],
)
def test_a_stale_record_is_found_without_the_texts(
    folder: Path, name: str, old: str, new: str, code: str
) -> None:
    prove()
    edit(name, old, new)
    assert code in codes()
    # New words are no fault: whoever adds them may not have the text.
    assert int(code != "Q013") == prove("--archive", "nowhere").exit_code
    assert code in codes(), "proving without the texts makes nothing good"


def test_another_text_is_not_trusted(folder: Path) -> None:
    """A text whose hash the source does not name proves nothing."""
    Path("archive/paper.txt").write_text(
        "Acme will invest 380 billion yuan ($53 billion). Perhaps.\n", "utf-8"
    )
    proved = prove()
    assert 1 == proved.exit_code
    assert " Q010 integrity: the text at hand is sha256-" in proved.output
    assert "2 quotes: 0 proved; 2 not checkable." == proved.output.splitlines()[-1]


def test_a_source_without_a_hash_is_told_the_hash(folder: Path) -> None:
    write({"sources/paper.md": SOURCE.format("")})
    proved = prove()
    assert 1 == proved.exit_code
    assert (
        f"Write `integrity: {integrity_of(Path('archive/paper.txt').read_text('utf-8'))}`."
        in proved.output
    )
    assert "2 quotes: 1 proved, 1 words; 0 not checkable." == proved.output.splitlines()[-1]


def test_a_raw_text_is_normalised_before_it_is_compared(folder: Path) -> None:
    """The archive may hold a text as it was saved."""
    Path("archive/paper.txt").write_bytes(
        TEXT.replace("\n", "\r\n").replace("invest", "inv\u00adest").encode()
    )
    assert (
        "2 quotes: 1 proved, 1 words; 0 not checkable.\n"
        == prove().output.split("commit it.\n")[-1]
    )


def test_a_wrong_figure_fails_and_is_recorded_as_such(folder: Path) -> None:
    edit("companies/acme/facts/money.yaml", "value: 380", "value: 830")
    proved = prove()
    assert 1 == proved.exit_code
    assert (
        "content/companies/acme/facts/money.yaml:9:18 Q002 pledge.claims[0].references[0].quote: value 830"
        in proved.output
    )
    assert (
        "2 quotes: 1 words, 1 figure missing; 0 not checkable."
        == proved.output.splitlines()[-1]
    )
    assert ["Q002"] == codes()


def test_a_record_on_which_nothing_rests_is_swept_away(folder: Path) -> None:
    prove()
    lock = Path("content", LOCK)
    clean = lock.read_bytes()
    edit(LOCK, "pledge:", "gone:\n  - source: paper\n    text: sha256-" + "0" * 64
         + "\n    quote: gone\n    state: proved\npledge:")  # fmt: skip
    assert ["Q011", "Q016"] == codes()
    assert 0 == prove("--archive", "nowhere").exit_code
    assert clean == lock.read_bytes()


def test_faulty_content_is_not_proved(folder: Path) -> None:
    edit("companies/acme/facts/money.yaml", "property: pledge", "property: plegde")
    proved = prove()
    assert 1 == proved.exit_code
    assert "No quote was looked at: mend these first." == proved.output.splitlines()[-1]
    assert not Path("content", LOCK).exists()


def test_a_broken_record_is_made_anew_where_all_texts_are(folder: Path) -> None:
    """A merge that was left unfinished in it costs nothing; without the texts, somebody has
    to mend it.
    """
    prove()
    lock = Path("content", LOCK)
    whole = lock.read_bytes()
    edit(LOCK, "pledge:\n", "<<<<<<< ours\npledge:\n")
    broken = lock.read_bytes()
    assert 1 == prove("--archive", "nowhere").exit_code
    assert broken == lock.read_bytes()
    assert 0 == prove().exit_code
    assert whole == lock.read_bytes()


@pytest.mark.parametrize("sort", ["link", "folder", "bytes"])
def test_a_text_that_cannot_be_read_is_one_line(folder: Path, sort: str) -> None:
    text = Path("archive/paper.txt")
    text.unlink()
    if sort == "link":
        text.symlink_to("/etc/passwd")
    elif sort == "folder":
        text.mkdir()
    else:
        text.write_bytes(b"\xff\xfe")
    proved = prove()
    assert 1 == proved.exit_code
    assert "archive/paper.txt: " in str(proved.exception)


def test_the_state_of_each_reference_is_there_for_pages(folder: Path) -> None:
    prove()
    fact = content().facts[FactId("acme", "pledge")]
    claim = fact.claims[0]
    assert (Level.PROVED, Level.WORDS) == prove_claim(fact, claim, content()).quotes


def references(*arguments: str) -> list[dict[str, object]]:
    """What `dossier prove --format json` prints, its report apart."""
    done = prove("--format", "json", *arguments)
    told: list[dict[str, object]] = json.loads(done.stdout)
    return told


def test_each_reference_is_data_in_the_order_of_the_content(folder: Path) -> None:
    edit("companies/acme/company.yaml", "  money", "  about: About\n  money")
    write({"companies/acme/facts/about.yaml": "zone:\n  label: Zone\n  property: pledge\n  claims:\n"
           "    - {value: unstated, references: [{source: paper, locator: page 2}]}\n"
           "alpha:\n  label: Alpha\n  property: pledge\n  claims:\n"
           "    - {value: 99 billion USD, references: [{source: paper, quote: ($53 billion)}]}\n"})  # fmt: skip
    found = references()
    assert ["acme/zone", "acme/alpha", "acme/pledge", "acme/pledge"] == [
        one["fact"] for one in found
    ]
    assert ["unchecked", "figure missing", "proved", "words"] == [
        one["state"] for one in found
    ]
    assert {
        "fact": "acme/pledge", "claim": 0, "source": "paper", "quote": "380 billion yuan ($53 billion)",
        "supports": ["value", "equivalent"], "state": "proved", "looks": [], "detail": "",
    } == found[2]  # fmt: skip
    assert "the words say “$53 billion”" in str(found[1]["detail"])
    assert (["value"], "the reference has no quote") == (
        found[0]["supports"],
        found[0]["detail"],
    )


def test_without_the_texts_the_data_tells_what_is_on_record(folder: Path) -> None:
    prove()
    edit(
        "companies/acme/facts/money.yaml",
        "quote: Acme will invest",
        "quote: Acme has invested",
    )
    told = [(one["state"], one["detail"]) for one in references("--archive", "nowhere")]
    assert [
        ("proved", "on record; the text is not at hand"),
        ("unchecked", "the text is not at hand, and no proof is on record"),
    ] == told


def test_faulty_content_has_no_references_to_tell(folder: Path) -> None:
    edit("companies/acme/facts/money.yaml", "property: pledge", "property: plegde")
    done = prove("--format", "json")
    assert (1, []) == (done.exit_code, json.loads(done.stdout))
    assert "mend these first" in done.stderr


@given(
    st.lists(
        st.builds(
            Record,
            source=st.just("paper"),
            text=st.just("sha256-" + "a" * 64),
            quote=st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_characters="\x7f\xad"),
                          min_size=1).filter(lambda text: bool(text.strip()) and text.isprintable()),
            state=st.sampled_from(ProofState),
            proves=st.dictionaries(
                st.sampled_from(["value", "date"]), st.sampled_from(["26%", "[2020..2021]", "over 1 USD", "P3Y"])
            ),
        ),
        min_size=1, max_size=3, unique_by=lambda record: record.quote,
    )
)  # fmt: skip
def test_what_is_written_is_read_back(records: list[Record]) -> None:
    """Whatever a quote holds, the record comes back as it was."""
    out = Findings()
    node = parse_yaml(LOCK, render_lock({"acme/pledge": tuple(records)}), out)
    assert node is not None
    assert {"acme/pledge": tuple(records)} == read_proofs("acme", node, Spot("", out))
    assert () == out.in_order()
