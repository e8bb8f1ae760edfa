"""Reading, checking and looking at our own words, shared out: the same records, findings and
words on any number of processes, and none of them left, however it ends.
"""

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier import check
from dossier.cli import dossier
from dossier.generate import crew
from dossier.generate.crew import in_processes
from dossier.generate.pipeline import Inspection, inspect
from dossier.generate.sending import packed, unpacked
from dossier.mapping import in_groups
from dossier.model.companies import Company
from dossier.model.dates import PartialDate
from dossier.model.errors import DossierError
from dossier.model.values import COUNT
from dossier.model.wording import Wording
from dossier.read import folder, lots, read_sources
from dossier.read.lots import Basis, Lot, read_lot
from dossier.wording import own
from tests.builds import HEEDING
from tests.helpers import SITES
from tests.test_workers import is_there, names, until

CONTENTS = [SITES / name for name in ("acme", "quarters", "tongues")] + [
    SITES / name / "content" for name in ("broken", "ferries", "kitchen-sink")
]
BROKEN = SITES / "broken" / "content"


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each company and each source by itself, so that all processes have some."""
    for module in (lots, check, own):
        monkeypatch.setattr(module, "LEAST", 1)


def told(thing: object) -> object:
    """All that something holds, where it stands included, in plain lists."""
    if is_dataclass(thing) and not isinstance(thing, type):
        inner = [(one.name, told(getattr(thing, one.name))) for one in fields(thing)]
        return [type(thing).__name__, *inner]
    if isinstance(thing, Mapping):
        return [[told(key), told(value)] for key, value in thing.items()]
    if isinstance(thing, tuple | list):
        return [type(thing).__name__, *map(told, thing)]
    if isinstance(thing, frozenset):
        return sorted(map(str, thing))
    if isinstance(thing, Wording):
        return [str(thing), thing.language]
    return thing if isinstance(thing, Enum) else [type(thing).__name__, str(thing)]


def whole(found: Inspection) -> object:
    """What was read, what was found, and what our own words say."""
    words = own.read_wording(found.content)
    return [found.content, found.findings, found.confirmed, words]


@pytest.mark.parametrize("content", CONTENTS, ids=lambda path: path.parent.name + path.name)
def test_each_company_by_itself_is_the_same(content: Path, small: None) -> None:
    """Of what is checked, all that is looked up by its id is there."""
    alone = whole(inspect(content))
    with pytest.MonkeyPatch.context() as together:
        for module in (lots, check, own):
            together.setattr(module, "LEAST", 10_000)
            together.setattr(module, "MOST", 10_000)
        assert whole(inspect(content)) == alone


@pytest.mark.parametrize("workers", [1, 2, 3, 8])
@pytest.mark.parametrize("content", [BROKEN, SITES / "quarters"])
def test_any_number_of_processes_finds_the_same(
    content: Path, workers: int, small: None
) -> None:
    mapped = in_processes(workers)
    one, many = inspect(content), inspect(content, mapped)
    assert told(one) == told(many)
    assert own.read_wording(one.content) == own.read_wording(many.content, mapped)
    assert [] == multiprocessing.active_children()


def test_any_number_of_processes_says_the_same(
    monkeypatch: pytest.MonkeyPatch, small: None
) -> None:
    """Word by word, and with the same exit status."""
    monkeypatch.chdir(BROKEN.parent)
    said = [
        CliRunner().invoke(dossier, ["check", "--all", "--workers", str(workers)])
        for workers in (1, 3)
    ]
    assert [1, 1] == [one.exit_code for one in said]
    assert said[0].output == said[1].output


def test_sources_alone_are_read_without_companies() -> None:
    assert {"annual-report"} == read_sources(SITES / "minimal").content.sources.keys()


def test_a_small_content_is_left_to_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """To begin others would take longer than to read it: nobody asks how many there may be."""
    monkeypatch.setattr(crew, "usable_cores", lambda: pytest.fail("others would begin"))
    assert not inspect(SITES / "acme", in_processes()).findings


def test_what_follows_each_other_is_grouped_by_weight() -> None:
    """What is too heavy for a group has one of its own."""
    groups = in_groups(("a", "bb", "c", "dddd", "e"), len, 3)
    assert [("a", "bb"), ("c",), ("dddd",), ("e",)] == [*groups]


def test_what_is_sent_arrives_as_it_was() -> None:
    """Texts that know their language, types of values, of which there is one each, and
    classes.
    """
    sent = (Wording("قهوة", "ar"), PartialDate.parse("2024-05"), COUNT, Company)
    arrived = unpacked(packed(sent))
    assert sent == arrived
    assert "ar" == arrived[0].language
    assert date(2024, 5, 31) == arrived[1].latest
    assert sent[2:] == tuple(one for one in arrived[2:] if one is COUNT or one is Company)


def test_records_that_were_sent_share_their_words() -> None:
    """An id that stands in many places is one text, as where it was read."""
    lot = read_lot(
        Basis(SITES / "acme", inspect(SITES / "acme").content.properties, frozenset()),
        tuple(str(path.relative_to(SITES / "acme")) for path in every_file()),
    )
    assert texts_of(lot) >= texts_of(unpacked(packed(lot)))


def every_file() -> list[Path]:
    """The files of a small content's only company."""
    return sorted((SITES / "acme" / "companies").rglob("*.yaml"))


