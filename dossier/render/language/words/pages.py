"""What pages are called, and what they say of themselves."""

from dossier.model import addresses
from dossier.render.language.phrases import Phrase

ALL_EVENTS = Phrase("All events")
HOME = Phrase("Companies")
SOURCES = Phrase("Sources")
DATA = Phrase("Data")
OVERVIEW = Phrase("Overview")
TIMELINES = Phrase("Timelines")
MENTIONS = Phrase("In other dossiers")
NOTES = Phrase("Notes")
ABOUT_COMPANY = Phrase("%(name)s: %(scope)s, each with the words that support it.")
LEDGER = Phrase("All facts")
ABOUT_LEDGER = Phrase(
    "All facts about %(name)s, topic by topic, each with the words that support it."
)
CHOOSE_FACTS = Phrase("Choose facts")
SHOW_FACTS = Phrase("Show all facts")
SENTENCES = Phrase("%(first)s %(then)s")
FACTS_SHOWN = Phrase("Showing %(shown)s of %(all)s facts.")
ABOUT_MENTIONS = Phrase("What other dossiers tell of %(name)s.")
ABOUT_EVENTS = Phrase(
    "What happened at %(name)s, in order, with the sources of every event."
)
ABOUT_TIMELINE = Phrase(
    "%(label)s: what happened at %(name)s, in order, with the sources of every event."
)
ABOUT_FACT = Phrase(
    "%(label)s, %(company)s: %(value)s. Every answer, with the words of the sources that"
    " give it."
)
ABOUT_SOURCE = Phrase("What rests on %(source)s: %(scope)s.")
ABOUT_SOURCES = Phrase("Every source of this site, with what rests on it.")
ABOUT_DATA = Phrase("Every fact, claim and source of this site as JSON.")
NOT_FOUND = Phrase("There is no such page")
MOVED = Phrase("This page has moved")
MOVED_ABOUT = Phrase("It is about %(company)s and stands under another address now.")
MOVED_HERE = Phrase("Go to the page")
DATA_FILES = {
    addresses.DATA_INDEX: (
        Phrase("Index"),
        Phrase("The companies, and where the data of each stands."),
    ),
    addresses.DATA_SOURCES: (
        Phrase("All sources"),
        Phrase("Every source, with the ids of its origins."),
    ),
    addresses.DATA_ORIGINS: (
        Phrase("Origins"),
        Phrase("Where the reporting of the sources comes from."),
    ),
    addresses.DATA_PROPERTIES: (
        Phrase("Properties"),
        Phrase("What the facts ask, and how their answers are written."),
    ),
    addresses.DATA_ENTITIES: (
        Phrase("Entities"),
        Phrase("People, organisations and things that facts name."),
    ),
    addresses.DATA_PLACES: (
        Phrase("Places"),
        Phrase("Where the places are that facts name."),
    ),
}
"""What the files of data are called, and what they hold; that of a company has its name."""
COMPARE = Phrase("Compare")
ABOUT_COMPARE = Phrase(
    "What can be compared across companies and subjects, property by property."
)
ABOUT_COMPARED = Phrase(
    "%(property)s across companies and subjects: %(scope)s, each with the words that"
    " support it."
)
COMPARE_WITH = Phrase("Compare: %(property)s")

# What is new, on the home page.
NEWEST_REPORTS = Phrase("Newest reports")
LATEST_CHANGES = Phrase("Latest changes")
