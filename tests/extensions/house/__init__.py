"""A package of somebody else's that adds one of each to the program, as docs/extending.md describes it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dossier.extensions import Extension, OwnCheck, OwnExport, OwnReader
from dossier.intake.drafts import Detail, Draft
from dossier.model.addresses import PageKind, Pattern
from dossier.model.content import Content
from dossier.model.data import Data
from dossier.model.dossiers import Site
from dossier.model.places import Position
from dossier.render.frame.sheets import Sheet
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.families import Family, one


def find_shouting(content: Content) -> Iterator[tuple[Position, str]]:
    """Labels of facts in capitals alone."""
    for fact in content.facts.values():
        if fact.label.isupper():
            yield fact.at.of("label"), f"{fact.label!r} shouts. Write {fact.label.capitalize()!r}."


CHECKS = Extension(1, (OwnCheck("XW001", find_shouting),))


def count_facts(site: Site) -> Mapping[str, Data]:
    """How many facts each company has."""
    return {"facts": {slug: len(dossier.facts) for slug, dossier in site.dossiers.items()}}


EXPORTS = Extension(1, (OwnExport("data/more/counts.json", "Counts", "How many facts each company has.", count_facts),))


@dataclass(frozen=True, kw_only=True)
class Labels(PageContext):
    """The labels of all facts, in the order of the alphabet."""

    labels: tuple[str, ...]


def labels(sheet: Sheet) -> Labels:
    """The context of the page."""
    found = sorted(fact.fact.label for fact in sheet.site.facts.values())
    return Labels(
        here=sheet.here, title="Labels", description="The labels of all facts.", trail=(), as_of=sheet.newest([]),
        labels=tuple(found),
    )  # fmt: skip


LABELS = PageKind("house-labels", Pattern("more/labels/"))
PAGES = Extension(1, (Family(one(LABELS, labels)),), str(Path(__file__).parent / "templates"))


def read_cards(text: str, name: str) -> tuple[Draft, ...]:
    """Index cards: a title and, below it, where it appeared."""
    title, _, outlet = text.strip().partition("\n")
    told = f"the card {name}"
    return (Draft((Detail("type", "book", told), Detail("title", title, told), Detail("publisher", outlet, told))),)


READERS = Extension(1, (OwnReader(".card", read_cards),))
OF_ANOTHER_VERSION = Extension(99, ())
NO_EXTENSION = "a text"


def fail(content: Content) -> Iterator[tuple[Position, str]]:
    """What an extension does that was never tried."""
    raise KeyError("of\nits own")


FAILING = Extension(1, (OwnCheck("XE001", fail),))
WITHOUT_CODE = Extension(1, (OwnCheck("S001", find_shouting),))
OF_ANOTHER_KIND = Extension(1, ("no check",))
ELSEWHERE = Extension(1, (OwnExport("companies/index.html", "", "", count_facts),))
AMONG_OURS = Extension(1, (Family(one(PageKind("house-labels", Pattern("labels/")), labels)),), PAGES.templates)
