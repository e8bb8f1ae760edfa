"""How facts came to say what they say, in sentences: on the page of a fact, on the page of
changes, and in the feed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime

from markupsafe import Markup, escape

from dossier.merge.changes import as_written
from dossier.merge.news import SPEAKERS, YES, record_of
from dossier.model.changes import ChangeKind, ClaimChange, FactChange, Lead, PartChange
from dossier.model.claims import Claim
from dossier.model.dossiers import MergedFact
from dossier.model.facts import Fact, FactId
from dossier.model.history import ChangeSet, HistoryState, HistoryStep, Version
from dossier.model.promises import Settles
from dossier.model.values import Value
from dossier.render.evidence.citations import short_name
from dossier.render.language import words
from dossier.render.language.dates import day_markup
from dossier.render.language.phrases import Phrase
from dossier.render.repository.backlinks import change_url, commit_url
from dossier.render.repository.views import (
    ChangeSetView,
    FactChangeView,
    HistoryView,
    ReasonView,
    VersionView,
)
from dossier.render.site import links
from dossier.render.site.render_context import RenderContext
from dossier.render.site.views import LinkView

NAMED = 3
"""Companies that the summary of a step names."""
SHORT = 7
"""Letters of a commit that people are shown."""


def history_view(render: RenderContext, fact: MergedFact) -> HistoryView | None:
    """The history of a fact; None where it is not to be told."""
    history = render.site.history
    if history.known is HistoryState.UNTOLD:
        return None
    versions = history.facts.get(fact.id, ())
    return HistoryView(
        absence=absence(render) or ("" if versions else render.say(words.changes.NOT_YET)),
        changed=(
            day_markup(versions[-1].step.at.date(), render.language)
            if len(versions) > 1
            else Markup()
        ),
        versions=tuple(_version(render, version) for version in reversed(versions)),
    )


def absence(render: RenderContext) -> str:
    """Why there is no history to tell; empty where there is one."""
    phrase = words.changes.NO_HISTORY.get(render.site.history.known)
    return render.say(phrase) if phrase else ""


def change_set_views(
    render: RenderContext, change_sets: Iterable[ChangeSet], listed: int, room: int
) -> Iterator[ChangeSetView]:
    """What several steps did: each with as many facts as are to be listed, as long as there
    is room for them.
    """
    for change_set in change_sets:
        view = change_set_view(render, change_set, min(listed, room))
        room -= len(view.facts)
        yield view


def change_set_view(
    render: RenderContext, change_set: ChangeSet, listed: int, anchored: bool = True
) -> ChangeSetView:
    """What one step did, with as many facts as are to be listed."""
    step, facts = change_set.step, change_set.changes[:listed]
    anchor = f"change-{step.commit[:SHORT]}"
    more = sum(change_set.counts.values()) - len(facts)
    counts = render.language.list(_counts(render, change_set))
    return ChangeSetView(
        anchor=anchor if anchored else "",
        date=day_markup(step.at.date(), render.language),
        reason=reason_view(render, step),
        counts=counts,
        summary=_summary(render, change_set, counts),
        href=render.link(f"{links.CHANGES}#{anchor}"),
        facts=tuple(_fact_view(render, step, change) for change in facts),
        more=(
            render.say(
                words.changes.MORE_FACTS, facts=render.count(more, words.counts.FACTS)
            )
            if more
            else ""
        ),
    )


def _summary(render: RenderContext, change_set: ChangeSet, counts: str) -> str:
    """How many facts of which companies, where these are few."""
    slugs = dict.fromkeys(
        change.id.company
        for change in change_set.changes
        if change.id.company in render.site.dossiers
    )
    names = [render.site.dossiers[slug].company.name for slug in slugs]
    if not 0 < len(names) <= NAMED:
        return counts
    return render.say(
        words.claims.FACT_TOLD, label=render.language.series(names), value=counts
    )


def _counts(render: RenderContext, change_set: ChangeSet) -> Iterator[str]:
    for kind, things in words.changes.COUNTED.items():
        if number := change_set.counts.get(kind, 0):
            yield render.count(number, things)


def reason_view(render: RenderContext, step: HistoryStep) -> ReasonView:
    """The reason that was given for a step."""
    repository = render.build.settings.repository
    return ReasonView(
        words=step.reason,
        change=f"#{step.change}" if step.change else "",
        change_href=change_url(repository, step.change),
        commit=step.commit[:SHORT],
        commit_href=commit_url(repository, step.commit),
    )


def _version(render: RenderContext, version: Version) -> VersionView:
    step = version.step
    told = (
        sentences(render, version.change, step.at)
        if version.change and version.kind is ChangeKind.CHANGED
        else ()
    )
    phrase = (
        words.changes.FIRST_VERSION
        if step.is_first and version.kind is ChangeKind.ADDED
        else words.changes.BECAME.get(version.kind)
    )
    said = (*((render.fill(phrase),) if phrase else ()), *told)
    return VersionView(
        day_markup(step.at.date(), render.language), said, reason_view(render, step)
    )


def _fact_view(
    render: RenderContext, step: HistoryStep, change: FactChange
) -> FactChangeView:
    fact = change.fact
    is_there = fact.id in render.site.facts
    slug = fact.id.company
    company = (
        render.company_link(slug) if slug in render.site.dossiers else LinkView(slug, "")
    )
    told = sentences(render, change, step.at) if change.kind is ChangeKind.CHANGED else ()
    href = render.link(links.fact_url(fact.id)) if is_there else ""
    return FactChangeView(
        change.kind.value,
        render.say(words.changes.KINDS[change.kind]),
        fact.label,
        href,
        company,
        tuple(told),
    )


def sentences(render: RenderContext, change: FactChange, at: datetime) -> Iterable[Markup]:
    """What a fact said until a day, and what came to it and went from it."""
    day = day_markup(at.date(), render.language)
    sentence = _Sentences(render, day)
    if change.lead:
        yield sentence.of_lead(change, change.lead)
    for part in change.parts:
        yield sentence.of_fact(part)
    for claim in change.claims:
        yield from sentence.of_claim(change, claim)


class _Sentences:
    """Tells one change, in the language of the page."""

    def __init__(self, render: RenderContext, day: Markup) -> None:
        self.render, self.day = render, day

    def of_lead(self, change: FactChange, lead: Lead) -> Markup:
        """Which answer led, and which leads now."""
        before, after = (
            _ClaimState(self.render, change.before, lead.before),
            _ClaimState(self.render, change.after, lead.after),
        )
        return self.render.fill(
            words.changes.LED, before=before.value, after=after.value, date=self.day
        )

    def of_fact(self, part: PartChange) -> Markup:
        """What the fact was called, or what it is about."""
        before, after = (
            self._entity(id) if part.key == "subject" else escape(id)
            for id in (part.before, part.after)
        )
        return self._was(self.render.say(words.changes.FACT_PARTS[part.key]), before, after)

    def _entity(self, id: str) -> Markup:
        return (
            self.render.write.entity(id) if id in self.render.site.entities else escape(id)
        )

    def of_claim(self, change: FactChange, claim: ClaimChange) -> Iterator[Markup]:
        """One answer: what it said and then said, or that it came or went."""
        before = _ClaimState(self.render, change.before, claim.before)
        after = _ClaimState(self.render, change.after, claim.after)
        if claim.before is None:
            yield self.render.fill(words.changes.ANSWER_CAME, value=after.value)
        elif claim.after is None:
            yield self.render.fill(words.changes.ANSWER_WENT, value=before.value)
        else:
            yield from (self._moved(before, after, part) for part in claim.parts)
            yield from self._sources(words.changes.SOURCES_CAME, claim.gained_sources)
            yield from self._sources(words.changes.SOURCES_WENT, claim.lost_sources)

    def _moved(
        self, before: "_ClaimState", after: "_ClaimState", part: PartChange
    ) -> Markup:
        key, _, inner = part.key.partition(".")
        if key == SPEAKERS:
            return self._was(
                self.render.say(words.changes.CLAIM_PARTS[key]),
                before.who(part.before),
                after.who(part.after),
            )
        if inner:
            return self._was(
                after.name_of(inner),
                before.key(inner, part.before),
                after.key(inner, part.after),
            )
        if key == "value":
            return self.render.fill(
                words.changes.WAS, before=before.value, after=after.value, date=self.day
            )
        return self._was(
            self.render.say(words.changes.CLAIM_PARTS[key]),
            before.side(key),
            after.side(key),
        )

    def _was(self, part: str, before: Markup, after: Markup) -> Markup:
        phrase = (
            words.changes.PART_WAS
            if before and after
            else words.changes.PART_WENT
            if before
            else words.changes.PART_CAME
        )
        return self.render.fill(
            phrase, part=part, before=before, after=after, date=self.day
        )

    def _sources(self, phrase: Phrase, ids: Iterable[str]) -> Iterator[Markup]:
        names = [self._source(id) for id in ids]
        if names:
            yield self.render.fill(phrase, sources=self.render.language.list(names))

    def _source(self, id: str) -> str:
        known = self.render.site.sources.get(id)
        return short_name(known.source, self.render.language) if known else id


class _ClaimState:
    """One state of a claim in words: as pages write it today, or in its own words where its
    property is another.
    """

    def __init__(
        self, render: RenderContext, fact: Fact | None, claim: Claim | None
    ) -> None:
        self.render, self.claim = render, claim
        now = render.site.facts.get(fact.id) if fact else None
        self.is_one_of_many = (
            len({one.period for one in fact.claims if one.period}) > 1 if fact else False
        )
        self.prop = (
            now.property if now and fact and now.property.id == fact.property else None
        )

    @property
    def value(self) -> Markup:
        """The whole value, and of which period it is where there are several."""
        if self.claim is None:
            return Markup()
        write = self.render.write
        prop = (
            self.prop
            if self.prop and (not self.prop.keys or isinstance(self.claim.value, Mapping))
            else None
        )
        told = (
            write.answer(self.claim, prop, ())
            if prop
            else self._in_own_words(self.claim.value)
        )
        if not (self.is_one_of_many and self.claim.period):
            return told
        return self.render.fill(
            words.claims.ASIDE, text=told, aside=write.date(self.claim.period)
        )

    def _in_own_words(self, value: Value) -> Markup:
        """As it was written, without the keys of a record: those are the form, and were
        others perhaps.
        """
        written = as_written(value)
        said = (
            self.name_of(key) if part in (YES, "true") else part
            for key, part in record_of(written).items()
        )
        return Markup(" · ").join(map(escape, said)) or escape(written)

    def name_of(self, key: str) -> str:
        """What a key of a record is called today."""
        return (
            self.prop.keys[key].label or key if self.prop and key in self.prop.keys else key
        )

    def key(self, key: str, written: str) -> Markup:
        """A key of a record."""
        value = (
            self.claim.value.get(key)
            if self.claim and isinstance(self.claim.value, Mapping)
            else None
        )
        if value is None or not self.prop or key not in self.prop.keys:
            return escape(written)
        return self.render.write.value(value, self.prop.keys[key])

    def side(self, key: str) -> Markup:
        """What a claim says around its value."""
        claim, write = self.claim, self.render.write
        said = getattr(claim, key) if claim else None
        if claim is None or not said:
            return Markup()
        writers: Mapping[str, Callable[[], Markup | str]] = {
            "status": lambda: self.render.say(words.claims.STATUSES[claim.status]),
            "rank": lambda: self.render.say(
                words.claims.RANKS.get(claim.rank, words.changes.NORMAL_RANK)
            ),
            "qualifiers": lambda: self.render.language.series(said.values()),
            "settles": lambda: self.render.fill(words.sources.SEMICOLON).join(
                map(self._settled, said)
            ),
            "equivalent": lambda: write.money(said),
            "duration": lambda: write.duration(said),
            "period": lambda: write.date(said),
            "stated": lambda: write.date(said),
        }
        return escape(writers[key]())

    def _settled(self, one: Settles) -> Markup:
        fact = self.render.site.facts.get(FactId.parse(one.promise, ""))
        label = fact.fact.label if fact else one.promise
        return self.render.fill(
            words.claims.FACT_TOLD,
            label=label,
            value=self.render.say(words.promises.OUTCOMES[one.outcome]),
        )

    def who(self, ids: str) -> Markup:
        """Who says a part of it."""
        return self.render.fill(words.sources.COMMA).join(
            self._entity(id) for id in ids.split(", ") if id
        )

    def _entity(self, id: str) -> Markup:
        return (
            self.render.write.entity(id) if id in self.render.site.entities else escape(id)
        )
