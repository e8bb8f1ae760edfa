"""Which path of the content folder is what. Nothing else is read, and nothing unknown is
passed over.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath

from dossier.collect import Findings
from dossier.model.addresses import TAKEN
from dossier.model.places import Position
from dossier.model.slugs import is_slug, not_a_slug


class Role(Enum):
    """What a file holds; the value is its path, with `{}` where an id stands."""

    PROPERTIES = "properties.yaml"
    ENTITIES = "entities.yaml"
    PLACES = "places.yaml"
    ORIGINS = "origins.yaml"
    CORRECTIONS = "corrections.yaml"
    OLD_PROOFS = "proofs.lock.yaml"
    SOURCE = "sources/{}.md"
    COMPANY = "companies/{}/company.yaml"
    OVERVIEW = "companies/{}/overview.md"
    FACTS = "companies/{}/facts/{}.yaml"
    TIMELINE = "companies/{}/timelines/{}.yaml"
    PROOFS = "companies/{}/proofs.lock.yaml"
    JUDGEMENTS = "companies/{}/readings.yaml"
    LANGUAGE = "languages/{}.yaml"
    PAGE = "pages/{}.md"


WRITTEN = frozenset({Role.PROOFS, Role.OLD_PROOFS, Role.JUDGEMENTS})
"""What programs write: the records of proofs, those of all companies in one file as they
were kept once, and of readings.
"""

FOLDERS = {
    Role.PROPERTIES: "properties/{}.yaml",
    Role.ENTITIES: "entities/{}.yaml",
    Role.PLACES: "places/{}.yaml",
    Role.ORIGINS: "origins/{}.yaml",
}
"""Where more files of the same stand, for what grows with every company; their names are
free and mean nothing.
"""


def _patterns() -> Iterator[tuple[Role, re.Pattern[str]]]:
    for role in Role:
        paths = filter(None, (role.value, FOLDERS.get(role)))
        yield (
            role,
            re.compile(
                "|".join(re.escape(path).replace(r"\{\}", "([^/]+)") for path in paths)
            ),
        )


PATTERNS = dict(_patterns())
READ = (".md", ".yaml")
IGNORED = frozenset({"README.md", "LICENSE", "LICENSE.md"})
"""Files at the top that speak about the folder and are no content."""


@dataclass(frozen=True)
class ContentFile:
    """One file with the ids that its path holds."""

    path: str
    ids: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id that is the file's own name."""
        return self.ids[-1]


Layout = Mapping[Role, tuple[ContentFile, ...]]


def sort_files(paths: tuple[str, ...], out: Findings) -> Layout:
    """The files by role; one that has none, or whose path holds something that is no id, is
    a finding.
    """
    found: dict[Role, list[ContentFile]] = defaultdict(list)
    for path in paths:
        if path in IGNORED:
            continue
        role, ids = role_of(path)
        if role is None:
            out.add(Position(path), "R006", f"nothing is read from here. {_advice(path)}")
        elif odd := [id for id in ids if not is_slug(id)]:
            out.add(Position(path), "S006", f"{odd[0]!r} {not_a_slug(odd[0])}")
        elif role is Role.PAGE and ids[0] in TAKEN:
            out.add(
                Position(path),
                "S006",
                f"the site has a folder {ids[0]!r} of its own. Give the page another name.",
            )
        else:
            found[role].append(ContentFile(path, ids))
    return {role: tuple(found[role]) for role in Role}


def role_of(path: str) -> tuple[Role | None, tuple[str, ...]]:
    """What a file holds by its path, and the ids in that; None where nothing is read from
    there.
    """
    for role, pattern in PATTERNS.items():
        if match := pattern.fullmatch(path):
            return role, tuple(filter(None, match.groups()))
    return None, ()


def _advice(path: str) -> str:
    ending = PurePosixPath(path).suffix
    if ending in (".yml", ".markdown"):
        right = {".yml": ".yaml", ".markdown": ".md"}[ending]
        return f"Did you mean {PurePosixPath(path).with_suffix(right).name!r}?"
    listed = [role for role in Role if role not in WRITTEN]
    paths = [path for role in listed for path in (role.value, FOLDERS.get(role)) if path]
    folder = f"{PurePosixPath(path).parts[0]}/"
    here = [one for one in paths if one.startswith(folder)]
    if not here:
        return f"Expected one of: {', '.join(paths)}.".replace("{}", "<id>")
    there = [
        one
        for one in paths
        if one not in here and one.endswith(f"/{{}}{ending}") and ending in READ
    ]
    elsewhere = f"; a {ending} file elsewhere: {', '.join(there)}" if there else ""
    return f"Expected in {folder}: {', '.join(here)}{elsewhere}.".replace("{}", "<id>")
