"""Every phrase that rendering puts together, in one catalogue, so that another language is another catalogue.

Names of months, currencies and units are not here: they come from Babel. The fixed texts of pages stand in the templates.
"""

from decimal import Decimal

from markupsafe import Markup

from dossier.model.agreement import Agreement, Difference
from dossier.model.claims import Rank, Status
from dossier.model.proofs import ProofState
from dossier.model.quantities import Hedge
from dossier.model.sources import OriginKind, SourceType

UNSTATED = "not stated"
UNCERTAIN = "uncertain"
INFERRED = "inferred"
UNDATED = "no date"
ASIDE = " ({})"
ABOUT = "about {date}"
BETWEEN = "between {start} and {end}"
SPAN = "{start} to {end}"
SINCE = "since {start}"
UNTIL = "until {end}"
NOT_AFTER = "by {end}"
NOT_BEFORE = "{start} or later"
SOME_DAY = "a day in {date}"
SOME_MONTH = "a month of {date}"
DECADE = "{year}s"
CENTURY = "{first} to {last}"
# Parts of a year: plain, and as people say it where the part itself is approximate.
PARTS = {
    21: "spring {year}", 22: "summer {year}", 23: "autumn {year}", 24: "winter {year}",
    33: "first quarter of {year}", 34: "second quarter of {year}",
    35: "third quarter of {year}", 36: "fourth quarter of {year}",
    37: "first third of {year}", 38: "second third of {year}", 39: "last third of {year}",
    40: "first half of {year}", 41: "second half of {year}",
}  # fmt: skip
LOOSE_PARTS = {33: "early {year}", 36: "late {year}", 37: "early {year}", 38: "mid-{year}", 39: "late {year}"}

PERCENT = "{number}%"
HEDGES = {hedge: hedge.value for hedge in Hedge}

STATUSES = {status: status.value for status in Status}
RANKS = {Rank.PREFERRED: "preferred answer", Rank.NORMAL: "", Rank.DEPRECATED: "no longer held to be right"}

SOURCE_TYPES = {
    SourceType.NEWS: "news article",
    SourceType.MAGAZINE: "magazine article",
    SourceType.JOURNAL: "journal article",
    SourceType.WEBPAGE: "web page",
    SourceType.POST: "post",
    SourceType.REPORT: "report",
    SourceType.BOOK: "book",
    SourceType.INTERVIEW: "interview",
    SourceType.SPEECH: "speech",
    SourceType.BROADCAST: "broadcast",
    SourceType.DATASET: "dataset",
    SourceType.LEGAL: "court document",
    SourceType.REGULATION: "regulation",
}
UNTITLED = "untitled {type}"
BY = "by {authors}"
CREDITED = "credited “{credit}”"
ORIGIN_KINDS = {
    OriginKind.WIRE: "news agency report",
    OriginKind.STATEMENT: "company statement",
    OriginKind.FILING: "filing",
    OriginKind.INTERVIEW: "interview",
    OriginKind.OWN: "own reporting",
    OriginKind.UNKNOWN: "unknown origin",
}

# What a reference can support besides the keys of a record.
CLAIM_PARTS = {
    "value": "the value",
    "equivalent": "the conversion",
    "period": "the period",
    "duration": "the duration",
    "stated": "when it was said",
    "asserted_by": "who says so",
    "status": "the status",
}
FROM_DOSSIER = "from the dossier of {}"
EVENT_ABOUT = "about {}"
SAYS = "says {}"
ALL_EVENTS = "All events"
HOME = "Companies"
SOURCES = "Sources"
DATA = "Data"
OVERVIEW = "Overview"
TIMELINES = "Timelines"
MENTIONS = "In other dossiers"
NOTES = "Notes"
ABOUT_COMPANY = "{name}: {scope}, each with the words that support it."
ABOUT_EVENTS = "What happened at {name}, in order, with the sources of every event."
ABOUT_FACT = "{label}, {company}: {value}. Every answer, with the words of the sources that give it."
ABOUT_SOURCE = "What rests on this source: {scope}."
ABOUT_SOURCES = "Every source of this site, with what rests on it."
ABOUT_DATA = "Every fact, claim and source of this site as JSON."
NOT_FOUND = "There is no such page"
ALL_DATA = "Index"
ALL_DATA_ABOUT = "The companies, and where the data of each stands."
ALL_SOURCES = "All sources"
ALL_SOURCES_ABOUT = "Every source with its origins."

