"""Pages made by the processes of a Dask cluster, on other machines too.

Each reads the same settings and theme from the same places, takes over the site as the
build has read and merged it, which is a tenth of the work, and hands back finished files. A
worker that dies has its pages made by another; what dies with it is nothing, because only
the build writes.
"""

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from platform import python_version
from threading import Lock
from typing import Any, Generic

from dossier.advice import install
from dossier.generate.beside import Taker
from dossier.generate.crew import Alone, Crew, Item, Result, State, alike
from dossier.model.errors import DossierError

PACKAGES = (
    "babel",
    "jinja2",
    "markdown-it-py",
    "markupsafe",
    "pelican",
    "pillow",
    "pyyaml",
    "regex",
)
"""Those whose versions tell in pages and pictures."""
LOGS = ("distributed", "distributed.client")
AHEAD = 64
"""Items that are handed out before the first result is taken: so memory is bounded."""
PATIENCE = 5.0
"""Seconds between two looks at whether any worker is left."""
WAITING = 30.0
"""Seconds for which a cluster may be without a worker."""

_ONE = Lock()
"""A process does one thing at a time, however many threads it has: Python would."""


Make = Callable[["Commission", bytes | None], State]
"""Makes what a worker works with, of what was sent to it for that, if anything was."""


@dataclass(frozen=True)
class Cluster:
    """Where pages are to be made."""

    scheduler: str
    # Its address.
    settings: Path
    # The settings file of the site.


@dataclass(frozen=True)
class Commission:
    """What another process needs to make the state of this one."""

    settings: str
    # The file.
    given: str
    # What counts more than the file says, as JSON.
    folders: tuple[str, ...]
    sum: str
    # Of all that is in these folders, and of the programs.

    @property
    def name(self) -> str:
        """By which workers know what was brought to them for it; that for another state of
        the same site takes its place.
        """
        return f"dossier {self.settings}"


def commission(
    settings: Path, given: Mapping[str, object], folders: Iterable[Path]
) -> Commission:
    """What is to be made, as these settings and folders say now."""
    whole = tuple(str(folder.resolve()) for folder in folders)
    told = json.dumps(dict(given), sort_keys=True)
    return Commission(str(settings.resolve()), told, whole, sum_of(whole))


def sum_of(folders: Iterable[str]) -> str:
    """All on which pages depend, in short: the files of some folders, and the programs."""
    told = blake2b(f"{python_version()} {[*map(version, PACKAGES)]}".encode())
    for folder in (Path(__file__).parent.parent, *map(Path, folders)):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                data = path.read_bytes()
                told.update(f"{path.relative_to(folder)} {len(data)}\n".encode())
                told.update(data)
    return told.hexdigest()


class Scattered(Generic[State]):
    """A cluster does what is mapped; what is done behind that is done here."""

    def __init__(
        self,
        client: Any,
        alone: Alone[State],
        make: Make[State],
        wanted: Commission,
    ) -> None:
        self._client, self._alone = client, alone
        self._executor = client.get_executor(pure=False)
        self._make, self._wanted = make, wanted

    def map(
        self,
        work: Callable[[State, Item], Result],
        items: Iterable[Item],
        shift: int = 0,
        weight: Callable[[Item], int] = alike,
    ) -> Iterator[Result]:
        """See `Crew`; some items are handed out ahead, and no worker is begun anew."""
        begun = (
            self._executor.submit(_work_there, self._make, self._wanted, work, item)
            for item in items
        )
        waiting = deque(islice(begun, AHEAD))
        while waiting:
            yield self._result(waiting.popleft())
            waiting.extend(islice(begun, 1))

    def behind(self, work: Callable[[Item], object]) -> Taker[Item]:
        """See `Crew`."""
        return self._alone.behind(work)

    def _result(self, begun: Future[Result]) -> Result:
        without = 0.0
        while True:
            try:
                return begun.result(PATIENCE)
            except TimeoutError:
                if begun.done():
                    raise
                without = 0.0 if self._workers() else without + PATIENCE
                if without >= WAITING:
                    raise DossierError("no worker of the cluster is left.") from None
            except CancelledError as error:
                raise DossierError("the scheduler of the cluster is gone.") from error
            except (
                Exception
            ) as error:  # what a worker met, or the cluster itself, may be any
                raise _told(error) from error

    def _workers(self) -> int:
        return len(self._client.scheduler_info()["workers"])


@contextmanager
def open_cluster(
    address: str, state: State, make: Make[State], wanted: Commission, sent: bytes
) -> Iterator[Crew[State]]:
    """The workers of the scheduler at an address, which make the state that is here, of
    what is sent to each of them, those that come later too.

    Raises DossierError where nothing answers there, or no worker comes.
    """
    try:
        import dask.config  # noqa: PLC0415 -- an extra, and a second

        # What becomes of the cluster, we say in one line.
        dask.config.set({"logging": dict.fromkeys(LOGS, "critical")})
        from distributed import Client, WorkerPlugin  # noqa: PLC0415
    except ImportError as error:
        raise DossierError(f"Dask is not installed. Run `{install('dask')}`.") from error
    alone = Alone(state)
    try:
        client = Client(address, timeout=WAITING)
    except (OSError, ValueError) as error:
        raise DossierError(f"no scheduler of Dask answers at {address}.") from error
    try:
        client.wait_for_workers(1, timeout=WAITING)
        bringing = WorkerPlugin()
        bringing.brought = wanted, sent
        client.register_plugin(bringing, wanted.name)
        yield Scattered(client, alone, make, wanted)
        client.unregister_worker_plugin(wanted.name)
    except TimeoutError as error:
        raise DossierError(f"the scheduler at {address} has no worker.") from error
    finally:
        client.close(timeout=PATIENCE)
        alone.stop()


def _work_there(
    make: Make[State], wanted: Commission, work: Callable[[State, Item], Result], item: Item
) -> Result:
    with _ONE:
        return work(_state(make, wanted), item)


@lru_cache(maxsize=1)
def _state(make: Make[State], wanted: Commission) -> State:
    """What a worker works with, made once for all of its items."""
    if sum_of(wanted.folders) != wanted.sum:
        raise DossierError(
            "a worker of the cluster has other content, another theme or other programs"
            " than this build; expected the same files at the same places."
        )
    return make(wanted, _brought(wanted))


def _brought(wanted: Commission) -> bytes | None:
    """What was sent to this worker for a commission; it is not needed a second time."""
    from distributed import get_worker  # noqa: PLC0415

    bringing = get_worker().plugins.get(wanted.name)
    brought: tuple[Commission, bytes] | None = getattr(bringing, "brought", None)
    if brought is None or brought[0] != wanted:
        return None
    bringing.brought = None
    return brought[1]


def _told(error: Exception) -> Exception:
    """What is said of work that failed: what it raised itself, or what became of workers."""
    if isinstance(error, DossierError | OSError):
        return error
    name = type(error).__name__
    if name == "KilledWorker":
        return DossierError(
            "the workers of the cluster were ended from outside at the same pages, as"
            " happens where memory runs out."
        )
    said = str(error).split("\n", 1)[0]
    return DossierError(f"a worker of the cluster failed: {name}: {said}")
