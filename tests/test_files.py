"""Files: regular ones alone, of bounded size, as text without surprises, each fault with
its place.
"""

import os
import subprocess
from pathlib import Path

import pytest

from dossier.collect import Findings
from dossier.model.places import Position
from dossier.read.files import LIMITS, list_files, position_in, read_on, read_text


def listed(root: Path) -> tuple[tuple[str, ...], list[str]]:
    """The paths, and the findings in brief."""
    out = Findings()
    return list_files(root, out), [
        f"{one.position.path} {one.code}" for one in out.in_order()
    ]


def text_of(root: Path, data: bytes) -> tuple[str | None, list[str]]:
    """The text of a file with these bytes, and the findings in brief."""
    (root / "x.yaml").write_bytes(data)
    out = Findings()
    text = read_text(root, "x.yaml", out)
    return text, [
        f"{one.position.line}:{one.position.column} {one.code}" for one in out.in_order()
    ]


def test_files_come_in_order_without_hidden_ones_and_backups(tmp_path: Path) -> None:
    """Whatever the folder's own order, paths are sorted; `.git`, `.x` and `x~` are nobody's
    content.
    """
    for name in ("b.md", "a/z.yaml", "a-b.md", ".git/config", ".hidden", "b.md~", "a/#x#"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert (("a-b.md", "a/#x#", "a/z.yaml", "b.md"), []) == listed(tmp_path)


def test_links_pipes_and_devices_are_refused_and_never_opened(tmp_path: Path) -> None:
    """A link to a file, a folder, itself or nowhere, a pipe, and a folder in place of a
    file.
    """
    (tmp_path / "file.md").symlink_to("/etc/passwd")
    (tmp_path / "folder").symlink_to("/etc")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "nowhere").symlink_to("/nowhere")
    os.mkfifo(tmp_path / "pipe.yaml")
    assert (
        (),
        [f"{name} R001" for name in ("file.md", "folder", "loop", "nowhere", "pipe.yaml")],
    ) == listed(tmp_path)


@pytest.mark.parametrize(
    "make", [lambda path: path.symlink_to("/etc/passwd"), os.mkfifo, Path.mkdir]
)
def test_what_was_a_file_a_moment_ago_is_not_followed(tmp_path: Path, make: object) -> None:
    """Between listing and reading somebody may put a link, a pipe or a folder there:
    nothing is followed, nothing hangs.
    """
    assert callable(make)
    make(tmp_path / "x.yaml")
    out = Findings()
    assert read_text(tmp_path, "x.yaml", out) is None
    assert {"R001", "R007"} >= {one.code for one in out.in_order()} != set()


def test_a_device_is_not_read(tmp_path: Path) -> None:
    """`/dev/zero` would never end."""
    made = subprocess.run(
        ["mknod", tmp_path / "x.yaml", "c", "1", "5"], capture_output=True, check=False
    )
    if made.returncode == 0:
        assert ((), ["x.yaml R001"]) == listed(tmp_path)
        assert read_text(tmp_path, "x.yaml", Findings()) is None


