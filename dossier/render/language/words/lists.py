"""Lists that one page does not hold."""

from dossier.render.language.phrases import Order, Phrase

PORTIONS = Phrase("Portions of the list")
PORTION = Phrase("Here are %(span)s of %(things)s.")
PORTION_OF_ONE = Phrase("Here is number %(place)s of %(things)s.")
FROM_TO = Phrase("%(first)s–%(last)s")

BY_LETTER = Order(Phrase("%(things)s by first letter"), Phrase("By first letter"))
BY_TOPIC = Order(Phrase("%(things)s by topic"), Phrase("By topic"))
BY_YEAR = Order(Phrase("%(things)s by year of issue"), Phrase("By year of issue"))
ABOUT_COMPANIES = Phrase("The companies of which this site has a dossier.")
