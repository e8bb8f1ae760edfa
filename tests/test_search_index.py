"""The index that is published: all entries are in it, its bytes are the same each time, and
what fails says so in a line.
"""

import gzip
import json
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from functools import cache
from itertools import accumulate, chain
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import cbor2
import pytest

from dossier.generate.search import service
from dossier.generate.search.index import (
    BUNDLES,
    MOST,
    SCRIPT,
    SMALLEST,
    TOGETHER,
    SearchIndex,
    bundle_size,
)
from dossier.generate.search.records import ASKED, records_of
from dossier.generate.search.service import Service
from dossier.generate.search.stable import ENTRY, FILTERS, MAGIC, settled
from dossier.generate.search.unspaced import GAP, HIDDEN, parted
from dossier.model.errors import DossierError
from dossier.model.scripts import UNSPACED
from dossier.render.pages.binding import bind
from dossier.render.search.entries import Entry
from dossier.render.site.links import SEARCH_INDEX
from tests.builds import ROOT
from tests.render_fixtures import SETTINGS, site
from tests.searching import kept, search_entries, search_files

ENTRIES = tuple(search_entries(bind(site(), SETTINGS)))


@cache
def made() -> dict[str, bytes]:
    """The files of an index."""
    return {
        name.removeprefix(f"{SEARCH_INDEX}/"): data
        for name, data in search_files(ENTRIES, "en").items()
    }


def unpacked(data: bytes) -> bytes:
    """What Pagefind wrote, compressed or not, without its mark."""
    plain = data if data.startswith(MAGIC) else gzip.decompress(data)
    assert plain.startswith(MAGIC)
    return plain.removeprefix(MAGIC)


def fragments(files: dict[str, bytes]) -> list[dict[str, Any]]:
    """All results, as the browser will read them."""
    return [
        json.loads(unpacked(data))
        for name, data in files.items()
        if name.endswith(".pf_fragment")
    ]


def only(files: dict[str, bytes], ending: str) -> list[Any]:
    """The contents of all files of a kind."""
    return [
        cbor2.loads(unpacked(data)) for name, data in files.items() if name.endswith(ending)
    ]


def test_every_entry_is_in_the_index_as_it_is() -> None:
    files = made()
    found = {one["url"].split("|")[0]: one for one in fragments(files)}
    assert {entry.url for entry in ENTRIES} == {*found}
    for entry in ENTRIES:
        assert [entry.url, *entry.ways] == found[entry.url]["url"].split("|")
        asked = {ASKED: entry.asked} if entry.asked else {}
        assert {**entry.shown, **asked} == found[entry.url]["meta"]
        assert {name: [*values] for name, values in entry.filters.items()} == found[
            entry.url
        ]["filters"]


def test_the_index_has_the_same_bytes_each_time() -> None:
    many = tuple(
        Entry(
            f"f/{n}/",
            f"word{n}",
            {"title": f"T{n}"},
            {"year": (str(1900 + n),), "topic": (f"Topic {n % 30}",)},
        )
        for n in range(120)
    )
    assert search_files(many, "en") == search_files(many, "en")


def test_filters_name_every_value_and_its_results() -> None:
    """In a file of its own: Pagefind would hold each result against each value."""
    files = made()
    assert [] == [name for name in files if name.endswith(".pf_filter")]
    listed = json.loads(files[FILTERS])
    urls = [
        json.loads(unpacked(files[f"fragment/{name}.pf_fragment"]))["url"].split("|")[0]
        for name in names_in(listed)
    ]
    found = {
        (name, value): {urls[place] for place in places_of(steps)}
        for name, values in listed["filters"].items()
        for value, steps in values.items()
    }
    expected: dict[tuple[str, str], set[str]] = {}
    for entry in ENTRIES:
        for name, values in entry.filters.items():
            for value in values:
                expected.setdefault((name, value), set()).add(entry.url)
    assert expected == found


