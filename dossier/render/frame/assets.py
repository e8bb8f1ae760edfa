"""The files of a theme that every page needs: the icon, the scripts, and the style sheet, joined in the theme's order."""

from collections.abc import Mapping
from pathlib import Path

from dossier.render.frame.links import ICON, STYLESHEET, script_url

ORDER = "order.txt"


def theme_files(theme: Path) -> Mapping[str, bytes]:
    """Output path to bytes."""
    return {ICON: (theme / "static" / "favicon.svg").read_bytes(), STYLESHEET: stylesheet(theme), **scripts(theme)}


def scripts(theme: Path) -> Mapping[str, bytes]:
    """The scripts of `static/js/`, each a file of its own, so that a page loads those alone that it uses."""
    return {script_url(path.stem): path.read_bytes() for path in sorted((theme / "static" / "js").glob("*.js"))}


def stylesheet(theme: Path) -> bytes:
    """All parts of the style sheet as one, in the order of `static/css/order.txt`; lines that begin with # are remarks."""
    folder = theme / "static" / "css"
    names = [line.strip() for line in (folder / ORDER).read_text(encoding="utf-8").splitlines()]
    return b"\n".join((folder / name).read_bytes() for name in names if name and not name.startswith("#"))