# What is said about a claim, in the order in which a page says it.
PERIOD = "Period"
STATED = "Said"
CHECKED = "Last re-checked"
SAID_BY = "According to"
STATUS = "Status"
EXACT = "In full"

# What is said about a source.
TYPE = "Kind"
TITLE = "Title"
AUTHORS = "By"
OUTLET = "Appeared in"
PUBLISHER = "Publisher"
ISSUED = "Date"
ACCESSED = "Read on"
CREDIT = "Credit"
LANGUAGE = "Language"
LICENCE = "Licence"
INTEGRITY = "Hash of the text that quotes were proved in"
ADDRESS = "Address"
ARCHIVE = "Archived copy"
UNKNOWN = "not known"
INFERRED_KEYS = {"issued": ISSUED, "accessed": ACCESSED}

AGREEMENT = {
    Agreement.SINGLE: "One source says so.",
    Agreement.AGREED: "The sources agree.",
    Agreement.DIFFERING: "Every answer is shown.",
}

# How far an answer can be trusted.
QUOTES_PROVED = "proof on record"
QUOTES_UNCHECKED = "quotes not checked"
QUOTES_OPEN = "{proved} of {quotes} quotes proved"
NO_QUOTE = "no quote to prove"
PROOFS = {
    ProofState.PROVED: "proof on record",
    ProofState.FIGURE: "quote found, figure not in it",
    ProofState.ELSEWHERE: "quote of another source",
    ProofState.NEAR: "almost these words",
    ProofState.AMBIGUOUS: "words that stand there more than once",
    ProofState.NOT_FOUND: "quote not found",
    ProofState.UNCHECKED: "not checked",
}
STALE = "stale since {date}"
AGE_UNKNOWN = "age unknown"
DIFFERENCES = {
    Difference.DISAGREEMENT: "independent origins disagree",
    Difference.DRIFT: "same origin, told differently",
    Difference.UPDATE: "of another time",
    Difference.UNKNOWN: "differs, origin unknown",
}

# The page of evidence.
EVIDENCE = "Evidence"
ABOUT_EVIDENCE = "How much of what this site prints is sourced, proved, told by more than one origin, and fresh."
ALL_COMPANIES = "All dossiers"
CORRECTIONS = "Corrections"
SOURCE_ERROR = "{source} says <q>{says}</q> ({fact})."
OWN_ERROR = "{fact} said “{was}” until {date}."
OWN_ERROR_CHANGE = "{fact} said “{was}” until {date}, when change {change} corrected it."
ABOUT_CORRECTIONS = "Errors that we hold sources to have made, and errors of ours that have been corrected."


def fill(phrase: str, *parts: object, **named: object) -> Markup:
    """One of the phrases above with its parts, which are escaped unless they are HTML of ours."""
    return Markup(phrase).format(*parts, **named)  # noqa: S704 - a phrase of the catalogue, never an author's text


def count(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many}"


def reports(sources: int, origins: int) -> str:
    """How many sources say so, and how many roots of reporting they come from."""
    roots = count(origins, "origin", "origins") if origins else "origin unknown"
    return f"{count(sources, 'report', 'reports')}, {roots}"


def share(part: int, whole: int) -> str:
    """A share in whole per cent, rounded down: only all is 100 %."""
    return f"{part * 100 // whole}%" if whole else ""


def ordinal(number: Decimal) -> str:
    """The place in an order: 1st, 2nd, 360th."""
    if number != number.to_integral_value():
        return str(number)
    last, teens = int(number) % 10, int(number) % 100 in (11, 12, 13)
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(last, "th")
    return f"{int(number):,}{ending}"


def back_label(number: int, mention: int, mentions: int) -> str:
    """What a back-link of a note is called, for those who hear it."""
    return f"Back to reference {number}" + (f", mention {mention}" if mentions > 1 else "")


def scope(facts: int, sources: int) -> str:
    """How much there is."""
    return f"{count(facts, 'fact', 'facts')} from {count(sources, 'source', 'sources')}"
