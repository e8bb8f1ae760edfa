"""`dossier source add`: what comes in is what the file says, nothing is replaced, and
nothing is half there.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from dossier.advice import BOOTSTRAP, CHECKOUT, shown
from dossier.cli import dossier
from dossier.intake import opening, webpages
from dossier.intake.bounds import MAX_BYTES
from dossier.intake.opening import READERS, open_place
from dossier.model.errors import DossierError
from dossier.read import read_sources

IMPORTS = Path(__file__).parent / "imports"
ORIGINS = "example-wire:\n  name: Example Wire\n  kind: wire\n"
TEXT = (
    "A short headline\n\nThe harbour is dredged twice a year. It costs 12 million euros.\n"
)


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    code: int
    out: str
    error: str
    # The one line that the program would have printed to stderr.


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an empty content folder, which is the current one."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "origins.yaml").write_text(ORIGINS, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def add(*arguments: str | Path) -> Ran:
    """`dossier source add` in the current folder; anything but an answer or a refusal is a
    failure.
    """
    result = CliRunner().invoke(dossier, ["source", "add", *map(str, arguments)])
    if isinstance(result.exception, DossierError):
        assert "\n" not in str(result.exception)
        return Ran(1, result.stdout, str(result.exception))
    assert result.exception is None or isinstance(result.exception, SystemExit), (
        result.exc_info
    )
    return Ran(result.exit_code, result.stdout, result.stderr)


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def write(name: str, text: str | bytes) -> Path:
    """A file in the current folder."""
    path = Path(name)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


CASES = sorted(path.name for path in IMPORTS.iterdir() if path.is_file())


@pytest.mark.parametrize("name", CASES)
def test_each_file_becomes_what_is_expected(
    desk: Path, name: str, expect: Callable[[Path, str], None]
) -> None:
    """What is told, the new records and the archived texts; and the loader finds no fault
    with them.
    """
    before = files(desk)
    ran = add(IMPORTS / name)
    new = {path: data.decode() for path, data in files(desk).items() if path not in before}
    shown = [
        f"$ dossier source add {name}\n{ran.out}",
        *(f"== {path}\n{text}" for path, text in new.items()),
    ]
    expect(IMPORTS / "expected" / f"{name}.out", "\n".join(shown))
    assert (0, ()) == (ran.code, read_sources(Path("content")).findings)


def test_the_record_names_the_origins_that_were_given(desk: Path) -> None:
    add(write("a.txt", TEXT), "--id", "harbour", "--origin", "example-wire")
    assert read_sources(Path("content")).content.sources["harbour"].origins == (
        "example-wire",
    )


def test_an_unknown_origin_is_refused_with_the_nearest(desk: Path) -> None:
    assert add(write("a.txt", TEXT), "--origin", "example-wires").error == (
        "there is no origin 'example-wires'; did you mean 'example-wire'?"
    )


def test_an_id_that_is_taken_is_refused_and_a_free_one_named(desk: Path) -> None:
    add(write("a.txt", TEXT), "--id", "harbour")
    before = files(desk)
    ran = add(write("b.txt", TEXT.replace("twice", "once")), "--id", "harbour")
    assert "the id harbour is taken; --id harbour-2 is free." == ran.error
    assert before == {path: data for path, data in files(desk).items() if path != "b.txt"}


def test_an_id_that_is_proposed_gives_way(desk: Path) -> None:
    add(write("a.txt", TEXT))
    add(write("b.txt", TEXT.replace("twice", "once")))
    assert {"a-short-headline.md", "a-short-headline-2.md"} == {
        path.name for path in Path("content/sources").iterdir()
    }


@pytest.mark.parametrize("other", ["It's “so”.", "It's “so”. \r\n\n", 'It’s "so".'])
def test_the_same_text_is_not_taken_in_twice(desk: Path, other: str) -> None:
    """Even in another typography: what counts is the normalised text."""
    add(write("a.txt", f"{TEXT}It's “so”.\n"))
    told = "nothing was added; A short headline is there already: a-short-headline."
    assert told == add(write("b.txt", f"{TEXT}{other}")).error


def test_of_an_export_only_what_is_new_is_added(desk: Path) -> None:
    one, two = (
        f'{{"type": "report", "title": "{title}", "URL": "https://example.org/{title}"}}'
        for title in ("One", "Two")
    )
    add(write("one.json", f"[{one}]"))
    ran = add(write("two.json", f"[{one}, {two}]"))
    assert [
        "content/sources/two.md is new; it has no text to prove quotes by.",
        "One is there already: one",
    ] == [line for line in ran.out.splitlines() if not line.startswith("  ")]


@pytest.mark.parametrize(
    ("keys", "is_there"),
    [
        ('"URL": "http://www.example.org/one/?utm_source=x#top"', True),
        ('"URL": "https://web.archive.org/web/2024/https://example.org/one"', True),
        ('"URL": "https://example.org/one?page=2"', False),
        ('"publisher": "The PAPER", "issued": {"raw": "2024-03-08"}', True),
        ('"publisher": "The Paper", "issued": {"raw": "2024-03-09"}', False),
    ],
)
def test_a_source_that_is_there_is_known_however_it_is_written(
    desk: Path, keys: str, is_there: bool
) -> None:
    """By its address, or by its title with date and outlet; what any of them tells apart is
    another source.
    """
    one = (
        '[{"type": "report", "title": "One", "URL": "https://example.org/one", '
        '"container-title": "The Paper", "issued": {"raw": "2024-03-08"}}]'
    )
    add(write("one.json", one))
    ran = add(write("two.json", f'[{{"type": "webpage", "title": "ONE", {keys}}}]'))
    assert (
        "nothing was added; ONE is there already: the-paper-2024-one." if is_there else ""
    ) == ran.error


def test_an_id_for_several_sources_is_refused(desk: Path) -> None:
    assert "holds 3 sources" in add(IMPORTS / "zotero.json", "--id", "x").error
    assert {"content/origins.yaml"} == set(files(desk))


@pytest.mark.parametrize(
    "id",
    [
        "../x",
        "/etc/x",
        "a/b",
        "a\\b",
        "..",
        ".",
        "%2e%2e",
        "A",
        "a--b",
        "-a",
        "con",
        "x" * 65,
        "ä",
        "a\n",
        "a\0",
        "a.md",
        "~",
    ],
)
def test_no_id_leads_elsewhere(desk: Path, id: str) -> None:
    assert "is not an id" in add(write("a.txt", TEXT), "--id", id).error
    assert {"content/origins.yaml", "a.txt"} == set(files(desk))


@pytest.mark.parametrize(
    "name",
    [
        "a.txt",
        "con.txt",
        "....txt",
        "-.txt",
        "%2e%2e%2fx.txt",
        "x" * 200 + ".txt",
        "ß & Ø.txt",
        "亿.txt",
    ],
)
def test_any_file_name_gives_an_id(desk: Path, name: str) -> None:
    """Also where neither text nor name has a letter for one."""
    assert 0 == add("./" + write(name, "。\n").name).code
    assert () == read_sources(Path("content")).findings


REFUSED: Mapping[str, tuple[str, bytes, str]] = {
    "empty": ("a.txt", b"", "holds no words"),
    "blank": ("a.txt", b" \n\n\t", "holds no words"),
    "latin 1": (
        "a.txt",
        b"caf\xe9\nline",
        "is not UTF-8 (byte 0xE9 in line 1); save it as UTF-8.",
    ),
    "cut off": ("a.txt", "ä".encode()[:1], "is not UTF-8"),
    "binary": ("a.txt", b"\x7fELF\0\0", "is no text"),
    "UTF-16 cut off": ("a.txt", "text".encode("utf-16")[:-1], "is not UTF-16"),
    "PDF": ("a.txt", b"%PDF-1.7\n", "is a PDF"),
    "PDF, cut off": (
        "a.pdf",
        b"x",
        "a.pdf is a .pdf file, which is not taken in; open it, and save its words",
    ),
    "office file": (
        "a.docx",
        b"PK\x03\x04",
        "is a packed file, as .docx, .xlsx and .epub are; open it",
    ),
    "BibTeX": ("a.bib", b"@article{x, title={A}}", "is BibTeX; open it in a reference"),
    "BibTeX called text": (
        "a.txt",
        b"% Encoding: UTF-8\n\n@Book {x, title={A}}",
        "is BibTeX; open it in a reference manager",
    ),
    "EndNote": (
        "a.enw",
        b"%0 Journal Article\n%T A title\n",
        "is an EndNote export; open it in a reference manager",
    ),
    "empty EndNote": (
        "a.enw",
        b"",
        "a.enw is a .enw file, which is not taken in; open it in a reference manager",
    ),
    "MHTML": (
        "a.mhtml",
        b"From: <Saved>\nSubject: x\n y\nMIME-Version: 1.0\n",
        "a page saved as MHTML; open it",
    ),
    "mail called text": (
        "a.txt",
        b"From: a\r\nMIME-Version: 1.0\r\n\r\nHello",
        "is a mail or a page saved as MHTML",
    ),
    "WARC": ("a.warc", b"WARC/1.0\r\n", "is a WARC file; open it in a browser"),
    "RTF": (
        "a",
        b"{\\rtf1 words}",
        "is RTF; open it, and save its words as plain text (.txt)",
    ),
    "table": (
        "a.csv",
        b"year,stores\n2024,91\n",
        "a.csv is a .csv file, which is not taken in; it is a table",
    ),
    "YAML": (
        "a.YAML",
        b"title: x\n",
        "a.YAML is a .yaml file, which is not taken in; it is data for programs",
    ),
    "picture": ("a.png", b"\x89PNG", "it has no words that can be searched"),
    "packed": ("a.tar.gz", b"\x1f\x8b", "is a packed file; unpack it"),
    "unknown ending": (
        "a.foo",
        b"words",
        "a.foo ends in .foo; expected .txt, .text, .md, .markdown, .html",
    ),
    "too large": ("a.txt", b"a" * (MAX_BYTES + 1), "is larger than 5 MB"),
    "front matter open": (
        "a.md",
        b"---\ntitle: x\n",
        "cannot be read: the front matter that begins here is never closed",
    ),
    "front matter alias": (
        "a.md",
        b"---\na: &x [*x]\n---\n",
        "a.md:2: the front matter cannot be read",
    ),
    "brackets": ("a.md", b"[" * 2_001, "2000 square brackets"),
    "no JSON": ("a.json", b"{", "is not JSON"),
    "deep JSON": ("a.json", b"[" * 1_000_000, "is not JSON: it is nested too deep"),
    "long number": (
        "a.json",
        b'{"type": "book", "id": ' + b"9" * 10_000 + b"}",
        "is not JSON",
    ),
    "other JSON": ("a.json", b'{"name": "x"}', "is not CSL-JSON"),
    "no items": ("a.json", b"[]", "is not CSL-JSON"),
    "many items": (
        "a.json",
        b"[" + b'{"type":"book"},' * 1_000 + b'{"type":"book"}]',
        "has 1001 items",
    ),
    "no RIS": ("a.ris", b"hello\n", "a.ris:1: expected `TY  - `"),
    "open RIS": ("a.ris", b"TY  - NEWS\n", "ends within an item"),
    "nested RIS": (
        "a.ris",
        b"TY  - NEWS\nTY  - NEWS\n",
        "a.ris:2: an item begins before the last one ended",
    ),
    "many RIS": ("a.ris", b"TY  - NEWS\nER  - \n" * 1_001, "has more than 1000 items"),
    "HTML without text": ("a.html", b"<html><body></body></html>", "has no text"),
    "many attributes": (
        "a.html",
        b"<p " + b" ".join(b"a%d=1" % n for n in range(80_000)) + b">" + TEXT.encode(),
        "more than 200 attributes",
    ),
    "many attributes that hold brackets": (
        "a.html",
        b"<p " + b"a='>' " * 201 + b">x",
        "has a tag with more than 200 attributes",
    ),
    "deep tags": (
        "a.html",
        b"<!doctype html><html><head></head><body>" + b"<div>" * 5_000 + TEXT.encode(),
        "has tags more than 120 deep; save the article",
    ),
    "many tags": ("a.html", b"<p>" * 200_001, "has more than 120000 tags"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_taken_in_is_refused_in_one_line(desk: Path, case: str) -> None:
    name, data, message = REFUSED[case]
    assert message in add(write(name, data)).error
    assert {"content/origins.yaml", name} == set(files(desk))


def test_a_page_that_takes_too_long_to_read_is_given_up(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webpages, "PATIENCE", 0.1)
    monkeypatch.setattr(webpages, "lay_out", lambda *_: time.sleep(2))
    assert (
        "takes longer than 0.1 seconds to read; save the article as plain text."
        in add(IMPORTS / "saved.html").error
    )


def test_what_is_no_regular_file_is_refused(desk: Path) -> None:
    """Nothing is followed, and nothing is waited for."""
    write("a.txt", TEXT)
    Path("link.txt").symlink_to("a.txt")
    os.mkfifo("pipe.txt")
    assert "symbolic link" in add("link.txt").error
    assert "no regular file" in add("pipe.txt").error
    assert "cannot be read" in add("content").error + add("missing.txt").error
    assert "symbolic link" not in add("missing.txt").error


@pytest.mark.parametrize("place", ["content/sources", "archive"])
def test_folders_that_lead_elsewhere_are_refused(desk: Path, place: str) -> None:
    (desk / "elsewhere").mkdir()
    Path(place).symlink_to(desk / "elsewhere")
    assert "symbolic link" in add(write("a.txt", TEXT)).error
    assert {"content/origins.yaml", "a.txt"} == set(files(desk))


def test_a_content_folder_that_is_not_there_is_refused(desk: Path) -> None:
    told = add(write("a.txt", TEXT), "--content", "nowhere").error
    assert told.startswith("nowhere is not a folder; expected the content folder. ")


def test_where_the_record_cannot_be_written_no_text_stays(desk: Path) -> None:
    Path("content/sources").write_text("in the way", "utf-8")
    assert 1 == add(write("a.txt", TEXT)).code
    assert {"content/origins.yaml", "content/sources", "a.txt"} == set(files(desk))


@pytest.mark.parametrize("number", [1, 2])
def test_a_write_that_fails_leaves_nothing_behind(
    desk: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Whichever of the two files it is."""
    calls = iter(range(1, 9))

    def sync(handle: int) -> None:
        if next(calls) == number:
            raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", sync)
    assert "No space left on device" in add(write("a.txt", TEXT)).error
    assert {"content/origins.yaml", "a.txt"} == set(files(desk))


