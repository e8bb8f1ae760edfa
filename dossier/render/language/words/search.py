"""The search, and the words by which readers ask."""

from dossier.render.language.phrases import Phrase
from dossier.render.language.words.claims import DIFFERING
from dossier.render.language.words.freshness import DUE_SHORT
from dossier.render.language.words.sources import TYPE

SEARCH = Phrase("Search")
ABOUT_SEARCH = Phrase(
    "Search every fact, event and source of this site, or look through the list of them."
)
COMPANY_FOUND = Phrase("company")
FACT_FOUND = Phrase("fact")
EVENT_FOUND = Phrase("event")
SOURCE_FOUND = Phrase("source")
PAGE_FOUND = Phrase("page")
TIMELINE_FOUND = Phrase("timeline")
COMPARISON_FOUND = Phrase("comparison")
PART_FOUND = Phrase("section")
EVENTS_OF = Phrase("All events of %(name)s")
DIFFERENCES_OF = Phrase("Where the sources differ on %(name)s")
PROMISES_OF = Phrase("What was promised at %(name)s")
# By which words readers look for such pages, besides those that stand on them; no page
# shows these.
ASKED_OF_AGE = Phrase(
    "dossier, fresh, freshness, up to date, updated, outdated, stale, current, age, old,"
    " newest, latest"
)
ASKED_OF_TIMELINES = Phrase("timeline, chronology, history, order, sequence, story, events")
ASKED_OF_DIFFERENCES = Phrase(
    "disputed, dispute, conflict, conflicting, contradict, contradiction, disagree,"
    " disagreement, differ, difference, doubt"
)
ASKED_OF_PROMISES = Phrase(
    "promise, promised, pledge, plan, planned, announced, target, deadline, due, overdue,"
    " kept, broken, met"
)
ASKED_OF_ENTITIES = Phrase("who")
ASKED_OF_CHANGES = Phrase(
    "updated, update, updates, new, news, latest, recent, fresh, changed, history"
)
ASKED_OF_CORRECTIONS = Phrase(
    "error, errors, mistake, mistakes, wrong, corrected, erratum, retracted"
)
ASKED_OF_EVIDENCE = Phrase(
    "proof, proved, trust, reliable, reliability, checked, verified, quality, coverage"
)
ASKED_OF_COMPARISONS = Phrase("comparison, versus, competitors, rivals, table, chart")
ASKED_OF_SOURCES = Phrase(
    "articles, reports, newspapers, references, bibliography, citations"
)
# Words of a question that no answer needs to have.
PASSED_OVER = Phrase(
    "a an the of in on at to for from by with about into over and or but as is are was were"
    " be been being am do does did has have had will would can could should shall may might"
    " must how what which who whom whose when where why much many long often happened"
    " happens it its they them their he she his her him i we you me my your our us this"
    " that these those there here not no any some all so than then if tell show give find"
    " please say says said know get got"
)
# By which states a search is narrowed down: a word for each kind of state.
STATES_FOUND = {
    "proved": Phrase("proved"),
    "look": Phrase("asks for a look"),
    "words": Phrase("quote found"),
    "read": Phrase("read by a person"),
    "bare": Phrase("not supported by a quote"),
    "unproved": Phrase("not proved"),
    "stale": DUE_SHORT,
    "differs": DIFFERING,
}
# What a search is narrowed down by, in the order in which the page offers it.
FILTERS = {
    "kind": TYPE,
    "company": Phrase("Company"),
    "topic": Phrase("Topic"),
    "source": Phrase("Source"),
    "state": Phrase("State"),
    "year": Phrase("Year"),
}
