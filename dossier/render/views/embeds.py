"""A fact as a card on another page."""

from dataclasses import dataclass

from markupsafe import Markup

from dossier.render.views.claims import FigureView, StateView
from dossier.render.views.links import LinkView


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
    differing: bool
    quotes: tuple[QuotedView, ...]
    states: tuple[StateView, ...]
    # All but its age, which `good` tells.
    good: str
    # Until when.
    is_past: bool
    judged: str
    # The day on which that was so.
    home: LinkView
