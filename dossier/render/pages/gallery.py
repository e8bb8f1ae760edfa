"""The cards of a site: which there are, before its pages are made, and their pictures,
after what these show was counted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import add
from pathlib import Path

from dossier.merge.evidence import EMPTY, Meter
from dossier.render.cards.cards import SITE, Card, plan_cards, with_proof
from dossier.render.cards.drawing import Painter
from dossier.render.language.catalogues import Language
from dossier.render.site.render_context import BuildContext


@dataclass(frozen=True)
class Gallery:
    """The cards that are drawn, by the slug of their company or the id of their fact."""

    cards: Mapping[str, Card]
    painter: Painter
    language: Language
    undrawn: tuple[str, ...] = ()
    # The companies whose names no font has, in the order of their slugs.

    def counted(self, meters: Mapping[str, Meter]) -> tuple[Card, ...]:
        """The cards with how much is proved, as was counted on finished pages."""
        known = {**meters, SITE: reduce(add, meters.values(), EMPTY)}
        return tuple(
            with_proof(card, known[slug], self.language) if slug in known else card
            for slug, card in self.cards.items()
        )


def open_gallery(build: BuildContext, theme: Path) -> Gallery:
    """The cards whose names the fonts can write; none where they are turned off, or no page
    could name their address.
    """
    settings = build.settings
    painter = Painter(theme, settings.card_fonts)
    wanted = plan_cards(build) if settings.cards and settings.site_url else {}
    drawn = {slug: card for slug, card in wanted.items() if painter.can_draw(card)}
    return Gallery(
        drawn,
        painter,
        settings.language,
        tuple(sorted(wanted.keys() - drawn.keys() - {SITE})),
    )
