"""The command `dossier`: all commands in one list, and what becomes of an error."""

import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from dossier import __version__
from dossier.commands import beginning, content, sites, sources
from dossier.commands.listing import Commands
from dossier.model.errors import ContentError, DossierError

COMMANDS = (
    content.check,
    content.stale,
    content.links,
    content.diff,
    content.schema,
    content.fmt,
    beginning.new,
    sources.source,
    sources.origins,
    sources.prove,
    sources.read_queue,
    sources.suggest,
    sites.init,
    sites.upgrade,
    sites.example,
    sites.doctor,
    sites.messages,
    sites.build,
    sites.serve,
)
"""All commands; those that begin files and take in sources have commands of their own."""


@click.group(
    cls=Commands,
    commands=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="dossier")
def dossier() -> None:
    """Company dossiers: facts in YAML, checked, merged and printed with their sources."""


def main() -> None:
    """The entry point: what the program cannot go on from is one line, or a report on the
    content, never a traceback.
    """
    try:
        dossier()
    except ContentError as error:
        click.echo(error, err=True)
        sys.exit(1)
    except MemoryError:
        click.echo("dossier: memory ran out; nothing is left half made.", err=True)
        sys.exit(1)
    except DossierError as error:
        _say_last(str(error))
    except (
        OSError
    ) as error:  # what is read and written says so itself; this is what is told
        place = error.filename or "what there was to tell could not be written"
        _say_last(f"{place}: {error.strerror or error}.")


def _leave_untold() -> None:
    """Let what cannot be printed go nowhere: Python would try again when it ends, and fail
    with words and an exit status of its own.
    """
    try:
        sys.stdout.flush()
    except OSError:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 -- until the end


def _say_last(told: str) -> NoReturn:
    from dossier.report.escapes import printable

    click.echo("\n".join(map(printable, f"dossier: {told}".split("\n"))), err=True)
    _leave_untold()
    sys.exit(1)
