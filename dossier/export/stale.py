"""The facts that nobody has looked at for too long, for the person who will: one line each, the oldest first."""

from collections.abc import Iterator
from datetime import date

from dossier.model.dossiers import MergedFact, Site
from dossier.model.freshness import Age


def stale_facts(site: Site) -> tuple[str, ...]:
    """`path:line:col fact: since when it is stale`, for each fact whose leading claim is, the longest overdue first."""
    stale = sorted(_stale(site), key=lambda found: (found[0], found[1].id))
    return tuple(_line(since, fact) for since, fact in stale)


def _stale(site: Site) -> Iterator[tuple[date, MergedFact]]:
    for fact in site.facts.values():
        freshness = fact.claims[0].freshness
        if freshness.age is Age.STALE and freshness.until:
            yield freshness.until, fact


def _line(since: date, fact: MergedFact) -> str:
    at = fact.leading.at.position
    return f"{at.path}:{at.line}:{at.column} {fact.id}: stale since {since.isoformat()}, not looked at after {_looked(fact)}"


def _looked(fact: MergedFact) -> str:
    claim = fact.leading
    when = claim.checked or claim.stated
    return when.text if when else "its sources appeared"
