"""The files of a theme that every page needs: the icon, the scripts, and the style sheet,
joined in the theme's order.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from dossier.render.site.links import ICON, STYLESHEET, script_url

ORDER = "order.txt"
OWN_STYLES = "site.css"
"""A file of this name in a folder of overrides follows the theme's rules, and beats them,
because those are in layers.
"""


def theme_files(theme: Path, overrides: Sequence[Path] = ()) -> Mapping[str, bytes]:
    """Output path to bytes, with what a site lays over its theme."""
    styles = b"\n".join((without_remarks(stylesheet(theme)), *_styles_over(overrides)))
    return {
        ICON: (theme / "static" / "favicon.svg").read_bytes(),
        STYLESHEET: styles,
        **scripts(theme),
    }


def scripts(theme: Path) -> Mapping[str, bytes]:
    """The scripts of `static/js/`, each a file of its own, so that a page loads those alone
    that it uses.
    """
    return {
        script_url(path.stem): path.read_bytes()
        for path in sorted((theme / "static" / "js").glob("*.js"))
    }


def _styles_over(overrides: Sequence[Path]) -> Iterator[bytes]:
    """The rules of a site's own; of several folders the first comes last, because the last
    rule holds.
    """
    for folder in reversed(overrides):
        if (folder / OWN_STYLES).is_file():
            yield (folder / OWN_STYLES).read_bytes()


def stylesheet(theme: Path) -> bytes:
    """All parts of the style sheet as one, in the order of `static/css/order.txt`; lines
    that begin with # are remarks.
    """
    folder = theme / "static" / "css"
    names = [
        line.strip() for line in (folder / ORDER).read_text(encoding="utf-8").splitlines()
    ]
    return b"\n".join(
        (folder / name).read_bytes() for name in names if name and not name.startswith("#")
    )


def without_remarks(styles: bytes) -> bytes:
    """Styles as a browser needs them: remarks for those who read the theme, and its
    indents, are a quarter of their way.
    """
    return re.sub(rb"\n\s*", b"\n", re.sub(rb"/\*.*?\*/", b"", styles, flags=re.DOTALL))
