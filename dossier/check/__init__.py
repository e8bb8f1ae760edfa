"""Records to findings. Each rule is a small function with a stable code; the order is the
list below.
"""

from collections.abc import Callable, Iterator

from dossier.check import (
    borrowing,
    corrections,
    doubles,
    facts,
    holding,
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
from dossier.model.content import Content
from dossier.model.findings import Finding, has_errors

Check = Callable[[Content], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    links.refuse_double_ids,
    links.find_unknown_sources,
    links.find_unknown_entities,
    links.find_unknown_origins,
    links.find_unknown_facts,
    links.match_sections,
    links.refuse_former_ids_in_use,
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
    corrections.find_unknown_facts_of_corrections,
    corrections.guard_source_errors,
    corrections.guard_own_errors,
    ours.refuse_figures_without_quotes,
    proofs.match_records,
    proofs.count_old_records,
    proofs.refuse_what_readers_found_wrong,
    holding.warn_of_odd_conversions,
    holding.warn_of_shared_posts,
    holding.warn_of_ends_before_starts,
    plain.warn_of_odd_counts,
    plain.warn_of_dates_too_late,
    wholes.warn_of_parts_above_their_whole,
    doubles.warn_of_double_sources,
    doubles.warn_of_double_entities,
    doubles.warn_of_double_origins,
    timelines.require_events,
    timelines.require_order,
    timelines.match_lanes,
    prose.find_unknown_citations,
    prose.find_unknown_values,
    units.find_units_twice,
    prose.find_dead_links,
    find_by_extensions,
)
LAST_CHECKS: tuple[Check, ...] = (
    links.warn_of_idle_records,
    questions.warn_of_second_facts,
    proofs.warn_of_idle_proofs,
    proofs.warn_of_idle_judgements,
    proofs.warn_of_unsupported_figures,
)
"""Run only where there is no error: a misspelt id makes the right one look idle."""


def check_content(content: Content, read: tuple[Finding, ...] = ()) -> tuple[Finding, ...]:
    """What was found when it was read, and what all checks have to say, by file, line and
    column.

    Warnings that a record confirms are left out.
    """
    return check_and_settle(content, read).findings


def check_and_settle(content: Content, read: tuple[Finding, ...] = ()) -> Settled:
    """The same, with the warnings that are left out beside it."""
    found = [finding for check in CHECKS for finding in check(content)]
    if not has_errors(tuple(found)):
        found += [finding for check in LAST_CHECKS for finding in check(content)]
    return settle(content, (*read, *found), BY_CONTENT)
