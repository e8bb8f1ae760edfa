"""The context of a fact's page: every claim in full, beside the words that support it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup, escape

from dossier.merge.tellings import telling_of
from dossier.model.addresses import FACT
from dossier.model.agreement import Agreement
from dossier.model.borrowing import pointed
from dossier.model.claims import Claim, Reference
from dossier.model.dossiers import Dossier, MergedFact, Section
from dossier.model.values import MONEY, Property, figure_of
from dossier.render.charts.choosing import fact_charts
from dossier.render.charts.views import ChartView
from dossier.render.evidence.labels import key_label
from dossier.render.evidence.notes import evidence_view, passage_view
from dossier.render.evidence.speakers import told_by, who
from dossier.render.evidence.states import claim_states, legend
from dossier.render.evidence.views import EvidenceView, LegendView, PassageView
from dossier.render.evidence.voices import told_voices
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
from dossier.render.pages.families import Planned
from dossier.render.pages.trails import company_trail
from dossier.render.pages.views import AnswerView
from dossier.render.prose.own import note_markup, own_label
from dossier.render.repository.backlinks import fact_backlinks
from dossier.render.repository.histories import history_view
from dossier.render.repository.views import BackLinksView, HistoryView
from dossier.render.site import links
from dossier.render.site.sheets import Appearance, Sheet
from dossier.render.site.views import LinkView
from dossier.render.timelines.appearances import event_url


@dataclass(frozen=True, kw_only=True)
class FactContext(PageContext):
    """A fact with all that is said about it."""

    about: Markup
    question: DetailView
    # What the property means.
    differing: bool
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
            yield Planned(FACT, make, (fact.id.company, fact.id.fact))


def fact_context(sheet: Sheet, section: Section, place: int) -> FactContext:
    """The fact at one place of a section, with its neighbours."""
    fact = section.facts[place]
    value = dated(sheet, fact, fact.leading)
    company = sheet.site.dossiers[fact.id.company].company
    named = sheet.say(words.citing.OF_COMPANY, label=fact.fact.label, company=company.name)
    return FactContext(
        here=sheet.here,
        title=fact.fact.label,
        description=sheet.say(
            words.pages.ABOUT_FACT,
            label=fact.fact.label,
            company=company.name,
            value=value.striptags(),
        ),
        trail=(*company_trail(sheet, company.slug), _section_link(sheet, fact, section)),
        as_of=sheet.newest(map(sheet.source, fact.sources)),
        about=about(sheet, fact),
        question=DetailView(fact.property.label, escape(fact.property.description)),
        differing=fact.agreement is Agreement.DIFFERING,
        agreement=sheet.say(words.claims.AGREEMENT[fact.agreement]),
        reports=told_voices(sheet, fact.property, fact.told),
        note=note_markup(sheet, fact.id, fact.fact.note),
        own=own_label(sheet, fact.id),
        legend=legend(sheet),
        promise=(
            promised_view(sheet, sheet.site.promises[fact.id])
            if fact.id in sheet.site.promises
            else None
        ),
        charts=fact_charts(sheet, fact),
        courses=course_views(sheet, fact),
        answers=tuple(_answer(sheet, fact, claim) for claim in leading_first(fact)),
        corrections=tuple(_corrections(sheet, fact)),
        history=history_view(sheet, fact),
        timelines=tuple(
            _timeline(sheet, fact, one) for one in sheet.book.appearances.get(fact.id, ())
        ),
        compare=compare_link(sheet, fact.property),
        before=_fact_link(sheet, section.facts[place - 1]) if place else None,
        after=(
            _fact_link(sheet, section.facts[place + 1])
            if place + 1 < len(section.facts)
            else None
        ),
        backlinks=fact_backlinks(sheet, fact),
        data_href=sheet.link(links.data_url(company.slug)),
        with_source=with_source(sheet, fact, named),
        cite_as=page_citation(sheet, named, value.striptags()),
        embed=embed_code(sheet, fact, named),
        card=embed_way(sheet, fact),
    )


def _answer(sheet: Sheet, fact: MergedFact, claim: Claim) -> AnswerView:
    prop = fact.property
    return AnswerView(
        name=fact.name_of(claim),
        states=claim_states(sheet, fact, claim),
        voices=told_voices(sheet, prop, fact.merged(claim).told),
        value=sheet.write.answer(claim, prop),
        equivalent=sheet.write.money(claim.equivalent) if claim.equivalent else Markup(),
        leading=claim is fact.leading and len(fact.fact.claims) > 1,
        rank=rank(sheet, claim),
        details=tuple(detail for detail in _details(sheet, fact, claim) if detail.value),
        inferences=tuple(_inferences(sheet, prop, claim)),
        note=note_markup(sheet, fact.id, claim.note),
        evidence=tuple(_evidence(sheet, fact, claim)),
    )


def _inferences(sheet: Sheet, prop: Property, claim: Claim) -> Iterator[DetailView]:
    """How we came to what the sources do not give in full."""
    for key, why in sorted(claim.inferred.items()):
        yield DetailView(key_label(sheet, prop, key), _reason(sheet, why))


def _reason(sheet: Sheet, why: str) -> Markup:
    """How a date was worked out: in words, or by the fact whose date it is, with the words
    that stand there.
    """
    id = pointed(why)
    fact = sheet.site.facts.get(id) if id else None
    if fact is None:
        return escape(why)
    link = Markup('<a href="{}">{}</a>').format(
        sheet.link(links.fact_url(fact.id)), fact.fact.label
    )
    further = fact.leading.inferred.get(fact.property.date_key or "", "")
    said = sheet.fill(words.claims.DATE_OF, fact=link)
    return said + Markup(" ") + _reason(sheet, further) if further else said


def _evidence(sheet: Sheet, fact: MergedFact, claim: Claim) -> Iterator[EvidenceView]:
    """The passages behind a claim, source by source, each with whose word it passes on."""
    for source in dict.fromkeys(one.source for one in claim.references):
        listed = [one for one in unique(claim.references) if one.source == source]
        yield evidence_view(
            sheet, source, [_passage(sheet, fact, claim, one) for one in listed]
        )


def _passage(sheet: Sheet, fact: MergedFact, claim: Claim, one: Reference) -> PassageView:
    said = told_by(sheet, telling_of(fact, claim, one))
    return passage_view(
        sheet, sheet.source(one.source), one, supports(sheet, one, fact.property), said
    )


def _details(sheet: Sheet, fact: MergedFact, claim: Claim) -> Iterator[DetailView]:
    """All that is known about a claim, part by part; what is empty is left out by the
    caller.
    """
    yield from (
        DetailView(part.label, part.value, differs=part.differs)
        for part in parts(sheet, fact, claim)
    )
    yield DetailView(
        sheet.say(words.claims.EXACT), escape(_exact(sheet, fact.property, claim))
    )
    yield DetailView(
        sheet.say(words.claims.DAY if is_single_day(claim) else words.claims.PERIOD),
        period(sheet, claim),
    )
    stated = (
        sheet.write.date(claim.stated, "stated" in claim.inferred)
        if claim.stated
        else Markup()
    )
    yield DetailView(sheet.say(words.claims.STATED), stated)
    yield DetailView(
        sheet.say(words.claims.CHECKED),
        sheet.write.date(claim.checked) if claim.checked else Markup(),
    )
    yield DetailView(sheet.say(words.claims.SAID_BY), who(sheet, fact, claim))
    yield DetailView(
        sheet.say(words.claims.STATUS),
        sheet.fill(words.claims.STATUSES[fact.status_of(claim)]),
    )


def _exact(sheet: Sheet, prop: Property, claim: Claim) -> str:
    """An amount of money in full; nothing of any other value."""
    amount = figure_of(claim.value)
    return sheet.write.in_full(amount) if amount and prop.field.type is MONEY else ""


def _timeline(sheet: Sheet, fact: MergedFact, appearance: Appearance) -> LinkView:
    """The way to the fact's place in a timeline."""
    return LinkView(
        appearance.timeline.label, sheet.link(event_url(sheet.book, appearance, fact.id))
    )


def _corrections(sheet: Sheet, fact: MergedFact) -> Iterator[LinkView]:
    """The ways to the corrections that touch a fact."""
    for error in sheet.site.errors.get(fact.id, ()):
        yield LinkView(
            error.reason,
            sheet.link(f"{links.CORRECTIONS}#{links.correction_anchor(error)}"),
        )


def _section_link(sheet: Sheet, fact: MergedFact, section: Section) -> LinkView:
    return LinkView(
        section.label,
        sheet.link(f"{links.company_url(fact.id.company)}#{section_anchor(section)}"),
    )


def _fact_link(sheet: Sheet, fact: MergedFact) -> LinkView:
    return LinkView(fact.fact.label, sheet.link(links.fact_url(fact.id)))
