"""How Jinja is set up for our templates: the same for Pelican, which renders the site, and
for tests.
"""

from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dossier.render.language.catalogues import ENGLISH, Language, filled
from dossier.render.language.directions import attributes, direction, marked, told_in
from dossier.render.language.quoting import quotes_others
from dossier.render.theme.keeping import Keeping
from dossier.render.theme.printing import speed_up

OPTIONS: Mapping[str, Any] = MappingProxyType(
    {
        "autoescape": True,
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        # A theme does not change while a site is built; Jinja would look at its files for
        # each page.
        "auto_reload": False,
        # All of a theme's templates are kept, without a list of when each was last used.
        "cache_size": -1,
        "extensions": ["jinja2.ext.i18n", f"{Keeping.__module__}.{Keeping.__name__}"],
    }
)
"""What Pelican's JINJA_ENVIRONMENT must hold."""


def environment(theme: Path, language: Language = ENGLISH) -> Environment:
    """An environment for the templates of a theme, in a language."""
    made = Environment(loader=FileSystemLoader(theme / "templates"), **OPTIONS)  # noqa: S701 - OPTIONS turns escaping on
    speak(made, language)
    return made


def speak(env: Environment, language: Language, content: str = "") -> None:
    """Let templates say their texts in a language: `_()`, `ngettext()` and `{% trans %}`,
    whose parts are escaped.

    `content` is the tag of the language of facts and prose where it is another one. An
    element that holds a text of the content and nothing else takes its attributes from it,
    `{{ fact.label|language }}`, or `{{ content_lang }}` where it holds many, and one that
    holds a name `{{ company.label|direction }}`: so they are read aloud, broken into lines
    and run as what they are. A text that has quotation marks of its own `is quoting`: ours
    around it are single ones.
    """
    env.policies["ext.i18n.trimmed"] = True  # a text may go over several lines
    texts = language.texts

    # In the place of Jinja's own, which find out anew, each time, what is the same for all
    # of our pages.
    @cache
    def whole(text: str) -> Markup:
        return filled(texts.gettext(text), {})

    def one(text: str, /, **parts: object) -> Markup:
        return filled(texts.gettext(text), parts) if parts else whole(text)

    def some(text: str, many: str, number: int, /, **parts: object) -> Markup:
        return filled(texts.ngettext(text, many, number), {"num": number, **parts})

    def of_context(context: str, text: str, /, **parts: object) -> Markup:
        return filled(texts.pgettext(context, text), parts)

    speed_up(env, whole)
    env.install_gettext_callables(one, some, newstyle=False, pgettext=of_context)  # type: ignore[attr-defined]
    env.newstyle_gettext = True  # type: ignore[attr-defined]  # parts come with the text
    env.globals["_"] = one
    env.filters["language"] = partial(attributes, page=language.tag, content=content)
    env.filters["direction"] = partial(attributes, page=language.tag, content="")
    env.filters["labelled"] = partial(marked, page=language.tag, content=content)
    env.filters["named"] = partial(marked, page=language.tag, content="")
    env.filters["told_in"] = partial(told_in, page=language.tag)
    env.globals["page_direction"] = (
        Markup(' dir="rtl"') if direction(language.tag) == "rtl" else Markup()
    )
    env.globals["space"] = language.space
    env.tests["quoting"] = quotes_others
    env.globals["content_lang"] = (
        Markup(' lang="{}"').format(content) if content else Markup()
    )
