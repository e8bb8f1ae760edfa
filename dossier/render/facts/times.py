"""Of which time an answer is, where a line of it stands alone: when the thing happened, or
for how long the answer holds.

Only for want of both stands there the day of the report, and then in words that nobody
takes for the date of the thing.
"""

from collections.abc import Iterator

from markupsafe import Markup

from dossier.model.claims import Claim
from dossier.model.dossiers import MergedFact
from dossier.model.values import Property
from dossier.render.evidence.labels import key_label
from dossier.render.facts.claims import as_of, is_single_day, period
from dossier.render.language import words
from dossier.render.site.render_context import RenderContext


def time_of(render: RenderContext, fact: MergedFact, claim: Claim) -> Markup:
    """The time of an answer in the fewest words."""
    own = _own_date(render, fact.property, claim)
    if own and not _is_bound(fact.property):
        return own
    parts = (
        own,
        _on_day(render, claim) or period(render, claim),
        Markup() if claim.period else _age(render, fact, claim),
    )
    return render.fill(words.sources.COMMA).join(part for part in parts if part)


def times_of(render: RenderContext, fact: MergedFact, claim: Claim) -> tuple[Markup, ...]:
    """Everything that is known of the time of an answer, each part in words that say what
    it is.
    """
    return tuple(part for part in _times(render, fact, claim) if part)


def _times(render: RenderContext, fact: MergedFact, claim: Claim) -> Iterator[Markup]:
    own, span = _own_date(render, fact.property, claim), period(render, claim)
    yield own
    yield _on_day(render, claim) or (
        render.fill(words.claims.PERIOD_OF, period=span) if span else span
    )
    if not own or _is_bound(fact.property):
        yield _age(render, fact, claim)


def _age(render: RenderContext, fact: MergedFact, claim: Claim) -> Markup:
    """How old the answer is; of an event without a date, when it was reported. Nothing
    where a period says it all.
    """
    age = as_of(render, claim)
    if not age or age == render.fill(words.dates.UNDATED):
        return age
    lacks_date = fact.is_event and fact.property.date_of(claim.value) is None
    return render.fill(
        words.claims.REPORTED_ON if lacks_date else words.freshness.AS_OF, date=age
    )


def _is_bound(prop: Property) -> bool:
    """Whether its date does not say when it happened, but by when it is to happen or was
    over.
    """
    return prop.date_key in (prop.due_key, prop.end_key)


def _own_date(render: RenderContext, prop: Property, claim: Claim) -> Markup:
    key, when = prop.date_key or "", prop.date_of(claim.value)
    if when is None:
        return Markup()
    date = render.write.date(when, key in claim.inferred)
    return (
        render.fill(words.claims.FACT_TOLD, label=key_label(render, prop, key), value=date)
        if _is_bound(prop)
        else date
    )


def _on_day(render: RenderContext, claim: Claim) -> Markup:
    """The day of an answer that is of a single one."""
    return (
        render.fill(words.claims.ON_DAY, date=period(render, claim))
        if is_single_day(claim)
        else Markup()
    )
