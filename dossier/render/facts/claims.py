"""Claims as pages show them: every side of an answer in words, with the marks of the
passages that prove that side.
"""

import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from dossier.model.claims import AS_SAID, SIDES, Claim, Reference, Status
from dossier.model.dossiers import MergedFact
from dossier.model.values import Plain, Property, singles_in
from dossier.render.evidence.citations import short_name
from dossier.render.evidence.labels import key_label
from dossier.render.evidence.speakers import who
from dossier.render.evidence.states import claim_states
from dossier.render.facts.views import ClaimView, PartView
from dossier.render.footnotes import Marks
from dossier.render.language import words
from dossier.render.prose.own import note_markup
from dossier.render.site.render_context import RenderContext


def claim_view(
    render: RenderContext, fact: MergedFact, claim: Claim, keys: Iterable[str] | None = None
) -> ClaimView:
    """One answer; `keys` are those of a table's columns, which it fills in even where it
    has no value for them.
    """
    prop, write = fact.property, render.write
    shown = _places(claim, prop)
    marks = {side: _marks(render, shown.get(side, ())) for side in SIDES}
    return ClaimView(
        name=fact.name_of(claim),
        states=claim_states(render, fact, claim),
        value=write.answer(claim, prop),
        parts=parts(render, fact, claim, keys),
        equivalent=write.money(claim.equivalent) if claim.equivalent else Markup(),
        marks=marks["value"],
        period=period(render, claim),
        is_day=is_single_day(claim),
        period_marks=marks["period"],
        as_of=as_of(render, claim),
        as_of_marks=marks["stated"],
        who=who(render, fact, claim),
        who_marks=marks["asserted_by"],
        status=status(render, fact, claim),
        status_marks=marks["status"],
        sources=sources(render, claim),
        rank=rank(render, claim),
        note=note_markup(render, fact.id, claim.note),
    )


def parts(
    render: RenderContext, fact: MergedFact, claim: Claim, keys: Iterable[str] | None = None
) -> tuple[PartView, ...]:
    """The named values of a record: those of `keys`, or else all that it has. None of any
    other value.
    """
    value = claim.value
    if not isinstance(value, Mapping):
        return ()
    present = [key for key in fact.property.keys if key in value]
    return tuple(
        _part(render, fact, claim, key, value)
        for key in (present if keys is None else keys)
    )


def _part(
    render: RenderContext,
    fact: MergedFact,
    claim: Claim,
    key: str,
    value: Mapping[str, Plain],
) -> PartView:
    prop, differs = fact.property, key in fact.disputed_keys and key in value
    field = prop.keys[key]
    told = (
        render.write.value(value[key], field, key in claim.inferred)
        if key in value
        else Markup()
    )
    proofs = tuple(one for one in claim.references if key in one.supports)
    return PartView(
        field.label or key, told, _marks(render, proofs), field.type.is_figure, differs
    )


def present_keys(prop: Property, facts: Iterable[MergedFact]) -> tuple[str, ...]:
    """The keys that a record of some facts has: the columns of their table."""
    records = [
        claim.value
        for fact in facts
        for claim in fact.fact.claims
        if isinstance(claim.value, Mapping)
    ]
    return tuple(key for key in prop.keys if any(key in record for record in records))


def period(render: RenderContext, claim: Claim) -> Markup:
    """The time that the value is about: how long, and from when to when."""
    span = (
        render.write.date(claim.period, "period" in claim.inferred)
        if claim.period
        else Markup()
    )
    if not claim.duration:
        return span
    length = escape(render.write.duration(claim.duration))
    return render.fill(words.sources.COMMA).join(filter(None, (length, span)))


def hedge(render: RenderContext, fact: MergedFact, claim: Claim) -> str:
    """What a value must not be told without, such as that it is rumoured; nothing where the
    sources say that it is so.

    Nor where its own words say it: "a listing is cancelled" needs no "cancelled" behind it.
    """
    if fact.status_of(claim) in AS_SAID:
        return ""
    told = status(render, fact, claim)
    said = re.compile(rf"\b{re.escape(told)}\b", re.IGNORECASE)
    return (
        ""
        if any(
            isinstance(one, str) and said.search(one) for _, one in singles_in(claim.value)
        )
        else told
    )


def answer(render: RenderContext, fact: MergedFact, claim: Claim) -> Markup:
    """The value of a claim in one line, as it can stand alone: "US$3 billion (non-GAAP,
    forecast)".
    """
    prop, write = fact.property, render.write
    if told := hedge(render, fact, claim):
        return write.qualified(
            write.whole(claim.value, prop, claim.inferred), claim, prop, escape(told)
        )
    return write.answer(claim, prop)


