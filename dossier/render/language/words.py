"""Every phrase that rendering puts together. The language of a page says them:
`sheet.say(words.UNTITLED, type=…)`.

Names of months, currencies and units are not here: they come from Babel. The fixed texts of
pages stand in the templates.
"""

from collections.abc import Mapping

from dossier.model import addresses, units
from dossier.model.agreement import Agreement, Difference
from dossier.model.changes import ChangeKind
from dossier.model.claims import Rank, Status
from dossier.model.dates import Vagueness
from dossier.model.entities import EntityKind
from dossier.model.history import HistoryState
from dossier.model.promises import PromiseKind, PromiseOutcome, PromiseState
from dossier.model.proofs import Level, ProofState, State
from dossier.model.quantities import Hedge
from dossier.model.sources import OriginKind, SourceType
from dossier.model.standing import Said, Where
from dossier.model.values.pieces import Term
from dossier.render.language.phrases import Order, Phrase, Plural

UNSTATED = Phrase("not stated")
UNCERTAIN = Phrase("uncertain")
INFERRED = Phrase("date inferred")
SEEMS = Phrase("%(name)s, it seems")
UNDATED = Phrase("no date")
ASIDE = Phrase("%(text)s (%(aside)s)")
ABOUT = Phrase("about %(date)s")
BETWEEN = Phrase("between %(start)s and %(end)s")
SPAN = Phrase("%(start)s to %(end)s")
SINCE = Phrase("since %(start)s")
UNTIL = Phrase("until %(end)s")
NOT_AFTER = Phrase("by %(end)s")
NOT_BEFORE = Phrase("%(start)s or later")
SOME_DAY = Phrase("a day in %(date)s")
SOME_MONTH = Phrase("a month of %(date)s")
DECADE = Phrase("%(year)ss")
CENTURY = Phrase("%(first)s to %(last)s")
# Parts of a year: plain, and as people say it where they do not mean that part exactly.
PARTS = {
    21: Phrase("spring %(year)s"), 22: Phrase("summer %(year)s"),
    23: Phrase("autumn %(year)s"), 24: Phrase("winter %(year)s"),
    33: Phrase("first quarter of %(year)s"), 34: Phrase("second quarter of %(year)s"),
    35: Phrase("third quarter of %(year)s"), 36: Phrase("fourth quarter of %(year)s"),
    37: Phrase("first third of %(year)s"), 38: Phrase("second third of %(year)s"), 39: Phrase("last third of %(year)s"),
    40: Phrase("first half of %(year)s"), 41: Phrase("second half of %(year)s"),
}  # fmt: skip
STRETCHES = {
    Vagueness.EARLY: Phrase("early %(year)s"),
    Vagueness.MID: Phrase("mid-%(year)s"),
    Vagueness.LATE: Phrase("late %(year)s"),
}
# Periods of a company's own year; the months or days that they mean stand behind them.
FISCAL = {
    "": Phrase("fiscal %(year)s"),
    "Q1": Phrase("first quarter of fiscal %(year)s"),
    "Q2": Phrase("second quarter of fiscal %(year)s"),
    "Q3": Phrase("third quarter of fiscal %(year)s"),
    "Q4": Phrase("fourth quarter of fiscal %(year)s"),
    "H1": Phrase("first half of fiscal %(year)s"),
    "H2": Phrase("second half of fiscal %(year)s"),
}

