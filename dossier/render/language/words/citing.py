"""How others cite a page of ours, and what those hear who have its notes read to them."""

from dossier.render.language.phrases import Phrase

OF_COMPANY = Phrase("%(label)s, %(company)s")
SAYS_THAT = Phrase("%(title)s: %(said)s")
JUDGED_ON = Phrase("state of %(date)s")
FIGURE_WITH_SOURCE = Phrase("%(title)s: %(said)s, %(when)s (source: %(sources)s)")

# For those who hear the page.
NOTE = Phrase("Note %(number)s")
BACK = Phrase("Back to reference %(number)s")
BACK_TO = Phrase("Back to reference %(number)s, mention %(mention)s")