def test_no_file_in_the_content_tells_git_how_to_treat_it(tmp_path: Path) -> None:
    """It could hide changes from those who review them; at the top of a repository it is
    its owner's.
    """
    for name in (".gitattributes", "pages/.gitignore", "pages/.GitModules", "pages/.other"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    deeper = ["pages/.GitModules R006", "pages/.gitignore R006"]
    assert ((), [".gitattributes R006", *deeper]) == listed(tmp_path)
    (tmp_path / ".git").mkdir()
    assert ((), deeper) == listed(tmp_path)


def test_folders_are_looked_into_only_as_deep_as_content_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two thousand folders within each other are one finding."""
    monkeypatch.chdir(tmp_path)  # and back at the end, from wherever we are by then
    for _ in range(7):
        deep = Path(*"d" * 300)
        deep.mkdir(parents=True)
        os.chdir(deep)
    assert ((), ["d/d/d/d R006"]) == listed(tmp_path)
    monkeypatch.chdir(tmp_path)
    subprocess.run(["rm", "-rf", "d"], check=True)


@pytest.mark.parametrize(
    "name",
    [
        "a\nb",
        'q"uote',
        "{{7*7}}",
        "🚀",
        "x" * 250,
        b"caf\xe9".decode("utf-8", "surrogateescape"),
    ],
)
def test_odd_names_are_listed_as_they_are(tmp_path: Path, name: str) -> None:
    """A name with any character is one path; what becomes of it is for the layout to say."""
    (tmp_path / name).touch()
    assert ((name,), []) == listed(tmp_path)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Acme.md", "acme.md"), ("é.md", "e\u0301.md"), ("straße.md", "STRASSE.md")],
)
def test_names_that_other_systems_take_for_one_are_refused(
    tmp_path: Path, one: str, other: str
) -> None:
    """Case and Unicode form do not tell two files apart."""
    for name in (one, other):
        (tmp_path / name).touch()
    if len(list(tmp_path.iterdir())) == 2:
        assert [f"{max(one, other)} R008"] == listed(tmp_path)[1]


@pytest.mark.parametrize(
    "data",
    [b"a: 1\nb: 2\n", b"\xef\xbb\xbfa: 1\nb: 2\n", b"a: 1\r\nb: 2\r\n", b"a: 1\rb: 2\r"],
)
def test_line_ends_and_byte_order_marks_make_no_difference(
    tmp_path: Path, data: bytes
) -> None:
    """The same text comes out."""
    assert ("a: 1\nb: 2\n", []) == text_of(tmp_path, data)


@pytest.mark.parametrize(
    ("data", "finding"),
    [
        (b"a: 1\nb: caf\xe9\n", "2:7 R003"),
        ("# 北京 🚀 ".encode() + b"\xff", "1:8 R003"),
        (b"\xef\xbb\xbfa\r\nb\xc3", "2:2 R003"),
        ("a: 1\n".encode("utf-16"), "1:1 R003"),
        ("a: 1\n".encode("utf-16-le"), "1:2 R003"),
        (b"\xc0\xaf", "1:1 R003"),
        (b"\xed\xa0\x80", "1:1 R003"),
        (b"\x1f\x8b\x08\x00", "1:2 R003"),
        (b"a: \x00\n", "1:4 R003"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(
    tmp_path: Path, data: bytes, finding: str
) -> None:
    """Old encodings, cut letters, UTF-16, overlong forms, surrogates, compressed files:
    columns count characters.
    """
    assert (None, [finding]) == text_of(tmp_path, data)


def test_a_hidden_character_does_not_hide_the_rest(tmp_path: Path) -> None:
    """Each is reported, and the text goes on with a stand-in."""
    assert ("a: \ufffd\ufffdb\n", ["1:4 R004", "1:5 R004"]) == text_of(
        tmp_path, "a: \u202e\u202cb\n".encode()
    )


def test_a_file_full_of_hidden_characters_is_told_in_brief(tmp_path: Path) -> None:
    out = Findings()
    (tmp_path / "a.yaml").write_text("a: b\u200b\n" * 35, "utf-8")
    read_text(tmp_path, "a.yaml", out)
    found = out.in_order()
    assert [(line, 5) for line in range(1, 22)] == [
        (one.position.line, one.position.column) for one in found
    ]
    assert (
        "15 more of such characters begin here. Delete all that cannot be seen."
        == found[-1].message
    )


def test_merge_markers_are_refused_line_by_line(tmp_path: Path) -> None:
    """Each marker line is a finding; a row of equals signs may be a heading."""
    assert (None, ["1:1 R005", "3:1 R005", "5:1 R005"]) == text_of(
        tmp_path, b"<<<<<<< HEAD\na\n||||||| base\n=======\n>>>>>>> theirs\n"
    )


def test_the_size_of_a_file_is_bounded(tmp_path: Path) -> None:
    """A file of just the limit is read; of a larger one no more than the limit is."""
    limit = LIMITS[".yaml"]
    assert ("#" * limit, []) == text_of(tmp_path, b"#" * limit)
    assert (None, ["1:1 R002"]) == text_of(tmp_path, b"#" * (limit + 1))


def test_positions_count_characters_from_one() -> None:
    """Line and column of an index of the text."""
    text = "北京\n🚀x\n"
    places = [position_in("p", text, index) for index in (0, 1, 3, 4)]
    assert [(1, 1), (1, 2), (2, 1), (2, 2)] == [
        (place.line, place.column) for place in places
    ]
    assert Position("p", 3, 1) == position_in("p", text, len(text))


def test_a_file_that_grows_while_it_is_read_is_bounded_too(tmp_path: Path) -> None:
    """What is there at the end counts, and not how long it was at first."""
    (tmp_path / "x").write_bytes(b"abc" * 5_000)
    for limit in (20_000, 15_000, 14_999, 3):
        with (tmp_path / "x").open("rb", buffering=0) as file:
            read = read_on(file, 2, limit)
        assert min(15_000, limit) <= len(read)
        assert read == (b"abc" * 5_000)[: len(read)]
        assert (len(read) > limit) == (limit < 15_000)
