"""Commands that take in sources, prove what is said of them, and hear readers."""

import sys
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from dossier.commands.listing import Commands
from dossier.commands.options import ARCHIVE, CONTENT, CONTENT_FOLDER
from dossier.commands.stopping import stoppable
from dossier.model.errors import DossierError


@click.group(cls=Commands)
def source() -> None:
    """Bring sources in."""


@source.command()
@click.argument("place", metavar="FILE|URL")
@click.option(
    "--id",
    default="",
    help="The id of the source; else one is made from its author, year and title.",
)
@CONTENT_FOLDER
@ARCHIVE
@click.option(
    "--origin",
    "origins",
    multiple=True,
    metavar="ID",
    help="An origin it draws on; may be given several times.",
)
def add(
    place: str, id: str, content: Path, archive: Path, origins: tuple[str, ...]
) -> None:
    """Take FILE or URL in as a source: its record into the content, its text into the
    archive.

    FILE is plain text, Markdown, a saved web page, or an export of sources as CSL-JSON or
    RIS.
    """
    from dossier.intake.adding import Folders, Wishes, add_sources

    for line in add_sources(place, Folders(content, archive), Wishes(id, origins)):
        click.echo(line)


@click.command()
@CONTENT
@ARCHIVE
def origins(content: Path, archive: Path) -> None:
    """Compare the texts of the sources of CONTENT, and say which seem to share an origin."""
    from dossier.origins.linter import survey
    from dossier.origins.reporting import survey_lines
    from dossier.read import read_sources
    from dossier.report.escapes import printable
    from dossier.report.text import report

    reading = read_sources(content)
    found = survey(reading.content, archive)
    for line in survey_lines(found):
        click.echo(printable(line))
    click.echo(report((*reading.findings, *found.findings), content))


@click.command()
@CONTENT
@ARCHIVE
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="For a person at a terminal, or each reference as data; the report then goes to the standard error.",
)  # fmt: skip
@click.option(
    "--workers",
    type=click.IntRange(0),
    default=0,
    metavar="N",
    help="How many processes look quotes up.  [default: as many as there are processors,"
    " and one for a few hundred quotes]",
)
def prove(content: Path, archive: Path, form: str, workers: int) -> None:
    """Look up every quote of CONTENT in the texts at hand, compare its figures, and keep a
    record.
    """
    from dossier.generate.crew import in_processes
    from dossier.prove.data import references_json
    from dossier.prove.folder import prove_folder

    with stoppable():
        proved = prove_folder(content, archive, in_processes(workers))
    if form == "json":
        click.echo(references_json(proved.references))
    click.echo(proved.report, err=form == "json")
    if proved.failed:
        raise SystemExit(1)


@click.command("read")
@CONTENT
@ARCHIVE
@click.option(
    "--by", default="", help="The name of the reader; else the one that git knows."
)
@click.option(
    "--day", type=click.DateTime(["%Y-%m-%d"]), help="The day of the reading; else today."
)
@click.option(
    "--list",
    "form",
    flag_value="list",
    help="Ask nothing: a line for each quote that waits.",
)
@click.option(
    "--json", "form", flag_value="json", help="Ask nothing: all that waits, for programs."
)
def read_queue(
    content: Path, archive: Path, by: str, day: datetime | None, form: str | None
) -> None:
    """Go through the quotes of CONTENT that wait for a person, and write down who has read
    them with their claims.

    Each is shown with its sentence in the text at hand, and with what asks for a look; say
    whether the passage says what the claim says. It asks at a terminal alone.
    """
    from dossier.prove.reading import (
        ANSWERS,
        QUESTION,
        Console,
        load_queue,
        queue_json,
        queue_lines,
        read_through,
    )
    from dossier.review.git import user_name

    if form:
        found, waiting = load_queue(content, archive)
        click.echo(
            queue_json(found, waiting)
            if form == "json"
            else "\n".join(queue_lines(waiting, content))
        )
        return
    if not is_terminal():
        raise DossierError(
            "this asks a person, at a terminal; `dossier read --list` and `--json` say what"
            " waits."
        )
    reader = by or user_name(content) or click.prompt("Your name")
    keys = click.Choice([*ANSWERS])
    ask = partial(click.prompt, QUESTION, type=keys, show_choices=False)
    console = Console(click.echo, ask, partial(click.style, bold=True))
    click.echo(
        read_through(
            content, archive, reader, (day or datetime.now().astimezone()).date(), console
        )
    )


def is_terminal() -> bool:
    """Whether a person can answer."""
    return sys.stdin.isatty()


@click.command()
@click.argument("form", type=click.Path(path_type=Path))
@CONTENT
def suggest(form: Path, content: Path) -> None:
    """Make the change of CONTENT that a filled-in correction form asks for, or say what is
    missing.

    FORM holds the text of the issue. What is printed is the text of a pull request or of an
    answer, in Markdown.
    """
    from dossier.suggest.suggesting import suggest as make_change

    outcome = make_change(form, content)
    click.echo(outcome.text)
    if not outcome.done:
        raise SystemExit(1)
