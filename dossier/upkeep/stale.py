"""The facts that nobody has looked at for too long, for the person who will: one line each,
the oldest first.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dossier.model.dossiers import MergedFact, Site
from dossier.model.freshness import Age
from dossier.report.escapes import markdown


@dataclass(frozen=True)
class Stale:
    """A fact whose leading claim nobody has looked at for too long, or whose day passed
    without word of what came.
    """

    fact: MergedFact
    since: date
    is_due: bool = False
    # Whether it is a promise or forecast whose day has passed, and nothing says what became
    # of it.

    @property
    def told(self) -> str:
        """Since when, and when somebody last looked; of a promise when it was due."""
        if self.is_due:
            return (
                f"was due by {self.since.isoformat()}, and nothing says what became of it"
            )
        claim = self.fact.leading
        when = claim.checked or claim.stated
        looked = when.text if when else "its sources appeared"
        return f"stale since {self.since.isoformat()}, not looked at after {looked}"


def stale_facts(site: Site) -> tuple[Stale, ...]:
    """The stale facts, the longest overdue first."""
    return tuple(sorted(_stale(site), key=lambda found: (found.since, found.fact.id)))


def _stale(site: Site) -> Iterator[Stale]:
    for fact in site.facts.values():
        freshness = fact.claims[0].freshness
        if freshness.age in (Age.STALE, Age.DUE) and freshness.until:
            yield Stale(fact, freshness.until, is_due=freshness.age is Age.DUE)


def stale_lines(listed: Iterable[Stale], root: Path) -> Iterator[str]:
    """`path:line:col fact: since when it is stale`, one a line."""
    for found in listed:
        at = found.fact.leading.at.position
        yield f"{root}/{at.path}:{at.line}:{at.column} {found.fact.id}: {found.told}"


def stale_items(listed: Iterable[Stale], root: Path) -> Iterator[str]:
    """The same as items of a Markdown list that can be ticked off."""
    for found in listed:
        at = found.fact.leading.at.position
        yield (
            f"- [ ] **{markdown(found.fact.fact.label)}**: {found.told}"
            f" (`{root}/{at.path}:{at.line}`)"
        )
