"""One property across companies and subjects."""

from dataclasses import dataclass

from markupsafe import Markup

from dossier.render.views.facts import ColumnView, FactView


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
