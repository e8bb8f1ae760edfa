"""How a dossier stands, in a handful of numbers: how much it holds, from how many roots, and how far it can be trusted."""

from collections.abc import Iterator

from markupsafe import escape

from dossier.merge.voices import independent
from dossier.model.agreement import Agreement
from dossier.model.dossiers import Dossier
from dossier.model.freshness import Age
from dossier.render.frame import links
from dossier.render.frame.sheets import Sheet
from dossier.render.language import words
from dossier.render.views import StandingView


def standing_views(sheet: Sheet, dossier: Dossier) -> tuple[StandingView, ...]:
    """The numbers that open a dossier; those that warn stand there only where there is something to warn of."""
    newest = sheet.newest(dossier.sources) or sheet.fill(words.UNDATED)
    return (StandingView(sheet.say(words.NEWEST), newest), *_amounts(sheet, dossier), *_warnings(sheet, dossier))


def _amounts(sheet: Sheet, dossier: Dossier) -> Iterator[StandingView]:
    number = sheet.language.number
    known = {origin.id: origin for source in dossier.sources for origin in sheet.site.sources[source.id].origins}
    origins = independent((origin for fact in dossier.facts for origin in fact.origins), known)
    proved = sum(fact.merged(fact.leading).proofs.is_proved for fact in dossier.facts)
    share = sheet.say(words.OF, part=number(proved), whole=number(len(dossier.facts)))
    evidence = sheet.link(links.EVIDENCE)
    yield StandingView(sheet.say(words.FACTS_HELD), escape(number(len(dossier.facts))))
    yield StandingView(sheet.say(words.SOURCES), escape(number(len(dossier.sources))), "#sources")
    yield StandingView(sheet.say(words.KNOWN_ORIGINS), escape(number(len(origins))), "#sources")
    yield StandingView(sheet.say(words.ANSWERS_PROVED), escape(share), evidence)


def _warnings(sheet: Sheet, dossier: Dossier) -> Iterator[StandingView]:
    number = sheet.language.number
    differing = sum(fact.agreement is Agreement.DIFFERING for fact in dossier.facts)
    stale = sum(fact.merged(fact.leading).freshness.age is Age.STALE for fact in dossier.facts)
    if differing:
        yield StandingView(sheet.say(words.DISPUTED), escape(number(differing)), "#disputed", "differs")
    if stale:
        yield StandingView(sheet.say(words.GONE_STALE), escape(number(stale)), sheet.link(links.EVIDENCE), "stale")
