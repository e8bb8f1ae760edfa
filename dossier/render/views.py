"""What templates get to see: finished words and links, never the working objects. Pure data, made by its neighbours."""

from dataclasses import dataclass

from markupsafe import Markup

from dossier.render.footnotes import Marks


@dataclass(frozen=True)
class LinkView:
    """A link with its words."""

    label: str
    href: str


@dataclass(frozen=True)
class BackLinksView:
    """The ways from a record to the place where it is written, for those who want to mend it."""

    label: str
    # What the record is called, for those who hear the links.
    edit: str
    report: str
    history: str
    # That of its file; empty where a page tells its own.


@dataclass(frozen=True)
class ReasonView:
    """Why something changed, in the words of whoever changed it, and the ways to the change itself."""

    words: str
    change: str
    # `#12`; empty where it was no pull request.
    change_href: str
    commit: str
    # The first letters of its id.
    commit_href: str


@dataclass(frozen=True)
class VersionView:
    """What became of a fact one day."""

    date: Markup
    said: tuple[Markup, ...]
    # Sentences: what it said before, what came and what went.
    reason: ReasonView


@dataclass(frozen=True)
class HistoryView:
    """How a fact came to say what it says, the latest change first."""

    absence: str
    # Why there is nothing to tell; empty where there is.
    changed: Markup
    # The day of the last change; empty for a fact that never changed.
    versions: tuple[VersionView, ...]


@dataclass(frozen=True)
class TurnView:
    """A fact that came, went or changed in one step."""

    turn: str
    # "added", "changed" or "retired".
    word: str
    # The same, for readers.
    label: str
    href: str
    # Empty for a fact that is there no more.
    company: LinkView
    said: tuple[Markup, ...]


@dataclass(frozen=True)
class ChapterView:
    """What one step did to all facts."""

    anchor: str
    # Empty where it is not told in full.
    date: Markup
    reason: ReasonView
    counts: str
    href: str
    # The way to it on the page of changes.
    turns: tuple[TurnView, ...]
    more: str
    # How many facts of it are not listed; empty where all are.


@dataclass(frozen=True)
class PartView:
    """One named value of a record; empty where the record does not have it."""

    label: str
    value: Markup
    marks: Marks
    is_figure: bool
    # Aligned as a number in tables.
    differs: bool = False
    # Whether another answer says something else here.


@dataclass(frozen=True)
class StateView:
    """How far an answer or a passage can be trusted, in words; the kind gives it its sign."""

    kind: str
    # "proved", "unproved", "stale" or "differs".
    label: str


@dataclass(frozen=True)
class ClaimView:
    """One answer, with the marks that prove each side of it."""

    name: str
    # By which the finished page is counted: `company/fact:0`.
    states: tuple[StateView, ...]
    value: Markup
    # In one line; of a record only what `parts` say in full.
    parts: tuple[PartView, ...]
    equivalent: Markup
    marks: Marks
    period: Markup
    period_marks: Marks
    as_of: Markup
    as_of_marks: Marks
    who: Markup
    # Who says so, where a source names somebody.
    who_marks: Marks
    status: str
    status_marks: Marks
    sources: str
    rank: str
    note: str


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
    note: str
    backlinks: BackLinksView | None


@dataclass(frozen=True)
class ColumnView:
    """The head of a column."""

    label: str
    is_figure: bool


@dataclass(frozen=True)
class TableView:
    """Facts of one record property, side by side."""

    id: str
    section: str
    # The id of the heading above it: together with its label it has a name of its own on the page.
    label: str
    columns: tuple[ColumnView, ...]
    facts: tuple[FactView, ...]


@dataclass(frozen=True)
class SectionView:
    """One topic of a dossier."""

    id: str
    label: str
    facts: tuple[FactView, ...]
    tables: tuple[TableView, ...]
    pictures: "PicturesView"


@dataclass(frozen=True)
class StandingView:
    """One number of those that say how a dossier stands."""

    label: str
    value: Markup
    href: str = ""
    kind: str = ""
    # Of the state that it counts: "stale" or "differs"; empty where it counts no state.


