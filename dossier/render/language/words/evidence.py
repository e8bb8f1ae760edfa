"""The page of evidence, and that of corrections."""

from collections.abc import Mapping

from dossier.model.own_words import Said, Where
from dossier.render.language.phrases import Phrase, Plural

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
    "Figures, dates, quotations and names in our own words that stand in a quote too:"
    " %(part)s of %(all)s."
)
OWN_CITED = Phrase(
    "Sentences of the narrative with a source that lead to its exact words or to a fact:"
    " %(part)s of %(all)s."
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
