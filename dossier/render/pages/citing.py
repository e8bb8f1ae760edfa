"""How others cite a page of ours: what it says, where it stands, and the day to which its
ages are counted.
"""

from dossier.model.dossiers import MergedFact
from dossier.render.evidence.citations import issued, short_name
from dossier.render.facts.facts import figure_view
from dossier.render.language import words
from dossier.render.language.dates import day_words
from dossier.render.language.directions import isolate
from dossier.render.language.quoting import in_title_marks
from dossier.render.site.sheets import Sheet


def page_citation(sheet: Sheet, title: str, said: str = "") -> str:
    """A citation of the page in one line of text; without an address where the site does
    not know its own.
    """
    settings = sheet.book.settings
    named = in_title_marks(isolate(title), sheet.language)
    parts = [
        sheet.say(words.citing.SAYS_THAT, title=named, said=isolate(said))
        if said
        else named,
        settings.title,
        sheet.say(words.citing.JUDGED_ON, date=day_words(sheet.site.as_of, sheet.language)),
        f"{settings.site_url}/{sheet.here}" if settings.site_url else "",
    ]
    return sheet.say(words.sources.COMMA).join(filter(None, parts))


def with_source(sheet: Sheet, fact: MergedFact, title: str) -> str:
    """What a fact says, of when that is, and who says so, in a line that can be taken
    elsewhere.
    """
    figure, language = figure_view(sheet, fact), sheet.language
    sources = [sheet.source(id) for id in fact.sources]
    named = [
        f"{short_name(one, language)}{language.say(words.sources.COMMA)}{issued(one, language).striptags()}"
        for one in sources
    ]
    said = sheet.say(
        words.citing.FIGURE_WITH_SOURCE,
        title=title,
        said=_whole(sheet, figure.value.striptags(), figure.equivalent.striptags()),
        when=figure.when.striptags(),
        sources=language.say(words.sources.SEMICOLON).join(named),
    )
    settings = sheet.book.settings
    return " ".join(
        filter(
            None, (said, f"{settings.site_url}/{sheet.here}" if settings.site_url else "")
        )
    )


def _whole(sheet: Sheet, value: str, equivalent: str) -> str:
    return (
        sheet.say(words.claims.ASIDE, text=value, aside=equivalent) if equivalent else value
    )
