"""The course of a figure, period by period."""

from dataclasses import dataclass

from markupsafe import Markup

from dossier.render.views.claims import StateView


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
