"""Which pages of the site look different after a change, by address.

The pages that count, list or compare across companies (home, all sources, evidence, data,
compare) are not named.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain

from dossier.model.changes import ChangeKind
from dossier.model.facts import Fact, FactId
from dossier.model.speaking import speakers_of
from dossier.model.values import names_in
from dossier.read.layout import Role
from dossier.render.site import links
from dossier.review.report import FactLine, PageLine, RecordLine, Sort
from dossier.review.sides import Side
from dossier.yaml.blocks import words_in

Found = Iterator[tuple[str, ChangeKind]]


@dataclass(frozen=True)
class Shown:
    """What a page can show of a change."""

    lines: Sequence[FactLine]
    records: Sequence[RecordLine]
    others: AbstractSet[FactId]
    # Facts that say what they said and may look different all the same.


def affected_pages(
    base: Side, head: Side, shown: Shown, happenings: AbstractSet[str]
) -> tuple[PageLine, ...]:
    """Every page that came, went or shows something else, in order of address.

    `happenings` are the companies of which an event is among the facts.
    """
    companies = {
        file.ids[0] for side in (base, head) for file in side.files.layout[Role.COMPANY]
    }
    changed = {line.change.id for line in shown.lines}
    led_on = {*_led_on(shown.lines)}
    found: dict[str, ChangeKind] = {}
    for url, kind in chain(
        chain.from_iterable(_of_record(line) for line in shown.records),
        chain.from_iterable(
            _of_fact(line, companies)
            for line in shown.lines
            if line.change.id not in led_on
        ),
        (
            (links.timeline_url(company, ""), ChangeKind.CHANGED)
            for company in sorted(happenings)
        ),
        chain.from_iterable(_shown(id) for id in sorted(shown.others - changed)),
        _of_timelines(base, head, changed | shown.others),
    ):
        found[url] = kind if kind is not ChangeKind.CHANGED else found.get(url, kind)
    return tuple(PageLine(url, found[url]) for url in sorted(found))


def _led_on(lines: Sequence[FactLine]) -> Iterator[FactId]:
    """The facts that went, and whose addresses lead to one that names them."""
    for line in lines:
        if fact := line.change.after:
            yield from (FactId(fact.id.company, old) for old in fact.formerly)


def _of_fact(line: FactLine, companies: set[str]) -> Found:
    """The page of a fact, its dossier, the pages of all that it names, and those of its
    sources.
    """
    id = line.change.id
    yield links.fact_url(id), ChangeKind.ADDED if line.change.old_id else line.change.kind
    yield from _of_company(id.company)
    for fact in filter(None, (line.change.before, line.change.after)):
        yield from (
            (_home(entity, companies), ChangeKind.CHANGED) for entity in _entities(fact)
        )
    for standing in filter(None, (line.before, line.after)):
        yield from (
            (links.source_url(source), ChangeKind.CHANGED) for source in standing.sources
        )


def _entities(fact: Fact) -> set[str]:
    named = {name.entity for claim in fact.claims for _, name in names_in(claim.value)}
    return (
        named | {fact.subject} | {id for claim in fact.claims for id in speakers_of(claim)}
    ) - {""}


def _home(entity: str, companies: set[str]) -> str:
    """The page that tells all about an entity."""
    return links.company_url(entity) if entity in companies else links.entity_url(entity)


def _shown(id: FactId) -> Found:
    """Where a fact is shown whose own text is the same."""
    yield links.fact_url(id), ChangeKind.CHANGED
    yield from _of_company(id.company)


def _of_company(slug: str) -> Found:
    """The dossier and the ledger, by the address that it has whether it fits one page or
    not.
    """
    yield links.company_url(slug), ChangeKind.CHANGED
    yield links.ledger_url(slug), ChangeKind.CHANGED


def _of_timelines(base: Side, head: Side, facts: set[FactId]) -> Found:
    """The chosen timelines in which one of the facts stands."""
    if not facts:
        return
    for side in (base, head):
        files = side.files.layout[Role.TIMELINE]
        side.files.fetch(file.path for file in files)
        for file in files:
            ids = words_in(side.files.text(file.path) or "")
            shown = [
                fact
                for fact in facts
                if fact.fact in ids and (fact.company == file.ids[0] or fact.company in ids)
            ]
            if shown:
                yield links.timeline_url(*file.ids), ChangeKind.CHANGED


def _of_record(line: RecordLine) -> Found:
    """The page that a record has of its own, or stands on."""
    if line.sort is Sort.SOURCE:
        yield links.source_url(line.id), line.kind
    elif line.sort is Sort.COMPANY:
        yield links.company_url(line.id), line.kind
        yield links.ledger_url(line.id), line.kind
    elif line.sort is Sort.NARRATIVE:
        yield links.company_url(line.id), ChangeKind.CHANGED
    elif line.sort is Sort.TIMELINE:
        yield links.timeline_url(*line.id.split("/")), line.kind
        yield links.company_url(line.id.split("/")[0]), ChangeKind.CHANGED
    elif line.sort is Sort.CORRECTION:
        yield links.CORRECTIONS, ChangeKind.CHANGED
    elif line.sort is Sort.PAGE:
        yield links.page_url(line.id), line.kind