TERMS = {Term.YES: Phrase("yes"), Term.NO: Phrase("no")}
# A figure with its unit, with the source's own caution, and the place in an order, by what
# CLDR calls its plural form.
AMOUNT = Phrase("%(number)s %(currency)s")
RANGE = Phrase("%(low)s to %(high)s")
PER = Phrase("%(figure)s per %(unit)s")
POINTS = {
    units.POINTS: Plural("%(num)s percentage point", "%(num)s percentage points"),
    units.BASIS_POINTS: Plural("%(num)s basis point", "%(num)s basis points"),
}
TIMES = Phrase("%(number)s times")
ONE_IN = Phrase("%(part)s in %(whole)s")
SEVERAL = {
    "a few": (Phrase("a few"), Phrase("a few %(unit)s")),
    "several": (Phrase("several"), Phrase("several %(unit)s")),
    "dozens": (Phrase("dozens"), Phrase("dozens of %(unit)s")),
    "hundreds": (Phrase("hundreds"), Phrase("hundreds of %(unit)s")),
    "thousands": (Phrase("thousands"), Phrase("thousands of %(unit)s")),
    "tens of thousands": (
        Phrase("tens of thousands"),
        Phrase("tens of thousands of %(unit)s"),
    ),
    "hundreds of thousands": (
        Phrase("hundreds of thousands"),
        Phrase("hundreds of thousands of %(unit)s"),
    ),
    "millions": (Phrase("millions"), Phrase("millions of %(unit)s")),
    "tens of millions": (
        Phrase("tens of millions"),
        Phrase("tens of millions of %(unit)s"),
    ),
    "hundreds of millions": (
        Phrase("hundreds of millions"),
        Phrase("hundreds of millions of %(unit)s"),
    ),
    "billions": (Phrase("billions"), Phrase("billions of %(unit)s")),
}
"""Numbers in words, alone and with what they count."""
WITH_UNIT = Phrase("%(figure)s %(unit)s")
HEDGES = {
    Hedge.OVER: Phrase("over %(figure)s"),
    Hedge.AT_LEAST: Phrase("at least %(figure)s"),
    Hedge.ABOUT: Phrase("about %(figure)s"),
    Hedge.NEARLY: Phrase("nearly %(figure)s"),
    Hedge.UP_TO: Phrase("up to %(figure)s"),
    Hedge.UNDER: Phrase("under %(figure)s"),
}
ORDINALS = {
    "one": Phrase("%(number)sst"),
    "two": Phrase("%(number)snd"),
    "few": Phrase("%(number)srd"),
    "other": Phrase("%(number)sth"),
}

STATUSES = {
    Status.ANNOUNCED: Phrase("announced"),
    Status.FORECAST: Phrase("forecast"),
    Status.RUMOURED: Phrase("rumoured"),
    Status.REPORTED: Phrase("reported"),
    Status.CONFIRMED: Phrase("confirmed"),
    Status.COMPLETED: Phrase("completed"),
    Status.CANCELLED: Phrase("cancelled"),
    Status.DENIED: Phrase("denied"),
}
RANKS = {
    Rank.PREFERRED: Phrase("preferred answer"),
    Rank.DEPRECATED: Phrase("no longer held to be right"),
}

SOURCE_TYPES = {
    SourceType.NEWS: Phrase("news article"),
    SourceType.MAGAZINE: Phrase("magazine article"),
    SourceType.JOURNAL: Phrase("journal article"),
    SourceType.WEBPAGE: Phrase("web page"),
    SourceType.POST: Phrase("post"),
    SourceType.REPORT: Phrase("report"),
    SourceType.BOOK: Phrase("book"),
    SourceType.INTERVIEW: Phrase("interview"),
    SourceType.SPEECH: Phrase("speech"),
    SourceType.BROADCAST: Phrase("broadcast"),
    SourceType.DATASET: Phrase("dataset"),
    SourceType.LEGAL: Phrase("court document"),
    SourceType.REGULATION: Phrase("regulation"),
}
UNTITLED = Phrase("untitled %(type)s")
CREDITED = Phrase("credited %(credit)s")
ORIGIN_KINDS = {
    OriginKind.WIRE: Phrase("news agency report"),
    OriginKind.STATEMENT: Phrase("company statement"),
    OriginKind.FILING: Phrase("filing"),
    OriginKind.INTERVIEW: Phrase("interview"),
    OriginKind.OWN: Phrase("own reporting"),
    OriginKind.UNKNOWN: Phrase("unknown origin"),
}

