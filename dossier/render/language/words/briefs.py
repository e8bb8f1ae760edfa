"""What a dossier says in brief, and how it stands."""

from dossier.render.language.phrases import Phrase, Plural

NEWEST_REPORT = Phrase("Newest report: %(date)s, %(age)s old on %(day)s.")
NO_SOURCE_DATED = Phrase("No source carries a date.")
ROOTS = Phrase("%(sources)s; the reporting goes back to %(origins)s.")
ROOTS_IT_SEEMS = Phrase("%(sources)s; the reporting seems to go back to %(origins)s.")
ROOTS_UNKNOWN = Phrase("%(sources)s; where the reporting comes from is not known.")
KNOWN_ORIGINS = Plural("%(num)s known origin", "%(num)s known origins")
NOTHING_CONFIRMED = Phrase("No fact is confirmed by a second, independent origin.")
CONFIRMED = Phrase("Independent origins confirm %(facts)s.")

ALL_FACTS = Plural("%(num)s fact in all", "All %(num)s facts")
ALIKE = Phrase("Several sources give the same answer on %(facts)s.")
FIGURES_ALIKE = Phrase("They agree on every figure that they share.")
TOLD_ONCE = Phrase("On %(facts)s there is one source alone.")
WORDED_DIFFERENTLY = Phrase("worded differently")
TOLD_BY_ONE = Phrase("from one alone")
NOT_QUOTED = Phrase("no quote here")
MORE_EVENTS = Phrase("and %(events)s more")
DIFFERENCES_SHOWN = Phrase("These are %(shown)s of %(all)s.")
LATEST_DATES = Phrase("The latest dates of %(events)s.")
WHERE_THEY_DIFFER = Phrase("Where the sources differ")
TIMELINE = Phrase("Timeline")
TOPICS = Phrase("Topics")
PEOPLE = Phrase("People")
SOURCES_AND_NOTES = Phrase("Sources and notes")
