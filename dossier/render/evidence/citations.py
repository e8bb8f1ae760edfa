"""How a source is named: in full in a note, in a word or two where room is short. What is
not known is left out or said.
"""

from functools import partial

from markupsafe import Markup, escape

from dossier.model.sources import Source
from dossier.render.language import words
from dossier.render.language.catalogues import Language
from dossier.render.language.dates import date_markup
from dossier.render.language.directions import isolated, told_in
from dossier.render.language.quoting import in_marks, in_title_marks
from dossier.render.language.tags import tag
from dossier.render.site.render_context import RenderContext

SHORT = 32
"""Characters of a title that stand for it where room is short."""


def cited_as(render: RenderContext, source: Source) -> Markup:
    """The citation of a source, which is made once for all that rests on it."""
    return render.build.finished.once(
        "citation", (source,), partial(citation, source, render.language)
    )


def citation(source: Source, language: Language) -> Markup:
    """Author, title, outlet and date, as far as the source gives them."""
    outlets = dict.fromkeys((source.container, source.publisher))
    credit = (
        language.say(words.sources.CREDITED, credit=in_marks(source.credit, language))
        if source.credit
        else ""
    )
    parts = [
        authors(source, language),
        title(source, language),
        *outlets,
        credit,
        issued(source, language),
    ]
    return language.fill(words.sources.COMMA).join(isolated(part) for part in parts if part)


def title(source: Source, language: Language) -> Markup:
    """The title in quotation marks, or what the thing is."""
    if source.title:
        foreign = (
            source.language and source.language.split("-")[0] != language.locale.language
        )
        said = told_in(source.title, source.language if foreign else "", language.tag)
        return tag("<cite{}>{}</cite>", said, in_title_marks(source.title, language))
    return escape(untitled(source, language))


def untitled(source: Source, language: Language) -> str:
    """What a source without a title is called."""
    return language.say(
        words.sources.UNTITLED, type=language.say(words.sources.SOURCE_TYPES[source.type])
    )


def issued(source: Source, language: Language) -> Markup:
    """When it appeared, or that this is not known."""
    if source.issued is None:
        return language.fill(words.dates.UNDATED)
    return date_markup(source.issued, language, "issued" in source.inferred)


def short_name(source: Source, language: Language) -> str:
    """What tells the source from others: its outlet, else its authors, else its title."""
    if source.title and not source.outlet and not source.authors:
        return in_title_marks(_shorten(source.title), language)
    return source.outlet or authors(source, language) or untitled(source, language)


def heading(source: Source, language: Language) -> str:
    """The title of the source's page."""
    if source.title:
        return source.title
    named = _begun(untitled(source, language))
    if source.authors:
        named = language.say(
            words.sources.UNTITLED_BY, untitled=named, authors=authors(source, language)
        )
    return language.say(words.sources.COMMA).join(filter(None, (named, source.outlet)))


def _begun(text: str) -> str:
    """Words as a line begins with them: the first letter alone is made large, for German
    nouns stay so within.
    """
    return text[:1].upper() + text[1:]


def authors(source: Source, language: Language) -> str:
    """Who wrote it."""
    return language.series(author.name for author in source.authors)


def _shorten(text: str) -> str:
    """The first words of a title, as many as a column holds."""
    if len(text) <= SHORT:
        return text
    return text[:SHORT].rpartition(" ")[0].rstrip(",;:") + "…"
