"""Dossiers beside what a Pelican site has already: a plugin that changes nothing of that
site but for one folder more.

`dossier.plugin` is for sites of dossiers alone, and keeps Pelican from all else. This one
lets the site be what it is: when it is written, the dossiers are built by a process of
their own, with settings, theme and promises of their own.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any, NoReturn

from pelican import signals

from dossier.building import build_site
from dossier.carrying import THEME
from dossier.generate.pipeline import load_content
from dossier.generate.settings import OURS, setting
from dossier.model.errors import DossierError
from dossier.plugin import PLUGIN, made_settings

PATH, FOLDER, SETTINGS = "DOSSIER_PATH", "DOSSIER_FOLDER", "DOSSIER_SETTINGS"
USUAL = "dossiers"
SHARED = ("SITENAME", "DEFAULT_LANG", "TIMEZONE")
"""What the dossiers take over from the site, unless their own settings say otherwise."""
FEEDS = (
    "FEED_ALL_ATOM",
    "CATEGORY_FEED_ATOM",
    "TRANSLATION_FEED_ATOM",
    "AUTHOR_FEED_ATOM",
    "AUTHOR_FEED_RSS",
)


def register() -> None:
    """Called by Pelican when it loads the plugin."""
    signals.initialized.connect(_check)
    signals.finalized.connect(_build)


def own_settings(site: Mapping[str, Any]) -> dict[str, Any]:
    """The settings by which the dossiers of a site are built. Raises DossierError where
    they cannot be what they are.
    """
    content, folder = _content(site), _folder(site)
    url = setting(site, "SITEURL", str).rstrip("/")
    shared = {name: site[name] for name in SHARED if name in site}
    ours = {
        name: value
        for name, value in site.items()
        if name.startswith(OURS) and name not in (PATH, FOLDER, SETTINGS)
    }
    fixed = {
        "PATH": str(content),
        "OUTPUT_PATH": str(Path(site["OUTPUT_PATH"]) / folder),
        "SITEURL": f"{url}/{folder}" if url else "",
        "PLUGINS": [PLUGIN],
    }
    chosen = setting(site, SETTINGS, dict)
    if taken := sorted(fixed.keys() & chosen.keys()):
        raise DossierError(
            f"{SETTINGS} names {', '.join(taken)}, which follows from the settings of the"
            " site."
        )
    return {"THEME": THEME, **dict.fromkeys(FEEDS), **shared, **ours, **chosen, **fixed}


def _content(site: Mapping[str, Any]) -> Path:
    """The content folder of the dossiers, from the folder in which that of the site lies."""
    around = Path(site["PATH"]).resolve()
    content = (around.parent / setting(site, PATH, str, USUAL)).resolve()
    if content == around or around in content.parents:
        raise DossierError(
            f"{PATH} lies in PATH, where Pelican would take its files for articles; put it"
            " beside it."
        )
    return content


def _folder(site: Mapping[str, Any]) -> str:
    folder = setting(site, FOLDER, str, USUAL).strip("/")
    if not folder or ".." in PurePosixPath(folder).parts:
        raise DossierError(
            f"{FOLDER} is {folder!r}; expected the name of a folder of the output, such as"
            f" {USUAL!r}."
        )
    return folder


def _check(pelican: Any) -> None:
    """Stop before anything is written where the dossiers could not be built."""
    try:
        load_content(Path(own_settings(pelican.settings)["PATH"]))
    except DossierError as error:
        _end(str(error))


def _build(pelican: Any) -> None:
    """Build them in a process of their own: plugins and readers of the site do not reach
    there, nor ours here.
    """
    given = json.dumps(own_settings(pelican.settings), default=str)
    done = subprocess.run(
        [sys.executable, "-m", "dossier.beside"], input=given, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.returncode)


def _end(told: str) -> NoReturn:
    """End the run in what there is to say; Pelican would show a traceback."""
    sys.stderr.write(f"{told}\n")
    raise SystemExit(1) from None


def main() -> None:
    """Build what the settings that are handed over say."""
    try:
        settings = made_settings(json.load(sys.stdin))
        build_site(settings, Path(settings["OUTPUT_PATH"]))
    except DossierError as error:
        _end(str(error))


if __name__ == "__main__":
    main()