# What a reference can support besides the keys of a record.
CLAIM_PARTS = {
    "value": Phrase("the value"),
    "equivalent": Phrase("the conversion"),
    "period": Phrase("the period"),
    "duration": Phrase("the duration"),
    "stated": Phrase("when it was said"),
    "asserted_by": Phrase("who says so"),
    "status": Phrase("the status"),
    "settles": Phrase("what it settles"),
}
RESTATED_FROM = Phrase("restated; it was told as %(value)s before")
RESTATED_TO = Phrase("restated later as %(value)s")
FROM_DOSSIER = Phrase("from the dossier of %(company)s")
NAMED_UNDER = Phrase("named under %(parts)s in the dossier of %(company)s")
EVENT_ABOUT = Phrase("about %(subject)s")
SAYS = Phrase("says %(who)s")
DATE_OF = Phrase("The date is that of %(fact)s.")
AS_TOLD_BY = Phrase("according to %(source)s")
TOLD_BY = Phrase("said by %(who)s")
TOLD_BY_AT = Phrase("said by %(who)s (%(occasion)s)")
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
FACTS_SHOWN = Phrase("%(shown)s of %(all)s facts are shown.")
STATED_ON = Phrase("said %(date)s")
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
PROMISES = Phrase("Promises")
ABOUT_PROMISES = Phrase(
    "What companies and others said would come, for when, and what became of it."
)
WHAT_WAS_PROMISED = Phrase("What was promised")
PROMISES_SHOWN = Phrase("These are %(shown)s of %(all)s; see all promises.")
PROMISES_COUNTED = Plural("%(num)s promise", "%(num)s promises")
PROMISE_KINDS = {
    PromiseKind.PLEDGE: Phrase("Pledged by"),
    PromiseKind.TARGET: Phrase("Target of"),
    PromiseKind.PLAN: Phrase("Planned by"),
    PromiseKind.FORECAST: Phrase("Forecast by"),
}
PROMISE_STATES = {
    PromiseState.OPEN: Phrase("open"),
    PromiseState.PASSED: Phrase("the day has passed; nothing read since says"),
    PromiseState.DISPUTED: Phrase("reports differ"),
}
OUTCOMES = {
    PromiseOutcome.KEPT: Phrase("kept"),
    PromiseOutcome.PARTLY: Phrase("partly kept"),
    PromiseOutcome.MISSED: Phrase("missed"),
    PromiseOutcome.WITHDRAWN: Phrase("withdrawn"),
    PromiseOutcome.REVISED: Phrase("replaced by another"),
}
PROMISE_GROUPS = {
    PromiseState.PASSED: Phrase("The day has passed"),
    PromiseState.DISPUTED: Phrase("Reports differ on what became of them"),
    PromiseState.OPEN: Phrase("Still open"),
    PromiseState.SETTLED: Phrase("Settled"),
}
PROMISE_GROUPS_ABOUT = {
    PromiseState.PASSED: Phrase(
        "The time for these is over. Nothing read since says whether they were kept."
    ),
    PromiseState.DISPUTED: Phrase("Sources give different outcomes."),
    PromiseState.OPEN: Phrase("Their day is still to come, or nobody has named one."),
    PromiseState.SETTLED: Phrase("A later report says what became of these."),
}
NO_DUE_DATE = Phrase("no date given")
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

# How a dossier stands, said once.
NEWEST_REPORT = Phrase("Newest report: %(date)s, %(age)s old on %(day)s.")
NO_SOURCE_DATED = Phrase("The sources carry no date.")
DUE = Phrase("%(part)s of %(facts)s are due a check.")
ROOTS = Phrase("%(sources)s; the reporting goes back to %(origins)s.")
ROOTS_IT_SEEMS = Phrase("%(sources)s; the reporting seems to go back to %(origins)s.")
ROOTS_UNKNOWN = Phrase("%(sources)s; where the reporting comes from is not known.")
KNOWN_ORIGINS = Plural("%(num)s known origin", "%(num)s known origins")
NOTHING_CONFIRMED = Phrase("No fact is confirmed by a second, independent origin.")
CONFIRMED = Phrase("Independent origins confirm %(facts)s.")
USUAL_PROOF = Phrase("Unless marked otherwise, this holds for each answer: %(proof)s.")

# What a dossier says in brief.
ALL_FACTS = Plural("%(num)s fact in all", "All %(num)s facts")
ALIKE = Phrase("Several sources give the same answer on %(facts)s.")
FIGURES_ALIKE = Phrase("They agree on every figure that they share.")
TOLD_ONCE = Phrase("On %(facts)s there is one source alone.")
WORDED_DIFFERENTLY = Phrase("worded differently")
DUE_SHORT = Phrase("due a check")
TOLD_BY_ONE = Phrase("in one alone")
NOT_MENTIONED = Phrase("not mentioned")
MORE_EVENTS = Phrase("and %(events)s more")
DIFFERENCES_SHOWN = Phrase("These are %(shown)s of %(all)s.")
LATEST_DATES = Phrase("The latest dates of %(events)s.")
WHERE_THEY_DIFFER = Phrase("Where the sources differ")
TIMELINE = Phrase("Timeline")
TOPICS = Phrase("Topics")
PEOPLE = Phrase("People")
SOURCES_AND_NOTES = Phrase("Sources and notes")

