"""How Jinja is set up for our templates: the same for Pelican, which renders the site, and for tests."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dossier.render.languages import ENGLISH, Language

OPTIONS: Mapping[str, Any] = MappingProxyType(
    {
        "autoescape": True,
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "extensions": ["jinja2.ext.i18n"],
    }
)
"""What Pelican's JINJA_ENVIRONMENT must hold."""


def environment(theme: Path, language: Language = ENGLISH) -> Environment:
    """An environment for the templates of a theme, in a language."""
    made = Environment(loader=FileSystemLoader(theme / "templates"), **OPTIONS)  # noqa: S701 - OPTIONS turns escaping on
    speak(made, language)
    return made


def speak(env: Environment, language: Language) -> None:
    """Let templates say their texts in a language: `_()`, `ngettext()` and `{% trans %}`, whose parts are escaped."""
    env.policies["ext.i18n.trimmed"] = True  # a text may go over several lines
    texts = language.texts
    env.install_gettext_callables(  # type: ignore[attr-defined]
        texts.gettext, texts.ngettext, newstyle=True, pgettext=texts.pgettext, npgettext=texts.npgettext
    )
