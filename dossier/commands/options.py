"""What several commands take, and how all of them answer."""

from collections.abc import Iterable
from pathlib import Path

import click

CONTENT = click.argument(
    "content", type=click.Path(path_type=Path), default=Path("content")
)
SETTINGS = click.option(
    "--settings", type=click.Path(path_type=Path), default=Path("pelicanconf.py"), show_default=True,
    help="The settings file of the site.",
)  # fmt: skip
OUTPUT = click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Where to build; the settings file says it otherwise.",
)
CONTENT_FOLDER = click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=Path("content"),
    show_default=True,
    help="The content folder.",
)
ARCHIVE = click.option(
    "--archive", type=click.Path(path_type=Path), default=Path("archive"), show_default=True,
    help="Where the texts of sources are kept; it is never published.",
)  # fmt: skip
SECTION = click.option(
    "--section",
    default="",
    metavar="ID",
    help="The section; if left out, the one where its like stand.",
)


def say(lines: Iterable[str]) -> None:
    """Print some lines, each as it comes."""
    for line in lines:
        click.echo(line)
