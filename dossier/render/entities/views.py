"""People and things in lists, and who stands to them in some way."""

from dataclasses import dataclass

from markupsafe import Markup

from dossier.render.facts.views import FigureView
from dossier.render.footnotes import Marks
from dossier.render.site.views import LinkView


@dataclass(frozen=True)
class PersonView:
    """Somebody whom a dossier names."""

    way: LinkView
    role: Markup
    told: FigureView | None


@dataclass(frozen=True)
class RelativeView:
    """One of them, with the marks of what is said."""

    name: Markup
    marks: Marks


@dataclass(frozen=True)
class RelationsView:
    """Those of one sort, such as products."""

    label: str
    others: tuple[RelativeView, ...]
    more: str
    # How many are not named; empty where all are.


@dataclass(frozen=True)
class EntityView:
    """A person, organisation or product in a list."""

    way: LinkView
    standing: Markup
    # Who or what it is; empty where no fact says so.
    scope: str
    # How much names it.
