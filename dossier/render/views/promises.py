"""Promises as templates get them."""

from dataclasses import dataclass

from markupsafe import Markup

from dossier.render.views.claims import FigureView, StateView
from dossier.render.views.links import LinkView


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
