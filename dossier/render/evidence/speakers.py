"""Who says so, in words: of a whole answer, of parts of it, and behind a passage."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from dossier.model.attributions import Attribution
from dossier.model.claims import Claim
from dossier.model.dossiers import MergedFact
from dossier.model.speaking import SaidOfClaim, said_by
from dossier.render.evidence.citations import short_name
from dossier.render.evidence.labels import key_label
from dossier.render.language import words
from dossier.render.site.render_context import RenderContext


def who(render: RenderContext, fact: MergedFact, claim: Claim) -> Markup:
    """Everybody who says something of an answer; whoever says not all of it with what they
    say, or by which source.
    """
    by_speaker: dict[str, list[SaidOfClaim]] = {}
    for said in said_by(claim):
        by_speaker.setdefault(said.speaker, []).append(said)
    told = (_one(render, fact, speaker, parts) for speaker, parts in by_speaker.items())
    return render.fill(words.sources.SEMICOLON).join(told)


def _one(
    render: RenderContext, fact: MergedFact, speaker: str, parts: Iterable[SaidOfClaim]
) -> Markup:
    asides = (render.language.series(_aside(render, fact, said)) for said in parts)
    aside = render.say(words.sources.SEMICOLON).join(filter(None, asides))
    name = render.write.entity(speaker)
    return render.fill(words.claims.ASIDE, text=name, aside=aside) if aside else name


def _aside(render: RenderContext, fact: MergedFact, said: SaidOfClaim) -> Iterator[str]:
    yield from (key_label(render, fact.property, key) for key in said.keys)
    if said.source:
        yield render.say(
            words.claims.AS_TOLD_BY,
            source=short_name(render.source(said.source), render.language),
        )


def attribution_text(render: RenderContext, attribution: Attribution | None) -> str:
    """Whose word a passage passes on, and on which occasion; names alone, since the answer
    beside it has the links.
    """
    if attribution is None:
        return ""
    names = render.language.list([_name(render, id) for id in attribution.speakers])
    occasion = _occasion(render, attribution)
    return (
        render.say(words.claims.TOLD_BY_AT, who=names, occasion=occasion)
        if occasion
        else render.say(words.claims.TOLD_BY, who=names)
    )


def _occasion(render: RenderContext, attribution: Attribution) -> str:
    if attribution.occasion:
        return _name(render, attribution.occasion)
    return render.site.facts[attribution.event].fact.label if attribution.event else ""


def _name(render: RenderContext, id: str) -> str:
    return render.site.entities[id].name