def places_of(steps: Sequence[int]) -> Iterator[int]:
    """The places of results, as the browser counts them."""
    single = chain.from_iterable((step,) if step > 0 else (1,) * -step for step in steps)
    return (place - 1 for place in accumulate(single))


def names_in(listed: Mapping[str, Any]) -> list[str]:
    """The names of results, as the browser puts them together."""
    return [
        f"{start}{name}{end}"
        for start, names, end in listed["results"]
        for name in names.split(" ")
    ]


def test_results_of_different_bundles_have_different_names() -> None:
    """Their names are short, and by what is in them: alike in two bundles, each would be
    taken for the other.
    """
    parts = bundles(search_files((*many(50), *many(50)), "en", size=20)).values()
    names = [
        name.removesuffix(".pf_fragment").removeprefix("fragment/")
        for part in parts
        for name in part
        if name.startswith("fragment/")
    ]
    assert 100 == len({*names})
    assert 50 == len({name.partition(".")[0] for name in names})
    told = [names_in(json.loads(part[FILTERS])) for part in parts]
    assert sorted(names) == sorted(name for some in told for name in some)


def test_every_file_that_the_index_names_is_there() -> None:
    files = made()
    hash_name = json.loads(files[ENTRY])["languages"]["en"]["hash"]
    _, _, chunks, filters, _, _ = cbor2.loads(
        unpacked(files[f"pagefind.{hash_name}.pf_meta"])
    )
    named = {f"index/{chunk[-1]}.pf_index" for chunk in chunks}
    assert [] == filters
    assert named == {name for name in files if name.startswith("index/")}


def test_pages_and_styles_that_nobody_asks_for_are_not_published() -> None:
    top = {name for name in made() if "/" not in name and not name.endswith(".pf_meta")}
    assert {BUNDLES, ENTRY, FILTERS, "pagefind.js", "wasm.en.pagefind"} == top


def test_the_index_knows_no_path_of_this_machine() -> None:
    pieces = [
        data if name in (BUNDLES, ENTRY, FILTERS) else unpacked(data)
        for name, data in made().items()
        if not name.endswith((".pagefind", ".js"))
    ]
    assert [] == [piece for piece in pieces if str(Path.cwd()).encode() in piece]


