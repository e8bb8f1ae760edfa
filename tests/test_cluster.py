"""A cluster of Dask makes the same site, though one of its workers dies on the way."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from dossier.generate import cluster
from dossier.generate.cluster import commission, open_cluster
from dossier.generate.pipeline import load_site
from dossier.generate.sending import packed
from dossier.model.errors import DossierError
from dossier.plugin.commissions import press_of
from tests.builds import ROOT, build, files_of

pytestmark = pytest.mark.skipif(
    find_spec("distributed") is None, reason="the extra `dask` is not installed"
)

SETTINGS = f"""
import os, signal
from pathlib import Path

def fall():
    "End the first worker that comes here, in the middle of a page."
    if "FALLING" in os.environ:
        try:
            Path(os.environ["FALLING"]).touch(exist_ok=False)
        except FileExistsError:
            return ""
        os.kill(os.getpid(), signal.SIGKILL)
    return ""

SITENAME = "Tiles"
SITEURL = os.environ.get("SITE", "")
TIMEZONE = "UTC"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
PATH = "content"
THEME = {str(ROOT / "themes/ledger")!r}
THEME_TEMPLATES_OVERRIDES = ["overrides"]
PLUGINS = ["dossier.plugin"]
JINJA_GLOBALS = {{"fall": fall}}
"""
WORKER = ("dask_worker", "--no-nanny", "--nthreads", "1")
NOTHING = commission(Path("pelicanconf.py"), {}, ())


@contextmanager
def running(*words: str, **env: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program of Dask, on this machine alone."""
    command = [sys.executable, "-m", "distributed.cli." + words[0], *words[1:]]
    with subprocess.Popen(
        [*command, "--host", "127.0.0.1", "--no-dashboard"],
        env={**os.environ, **env, "DASK_DISTRIBUTED__ADMIN__LOG_LENGTH": "0"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def scheduling(folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A scheduler without workers: its address and its process."""
    file = folder / "scheduler.json"
    words = ("dask_scheduler", "--port", "0", "--scheduler-file", str(file))
    with running(*words) as process:
        end = time.monotonic() + 60
        while not file.exists():
            assert time.monotonic() < end
            time.sleep(0.05)
        yield str(json.loads(file.read_text("utf-8"))["address"]), process


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one that has no worker yet."""
    with scheduling(tmp_path_factory.mktemp("dask")) as (address, _):
        yield address


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site, one page of which no worker survives the first time."""
    shutil.copytree(ROOT / "tests/sites/kiln/content", tmp_path / "content")
    (tmp_path / "overrides/partials").mkdir(parents=True)
    (tmp_path / "overrides/partials/footer.html").write_text("{{ fall() }}", "utf-8")
    (tmp_path / "pelicanconf.py").write_text(SETTINGS, "utf-8")
    return tmp_path


def test_it_makes_the_same_site_though_a_worker_dies(site: Path, scheduler: str) -> None:
    env = {"SITE": "https://tiles.example"}  # which the workers do not have
    one = build(site, "--output", "one", "--workers", "1", env=env)
    assert one.returncode == 0, one.stderr
    fallen = site / "fallen"
    with ExitStack() as stack:
        workers = [
            stack.enter_context(running(*WORKER, scheduler, FALLING=str(fallen)))
            for _ in range(2)
        ]
        many = build(
            site,
            "--output",
            "many",
            "--executor",
            "dask",
            "--scheduler",
            scheduler,
            env=env,
        )
        assert many.returncode == 0, many.stderr
        assert fallen.exists()
        assert [-signal.SIGKILL] == [code for one in workers if (code := one.poll())]
    assert files_of(site / "one") == files_of(site / "many")


def test_a_worker_takes_over_the_site_or_reads_it_itself(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is sent counts more than the files; they are the same, or it is refused."""
    monkeypatch.chdir(site)
    wanted = commission(site / "pelicanconf.py", {"DOSSIER_HISTORY": False}, ())
    read, content = load_site(site / "content")
    of_files = press_of(wanted, None)
    shutil.rmtree(site / "content/companies")
    of_sent = press_of(wanted, packed((read, content.pages)))
    assert [one.path for one in of_files.pages] == [one.path for one in of_sent.pages]
    with pytest.raises(DossierError, match="cannot read what this one can"):
        press_of(wanted, None)


def test_a_cluster_without_workers_is_told_in_one_line(
    scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "WAITING", 0.2)
    with (
        pytest.raises(DossierError, match="has no worker"),
        open_cluster(scheduler, 1, lambda *_: 1, NOTHING, b""),
    ):
        pytest.fail("there is none")


@pytest.mark.parametrize(
    ("whom", "said"), [("worker", "no worker of the cluster"), ("scheduler", "is gone")]
)
def test_a_cluster_that_is_gone_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, whom: str, said: str
) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.2)
    with ExitStack() as stack:
        address, process = stack.enter_context(scheduling(tmp_path))
        worker = stack.enter_context(running(*WORKER, address))
        told = stack.enter_context(pytest.raises(DossierError, match=said))
        crew = stack.enter_context(open_cluster(address, 1, lambda *_: 1, NOTHING, b""))
        work = crew.map(lambda state, item: time.sleep(60 * item), range(2))
        assert next(work) is None
        monkeypatch.setattr(cluster, "WAITING", 0.5)
        (worker if whom == "worker" else process).kill()
        next(work)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nothing://x"])
def test_where_no_scheduler_answers_one_line_says_so(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr(cluster, "WAITING", 0.2)
    with (
        pytest.raises(DossierError, match="no scheduler of Dask answers at"),
        open_cluster(address, 1, lambda *_: 1, NOTHING, b""),
    ):
        pytest.fail("there is none")


def test_a_worker_with_other_content_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: 1", "utf-8")
    wanted = commission(tmp_path / "conf.py", {}, [tmp_path])
    (tmp_path / "a.yaml").write_text("a: 2", "utf-8")
    with pytest.raises(
        DossierError, match="other content, another theme or other programs"
    ):
        cluster._work_there(lambda *_: 1, wanted, lambda state, item: state + item, 1)  # noqa: SLF001


@pytest.mark.parametrize(
    "words", [("--executor", "dask"), ("--scheduler", "tcp://127.0.0.1:9")]
)
def test_an_executor_and_its_scheduler_go_together(
    site: Path, words: tuple[str, str]
) -> None:
    told = build(site, *words)
    assert told.returncode == 2
    assert "--executor dask and --scheduler go together." in told.stderr
