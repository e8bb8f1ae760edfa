"""How charts and maps are read."""

from dossier.render.language.phrases import Phrase, Plural

CHART_NOTES = {
    "bars": Phrase("Every bar begins at zero, on one scale."),
    "sizes": Phrase("In order of time; every bar begins at zero, on one scale."),
    "ranks": Phrase("The farther to the left, the better the rank."),
    "series": Phrase(
        "Each dot is a figure that a source gives, as wide as its date is uncertain. Lines"
        " join what follows without a gap."
    ),
}
RANGES_DRAWN = {
    "bars": Phrase(
        "Every bar begins at zero, but a range lies between its two ends; all on one scale."
    ),
    "sizes": Phrase(
        "In order of time; every bar begins at zero, but a range lies between its two ends;"
        " all on one scale."
    ),
}
RANKS_OVER_TIME = Phrase("The higher, the better the rank.")
OWN_CONVERSION = Phrase(
    "Some are drawn by their source’s own conversion; nothing is converted here."
)
LEFT_OUT = Phrase(
    "The first %(kept)s of %(all)s by their figures; all of them are listed among the"
    " facts."
)
LARGEST_OF = Phrase("%(name)s: the largest of %(count)s is %(which)s, %(value)s")
BEST_OF = Phrase("%(name)s: the best of %(count)s is %(which)s, %(value)s")
SPAN_OF = Phrase("%(name)s: %(count)s, from %(low)s to %(high)s")
ANSWERS_ARE = Phrase("%(name)s: the answers are %(values)s")
COUNTED_OF = Phrase("%(name)s: %(count)s over time")
FIRST_AND_LAST = Phrase("%(name)s: %(first)s, %(when)s; %(last)s, %(then)s")
ROSE_IN = Phrase("%(name)s: rose in %(times)s of %(periods)s")
FELL_IN = Phrase("%(name)s: fell in %(times)s of %(periods)s")
STEPS_COUNTED = Phrase(
    "A rise or fall is counted where the period before is known and both figures are"
    " certain."
)
FIGURES_COUNTED = Plural("%(num)s figure", "%(num)s figures")
PERIODS_COUNTED = Plural("%(num)s period", "%(num)s periods")
PERIODS_BY_DAYS = (
    (28, 31, Plural("%(num)s month", "%(num)s months")),
    (84, 98, Plural("%(num)s quarter", "%(num)s quarters")),
    (180, 190, Plural("%(num)s half-year", "%(num)s half-years")),
    (357, 378, Plural("%(num)s year", "%(num)s years")),
)
"""Periods of so many days, with room for fiscal years of whole weeks."""
CONVERTED = Phrase("%(figure)s (%(conversion)s)")
NO_CONVERSION = Phrase("not drawn: no source gives it in the currency of the others")
SUBJECT_FIGURE = Phrase("%(subject)s %(figure)s")
DATED_FIGURE = Phrase("%(date)s: %(figure)s")
KEY_OF = Phrase("%(key)s (%(property)s)")
SUMS = Phrase("Sums of money")
SITE_STATES = {
    "there": Phrase("there by the sources"),
    "announced": Phrase("announced"),
    "off": Phrase("called off or denied"),
}
PLACES_BY_STATE = Phrase("%(name)s: %(places)s (%(states)s)")
STATE_COUNTED = Phrase("%(number)s %(state)s")
MAP_TOLD = Phrase("Map of the world with %(places)s: %(names)s.")
SITE_STATE = Phrase("%(state)s · %(mark)s")
