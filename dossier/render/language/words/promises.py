"""What was promised, and what became of it."""

from dossier.model.promises import PromiseKind, PromiseOutcome, PromiseState
from dossier.render.language.phrases import Phrase, Plural

PROMISES = Phrase("Promises")
ABOUT_PROMISES = Phrase(
    "What companies and others said would come, for when, and what became of it."
)
WHAT_WAS_PROMISED = Phrase("What was promised")
PROMISES_SHOWN = Phrase("These are %(shown)s of %(all)s; see all promises.")
PROMISES_COUNTED = Plural("%(num)s promise", "%(num)s promises")
PROMISE_KINDS = {
    PromiseKind.PLEDGE: Phrase("Pledged by"),
    PromiseKind.TARGET: Phrase("Target of"),
    PromiseKind.PLAN: Phrase("Planned by"),
    PromiseKind.FORECAST: Phrase("Forecast by"),
}
PROMISE_STATES = {
    PromiseState.OPEN: Phrase("open"),
    PromiseState.PASSED: Phrase("the day has passed; nothing read since says"),
    PromiseState.DISPUTED: Phrase("reports differ"),
}
OUTCOMES = {
    PromiseOutcome.KEPT: Phrase("kept"),
    PromiseOutcome.PARTLY: Phrase("partly kept"),
    PromiseOutcome.MISSED: Phrase("missed"),
    PromiseOutcome.WITHDRAWN: Phrase("withdrawn"),
    PromiseOutcome.REVISED: Phrase("replaced by another"),
}
PROMISE_GROUPS = {
    PromiseState.PASSED: Phrase("The day has passed"),
    PromiseState.DISPUTED: Phrase("Reports differ on what became of them"),
    PromiseState.OPEN: Phrase("Still open"),
    PromiseState.SETTLED: Phrase("Settled"),
}
PROMISE_GROUPS_ABOUT = {
    PromiseState.PASSED: Phrase(
        "The time for these is over. Nothing read since says whether they were kept."
    ),
    PromiseState.DISPUTED: Phrase("Sources give different outcomes."),
    PromiseState.OPEN: Phrase("Their day is still to come, or nobody has named one."),
    PromiseState.SETTLED: Phrase("A later report says what became of these."),
}
NO_DUE_DATE = Phrase("no date given")
