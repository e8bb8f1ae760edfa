"""The report in facts: what counts as a change and what does not, and what is said of it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.edit.records import split_records
from dossier.model.changes import ChangeKind
from dossier.review.comparing import compare_files
from dossier.review.files import files_of_folder
from dossier.review.report import Report
from dossier.review.rows import fact_rows, record_rows, summary
from tests.helpers import SITES

PROFILE = "companies/acme/facts/profile.yaml"
HISTORY = "companies/acme/facts/history.yaml"
TOWN = "sources/town-paper.md"
HASH = f"sha256-{'a' * 64}"
CLAIM = """\
    - value: over 200
      period: 2024
      references: [{source: annual-report, quote: some 200 people}]
"""
CORRECTION = """\
ours:
  old:
    fact: acme/loan
    was: 2015
    corrected: 2026
    reason: Typo.
"""

Edit = Callable[[Path], None]


def compare(folder: Path, *edits: Edit, base: Edit | None = None) -> Report:
    """The report on a small site after some edits."""
    before, after = folder / "before", folder / "after"
    shutil.copytree(SITES / "acme", before)
    if base:
        base(before)
    shutil.copytree(before, after)
    for edit in edits:
        edit(after)
    return compare_files(files_of_folder(before, ""), files_of_folder(after, ""))


def change(name: str, old: str, new: str) -> Edit:
    """An edit that replaces a text that stands once in a file."""

    def edit(root: Path) -> None:
        text = (root / name).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        (root / name).write_text(text.replace(old, new), "utf-8")

    return edit


def write(name: str, text: str) -> Edit:
    """An edit that writes a file, or adds to its end."""

    def edit(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        with (root / name).open("a", encoding="utf-8") as file:
            file.write(text)

    return edit


def delete(name: str) -> Edit:
    """An edit that takes a file away."""
    return lambda root: (root / name).unlink()


def told(report: Report) -> list[str]:
    """The facts and records of a report, a line for each thing said of them."""
    lines = [(f"{one.change.kind} {one.change.id}", fact_rows(one)) for one in report.facts]
    lines += [
        (f"{one.kind} {one.sort} {one.id}", record_rows(one)) for one in report.records
    ]
    return [
        f"{head} | {row.part} | {row.before} | {row.after} | {row.change}".rstrip(" |")
        for head, rows in lines
        for row in rows
    ]


def move(name: str, other: str, fact: str) -> Edit:
    """An edit that takes the whole of a fact to another file."""

    def edit(root: Path) -> None:
        before, found, after = (root / name).read_text("utf-8").partition(f"{fact}:\n")
        assert found
        write(other, found + after)(root)
        (root / name).write_text(before, "utf-8")

    return edit


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        pytest.param(
            (change(PROFILE, "value: over 120", "value: over 150"),),
            ["changed acme/employees | value | over 120 people | over 150 people | +25.0%"],
            id="a figure that grows says by how much",
        ),
        pytest.param(
            (change(PROFILE, "value: over 120", "value: about 90"),),
            ["changed acme/employees | value | over 120 people | about 90 people | −25.0%"],
            id="a figure that shrinks says by how much",
        ),
        pytest.param(
            (change(PROFILE, "period: 2024", "period: 2023~"),),
            ["changed acme/employees | period | 2024 | 2023~"],
            id="a date is told as it is written",
        ),
        pytest.param(
            (change(HISTORY, "date: 2014-03", "date: 2014-04"), change(HISTORY, "        place: example-town\n", "")),
            ["changed acme/founding | date | 2014-03 | 2014-04", "changed acme/founding | place | example-town"],
            id="of a record the keys that differ are told",
        ),
        pytest.param(
            (change(PROFILE, "period: 2024\n", "period: 2024\n      rank: preferred\n      status: confirmed\n"),),
            ["changed acme/employees | status | reported | confirmed", "changed acme/employees | rank | normal | preferred"],
            id="a status and a rank that move",
        ),
        pytest.param(
            (change(PROFILE, "        - source: town-paper\n          quote: over 120 people\n", ""),),
            [
                "changed acme/employees | quote | town-paper: “over 120 people”, for value",
                "changed acme/employees | sources lost | town-paper",
                "changed acme/employees | independent origins | 1 | 0",
                "changed acme/employees | quotes | 2 unchecked | 1 unchecked",
            ],
            id="a source that is lost takes its origin with it",
        ),
        pytest.param(
            (change(PROFILE, "quote: over 120 people", "quote: over 120 persons"),),
            [
                (
                    "changed acme/employees | quote | town-paper: “over 120 people”, for value"
                    " | town-paper: “over 120 persons”, for value"
                ),
            ],
            id="a quote stands beside the one whose place it took",
        ),
        pytest.param(
            (write(PROFILE, CLAIM),),
            [
                "changed acme/employees | answer |  | over 200 people, 2024",
                "changed acme/employees | quotes | 2 unchecked | 3 unchecked",
                "changed acme/employees | conflict opened |  | same origin, told differently",
            ],
            id="a second answer opens a conflict",
        ),
        pytest.param(
            (change(PROFILE, "label: Number of employees", "label: Employees"),),
            ["changed acme/employees | label | Number of employees | Employees"],
            id="a label",
        ),
        pytest.param(
            (change(HISTORY, "loan:\n", "first-loan:\n"),),
            [
                "added acme/first-loan | answer |  | date: 2016; what: Acme takes its first loan; partners: example-bank",
                "added acme/first-loan | sources gained |  | town-paper",
                "added acme/first-loan | independent origins |  | 1",
                "added acme/first-loan | quotes |  | 1 unchecked",
                "added acme/first-loan | same answer as a retired fact | acme/loan | acme/first-loan",
                "retired acme/loan | answer | date: 2016; what: Acme takes its first loan; partners: example-bank",
                "retired acme/loan | sources lost | town-paper",
                "retired acme/loan | independent origins | 1",
                "retired acme/loan | quotes | 1 unchecked",
                "retired acme/loan | same answer as an added fact | acme/loan | acme/first-loan",
            ],
            id="an id that changed is a fact that went and one that came",
        ),
        pytest.param(
            (change(TOWN, "origins: [example-wire]\n", f"origins: [example-wire]\nintegrity: {HASH}\n"),),
            [f"changed source town-paper | hash of the text |  | {HASH}"],
            id="a source that was taken in, without a record of proofs",
        ),
        pytest.param(
            (change(TOWN, "origins: [example-wire]\n", ""),),
            [
                "changed acme/employees | independent origins | 1 | 0",
                "changed acme/loan | independent origins | 1 | 0",
                "changed source town-paper | origins | example-wire",
            ],
            id="facts whose own text is the same stand differently where their source has another origin",
        ),
        pytest.param(
            (change("origins.yaml", "kind: wire", "kind: unknown"),),
            [
                "changed acme/employees | independent origins | 1 | 0",
                "changed acme/loan | independent origins | 1 | 0",
                "changed origin example-wire | kind | wire | unknown",
            ],
            id="facts stand differently where the origin of their source is another sort of root",
        ),
        pytest.param(
            (change("properties.yaml", "unit: people", "unit: persons"),),
            [
                "changed acme/employees | value | over 120 people | over 120 persons",
                "changed property employees | type | count of people | count of persons",
            ],
            id="a property that counts something else changes what its facts say",
        ),
        pytest.param(
            (write("sources/blog.md", "---\ntype: webpage\ntitle: A blog\n---\nWords.\n"),),
            ["added source blog | added |  | A blog"],
            id="a source that nobody cites yet",
        ),
        pytest.param(
            (change("entities.yaml", "name: Example Town", "name: The Town"),),
            ["changed entity example-town | name | Example Town | The Town"],
            id="an entity",
        ),
        pytest.param(
            (change("companies/acme/company.yaml", "  history: History\n", "  history: The past\n"),),
            ["changed company acme | sections: history | History | The past"],
            id="a heading of a company",
        ),
        pytest.param(
            (write("companies/acme/timelines/all.yaml", "label: All\nevents: [founding, loan]\n"),),
            ["added timeline acme/all | added |  | All"],
            id="a timeline",
        ),
        pytest.param(
            (write("corrections.yaml", CORRECTION),),
            ["added correction ours.old | added |  | Typo."],
            id="a correction",
        ),
        pytest.param(
            (write("companies/acme/overview.md", "Acme has a story.\n"),),
            ["added narrative acme | added |  | acme"],
            id="a narrative",
        ),
    ],
)  # fmt: skip
def test_what_changes_is_told(
    tmp_path: Path, edits: tuple[Edit, ...], expected: list[str]
) -> None:
    assert expected == told(compare(tmp_path, *edits))


@pytest.mark.parametrize(
    "edits",
    [
        pytest.param((), id="nothing at all"),
        pytest.param((write(HISTORY, "# A remark.\n"),), id="a remark"),
        pytest.param(
            (
                change(
                    PROFILE,
                    "over 120\n      period: 2024\n",
                    "over 120\n\n      period: 2024\n",
                ),
            ),
            id="a blank line",
        ),
        pytest.param(
            (
                change(PROFILE, "  label: Number of employees\n", ""),
                change(PROFILE, "  claims:", "  label: Number of employees\n  claims:"),
            ),
            id="the order of keys",
        ),
        pytest.param(
            (change(PROFILE, "value: over 120\n", "value: over 0.12 thousand\n"),),
            id="a figure that is written another way",
        ),
        pytest.param(
            (change(HISTORY, "[example-bank]", "\n          - example-bank"),),
            id="a list that is written another way",
        ),
        pytest.param(
            (change(PROFILE, "employees:\n  label", '"employees":\n  label'),),
            id="a key in quotation marks",
        ),
    ],
)
def test_what_readers_cannot_see_is_no_change(
    tmp_path: Path, edits: tuple[Edit, ...]
) -> None:
    assert [] == told(compare(tmp_path, *edits))


def test_a_fact_that_moves_to_another_file_is_no_change(tmp_path: Path) -> None:
    report = compare(tmp_path, move(HISTORY, PROFILE, "loan"))
    assert ([], ["acme/loan"]) == (told(report), [str(id) for id in report.moved])


def test_a_fact_that_moves_and_changes_is_told_once(tmp_path: Path) -> None:
    report = compare(
        tmp_path,
        move(HISTORY, PROFILE, "loan"),
        change(PROFILE, "date: 2016", "date: 2017"),
    )
    assert ["changed acme/loan | date | 2016 | 2017"] == told(report)


def test_a_file_that_is_renamed_is_no_change(tmp_path: Path) -> None:
    rename = lambda root: (root / HISTORY).rename(root / HISTORY.replace("history", "past"))  # noqa: E731
    company = change(
        "companies/acme/company.yaml", "  history: History\n", "  past: History\n"
    )
    report = compare(tmp_path, rename, company)
    assert (["acme/founding", "acme/loan"], []) == (
        [str(id) for id in report.moved],
        [str(one.change.id) for one in report.facts],
    )


def test_an_entity_that_moves_into_a_folder_is_no_change(tmp_path: Path) -> None:
    """A new one beside it is told."""
    text = (SITES / "acme" / "entities.yaml").read_text("utf-8")
    moved = [write("entities/banks.yaml", text), write("entities.yaml", "")]
    assert [] == told(compare(tmp_path / "moved", *moved))
    new = write(
        "entities/people.yaml", "ann-example:\n  name: Ann Example\n  kind: person\n"
    )
    report = compare(tmp_path / "new", *moved, new)
    assert ["ann-example"] == [one.id for one in report.records]


def test_claims_keep_their_likes_in_any_order(tmp_path: Path) -> None:
    """The second of two answers that change places is still told by itself; of another time
    it contradicts nobody.
    """
    text = (SITES / "acme" / PROFILE).read_text("utf-8")
    claim = text[text.index("    - value") :]
    swap = change(PROFILE, claim + CLAIM, CLAIM.replace("2024", "2023") + claim)
    report = compare(tmp_path, swap, base=write(PROFILE, CLAIM))
    assert [
        "changed acme/employees | period (answer 1 of 2; 2023) | 2024 | 2023",
        "changed acme/employees | conflict closed | same origin, told differently",
    ] == told(report)


def test_a_proof_that_is_recorded_is_told_though_no_fact_is_touched(tmp_path: Path) -> None:
    record = (
        f'loan:\n  - source: town-paper\n    text: {HASH}\n    quote: "a loan in 2016"\n'
    )
    record += '    proves: {date: "2016"}\n    state: proved\n'
    integrity = change(
        TOWN, "issued: 2024-03-09\n", f"issued: 2024-03-09\nintegrity: {HASH}\n"
    )
    supports = change(
        HISTORY,
        "quote: a loan in 2016",
        "quote: a loan in 2016\n          supports: [date]",
    )

    def base(root: Path) -> None:
        integrity(root)
        supports(root)

    def before(root: Path) -> None:
        """As it was when one file had the records of all companies."""
        base(root)
        write("proofs.lock.yaml", f"acme/{record}")(root)

    def split(root: Path) -> None:
        assert 2 == len([*split_records(root)])

    proved = ["changed acme/loan | quotes | 1 unchecked | 1 words"]
    assert proved == told(
        compare(
            tmp_path / "new", write("companies/acme/proofs.lock.yaml", record), base=base
        )
    )
    assert proved == told(
        compare(tmp_path / "old", write("proofs.lock.yaml", f"acme/{record}"), base=base)
    )
    assert [] == told(compare(tmp_path / "split", split, base=before))


def test_a_broken_fact_is_named_and_the_others_are_told(tmp_path: Path) -> None:
    """Of what cannot be read nothing is said but where it is wrong; it is not taken for
    gone.
    """
    report = compare(
        tmp_path,
        change(HISTORY, "        date: 2016", "\tdate: 2016"),
        change(HISTORY, "2014-03\n", "2014-04\n"),
    )
    assert ["changed acme/founding | date | 2014-03 | 2014-04"] == told(report)
    assert ["acme/loan"] == [str(id) for id in report.unread]
    assert [(HISTORY, 17, "Y001")] == [
        (one.position.path, one.position.line, one.code) for one in report.head.errors
    ]


def test_a_source_that_is_still_blank_is_not_told(tmp_path: Path) -> None:
    """A fact that has just been begun leads to no page without a name."""
    report = compare(tmp_path, change(PROFILE, "source: annual-report", "source:"))
    assert [()] == [line.gained for line in report.facts]
    assert "sources//" not in {page.url for page in report.pages}


def test_a_fact_with_a_broken_value_says_so(tmp_path: Path) -> None:
    report = compare(tmp_path, change(PROFILE, "period: 2024", "period: 20l4"))
    assert [True] == [line.has_errors for line in report.facts]


def test_facts_are_told_though_what_they_rest_on_is_not_there(tmp_path: Path) -> None:
    report = compare(
        tmp_path,
        delete(TOWN),
        delete("entities.yaml"),
        change(PROFILE, "over 120\n", "over 150\n"),
    )
    assert (
        "changed acme/employees | value | over 120 people | over 150 people | +25.0%"
        in told(report)
    )


def test_a_file_in_another_style_is_read_as_a_whole(tmp_path: Path) -> None:
    """JSON is YAML; it cannot be cut into facts, but it can be compared."""
    fact = '{"motto": {"label": "Motto", "property": "description", "claims": [{"value": "VALUE",'
    fact += ' "references": [{"source": "town-paper", "quote": "words"}]}]}}\n'
    path = "companies/acme/facts/other.yaml"
    report = compare(tmp_path, change(path, "VALUE", "New"), base=write(path, fact))
    assert ["changed acme/motto | value | VALUE | New"] == told(report)


def test_the_pages_that_look_different_are_named(tmp_path: Path) -> None:
    report = compare(tmp_path, change(HISTORY, "loan:\n", "first-loan:\n"))
    assert [
        ("companies/acme/", ChangeKind.CHANGED),
        ("companies/acme/facts/", ChangeKind.CHANGED),
        ("companies/acme/facts/first-loan/", ChangeKind.ADDED),
        ("companies/acme/facts/loan/", ChangeKind.RETIRED),
        ("companies/acme/timeline/", ChangeKind.CHANGED),
        ("entities/example-bank/", ChangeKind.CHANGED),
        ("sources/town-paper/", ChangeKind.CHANGED),
    ] == [(page.url, page.kind) for page in report.pages]


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ((), "No fact changes."),
        (
            (
                change(HISTORY, "loan:\n", "first-loan:\n"),
                change(PROFILE, "over 120\n", "over 150\n"),
                delete(TOWN),
            ),
            "1 fact changed, 1 added, 1 retired; 1 source retired.",
        ),
        ((write(PROFILE, CLAIM),), "1 fact changed; 1 conflict opened."),
    ],
)
def test_the_whole_is_summed_up_in_a_line(
    tmp_path: Path, edits: tuple[Edit, ...], expected: str
) -> None:
    assert expected == summary(compare(tmp_path, *edits))


# --- Other ids
# -------------------------------------------------------------------------------


def rename(root: Path) -> None:
    """Give the folder of the company another name, as docs/model.md says."""
    (root / "companies/acme").rename(root / "companies/acme-works")
    path = root / "companies/acme-works/company.yaml"
    path.write_text(f"formerly: [acme]\n{path.read_text('utf-8')}", "utf-8")


def grow(root: Path) -> None:
    """Another answer, in whichever folder it stands."""
    [path] = root.glob("companies/*/facts/profile.yaml")
    path.write_text(path.read_text("utf-8").replace("over 120\n", "over 150\n"), "utf-8")


def test_a_renamed_company_is_told_as_one(tmp_path: Path) -> None:
    """Its facts are those that they were, and only what changed in them is told."""
    report = compare(tmp_path, rename, grow)
    assert [
        "changed acme-works/employees | value | over 120 people | over 150 people | +25.0%",
        "changed company acme-works | formerly |  | acme",
    ] == told(report)
    assert {ChangeKind.CHANGED} == {page.kind for page in report.pages}


def test_of_two_companies_that_became_one_the_second_went(tmp_path: Path) -> None:
    """Its facts are told as gone, and not passed over."""

    def second(root: Path) -> None:
        shutil.copytree(root / "companies/acme", root / "companies/beta")

    def merge(root: Path) -> None:
        rename(root)
        shutil.rmtree(root / "companies/beta")
        path = root / "companies/acme-works/company.yaml"
        path.write_text(path.read_text("utf-8").replace("[acme]", "[acme, beta]"), "utf-8")

    kinds = {
        line.change.id.company: line.change.kind
        for line in compare(tmp_path, merge, base=second).facts
    }
    assert {"beta": ChangeKind.RETIRED} == kinds


def test_a_company_without_a_word_of_its_old_name_is_another(tmp_path: Path) -> None:
    def move(root: Path) -> None:
        (root / "companies/acme").rename(root / "companies/acme-works")

    kinds = {line.change.kind for line in compare(tmp_path, move).facts}
    assert {ChangeKind.ADDED, ChangeKind.RETIRED} == kinds


def test_a_fact_with_another_id_is_told_as_one(tmp_path: Path) -> None:
    """It says what it said, or something else; the old address leads to the new one."""
    anew = change(PROFILE, "employees:\n", "people:\n  formerly: [employees]\n")
    renamed = compare(tmp_path / "alone", anew)
    assert ["changed acme/people | id | acme/employees | acme/people"] == told(renamed)
    assert "1 fact changed." == summary(renamed)
    assert ChangeKind.RETIRED not in {page.kind for page in renamed.pages}
    assert [
        "changed acme/people | id | acme/employees | acme/people",
        "changed acme/people | value | over 120 people | over 150 people | +25.0%",
    ] == told(compare(tmp_path / "with more", anew, grow))
