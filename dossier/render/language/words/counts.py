"""How many there are."""

from dossier.render.language.phrases import Phrase, Plural

SUBJECTS = Plural("%(num)s subject", "%(num)s subjects")
FACTS_OF = Phrase("%(facts)s of %(subjects)s")
PLACES = Plural("%(num)s place", "%(num)s places")
FACTS = Plural("%(num)s fact", "%(num)s facts")
EVENTS = Plural("%(num)s event", "%(num)s events")
SOURCES_COUNTED = Plural("%(num)s source", "%(num)s sources")
REPORTS = Plural("%(num)s report", "%(num)s reports")
ORIGINS = Plural("%(num)s origin", "%(num)s origins")
COMPANIES_COUNTED = Plural("%(num)s company", "%(num)s companies")
PROPERTIES_COUNTED = Plural("%(num)s property", "%(num)s properties")
SCOPE = Phrase("%(facts)s from %(sources)s")
