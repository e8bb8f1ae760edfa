"""How a source is named: in full in a note, in a word or two where room is short. What is not known is left out or said."""

from markupsafe import Markup, escape

from dossier.model.sources import Source
from dossier.render import words
from dossier.render.dates import date_markup

SHORT = 32
"""Characters of a title that stand for it where room is short."""


def citation(source: Source, locale: str) -> Markup:
    """Author, title, outlet and date, as far as the source gives them."""
    outlets = dict.fromkeys((source.container, source.publisher))
    credit = words.CREDITED.format(credit=source.credit) if source.credit else ""
    parts = [_names(source), title(source), *outlets, credit, issued(source, locale)]
    return Markup(", ").join(part for part in parts if part)


def title(source: Source) -> Markup:
    """The title in quotation marks, or what the thing is."""
    if source.title:
        return Markup("<cite>“{}”</cite>").format(source.title)
    return escape(untitled(source))


def untitled(source: Source) -> str:
    """What a source without a title is called."""
    return words.UNTITLED.format(type=words.SOURCE_TYPES[source.type])


def issued(source: Source, locale: str) -> Markup:
    """When it appeared, or that this is not known."""
    if source.issued is None:
        return escape(words.UNDATED)
    return date_markup(source.issued, locale, "issued" in source.inferred)


def short_name(source: Source) -> str:
    """What tells the source from others: its outlet, else its authors, else its title."""
    return source.outlet or _names(source) or (f"“{_shorten(source.title)}”" if source.title else untitled(source))


def heading(source: Source) -> str:
    """The title of the source's page."""
    if source.title:
        return source.title
    by = words.BY.format(authors=_names(source)) if source.authors else ""
    return " ".join(filter(None, (untitled(source).capitalize(), by))) + (f", {source.outlet}" if source.outlet else "")


def _shorten(text: str) -> str:
    """The first words of a title, as many as a column holds."""
    if len(text) <= SHORT:
        return text
    return text[:SHORT].rpartition(" ")[0].rstrip(",;:") + "…"


def _names(source: Source) -> str:
    return ", ".join(author.name for author in source.authors)
