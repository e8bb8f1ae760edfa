"""Who or what stands to an entity in some way, by what is said of them."""

from dataclasses import dataclass

from markupsafe import Markup

from dossier.render.views.footnotes import Marks


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
