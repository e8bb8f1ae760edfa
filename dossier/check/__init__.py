"""Records to findings. Each rule is a small function with a stable code; the order is the
list below.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dossier.check import (
    borrowing,
    corrections,
    doubles,
    facts,
    holding,
    idle,
    links,
    ours,
    plain,
    promises,
    proofs,
    prose,
    questions,
    timelines,
    units,
    wholes,
)
from dossier.check.added import find_by_extensions
from dossier.check.confirming import BY_CONTENT, Settled, settle
from dossier.mapping import Mapped, in_groups, one_by_one
from dossier.model.content import Content
from dossier.model.findings import Finding, has_errors

Check = Callable[[Content], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    links.refuse_double_ids,
    links.find_unknown_sources,
    links.find_unknown_entities,
    links.find_unknown_facts,
    links.match_sections,
    facts.match_supports,
    facts.match_speakers,
    facts.require_passages,
    facts.limit_quotes,
    facts.refuse_repeated_claims,
    facts.refuse_repeated_passages,
    facts.match_inferred,
    borrowing.match_borrowed_dates,
    facts.refuse_same_currency,
    plain.refuse_equivalents_of_nothing,
    facts.match_origins,
    facts.require_reasons,
    promises.match_promises,
    promises.match_outcomes,
    promises.refuse_lasting_dues,
    ours.refuse_figures_without_quotes,
    proofs.match_records,
    proofs.refuse_what_readers_found_wrong,
    holding.warn_of_ends_before_starts,
    plain.warn_of_odd_counts,
    plain.warn_of_dates_too_late,
    timelines.require_events,
    timelines.require_order,
    timelines.match_lanes,
    prose.find_unknown_citations,
    prose.find_unknown_values,
    units.find_units_twice,
)
"""Those that go through the companies that a content looks at, one by one."""
CHECKS_OF_ALL: tuple[Check, ...] = (
    links.find_unknown_origins,
    links.refuse_former_ids_in_use,
    facts.match_inferred_of_sources,
    corrections.find_unknown_facts_of_corrections,
    corrections.guard_source_errors,
    corrections.guard_own_errors,
    proofs.require_records,
    proofs.count_old_records,
    holding.warn_of_odd_conversions,
    holding.warn_of_shared_posts,
    plain.warn_of_early_readers,
    wholes.warn_of_parts_above_their_whole,
    doubles.warn_of_double_sources,
    doubles.warn_of_double_entities,
    doubles.warn_of_double_origins,
    prose.find_dead_links,
    find_by_extensions,
)
"""Those that hold companies against each other, or look at what belongs to none."""
LAST_CHECKS: tuple[Check, ...] = (proofs.warn_of_unsupported_figures,)
LAST_CHECKS_OF_ALL: tuple[Check, ...] = (
    idle.warn_of_idle_records,
    questions.warn_of_second_facts,
    proofs.warn_of_idle_proofs,
    proofs.warn_of_idle_judgements,
)
"""Told only where there is no error: a misspelt id makes the right one look idle."""
LEAST, MOST = 200, 500
"""Facts that are checked at a time, where several processes do it: enough that to hand them
out costs nothing beside it.
"""
EACH = 4
"""Parts of them that a process checks before it makes room for another: it copies the
records that it looks at.
"""
PARTS = 32
"""Into so many the facts are parted where each has neither more nor fewer than that."""


def check_content(
    content: Content, read: tuple[Finding, ...] = (), mapped: Mapped = one_by_one
) -> tuple[Finding, ...]:
    """What was found when it was read, and what all checks have to say, by file, line and
    column.

    Warnings that a record confirms are left out.
    """
    return check_and_settle(content, read, mapped).findings


def check_and_settle(
    content: Content, read: tuple[Finding, ...] = (), mapped: Mapped = one_by_one
) -> Settled:
    """The same, with the warnings that are left out beside it; `mapped` has some companies
    checked at a time.
    """
    content.index()
    # First and here: it goes through all records, which then are there only once.
    together = _Checked(_found(CHECKS_OF_ALL, content), _found(LAST_CHECKS_OF_ALL, content))
    found = [together, *mapped(_check, content, [*_parts(content)], EACH)]
    told = [finding for one in found for finding in one.first]
    if not has_errors(tuple(told)):
        told += [finding for one in found for finding in one.last]
    return settle(content, (*read, *told), BY_CONTENT)


def _parts(content: Content) -> Iterator[tuple[str, ...]]:
    """All companies by their ids, some at a time."""
    sizes = {slug: len(company.facts) for slug, company in content.companies.items()}
    most = min(MOST, max(LEAST, sum(sizes.values()) // PARTS))
    return in_groups(tuple(sizes), sizes.__getitem__, most)


@dataclass(frozen=True)
class _Checked:
    """What checks have to say."""

    first: tuple[Finding, ...]
    last: tuple[Finding, ...]
    # What counts only where there is no error.


def _check(content: Content, slugs: tuple[str, ...]) -> _Checked:
    """What is to be said of some companies."""
    part = content.part(slugs)
    return _Checked(_found(CHECKS, part), _found(LAST_CHECKS, part))


def _found(checks: Iterable[Check], content: Content) -> tuple[Finding, ...]:
    return tuple(finding for check in checks for finding in check(content))
