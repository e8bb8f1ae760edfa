"""What Pelican is told when it begins: the settings on which our promises rest, who reads its
pages, and who brings all others.
"""

from typing import Any

from pelican import signals
from pelican.readers import MarkdownReader
from pelican.settings import DEFAULT_CONFIG

from dossier.extensions import templates
from dossier.generate.settings import (
    LANGUAGES,
    refuse_forced,
    refuse_unknown,
    site_languages,
)
from dossier.model.errors import DossierError
from dossier.plugin.ending import end_run
from dossier.plugin.generator import DossierGenerator
from dossier.plugin.reader import PageReader
from dossier.plugin.running import OVERRIDES
from dossier.render.theme.environment import OPTIONS, speak

GUARDED: dict[str, Any] = {
    # Pelican's own readers see nothing but our pages, and copy nothing.
    "ARTICLE_PATHS": [], "PAGE_PATHS": ["pages"], "STATIC_PATHS": [], "EXTRA_PATH_METADATA": {},
    # A page named 2024-13-45.md is no date that is wrong.
    "FILENAME_METADATA": "", "PATH_METADATA": "",
    "DIRECT_TEMPLATES": [], "TEMPLATE_PAGES": {}, "THEME_STATIC_PATHS": [],
    "PAGE_URL": "{slug}/", "PAGE_SAVE_AS": "{slug}/index.html",
    # The output is replaced as a whole, or left alone; a cache of Pelican's would not see
    # that a fact has changed.
    "DELETE_OUTPUT_DIRECTORY": False, "CACHE_CONTENT": False, "LOAD_CONTENT_CACHE": False,
    # What a contributor writes is text, and a name that a template misspells ends the
    # build.
    "JINJA_ENVIRONMENT": dict(OPTIONS),
}  # fmt: skip
"""Settings that a site cannot change, because the promises of the program rest on them."""


def register() -> None:
    """Called by Pelican when it loads the plugin."""
    # Without this, Pelican warns for each page that Python-Markdown is missing
    # (getpelican/pelican#3466).
    MarkdownReader.file_extensions = []
    signals.initialized.connect(_guard_settings)
    signals.readers_init.connect(_add_reader)
    signals.generator_init.connect(_add_texts)
    signals.get_generators.connect(_add_generator)


def _guard_settings(pelican: Any) -> None:
    # Read once here, for the environments of all generators.
    try:
        refuse_unknown(pelican.settings)
        refuse_forced(pelican.settings, GUARDED, DEFAULT_CONFIG)
        pelican.settings.update(GUARDED)
        # Behind what the owner of the site lays over the theme, which counts more.
        pelican.settings[OVERRIDES] = [*pelican.settings.get(OVERRIDES, ()), *templates()]
        pelican.settings[LANGUAGES] = site_languages(pelican.settings)
    except DossierError as error:
        end_run(error)


def _add_texts(generator: Any) -> None:
    language, content = generator.settings[LANGUAGES]
    speak(generator.env, language, content.tag if content else "")


def _add_reader(readers: Any) -> None:
    readers.reader_classes["md"] = PageReader


def _add_generator(pelican: Any) -> type:
    return DossierGenerator
