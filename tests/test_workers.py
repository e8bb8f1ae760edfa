"""Work that processes share: the same bytes however many there are, and none of them left,
however a build ends.
"""

import multiprocessing
import os
import platform
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from jinja2 import TemplateError

from dossier.building import build_site
from dossier.generate import crew, press
from dossier.generate.crew import in_processes, open_crew, usable_cores
from dossier.generate.settings import WORTH_SHARING, worker_count
from dossier.model.errors import DossierError
from dossier.plugin import made_settings
from dossier.prove import content as proving
from dossier.prove.data import references_json
from dossier.prove.folder import prove_folder
from tests.builds import BIN, HEEDING, ROOT, files_of

CONTENT = ROOT / "tests/sites/kiln/content"


def settings(folder: Path, workers: int, **more: object) -> Mapping[str, object]:
    """Those of a small site."""
    return made_settings(
        {
            "SITENAME": "Tiles",
            "SITEURL": "https://tiles.example",
            "PATH": str(CONTENT),
            "OUTPUT_PATH": str(folder),
            "THEME": str(ROOT / "themes/ledger"),
            "PLUGINS": ["dossier.plugin"],
            "FEED_ALL_ATOM": None,
            "CATEGORY_FEED_ATOM": None,
            "TRANSLATION_FEED_ATOM": None,
            "AUTHOR_FEED_ATOM": None,
            "AUTHOR_FEED_RSS": None,
            "DOSSIER_WORKERS": workers,
            **more,
        }
    )


@pytest.fixture(autouse=True)
def few_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """So few pages at a time that all workers of a small site have some."""
    monkeypatch.setattr(press, "LONGEST", 2)


@pytest.fixture(scope="module")
def by_one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as one process makes it."""
    folder = tmp_path_factory.mktemp("one") / "output"
    build_site(settings(folder, 1), folder)
    return folder


@pytest.mark.parametrize("workers", [3, 8])
def test_any_number_of_processes_makes_the_same_site(
    tmp_path: Path, by_one: Path, workers: int
) -> None:
    folder = tmp_path / "output"
    build_site(settings(folder, workers), folder)
    assert files_of(by_one) == files_of(folder)
    assert [] == multiprocessing.active_children()


def test_they_find_the_files_of_the_site_before(tmp_path: Path, by_one: Path) -> None:
    """What is the same is the same file; Pelican writes its own pages anew."""
    folder = Path(shutil.copytree(by_one, tmp_path / "output"))
    old = {path: path.stat().st_ino for path in (folder / "companies").rglob("*.html")}
    build_site(settings(folder, 2), folder)
    assert old == {path: path.stat().st_ino for path in old}
    assert files_of(by_one) == files_of(folder)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("fact.html", "{{ nothing.at_all }}", "UndefinedError: 'nothing' is undefined"),
        ("source.html", "{% if %}", "TemplateSyntaxError: Expected an expression"),
        ("source.html", '<a href="nowhere/">x</a>', "the link 'nowhere/' leads nowhere"),
    ],
)
def test_the_first_fault_is_told_as_if_one_process_had_found_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, said: str
) -> None:
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / name).write_text(text, "utf-8")
    overrides = [str(tmp_path / "theme")]
    told = []
    for workers in (1, 2):
        wrong = settings(tmp_path / "output", workers, THEME_TEMPLATES_OVERRIDES=overrides)
        with pytest.raises((DossierError, SystemExit)) as fault:
            build_site({**wrong, "DOSSIER_SEARCH": False}, tmp_path / "output")
        told.append(f"{fault.value}\n{capsys.readouterr().err}")
    assert said in told[0]
    assert told[0] == told[1]
    assert ["theme"] == names(tmp_path)


def test_any_number_of_processes_proves_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same report, the same records and the same data."""
    monkeypatch.setattr(proving, "TOGETHER", 1)
    monkeypatch.chdir(tmp_path)
    told = []
    for workers in (1, 3):
        shutil.copytree(CONTENT, tmp_path / "content")
        proved = prove_folder(
            Path("content"), CONTENT.parent / "archive", in_processes(workers)
        )
        told.append(
            (proved.report, references_json(proved.references), files_of(Path("content")))
        )
        shutil.rmtree(tmp_path / "content")
    assert told[0] == told[1]
    assert " 0 not checkable" in told[0][0]
    assert [] == multiprocessing.active_children()