def test_a_file_that_appears_meanwhile_is_left_as_it_is(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sync(handle: int) -> None:
        Path("content/sources/a-short-headline.md").write_text("another's", "utf-8")

    monkeypatch.setattr(os, "fsync", sync)
    Path("content/sources").mkdir()
    assert (
        "content/sources/a-short-headline.md is there already and was left as it is."
        == add(write("a.txt", TEXT)).error
    )
    assert b"another's" == Path("content/sources/a-short-headline.md").read_bytes()
    assert {"content/origins.yaml", "content/sources/a-short-headline.md", "a.txt"} == set(
        files(desk)
    )


def test_a_file_system_without_links_will_do(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, os.strerror(1))

    monkeypatch.setattr(os, "link", refuse)
    assert 0 == add(write("a.txt", TEXT)).code
    assert () == read_sources(Path("content")).findings
    assert {"content/sources/a-short-headline.md", "archive/a-short-headline.txt"} < set(
        files(desk)
    )


def test_a_text_that_a_killed_run_left_is_used_again(desk: Path) -> None:
    add(write("a.txt", TEXT))
    Path("content/sources/a-short-headline.md").unlink()
    add("a.txt")
    assert ["archive/a-short-headline.txt"] == list(map(str, Path("archive").iterdir()))


def test_another_text_in_the_archive_keeps_its_name(desk: Path) -> None:
    Path("archive").mkdir()
    Path("archive/a-short-headline.txt").write_text("another's", "utf-8")
    add(write("a.txt", TEXT))
    assert b"another's" == Path("archive/a-short-headline.txt").read_bytes()
    assert ["a-short-headline-2.md"] == [
        path.name for path in Path("content/sources").iterdir()
    ]


def test_without_the_extra_a_page_is_refused_with_the_way_to_install_it(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    told = f"is a web page; to take its text in, run `python3 {shown(CHECKOUT / BOOTSTRAP)} import`."
    assert add(IMPORTS / "saved.html").error.endswith(f"saved.html {told}")


@pytest.mark.parametrize(
    ("text", "reader"),
    [
        ("\n<!DOCTYPE html><html>", ".html"), ("<?xml version='1.0'?><html>", ".html"), ('[{"type": "book"}]', ".json"),
        ('{"type": "book"}', ".json"), ("TY  - NEWS\n", ".ris"), ("[1] a note", ".txt"), ("Plain <b>words</b>", ".txt"),
    ],
)  # fmt: skip
def test_a_file_without_a_telling_name_is_told_by_its_beginning(
    text: str, reader: str
) -> None:
    assert READERS[reader] is opening._reader_of(text)  # noqa: SLF001 -- which reader was taken does not show otherwise


@pytest.mark.parametrize("name", ["notes", "report.2024", "St. Louis", ".hidden"])
def test_a_name_with_a_dot_in_it_has_no_ending(desk: Path, name: str) -> None:
    assert 0 == add(write(name, TEXT)).code


def test_records_that_are_called_text_are_records(desk: Path) -> None:
    """And a page that is called text is a page."""
    assert "  type: book (TY)" in add(write("a.txt", "TY  - BOOK\nTI  - One\nER  - \n")).out
    assert (
        "  type: book (type)"
        in add(write("b.txt", '[{"type": "book", "title": "Two"}]')).out
    )
    assert (
        "  title: Three (<title>)"
        in add(write("c.txt", f"<!doctype html><title>Three</title><p>{TEXT * 3}")).out
    )


def test_hidden_characters_are_taken_out_and_told(desk: Path) -> None:
    ran = add(
        write(
            "a.txt",
            "A head\u202eline\n\nFirst\x00\x07".replace("\x00", "")
            + " para\u00adgraph\u200b.\x85Second.",
        )
    )
    told = [line.strip() for line in ran.out.splitlines() if "taken out" in line]
    assert 4 == len(told)
    assert "1 × U+202E RIGHT-TO-LEFT OVERRIDE taken out" in told
    assert "A headline\n\nFirst paragraph. Second.\n" == Path(
        "archive/a-headline.txt"
    ).read_text("utf-8").replace("\nSec", " Sec")


@pytest.mark.parametrize("encoding", ["UTF-16", "UTF-32"])
def test_text_whose_first_bytes_tell_its_encoding_is_converted(
    desk: Path, encoding: str
) -> None:
    ran = add(write("a.txt", TEXT.encode(encoding)))
    assert f"  read as {encoding}" in ran.out.splitlines()
    assert "harbour" in Path("archive/a-short-headline.txt").read_text("utf-8")


@given(
    st.sampled_from(sorted(READERS)),
    st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)),
)
def test_no_bytes_lead_to_anything_but_drafts_or_a_refusal(
    ending: str, data: bytes
) -> None:
    drafts_of(ending, data)


SNIPPETS = [
    "---\n", "title: ", "# ", "TY  - NEWS\n", "ER  - \n", "DA  - ", "<p>", "<meta name=date content=", "{", "}",
    "[", "]", ",", '"', '"type":', '"book"', '"issued":', '"date-parts":', "-1", "1e999", "null", "By ", "Example Author",
    " and ", "\n\n", "12 May 2024", "(Reuters) -", "\u202e", "\u200d", "\ufffd", "é", "\x0c",
]  # fmt: skip


@given(st.sampled_from(sorted(READERS)), st.lists(st.sampled_from(SNIPPETS), max_size=20))
def test_no_pieces_of_the_formats_lead_to_anything_else(
    ending: str, pieces: list[str]
) -> None:
    drafts_of(ending, "".join(pieces).encode())


def drafts_of(ending: str, data: bytes) -> None:
    """Open a file that holds some bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{ending}"
        path.write_bytes(data)
        with suppress(DossierError):
            assert open_place(str(path)).drafts
