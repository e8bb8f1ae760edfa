"""How a fact came to say what it says."""

from dossier.model.changes import ChangeKind
from dossier.model.history import HistoryState
from dossier.render.language.phrases import Phrase, Plural
from dossier.render.language.words.claims import PERIOD, SAID_BY, STATED, STATUS

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
KINDS = {
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
CLAIM_PARTS = {
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

COUNTED = {
    ChangeKind.CHANGED: Plural("%(num)s fact changed", "%(num)s facts changed"),
    ChangeKind.ADDED: Plural("%(num)s fact added", "%(num)s facts added"),
    ChangeKind.RETIRED: Plural("%(num)s fact taken out", "%(num)s facts taken out"),
}
STEPS = Plural("%(num)s change", "%(num)s changes")
