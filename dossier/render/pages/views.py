"""What single kinds of pages are made of, besides what they share with others."""

from dataclasses import dataclass

from markupsafe import Markup

from dossier.render.charts.views import PicturesView
from dossier.render.entities.views import EntityView
from dossier.render.evidence.views import EvidenceView, PassageView, StateView
from dossier.render.facts.views import DetailView, FactView, FigureView, LineView
from dossier.render.lists.views import PortionsView
from dossier.render.site.views import LinkView


@dataclass(frozen=True)
class SubjectView:
    """A fact of one subject among those of others."""

    subject: Markup
    fact: FactView


@dataclass(frozen=True)
class ColumnView:
    """The head of a column."""

    label: str
    is_figure: bool


@dataclass(frozen=True)
class ComparisonView:
    """A property across subjects, as a table."""

    id: str
    label: str
    columns: tuple[ColumnView, ...]
    subjects: tuple[SubjectView, ...]


@dataclass(frozen=True)
class ComparedView:
    """A property that can be compared, in a list."""

    label: str
    href: str
    about: str
    scope: str


@dataclass(frozen=True)
class QuotedView:
    """Words of a source on a card, with whose they are and when they appeared."""

    quote: str
    language: str
    name: Markup
    issued: Markup


@dataclass(frozen=True)
class EmbedView:
    """What a card says."""

    company: LinkView
    figure: FigureView
    promised: StateView | None
    # Where it stands, if it speaks of what is to come.
    differing: str
    # That its answers contradict each other; empty where they do not.
    quotes: tuple[QuotedView, ...]
    states: tuple[StateView, ...]
    # All but its age, which `good` tells.
    good: str
    # Until when.
    is_past: bool
    judged: str
    # The day on which that was so.
    home: LinkView


@dataclass(frozen=True)
class ShareView:
    """Of how many something can be said, and their share."""

    label: str
    kind: str
    # The kind of the mark before the label; empty where it has none.
    number: int
    share: str


@dataclass(frozen=True)
class TallyView:
    """How many are shown, and of how many each thing can be said."""

    shown: int
    parts: tuple[ShareView, ...]


@dataclass(frozen=True)
class MeterView:
    """A row of the meter: of how many figures, and of how many names and words, each thing
    can be said.
    """

    company: LinkView
    figures: TallyView
    words: TallyView


@dataclass(frozen=True)
class OwnWordsView:
    """What our own words about a company, or about sources, say that no quote has."""

    about: LinkView
    told: str
    # How much there is of it, and what the narrative cites.
    items: tuple[Markup, ...]
    more: str
    # How many are not listed; empty where all are.


@dataclass(frozen=True)
class ElsewhereView:
    """What stands on another page of a list, and once stood here."""

    way: LinkView
    anchors: tuple[str, ...]


@dataclass(frozen=True)
class CorrectionView:
    """An error, of a source or of ours."""

    anchor: str
    error: Markup
    # Who said what, in a sentence.
    reason: str


@dataclass(frozen=True)
class TopicLinesView:
    """The facts of one topic in a ledger."""

    id: str
    label: str
    lines: tuple[LineView, ...]
    pictures: PicturesView


@dataclass(frozen=True)
class AnswerView:
    """A claim on the page of its fact, with its evidence beside it."""

    name: str
    states: tuple[StateView, ...]
    corroboration: str
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


@dataclass(frozen=True)
class CompanyView:
    """A company on the home page."""

    name: str
    href: str
    about: str
    # How much is known.
    as_of: Markup
    figures: tuple[FigureView, ...]


@dataclass(frozen=True)
class ReportView:
    """A source as news."""

    date: Markup
    way: LinkView
    counts: str
    # How much rests on it.


@dataclass(frozen=True)
class EntityGroupView:
    """Those of one kind."""

    id: str
    label: str
    portions: PortionsView | None
    # The ways to them, where they do not stand here.
    entities: tuple[EntityView, ...]


@dataclass(frozen=True)
class DownloadView:
    """A file of data."""

    label: str
    href: str
    path: str
    about: str
