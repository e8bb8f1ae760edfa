"""What of a change is news: what the pages said of the world, and say otherwise now; not
how files are written.

A note, another look, other words of one source, a record that is written in another form
and a rank that moves no answer are no news. A rank, or an answer that came or went, which
moves the answer that leads is told as that answer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from dossier.merge.changes import as_written, sources_of
from dossier.model.changes import ClaimChange, FactChange, Lead, PartChange
from dossier.model.claims import Claim, Rank
from dossier.model.questions import lead_of
from dossier.model.speaking import speakers_of
from dossier.model.values import same

DETAILS = ("checked", "note", "inferred")
SPEAKERS = "asserted_by"
YES, NO = "yes", "no"
KEPT = frozenset({"value", SPEAKERS, "status", "rank"})
"""What is known of an answer that was written by other rules: of the rest, nobody knows
what it was.
"""
FORM = ("note", "property")
"""Parts of a fact that no page shows: its note is that of editors, and its property the
form in which it is kept.
"""


def as_readers_see(change: FactChange, day: date | None = None) -> FactChange | None:
    """A change without what is no news; None if that is all. Which warnings are confirmed
    readers do not see at all.
    """
    lead = _lead(change, day)
    claims = tuple(claim for one in change.claims if (claim := _without_details(one, lead)))
    parts = tuple(part for part in change.parts if part.key not in FORM and part.is_shown)
    told = replace(change, parts=parts, claims=claims, lead=lead)
    return None if told.is_empty else told


def _lead(change: FactChange, day: date | None) -> Lead | None:
    """The answers that led before and since, where one takes the place of another; not
    where it says something else.
    """
    if change.before is None or change.after is None:
        return None
    before, after = (lead_of(fact.claims, day) for fact in (change.before, change.after))
    is_one_question = (
        before.period == after.period and before.qualifiers == after.qualifiers
    )
    is_alike = same(before.value, after.value) or says_the_same(
        as_written(before.value), as_written(after.value)
    )
    if is_alike or not is_one_question:
        return None
    is_told = any(one.before == before and one.after == after for one in change.claims)
    return None if is_told else Lead(before, after)


def _without_details(change: ClaimChange, lead: Lead | None) -> ClaimChange | None:
    if change.before is None or change.after is None:
        return change
    of_old_form = isinstance(change.before.value, str) != isinstance(
        change.after.value, str
    )
    known = (
        part
        for part in change.parts
        if not of_old_form or part.key.partition(".")[0] in KEPT
    )
    parts = (
        *(part for part in known if not _is_detail(part, lead)),
        *_speakers(change.before, change.after),
    )
    spoke, speak = {*sources_of(change.before)}, {*sources_of(change.after)}
    gained = tuple(one for one in change.gained if one.source not in spoke)
    lost = tuple(one for one in change.lost if one.source not in speak)
    return (
        replace(change, parts=parts, gained=gained, lost=lost)
        if parts or gained or lost
        else None
    )


def _is_detail(part: PartChange, lead: Lead | None) -> bool:
    key = part.key.partition(".")[0]
    if key == "value":
        return says_the_same(part.before, part.after)
    if key == "rank":
        return Rank.DEPRECATED not in (part.before, part.after) or lead is not None
    return key in DETAILS or key == SPEAKERS


def _speakers(before: Claim, after: Claim) -> Iterator[PartChange]:
    """Who says so, where it is somebody else now; whether it is said of the whole or key by
    key is our bookkeeping.
    """
    spoke, speak = speakers_of(before), speakers_of(after)
    if {*spoke} != {*speak}:
        yield PartChange(SPEAKERS, ", ".join(spoke), ", ".join(speak))


def says_the_same(before: str, after: str) -> bool:
    """Whether two texts of files are one record, which was written in another order once,
    or as a text.
    """
    one, other = (
        {key: _plain(said) for key, said in record_of(text).items()}
        for text in (before, after)
    )
    return bool(one) and one == other


def _plain(said: str) -> str:
    return {"true": YES, "false": NO}.get(said, said.casefold())


def record_of(text: str) -> Mapping[str, str]:
    """The keys of a record that is written in one line, and what they say; nothing where
    the text is none.
    """
    pairs = [part.partition(": ") for part in text.split("; ")]
    return (
        {key: said for key, _, said in pairs}
        if all(colon and " " not in key for key, colon, _ in pairs)
        else {}
    )
