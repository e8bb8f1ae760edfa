"""How a dossier stands, said once for the whole of its page: how old it is, on what it
rests, and how far it is proved.
"""

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from dossier.merge.voices import independent
from dossier.model.dossiers import Dossier
from dossier.model.freshness import Age
from dossier.model.sources import Origin, Source
from dossier.render.facts.lines import Usual
from dossier.render.language import words
from dossier.render.language.dates import day_words
from dossier.render.site.sheets import Sheet


def situation(sheet: Sheet, dossier: Dossier, usual: Usual) -> tuple[Markup, ...]:
    """Sentences, in the order in which a reader asks."""
    return tuple(_situation(sheet, dossier, usual))


def _situation(sheet: Sheet, dossier: Dossier, usual: Usual) -> Iterator[Markup]:
    facts = dossier.facts
    yield _age(sheet, dossier.sources)
    stale = sum(
        fact.merged(fact.leading).freshness.age in (Age.STALE, Age.DUE) for fact in facts
    )
    if stale:
        yield sheet.fill(
            words.freshness.DUE,
            part=sheet.language.number(stale),
            facts=sheet.count(len(facts), words.counts.FACTS),
        )
    if facts:
        yield _roots(sheet, dossier)
    if usual.proof:
        yield sheet.fill(words.proofs.USUAL_PROOF, proof=usual.proof.label)


def _age(sheet: Sheet, sources: tuple[Source, ...]) -> Markup:
    dated = [source.issued.latest for source in sources if source.issued]
    if not dated:
        return sheet.fill(words.briefs.NO_SOURCE_DATED)
    today = sheet.site.as_of
    return sheet.fill(
        words.briefs.NEWEST_REPORT,
        date=sheet.newest(sources),
        age=time_between(sheet, max(dated), today),
        day=day_words(today, sheet.language),
    )


def time_between(sheet: Sheet, day: date, today: date) -> str:
    """How long ago a day was, in the largest unit that has passed at least twice."""
    days = max(0, (today - day).days)
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    if months >= 24:
        return sheet.count(months // 12, words.dates.YEARS)
    return (
        sheet.count(months, words.dates.MONTHS)
        if months >= 2
        else sheet.count(days, words.dates.DAYS)
    )


def _roots(sheet: Sheet, dossier: Dossier) -> Markup:
    """How many sources there are, where they seem to come from, and whether any of it is
    confirmed.
    """
    origins = _origins(sheet, dossier)
    is_guessed = any("origins" in source.inferred for source in dossier.sources)
    phrase = (
        words.briefs.ROOTS_UNKNOWN
        if not origins
        else words.briefs.ROOTS_IT_SEEMS
        if is_guessed
        else words.briefs.ROOTS
    )
    known = sheet.count(len(origins), words.briefs.KNOWN_ORIGINS)
    told = sheet.fill(
        phrase,
        sources=sheet.count(len(dossier.sources), words.counts.SOURCES_COUNTED),
        origins=known,
    )
    confirmed = sum(fact.merged(fact.leading).is_corroborated for fact in dossier.facts)
    if not confirmed:
        return told + " " + sheet.fill(words.briefs.NOTHING_CONFIRMED)
    return (
        told
        + " "
        + sheet.fill(
            words.briefs.CONFIRMED, facts=sheet.count(confirmed, words.counts.FACTS)
        )
    )


def _origins(sheet: Sheet, dossier: Dossier) -> tuple[str, ...]:
    """The distinct known origins behind the facts."""
    known: dict[str, Origin] = {
        one.id: one
        for source in dossier.sources
        for one in sheet.site.sources[source.id].origins
    }
    return tuple(
        independent((origin for fact in dossier.facts for origin in fact.origins), known)
    )