# How others cite a page of ours.
OF_COMPANY = Phrase("%(label)s, %(company)s")
SAYS_THAT = Phrase("%(title)s: %(said)s")
JUDGED_ON = Phrase("state of %(date)s")

# What is said about a claim, in the order in which a page says it.
PERIOD = Phrase("Period")
DAY = Phrase("Day")
STATED = Phrase("Said")
CHECKED = Phrase("Last re-checked")
SAID_BY = Phrase("According to")
STATUS = Phrase("Status")
EXACT = Phrase("In full")

# What is said about a source.
TYPE = Phrase("Kind")
TITLE = Phrase("Title")
AUTHORS = Phrase("By")
OUTLET = Phrase("Appeared in")
PUBLISHER = Phrase("Publisher")
ISSUED = Phrase("Date")
ACCESSED = Phrase("Read on")
CREDIT = Phrase("Credit")
LANGUAGE = Phrase("Language")
LICENCE = Phrase("Licence")
INTEGRITY = Phrase("Hash of the text that quotes were proved in")
ADDRESS = Phrase("Address")
ARCHIVE = Phrase("Archived copy")
UNKNOWN = Phrase("not known")
ORIGINS_OF_SOURCE = Phrase("Origins")
INFERRED_KEYS = {"issued": ISSUED, "accessed": ACCESSED, "origins": ORIGINS_OF_SOURCE}

AGREEMENT = {
    Agreement.SINGLE: Phrase("One source says so."),
    Agreement.AGREED: Phrase("The sources agree."),
    Agreement.PARTLY: Phrase("Not every part is told by more than one source."),
    Agreement.DIFFERING: Phrase("Every answer is shown."),
}

# How far an answer can be trusted.
NO_QUOTE = Phrase("no quote to prove")
PROOFS: Mapping[State, Phrase] = {
    Level.PROVED: Phrase("proved"),
    Level.LOOK: Phrase("asks for a look"),
    Level.WORDS: Phrase("quote found"),
    Level.READ: Phrase("read by a person"),
    ProofState.FIGURE: Phrase("quote found, figure not in it"),
    ProofState.ELSEWHERE: Phrase("quote of another source"),
    ProofState.NEAR: Phrase("almost these words"),
    ProofState.AMBIGUOUS: Phrase("words that stand there more than once"),
    ProofState.NOT_FOUND: Phrase("quote not found"),
    ProofState.WRONG: Phrase("found wrong by a reader"),
    ProofState.UNCHECKED: Phrase("not checked"),
}
LEVELS: Mapping[Level, Phrase] = {
    Level.PROVED: Phrase("each figure, date and name is in the words of the source"),
    Level.LOOK: Phrase("the same, but words beside it ask a person to look"),
    Level.WORDS: Phrase(
        "the quoted words are in the source, and what we say of them is in our own words"
    ),
    Level.READ: Phrase("a person has read the claim and the passage together"),
}
NOT_CHECKED = Phrase("nobody has compared it with the source")
NO_WORDS = Phrase("no quote is there to support it")
ASKS_BECAUSE = Phrase("asks for a look: %(cues)s")
WITHOUT_QUOTE = Phrase("not supported by a quote")
ROW = Phrase("row %(row)s")
COLUMN = Phrase("column %(column)s")
IN_OUR_WORDS = Phrase("(our own words: no quote has it)")
OWN_WORDS = Phrase("our own words")
ABOUT_OWN_WORDS = Phrase(
    "in a note or a narrative: no quote that it stands on has this figure, date, quotation"
    " or name"
)
LABEL_OWN = Phrase(
    "The label says %(parts)s in our own words: no quote of this fact has it."
)
BARE = Phrase("not supported by a quote: %(parts)s")
READ_BY = Phrase("read by %(readers)s")
READER = Phrase("%(name)s on %(date)s")
CUES = {
    "name": Phrase("the name stands in another sentence"),
    "speaker": Phrase("who says so"),
    "denial": Phrase("a denial beside it"),
    "ended": Phrase("it was dropped"),
    "plan": Phrase("a plan"),
    "condition": Phrase("a condition"),
    "maybe": Phrase("only possible"),
    "doubt": Phrase("hearsay"),
    "estimate": Phrase("an estimate of others"),
    "old": Phrase("an earlier value"),
    "change": Phrase("a change or a level"),
    "sign": Phrase("a loss beside it"),
    "per": Phrase("so much for each"),
    "part": Phrase("a part of another figure"),
    "subject": Phrase("about another"),
    "role": Phrase("another role, or one that is over"),
    "metric": Phrase("another measure"),
    "event": Phrase("the date of something else"),
    "period": Phrase("of another time"),
    "list": Phrase("a list that goes on"),
    "column": Phrase("which column it stands in"),
    "row": Phrase("which row it stands in"),
    "scale": Phrase("another scale between table head and number"),
    "cause": Phrase("a cause that the words do not give"),
    "comparison": Phrase("a comparison that the words do not make"),
}
"""What asks a person to look, in a few words, by the id of the cue."""
STALE = Phrase("due a check since %(date)s")
CAME_DUE = Phrase("was due by %(date)s")
AGE_UNKNOWN = Phrase("age unknown")
GOOD_UNTIL = Phrase("Good until %(date)s")
WAS_GOOD_UNTIL = Phrase("Was good until %(date)s")
ALWAYS_GOOD = Phrase("Does not go out of date")
SEE_CARD = Phrase("See the card")
PERIOD_OF = Phrase("period: %(period)s")
ON_DAY = Phrase("on %(date)s")
REPORTED_ON = Phrase("reported %(date)s")
FIGURE_WITH_SOURCE = Phrase("%(title)s: %(said)s, %(when)s (source: %(sources)s)")
DIFFERENCES = {
    Difference.DISAGREEMENT: Phrase("independent origins disagree"),
    Difference.DRIFT: Phrase("same origin, told differently"),
    Difference.UPDATE: Phrase("of another time"),
    Difference.UNKNOWN: Phrase("differs, origin unknown"),
    Difference.REVISED: Phrase("another word of the same speaker"),
    Difference.LESS_EXACT: Phrase("the same, told more or less exactly"),
    Difference.ALONE: Phrase("tells a part that the other does not"),
}

