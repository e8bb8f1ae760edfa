"""Facts and their answers: in full, in a line or part by part, by periods, side by side, and as promises."""

from dataclasses import dataclass

from markupsafe import Markup

from dossier.render.evidence.views import StateView
from dossier.render.footnotes import Marks
from dossier.render.repository.views import BackLinksView
from dossier.render.site.views import LinkView


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
    is_day: bool
    # Whether that is a single day, and so no period.
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
    note: Markup


@dataclass(frozen=True)
class DetailView:
    """One line of what is known about a claim or a source."""

    label: str
    value: Markup
    known: bool = True
    differs: bool = False
    # Whether another answer says something else here.


@dataclass(frozen=True)
class FigureView:
    """A fact in the fewest words: its leading answer and of when that is."""

    name: str
    states: tuple[StateView, ...]
    # Those that a hurried reader must see.
    label: str
    href: str
    about: Markup
    value: Markup
    equivalent: Markup
    when: Markup
    # When it happened, or else of which time it is, in the fewest words.
    times: Markup
    # All that is known of that, each part in words that say what it is.
    marks: Marks
    differing: str
    # That its answers contradict each other; empty where they do not.


@dataclass(frozen=True)
class PointRowView:
    """One period of a course."""

    name: str
    # Of the claim that is told: `company/fact:0`.
    period: Markup
    href: str
    # Of the answer on the same page, with the words that support it.
    value: Markup
    growth: str
    # From the period before; empty where nobody can say.
    is_after_gap: bool
    # Whether nothing is known between the period before and this one.
    remarks: tuple[Markup, ...]
    states: tuple[StateView, ...]


@dataclass(frozen=True)
class CourseView:
    """Answers for periods of one length, as a table."""

    id: str
    label: Markup
    # What it is the course of: the name of the fact, with the qualifiers of the answers.
    points: tuple[PointRowView, ...]
    has_growth: bool
    has_remarks: bool
    # Whether there is anything to fill these columns with.


@dataclass(frozen=True)
class FactView:
    """A fact in a dossier, with every claim."""

    anchor: str
    label: str
    href: str
    about: Markup
    # The subject, where that is not the company.
    claims: tuple[ClaimView, ...]
    differing: str
    # That its answers contradict each other; empty where they do not.
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
    differing: str
    # That its answers contradict each other; empty where they do not.
    courses: tuple[LinkView, ...]
    # The ways to its answers period by period, where there are several.
    note: Markup
    kinds: str
    # Of its states, by which a script finds it.


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
    states: tuple[StateView, ...] = ()
    # How far it is proved, where the page does not say that once for all.


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
class PromisedView:
    """By whom something was promised, for when, and what became of it."""

    kind: str
    # How firmly, with who said it to follow: `Pledged by`.
    who: Markup
    due: Markup
    state: StateView | None
    # Where it stands; None in a list of promises that all stand alike, under a heading that
    # says so.
    outcomes: tuple[tuple[str, LinkView], ...]
    # Each with the fact that tells it.
    settled_by: str
    # What would show what became of it; empty where that is known, or nobody has said.


@dataclass(frozen=True)
class PromiseView:
    """What was said would come, and where it stands."""

    figure: FigureView
    promised: PromisedView


@dataclass(frozen=True)
class PromiseLineView:
    """Promises of one kind that come due together and stand alike."""

    promises: tuple[LinkView, ...]
    value: Markup
    # What was promised; empty where a line is of several.
    states: tuple[StateView, ...]
    # How far that is proved, where the page does not say it once for all.
    due: Markup
    state: StateView
    outcomes: tuple[tuple[str, LinkView], ...]


@dataclass(frozen=True)
class PromiseGroupView:
    """Promises that stand alike."""

    id: str
    label: str
    about: str
    promises: tuple[PromiseView, ...]