@dataclass(frozen=True)
class FigureView:
    """A fact in the fewest words: its leading answer and how old it is."""

    name: str
    states: tuple[StateView, ...]
    # Those that a hurried reader must see.
    label: str
    href: str
    about: Markup
    value: Markup
    equivalent: Markup
    period: Markup
    as_of: Markup
    marks: Marks
    differing: bool


@dataclass(frozen=True)
class ThemeView:
    """A theme of a timeline, with the letter that stands for it."""

    id: str
    sign: str
    label: str


@dataclass(frozen=True)
class EventView:
    """A fact in a timeline."""

    anchor: str
    theme: ThemeView | None
    # None where the whole timeline has but one.
    date: Markup
    certainty: str
    # "exact", "about", "between" or "undated": how well the date is known.
    again: bool
    # Whether the event before has the same date: then it is heard, and not shown twice.
    first_year: str
    last_year: str
    # Of the days it can have been, as numbers; empty without such a bound.
    label: str
    href: str
    parts: tuple[PartView, ...]
    marks: Marks
    notes: tuple[Markup, ...]
    # Whose dossier it is from, whom it is about, who says so and how far it had come, where that needs saying.
    status: str
    # How far it had come, in one word for scripts.
    differing: bool
    backlinks: BackLinksView | None


@dataclass(frozen=True)
class PeriodView:
    """Events that follow each other in a timeline within the same years."""

    id: str
    label: str
    events: tuple[EventView, ...]


@dataclass(frozen=True)
class BarView:
    """An event on a strip: places across in per cent, with the sign, places down in pixels."""

    href: str
    label: str
    kind: str
    # "day", "time", "lasting", "between" or "undated".
    fade: str
    # "both", "start", "end" or empty: the sides without a sharp edge, since the date is about, inferred or uncertain.
    x: str
    end: str
    middle: str
    width: str
    y: int
    open_start: bool
    open_end: bool


@dataclass(frozen=True)
class RowView:
    """A theme on a strip."""

    theme: ThemeView | None
    height: int
    bars: tuple[BarView, ...]


@dataclass(frozen=True)
class TickView:
    """A day that is named on the axis of a strip."""

    x: str
    label: str
    coarse: bool
    # Whether there is room for its label in a narrow window.
    before: bool
    # Whether the label stands left of it.


@dataclass(frozen=True)
class GapView:
    """Time that the axis of a strip leaves out."""

    x: str
    width: str


@dataclass(frozen=True)
class MeaningView:
    """What a kind of bar means, beside an example of it."""

    bar: BarView
    label: str


@dataclass(frozen=True)
class StripView:
    """A timeline at a glance."""

    rows: tuple[RowView, ...]
    ticks: tuple[TickView, ...]
    gaps: tuple[GapView, ...]
    undated_at: str
    # Where events without a date stand; empty where there are none, or no others.
    key: tuple[MeaningView, ...]


@dataclass(frozen=True)
class OptionView:
    """One thing by which events can be chosen."""

    value: str
    sign: str
    # The letter of a theme.
    label: str
    number: int


@dataclass(frozen=True)
class ChoiceView:
    """A question by which events can be chosen."""

    name: str
    label: str
    options: tuple[OptionView, ...]


@dataclass(frozen=True)
class SiftView:
    """All by which the events of a timeline can be chosen."""

    events: str
    # How many there are.
    choices: tuple[ChoiceView, ...]
    first_year: str
    last_year: str
    # Empty where all are of one year.


@dataclass(frozen=True)
class TimelineView:
    """A timeline as others link to it."""

    label: str
    href: str
    events: str
    # How many.
    description: str
    current: bool


@dataclass(frozen=True)
class BackLinkView:
    """The way from a note to one of its marks."""

    href: str
    label: str
    sign: str


