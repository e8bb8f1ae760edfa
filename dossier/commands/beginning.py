"""Commands that begin a file or a record."""

import sys
from pathlib import Path

import click

from dossier.commands.listing import Commands
from dossier.commands.options import ARCHIVE, CONTENT_FOLDER, SECTION, say


@click.group(cls=Commands, invoke_without_command=True)
@CONTENT_FOLDER
@ARCHIVE
@click.pass_context
def new(context: click.Context, content: Path, archive: Path) -> None:
    """Begin a file or record: sound but for what must be filled in, and never over
    something.

    Alone, at a terminal, it asks for a fact, and checks each answer as it is typed.
    """
    if context.invoked_subcommand is None and sys.stdin.isatty():
        from dossier.asking import Dialogue, interview

        say(interview(Dialogue(content, archive, _ask, click.echo)))
    elif context.invoked_subcommand is None:
        click.echo(context.get_help())
        context.exit(2)


def _ask(said: str) -> str:
    return str(click.prompt(said, default="", show_default=False))


@new.command("company")
@click.argument("id")
@click.option("--name", default="", help="The name that readers see.")
@CONTENT_FOLDER
def new_company(id: str, name: str, content: Path) -> None:
    """Begin the company ID, with a first section and a first fact."""
    from dossier.edit import beginning

    say(beginning.new_company(content, id, name))


@new.command("fact")
@click.argument("company")
@click.argument("id")
@click.option(
    "--property",
    "prop",
    required=True,
    metavar="ID",
    help="What it answers; it decides how the value is written.",
)
@SECTION
@CONTENT_FOLDER
def new_fact(company: str, id: str, prop: str, section: str, content: Path) -> None:
    """Begin the fact ID of COMPANY, at the end of the file of its section."""
    from dossier.edit import beginning

    say(beginning.new_fact(content, beginning.FactRequest(company, id, prop, section)))


@new.command("event")
@click.argument("company")
@click.argument("id")
@click.option(
    "--property",
    "prop",
    default="",
    metavar="ID",
    help="A property with a date; `event` if left out.",
)
@SECTION
@CONTENT_FOLDER
def new_event(company: str, id: str, prop: str, section: str, content: Path) -> None:
    """Begin the event ID of COMPANY: a fact with a date, which can stand in timelines."""
    from dossier.edit import beginning

    say(beginning.new_event(content, beginning.FactRequest(company, id, prop, section)))


@new.command("property")
@click.argument("id", required=False, default="")
@click.option(
    "--like",
    default="",
    metavar="NAME",
    help="The property of the library to take under this ID.",
)
@CONTENT_FOLDER
def new_property(id: str, like: str, content: Path) -> None:
    """Add the property ID of the library to those of the site; without an ID, name all of
    the library, and which the site has.
    """
    from dossier.edit import beginning

    say(
        beginning.new_property(content, id, like)
        if id
        else beginning.library_lines(content)
    )


@new.command("source")
@click.argument("id")
@CONTENT_FOLDER
def new_source(id: str, content: Path) -> None:
    """Begin the source ID by hand; `dossier source add` makes one from an article."""
    from dossier.edit import beginning

    say(beginning.new_source(content, id))
