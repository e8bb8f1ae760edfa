"""A report as JSON, for programs. docs/review.md describes it; a change that breaks a
reader raises FORMAT_VERSION.
"""

from dossier.export.values import without_blanks
from dossier.merge.changes import as_written, sources_of
from dossier.model.changes import ClaimChange, PartChange
from dossier.model.claims import AROUND, Claim, Reference
from dossier.model.data import Data
from dossier.report.escapes import json_text
from dossier.review.report import (
    FactLine,
    FactStanding,
    ReadingLine,
    RecordLine,
    Report,
    Revision,
)

FORMAT_VERSION = 1


def report_json(report: Report) -> str:
    """The whole report. Keys that have nothing to say are left out, but for the lists at
    the top.
    """
    data: dict[str, Data] = {
        "format_version": FORMAT_VERSION,
        "base": _revision(report.base),
        "head": _revision(report.head),
        "facts": [_fact(line) for line in report.facts],
        "records": [_record(line) for line in report.records],
        "moved": [str(id) for id in report.moved],
        "unread": [str(id) for id in report.unread],
        "readings": [_reading(line) for line in report.readings],
        "pages": [{"url": page.url, "turn": page.kind.value} for page in report.pages],
    }
    return json_text(data) + "\n"


def _reading(line: ReadingLine) -> Data:
    one, authors = line.judgement, list[Data](line.authors)
    reading: dict[str, Data] = {
        "fact": str(line.fact),
        "source": one.source,
        "quote": one.quote,
        "found": one.found.value,
    }
    return {
        **reading,
        "by": one.by,
        "day": one.day.isoformat(),
        "authors": authors,
        "own": line.is_own,
    }


def _revision(revision: Revision) -> Data:
    errors: list[Data] = [
        {
            "path": at.path,
            "line": at.line,
            "column": at.column,
            "code": code,
            "message": message,
        }
        for at, code, message in revision.errors
    ]
    return without_blanks(
        {"name": revision.name, "commit": revision.commit, "errors": errors}
    )


def _fact(line: FactLine) -> Data:
    change = line.change
    return without_blanks(
        {
            "id": str(change.id),
            "old_id": str(change.old_id) if change.old_id else "",
            "turn": change.kind.value,
            "label": change.fact.label,
            "company": line.company,
            "path": line.at.path,
            "line": line.at.line,
            "moves": [_part(part) for part in change.parts],
            "claims": [_claim_change(claim) for claim in _claims(line)],
            "sources_gained": [*line.gained],
            "sources_lost": [*line.lost],
            "before": _standing(line.before),
            "after": _standing(line.after),
            "conflict": line.conflict,
            "has_errors": True if line.has_errors else None,
            "alike": str(line.alike) if line.alike else "",
        }
    )


def _claims(line: FactLine) -> tuple[ClaimChange, ...]:
    """The claims that changed; of a fact that came or went all of them."""
    before, after = line.change.before, line.change.after
    if before and after:
        return line.change.claims
    gone = tuple(ClaimChange(claim, None) for claim in before.claims) if before else ()
    return (*gone, *(ClaimChange(None, claim) for claim in after.claims)) if after else gone


def _claim_change(change: ClaimChange) -> Data:
    return without_blanks(
        {
            "turn": change.kind.value,
            "before": _claim(change.before) if change.before else None,
            "after": _claim(change.after) if change.after else None,
            "moves": [_part(part) for part in change.parts],
            "quotes_gained": [_reference(one) for one in change.gained],
            "quotes_lost": [_reference(one) for one in change.lost],
        }
    )


def _claim(claim: Claim) -> Data:
    parts: dict[str, Data] = {part: as_written(getattr(claim, part)) for part in AROUND}
    return without_blanks(
        {"value": as_written(claim.value), **parts, "sources": [*sources_of(claim)]}
    )


def _reference(reference: Reference) -> Data:
    supports: list[Data] = [*(reference.supports or ("value",))]
    locator = str(reference.locator)
    return without_blanks(
        {
            "source": reference.source,
            "quote": reference.quote,
            "locator": locator,
            "supports": supports,
        }
    )


def _part(part: PartChange) -> Data:
    percent = f"{part.percent:.1f}" if part.percent is not None else ""
    return without_blanks(
        {"part": part.key, "before": part.before, "after": part.after, "percent": percent}
    )


def _standing(standing: FactStanding | None) -> Data:
    if standing is None:
        return None
    return {
        "agreement": standing.agreement.value,
        "sources": [*standing.sources],
        "origins": standing.origins,
        "quotes": len(standing.quotes),
        "proved": standing.proved,
        "levels": dict(standing.levels),
        "differences": [difference.value for difference in standing.differences],
    }


def _record(line: RecordLine) -> Data:
    parts: list[Data] = [_part(part) for part in line.parts]
    about: dict[str, Data] = {
        "sort": line.sort.value,
        "id": line.id,
        "turn": line.kind.value,
        "name": line.name,
    }
    return without_blanks({**about, "moves": parts, "facts": line.facts or None})
