"""Commands that take a while, stopped from outside: in one line, and as after an error, so
that what was begun is swept away and no process is left.
"""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

import click


class _Terminated(BaseException):
    """SIGTERM has come. No fault of what runs at that moment, so nothing there catches it."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Ends in a line what Ctrl+C or SIGTERM stops."""
    before = signal.signal(signal.SIGTERM, _terminate)
    try:
        yield
    except KeyboardInterrupt:
        _leave(signal.SIGINT)
    except _Terminated:
        _leave(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, before)


def _terminate(number: int, frame: FrameType | None) -> NoReturn:
    raise _Terminated


def _leave(number: signal.Signals) -> NoReturn:
    click.echo(f"dossier: stopped by {number.name}; nothing is left half made.", err=True)
    sys.exit(128 + number)