@dataclass(frozen=True)
class PassageView:
    """Words of a source, what they prove and the way to them."""

    quote: str
    language: str
    locator: str
    supports: str
    # In words, where it proves something else than just the value.
    origin: str
    # The root of reporting that it draws on; empty where that is not known.
    original: str
    state: StateView | None
    # None for a source cited as a whole: there is nothing to look up.


@dataclass(frozen=True)
class EvidenceView:
    """A source, with the passages of it that count here."""

    citation: Markup
    name: str
    # What tells it from others in a word or two.
    issued: Markup
    href: str
    archive: str
    passages: tuple[PassageView, ...]


@dataclass(frozen=True)
class NoteView:
    """A footnote."""

    id: str
    number: int
    evidence: EvidenceView
    backlinks: tuple[BackLinkView, ...]


@dataclass(frozen=True)
class DetailView:
    """One line of what is known about a claim or a source."""

    label: str
    value: Markup
    known: bool = True
    differs: bool = False
    # Whether another answer says something else here.


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
    note: str
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True)
class OriginView:
    """A root of reporting behind a source."""

    name: str
    kind: str
    issued: Markup
    note: str
    inference: str


@dataclass(frozen=True)
class SourceView:
    """A source in a list."""

    citation: Markup
    href: str
    origins: str
    uses: str
    # How many facts rest on it.


@dataclass(frozen=True)
class UseView:
    """A fact on the page of a source, with the words it takes from there."""

    figure: FigureView
    happened: Markup
    quotes: tuple[str, ...]


@dataclass(frozen=True)
class UseGroupView:
    """The facts of one company that rest on a source."""

    company: LinkView
    uses: tuple[UseView, ...]


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
class MentionView:
    """A fact on the page of somebody or something it names."""

    figure: FigureView
    company: LinkView
    # Whose dossier holds it.
    happened: Markup
    part: str
    # As what it is named.
    quotes: tuple[PassageView, ...]


@dataclass(frozen=True)
class EntityView:
    """A person, organisation or product in a list."""

    way: LinkView
    standing: Markup
    # Who or what it is; empty where no fact says so.
    scope: str
    # How much names it.


@dataclass(frozen=True)
class EntityGroupView:
    """Those of one kind."""

    id: str
    label: str
    entities: tuple[EntityView, ...]


@dataclass(frozen=True)
class FilterView:
    """What a search is narrowed down by."""

    name: str
    # In an address and in the index.
    label: str


@dataclass(frozen=True)
class ListingView:
    """A company with the names of what it holds; of many companies only how much that is."""

    company: LinkView
    scope: str
    topics: tuple["TopicView", ...]


@dataclass(frozen=True)
class TopicView:
    """The facts of one topic, by their names."""

    label: str
    facts: tuple[LinkView, ...]


@dataclass(frozen=True)
class LetterView:
    """The names that begin with one letter."""

    letter: str
    entries: tuple[LinkView, ...]


@dataclass(frozen=True)
class DownloadView:
    """A file of data."""

    label: str
    href: str
    path: str
    about: str


@dataclass(frozen=True)
class SiteView:
    """What every page says about the site it belongs to."""

    title: str
    tagline: str
    language: str
    menu: tuple[LinkView, ...]
    # Targets, not links: the page that prints them knows where it stands.
    judged: str
    # The day to which ages are counted.
    tells_changes: bool
    # Whether there is a page of changes.
    as_of: Markup
    search: bool
    # Whether there is an index to search.


@dataclass(frozen=True)
class PictureView:
    """A picture by its whole address."""

    address: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class SocialView:
    """What a page says to those who show its address elsewhere."""

    title: str
    # With the name of its company.
    type: str
    locale: str
    address: str
    # The whole one; empty where that of the site is not known.
    picture: PictureView | None


@dataclass(frozen=True)
class MeterView:
    """A row of the meter: of how many figures each thing can be said."""

    company: LinkView
    shown: int
    parts: tuple[tuple[int, str], ...]
    # Sourced, proved, corroborated, fresh: how many, and the share.


