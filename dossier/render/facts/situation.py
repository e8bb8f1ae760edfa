"""How a dossier stands, said once for the whole of its page: how old it is, on what it
rests, and how far it is proved.
"""

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from dossier.merge.corroboration import independent
from dossier.model.dossiers import Dossier
from dossier.model.freshness import Age
from dossier.model.sources import Origin, Source
from dossier.render.facts.lines import Usual
from dossier.render.language import words
from dossier.render.language.dates import day_words
from dossier.render.site.render_context import RenderContext


def situation(render: RenderContext, dossier: Dossier, usual: Usual) -> tuple[Markup, ...]:
    """Sentences, in the order in which a reader asks."""
    return tuple(_situation(render, dossier, usual))


def _situation(render: RenderContext, dossier: Dossier, usual: Usual) -> Iterator[Markup]:
    facts = dossier.facts
    yield _age(render, dossier.sources)
    stale = sum(
        fact.merged(fact.leading).freshness.age in (Age.STALE, Age.DUE) for fact in facts
    )
    if stale:
        yield render.fill(
            words.freshness.DUE,
            part=render.language.number(stale),
            facts=render.count(len(facts), words.counts.FACTS),
        )
    if facts:
        yield _roots(render, dossier)
    if usual.proof:
        yield render.fill(words.proofs.USUAL_PROOF, proof=usual.proof.label)


def _age(render: RenderContext, sources: tuple[Source, ...]) -> Markup:
    dated = [source.issued.latest for source in sources if source.issued]
    if not dated:
        return render.fill(words.briefs.NO_SOURCE_DATED)
    today = render.site.as_of
    return render.fill(
        words.briefs.NEWEST_REPORT,
        date=render.newest(sources),
        age=time_between(render, max(dated), today),
        day=day_words(today, render.language),
    )


def time_between(render: RenderContext, day: date, today: date) -> str:
    """How long ago a day was, in the largest unit that has passed at least twice."""
    days = max(0, (today - day).days)
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    if months >= 24:
        return render.count(months // 12, words.dates.YEARS)
    return (
        render.count(months, words.dates.MONTHS)
        if months >= 2
        else render.count(days, words.dates.DAYS)
    )


def _roots(render: RenderContext, dossier: Dossier) -> Markup:
    """How many sources there are, where they seem to come from, and whether any of it is
    confirmed.
    """
    origins = _origins(render, dossier)
    is_guessed = any("origins" in source.inferred for source in dossier.sources)
    phrase = (
        words.briefs.ROOTS_UNKNOWN
        if not origins
        else words.briefs.ROOTS_IT_SEEMS
        if is_guessed
        else words.briefs.ROOTS
    )
    known = render.count(len(origins), words.briefs.KNOWN_ORIGINS)
    told = render.fill(
        phrase,
        sources=render.count(len(dossier.sources), words.counts.SOURCES_COUNTED),
        origins=known,
    )
    confirmed = sum(fact.merged(fact.leading).is_corroborated for fact in dossier.facts)
    second = (
        render.fill(
            words.briefs.CONFIRMED, facts=render.count(confirmed, words.counts.FACTS)
        )
        if confirmed
        else render.fill(words.briefs.NOTHING_CONFIRMED)
    )
    return told + render.language.space + second


def _origins(render: RenderContext, dossier: Dossier) -> tuple[str, ...]:
    """The distinct known origins behind the facts."""
    known: dict[str, Origin] = {
        one.id: one
        for source in dossier.sources
        for one in render.site.sources[source.id].origins
    }
    return tuple(
        independent((origin for fact in dossier.facts for origin in fact.origins), known)
    )
