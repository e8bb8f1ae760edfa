"""How much of what is shown is sourced, proved, told by several origins, and fresh."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossier.model.dossiers import MergedClaim, Site


@dataclass(frozen=True)
class Meter:
    """Figures shown, and of how many each thing can be said. A figure is the value of a claim, or a number in prose."""

    shown: int
    sourced: int
    proved: int
    corroborated: int
    # Each part of them by two or more independent origins.
    fresh: int

    def __add__(self, other: "Meter") -> "Meter":
        return Meter(
            self.shown + other.shown,
            self.sourced + other.sourced,
            self.proved + other.proved,
            self.corroborated + other.corroborated,
            self.fresh + other.fresh,
        )


EMPTY = Meter(0, 0, 0, 0, 0)


def read_meter(claims: Mapping[str, MergedClaim], names: Iterable[str], loose: int) -> Meter:
    """What can be said of those of the claims that have the names, and of `loose` figures that no claim stands behind."""
    shown = [claims[name] for name in sorted(names)]
    return Meter(
        shown=len(shown) + loose,
        sourced=sum(bool(claim.voices.sources) for claim in shown),
        proved=sum(claim.proofs.is_proved for claim in shown),
        corroborated=sum(claim.is_corroborated for claim in shown),
        fresh=sum(claim.freshness.is_fresh for claim in shown),
    )


def claims_by_name(site: Site) -> dict[str, MergedClaim]:
    """Every claim of the site by the name that pages carry."""
    return {fact.name_of(merged.claim): merged for fact in site.facts.values() for merged in fact.claims}
