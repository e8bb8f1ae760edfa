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


@contextmanager
def stoppable() -> Iterator[None]:
    """Ends in a line what Ctrl+C or SIGTERM stops."""
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    except KeyboardInterrupt:
        _stop(signal.SIGINT)
    finally:
        signal.signal(signal.SIGTERM, before)


def _stop(number: int, frame: FrameType | None = None) -> NoReturn:
    name = signal.Signals(number).name
    click.echo(f"dossier: stopped by {name}; nothing is left half made.", err=True)
    sys.exit(128 + number)
