"""What a new site is made of, file by file: the list is `PIECES`.

Most of it is what this repository has itself, carried along in the package, so that there
is one truth; what only a site has stands in `files/`. Where a carried file speaks of this
repository, its piece says what a site has instead.
"""

import json
import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dossier.carrying import carried
from dossier.intake.ids import slug_of
from dossier.kit.edits import (
    CHECK,
    CONTRIBUTING,
    MAINTAINING,
    PUBLISH,
    REVIEW,
    SETTINGS,
    SUGGESTION,
    WEEKLY,
    Edits,
    edited,
)
from dossier.model.errors import DossierError
from dossier.read.parsers import is_public_url
from dossier.yaml.nodes import shorten

FILES = Path(__file__).parent / "files"
EXAMPLE = Path(__file__).parent / "example"
LONGEST = 100
"""Characters of a name."""
SHORT = 40
"""Characters of an id that is made from a name."""


@dataclass(frozen=True)
class SiteWishes:
    """What somebody who makes a site has said of it; all of it can be left out."""

    name: str = "Company dossiers"
    # Of the site.
    company: str = ""
    # The name of the first one.
    url: str = ""
    # Where the site will be published.
    repository: str = ""
    # Where its facts are written.


def make_wishes(name: str, company: str, url: str, repository: str) -> SiteWishes:
    """What was said at the keyboard. Raises DossierError where it is not what it must be."""
    for text in (name, company):
        if not text.isprintable() or len(text) > LONGEST:
            raise DossierError(
                f"{shorten(text)!r} is no name; expected at most {LONGEST} characters that"
                " can be seen."
            )
    for text in filter(None, (url, repository)):
        if not is_public_url(text):
            raise DossierError(
                f"{shorten(text)!r} is no public address; expected one such as"
                " https://example.org/site."
            )
    return SiteWishes(
        name or company or SiteWishes.name, company, url.rstrip("/"), repository.rstrip("/")
    )


@dataclass(frozen=True)
class SiteInputs:
    """All that the files of a site depend on."""

    wishes: SiteWishes
    wheel: str
    # The name of the file of the program.
    python: str
    # The Pythons that it runs on.
    has_example: bool = True


Make = Callable[[SiteInputs], bytes]


@dataclass(frozen=True)
class SiteFile:
    """One file of a site."""

    path: str
    make: Make
    is_owners: bool = False
    # Whether it is the owner's from the first day: no later program has anything to say
    # about it.


def own(name: str) -> Make:
    """A file that only sites have, with what varies filled in."""
    return lambda site: filled((FILES / name).read_text("utf-8"), _values(site)).encode()


def same(path: str, edits: Edits = ()) -> SiteFile:
    """A file that a site has under the same name as this repository, with what it says
    otherwise.
    """
    return SiteFile(
        path, lambda site: edited(carried(path).read_text("utf-8"), edits).encode()
    )


def document(path: str, edits: Edits = ()) -> SiteFile:
    """A document of this repository, whose links to files that a site does not have become
    their words.
    """
    folder = posixpath.dirname(path)
    return SiteFile(
        path,
        lambda site: _unlinked(
            edited(carried(path).read_text("utf-8"), edits), folder
        ).encode(),
    )


def _unlinked(text: str, folder: str) -> str:
    there = frozenset(piece.path for piece in PIECES)

    def kept(found: re.Match[str]) -> str:
        target = found[2].partition("#")[0]
        is_there = (
            not target
            or "://" in target
            or posixpath.normpath(posixpath.join(folder, target)) in there
        )
        return found[0] if is_there else found[1]

    return re.sub(r"\[([^\]\n]+)\]\(([^)\s]+)\)", kept, text)


def filled(text: str, values: Mapping[str, str]) -> str:
    """A text with what its marks stand for; a mark that stands for nothing takes the end of
    its line with it.
    """
    return re.sub(
        r"\{\{(\w+)\}\}(\n?)",
        lambda mark: values[mark[1]] + (mark[2] if values[mark[1]] else ""),
        text,
    )


