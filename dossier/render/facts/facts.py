"""Facts as lists show them: in full in a dossier, in a line elsewhere, and in tables of one
record property.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from markupsafe import Markup, escape

from dossier.model.addresses import FACT_ROW, SECTION
from dossier.model.claims import NEVER_BARE, Claim, Reference
from dossier.model.dossiers import MergedFact, Section
from dossier.model.facts import FactId
from dossier.model.own_words import OwnWording
from dossier.model.prose import Prose, ValueUse
from dossier.render.evidence.corroboration import corroboration_text
from dossier.render.evidence.states import brief_states
from dossier.render.evidence.views import StateView
from dossier.render.facts.agreement import differing, differing_first
from dossier.render.facts.claims import about, claim_view, converted, value_marks
from dossier.render.facts.times import time_of, times_of
from dossier.render.facts.views import FactView, FigureView
from dossier.render.footnotes import Marks
from dossier.render.language import words
from dossier.render.language.dates import date_markup
from dossier.render.language.values import Writer, shown_keys
from dossier.render.prose.own import note_markup
from dossier.render.prose.prose import ProseView, ShownValue
from dossier.render.repository.backlinks import fact_backlinks
from dossier.render.site import links
from dossier.render.site.render_context import RenderContext


def fact_view(
    render: RenderContext, fact: MergedFact, keys: tuple[str, ...] | None = None
) -> FactView:
    """A fact with all its claims, the leading one first; `keys` are the columns of its
    table.
    """
    return FactView(
        anchor=fact_anchor(fact.id),
        label=fact.fact.label,
        href=render.link(links.fact_url(fact.id)),
        about=about(render, fact),
        claims=tuple(
            claim_view(render, fact, claim, keys) for claim in leading_first(fact)
        ),
        differing=differing_first(render, fact),
        reports=corroboration_text(render, fact.property, fact.corroborated),
        note=note_markup(render, fact.id, fact.fact.note),
        backlinks=fact_backlinks(render, fact),
    )


class _InOneLine(NamedTuple):
    """What is the same of an answer in one line, wherever that stands: all but its links."""

    name: str
    states: tuple[StateView, ...]
    times: tuple[Markup, Markup]
    proofs: tuple[Reference, ...]
    differing: str


def figure_view(
    render: RenderContext,
    fact: MergedFact,
    answer: Claim | None = None,
    states: tuple[StateView, ...] | None = None,
) -> FigureView:
    """One answer of a fact in one line: the leading one unless another is asked for; with
    all states that a hurried reader must see, unless others are given.
    """
    claim = answer or fact.leading
    told = render.build.finished.once(
        "in one line", (fact, claim), partial(_in_one_line, render, fact, claim)
    )
    value, equivalent = converted(render, fact, claim)
    when, times = told.times
    return FigureView(
        name=told.name,
        states=told.states if states is None else states,
        label=fact.fact.label,
        href=render.link(links.fact_url(fact.id)),
        about=about(render, fact),
        value=value,
        equivalent=equivalent,
        when=when,
        times=times,
        marks=Marks(render.footnotes, told.proofs),
        differing=told.differing,
    )


def _in_one_line(render: RenderContext, fact: MergedFact, claim: Claim) -> _InOneLine:
    keys = shown_keys(claim.value, fact.property)
    return _InOneLine(
        name=fact.name_of(claim),
        states=brief_states(render, fact, claim),
        times=told_times(render, fact, claim),
        proofs=value_marks(render, fact, keys, claim).references,
        differing=differing(render, fact),
    )


def told_times(
    render: RenderContext, fact: MergedFact, claim: Claim
) -> tuple[Markup, Markup]:
    """The time of an answer in the fewest words, and all that is known of it."""
    return render.build.finished.once(
        "times", (fact, claim), partial(_times, render, fact, claim)
    )


def _times(render: RenderContext, fact: MergedFact, claim: Claim) -> tuple[Markup, Markup]:
    told = render.fill(words.sources.SEMICOLON).join(times_of(render, fact, claim))
    return time_of(render, fact, claim), told


def leading_first(fact: MergedFact) -> tuple[Claim, ...]:
    """Every claim of a fact, the leading one before the others."""
    return tuple(merged.claim for merged in fact.claims)


def fact_anchor(fact: FactId) -> str:
    """The id of a fact in its dossier."""
    return FACT_ROW.fill(fact.fact)


def overview(
    render: RenderContext, prose: Prose, wordings: tuple[OwnWording, ...] = ()
) -> ProseView:
    """The narrative of a company, in which facts show their leading values, with what is
    known of its sentences.
    """
    show, passages = partial(_show_value, render), partial(_passages_of, render)
    return ProseView(
        prose, render.footnotes, render.language, show, passages, render.link, wordings
    )


def _passages_of(render: RenderContext, id: FactId) -> tuple[Reference, ...]:
    """The passages of the leading answer of a fact."""
    return render.site.facts[id].leading.references


def _show_value(render: RenderContext, use: ValueUse, before: str) -> ShownValue:
    fact = render.site.facts[use.fact]
    period = _told_time(fact, use)
    value, told = fact.leading.value, _set_in_time(render, fact, use, period == before)
    marks = value_marks(
        render, fact, (use.key,) if use.key else shown_keys(value, fact.property)
    )
    href = render.link(links.fact_url(fact.id))
    name = fact.name_of(fact.leading)
    return ShownValue(
        Markup('<a class="shown" data-claim="{}" href="{}">{}</a>').format(
            name, href, told
        ),
        marks.references,
        period,
    )


def _told_time(fact: MergedFact, use: ValueUse) -> str:
    """The period with which a value stands; empty where it stands without one."""
    period = fact.leading.period
    is_other = use.key in TIMES and use.key not in fact.property.keys
    if not period or (is_other and use.key != "period"):
        return ""
    return str(period) if fact.is_series or is_other else ""


def _set_in_time(
    render: RenderContext, fact: MergedFact, use: ValueUse, is_told: bool
) -> Markup:
    """What a sentence shows, and of a series what it covers and its period, unless the
    sentence shows that beside it, or the words before it have told it.
    """
    write = replace(render.write, ways={}, language=render.build.settings.prose, content="")
    told, claim = _told(write, fact, use.key), fact.leading
    told = _with_doubt(write, fact, use.key, told)
    if not fact.is_series or (use.key in TIMES and use.key not in fact.property.keys):
        return told
    if not claim.period or use.is_dated or is_told:
        return write.qualified(told, claim, fact.property)
    when = date_markup(
        claim.period, write.language, "period" in claim.inferred, is_aside=True
    )
    return write.qualified(told, claim, fact.property, when)


def _with_doubt(write: Writer, fact: MergedFact, key: str, told: Markup) -> Markup:
    """A value with a word behind it where it is rumoured, denied or the like, in the
    language of the sentence that shows it.
    """
    status = fact.status_of(fact.leading)
    is_time = key in TIMES and key not in fact.property.keys
    if status not in NEVER_BARE or is_time:
        return told
    aside = write.language.say(words.claims.STATUSES[status])
    return write.language.fill(words.claims.ASIDE, text=told, aside=aside)


TIMES = frozenset({"period", "stated", "duration"})
"""Sides of a claim that are times themselves."""


def _told(write: Writer, fact: MergedFact, key: str) -> Markup:
    """The leading value, a key of its record or a side of its claim, in words and without
    links of their own.
    """
    claim, prop = fact.leading, fact.property
    if key in prop.keys and isinstance(claim.value, Mapping):
        return write.value(claim.value[key], prop.keys[key], key in claim.inferred)
    if key == "equivalent" and claim.equivalent:
        return write.money(claim.equivalent)
    if key == "duration" and claim.duration:
        return escape(write.duration(claim.duration))
    when = {"period": claim.period, "stated": claim.stated}.get(key)
    return (
        write.date(when, key in claim.inferred)
        if when
        else write.whole(claim.value, prop, claim.inferred)
    )


def section_anchor(section: Section) -> str:
    """The id of a topic in its dossier."""
    return SECTION.fill(section.id)
