"""The report: one line for each finding that says where and what, the line in question, and
a caret below the spot.
"""

from pathlib import Path

import pytest

from dossier.model.findings import Finding
from dossier.model.places import Position
from dossier.report.escapes import printable
from dossier.report.text import near, report, summary


def finding(
    path: str,
    line: int,
    column: int,
    code: str = "V001",
    message: str = "'x' is not a date.",
) -> Finding:
    """A finding at a place."""
    return Finding(Position(path, line, column), code, message)


def reported(root: Path, text: str, line: int, column: int) -> list[str]:
    """The lines of a report on one finding in one file."""
    (root / "x.yaml").write_text(text, "utf-8")
    return report([finding("x.yaml", line, column)], root).split("\n")


def test_a_finding_has_its_line_and_a_caret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The path is as seen from here; a last line counts."""
    monkeypatch.chdir(tmp_path)
    assert [
        "x.yaml:2:4 V001 'x' is not a date.",
        "     2 | b: x",
        "       |    ^",
        "1 error in 1 file.",
    ] == reported(tmp_path, "a: 1\nb: x\n", 2, 4)


@pytest.mark.parametrize(
    ("line", "column", "shown", "caret"),
    [
        ("北京: x", 5, "北京: x", "      ^"),
        ("🚀e\u0301 x", 5, "🚀e\u0301 x", "    ^"),
        ("a\tx", 3, "a x", "  ^"),
        ("a\xa0x", 3, r"a\xa0x", "     ^"),
    ],
)
def test_the_caret_stands_below_the_spot(
    tmp_path: Path, line: str, column: int, shown: str, caret: str
) -> None:
    """Chinese letters and emoji take two columns, combining marks none, tabs one, what
    cannot be printed its escape.
    """
    assert [f"     1 | {shown}", f"       | {caret}"] == reported(
        tmp_path, line, 1, column
    )[1:3]


def test_a_long_line_is_cut_around_the_spot(tmp_path: Path) -> None:
    """However long the line is, the spot is in sight."""
    excerpt, caret = reported(tmp_path, "a" * 500_000 + "!" + "b" * 400_000, 1, 500_001)[
        1:3
    ]
    assert "!" == excerpt[caret.index("^")]
    assert len(excerpt) < 120


@pytest.mark.parametrize("path", ["missing.yaml", "folder", "folder/x.yaml", "x.html", "."])
def test_a_place_that_cannot_be_shown_is_named_all_the_same(
    tmp_path: Path, path: str
) -> None:
    """A missing file, a folder, a file of a kind that is never read, a line behind the
    last.
    """
    (tmp_path / "folder").mkdir()
    assert 2 == len(report([finding(path, 1, 1)], tmp_path).split("\n"))
    assert 2 == len(reported(tmp_path, "a: 1\n", 9, 1))


def test_names_of_strangers_cannot_break_a_line(tmp_path: Path) -> None:
    """Line ends, escapes of terminals, hidden characters and broken encodings are shown as
    escapes.
    """
    text = report(
        [finding("a\nb\x1b[31m\u202e\udce9.yaml", 1, 1, message="'c\rd\u2028' is odd.")],
        tmp_path,
    )
    assert [r"a\nb\x1b[31m\u202e\udce9.yaml:1:1 V001 'c\rd\u2028' is odd."] == [
        line.removeprefix(f"{tmp_path}/") for line in text.split("\n")[:-1]
    ]
    text.encode("utf-8")


def test_findings_come_in_order_of_files_and_lines(tmp_path: Path) -> None:
    """As numbers, not as words."""
    listed = [
        finding("b.yaml", 1, 1),
        finding("a.yaml", 10, 1),
        finding("a.yaml", 9, 2),
        finding("a.yaml", 9, 1),
    ]
    heads = [
        line.split(" ")[0].removeprefix(f"{tmp_path}/")
        for line in report(listed, tmp_path).split("\n")[:-1]
    ]
    assert ["a.yaml:9:1", "a.yaml:9:2", "a.yaml:10:1", "b.yaml:1:1"] == heads


def test_a_flood_of_findings_is_cut(tmp_path: Path) -> None:
    """The first thousand are shown, and all are counted."""
    lines = report(
        [finding("x.yaml", line, 1) for line in range(1, 3_001)], tmp_path
    ).split("\n")
    assert ["And 2000 more.", "3000 errors in 1 file."] == lines[1_000:]


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        ([], "No findings."),
        (["V001"], "1 error in 1 file."),
        (["V001", "V002", "L007"], "2 errors, 1 warning in 1 file."),
        (["L007", "L007"], "2 warnings in 1 file."),
    ],
)
def test_the_last_line_counts(codes: list[str], text: str) -> None:
    """Errors and warnings apart, and files."""
    assert text == summary([finding("x.yaml", 1, 1, code) for code in codes])


def test_paths_are_shown_as_seen_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Below the current folder they are relative."""
    monkeypatch.chdir(tmp_path)
    assert [Path("a/b"), Path("a"), Path("/elsewhere")] == [
        near(path) for path in (tmp_path / "a/b", Path("a"), Path("/elsewhere"))
    ]


def test_printable_text_is_left_alone() -> None:
    """Letters of every script, quotes and emoji."""
    assert "naïve “阿里” 🚀 ❤️ 'x'" == printable("naïve “阿里” 🚀 ❤️ 'x'")


def test_what_would_not_be_seen_is_told() -> None:
    """Python takes blank letters and selectors for what can be printed."""
    assert r"acme\u3164\ufe0f\U000e0100.md" == printable("acme\u3164\ufe0f\U000e0100.md")
