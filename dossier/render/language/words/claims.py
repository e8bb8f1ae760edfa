"""What is said about a claim, and about how the claims of a fact agree."""

from dossier.model.agreement import Agreement, Difference
from dossier.model.claims import Rank, Status
from dossier.render.language.phrases import Phrase

UNSTATED = Phrase("not stated")
SEEMS = Phrase("%(name)s, it seems")
ASIDE = Phrase("%(text)s (%(aside)s)")

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
STATED_ON = Phrase("said %(date)s")

# What is said about a claim, in the order in which a page says it.
PERIOD = Phrase("Period")
DAY = Phrase("Day")
STATED = Phrase("Said")
CHECKED = Phrase("Last re-checked")
SAID_BY = Phrase("According to")
STATUS = Phrase("Status")
EXACT = Phrase("In full")

AGREEMENT = {
    Agreement.SINGLE: Phrase("One source says so."),
    Agreement.AGREED: Phrase("The sources agree."),
    Agreement.PARTLY: Phrase("Not every part is quoted from more than one source."),
    Agreement.DIFFERING: Phrase("Every answer is shown."),
    Agreement.REVISED: Phrase("The same speaker has also given another answer."),
}
BUT_WRONG = Phrase("The other sources agree; one answer turned out wrong.")
"""Where those that count agree, and another one does not."""
DIFFERING = Phrase("sources differ")
DIFFERING_WITHIN = Phrase("one source reports different answers")
DIFFERING_FIRST = Phrase("Sources differ")
DIFFERING_WITHIN_FIRST = Phrase("One source reports different answers")
"""The same two as the first words of a line."""
SEE_CARD = Phrase("See the card")
PERIOD_OF = Phrase("period: %(period)s")
ON_DAY = Phrase("on %(date)s")
REPORTED_ON = Phrase("reported %(date)s")
DIFFERENCES = {
    Difference.DISAGREEMENT: Phrase("independent origins disagree"),
    Difference.WITHIN: DIFFERING_WITHIN,
    Difference.DRIFT: Phrase("same origin, told differently"),
    Difference.UPDATE: Phrase("of another time"),
    Difference.UNKNOWN: Phrase("differs, origin unknown"),
    Difference.REVISED: Phrase("another word of the same speaker"),
    Difference.LESS_EXACT: Phrase("the same, told more or less exactly"),
    Difference.ALONE: Phrase("tells a part that the other does not"),
}
ANSWER = Phrase("Answer")
FACT_TOLD = Phrase("%(label)s: %(value)s")
