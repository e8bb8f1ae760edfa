"""The context of a fact's page: every claim in full, beside the words that support it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup, escape

from dossier.merge.attributions import attribution_of
from dossier.model.addresses import FACT
from dossier.model.borrowing import pointed
from dossier.model.claims import Claim, Reference
from dossier.model.dossiers import Dossier, MergedFact, Section
from dossier.model.values import MONEY, Property, figure_of
from dossier.render.charts.choosing import fact_charts
from dossier.render.charts.views import ChartView
from dossier.render.evidence.corroboration import corroboration_text
from dossier.render.evidence.labels import key_label
from dossier.render.evidence.notes import evidence_view, passage_view
from dossier.render.evidence.speakers import attribution_text, who
from dossier.render.evidence.states import legend, whole_states
from dossier.render.evidence.views import EvidenceView, LegendView, PassageView
from dossier.render.facts.agreement import agreement_words, differing_first
from dossier.render.facts.claims import (
    about,
    dated,
    is_single_day,
    parts,
    period,
    rank,
    supports,
    unique,
)
from dossier.render.facts.courses import course_views
from dossier.render.facts.facts import leading_first, section_anchor
from dossier.render.facts.promises import promised_view
from dossier.render.facts.views import CourseView, DetailView, PromisedView
from dossier.render.language import words
from dossier.render.pages.citing import page_citation, with_source
from dossier.render.pages.comparisons import compare_link
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.embeds import embed_code, embed_way
from dossier.render.pages.fact_entry import fact_entries
from dossier.render.pages.families import Planned
from dossier.render.pages.trails import company_trail
from dossier.render.pages.views import AnswerView
from dossier.render.prose.own import note_markup, own_label
from dossier.render.repository.backlinks import fact_backlinks
from dossier.render.repository.histories import history_view
from dossier.render.repository.views import BackLinksView, HistoryView
from dossier.render.site import links
from dossier.render.site.render_context import Appearance, RenderContext
from dossier.render.site.views import LinkView
from dossier.render.timelines.appearances import event_url


@dataclass(frozen=True, kw_only=True)
class FactContext(PageContext):
    """A fact with all that is said about it."""

    about: Markup
    question: DetailView
    # What the property means.
    differing: str
    agreement: str
    reports: str
    note: Markup
    legend: tuple[LegendView, ...]
    own: str
    # What its label says that no quote has; empty where there is nothing.
    promise: PromisedView | None
    # Where it stands, if it speaks of what is to come.
    answers: tuple[AnswerView, ...]
    charts: tuple[ChartView, ...]
    # Of the figures on which they differ, or of their courses.
    courses: tuple[CourseView, ...]
    corrections: tuple[LinkView, ...]
    # Errors that touch it, each with its reason.
    history: HistoryView | None
    # None where the owner of the site does not want it told.
    timelines: tuple[LinkView, ...]
    compare: LinkView | None
    # The same of others.
    backlinks: BackLinksView | None
    before: LinkView | None
    after: LinkView | None
    data_href: str
    with_source: str
    # What it says, as a line that can be taken elsewhere.
    cite_as: str
    embed: str
    # The HTML that shows its card; empty where it has none.
    card: LinkView | None


def fact_pages(dossier: Dossier) -> Iterator[Planned]:
    """A page for each fact of a dossier."""
    for section in dossier.sections:
        for place, fact in enumerate(section.facts):
            make = partial(fact_context, section=section, place=place)
            yield Planned(FACT, make, (fact.id.company, fact.id.fact), find=fact_entries)


def fact_context(render: RenderContext, section: Section, place: int) -> FactContext:
    """The fact at one place of a section, with its neighbours."""
    fact = section.facts[place]
    value = dated(render, fact, fact.leading).striptags()
    company = render.site.dossiers[fact.id.company].company
    named = render.say(words.citing.OF_COMPANY, label=fact.fact.label, company=company.name)
    return FactContext(
        here=render.here,
        title=fact.fact.label,
        description=render.say(
            words.pages.ABOUT_FACT,
            label=fact.fact.label,
            company=company.name,
            value=value,
        ),
        trail=(*company_trail(render, company.slug), _section_link(render, fact, section)),
        as_of=render.newest(map(render.source, fact.sources)),
        about=about(render, fact),
        question=DetailView(fact.property.label, escape(fact.property.description)),
        differing=differing_first(render, fact),
        agreement=render.say(agreement_words(fact)),
        reports=corroboration_text(render, fact.property, fact.corroborated),
        note=note_markup(render, fact.id, fact.fact.note),
        own=own_label(render, fact.id),
        legend=legend(render),
        promise=(
            promised_view(render, render.site.promises[fact.id])
            if fact.id in render.site.promises
            else None
        ),
        charts=fact_charts(render, fact),
        courses=course_views(render, fact),
        answers=tuple(_answer(render, fact, claim) for claim in leading_first(fact)),
        corrections=tuple(_corrections(render, fact)),
        history=history_view(render, fact),
        timelines=tuple(
            _timeline(render, fact, one)
            for one in render.build.appearances.get(fact.id, ())
        ),
        compare=compare_link(render, fact.property),
        before=_fact_link(render, section.facts[place - 1]) if place else None,
        after=(
            _fact_link(render, section.facts[place + 1])
            if place + 1 < len(section.facts)
            else None
        ),
        backlinks=fact_backlinks(render, fact),
        data_href=render.link(links.data_url(company.slug)),
        with_source=with_source(render, fact, named),
        cite_as=page_citation(render, named, value),
        embed=embed_code(render, fact, named),
        card=embed_way(render, fact),
    )


def _answer(render: RenderContext, fact: MergedFact, claim: Claim) -> AnswerView:
    prop = fact.property
    return AnswerView(
        name=fact.name_of(claim),
        states=whole_states(render, fact, claim),
        corroboration=corroboration_text(render, prop, fact.merged(claim).corroborated),
        value=render.write.answer(claim, prop),
        equivalent=render.write.money(claim.equivalent) if claim.equivalent else Markup(),
        leading=claim is fact.leading and len(fact.fact.claims) > 1,
        rank=rank(render, claim),
        details=tuple(_details(render, fact, claim)),
        inferences=tuple(_inferences(render, prop, claim)),
        note=note_markup(render, fact.id, claim.note),
        evidence=tuple(_evidence(render, fact, claim)),
    )


def _inferences(
    render: RenderContext, prop: Property, claim: Claim
) -> Iterator[DetailView]:
    """How we came to what the sources do not give in full."""
    for key, why in sorted(claim.inferred.items()):
        yield DetailView(key_label(render, prop, key), _reason(render, why))


def _reason(render: RenderContext, why: str) -> Markup:
    """How a date was worked out: in words, or by the fact whose date it is, with the words
    that stand there.
    """
    id = pointed(why)
    fact = render.site.facts.get(id) if id else None
    if fact is None:
        return escape(why)
    link = Markup('<a href="{}">{}</a>').format(
        render.link(links.fact_url(fact.id)), fact.fact.label
    )
    further = fact.leading.inferred.get(fact.property.date_key or "", "")
    said = render.fill(words.claims.DATE_OF, fact=link)
    return said + render.language.space + _reason(render, further) if further else said


def _evidence(
    render: RenderContext, fact: MergedFact, claim: Claim
) -> Iterator[EvidenceView]:
    """The passages behind a claim, source by source, each with whose word it passes on."""
    listed: dict[str, list[PassageView]] = {}
    for one in unique(claim.references):
        listed.setdefault(one.source, []).append(_passage(render, fact, claim, one))
    for source, passages in listed.items():
        yield evidence_view(render, source, passages)


def _passage(
    render: RenderContext, fact: MergedFact, claim: Claim, one: Reference
) -> PassageView:
    said = attribution_text(render, attribution_of(fact, claim, one))
    return passage_view(
        render, render.source(one.source), one, supports(render, one, fact.property), said
    )


def _details(render: RenderContext, fact: MergedFact, claim: Claim) -> Iterator[DetailView]:
    """All that is known about a claim, part by part."""
    for part in parts(render, fact, claim):
        if part.value:
            yield DetailView(part.label, part.value, differs=part.differs)
    if exact := _exact(render, fact.property, claim):
        yield DetailView(render.say(words.claims.EXACT), escape(exact))
    if span := period(render, claim):
        called = words.claims.DAY if is_single_day(claim) else words.claims.PERIOD
        yield DetailView(render.say(called), span)
    if claim.stated:
        stated = render.write.date(claim.stated, "stated" in claim.inferred)
        yield DetailView(render.say(words.claims.STATED), stated)
    if claim.checked:
        checked = render.write.date(claim.checked)
        yield DetailView(render.say(words.claims.CHECKED), checked)
    if said := who(render, fact, claim):
        yield DetailView(render.say(words.claims.SAID_BY), said)
    yield DetailView(
        render.say(words.claims.STATUS),
        render.fill(words.claims.STATUSES[fact.status_of(claim)]),
    )


def _exact(render: RenderContext, prop: Property, claim: Claim) -> str:
    """An amount of money in full; nothing of any other value."""
    amount = figure_of(claim.value)
    return render.write.in_full(amount) if amount and prop.field.type is MONEY else ""


def _timeline(render: RenderContext, fact: MergedFact, appearance: Appearance) -> LinkView:
    """The way to the fact's place in a timeline."""
    return LinkView(
        appearance.timeline.label, render.link(event_url(render.build, appearance, fact.id))
    )


def _corrections(render: RenderContext, fact: MergedFact) -> Iterator[LinkView]:
    """The ways to the corrections that touch a fact."""
    for error in render.site.errors.get(fact.id, ()):
        yield LinkView(
            error.reason,
            render.link(f"{links.CORRECTIONS}#{links.correction_anchor(error)}"),
        )


def _section_link(render: RenderContext, fact: MergedFact, section: Section) -> LinkView:
    return LinkView(
        section.label,
        render.link(f"{links.company_url(fact.id.company)}#{section_anchor(section)}"),
    )


def _fact_link(render: RenderContext, fact: MergedFact) -> LinkView:
    return LinkView(fact.fact.label, render.link(links.fact_url(fact.id)))
