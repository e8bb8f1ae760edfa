"""Timelines: their years, the strip above them, and what of them is chosen."""

from dossier.render.language.phrases import Phrase

CONTINUED = Phrase("%(years)s, continued")
BAR = Phrase("%(event)s: %(date)s")
BARS = {
    ("day", False): Phrase("a known day"),
    ("day", True): Phrase("a day that is inferred or uncertain"),
    ("time", False): Phrase("some day of a month, a year or another time"),
    ("time", True): Phrase("about then, or then as inferred"),
    ("lasting", False): Phrase("all of that time"),
    ("lasting", True): Phrase("all of about that time"),
    ("between", False): Phrase("once, on an unknown day between two dates"),
    ("undated", False): Phrase("no date: placed by what came before and after"),
}
THEME = Phrase("Theme")
DATE_KNOWN = Phrase("How well the date is known")
CERTAINTIES = {
    "exact": Phrase("known"),
    "about": Phrase("about, inferred or uncertain"),
    "between": Phrase("between two dates"),
    "undated": Phrase("no date"),
}
PROGRESS = Phrase("How far it had come")
CHOOSE_EVENTS = Phrase("Choose events")
SHOW_EVENTS = Phrase("Show all events")
EVENTS_SHOWN = Phrase("Showing %(shown)s of %(all)s events.")
SOURCES_SAY = Phrase("Sources")
DIFFER = Phrase("they differ")
