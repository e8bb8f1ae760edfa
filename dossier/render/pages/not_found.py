"""The page for addresses that lead nowhere."""

from dataclasses import dataclass

from dossier.model import addresses
from dossier.render.language import words
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.families import Family, one
from dossier.render.pages.trails import home_trail
from dossier.render.site.render_context import RenderContext


@dataclass(frozen=True, kw_only=True)
class NotFoundContext(PageContext):
    """The page for addresses that lead nowhere."""


def not_found_context(render: RenderContext) -> NotFoundContext:
    """An address that leads nowhere."""
    return NotFoundContext(
        here=render.here,
        title=render.say(words.pages.NOT_FOUND),
        description=render.say(words.pages.NOT_FOUND),
        trail=home_trail(render),
        as_of=render.as_of_all,
    )


NOT_FOUND = Family(one(addresses.NOT_FOUND, not_found_context))
