"""Facts: in full in a dossier, in tables, and each on its page."""

from dataclasses import dataclass

from markupsafe import Markup

from dossier.render.views.charts import PicturesView
from dossier.render.views.claims import (
    ClaimView,
    DetailView,
    FigureView,
    PartView,
    StateView,
)
from dossier.render.views.evidence import EvidenceView, PassageView
from dossier.render.views.footnotes import Marks
from dossier.render.views.links import BackLinksView, LinkView


@dataclass(frozen=True)
class FactView:
    """A fact in a dossier, with every claim."""

    anchor: str
    label: str
    href: str
    about: Markup
    # The subject, where that is not the company.
    claims: tuple[ClaimView, ...]
    differing: bool
    reports: str
    note: Markup
    backlinks: BackLinksView | None


@dataclass(frozen=True)
class SaidView:
    """An answer in a line: its value, what else is known of it, and the mark of all that
    proves it.
    """

    name: str
    value: Markup
    equivalent: Markup
    parts: tuple[PartView, ...]
    marks: Marks
    traits: tuple[Markup, ...]
    states: tuple[StateView, ...]
    # Those that the page does not say once for all.
    note: Markup


@dataclass(frozen=True)
class LineView:
    """A fact in a ledger."""

    anchor: str
    label: str
    href: str
    about: Markup
    answers: tuple[SaidView, ...]
    differing: bool
    courses: tuple[LinkView, ...]
    # The ways to its answers period by period, where there are several.
    note: Markup
    kinds: str
    # Of its states, by which a script finds it.


@dataclass(frozen=True)
class TopicLinesView:
    """The facts of one topic in a ledger."""

    id: str
    label: str
    lines: tuple[LineView, ...]
    pictures: PicturesView


@dataclass(frozen=True)
class ColumnView:
    """The head of a column."""

    label: str
    is_figure: bool


@dataclass(frozen=True)
class BriefView:
    """A fact that leads its topic."""

    anchor: str
    figure: FigureView
    says_more: bool
    # Whether its answer says more than its name, as that of “Rival: DeepSeek” does not.
    courses: tuple[LinkView, ...]
    # The way to what its answer was in other periods, where there are several.


@dataclass(frozen=True)
class TopicBriefView:
    """A topic in a dossier: what leads it, and the way to all of it."""

    id: str
    label: str
    facts: tuple[BriefView, ...]
    anchors: tuple[str, ...]
    # Of its other facts: old addresses lead to their topic.
    all: LinkView


@dataclass(frozen=True)
class SideView:
    """What some sources say where others differ."""

    value: Markup
    letters: str


@dataclass(frozen=True)
class DifferenceView:
    """A fact on which sources differ, side by side, or several on which they differ in the
    same words.
    """

    facts: tuple[LinkView, ...]
    sides: tuple[SideView, ...]
    states: tuple[StateView, ...]
    # Why they differ.
    is_of_figures: bool
    marks: Marks


@dataclass(frozen=True)
class PersonView:
    """Somebody whom a dossier names."""

    way: LinkView
    role: Markup
    told: FigureView | None


@dataclass(frozen=True)
class AnswerView:
    """A claim on the page of its fact, with its evidence beside it."""

    name: str
    states: tuple[StateView, ...]
    voices: str
    # How many reports of it there are, from how many origins.
    value: Markup
    equivalent: Markup
    leading: bool
    rank: str
    details: tuple[DetailView, ...]
    inferences: tuple[DetailView, ...]
    note: Markup
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True)
class LocatedView:
    """Words of a source, or where in it to look."""

    quote: str
    place: str


@dataclass(frozen=True)
class UsedAnswerView:
    """An answer that a source gives, with the words it takes from there."""

    figure: FigureView
    rank: str
    # How it stands among the others, where that must be said.
    happened: Markup
    # When it happened, or else its period; empty where it has neither.
    quotes: tuple[LocatedView, ...]


@dataclass(frozen=True)
class UseView:
    """A fact on the page of a source, with the answers that the source gives to it."""

    label: str
    href: str
    answers: tuple[UsedAnswerView, ...]


@dataclass(frozen=True)
class UseGroupView:
    """The facts of one company that rest on a source."""

    company: LinkView
    uses: tuple[UseView, ...]


@dataclass(frozen=True)
class MentionView:
    """A fact on the page of somebody or something it names."""

    figure: FigureView
    place: Markup
    # Whose dossier holds it, and as what it is named there.
    happened: Markup
    says: str
    # That it speaks for what is said there; else empty.
    quotes: tuple[PassageView, ...]