# The pictures that stand for a page where people share its address.
AS_OF = Phrase("as of %(date)s")
DIFFERING = Phrase("sources differ")
CARD_PROVED = Phrase("%(share)s of figures proved")

# The page of evidence.
EVIDENCE = Phrase("Evidence")
ABOUT_EVIDENCE = Phrase(
    "How much of what this site prints has a source and how far it is proved, how many"
    " origins tell it, and what is fresh."
)
WITH_SOURCE = Phrase("With a source")
TWO_ORIGINS = Phrase("Two or more origins")
STILL_FRESH = Phrase("Fresh")
ALL_COMPANIES = Phrase("All dossiers")
OWN_HELD = Phrase(
    "Of %(all)s figures, dates, quotations and names in our own words, %(held)s stand in a"
    " quote too."
)
OWN_CITED = Phrase(
    "Of %(all)s sentences of the narrative with a source, %(passages)s lead to its exact"
    " words or to a fact."
)
MORE_OWN = Plural("%(num)s more, in the data", "%(num)s more, in the data")
SUMMARIES = Phrase("Summaries of sources")
OWN_ITEM: Mapping[Where, Phrase] = {
    Where.LABEL: Phrase("%(words)s (%(said)s), in the label of %(where)s"),
    Where.NOTE: Phrase("%(words)s (%(said)s), in a note of %(where)s"),
    Where.SUMMARY: Phrase("%(words)s (%(said)s), in the summary of %(where)s"),
    Where.NARRATIVE: Phrase("%(words)s (%(said)s), in the narrative"),
}
SAID: Mapping[Said, Phrase] = {
    Said.FIGURE: Phrase("figure"),
    Said.DATE: Phrase("date"),
    Said.QUOTATION: Phrase("quotation"),
    Said.NAME: Phrase("name"),
}
CORRECTIONS = Phrase("Corrections")
SOURCE_ERROR = Phrase("%(source)s says %(says)s (%(fact)s).")
OWN_ERROR = Phrase("%(fact)s said %(was)s until %(date)s.")
OWN_ERROR_CHANGE = Phrase(
    "%(fact)s said %(was)s until %(date)s, when change %(change)s corrected it."
)
CORRECTIONS_COUNTED = Plural("%(num)s correction", "%(num)s corrections")
ABOUT_CORRECTIONS = Phrase(
    "Errors that we hold sources to have made, and errors of fact of our own that we have"
    " corrected."
)