@dataclass(frozen=True)
class LooseView:
    """Figures in the prose of a dossier that no fact stands behind."""

    company: LinkView
    figures: tuple[str, ...]


@dataclass(frozen=True)
class CorrectionView:
    """An error, of a source or of ours."""

    anchor: str
    error: Markup
    # Who said what, in a sentence.
    reason: str


@dataclass(frozen=True)
class DrawnView:
    """What is drawn of one figure; places are shares of the width, such as `37.50%`."""

    kind: str
    # How its end is drawn: "exact", "over", "under", "about"; "rank" for a dot on the axis of ranks.
    start: str
    length: str
    end: str
    is_below: bool
    # Whether it runs to the left of zero.


@dataclass(frozen=True)
class NotchView:
    """A round number or a day on an axis."""

    place: str
    label: str
    anchor: str
    # Of its words, as SVG says it: "start", "middle" or "end".


@dataclass(frozen=True)
class ChartRowView:
    """One figure of a chart with all that is to be read of it."""

    name: str
    label: str
    href: str
    about: Markup
    # Whom it is about, or which sources give this answer, where that needs saying.
    when: Markup
    value: Markup
    marks: Marks
    bar: DrawnView | None
    aside: str
    # Why nothing is drawn, or what its source itself says besides.


@dataclass(frozen=True)
class PointView:
    """A dot of a series: where it stands, the time that it can mean, and where its words stand from it, in pixels."""

    x: str
    y: str
    since: str
    until: str
    kind: str
    label: str
    right: str
    down: str


@dataclass(frozen=True)
class StretchView:
    """A line from one dot of a subject to its next."""

    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True)
class PlotView:
    """Dots over time."""

    height: int
    floor: str
    # Where the axis of time runs.
    points: tuple[PointView, ...]
    stretches: tuple[StretchView, ...]
    levels: tuple[NotchView, ...]
    days: tuple[NotchView, ...]
    told: str
    # All of it in words.


@dataclass(frozen=True)
class ChartView:
    """Figures that can be compared, drawn and in a table."""

    id: str
    title: str
    notes: tuple[str, ...]
    # How it is to be read.
    ends: tuple[str, ...]
    # The kinds of ends that need explaining.
    rows: tuple[ChartRowView, ...]
    zero: str
    ticks: tuple[NotchView, ...]
    plot: PlotView | None
    sources: tuple[LinkView, ...]


@dataclass(frozen=True)
class AreaView:
    """A country on a map, as the data of a path."""

    kind: str
    path: str


@dataclass(frozen=True)
class SignView:
    """A place on a map; the words stand so many pixels from it, the number too."""

    x: str
    y: str
    kind: str
    # "there", "announced" or "off".
    is_marked: bool
    number: int
    number_right: str
    number_down: str
    label: str
    right: str
    down: str


@dataclass(frozen=True)
class KeyView:
    """What a sign of a map means."""

    kind: str
    is_marked: bool
    label: str


@dataclass(frozen=True)
class SiteRowView:
    """A place of a map in words."""

    name: str
    number: int
    label: Markup
    href: str
    about: Markup
    state: str
    when: Markup
    marks: Marks


@dataclass(frozen=True)
class WorldMapView:
    """Places on a map of the world, and in a table."""

    id: str
    title: str
    size: str
    # Of the land's own units, as SVG's viewBox says it.
    land: str
    areas: tuple[AreaView, ...]
    signs: tuple[SignView, ...]
    keys: tuple[KeyView, ...]
    when: str
    # What the dates of the rows are.
    rows: tuple[SiteRowView, ...]
    beside: tuple[FigureView, ...]
    # What is known as a number, without places.
    told: str
    sources: tuple[LinkView, ...]


@dataclass(frozen=True)
class SubjectView:
    """A fact of one subject among those of others."""

    subject: Markup
    fact: FactView


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
class PicturesView:
    """What is drawn of some facts."""

    charts: tuple[ChartView, ...]
    maps: tuple[WorldMapView, ...]
