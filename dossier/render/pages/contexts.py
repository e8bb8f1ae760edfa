"""What each kind of page hands to its template: one class for each, whose fields are the template's names.

A test compares them with the names that the templates use, both ways. What all pages share is in `Shared`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from markupsafe import Markup

from dossier.render.parts.notes import Notes
from dossier.render.parts.prose import ProseView
from dossier.render.views import (
    AnswerView,
    BackLinksView,
    ChapterView,
    ChartView,
    CompanyView,
    ComparedView,
    ComparisonView,
    CorrectionView,
    DetailView,
    DownloadView,
    EntityGroupView,
    FactView,
    FigureView,
    FilterView,
    HistoryView,
    LetterView,
    LinkView,
    ListingView,
    LooseView,
    MentionView,
    MeterView,
    OriginView,
    PeriodView,
    PicturesView,
    PortionsView,
    SectionView,
    SiftView,
    SiteView,
    SocialView,
    SourceView,
    StandingView,
    StripView,
    TimelineView,
    UseGroupView,
)


def as_mapping(context: Any) -> Mapping[str, object]:
    """The names of a context with their values, as templates take them."""
    return {field.name: getattr(context, field.name) for field in fields(context)}


@dataclass(frozen=True)
class Shared:
    """What every page has, those of Pelican included: besides, base.html asks for `here`, `title` and `description`."""

    site: SiteView
    link: Callable[[str, str], str]
    # From the page at `here` to a target.
    social: Callable[[str, str], SocialView]
    # What the page at `here`, of that title, says to those who show its address elsewhere.
    policy: Callable[[str], str]
    # The content security policy of the page at `here`.


@dataclass(frozen=True, kw_only=True)
class PageContext:
    """What all pages of ours have."""

    here: str
    title: str
    description: str
    trail: tuple[LinkView, ...]
    # The pages above this one.
    as_of: Markup
    # The date of the newest source behind the page; empty where none is known.


@dataclass(frozen=True, kw_only=True)
class HomeContext(PageContext):
    """The list of companies."""

    companies: tuple[CompanyView, ...]
    index: tuple[LetterView, ...]
    # Their names alone, where there are too many to show each with its figures; else empty.
    scope: str
    # How much there is, in words.
    sources_href: str
    changes: tuple[ChapterView, ...]
    # The latest few.
    changes_href: str


@dataclass(frozen=True, kw_only=True)
class DossierContext(PageContext):
    """A company."""

    also_known_as: str
    numbers: tuple[StandingView, ...]
    figures: tuple[FigureView, ...]
    contents: tuple[LinkView, ...]
    overview: ProseView
    disputed: tuple[LinkView, ...]
    sections: tuple[SectionView, ...]
    sums: ChartView | None
    # Its sums of money on one scale.
    timelines: tuple[TimelineView, ...]
    mentions: tuple[tuple[LinkView, FigureView], ...]
    # Each with the company whose dossier tells it.
    sources: tuple[SourceView, ...]
    data_href: str
    cite_as: str
    # The citation of the page, as text.
    notes: Notes


@dataclass(frozen=True, kw_only=True)
class TimelineContext(PageContext):
    """Events in order."""

    intro: str
    at_a_glance: StripView | None
    # None where there is nothing to compare.
    sift: SiftView | None
    # None where nothing tells the events apart.
    ways: tuple[LinkView, ...]
    # To the years, where there are several.
    periods: tuple[PeriodView, ...]
    timelines: tuple[TimelineView, ...]
    notes: Notes


@dataclass(frozen=True, kw_only=True)
class FactContext(PageContext):
    """A fact with all that is said about it."""

    about: Markup
    question: DetailView
    # What the property means.
    differing: bool
    agreement: str
    reports: str
    note: str
    answers: tuple[AnswerView, ...]
    charts: tuple[ChartView, ...]
    # Of the figures on which they differ.
    corrections: tuple[LinkView, ...]
    # Errors that touch it, each with its reason.
    history: HistoryView | None
    # None where the owner of the site does not want it told.
    timelines: tuple[LinkView, ...]
    compare: LinkView | None
    # The same of others.
    backlinks: BackLinksView | None
    before: LinkView | None
    after: LinkView | None
    data_href: str
    cite_as: str


@dataclass(frozen=True, kw_only=True)
class CompareContext(PageContext):
    """All properties that can be compared."""

    properties: tuple[ComparedView, ...]


@dataclass(frozen=True, kw_only=True)
class ComparedContext(PageContext):
    """One property across companies and subjects."""

    question: str
    pictures: PicturesView
    portions: PortionsView | None
    table: ComparisonView
    notes: Notes


@dataclass(frozen=True, kw_only=True)
class SourcesContext(PageContext):
    """All sources."""

    sources: tuple[SourceView, ...]


@dataclass(frozen=True, kw_only=True)
class SourceContext(PageContext):
    """A source with all that rests on it."""

    citation: Markup
    details: tuple[DetailView, ...]
    inferences: tuple[DetailView, ...]
    summary: ProseView
    origins: tuple[OriginView, ...]
    groups: tuple[UseGroupView, ...]
    portions: PortionsView | None
    cited_by: tuple[LinkView, ...]
    backlinks: BackLinksView | None


@dataclass(frozen=True, kw_only=True)
class EvidenceContext(PageContext):
    """How much of what is shown can be trusted how far."""

    meters: tuple[MeterView, ...]
    total: MeterView
    loose: tuple[LooseView, ...]


@dataclass(frozen=True, kw_only=True)
class ChangesContext(PageContext):
    """What changed, step by step, the latest first."""

    absence: str
    # Why there is nothing to tell; empty where there is.
    chapters: tuple[ChapterView, ...]
    older: str
    # How many steps before these are not told; empty where all are.
    feed_href: str


@dataclass(frozen=True, kw_only=True)
class CorrectionsContext(PageContext):
    """Errors of sources, and our own."""

    sources: tuple[CorrectionView, ...]
    ours: tuple[CorrectionView, ...]


@dataclass(frozen=True, kw_only=True)
class DataContext(PageContext):
    """What there is to download."""

    licence: LinkView
    downloads: tuple[DownloadView, ...]


@dataclass(frozen=True, kw_only=True)
class EntitiesContext(PageContext):
    """People, organisations and products."""

    groups: tuple[EntityGroupView, ...]


@dataclass(frozen=True, kw_only=True)
class EntityContext(PageContext):
    """One of them, with every fact that names it."""

    kind: str
    standing: Markup
    # Who or what it is; empty where no fact says so.
    scope: str
    portions: PortionsView | None
    same_as: tuple[LinkView, ...]
    about: tuple[FactView, ...]
    said: tuple[MentionView, ...]
    events: tuple[MentionView, ...]
    named: tuple[MentionView, ...]
    timelines: tuple[LinkView, ...]
    # Those that tell of it, the fullest first.
    notes: Notes


@dataclass(frozen=True, kw_only=True)
class SearchContext(PageContext):
    """The search, and for those who have no script the list of all that it could find."""

    filters: tuple[FilterView, ...]
    root: str
    # The link to the top of the site, from which the index is loaded.
    companies: tuple[ListingView, ...]
    entities: tuple[LinkView, ...]
    # People, organisations and products without a dossier.
    sources: tuple[LinkView, ...]


@dataclass(frozen=True, kw_only=True)
class NotFoundContext(PageContext):
    """The page for addresses that lead nowhere."""
