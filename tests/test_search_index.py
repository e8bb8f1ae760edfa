"""The index that is published: all entries are in it, its bytes are the same each time, and what fails says so in a line."""

import gzip
import json
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import cbor2
import pytest
from pagefind.service import get_executable

from dossier.generate.search import search_files
from dossier.generate.search.stable import ENTRY, MAGIC, settled
from dossier.model.errors import DossierError
from dossier.render.frame.links import SEARCH_INDEX
from dossier.render.pages.binding import bind
from dossier.render.parts.entries import Entry
from dossier.render.search import search_entries
from tests.render_fixtures import SETTINGS, site

ENTRIES = tuple(search_entries(bind(site(), SETTINGS)))


@cache
def made() -> dict[str, bytes]:
    """The files of an index."""
    return {name.removeprefix(f"{SEARCH_INDEX}/"): data for name, data in search_files(ENTRIES, "en", str).items()}


def unpacked(data: bytes) -> bytes:
    """What Pagefind wrote, compressed or not, without its mark."""
    plain = data if data.startswith(MAGIC) else gzip.decompress(data)
    assert plain.startswith(MAGIC)
    return plain.removeprefix(MAGIC)


def fragments(files: dict[str, bytes]) -> list[dict[str, Any]]:
    """All results, as the browser will read them."""
    return [json.loads(unpacked(data)) for name, data in files.items() if name.endswith(".pf_fragment")]


def only(files: dict[str, bytes], ending: str) -> list[Any]:
    """The contents of all files of a kind."""
    return [cbor2.loads(unpacked(data)) for name, data in files.items() if name.endswith(ending)]


def test_every_entry_is_in_the_index_as_it_is() -> None:
    files = made()
    found = {one["url"].split("|")[0]: one for one in fragments(files)}
    assert {entry.url for entry in ENTRIES} == {*found}
    for entry in ENTRIES:
        assert [entry.url, *entry.ways] == found[entry.url]["url"].split("|")
        assert entry.shown == found[entry.url]["meta"]
        assert {name: [*values] for name, values in entry.filters.items()} == found[entry.url]["filters"]


def test_the_index_has_the_same_bytes_each_time() -> None:
    many = tuple(
        Entry(f"f/{n}/", f"word{n}", {"title": f"T{n}"}, {"year": (str(1900 + n),), "topic": (f"Topic {n % 30}",)})
        for n in range(120)
    )
    assert search_files(many, "en", str) == search_files(many, "en", str)


def test_filters_name_every_value_and_its_results() -> None:
    files = made()
    order = [fragment for fragment, _ in only(files, ".pf_meta")[0][1]]
    urls = [json.loads(unpacked(files[f"fragment/{name}.pf_fragment"]))["url"].split("|")[0] for name in order]
    for name, values in only(files, ".pf_filter"):
        assert values == sorted(values)
        for value, pages in values:
            expected = {entry.url for entry in ENTRIES if value in entry.filters.get(name, ())}
            assert expected == {urls[page] for page in pages}


def test_every_file_that_the_index_names_is_there() -> None:
    files = made()
    hash_name = json.loads(files[ENTRY])["languages"]["en"]["hash"]
    _, _, chunks, filters, _, _ = cbor2.loads(unpacked(files[f"pagefind.{hash_name}.pf_meta"]))
    named = {f"filter/{name}.pf_filter" for _, name in filters} | {f"index/{chunk[-1]}.pf_index" for chunk in chunks}
    assert named == {name for name in files if name.startswith(("filter/", "index/"))}


def test_pages_and_styles_that_nobody_asks_for_are_not_published() -> None:
    top = {name for name in made() if "/" not in name and not name.endswith(".pf_meta")}
    assert {ENTRY, "pagefind.js", "wasm.en.pagefind"} == top


def test_the_index_knows_no_path_of_this_machine() -> None:
    pieces = [
        data if name == ENTRY else unpacked(data) for name, data in made().items() if not name.endswith((".pagefind", ".js"))
    ]
    assert [] == [piece for piece in pieces if str(Path.cwd()).encode() in piece]


@pytest.mark.parametrize("program", ["/nowhere/pagefind", shutil.which("true")])
def test_a_program_that_cannot_run_is_one_line(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", program)
    with pytest.raises(DossierError, match=r"^Pagefind, .* cannot run: .*DOSSIER_SEARCH = False\.$"):
        search_files(ENTRIES, "en", str)


def test_what_pagefind_refuses_is_one_line() -> None:
    wrong = Entry("a/", "text", {"title": 5}, {})  # type: ignore[dict-item]
    with pytest.raises(DossierError, match=r"^Pagefind could not make the index"):
        search_files((wrong,), "en", str)


def test_an_index_of_another_form_is_one_line() -> None:
    entry = {"version": "1.7.0", "languages": {"en": {"hash": "en_1"}}}
    files = {ENTRY: json.dumps(entry).encode(), "pagefind.en_1.pf_meta": gzip.compress(MAGIC + cbor2.dumps(["1.7.0", []]))}
    with pytest.raises(DossierError, match=r"^the index that Pagefind 1\.7\.0 made has a form that we do not know\.$"):
        settled(files)


@pytest.mark.parametrize(("language", "extended", "expected"), [("zh-Hans", False, 1), ("zh_CN", True, 0), ("de", False, 0)])
def test_a_language_without_spaces_needs_the_extended_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, extended: bool, expected: int
) -> None:
    if extended:
        program = tmp_path / "pagefind_extended"
        program.symlink_to(get_executable() or "")
        monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))
    told: list[str] = []
    files = search_files((Entry("a/", "阿里巴巴是一家公司", {"title": "阿里巴巴"}, {}),), language, told.append)
    assert expected == len(told)
    assert [language.replace("_", "-").partition("-")[0]] == [*json.loads(files[f"{SEARCH_INDEX}/{ENTRY}"])["languages"]]
