"""Work beside the build: its result or its error reaches whoever asks, and a build that
ends early leaves none of it.
"""

from collections.abc import Iterator
from itertools import count
from threading import Event

import pytest

from dossier.generate.beside import BackgroundWork
from dossier.model.errors import DossierError


def test_the_result_is_there_when_it_is_asked_for() -> None:
    go_on = Event()
    beside = BackgroundWork(lambda _: go_on.wait(10))
    go_on.set()
    assert beside.result()


def test_an_error_is_raised_where_the_result_is_asked_for() -> None:
    def fail(_: BackgroundWork[None]) -> None:
        raise DossierError("no")

    beside = BackgroundWork(fail)
    with pytest.raises(DossierError, match="no"):
        beside.result()
    beside.stop()


def test_work_without_end_can_be_stopped() -> None:
    begun = Event()

    def numbers() -> Iterator[int]:
        begun.set()
        yield from count()

    beside = BackgroundWork(lambda beside: sum(beside.until_stopped(numbers())))
    assert begun.wait(10)
    beside.stop()
    assert 0 <= beside.result()
