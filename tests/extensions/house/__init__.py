"""A package of somebody else's that adds one of each to the program, as docs/extending.md
describes it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from dossier.extensions import Extension, OwnCheck, OwnExport, OwnReader
from dossier.intake.drafts import Detail, Draft
from dossier.model.addresses import Ids, PageKind, Pattern
from dossier.model.content import Content
from dossier.model.data import Data
from dossier.model.dossiers import Site
from dossier.model.forms import Form
from dossier.model.places import Position
from dossier.model.quantities import Quantity
from dossier.model.schema import Schema, one_of
from dossier.model.values import Field, Lookups, Misread, ValueType
from dossier.model.values.asking import Ask, AskWords
from dossier.model.values.drawing import Drawing, Holder
from dossier.model.values.pieces import Piece, TextPiece
from dossier.render.charts.bars import ChartFrame, bar_chart
from dossier.render.charts.kinds import ChartKind
from dossier.render.charts.titles import Data as Data_
from dossier.render.charts.views import ChartView
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.families import Family, Planned, one
from dossier.render.search.entries import Entry
from dossier.render.site.render_context import BuildContext, RenderContext


def find_shouting(content: Content) -> Iterator[tuple[Position, str]]:
    """Labels of facts in capitals alone."""
    for fact in content.facts.values():
        if fact.label.isupper():
            yield (
                fact.at.of("label"),
                f"{fact.label!r} shouts. Write {fact.label.capitalize()!r}.",
            )


CHECKS = Extension(1, (OwnCheck("XW001", find_shouting),))


def count_facts(site: Site) -> Mapping[str, Data]:
    """How many facts each company has."""
    return {"facts": {slug: len(dossier.facts) for slug, dossier in site.dossiers.items()}}


EXPORTS = Extension(
    1,
    (
        OwnExport(
            "data/more/counts.json",
            "Counts",
            "How many facts each company has.",
            count_facts,
        ),
    ),
)


@dataclass(frozen=True, kw_only=True)
class Labels(PageContext):
    """The labels of all facts, in the order of the alphabet."""

    labels: tuple[str, ...]


def labels(render: RenderContext) -> Labels:
    """The context of the page."""
    found = sorted(fact.fact.label for fact in render.site.facts.values())
    return Labels(
        here=render.here, title="Labels", description="The labels of all facts.", trail=(), as_of=render.newest([]),
        labels=tuple(found),
    )  # fmt: skip


LABELS = PageKind("house-labels", Pattern("more/labels/"))


def found(render: RenderContext, ids: Ids) -> Iterator[Entry]:
    """What a search finds of the page."""
    yield Entry("more/labels/", "words of the house", {"title": "Labels"}, {})


def pages(build: BuildContext) -> Iterator[Planned]:
    """The page."""
    yield Planned(LABELS, labels, find=found)


PAGES = Extension(1, (Family(pages),), str(Path(__file__).parent / "templates"))


def read_cards(text: str, name: str) -> tuple[Draft, ...]:
    """Index cards: a title and, below it, where it appeared."""
    title, _, outlet = text.strip().partition("\n")
    told = f"the card {name}"
    return (
        Draft(
            (
                Detail("type", "book", told),
                Detail("title", title, told),
                Detail("publisher", outlet, told),
            )
        ),
    )


@dataclass(frozen=True)
class Grade(Form):
    """What a guild thinks of somebody's work."""

    letters: str

    def __str__(self) -> str:
        return self.letters


class GradeType(ValueType[Grade]):
    """Grades from AAA down to D, drawn by their place in that order."""

    id = "grade"
    forms = (Grade,)
    about = "a grade of the guild, from AAA to D"
    is_provable = True
    drawn = dict.fromkeys(Holder, Drawing.RANKS)
    scale = ("AAA", "AA", "A", "BBB", "BB", "B", "CCC", "CC", "C", "D")

    def read(self, text: str, field: Field, lookups: Lookups) -> Grade:
        """One of the grades, to the letter."""
        if text not in self.scale:
            raise Misread("V002", "is no grade.", f"Write one of {', '.join(self.scale)}.")
        return Grade(text)

    def schema(self, field: Field) -> Schema:
        """The grades, so that an editor completes them."""
        return one_of(dict.fromkeys(self.scale, ""))

    def said(self, value: Grade, field: Field) -> Piece:
        """The letters."""
        return TextPiece(value.letters)

    def asks(self, value: Grade, field: Field) -> Ask:
        """The letters, as whole words."""
        return AskWords(value.letters)

    def data(self, value: Grade) -> dict[str, Data]:
        """The letters, and their place from the best."""
        return {"type": self.id, "grade": value.letters, "place": self._place(value)}

    def figure(self, value: Grade) -> Quantity:
        """The place from the best."""
        return Quantity(Decimal(self._place(value)))

    def _place(self, value: Grade) -> int:
        return self.scale.index(value.letters) + 1


VALUES = Extension(1, (GradeType(),))


def figures(data: Data_) -> Data_:
    """Those of which there is something to draw."""
    return [datum for datum in data if datum.figure is not None]


def are_alike(data: Data_) -> bool:
    """Several figures that are all the same: ours draw nothing then."""
    return len(data) > 1 and len({datum.drawn for datum in data}) == 1


def alike_title(render: RenderContext, name: str, data: Data_, kind: Drawing) -> str:
    """What the chart says."""
    return f"{name}: the same for all {len(data)}"


CHARTS = Extension(
    1,
    (
        ChartKind(
            frozenset({Drawing.RANKS, Drawing.BARS}),
            figures,
            are_alike,
            alike_title,
            bar_chart,
        ),
    ),
)


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
AGAIN = Extension(1, (type("Again", (GradeType,), {"id": "money"})(),))


def draw_nothing(
    render: RenderContext, data: Data_, kind: Drawing, frame: ChartFrame
) -> ChartView:
    """What an extension does that was never tried."""
    raise ValueError("no pencil")


BROKEN_CHARTS = Extension(
    1, (ChartKind(frozenset({Drawing.BARS}), figures, bool, alike_title, draw_nothing),)
)
AMONG_OURS = Extension(
    1, (Family(one(PageKind("house-labels", Pattern("labels/")), labels)),), PAGES.templates
)