def double(state: int, item: int) -> int:
    """Some work, the first item of which takes longest."""
    time.sleep(0 if item else 0.05)
    return state * item


def refuse(fault: BaseException, state: int, item: int) -> int:
    """Work that fails from the third item on."""
    if item >= 2:
        raise fault
    return item


def die(state: int, item: int) -> int:
    """Work at which the system ends the process."""
    if item == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


@pytest.mark.parametrize("count", [1, 3])
def test_results_come_in_the_order_of_the_items(count: int) -> None:
    with open_crew(count, 2) as made:
        taken: list[int] = []
        behind = made.behind(taken.append)
        for result in made.map(double, range(5)):
            behind.add(result)
        behind.finish()
        assert [0, 2, 4, 6, 8] == taken


def who(state: int, item: int) -> int:
    """Which process does it."""
    return os.getpid()


def test_others_take_over_after_so_many_items() -> None:
    """What the first have copied is given back; results come in order all the same."""
    with open_crew(2, 2) as made:
        assert [0, 2, 4, 6, 8] == [*made.map(double, range(5), shift=2)]
        seen = [*made.map(who, range(6), shift=2)]
        assert not {*seen[:2]} & {*seen[2:4]}
        assert not {*seen[2:4]} & {*seen[4:]}
        assert len({*made.map(who, range(6))}) <= 2
        seen = [*made.map(who, range(6), shift=4, weight=int)]  # 0 to 2, 3, 4 and 5
        assert not {*seen[:3]} & {*seen[3:]}
        assert 3 == len({*seen[3:]})
    assert [] == multiprocessing.active_children()


def test_a_check_lets_them_make_room_too() -> None:
    seen = [*in_processes(2)(who, 0, range(8), 2)]
    assert not {*seen[:4]} & {*seen[4:]}


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize(
    "fault", [DossierError("no"), TemplateError("no"), OSError(28, "no"), ValueError("no")]
)
def test_what_work_raises_reaches_whoever_waits(count: int, fault: Exception) -> None:
    with pytest.raises(type(fault), match="no"), open_crew(count, 2) as made:
        assert [0, 1] == [*made.map(partial(refuse, fault), range(9))]
    assert [] == multiprocessing.active_children()


@pytest.mark.parametrize(
    ("work", "said"),
    [(die, "was ended from outside"), (partial(refuse, MemoryError()), "memory ran out")],
)
def test_a_process_that_dies_or_has_no_memory_ends_the_work_in_one_line(
    work: Callable[[int, int], int], said: str
) -> None:
    with pytest.raises(DossierError) as told, open_crew(2, 2) as made:
        assert [*made.map(work, range(9))]
    assert said in str(told.value)
    assert "--workers" in str(told.value)
    assert "\n" not in str(told.value)
    assert [] == multiprocessing.active_children()


@pytest.mark.parametrize(
    ("given", "pages", "workers"),
    [
        (1, 10_000, 1),
        (3, 10, 3),
        (0, WORTH_SHARING - 1, 1),
        (0, WORTH_SHARING, usable_cores()),
    ],
)
def test_a_small_site_is_made_by_one_process(given: int, pages: int, workers: int) -> None:
    """Unless its owner says another number."""
    assert workers == worker_count({"DOSSIER_WORKERS": given}, pages)


@pytest.mark.parametrize("given", [-1, True, "2"])
def test_what_is_no_number_of_workers_is_refused(given: object) -> None:
    with pytest.raises(DossierError, match="DOSSIER_WORKERS is"):
        worker_count({"DOSSIER_WORKERS": given}, 1)


@pytest.mark.parametrize(("said", "quota"), [("150000 100000\n", 2), ("max 100000\n", 9)])
def test_a_container_may_use_less_than_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, quota: int
) -> None:
    (tmp_path / "cpu.max").write_text(said, "ascii")
    monkeypatch.setattr(crew, "QUOTA", tmp_path / "cpu.max")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(9), raising=False)
    assert quota == usable_cores()


def test_where_a_fork_is_not_safe_one_process_makes_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Unless somebody says another number."""
    monkeypatch.setattr(platform, "system", lambda: "Darwin")
    assert 1 == usable_cores() == worker_count({}, 10_000)
    assert 3 == worker_count({"DOSSIER_WORKERS": 3}, 10_000)


WAITING = """
import os, time
from pathlib import Path

