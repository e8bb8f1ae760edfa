"""The pages above a page, from the home page down."""

from dossier.render.language import words
from dossier.render.site import links
from dossier.render.site.sheets import Sheet
from dossier.render.site.views import LinkView

Trail = tuple[LinkView, ...]


def home_trail(sheet: Sheet) -> Trail:
    """Above a dossier."""
    return (LinkView(sheet.say(words.pages.HOME), sheet.link(links.HOME)),)


def company_trail(sheet: Sheet, slug: str) -> Trail:
    """Above the pages of a company."""
    return (*home_trail(sheet), sheet.company_link(slug))


def entities_trail(sheet: Sheet) -> Trail:
    """Above a person, an organisation or a product."""
    return (
        *home_trail(sheet),
        LinkView(sheet.say(words.entities.ENTITIES), sheet.link(links.ENTITIES)),
    )


def compare_trail(sheet: Sheet) -> Trail:
    """Above a comparison."""
    return (
        *home_trail(sheet),
        LinkView(sheet.say(words.pages.COMPARE), sheet.link(links.COMPARE)),
    )


def sources_trail(sheet: Sheet) -> Trail:
    """Above a source."""
    return (
        *home_trail(sheet),
        LinkView(sheet.say(words.pages.SOURCES), sheet.link(links.SOURCES)),
    )


def promises_trail(sheet: Sheet) -> Trail:
    """Above some of the promises."""
    return (
        *home_trail(sheet),
        LinkView(sheet.say(words.promises.PROMISES), sheet.link(links.PROMISES)),
    )


def data_trail(sheet: Sheet) -> Trail:
    """Above some of the files of data."""
    return (
        *home_trail(sheet),
        LinkView(sheet.say(words.pages.DATA), sheet.link(links.DATA)),
    )


def evidence_trail(sheet: Sheet) -> Trail:
    """Above the meters of some companies."""
    return (
        *home_trail(sheet),
        LinkView(sheet.say(words.evidence.EVIDENCE), sheet.link(links.EVIDENCE)),
    )