def converted(
    render: RenderContext, fact: MergedFact, claim: Claim
) -> tuple[Markup, Markup]:
    """The same with the source's own conversion, behind which the hedge stands where there
    is one.
    """
    if claim.equivalent is None:
        return answer(render, fact, claim), Markup()
    parts = (render.write.money(claim.equivalent), escape(hedge(render, fact, claim)))
    return render.write.answer(claim, fact.property), render.fill(words.sources.COMMA).join(
        filter(None, parts)
    )


def hedged(render: RenderContext, fact: MergedFact, claim: Claim, told: Markup) -> Markup:
    """A part of a value in a line, as it can stand alone."""
    doubt = hedge(render, fact, claim)
    return (
        render.fill(words.claims.ASIDE, text=told, aside=doubt) if told and doubt else told
    )


def is_single_day(claim: Claim) -> bool:
    """Whether what is called its period is one day, and so no period."""
    return bool(claim.period and claim.period.is_single_day and not claim.duration)


def dated(render: RenderContext, fact: MergedFact, claim: Claim) -> Markup:
    """The value of a claim in one line, with its period where the fact has answers for
    several.
    """
    told = answer(render, fact, claim)
    span = period(render, claim) if fact.is_series else Markup()
    return render.fill(words.sources.COMMA).join((told, span)) if span else told


def about(render: RenderContext, fact: MergedFact) -> Markup:
    """Whom the fact is about, where that is not the company whose dossier holds it."""
    return (
        Markup()
        if fact.subject.id == fact.id.company
        else render.write.entity(fact.subject.id)
    )


def as_of(render: RenderContext, claim: Claim) -> Markup:
    """How old the answer is: when it was said, else when the newest of its sources
    appeared.

    Nothing where the words give a time of their own: the answer is of that, and not of the
    day of the report.
    """
    if claim.stated:
        return render.write.date(claim.stated, "stated" in claim.inferred)
    if claim.period:
        return Markup()
    found = render.newest(
        map(render.source, dict.fromkeys(one.source for one in claim.references))
    )
    return found or render.fill(words.dates.UNDATED)


def status(render: RenderContext, fact: MergedFact, claim: Claim) -> str:
    """How far the thing had come; that it was reported goes without saying."""
    told = fact.status_of(claim)
    return "" if told is Status.REPORTED else render.say(words.claims.STATUSES[told])


def rank(render: RenderContext, claim: Claim) -> str:
    """How an answer stands among the others; nothing where it is one of many."""
    return (
        render.say(words.claims.RANKS[claim.rank])
        if claim.rank in words.claims.RANKS
        else ""
    )


def sources(render: RenderContext, claim: Claim) -> str:
    """The names of the sources of a claim."""
    names = dict.fromkeys(
        short_name(render.source(one.source), render.language) for one in claim.references
    )
    return render.say(words.sources.SEMICOLON).join(names)


def all_marks(render: RenderContext, claim: Claim) -> Marks:
    """The marks of every passage behind a claim, each once."""
    return _marks(render, unique(claim.references))


def value_marks(
    render: RenderContext,
    fact: MergedFact,
    keys: Iterable[str] = (),
    answer: Claim | None = None,
) -> Marks:
    """The marks of a value, the leading one unless another is asked for, or of some keys of
    its record.

    Those of the whole claim where no passage proves just that.
    """
    claim, wanted = answer or fact.leading, {*keys} or {*SIDES["value"]}
    proofs = unique(
        one for one in claim.references if wanted & {*(one.supports or SIDES["value"])}
    )
    return _marks(render, proofs) if proofs else all_marks(render, claim)


def unique(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """The references without those that repeat a passage."""
    references = tuple(references)
    if len(references) < 2:
        return references
    first: dict[tuple[str, ...], Reference] = {}
    for reference in references:
        first.setdefault(reference.passage, reference)
    return tuple(first.values())


def supports(
    render: RenderContext, reference: Reference, prop: Property
) -> tuple[str, ...]:
    """What the passage proves, in words; nothing where that is the value alone."""
    if reference.supports in ((), ("value",)):
        return ()
    return tuple(key_label(render, prop, key) for key in reference.supports)


def _marks(render: RenderContext, references: Iterable[Reference]) -> Marks:
    return Marks(render.footnotes, tuple(references))


def _places(claim: Claim, prop: Property) -> dict[str, tuple[Reference, ...]]:
    """The side at which each reference is marked: the first that it proves. What proves
    keys of a record stands there.
    """
    placed: dict[str, tuple[Reference, ...]] = {}
    for reference in claim.references:
        if not any(key in prop.keys for key in reference.supports):
            side = _side(reference)
            placed[side] = (*placed.get(side, ()), reference)
    return placed


def _side(reference: Reference) -> str:
    proved = reference.supports or ("value",)
    return next(
        (side for side, keys in SIDES.items() if any(key in proved for key in keys)),
        "value",
    )
