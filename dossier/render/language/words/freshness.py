"""How old answers are, and until when they were good."""

from dossier.render.language.phrases import Phrase

DUE = Phrase("Due a check: %(part)s of %(facts)s.")
DUE_SHORT = Phrase("due a check")
STALE = Phrase("due a check since %(date)s")
CAME_DUE = Phrase("was due by %(date)s")
AGE_UNKNOWN = Phrase("age unknown")
GOOD_UNTIL = Phrase("Good until %(date)s")
WAS_GOOD_UNTIL = Phrase("Was good until %(date)s")
ALWAYS_GOOD = Phrase("Does not go out of date")

AS_OF = Phrase("as of %(date)s")
AGE = Phrase("As of")
