"""What asks a person to look, told by `dossier check`: line by line what a change adds, of
all else how much there is.

A look is no finding: it never changes the exit status, and nothing confirms it. Only a
reading, other words or another status settle it. So that nobody learns to overlook them,
what stood there before is counted and not listed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.check.proofs import quotes_of
from dossier.generate.few import NAMED, few_of
from dossier.model.binding import find_judgement, find_record, recorded_of
from dossier.model.claims import Reference
from dossier.model.content import Content
from dossier.model.errors import DossierError
from dossier.model.facts import FactId
from dossier.model.proofs import Level, Look, Record, Records
from dossier.read.layout import Role
from dossier.read.reader import RecordReader
from dossier.report.escapes import printable
from dossier.report.formats import base_commit
from dossier.report.text import near
from dossier.review.files import files_of_revision
from dossier.review.git import find_repository


@dataclass(frozen=True)
class Asking:
    """A quote that asks for a look."""

    fact: FactId
    reference: Reference
    record: Record


def look_lines(content: Content, root: Path, since: str) -> Iterator[str]:
    """A line for each look that was not on record at a revision, then how many there are,
    company by company.
    """
    asking = tuple(_asking(content))
    if not asking:
        return
    there = _records_at(root, base_commit() or since, {one.fact.company for one in asking})
    for one in _added(asking, there) if there is not None else ():
        yield from (
            _line(one, key, look, root)
            for key, looks in one.record.looks.items()
            for look in looks
        )
    yield from by_company(one.fact.company for one in asking)


def by_company(companies: Iterable[str]) -> Iterator[str]:
    """How many quotes ask for a look, of the company of each: a line for each of the first
    companies, and one for all others.
    """
    numbers = sorted(Counter(companies).items())
    lines = (f"{slug}: {_count(number)}" for slug, number in numbers)
    yield from few_of(lines, _count(sum(number for _, number in numbers[NAMED:])))


def _count(number: int) -> str:
    quotes = f"{number} quote asks" if number == 1 else f"{number} quotes ask"
    return f"{quotes} for a look; `dossier read` goes through them."


def _asking(content: Content) -> Iterator[Asking]:
    """The quotes that a cue speaks against and that nobody has read."""
    for id, claim, reference in quotes_of(content):
        fact = content.quoting[id]
        if not any(map(_asks, recorded_of(content, fact, reference))):
            continue  # of most quotes, so that what they are bound to need not be known
        record = find_record(content, fact, claim, reference)
        is_read = find_judgement(content, fact, claim, reference)
        if record and _asks(record) and not is_read:
            yield Asking(id, reference, record)


def _asks(record: Record) -> bool:
    return record.told is Level.LOOK


def _added(asking: Iterable[Asking], there: Records) -> Iterator[Asking]:
    """Those whose words asked for no look, or for another, by the records of then."""
    for one in asking:
        known = {
            (record.wording, tuple(record.looks.items()))
            for record in there.get(str(one.fact), ())
        }
        if (one.record.wording, tuple(one.record.looks.items())) not in known:
            yield one


def _line(one: Asking, key: str, look: Look, root: Path) -> str:
    at, told = one.reference.at.of("quote"), one.reference.at.below("quote")
    settle = f"; the status `{look.agrees}` would say the same" if look.agrees else ""
    where = f"{near(root) / at.path}:{at.line}:{at.column}"
    return printable(
        f"{where} look {look.cue}: {told}: “{look.words}” beside {key}{settle}."
    )


def _records_at(root: Path, revision: str, companies: Iterable[str]) -> Records | None:
    """What was on record at a revision; None where there is no such thing, so that nobody
    knows what a change adds.
    """
    repository = find_repository(root)
    if repository is None:
        return None
    try:
        files = files_of_revision(repository, revision, repository.resolve(revision))
    except DossierError:
        return None
    listed = sorted(companies)
    files.fetch(map(Role.PROOFS.value.format, listed))
    reader = RecordReader(files)
    return {
        name: found
        for slug in listed
        for name, found in (reader.proofs(slug) or {}).items()
    }
