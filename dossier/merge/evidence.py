"""How much of what is shown is sourced, how far it is proved, told by several origins, and
fresh.

Figures are counted apart from names and words: a program can find a figure in a passage,
and hardly ever what is meant.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

from dossier.model.dossiers import MergedClaim, Site
from dossier.model.proofs import Level, ProofState, State, weakest
from dossier.model.values import is_provable


@dataclass(frozen=True)
class Tally:
    """Answers shown, and of how many each thing can be said."""

    shown: int = 0
    sourced: int = 0
    proved: int = 0
    look: int = 0
    read: int = 0
    words: int = 0
    # At each level of proof; the rest is not checked.
    corroborated: int = 0
    # Each part of them by two or more independent origins.
    fresh: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            *(getattr(self, one.name) + getattr(other, one.name) for one in fields(self))
        )

    @property
    def unchecked(self) -> int:
        """Those of which nobody has compared anything with a source."""
        return self.shown - self.proved - self.look - self.read - self.words


@dataclass(frozen=True)
class Meter:
    """What can be said of the figures that are shown, dates among them, and of the names
    and words.
    """

    figures: Tally = Tally()
    words: Tally = Tally()

    def __add__(self, other: "Meter") -> "Meter":
        return Meter(self.figures + other.figures, self.words + other.words)


EMPTY = Meter()


def read_meter(
    claims: Mapping[str, MergedClaim], names: Iterable[str], loose: int
) -> Meter:
    """What can be said of those of the claims that have the names, and of `loose` figures
    that no claim stands behind.
    """
    meter = Meter(Tally(shown=loose))
    for name in sorted(names):
        meter += _meter(claims[name])
    return meter


def _meter(claim: MergedClaim) -> Meter:
    """One claim: its figures count as one answer, and so do its names and words; a record
    may have both.
    """
    figures = {key for key, value in _parts(claim) if _is_figure(value)}
    words = {key for key, _ in _parts(claim)} - figures
    return Meter(_tally(claim, figures), _tally(claim, words))


def _parts(claim: MergedClaim) -> Iterator[tuple[str, object]]:
    value = claim.claim.value
    yield from value.items() if isinstance(value, Mapping) else [("value", value)]


def _is_figure(value: object) -> bool:
    return any(map(is_provable, value)) if isinstance(value, tuple) else is_provable(value)


def _tally(claim: MergedClaim, keys: Iterable[str]) -> Tally:
    states: Mapping[str, State] = {
        key: claim.proofs.keys.get(key, ProofState.UNCHECKED) for key in keys
    }
    if not states:
        return Tally()
    state = weakest(states.values())
    return Tally(
        shown=1,
        sourced=bool(claim.corroboration.sources),
        **{level.value: int(state is level) for level in Level},
        corroborated=claim.is_corroborated,
        fresh=claim.freshness.is_fresh,
    )


def claims_by_name(site: Site) -> dict[str, MergedClaim]:
    """Every claim of the site by the name that pages carry."""
    return {
        fact.name_of(merged.claim): merged
        for fact in site.facts.values()
        for merged in fact.claims
    }