def texts_of(lot: Lot) -> int:
    """How many texts name the sources of all references."""
    return len(
        {
            id(reference.source)
            for company in lot.companies.values()
            for fact in company.facts
            for claim in fact.claims
            for reference in claim.references
        }
    )


WAITING = """
import os, time
from pathlib import Path
from dossier.cli import main
from dossier.read import lots

def wait(self):
    Path("waiting", str(os.getpid())).touch()
    time.sleep(60)

lots.LEAST, lots._LotReader.read = 1, wait
main()
"""


@pytest.mark.parametrize(
    ("number", "whom", "said"),
    [
        (signal.SIGINT, "all", "dossier: stopped by SIGINT; nothing is left half made."),
        (
            signal.SIGTERM,
            "check",
            "dossier: stopped by SIGTERM; nothing is left half made.",
        ),
        (signal.SIGKILL, "worker", "one of its processes was ended from outside"),
        (signal.SIGKILL, "check", ""),
    ],
)
def test_a_check_that_is_ended_leaves_no_process(
    tmp_path: Path, number: int, whom: str, said: str
) -> None:
    """In one line; one that is killed can say nothing, and its workers end with it."""
    (tmp_path / "waiting").mkdir()
    shutil.copytree(BROKEN, tmp_path / "content")
    (tmp_path / "check.py").write_text(WAITING, "utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", HEEDING, sys.executable, "check.py", "check", "--workers", "2"],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        process_group=0,
    ) as process:  # fmt: skip
        try:
            until(lambda: len(names(tmp_path / "waiting")) == 2)
            workers = [int(name) for name in names(tmp_path / "waiting")]
            if whom == "all":
                os.killpg(process.pid, number)
            else:
                os.kill(process.pid if whom == "check" else workers[0], number)
            told = process.communicate(timeout=30)
        finally:
            process.kill()
    until(lambda: not any(map(is_there, workers)))
    assert said in told[1]
    assert bool(said) == len(told[1].splitlines())
    assert "" == told[0]


def out_of_memory(basis: Basis, paths: tuple[str, ...]) -> Lot:
    """Reading that finds no memory."""
    raise MemoryError


def test_reading_without_memory_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, small: None
) -> None:
    monkeypatch.setattr(folder, "read_lot", out_of_memory)
    with pytest.raises(DossierError, match="fewer processes need less"):
        inspect(BROKEN, in_processes(2))
    assert [] == multiprocessing.active_children()
