"""A report in words: what each line says, part by part, before anybody has decided how it
looks.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from dossier.merge.changes import as_written
from dossier.model.agreement import Difference
from dossier.model.changes import (
    CONFIRMED,
    ChangeKind,
    ClaimChange,
    FactChange,
    PartChange,
)
from dossier.model.claims import Claim, Rank, Reference, Status
from dossier.model.questions import span_of
from dossier.review.report import FactLine, FactStanding, ReadingLine, RecordLine, Report

PARTS = {
    "asserted_by": "said by", "equivalent": "conversion", "checked": "looked at again", "same_as": "same as",
    "also_known_as": "also known as", "key_facts": "key facts", "url": "address", "container": "appeared in",
    "authors": "author", "fresh": "stays fresh for", "field": "type", "integrity": "hash of the text",
}  # fmt: skip
"""Keys whose own name would not tell a reviewer what they are."""

DIFFERENCES = {
    Difference.DISAGREEMENT: "independent origins disagree",
    Difference.DRIFT: "same origin, told differently",
    Difference.WITHIN: "one source reports both",
    Difference.UPDATE: "of another time",
    Difference.UNKNOWN: "origin not known",
    Difference.REVISED: "revised by its speaker",
    Difference.LESS_EXACT: "less exact",
    Difference.ALONE: "said by one only",
}
"""Why claims differ."""


@dataclass(frozen=True)
class ChangeRow:
    """One thing that was one way and is another. `part` and `change` are our words, the
    others may be anybody's.
    """

    part: str
    before: str
    after: str
    change: str = ""


def fact_rows(line: FactLine) -> tuple[ChangeRow, ...]:
    """All that is to be said of a fact, the answers first."""
    change = line.change
    if change.kind is ChangeKind.CHANGED:
        answers = (row for claim in change.claims for row in _claim_rows(line, claim))
        return (*_id_row(change), *map(_row, change.parts), *answers, *_standing_rows(line))
    claims = (
        [ClaimChange(None, claim) for claim in change.after.claims] if change.after else []
    )
    claims += (
        [ClaimChange(claim, None) for claim in change.before.claims]
        if change.before
        else []
    )
    answers = (row for claim in claims for row in _claim_rows(line, claim))
    return (*answers, *_standing_rows(line), *map(_row, change.parts), *_likeness(line))


def _id_row(change: FactChange) -> Iterator[ChangeRow]:
    if change.old_id:
        yield ChangeRow("id", str(change.old_id), str(change.id))


def record_rows(line: RecordLine) -> tuple[ChangeRow, ...]:
    """What is to be said of another record; of one that came or went just that, and which
    warnings it confirms.
    """
    if line.kind is ChangeKind.CHANGED:
        return tuple(map(_row, line.parts))
    name = ("", line.name) if line.kind is ChangeKind.ADDED else (line.name, "")
    return ChangeRow(line.kind.value, *name), *(
        _row(part) for part in line.parts if not part.is_shown
    )


def _row(part: PartChange) -> ChangeRow:
    return ChangeRow(part_name(part.key), part.before, part.after, percent(part.percent))


def part_name(part: str) -> str:
    """What a key is called in a report."""
    key, dot, rest = part.partition(".")
    if part.startswith(CONFIRMED):
        return f"warning {rest} confirmed"
    if key in ("value", "inferred") and rest:
        return rest if key == "value" else f"{PARTS.get(rest, rest)}, how it was worked out"
    return PARTS.get(key, key) + (f": {rest}" if dot else "")


def percent(grown: Decimal | None) -> str:
    """By how much a number grew, with one decimal."""
    if grown is None:
        return ""
    rounded = grown.quantize(Decimal("0.1"), ROUND_HALF_UP)
    if not rounded:
        return "less than ±0.1%"
    return f"{'+' if rounded > 0 else '−'}{abs(rounded):,}%"


def _claim_rows(line: FactLine, claim: ClaimChange) -> Iterator[ChangeRow]:
    if claim.before is None or claim.after is None:
        yield ChangeRow(
            "answer", *(_answer(one) if one else "" for one in (claim.before, claim.after))
        )
        return
    which = _which(line, claim.after)
    for row in map(_row, claim.parts):
        yield ChangeRow(row.part + which, row.before, row.after, row.change)
    yield from _quote_rows(claim, which)


def _which(line: FactLine, claim: Claim) -> str:
    """Which of several answers it is: by its place in the file, and of a series by its
    period and qualifiers.
    """
    claims = line.change.fact.claims
    place = next(place for place, one in enumerate(claims, 1) if one is claim)
    of_what = f"; {_frame(claim)}" if _are_told_apart(claims) and _frame(claim) else ""
    return f" (answer {place} of {len(claims)}{of_what})" if len(claims) > 1 else ""


def _are_told_apart(claims: Iterable[Claim]) -> bool:
    """Whether some answers are about another time or part than others."""
    return (
        len({(span_of(claim), frozenset(claim.qualifiers.items())) for claim in claims}) > 1
    )


def _frame(claim: Claim) -> str:
    """Of what time and part an answer is."""
    return ", ".join(filter(None, (as_written(claim.period), *claim.qualifiers.values())))


def _answer(claim: Claim) -> str:
    """An answer in a line: its value, and what is not ordinary about it."""
    status = claim.status.value if claim.status is not Status.REPORTED else ""
    rank = claim.rank.value if claim.rank is not Rank.NORMAL else ""
    when = as_written(claim.period or claim.stated)
    return ", ".join(
        filter(
            None, (as_written(claim.value), *claim.qualifiers.values(), when, status, rank)
        )
    )


def _quote_rows(claim: ClaimChange, which: str) -> Iterator[ChangeRow]:
    """Passages that changed, source by source; a new one stands beside the one whose place
    it took.
    """
    for source in dict.fromkeys(one.source for one in (*claim.gained, *claim.lost)):
        old, new = (
            _passages(references, source) for references in (claim.lost, claim.gained)
        )
        for place in range(max(len(old), len(new))):
            before, after = (
                said[place] if place < len(said) else "" for said in (old, new)
            )
            yield ChangeRow(f"quote{which}", before, after)


def _passages(references: Iterable[Reference], source: str) -> list[str]:
    return [_passage(one) for one in references if one.source == source]


def _passage(reference: Reference) -> str:
    quote = f"“{reference.quote}”" if reference.quote else ""
    around = (
        f"{name} “{said}”"
        for name, said in (("after", reference.prefix), ("before", reference.suffix))
        if said
    )
    origin = f"from {reference.origin}" if reference.origin else ""
    proves = f"for {', '.join(reference.supports or ('value',))}"
    return (
        f"{reference.source}:"
        f" {', '.join(filter(None, (quote, *around, str(reference.locator), origin, proves)))}"
    )


def _standing_rows(line: FactLine) -> Iterator[ChangeRow]:
    """Who speaks, and what is proved, where that is another number than before."""
    if line.gained or line.lost:
        verbs = " and ".join(
            verb for verb, ids in (("lost", line.lost), ("gained", line.gained)) if ids
        )
        yield ChangeRow(f"sources {verbs}", ", ".join(line.lost), ", ".join(line.gained))
    for part, tell in (("independent origins", _origins), ("quotes", _levels)):
        before, after = (
            tell(standing) if standing else "" for standing in (line.before, line.after)
        )
        if before != after:
            yield ChangeRow(part, before, after)
    if line.conflict:
        before, after = (_differences(standing) for standing in (line.before, line.after))
        yield ChangeRow(f"conflict {line.conflict}", before, after)


def _origins(standing: FactStanding) -> str:
    return str(standing.origins)


def reading_parts(line: ReadingLine) -> tuple[str, str, str]:
    """What somebody says to have found, of which words, and beside whose change."""
    one = line.judgement
    found = f"{one.found.value} by {one.by} on {one.day}"
    if line.is_own:
        return found, one.quote, "own reading: the reader has made the change"
    return (
        found,
        one.quote,
        (
            f"change by {', '.join(line.authors)}"
            if line.authors
            else "author of the change not known"
        ),
    )


def _levels(standing: FactStanding) -> str:
    return ", ".join(f"{number} {word}" for word, number in standing.levels.items())


def _differences(standing: FactStanding | None) -> str:
    told = (
        (DIFFERENCES[one] for one in standing.differences if one.is_conflict)
        if standing
        else ()
    )
    return ", ".join(told)


def _likeness(line: FactLine) -> Iterator[ChangeRow]:
    """That a fact seems to have been given another id, which breaks its address."""
    if line.alike and line.change.kind is ChangeKind.ADDED:
        yield ChangeRow(
            "same answer as a retired fact", str(line.alike), str(line.change.id)
        )
    elif line.alike:
        yield ChangeRow(
            "same answer as an added fact", str(line.change.id), str(line.alike)
        )


def summary(report: Report) -> str:
    """The whole in a line: `2 facts changed, 1 added; 1 source added; 1 conflict opened; 1
    warning confirmed`.
    """
    facts = _counts("fact", [line.change.kind for line in report.facts])
    sorts = dict.fromkeys(line.sort for line in report.records)
    records = (
        _counts(sort.value, [line.kind for line in report.records if line.sort is sort])
        for sort in sorts
    )
    kinds = {kind: len(report.conflicts(kind)) for kind in ("opened", "closed")}
    conflicts = (
        f"{plural(number, 'conflict')} {kind}" for kind, number in kinds.items() if number
    )
    confirmed = len(report.confirmations())
    warnings = f"{plural(confirmed, 'warning')} confirmed" if confirmed else ""
    readings = f"{plural(len(report.readings), 'reading')} added" if report.readings else ""
    told = "; ".join(filter(None, (facts, *records, *conflicts, warnings, readings)))
    return f"{told}." if told else "No fact changes."


def _counts(noun: str, kinds: Sequence[ChangeKind]) -> str:
    """`2 facts changed, 1 added`."""
    numbers = {
        kind: kinds.count(kind)
        for kind in (ChangeKind.CHANGED, ChangeKind.ADDED, ChangeKind.RETIRED)
    }
    said = [(number, kind.value) for kind, number in numbers.items() if number]
    first = [f"{plural(number, noun)} {word}" for number, word in said[:1]]
    return ", ".join([*first, *(f"{number:,} {word}" for number, word in said[1:])])


def plural(number: int, noun: str) -> str:
    """A number with its noun."""
    many = {"entity": "entities", "property": "properties"}.get(noun, f"{noun}s")
    return f"{number:,} {noun if number == 1 else many}"
