"""The pages above a page, from the home page down."""

from dossier.render.language import words
from dossier.render.site import links
from dossier.render.site.render_context import RenderContext
from dossier.render.site.views import LinkView

Trail = tuple[LinkView, ...]


def home_trail(render: RenderContext) -> Trail:
    """Above a dossier."""
    return (LinkView(render.say(words.pages.HOME), render.link(links.HOME)),)


def company_trail(render: RenderContext, slug: str) -> Trail:
    """Above the pages of a company."""
    return (*home_trail(render), render.company_link(slug))


def entities_trail(render: RenderContext) -> Trail:
    """Above a person, an organisation or a product."""
    return (
        *home_trail(render),
        LinkView(render.say(words.entities.ENTITIES), render.link(links.ENTITIES)),
    )


def compare_trail(render: RenderContext) -> Trail:
    """Above a comparison."""
    return (
        *home_trail(render),
        LinkView(render.say(words.pages.COMPARE), render.link(links.COMPARE)),
    )


def sources_trail(render: RenderContext) -> Trail:
    """Above a source."""
    return (
        *home_trail(render),
        LinkView(render.say(words.pages.SOURCES), render.link(links.SOURCES)),
    )


def promises_trail(render: RenderContext) -> Trail:
    """Above some of the promises."""
    return (
        *home_trail(render),
        LinkView(render.say(words.promises.PROMISES), render.link(links.PROMISES)),
    )


def data_trail(render: RenderContext) -> Trail:
    """Above some of the files of data."""
    return (
        *home_trail(render),
        LinkView(render.say(words.pages.DATA), render.link(links.DATA)),
    )


def evidence_trail(render: RenderContext) -> Trail:
    """Above the meters of some companies."""
    return (
        *home_trail(render),
        LinkView(render.say(words.evidence.EVIDENCE), render.link(links.EVIDENCE)),
    )