# How charts and maps are read.
CHART_NOTES = {
    "bars": Phrase("Every bar begins at zero, on one scale."),
    "sizes": Phrase("In order of time; every bar begins at zero, on one scale."),
    "ranks": Phrase("The farther to the left, the better the rank."),
    "series": Phrase(
        "Each dot is a figure that a source gives, as wide as its date is uncertain. Lines"
        " join what follows without a gap."
    ),
}
RANGES_DRAWN = {
    "bars": Phrase(
        "Every bar begins at zero, but a range lies between its two ends; all on one scale."
    ),
    "sizes": Phrase(
        "In order of time; every bar begins at zero, but a range lies between its two ends;"
        " all on one scale."
    ),
}
RANKS_OVER_TIME = Phrase("The higher, the better the rank.")
OWN_CONVERSION = Phrase(
    "Some are drawn by their source’s own conversion; nothing is converted here."
)
LEFT_OUT = Phrase(
    "The first %(kept)s of %(all)s by their figures; all of them are listed among the"
    " facts."
)
LARGEST_OF = Phrase("%(name)s: the largest of %(count)s is %(which)s, %(value)s")
BEST_OF = Phrase("%(name)s: the best of %(count)s is %(which)s, %(value)s")
SPAN_OF = Phrase("%(name)s: %(count)s, from %(low)s to %(high)s")
ANSWERS_ARE = Phrase("%(name)s: the answers are %(values)s")
COUNTED_OF = Phrase("%(name)s: %(count)s over time")
FIRST_AND_LAST = Phrase("%(name)s: %(first)s, %(when)s; %(last)s, %(then)s")
ROSE_IN = Phrase("%(name)s: rose in %(times)s of %(periods)s")
FELL_IN = Phrase("%(name)s: fell in %(times)s of %(periods)s")
STEPS_COUNTED = Phrase(
    "A rise or fall is counted where the period before is known and both figures are"
    " certain."
)
FIGURES_COUNTED = Plural("%(num)s figure", "%(num)s figures")
PERIODS_COUNTED = Plural("%(num)s period", "%(num)s periods")
PERIODS_BY_DAYS = (
    (28, 31, Plural("%(num)s month", "%(num)s months")),
    (84, 98, Plural("%(num)s quarter", "%(num)s quarters")),
    (180, 190, Plural("%(num)s half-year", "%(num)s half-years")),
    (357, 378, Plural("%(num)s year", "%(num)s years")),
)
# Periods of so many days, with room for fiscal years of whole weeks.
CONVERTED = Phrase("%(figure)s (%(conversion)s)")
NO_CONVERSION = Phrase("not drawn: no source gives it in the currency of the others")
SUBJECT_FIGURE = Phrase("%(subject)s %(figure)s")
DATED_FIGURE = Phrase("%(date)s: %(figure)s")
KEY_OF = Phrase("%(key)s (%(property)s)")
SUMS = Phrase("Sums of money")
SITE_STATES = {
    "there": Phrase("there by the sources"),
    "announced": Phrase("announced"),
    "off": Phrase("called off or denied"),
}
COMPARE = Phrase("Compare")
ABOUT_COMPARE = Phrase(
    "What can be compared across companies and subjects, property by property."
)
ABOUT_COMPARED = Phrase(
    "%(property)s across companies and subjects: %(scope)s, each with the words that"
    " support it."
)
COMPARE_WITH = Phrase("Compare: %(property)s")
ANSWER = Phrase("Answer")
PORTIONS = Phrase("Portions of the list")
PORTION = Phrase("Here are %(span)s of %(things)s.")
PORTION_OF_ONE = Phrase("Here is number %(place)s of %(things)s.")
FROM_TO = Phrase("%(first)s–%(last)s")
SUBJECTS = Plural("%(num)s subject", "%(num)s subjects")
FACTS_OF = Phrase("%(facts)s of %(subjects)s")
AGE = Phrase("As of")
PLACES = Plural("%(num)s place", "%(num)s places")
PLACES_BY_STATE = Phrase("%(name)s: %(places)s (%(states)s)")
STATE_COUNTED = Phrase("%(number)s %(state)s")
MAP_TOLD = Phrase("Map of the world with %(places)s: %(names)s.")
SITE_STATE = Phrase("%(state)s · %(mark)s")

