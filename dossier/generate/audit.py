"""The last look at a finished site, before anybody else sees it: every link leads somewhere, every id is there once.

What it finds is a fault of the program or the theme, not of the content.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import SplitResult, unquote, urlsplit

from dossier.model.errors import DossierError
from dossier.render.frame.markup import TAG, attributes

LINKS = frozenset({"href", "src", "poster", "data", "action", "formaction"})
SCHEMES = frozenset({"http", "https"})
SHOWN = 20  # problems; a fault of a template repeats on every page
DATA_TYPES = frozenset({"application/ld+json", "application/json"})
EXTERNAL_RELS = frozenset({"canonical", "license", "alternate"})

TOLD = re.compile(r"(?<![\w-])(?:(?:id|href|src|poster|data|action|formaction)\s*=|on[a-z]+)", re.IGNORECASE)
"""What an attribute must be called, or hold, for its element to be looked at."""


@dataclass
class PageScan:
    """The ids and links of one page."""

    ids: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    inline_scripts: int = 0

    def add(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Take in the start of an element."""
        values = dict(attrs)
        if identifier := values.get("id"):
            self.ids[identifier] += 1
        self.handlers += [name for name in values if name.startswith("on")]
        # A script of the theme is a file; what is written into a page is data, or somebody else's.
        self.inline_scripts += tag == "script" and not values.get("src") and values.get("type") not in DATA_TYPES
        links = [value for name, value in attrs if name in LINKS and value is not None]
        self.links += links
        # All but these fetch something as the page opens, or send something away.
        names_only = tag == "link" and set((values.get("rel") or "").split()) & EXTERNAL_RELS
        if tag != "a" and not names_only:
            self.loads += links


def scan(html: str) -> PageScan:
    """Look through a page once."""
    page = PageScan()
    for found in TAG.finditer(html):
        tag, attrs = (found["raw"], found["held"]) if found["raw"] else (found["tag"], found["attrs"])
        if tag and (found["raw"] or TOLD.search(attrs)):
            page.add(tag.lower(), [*attributes(attrs)])
    return page


def audit_site(folder: Path, root: str) -> None:
    """Look at every page below `folder`; `root` is the path below which the site is served.

    Raises DossierError that lists what is wrong.
    """
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    pages = {name: scan(path.read_text(encoding="utf-8")) for name, path in files.items() if name.endswith(".html")}
    if problems := problems_in(pages, frozenset(files), root):
        rest = [f"and {len(problems) - SHOWN} more"] if len(problems) > SHOWN else []
        raise DossierError("\n".join(["the site is not sound and was not published:", *problems[:SHOWN], *rest]))


def problems_in(pages: Mapping[str, PageScan], files: frozenset[str], root: str) -> list[str]:
    """What is wrong with the pages of a site that has these files, themselves among them."""
    site = _Folder(files, root, pages)
    return [f"{name}: {problem}" for name, page in pages.items() for problem in _problems(name, page, site)]


@dataclass(frozen=True)
class _Folder:
    """A built site: its files, the path it will be served below, and its pages by name."""

    files: frozenset[str]
    root: str
    pages: Mapping[str, PageScan]


def _problems(name: str, page: PageScan, site: _Folder) -> Iterator[str]:
    for identifier, count in page.ids.items():
        if count > 1:
            yield f"the id {identifier!r} stands {count} times"
    yield from _scripts(page)
    for load in dict.fromkeys(page.loads):
        if (parts := _parts(load)) and (parts.netloc or parts.scheme):
            yield f"{load!r} would be fetched from another host"
    for link in dict.fromkeys(page.links):
        if not _leads_somewhere(link, name, site):
            yield f"the link {link!r} leads nowhere"


def _scripts(page: PageScan) -> Iterator[str]:
    """What would run and is no file of the theme; the policy of the pages would stop it, too."""
    for handler in dict.fromkeys(page.handlers):
        yield f"the attribute {handler!r} would run a script"
    if page.inline_scripts:
        yield "a script is written into the page; expected a file of the theme"


def _leads_somewhere(link: str, name: str, site: _Folder) -> bool:
    parts = _parts(link)
    if parts is None:
        return False
    if parts.scheme or parts.netloc:
        return parts.scheme in SCHEMES
    target = _target(unquote(parts.path), name, site.root)
    if target is None or target not in site.files:
        return False
    return not parts.fragment or target not in site.pages or unquote(parts.fragment) in site.pages[target].ids


def _parts(link: str) -> SplitResult | None:
    try:
        return urlsplit(link)
    except ValueError:
        return None


def _target(path: str, name: str, root: str) -> str | None:
    """The file that a link means, below the site; None where it points out of it."""
    if path.startswith("/"):
        if not path.startswith(root):
            return None
        whole = path.removeprefix(root)
    else:
        whole = join(dirname(name), path) if path else name
    if not whole or whole.endswith("/"):
        whole += "index.html"
    target = normpath(whole)
    return None if target.startswith("../") else target
