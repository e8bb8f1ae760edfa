"""A run of Pelican from outside: its settings, and a whole site written by it."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from pelican import Pelican
from pelican.log import console
from pelican.settings import read_settings

from dossier.generate.press import unusable
from dossier.generate.settings import OUTPUT
from dossier.generate.writing import Output
from dossier.model.errors import DossierError

PLUGIN = "dossier.plugin"
OVERRIDES = "THEME_TEMPLATES_OVERRIDES"
NO_CONTENT = "You need to specify a path"
"""Begins what Pelican says where PATH leads nowhere."""


def load_settings(path: Path) -> dict[str, Any]:
    """Pelican's settings from a file. Raises DossierError where it cannot be used."""
    if not path.is_file():
        raise DossierError(
            f"{path} is not there; expected a settings file such as pelicanconf.py."
        )
    try:
        settings: dict[str, Any] = read_settings(str(path))
    except (
        Exception,
        SystemExit,
    ) as error:  # a settings file is a program and can fail in any way
        if str(error).startswith(NO_CONTENT):
            raise DossierError(
                f"the content folder that {path} names under PATH is not there."
            ) from error
        raise DossierError(
            f"{path} cannot be used: {type(error).__name__}: {error}"
        ) from error
    return settings


def made_settings(given: Mapping[str, Any]) -> dict[str, Any]:
    """Pelican's settings with some that are given instead of a file."""
    settings: dict[str, Any] = read_settings(override=dict(given))
    return settings


def is_alone(settings: Mapping[str, Any]) -> bool:
    """Whether no other plugin can change files once they are written, so that two sites may
    share them.
    """
    return [*settings["PLUGINS"]] == [PLUGIN]


def write_site(settings: Mapping[str, Any], output: Output) -> None:
    """Let Pelican build the whole site. Raises DossierError for anything that Pelican only
    logs.
    """
    if PLUGIN not in settings["PLUGINS"]:
        raise DossierError(
            f"PLUGINS does not name {PLUGIN!r}; without it there are no dossiers."
        )
    with _errors_collected() as errors:
        try:
            Pelican({**settings, "OUTPUT_PATH": str(output.folder), OUTPUT: output}).run()
        except TemplateError as error:
            raise unusable(settings["THEME"], error) from error
    if errors:
        raise DossierError("Pelican reported:\n" + "\n".join(errors))


@contextmanager
def _errors_collected() -> Iterator[list[str]]:
    """The errors that Pelican logs while the block runs; it goes on after them, and we do
    not.
    """
    found: list[str] = []
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: found.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger()
    logger.addHandler(handler)
    console.quiet = (
        True  # Pelican's last word counts articles, and a site of dossiers has none
    )
    try:
        yield found
    finally:
        logger.removeHandler(handler)
        console.quiet = False
