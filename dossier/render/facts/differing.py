"""Where the sources of a dossier differ, side by side: what each answer says on just that,
and whose it is.

Silence is no contradiction, and yet a difference that a reader wants to know: what one
source alone says of a thing that several tell of stands here too, behind the
contradictions.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice

from markupsafe import Markup

from dossier.model.agreement import Agreement, Difference
from dossier.model.claims import Claim
from dossier.model.dossiers import Dossier, MergedFact
from dossier.model.values import TEXT, Field
from dossier.render.evidence.labels import key_label
from dossier.render.evidence.letters import lettered
from dossier.render.evidence.views import StateView
from dossier.render.facts.claims import answer, dated, hedged, value_marks
from dossier.render.facts.lines import Usual, unusual_level
from dossier.render.facts.views import DifferenceView, SideView
from dossier.render.footnotes import Marks
from dossier.render.language import words
from dossier.render.site import links
from dossier.render.site.render_context import RenderContext
from dossier.render.site.views import LinkView

ROWS = 12
"""Differences that a dossier shows; all of them stand in its ledger."""
TOGETHER = 6
"""Facts that one row names at most."""


@dataclass(frozen=True)
class Differences:
    """Those of a dossier: which are shown, on how many facts, and how many there are."""

    shown: tuple[DifferenceView, ...]
    facts: int
    all: int


def differences(render: RenderContext, dossier: Dossier, usual: Usual) -> Differences:
    """Contradictions, those of figures first, then what one source alone says of a thing
    that several tell of.
    """
    opposed = sorted(
        _of(dossier.facts, Agreement.DIFFERING), key=lambda fact: not _is_of_figures(fact)
    )
    silent = _of(dossier.facts, Agreement.PARTLY)
    made = (_Row(fact.property.id, _opposed(render, fact, usual)) for fact in opposed)
    more = (_Row(fact.property.id, _told_by_one(render, fact, usual)) for fact in silent)
    rows = [*islice(_together(made), ROWS)]
    rows += islice(_together(more), ROWS - len(rows))
    return Differences(
        tuple(rows), sum(len(row.facts) for row in rows), len(opposed) + len(silent)
    )


@dataclass(frozen=True)
class _Row:
    """What one fact has to say, and what it is an answer to."""

    question: str
    view: DifferenceView

    @property
    def said(self) -> tuple[object, ...]:
        """What makes two rows one: the same question, and the same words on each side."""
        return self.question, self.view.sides, self.view.states


def _together(rows: Iterable[_Row]) -> Iterator[DifferenceView]:
    """Rows that follow each other and say the same as one."""
    for _, alike in groupby(rows, key=lambda row: row.said):
        while several := [row.view for row in islice(alike, TOGETHER)]:
            references = dict.fromkeys(
                one for view in several for one in view.marks.references
            )
            marks = Marks(several[0].marks.footnotes, tuple(references))
            yield replace(
                several[0],
                facts=tuple(fact for view in several for fact in view.facts),
                marks=marks,
            )


def _way(render: RenderContext, fact: MergedFact) -> LinkView:
    return LinkView(fact.fact.label, render.link(links.fact_url(fact.id)))


def undisputed(render: RenderContext, dossier: Dossier) -> tuple[str, ...]:
    """What the sources do not dispute, in sentences."""
    facts = dossier.facts
    told = [
        render.say(
            words.briefs.ALIKE,
            facts=render.count(len(_of(facts, Agreement.AGREED)), words.counts.FACTS),
        )
    ]
    if not any(_may_differ_in_figures(fact) for fact in facts if fact.is_told_otherwise):
        told.append(render.say(words.briefs.FIGURES_ALIKE))
    alone = len(_of(facts, Agreement.SINGLE))
    return (
        (
            *told,
            render.say(
                words.briefs.TOLD_ONCE, facts=render.count(alone, words.counts.FACTS)
            ),
        )
        if alone
        else tuple(told)
    )


def _of(facts: Iterable[MergedFact], agreement: Agreement) -> Sequence[MergedFact]:
    return [fact for fact in facts if fact.agreement is agreement]


def _is_of_figures(fact: MergedFact) -> bool:
    return any(field.type.is_figure for field in _disputed_fields(fact))


def _disputed_fields(fact: MergedFact) -> Sequence[Field]:
    fields = [
        fact.property.keys[key] for key in fact.disputed_keys if key in fact.property.keys
    ]
    return fields or [fact.property.field]


def _may_differ_in_figures(fact: MergedFact) -> bool:
    """Whether answers, one of which may be revised or wrong, could have two figures."""
    standing = {id(claim) for claim in fact.disputed}
    if all(id(one.claim) in standing for one in fact.claims if one.is_told_otherwise):
        return _is_of_figures(fact)
    return any(
        field.type.is_figure
        for field in (fact.property.field, *fact.property.keys.values())
    )


def _opposed(render: RenderContext, fact: MergedFact, usual: Usual) -> DifferenceView:
    standing = fact.disputed
    found = (fact.merged(claim).difference for claim in standing)
    reasons = dict.fromkeys(one for one in found if one and one.is_conflict)
    return DifferenceView(
        facts=(_way(render, fact),),
        sides=_in_columns(_side(render, fact, claim, usual) for claim in standing),
        states=tuple(
            StateView("differs", _reason(render, fact, reason)) for reason in reasons
        ),
        is_of_figures=_is_of_figures(fact),
        marks=_mark(render, fact, standing, fact.disputed_keys),
    )


def _reason(render: RenderContext, fact: MergedFact, reason: Difference) -> str:
    """Why they differ; of one origin that is told in two texts of ours nobody knows more than
    that their words do. Two names, places or dates are no two wordings.
    """
    is_wording = reason is Difference.DRIFT and all(
        field.type is TEXT for field in _disputed_fields(fact)
    )
    return render.say(
        words.briefs.WORDED_DIFFERENTLY if is_wording else words.claims.DIFFERENCES[reason]
    )


def _in_columns(sides: Iterable[SideView]) -> tuple[SideView, ...]:
    """The sides in the order of their letters, so that in each row those of one source
    stand below each other.
    """
    return tuple(sorted(sides, key=lambda side: (len(side.letters), side.letters)))


def _side(render: RenderContext, fact: MergedFact, claim: Claim, usual: Usual) -> SideView:
    value, prop, write = claim.value, fact.property, render.write
    if isinstance(value, Mapping):
        keys = [key for key in prop.keys if key in fact.disputed_keys and key in value]
        parts = (
            write.value(value[key], prop.keys[key], key in claim.inferred) for key in keys
        )
        told = hedged(render, fact, claim, Markup(" · ").join(parts))
    else:
        told = dated(render, fact, claim)
    by = lettered(usual.letters, (one.source for one in claim.references))
    return SideView(
        told or write.not_stated,
        render.language.series(by),
        unusual_level(render, fact, claim, usual),
    )


def _told_by_one(render: RenderContext, fact: MergedFact, usual: Usual) -> DifferenceView:
    return DifferenceView(
        facts=(_way(render, fact),),
        sides=_in_columns((*_lone(render, fact, usual), _silent(render, fact, usual))),
        states=(StateView("alone", render.say(words.briefs.TOLD_BY_ONE)),),
        is_of_figures=False,
        marks=_mark(render, fact, [fact.leading], _keys_of_one(fact)),
    )


def _keys_of_one(fact: MergedFact) -> frozenset[str]:
    """The keys that one source alone tells."""
    return frozenset(
        key
        for key, corroboration in fact.corroborated.items()
        if len(corroboration.sources) == 1
    )


def _mark(
    render: RenderContext, fact: MergedFact, claims: Iterable[Claim], keys: frozenset[str]
) -> Marks:
    """The mark of the passages that say what is different."""
    found = (
        one for claim in claims for one in value_marks(render, fact, keys, claim).references
    )
    return Marks(render.footnotes, tuple(found))


def _lone(render: RenderContext, fact: MergedFact, usual: Usual) -> Iterator[SideView]:
    """What one source alone says, by whom it is."""
    claim, prop = fact.leading, fact.property
    for source in fact.sources:
        keys = [
            key
            for key, corroboration in fact.corroborated.items()
            if corroboration.sources == (source,)
        ]
        if keys:
            value = claim.value if isinstance(claim.value, Mapping) else {}
            told = render.fill(words.sources.SEMICOLON).join(
                render.fill(
                    words.claims.FACT_TOLD,
                    label=key_label(render, prop, key),
                    value=_part(render, fact, key, value),
                )
                for key in keys
            )
            yield SideView(told, render.language.series(lettered(usual.letters, (source,))))


def _part(
    render: RenderContext, fact: MergedFact, key: str, value: Mapping[str, object]
) -> Markup:
    claim, prop = fact.leading, fact.property
    if key in value and isinstance(claim.value, Mapping):
        told = render.write.value(claim.value[key], prop.keys[key], key in claim.inferred)
        return hedged(render, fact, claim, told)
    return answer(render, fact, claim)


def _silent(render: RenderContext, fact: MergedFact, usual: Usual) -> SideView:
    alone = {fact.corroborated[key].sources[0] for key in _keys_of_one(fact)}
    by = lettered(usual.letters, [id for id in fact.sources if id not in alone])
    return SideView(render.fill(words.briefs.NOT_QUOTED), render.language.series(by))