# What is new, on the home page.
NEWEST_REPORTS = Phrase("Newest reports")
LATEST_CHANGES = Phrase("Latest changes")

# How a fact came to say what it says.
CHANGES = Phrase("Changes")
ABOUT_CHANGES = Phrase(
    "What changed in the facts of this site, when and why, the latest first."
)
CORRECTION_OF = Phrase("Correction: %(id)s")
NO_HISTORY = {
    HistoryState.SHALLOW: Phrase(
        "The history is not available in this copy: it was built without the older commits."
    ),
    HistoryState.ABSENT: Phrase(
        "The history is not available in this copy: it was built without a repository."
    ),
}
NOT_YET = Phrase("This fact is not in the history yet.")
FIRST_VERSION = Phrase("Added with the first version.")
BECAME = {ChangeKind.ADDED: Phrase("Added."), ChangeKind.RETIRED: Phrase("Taken out.")}
TURNS = {
    ChangeKind.ADDED: Phrase("added"),
    ChangeKind.CHANGED: Phrase("changed"),
    ChangeKind.RETIRED: Phrase("taken out"),
}
WAS = Phrase("Was %(before)s until %(date)s, then %(after)s.")
LED = Phrase("The answer shown first was %(before)s until %(date)s, then %(after)s.")
PART_WAS = Phrase("%(part)s: was %(before)s until %(date)s, then %(after)s.")
PART_CAME = Phrase("%(part)s: not given until %(date)s, then %(after)s.")
PART_WENT = Phrase("%(part)s: was %(before)s until %(date)s, then not given.")
ANSWER_CAME = Phrase("An answer came: %(value)s.")
ANSWER_WENT = Phrase("An answer went: %(value)s.")
SOURCES_CAME = Phrase("New sources: %(sources)s.")
SOURCES_WENT = Phrase("No longer a source: %(sources)s.")
FACT_PARTS = {"label": Phrase("Name"), "subject": Phrase("About")}
MOVED_PARTS = {
    "equivalent": Phrase("Conversion"),
    "period": PERIOD,
    "duration": Phrase("Length"),
    "qualifiers": Phrase("What it covers"),
    "stated": STATED,
    "asserted_by": SAID_BY,
    "status": STATUS,
    "settles": Phrase("Settles"),
    "rank": Phrase("Rank"),
}
NORMAL_RANK = Phrase("one answer among others")
MORE_FACTS = Phrase("and %(facts)s more")
OLDER_CHANGES = Phrase("%(changes)s before these are told on the pages of their facts.")

# How many of what there are.
TURNED = {
    ChangeKind.CHANGED: Plural("%(num)s fact changed", "%(num)s facts changed"),
    ChangeKind.ADDED: Plural("%(num)s fact added", "%(num)s facts added"),
    ChangeKind.RETIRED: Plural("%(num)s fact taken out", "%(num)s facts taken out"),
}
STEPS = Plural("%(num)s change", "%(num)s changes")
FACTS = Plural("%(num)s fact", "%(num)s facts")
YEARS = Plural("%(num)s year", "%(num)s years")
MONTHS = Plural("%(num)s month", "%(num)s months")
DAYS = Plural("%(num)s day", "%(num)s days")
EVENTS = Plural("%(num)s event", "%(num)s events")
SOURCES_COUNTED = Plural("%(num)s source", "%(num)s sources")
REPORTS = Plural("%(num)s report", "%(num)s reports")
ORIGINS = Plural("%(num)s origin", "%(num)s origins")
COMPANIES_COUNTED = Plural("%(num)s company", "%(num)s companies")
PROPERTIES_COUNTED = Plural("%(num)s property", "%(num)s properties")
ORIGIN_UNKNOWN = Phrase("origin unknown")
NO_REPORT = Phrase("no report")
UNKNOWN_IN_PART = Phrase("unknown in part")
VOICES = Phrase("%(reports)s, %(origins)s")
VOICES_FOR = Phrase("%(parts)s: %(voices)s")
SCOPE = Phrase("%(facts)s from %(sources)s")

