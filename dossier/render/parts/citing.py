"""How others cite a page of ours: what it says, where it stands, and the day to which its ages are counted."""

from dossier.render.frame.sheets import Sheet
from dossier.render.language import words
from dossier.render.language.dates import day_words
from dossier.render.language.directions import isolate
from dossier.render.language.quoting import in_title_marks


def page_citation(sheet: Sheet, title: str, said: str = "") -> str:
    """A citation of the page in one line of text; without an address where the site does not know its own."""
    settings = sheet.book.settings
    named = in_title_marks(isolate(title), sheet.language)
    parts = [
        sheet.say(words.SAYS_THAT, title=named, said=isolate(said)) if said else named,
        settings.title,
        sheet.say(words.JUDGED_ON, date=day_words(sheet.site.as_of, sheet.language)),
        f"{settings.site_url}/{sheet.here}" if settings.site_url else "",
    ]
    return sheet.say(words.COMMA).join(filter(None, parts))
