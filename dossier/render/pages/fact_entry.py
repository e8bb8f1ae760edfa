"""What a search finds of a fact: all of its answers, the words that support them, and what
narrows a search down to it.

An event is the fact that it is: it is found once, whatever timelines show it.
"""

from collections.abc import Iterator
from itertools import islice

from markupsafe import escape

from dossier.model.addresses import Ids
from dossier.model.dossiers import MergedFact
from dossier.model.facts import FactId
from dossier.model.values import Property
from dossier.render.evidence.citations import short_name
from dossier.render.evidence.speakers import who
from dossier.render.evidence.states import claim_states
from dossier.render.evidence.views import StateView
from dossier.render.facts.agreement import differing
from dossier.render.facts.claims import about, answer, as_of, hedged, parts, period
from dossier.render.facts.facts import fact_anchor, figure_view
from dossier.render.language import words
from dossier.render.language.quoting import in_marks
from dossier.render.search.asked import other_words
from dossier.render.search.entries import (
    Entry,
    as_of_day,
    filled_in,
    joined,
    narrowed_by,
    words_of,
    years_in,
)
from dossier.render.site import links
from dossier.render.site.render_context import RenderContext
from dossier.render.timelines.appearances import event_url


def fact_entries(render: RenderContext, ids: Ids) -> Iterator[Entry]:
    """The fact of these ids."""
    fact = render.site.facts[FactId(*ids)]
    claim, company = fact.leading, render.site.dossiers[fact.id.company].company
    topic = company.sections[fact.fact.section]
    when, key = (
        (fact.happened, fact.property.date_key)
        if fact.happened
        else (claim.period, "period")
    )
    figure = figure_view(render, fact)
    states = _states(render, fact)
    kind = render.say(
        words.search.EVENT_FOUND if fact.is_event else words.search.FACT_FOUND
    )
    yield Entry(
        url=links.fact_url(fact.id),
        text=joined(
            company.name,
            fact.property.label,
            words_of(figure.about),
            *_said(render, fact),
            *_quotes(render, fact),
            fact.fact.note,
            fact.property.description,
        ),
        shown=filled_in(
            title=fact.fact.label,
            kind=kind,
            company=company.name,
            topic=topic,
            about=words_of(figure.about),
            value=words_of(answer(render, fact, claim)),
            when=words_of(render.write.date(when, key in claim.inferred)) if when else "",
            as_of=as_of_day(render, as_of(render, claim) or period(render, claim)),
            states="\n".join(f"{state.kind} {state.label}" for state in states),
        ),
        filters=narrowed_by(
            kind=(kind,),
            company=(company.name,),
            topic=(topic,),
            source=tuple(
                dict.fromkeys(
                    short_name(render.source(id), render.language) for id in fact.sources
                )
            ),
            state=tuple(
                dict.fromkeys(
                    render.say(words.search.STATES_FOUND[state.kind]) for state in states
                )
            ),
            year=tuple(_years(fact)),
        ),
        asked=_asked(render, fact.property),
        ways=(
            f"{links.company_url(company.slug)}#{fact_anchor(fact.id)}",
            *islice(_timelines(render, fact), 1),
        ),
    )


def _asked(render: RenderContext, prop: Property) -> str:
    """The other words for what is asked, the same for all facts of a property."""
    return render.build.finished.once(
        "asked", (prop,), lambda: joined(*other_words(prop, render.build.alike))
    )


def _said(render: RenderContext, fact: MergedFact) -> Iterator[str]:
    """Every answer in words, with all keys of a record."""
    for merged in fact.claims:
        claim = merged.claim
        named = parts(render, fact, claim)
        told = " · ".join(
            render.say(words.claims.FACT_TOLD, label=part.label, value=words_of(part.value))
            for part in named
        )
        yield words_of(
            hedged(render, fact, claim, escape(told))
            if named
            else answer(render, fact, claim)
        )
        yield words_of(about(render, fact))
        yield words_of(render.write.money(claim.equivalent)) if claim.equivalent else ""
        yield words_of(who(render, fact, claim))


def _quotes(render: RenderContext, fact: MergedFact) -> Iterator[str]:
    references = (one for merged in fact.claims for one in merged.claim.references)
    return (
        in_marks(quote, render.language)
        for quote in dict.fromkeys(one.quote for one in references)
        if quote
    )


def _states(render: RenderContext, fact: MergedFact) -> tuple[StateView, ...]:
    """What can be said of the leading answer, and that others differ from it."""
    states = claim_states(render, fact, fact.leading)
    flag = differing(render, fact)
    return (*states, StateView("differs", flag)) if flag else states


def _timelines(render: RenderContext, fact: MergedFact) -> Iterator[str]:
    """The places of the fact in timelines."""
    for one in render.build.appearances.get(fact.id, ()):
        yield event_url(render.build, one, fact.id)


def _years(fact: MergedFact) -> Iterator[str]:
    """The years of a fact: when it happened, else the time it is about, else when it was
    said.
    """
    claim = fact.leading
    when = fact.happened or claim.period or claim.stated
    return years_in(when) if when else iter(())