# People, organisations and products.
ENTITIES = Phrase("People, organisations, products")
ABOUT_ENTITIES = Phrase(
    "Who and what the facts of this site name, each with all that is said of it."
)
ABOUT_ENTITY = Phrase(
    "%(name)s: %(standing)s. %(scope)s, each with the words that support it."
)
FACT_TOLD = Phrase("%(label)s: %(value)s")
FORMER = Phrase("former")
FORMERLY = Phrase("formerly %(role)s")
HAS_DOSSIER = Phrase("has a dossier")
SAYS_SO = Phrase("says so")
ENTITY_KINDS = {
    EntityKind.PERSON: Phrase("person"),
    EntityKind.ORGANISATION: Phrase("organisation"),
    EntityKind.PRODUCT: Phrase("product"),
    EntityKind.PLACE: Phrase("place"),
    EntityKind.EVENT: Phrase("occasion"),
}
ENTITY_GROUPS = {
    EntityKind.PERSON: Phrase("People"),
    EntityKind.ORGANISATION: Phrase("Organisations"),
    EntityKind.PRODUCT: Phrase("Products"),
    EntityKind.PLACE: Phrase("Places"),
    EntityKind.EVENT: Phrase("Occasions"),
}

ENTITIES_COUNTED = {
    EntityKind.PERSON: Plural("%(num)s person", "%(num)s people"),
    EntityKind.ORGANISATION: Plural("%(num)s organisation", "%(num)s organisations"),
    EntityKind.PRODUCT: Plural("%(num)s product", "%(num)s products"),
    EntityKind.PLACE: PLACES,
    EntityKind.EVENT: Plural("%(num)s occasion", "%(num)s occasions"),
}

# Lists that one page does not hold.
BY_LETTER = Order(Phrase("%(things)s by first letter"), Phrase("By first letter"))
BY_TOPIC = Order(Phrase("%(things)s by topic"), Phrase("By topic"))
BY_YEAR = Order(Phrase("%(things)s by year of issue"), Phrase("By year of issue"))
ABOUT_COMPANIES = Phrase("The companies of which this site has a dossier.")
CITED_IN = Phrase("Cited in the overview of")
ABOUT_CITED = Phrase("Companies whose overview cites %(source)s.")
NO_YEAR = Phrase("Year not known")

# The search.
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
RESTING = Plural("%(num)s fact rests on it", "%(num)s facts rest on it")
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

# What stands between the parts of a citation, and between names that may hold a comma.
COMMA = Phrase(", ")
SEMICOLON = Phrase("; ")
QUOTED = Phrase("“%(title)s”")
QUOTED_SINGLY = Phrase("‘%(title)s’")
UNTITLED_BY = Phrase("%(untitled)s by %(authors)s")

# For those who hear the page.
NOTE = Phrase("Note %(number)s")
BACK = Phrase("Back to reference %(number)s")
BACK_TO = Phrase("Back to reference %(number)s, mention %(mention)s")

# Timelines: their years, and the strip above them.
NO_DATE = Phrase("No date")
CONTINUED = Phrase("%(years)s, continued")
BAR = Phrase("%(event)s: %(date)s")
BARS = {
    ("day", False): Phrase("a known day"),
    ("day", True): Phrase("a day that is inferred or uncertain"),
    ("time", False): Phrase("some day of a month, a year or another time"),
    ("time", True): Phrase("about then, or then as inferred"),
    ("lasting", False): Phrase("all of that time"),
    ("lasting", True): Phrase("all of about that time"),
    ("between", False): Phrase("once, on an unknown day between two dates"),
    ("undated", False): Phrase("no date: placed by what came before and after"),
}
THEME = Phrase("Theme")
DATE_KNOWN = Phrase("How well the date is known")
CERTAINTIES = {
    "exact": Phrase("known"),
    "about": Phrase("about, inferred or uncertain"),
    "between": Phrase("between two dates"),
    "undated": Phrase("no date"),
}
PROGRESS = Phrase("How far it had come")
CHOOSE_EVENTS = Phrase("Choose events")
SHOW_EVENTS = Phrase("Show all events")
EVENTS_SHOWN = Phrase("%(shown)s of %(all)s events are shown.")
SOURCES_SAY = Phrase("Sources")
DIFFER = Phrase("they differ")
