"""What the settings file of a site says, read once and held to what it must be. Knows
nothing of Pelican but its names.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from dossier.generate.crew import usable_cores
from dossier.model.content import SitePage
from dossier.model.errors import DossierError
from dossier.read.parsers import is_public_url
from dossier.render.language.catalogues import (
    Language,
    read_content_language,
    read_language,
)
from dossier.render.site.links import page_url
from dossier.render.site.settings import RepositorySettings, SiteSettings
from dossier.render.site.views import LinkView
from dossier.review.git import find_repository

LANGUAGES = "DOSSIER_LANGUAGES"
"""Where the settings of Pelican carry the languages of the site once they are read."""
OUTPUT = "DOSSIER_OUTPUT"
"""Where they carry what the site is written with."""
WORTH_SHARING = 300
"""Pages from which on it pays to begin processes for them."""
CLUSTER = "DOSSIER_CLUSTER"
"""Where they carry who makes the pages elsewhere."""
SITE = "DOSSIER_SITE"
"""Where they carry the site itself, if another process has read and merged it."""
OURS = "DOSSIER_"
NAMES = tuple(
    OURS + name
    for name in (
        "BRANCH",
        "CARD_FONTS",
        "CARDS",
        "CONTENT_LANG",
        "HISTORY",
        "MENU",
        "PLAIN_LINKS",
        "REPOSITORY",
        "SEARCH",
        "TAGLINE",
        "WORKERS",
    )
)
"""The settings of ours that there are; another with such a name would be passed over."""
REPOSITORY = re.compile(r"https://[^/?#]+(?:/[^/?#]+){2,}")
BRANCH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*")
T = TypeVar("T")


def refuse_unknown(settings: Mapping[str, Any]) -> None:
    """Raises DossierError where a setting is called like one of ours and is none."""
    for name in sorted(settings.keys() - {*NAMES, CLUSTER, LANGUAGES, OUTPUT, SITE}):
        if name.startswith(OURS):
            alike = get_close_matches(name, NAMES, 1)
            hint = (
                f"Did you mean {alike[0]}?"
                if alike
                else "docs/settings.md lists those that there are."
            )
            raise DossierError(f"{name} is no setting. {hint}")


def refuse_forced(
    settings: Mapping[str, Any], forced: Mapping[str, Any], defaults: Mapping[str, Any]
) -> None:
    """Raises DossierError where the owner of a site has set what a site cannot change,
    rather than set it back unsaid.
    """
    for name, value in forced.items():
        if name in settings and settings[name] not in (value, defaults.get(name)):
            raise DossierError(
                f"{name} cannot be changed: the program keeps it at {value!r}. Delete it;"
                " docs/settings.md says why."
            )


def site_settings(
    settings: Mapping[str, Any], pages: Mapping[str, SitePage]
) -> SiteSettings:
    """What rendering needs of Pelican's settings. Raises DossierError where one of them is
    not what it must be.
    """
    return SiteSettings(
        title=setting(settings, "SITENAME", str),
        tagline=setting(settings, "DOSSIER_TAGLINE", str),
        site_url=_site_url(settings),
        language=settings[LANGUAGES][0],
        content=settings[LANGUAGES][1],
        plain_links=setting(settings, "DOSSIER_PLAIN_LINKS", bool),
        cards=setting(settings, "DOSSIER_CARDS", bool, True),
        card_fonts=_card_fonts(setting(settings, "DOSSIER_CARD_FONTS", list)),
        search=setting(settings, "DOSSIER_SEARCH", bool, True),
        pages=tuple(_menu(setting(settings, "DOSSIER_MENU", list), pages)),
        repository=_repository(settings),
    )


def site_languages(settings: Mapping[str, Any]) -> tuple[Language, Language | None]:
    """The language of the interface, and that of the content where it is another one.

    Raises DossierError where there are no texts in the first, or one of them is no
    language.
    """
    owners = (*override_folders(settings), Path(settings["THEME"]))
    page = read_language(setting(settings, "DEFAULT_LANG", str), *owners)
    return page, read_content_language(
        setting(settings, "DOSSIER_CONTENT_LANG", str), page, *owners
    )


def override_folders(settings: Mapping[str, Any]) -> tuple[Path, ...]:
    """Where a site has the templates, styles and texts that it lays over its theme.

    Raises DossierError where one of the folders is not there.
    """
    folders = tuple(
        Path(folder) for folder in setting(settings, "THEME_TEMPLATES_OVERRIDES", list)
    )
    for folder in folders:
        if not folder.is_dir():
            raise DossierError(
                f"THEME_TEMPLATES_OVERRIDES names {str(folder)!r}, which is no folder."
            )
    return folders


def setting(
    settings: Mapping[str, Any], name: str, kind: type[T], default: T | None = None
) -> T:
    """A setting of the type that it must have; its default, or its empty value, where it is
    not set.
    """
    value = settings.get(name, kind() if default is None else default)
    if not isinstance(value, kind):
        raise DossierError(
            f"{name} is {value!r}; expected a value of type {kind.__name__}."
        )
    return value


def _card_fonts(names: list[Any]) -> tuple[Path, ...]:
    for name in names:
        if not (isinstance(name, str) and Path(name).is_file()):
            raise DossierError(
                f"DOSSIER_CARD_FONTS names {name!r}, which is no file; expected a font,"
                " .ttf or .otf."
            )
    return tuple(map(Path, names))


def _site_url(settings: Mapping[str, Any]) -> str:
    url = setting(settings, "SITEURL", str).rstrip("/")
    if url and not is_public_url(url):
        raise DossierError(
            f"SITEURL is {url!r}; expected the address of the published site, or nothing."
        )
    return url


def _repository(settings: Mapping[str, Any]) -> RepositorySettings | None:
    """Where the content is written, if the site says it; in which folder there, git knows."""
    url = setting(settings, "DOSSIER_REPOSITORY", str).rstrip("/")
    branch = setting(settings, "DOSSIER_BRANCH", str, "main")
    if not url:
        return None
    if not is_public_url(url) or not REPOSITORY.fullmatch(url):
        raise DossierError(
            f"DOSSIER_REPOSITORY is {url!r}; expected an address such as"
            " https://github.com/owner/name."
        )
    if not BRANCH.fullmatch(branch):
        raise DossierError(
            f"DOSSIER_BRANCH is {branch!r}; expected the name of a branch, such as main."
        )
    root = Path(settings["PATH"])
    found = find_repository(root)
    return RepositorySettings(url, branch, found.prefix if found else f"{root.name}/")


def _menu(slugs: list[Any], pages: Mapping[str, SitePage]) -> Iterator[LinkView]:
    for slug in slugs:
        if not isinstance(slug, str) or slug not in pages:
            raise DossierError(
                f"DOSSIER_MENU names {slug!r}; expected a page of content/pages/."
            )
        yield LinkView(pages[slug].title, page_url(slug))


def worker_count(settings: Mapping[str, Any], pages: int) -> int:
    """How many processes make so many pages: as many as the owner of the site has said, or
    else as there are processors, and one where others would begin for too little.

    Raises DossierError as `workers_said`.
    """
    return workers_said(settings) or (1 if pages < WORTH_SHARING else usable_cores())


def workers_said(settings: Mapping[str, Any]) -> int:
    """How many processes the owner of the site has said, or 0. Raises DossierError where the
    setting is no such number.
    """
    count = setting(settings, "DOSSIER_WORKERS", int)
    if isinstance(count, bool) or count < 0:
        raise DossierError(
            f"DOSSIER_WORKERS is {count!r}; expected a number of processes, or 0 for as many as"
            " there are processors."
        )
    return count


def site_root(settings: Mapping[str, Any]) -> str:
    """The path below which the site will be served, with a slash at both ends."""
    return SiteSettings(title="", site_url=_site_url(settings)).root
