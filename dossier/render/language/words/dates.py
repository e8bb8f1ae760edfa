"""What is said of dates, of parts of a year and of how sure they are."""

from dossier.model.dates import Vagueness
from dossier.render.language.phrases import Phrase, Plural

UNCERTAIN = Phrase("uncertain")
INFERRED = Phrase("date inferred")
UNDATED = Phrase("no date")
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
YEARS = Plural("%(num)s year", "%(num)s years")
MONTHS = Plural("%(num)s month", "%(num)s months")
DAYS = Plural("%(num)s day", "%(num)s days")
LONGER = Phrase("%(span)s, %(further)s")
LONGER_AT_LAST = Phrase("%(span)s and %(further)s")

NO_DATE = Phrase("No date")
