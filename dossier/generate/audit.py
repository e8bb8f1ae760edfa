"""The last look at a finished site, before anybody else sees it: every link leads
somewhere, every id is there once.

What it finds is a fault of the program or the theme, not of the content. Pages are looked
through as they are written; what is kept of them is small: their ids, and where links lead
that were not seen before.
"""

import os
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from dossier.model.errors import DossierError
from dossier.render.scan.scanning import PageScan, scan

SCHEMES = frozenset({"http", "https"})
WEB = tuple(f"{scheme}://" for scheme in sorted(SCHEMES))
SHOWN = 20  # problems; a fault of a template repeats on every page
BETWEEN = "\n"
"""Between the ids of a page as they are kept."""

Target = tuple[str, str]
"""The file that a link leads to, and the place in it; of a link that can lead nowhere, no
file.
"""
Way = tuple[str, str]
"""A page, and a link on it."""
Stamp = tuple[int, int]
"""The size of a file, and when it was written."""


@dataclass(frozen=True)
class Audit:
    """The pages of a site that have been looked through."""

    root: str
    # The path below which the site is served.
    ids: dict[str, str] = field(default_factory=dict)
    # Those of each page.
    targets: dict[str, dict[str, Way]] = field(default_factory=dict)
    # The places in each file where links lead, with one of the ways there: those of which
    # nobody knows yet whether they are there.
    faults: list[tuple[str, str]] = field(default_factory=list)
    # Pages, and what is wrong with them alone.
    stamps: dict[str, Stamp] = field(default_factory=dict)
    # The files of pages as they were when they were looked through.

    def add(self, name: str, page: PageScan, stamp: Stamp | None = None) -> None:
        """Take in the page of that file."""
        self.ids[name] = BETWEEN.join(page.ids)
        self.faults.extend((name, fault) for fault in _faults(page))
        for link in dict.fromkeys(page.links):
            if target := self._target(link, name):
                file, place = target
                self.targets.setdefault(file, {}).setdefault(place, (name, link))
        if stamp:
            self.stamps[name] = stamp

    def join(self, later: "Audit") -> None:
        """Take in the pages that another has looked through, as if they came after all of
        these.
        """
        self.ids.update(later.ids)
        self.faults.extend(later.faults)
        for file, ways in later.targets.items():
            self.targets[file] = ways | self.targets.get(file, {})
        self.stamps.update(later.stamps)
        self.settle({*later.ids, *later.targets})

    def settle(self, files: Iterable[str]) -> None:
        """Forget the links to these files that lead to a page which was looked through, and
        to what is there: most do, and all of a large site would take gigabytes.
        """
        for file in self.targets.keys() & self.ids.keys() & {*files}:
            if dead := dict(self._dead(file)):
                self.targets[file] = dead
            else:
                del self.targets[file]

    def problems(self, files: Container[str]) -> list[str]:
        """What is wrong with a site that has these files, page by page."""
        dead = (
            (name, f"the link {link!r} leads nowhere")
            for file, ways in self.targets.items()
            for name, link in (dict(self._dead(file)) if file in files else ways).values()
        )
        return [
            f"{name}: {problem}"
            for name, problem in sorted((*self.faults, *dead), key=lambda pair: pair[0])
        ]

    def _dead(self, file: str) -> Iterator[tuple[str, Way]]:
        """The links to places that are not in a file, if it is a page."""
        if file in self.ids:
            there = {"", *self.ids[file].split(BETWEEN)}
            yield from (
                (place, way)
                for place, way in self.targets[file].items()
                if place not in there
            )

    def _target(self, link: str, name: str) -> Target | None:
        """Where a link from a page leads; None where that is another site.

        Most pages have the links of the frame in common: those are told from the top, and
        looked up once.
        """
        up = "../" * name.count("/")
        if up and link.startswith(up) and ":" not in link:
            rest = link.removeprefix(up)
            if not rest.startswith(("/", "../")):
                return _target(rest or "./", "", self.root)
        return _read_target(link, name, self.root)


def _read_target(link: str, name: str, root: str) -> Target | None:
    if (
        link.startswith(WEB) and link.isascii() and "[" not in link
    ):  # others may be no addresses
        return None
    try:
        parts = urlsplit(link)
    except ValueError:
        return "", link
    if parts.scheme or parts.netloc:
        return None if parts.scheme in SCHEMES else ("", link)
    return _file(unquote(parts.path), name, root), unquote(parts.fragment)


_target = lru_cache(maxsize=1 << 12)(_read_target)


def _file(path: str, name: str, root: str) -> str:
    """The file that a path means, below the site; none where it points out of it."""
    if path.startswith("/"):
        if not path.startswith(root):
            return ""
        whole = path.removeprefix(root)
    else:
        whole = _joined(name, path) if path else name
    if not whole or whole.endswith("/"):
        whole += "index.html"
    target = normpath(whole) if "/." in f"/{whole}" or "//" in whole else whole
    return "" if target.startswith("../") else target


def audit_site(folder: Path, audit: Audit) -> None:
    """Hold all files below `folder` against what was seen of its pages as they were
    written.

    Pages that others wrote are looked through now; where one is not what was seen, all are.
    Raises DossierError that lists what is wrong.
    """
    files = dict(_stamps(folder))
    pages = {name: stamp for name, stamp in sorted(files.items()) if name.endswith(".html")}
    if not audit.stamps.items() <= pages.items():
        audit = Audit(audit.root)
    for name in pages.keys() - audit.stamps.keys():
        audit.add(name, scan((folder / name).read_text(encoding="utf-8")))
    if problems := audit.problems(files):
        rest = [f"and {len(problems) - SHOWN} more"] if len(problems) > SHOWN else []
        raise DossierError(
            "\n".join(
                ["the site is not sound and was not published:", *problems[:SHOWN], *rest]
            )
        )


def problems_in(
    pages: Mapping[str, PageScan], files: Container[str], root: str
) -> list[str]:
    """What is wrong with the pages of a site that has these files, themselves among them."""
    audit = Audit(root)
    for name, page in pages.items():
        audit.add(name, page)
    return audit.problems(files)


def _stamps(folder: Path, below: str = "") -> Iterator[tuple[str, Stamp]]:
    """All files below a folder."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _stamps(Path(entry.path), f"{below}{entry.name}/")
            elif entry.is_file():
                found = entry.stat()
                yield below + entry.name, (found.st_size, found.st_mtime_ns)


def _faults(page: PageScan) -> Iterator[str]:
    for identifier, count in Counter(page.ids).items():
        if count > 1:
            yield f"the id {identifier!r} stands {count} times"
    # What would run and is no file of the theme; the policy of the pages would stop it,
    # too.
    for handler in dict.fromkeys(page.handlers):
        yield f"the attribute {handler!r} would run a script"
    if page.inline_scripts:
        yield "a script is written into the page; expected a file of the theme"
    for load in dict.fromkeys(page.loads):
        if _is_foreign(load):
            yield f"{load!r} would be fetched from another host"


def _is_foreign(load: str) -> bool:
    if ":" not in load and not load.startswith("//"):
        return False
    try:
        parts = urlsplit(load)
    except ValueError:
        return False  # as a link, it leads nowhere
    return bool(parts.netloc or parts.scheme)


def _joined(name: str, path: str) -> str:
    """A path from the page of a file, without the steps up that it begins with."""
    folders = name.split("/")[:-1]
    while path.startswith("../") and folders:
        path = path[3:]
        folders.pop()
    return "/".join((*folders, path))