def _values(site: SiteInputs) -> Mapping[str, str]:
    wishes = site.wishes
    company = _id_of(wishes.company) or "COMPANY"
    return {
        "name": _quoted(wishes.name),
        "title": wishes.name,
        "repository": _quoted(wishes.repository),
        "url": _quoted(wishes.url),
        "project": project_of(wishes),
        "python": site.python,
        "wheel": site.wheel,
        "company": company,
        "begin": (
            f"dossier new company {company} --name {_quoted(wishes.company or 'NAME')}"
        ),
        "forget": FORGET if site.has_example else "",
        "example": EXAMPLE_LICENCE if site.has_example else "",
    }


FORGET = (
    "1. `dossier example remove` takes the example away: its company, its two sources and"
    " all that they say are invented."
)
EXAMPLE_LICENCE = (
    "- The example, which was written for this purpose and tells of nobody: CC0-1.0."
)


def project_of(wishes: SiteWishes) -> str:
    """What the site is called where packages are listed."""
    return f"site-{_id_of(wishes.name)}".rstrip("-")


def _id_of(name: str) -> str:
    return slug_of(name)[:SHORT].strip("-")


def _quoted(text: str) -> str:
    """A text as Python and a shell take it, if it has no sign that only one of them minds."""
    return json.dumps(text, ensure_ascii=False)


def _example(path: Path) -> SiteFile:
    return SiteFile(
        path.relative_to(EXAMPLE).as_posix(), lambda site: path.read_bytes(), is_owners=True
    )


DOCUMENTS = (
    "charts",
    "data",
    "evidence",
    "findings",
    "model",
    "review",
    "sources",
    "theme",
)
"""Those that hold for a site as they stand; there are two more."""
FORMS = ("config", "correction", "new-dossier", "new-fact")

PIECES: tuple[SiteFile, ...] = (
    SiteFile("README.md", own("README.txt"), is_owners=True),
    document("CONTRIBUTING.md", CONTRIBUTING),
    SiteFile("Makefile", own("Makefile.txt")),
    SiteFile("pelicanconf.py", own("pelicanconf.txt")),
    SiteFile("publishconf.py", own("publishconf.txt")),
    SiteFile("pyproject.toml", own("pyproject.txt")),
    SiteFile(".gitignore", own("gitignore.txt")),
    SiteFile(".gitattributes", own("gitattributes.txt")),
    same(".editorconfig"),
    same(".vscode/extensions.json"),
    same(".vscode/settings.json"),
    same("tools/bootstrap.py"),
    same("tools/environment.py"),
    SiteFile("tools/pinned.py", own("pinned.py")),
    SiteFile(".github/CODEOWNERS", own("CODEOWNERS.txt"), is_owners=True),
    SiteFile(".github/dependabot.yml", own("dependabot.txt")),
    SiteFile(".github/pull_request_template.md", own("pull_request_template.txt")),
    same(".github/lychee.toml"),
    *(same(f".github/ISSUE_TEMPLATE/{name}.yml") for name in FORMS),
    same(".github/workflows/check.yml", CHECK),
    same(".github/workflows/publish.yml", PUBLISH),
    same(".github/workflows/review.yml", REVIEW),
    same(".github/workflows/suggestion.yml", SUGGESTION),
    same(".github/workflows/weekly.yml", WEEKLY),
    *(document(f"docs/{name}.md") for name in DOCUMENTS),
    document("docs/maintaining.md", MAINTAINING),
    document("docs/settings.md", SETTINGS),
    SiteFile("content/properties.yaml", own("properties.yaml"), is_owners=True),
    SiteFile("content/entities.yaml", own("entities.yaml"), is_owners=True),
    SiteFile("content/origins.yaml", own("origins.yaml"), is_owners=True),
    SiteFile("content/pages/about.md", own("about.txt"), is_owners=True),
    SiteFile(
        "content/pages/method.md", same("content/pages/method.md").make, is_owners=True
    ),
)

EXAMPLE_PIECES: tuple[SiteFile, ...] = tuple(
    _example(path) for path in sorted(EXAMPLE.rglob("*")) if path.is_file()
)
"""What `dossier example remove` takes away again."""

EDITED = tuple(piece.path for piece in PIECES if not piece.is_owners)
"""The files that a later program can bring up."""