@pytest.mark.parametrize("program", ["/nowhere/pagefind", shutil.which("true")])
def test_a_program_that_cannot_run_is_one_line(
    monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", program)
    with pytest.raises(
        DossierError, match=r"^Pagefind, .* cannot run: .*DOSSIER_SEARCH = False\.$"
    ):
        search_files(ENTRIES, "en")


def test_what_pagefind_refuses_is_one_line() -> None:
    wrong = Entry("a/", "text", {"title": "T"}, {"kind": (5,)})  # type: ignore[dict-item]
    with pytest.raises(DossierError, match=r"^Pagefind could not make the index"):
        search_files((wrong,), "en")


def test_an_index_of_another_form_is_one_line() -> None:
    entry = {"version": "1.7.0", "languages": {"en": {"hash": "en_1"}}}
    files = {
        ENTRY: json.dumps(entry).encode(),
        "pagefind.en_1.pf_meta": gzip.compress(MAGIC + cbor2.dumps(["1.7.0", []])),
    }
    with pytest.raises(
        DossierError,
        match=r"^the index that Pagefind 1\.7\.0 made has a form that we do not know\.$",
    ):
        settled(files)


@pytest.mark.parametrize(
    ("language", "expected"),
    [("zh-Hans", "zh"), ("zh_CN", "zh"), ("ja", "ja"), ("de", "de")],
)
def test_an_index_has_the_language_of_the_site(language: str, expected: str) -> None:
    files = search_files(
        (Entry("a/", "阿里巴巴是一家公司", {"title": "阿里巴巴"}, {}),), language
    )
    assert [expected] == [*json.loads(files[f"{SEARCH_INDEX}/{ENTRY}"])["languages"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nothing to part, naïve", ["nothing to part, naïve"]),
        (
            "承诺投资380亿元。AI模型",
            ["承", "诺", "投", "资", "380", "亿", "元。", "AI", "模", "型"],
        ),
        ("Qwen3を公開", ["Qwen3", "を", "公", "開"]),
        ("デパ", ["テ\U000f3099", "ハ\U000f309a"]),
        ("ที่นี่", ["ท\U000f0e35\U000f0e48", "น\U000f0e35\U000f0e48"]),
        ("회사는 왔다", ["회사는 왔다"]),
        ("\U00020bb7野家", ["\U00020bb7", "野", "家"]),
    ],
)
def test_signs_of_writing_without_spaces_stand_alone(
    text: str, expected: list[str]
) -> None:
    assert expected == parted(text).split(GAP)


def test_the_page_parts_what_is_asked_as_the_index_is_parted() -> None:
    script = (ROOT / "themes/ledger/static/js/asking.js").read_text("utf-8")
    signs = re.sub(
        "[^-]",
        lambda sign: (
            f"\\\\u{ord(sign[0]):04x}"
            if sign[0] < "\U00010000"
            else f"\\\\u{{{ord(sign[0]):x}}}"
        ),
        UNSPACED,
    )
    assert f'SIGNS = "{signs}"' in script
    assert f"HIDDEN = {HIDDEN:#x}" in script


def many(count: int) -> tuple[Entry, ...]:
    """So many entries."""
    return tuple(
        Entry(f"f/{n}/", f"word{n}", {"title": f"T{n}"}, {"year": (str(1900 + n),)})
        for n in range(count)
    )


def bundles(files: Mapping[str, bytes]) -> dict[str, dict[str, bytes]]:
    """The files of each bundle, by its path."""
    found: dict[str, dict[str, bytes]] = {}
    for one in json.loads(files[f"{SEARCH_INDEX}/{BUNDLES}"]):
        pattern = re.compile(rf"{SEARCH_INDEX}/{one['path']}(\D.*)")
        found[one["path"]] = {
            match[1]: data
            for name, data in files.items()
            if (match := pattern.fullmatch(name))
        }
    return found


def test_a_large_site_has_its_index_in_bundles_with_one_program() -> None:
    entries = many(100)
    files = search_files(entries, "en", size=20)
    found = bundles(files)
    assert ["", *(f"{number}/" for number in range(2, len(found) + 1))] == [*found]
    assert [entry.url for entry in entries] == sorted(
        (one["url"] for part in found.values() for one in fragments(part)),
        key=lambda url: int(url.split("/")[1]),
    )
    assert all(15 <= len(fragments(part)) <= 25 for part in [*found.values()][:-1])
    assert [""] == [path for path, part in found.items() if SCRIPT in part]
    assert files == search_files(entries, "en", size=20)


def test_one_entry_more_makes_one_bundle_anew() -> None:
    """Where the others end does not move with it."""
    before = bundles(search_files(many(100), "en", size=20))
    more = Entry("f/more/", "more", {"title": "More"}, {})
    after = bundles(search_files((more, *many(100)), "en", size=20))
    assert [""] == [path for path in after if before.get(path) != after[path]]


@pytest.mark.parametrize(
    ("entries", "size"), [(0, SMALLEST), (SMALLEST * MOST, SMALLEST), (1_000_000, 41_666)]
)
def test_a_browser_has_few_bundles_to_join(entries: int, size: int) -> None:
    assert size == bundle_size(entries)


def test_a_bundle_is_written_when_its_last_record_is_there() -> None:
    """Nothing waits for the end but what the list of bundles says of them."""
    files: dict[str, bytes] = {}
    with closing(SearchIndex(files.__setitem__, size=20)) as index:
        index.add([*records_of(many(100), "en")])
        early = {*files}
        index.finish()
    assert f"{SEARCH_INDEX}/{ENTRY}" in early
    assert f"{SEARCH_INDEX}/{BUNDLES}" in files.keys() - early
    assert search_files(many(100), "en", size=20) == files


def test_no_process_is_left_of_an_index_that_is_not_finished(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun: list[subprocess.Popen[bytes]] = []

    def begin(*words: Any, **named: Any) -> subprocess.Popen[bytes]:
        begun.append(subprocess.Popen(*words, **named))
        return begun[-1]

    monkeypatch.setattr(service, "Popen", begin)
    with closing(SearchIndex(dict[str, bytes]().__setitem__)) as index:
        index.add([*records_of(many(2 * TOGETHER), "en")])
        assert [None] == [process.poll() for process in begun]
    assert [-signal.SIGKILL] == [process.poll() for process in begun]


def test_an_answer_is_looked_at_once_however_many_pieces_it_comes_in() -> None:
    """The index itself is one answer, of megabytes, and a pipe holds 64 kB."""
    looked: list[int] = []

    class Piece(bytes):
        """Part of an answer, that notes who looks at it."""

        def count(self, *sought: Any) -> int:
            looked.append(len(self))
            return super().count(*sought)

    pieces = [Piece(b"x" * 10) for _ in range(50)] + [Piece(b"y,z,")]
    answers = SimpleNamespace(read1=lambda _: pieces.pop(0))
    assert [b"x" * 500 + b"y", b"z"] == service.read_answers(answers, 2)
    assert 504 == sum(looked)


def indexed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many records Pagefind is told at a time from now on."""
    told: list[int] = []
    tell = Service.add

    def counted(service: Service, records: Sequence[bytes]) -> None:
        told.append(len(records))
        tell(service, records)

    monkeypatch.setattr(Service, "add", counted)
    return told


def test_a_bundle_with_the_same_entries_is_taken_from_the_site_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = search_files(many(100), "en", size=20)
    before, made = kept(tmp_path, files), indexed(monkeypatch)
    assert files == search_files(many(100), "en", size=20, before=before)
    assert [] == made
    other = search_files(many(101), "en", size=20, before=before)
    assert 1 == len(made)
    assert other == search_files(many(101), "en", size=20)


@pytest.mark.parametrize("harm", ["changed", "gone", "more", "no list"])
def test_a_bundle_that_is_not_what_was_written_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    files = search_files(many(20), "en")
    before, made = kept(tmp_path, files), indexed(monkeypatch)
    fragment = next((before / SEARCH_INDEX / "fragment").iterdir())
    if harm == "changed":
        fragment.write_bytes(b"x")
    elif harm == "gone":
        fragment.unlink()
    elif harm == "more":
        (fragment.parent / "more.pf_fragment").write_bytes(b"x")
    else:
        (before / SEARCH_INDEX / BUNDLES).write_bytes(b"[1]")
    assert files == search_files(many(20), "en", before=before)
    assert [20] == made


def test_the_results_of_a_second_language_are_counted_on_from_those_of_the_first() -> None:
    """A filter knows a result by its place among those of all languages."""
    files: dict[str, bytes] = {}
    for language, pages in (("de", ["de_a", "de_b"]), ("en", ["en_a", "en_b", "en_c"])):
        found = ["0", [[page] for page in pages], [], [["kind", f"{language}_f"]], [], []]
        kinds = ["kind", [["Fact", [len(pages) - 1]]]]
        files[f"pagefind.{language}_m.pf_meta"] = gzip.compress(MAGIC + cbor2.dumps(found))
        files[f"filter/{language}_f.pf_filter"] = gzip.compress(MAGIC + cbor2.dumps(kinds))
    entry = {"version": "1", "languages": {id: {"hash": f"{id}_m"} for id in ("de", "en")}}
    told = json.loads(settled({**files, ENTRY: json.dumps(entry).encode()})[FILTERS])
    assert told["filters"] == {"kind": {"Fact": [2, 3]}}
