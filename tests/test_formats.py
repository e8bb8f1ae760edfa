"""The formats of `dossier check`: findings as data, as annotations, as SARIF, and never as
somebody's order.
"""

import json
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from dossier.cli import dossier
from dossier.model.findings import CODES, Finding
from dossier.model.places import Position
from dossier.report.excerpts import end_column
from dossier.report.formats import FORMATS, changed_files
from dossier.report.github import (
    ANNOTATIONS,
    TAIL_BYTES,
    Checkout,
    annotations,
    job_summary,
)
from dossier.report.ranking import ranked
from tests.builds import run
from tests.helpers import SITES, TESTS

BROKEN = SITES / "broken"
HERE = Checkout(Path("content"))
ORDERS = [
    "::error::x",
    " ::add-mask::a",
    "a ##[set-env name=PATH]/x",
    "##[group]",
    "a\n::error::x",
    "a\r\n::stop-commands::t",
    "100%0A",
]


@pytest.fixture(autouse=True)
def _on_no_runner(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the tests run on is not what they test."""
    for name in (
        "GITHUB_EVENT_PATH",
        "GITHUB_STEP_SUMMARY",
        "GITHUB_SERVER_URL",
        "GITHUB_REPOSITORY",
        "GITHUB_SHA",
    ):
        monkeypatch.delenv(name, raising=False)


def finding(
    code: str = "V001",
    path: str = "x.yaml",
    line: int = 1,
    message: str = "a: 'x' is not a date.",
) -> Finding:
    """One finding."""
    return Finding(Position(path, line, 1), code, message)


def formatted(name: str, findings: Sequence[Finding], root: Path = Path("content")) -> str:
    """The findings in a format."""
    return FORMATS[name](findings, root)


def sarif(findings: Sequence[Finding]) -> Any:
    """The only run of the findings as SARIF."""
    return json.loads(formatted("sarif", findings))["runs"][0]


def orders(text: str) -> list[str]:
    """The lines of a log that the runner of GitHub Actions takes for orders."""
    return [
        line
        for line in re.split(r"[\r\n]+", text)
        if line.lstrip().startswith("::") or "##[" in line
    ]


def test_every_format_can_be_asked_for() -> None:
    option = next(
        option for option in dossier.commands["check"].params if option.name == "form"
    )
    assert list(FORMATS) == list(option.type.choices)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", FORMATS)
def test_the_exit_status_is_the_same(name: str, tmp_path: Path) -> None:
    for folder, status in ((SITES / "broken" / "content", 1), (SITES / "acme", 0)):
        checked = run(tmp_path, "dossier", "check", "--format", name, folder)
        assert (status, "") == (checked.returncode, checked.stderr)


@pytest.mark.parametrize("name", ["github", "json"])
def test_the_broken_site_is_told_as_expected(name: str, expect: Any) -> None:
    """All of it is compared; the text has a test of its own."""
    checked = run(
        BROKEN,
        "dossier",
        "check",
        "--format",
        name,
        env={"GITHUB_EVENT_PATH": "", "GITHUB_STEP_SUMMARY": ""},
    )
    expect(TESTS / "formats" / f"{name}.txt", checked.stdout)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("name", FORMATS)
def test_no_stranger_gives_orders(name: str, order: str, tmp_path: Path) -> None:
    """Neither the name of a file, nor a message, nor the line of a file reaches the runner
    as an order.
    """
    (tmp_path / "x.yaml").write_text(f"{order}\n", "utf-8")
    hostile = [
        finding(path=order),
        finding(message=order),
        finding(path=f"{order}.yaml", message=order),
        finding(),
    ]
    given = orders(formatted(name, hostile, tmp_path))
    assert len(given) == (len(hostile) if name == "github" else 0)
    assert all(
        re.match(
            r"::error file=[^,:]+,line=\d+,endLine=\d+,col=1,endColumn=\d+,title=[^,:]+::",
            one,
        )
        for one in given
    )


def test_an_annotation_keeps_what_it_says() -> None:
    """Signs that have a meaning in an order are escaped, and only there."""
    [told] = annotations(
        [finding(path="a,b:c%.yaml", message="50% off: a, b")], Path("nowhere"), HERE
    )
    assert "file=content/a%2Cb%3Ac%25.yaml," in told
    assert told.endswith("title=V001 Not a date::50%25 off: a, b")


def test_ten_of_each_kind_are_annotated() -> None:
    """GitHub would show no more."""
    many = [finding(line=line) for line in range(1, 30)] + [
        finding("L007", line=line) for line in range(1, 30)
    ]
    told = [line.split()[0] for line in annotations(ranked(many), Path("nowhere"), HERE)]
    assert ["::error"] * ANNOTATIONS + ["::warning"] * ANNOTATIONS == told


def test_the_first_are_those_that_tell_most() -> None:
    """Errors before warnings, changed files before others, and one of each code before the
    second of any.
    """
    listed = [
        finding("L007", "a.yaml"),
        finding("L007", "z.yaml"),
        finding("V001", "a.yaml", 1),
        finding("V001", "a.yaml", 2),
        finding("V002", "b.yaml", 9),
        finding("V001", "z.yaml", 1),
    ]
    places = [
        (one.code, one.position.path, one.position.line)
        for one in ranked(listed, {"z.yaml"})
    ]
    assert [
        ("V001", "z.yaml", 1),
        ("V001", "a.yaml", 1),
        ("V002", "b.yaml", 9),
        ("V001", "a.yaml", 2),
        ("L007", "z.yaml", 1),
        ("L007", "a.yaml", 1),
    ] == places


def test_changed_files_are_those_of_the_pull_request(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the commit that the event names; without one, none."""
    content = tmp_path / "content"
    content.mkdir()
    for name in ("a.yaml", "ü b.yaml"):
        (content / name).touch()
        for command in (
            ["init", "-q"],
            ["add", "."],
            ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "x"],
        ):
            subprocess.run(["git", "-C", tmp_path, *command], check=True)
    first = subprocess.run(
        ["git", "-C", tmp_path, "rev-parse", "HEAD~"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    event = tmp_path / "event.json"
    assert frozenset() == changed_files(content)
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(event))
    for base, changed in (
        (first.strip(), {"ü b.yaml"}),
        ("0" * 40, set()),
        ("--output=x", set()),
        (7, set()),
    ):
        event.write_text(json.dumps({"pull_request": {"base": {"sha": base}}}), "utf-8")
        assert changed == changed_files(content)


def test_the_summary_shows_words_as_they_are() -> None:
    """No link, picture, tag, mark or cell comes from a message or a name."""
    words = "`a` | <b>*c*</b> [d](https:evil.example) ![e](f) &amp; ~~g~~ \\| www.evil.example _h_ {{ i }}"
    page = MarkdownIt("gfm-like", {"linkify": False}).render(
        job_summary([finding(path=words, message=words)], HERE)
    )
    cells = re.findall(r"<td>(.*?)</td>", page)
    shown = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert [f"content/{shown}:1:1", "error V001", shown] == cells


def test_the_summary_leads_to_the_lines() -> None:
    """Where the runner says which repository and commit it is; Markdown is shown with its
    lines.
    """
    there = Checkout(Path("content"), "https://example.org/a/b/blob/c0ffee")
    assert "(https://example.org/a/b/blob/c0ffee/content/x%29%20y.yaml#L3)" in job_summary(
        [finding(path="x) y.yaml", line=3)], there
    )
    assert "/content/x.md?plain=1#L1)" in job_summary([finding(path="x.md")], there)


@pytest.mark.parametrize("room", [300, 5_000, 1_048_576])
def test_the_summary_fits_and_counts_the_rest(room: int) -> None:
    """What has no room is counted."""
    listed = [finding(line=line, message="é" * 100) for line in range(1, 20_001)]
    text = job_summary(listed, HERE, room)
    shown, rest = text.count("\n| content"), re.search(r"And (\d+) more", text)
    assert rest
    assert len(listed) == shown + int(rest[1])
    assert len(text.encode()) <= room
    assert "" == job_summary(listed, HERE, 200)


def test_the_summary_uses_the_room_that_it_has() -> None:
    """To the last byte: where all rows fit exactly none is left out, and with one byte less
    the last one is.
    """
    listed = [finding(line=line) for line in range(1, 4)]
    room = len(job_summary(listed, HERE).encode()) + TAIL_BYTES
    assert "more" not in job_summary(listed, HERE, room)
    assert "And 1 more" in job_summary(listed, HERE, room - 1)


def test_the_summary_is_added_to_what_is_there(tmp_path: Path) -> None:
    """It takes the room that is left, and says nothing is wrong where nothing is."""
    file = tmp_path / "summary.md"
    file.write_text("x" * 1_048_000, "utf-8")
    run(
        BROKEN,
        "dossier",
        "check",
        "--format",
        "github",
        env={"GITHUB_STEP_SUMMARY": str(file), "GITHUB_EVENT_PATH": ""},
    )
    assert "And 33 more, for which there is no room here." in file.read_text("utf-8")
    assert len(file.read_bytes()) <= 1_048_576
    assert "No findings." in job_summary([], HERE)


def test_a_summary_that_cannot_be_written_is_a_warning(tmp_path: Path) -> None:
    checked = run(
        SITES,
        "dossier",
        "check",
        "acme",
        "--format",
        "github",
        env={"GITHUB_STEP_SUMMARY": str(tmp_path)},
    )
    assert (
        "::warning::The job summary was not written: Is a directory.\nNo findings.\n",
        0,
    ) == (
        checked.stdout,
        checked.returncode,
    )


def test_sarif_has_the_shape_of_the_standard(tmp_path: Path) -> None:
    """For a site with many mistakes, and for one with none."""
    schema = json.loads((TESTS / "schemas" / "sarif.json").read_text("utf-8"))
    for folder in (BROKEN / "content", SITES / "acme"):
        told = json.loads(
            run(tmp_path, "dossier", "check", "--format", "sarif", folder).stdout
        )
        Draft202012Validator(schema).validate(told)
        assert list(CODES) == [
            rule["id"] for rule in told["runs"][0]["tool"]["driver"]["rules"]
        ]


def test_sarif_knows_a_mistake_again() -> None:
    """Its fingerprint does not change with its line; two alike in a file have two."""

    def prints(*findings: Finding) -> list[str]:
        return [
            result["partialFingerprints"]["primaryLocationLineHash"]
            for result in sarif(findings)["results"]
        ]

    double = "the key 'a' already stands in line {}. Keep one of the two."
    assert prints(finding(line=1)) == prints(finding(line=700))
    assert prints(finding("Y002", message=double.format(3))) == prints(
        finding("Y002", message=double.format(30))
    )
    assert prints(finding()) != prints(finding(path="y.yaml"))
    assert 2 == len(set(prints(finding(line=1), finding(line=2))))


def test_sarif_shows_signs_as_they_are() -> None:
    """Brackets are no links, braces no arguments, and names are addresses."""
    [result] = sarif(
        [finding(path="a b/ü%.yaml", message=r"[a](https://evil.example) {0} \ ")]
    )["results"]
    assert r"\[a\](https://evil.example) {{0}} \\ " == result["message"]["text"]
    assert (
        "content/a%20b/%C3%BC%25.yaml"
        == result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    )


def test_sarif_counts_what_it_leaves_out() -> None:
    """No service takes more results than this."""
    run = sarif([finding(line=line) for line in range(1, 25_004)])
    assert 25_000 == len(run["results"])
    assert (
        "And 3 more results."
        == run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    )


@pytest.mark.parametrize(
    ("line", "column", "found"),
    [
        ("  key: some value # why", 8, "some value"),
        ("  key: some value # why", 3, "key"),
        ('a: "b: #\\" c" # d', 4, '"b: #\\" c"'),
        ("a: 'it''s'", 4, "'it''s'"),
        ("a: [one, two three]", 5, "one"),
        ("a: [one, two three]", 10, "two three"),
        ("a: {b: 12:30}", 8, "12:30"),
        ("words [@source, p. 3] and", 7, "[@source, p. 3]"),
        ("words {{ fact.key }} and", 7, "{{ fact.key }}"),
        ("a: https://example.org/#b", 4, "https://example.org/#b"),
        ("a:", 9, ""),
        ("a: 'b", 4, "'b"),
    ],
)  # fmt: skip
def test_a_value_ends_where_yaml_ends_it(line: str, column: int, found: str) -> None:
    """Or one column behind its beginning, where nothing can be told."""
    assert (found or " ") == f"{line[column - 1 : end_column(line, column) - 1]:1}"
