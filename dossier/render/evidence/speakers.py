"""Who says so, in words: of a whole answer, of parts of it, and behind a passage."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from dossier.model.claims import Claim
from dossier.model.dossiers import MergedFact
from dossier.model.speaking import SaidOfClaim, said_by
from dossier.model.tellings import Telling
from dossier.render.evidence.citations import short_name
from dossier.render.evidence.labels import key_label
from dossier.render.language import words
from dossier.render.site.sheets import Sheet


def who(sheet: Sheet, fact: MergedFact, claim: Claim) -> Markup:
    """Everybody who says something of an answer; whoever says not all of it with what they
    say, or by which source.
    """
    by_speaker: dict[str, list[SaidOfClaim]] = {}
    for said in said_by(claim):
        by_speaker.setdefault(said.speaker, []).append(said)
    told = (_one(sheet, fact, speaker, parts) for speaker, parts in by_speaker.items())
    return sheet.fill(words.sources.SEMICOLON).join(told)


def _one(
    sheet: Sheet, fact: MergedFact, speaker: str, parts: Iterable[SaidOfClaim]
) -> Markup:
    asides = (sheet.language.series(_aside(sheet, fact, said)) for said in parts)
    aside = sheet.say(words.sources.SEMICOLON).join(filter(None, asides))
    name = sheet.write.entity(speaker)
    return sheet.fill(words.claims.ASIDE, text=name, aside=aside) if aside else name


def _aside(sheet: Sheet, fact: MergedFact, said: SaidOfClaim) -> Iterator[str]:
    yield from (key_label(sheet, fact.property, key) for key in said.keys)
    if said.source:
        yield sheet.say(
            words.claims.AS_TOLD_BY,
            source=short_name(sheet.source(said.source), sheet.language),
        )


def told_by(sheet: Sheet, telling: Telling | None) -> str:
    """Whose word a passage passes on, and on which occasion; names alone, since the answer
    beside it has the links.
    """
    if telling is None:
        return ""
    names = sheet.language.list([_name(sheet, id) for id in telling.speakers])
    occasion = _occasion(sheet, telling)
    return (
        sheet.say(words.claims.TOLD_BY_AT, who=names, occasion=occasion)
        if occasion
        else sheet.say(words.claims.TOLD_BY, who=names)
    )


def _occasion(sheet: Sheet, telling: Telling) -> str:
    if telling.occasion:
        return _name(sheet, telling.occasion)
    return sheet.site.facts[telling.event].fact.label if telling.event else ""


def _name(sheet: Sheet, id: str) -> str:
    return sheet.site.entities[id].name