def wait():
    Path("waiting", str(os.getpid())).touch()
    time.sleep(60)

SITENAME = "Tiles"
TIMEZONE = "UTC"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
PATH = "content"
PLUGINS = ["dossier.plugin"]
JINJA_GLOBALS = {"wait": wait}
THEME_TEMPLATES_OVERRIDES = ["overrides"]
DOSSIER_WORKERS = 2
"""


@pytest.fixture
def waiting(tmp_path: Path) -> Path:
    """A site that has been built, and whose next build waits in the middle for ever."""
    for name, data in {".dossier": b"", "index.html": b"old"}.items():
        (tmp_path / "output").mkdir(exist_ok=True)
        (tmp_path / "output" / name).write_bytes(data)
    shutil.copytree(CONTENT, tmp_path / "content")
    (tmp_path / "waiting").mkdir()
    (tmp_path / "overrides").mkdir()
    for template in (ROOT / "themes/ledger/templates").glob("*.html"):
        if template.name not in ("base.html", "page.html"):  # not those of Pelican's own
            (tmp_path / "overrides" / template.name).write_text("{{ wait() }}", "utf-8")
    theme = f"THEME = {str(ROOT / 'themes/ledger')!r}\n"
    (tmp_path / "pelicanconf.py").write_text(WAITING + theme, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("number", "whom", "said"),
    [
        (signal.SIGINT, "all", "dossier: stopped by SIGINT; nothing is left half made."),
        (
            signal.SIGTERM,
            "build",
            "dossier: stopped by SIGTERM; nothing is left half made.",
        ),
        (signal.SIGTERM, "all", "dossier: stopped by SIGTERM; nothing is left half made."),
        (signal.SIGHUP, "build", "dossier: stopped by SIGHUP; nothing is left half made."),
        (signal.SIGHUP, "all", "dossier: stopped by SIGHUP; nothing is left half made."),
        (
            signal.SIGKILL,
            "worker",
            "one of its processes was ended from outside",
        ),
        (signal.SIGKILL, "build", ""),
    ],
)
def test_a_build_that_is_ended_leaves_no_process_and_the_old_site(
    waiting: Path, number: int, whom: str, said: str
) -> None:
    """In one line; a build that is killed can say nothing, and its workers end with it."""
    with subprocess.Popen(
        [sys.executable, "-c", HEEDING, BIN / "dossier", "build"],
        cwd=waiting, stderr=subprocess.PIPE, text=True,
        process_group=0,
    ) as process:  # fmt: skip
        try:
            until(lambda: len(names(waiting / "waiting")) == 2)
            workers = [int(name) for name in names(waiting / "waiting")]
            if whom == "all":
                os.killpg(process.pid, number)
            else:
                os.kill(process.pid if whom == "build" else workers[0], number)
            told = process.communicate(timeout=30)[1]
        finally:
            process.kill()
    until(lambda: not any(map(is_there, workers)))
    assert said in told
    assert bool(said) == len(told.splitlines())
    assert {".dossier": b"", "index.html": b"old"} == files_of(waiting / "output")
    assert (waiting / ".output.build").exists() == (not said)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_build_that_is_stopped_before_it_begins_says_so(
    tmp_path: Path, number: signal.Signals
) -> None:
    """While it loads what it needs, of which the settings are a part."""
    waits = (
        "import time\nfrom pathlib import Path\nPath('loading').touch()\ntime.sleep(60)\n"
    )
    (tmp_path / "pelicanconf.py").write_text(waits, "utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", HEEDING, BIN / "dossier", "build"],
        cwd=tmp_path, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        until((tmp_path / "loading").exists)
        process.send_signal(number)
        told = process.communicate(timeout=30)[1]
    stopped = f"dossier: stopped by {number.name}; nothing is left half made.\n"
    assert (128 + number, stopped) == (process.returncode, told)


def names(folder: Path) -> list[str]:
    """All that stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


def until(holds: Callable[[], bool]) -> None:
    """Wait for something."""
    end = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < end, "it does not come to that"
        time.sleep(0.02)


def is_there(process: int) -> bool:
    """Whether a process has not ended."""
    with suppress(ProcessLookupError):
        os.kill(process, 0)
        return True
    return False
