"""Figures with their units, with the caution of the source, and places in an order."""

from dossier.model import units
from dossier.model.quantities import Hedge
from dossier.model.values.pieces import Term
from dossier.render.language.phrases import Phrase, Plural

TERMS = {Term.YES: Phrase("yes"), Term.NO: Phrase("no")}
# A figure with its unit, with the source's own caution, and the place in an order, by what
# CLDR calls its plural form.
AMOUNT = Phrase("%(number)s %(currency)s")
RANGE = Phrase("%(low)s to %(high)s")
PER = Phrase("%(figure)s per %(unit)s")
POINTS = {
    units.POINTS: Plural("%(num)s percentage point", "%(num)s percentage points"),
    units.BASIS_POINTS: Plural("%(num)s basis point", "%(num)s basis points"),
}
TIMES = Phrase("%(number)s times")
ONE_IN = Phrase("%(part)s in %(whole)s")
SEVERAL = {
    "a few": (Phrase("a few"), Phrase("a few %(unit)s")),
    "several": (Phrase("several"), Phrase("several %(unit)s")),
    "dozens": (Phrase("dozens"), Phrase("dozens of %(unit)s")),
    "hundreds": (Phrase("hundreds"), Phrase("hundreds of %(unit)s")),
    "thousands": (Phrase("thousands"), Phrase("thousands of %(unit)s")),
    "tens of thousands": (
        Phrase("tens of thousands"),
        Phrase("tens of thousands of %(unit)s"),
    ),
    "hundreds of thousands": (
        Phrase("hundreds of thousands"),
        Phrase("hundreds of thousands of %(unit)s"),
    ),
    "millions": (Phrase("millions"), Phrase("millions of %(unit)s")),
    "tens of millions": (
        Phrase("tens of millions"),
        Phrase("tens of millions of %(unit)s"),
    ),
    "hundreds of millions": (
        Phrase("hundreds of millions"),
        Phrase("hundreds of millions of %(unit)s"),
    ),
    "billions": (Phrase("billions"), Phrase("billions of %(unit)s")),
}
"""Numbers in words, alone and with what they count."""
WITH_UNIT = Phrase("%(figure)s %(unit)s")
HEDGES = {
    Hedge.OVER: Phrase("over %(figure)s"),
    Hedge.AT_LEAST: Phrase("at least %(figure)s"),
    Hedge.ABOUT: Phrase("about %(figure)s"),
    Hedge.NEARLY: Phrase("nearly %(figure)s"),
    Hedge.UP_TO: Phrase("up to %(figure)s"),
    Hedge.UNDER: Phrase("under %(figure)s"),
}
ORDINALS = {
    "one": Phrase("%(number)sst"),
    "two": Phrase("%(number)snd"),
    "few": Phrase("%(number)srd"),
    "other": Phrase("%(number)sth"),
}
