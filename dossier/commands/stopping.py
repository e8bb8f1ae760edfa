"""Commands that take a while, stopped from outside: in one line, and as after an error, so
that what was begun is swept away and no process is left.
"""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

import click

HANGUP = getattr(signal, "SIGHUP", None)
"""The terminal is gone; not every system tells."""


class _Terminated(BaseException):
    """A signal has come that ends it. No fault of what runs at that moment, so nothing there
    catches it.
    """


@contextmanager
def stoppable() -> Iterator[None]:
    """Ends in a line what Ctrl+C, SIGTERM or SIGHUP stops; `nohup` keeps the last away."""
    ending = [one for one in (signal.SIGTERM, HANGUP) if one and _is_heeded(one)]
    before = {one: signal.signal(one, _terminate) for one in ending}
    try:
        yield
    except KeyboardInterrupt:
        _leave(signal.SIGINT)
    except _Terminated as stopped:
        _leave(signal.Signals(*stopped.args))
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _is_heeded(number: signal.Signals) -> bool:
    """Whether it is to end what runs: SIGHUP is not where `nohup` began it."""
    return number == signal.SIGTERM or signal.getsignal(number) != signal.SIG_IGN


def _terminate(number: int, frame: FrameType | None) -> NoReturn:
    raise _Terminated(number)


def _leave(number: signal.Signals) -> NoReturn:
    with suppress(OSError):  # whose terminal is gone reads nothing
        click.echo(
            f"dossier: stopped by {number.name}; nothing is left half made.", err=True
        )
    sys.exit(128 + number)
