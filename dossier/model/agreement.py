"""What several claims amount to: whether they agree, how they differ, and how many origins
speak.
"""

from dataclasses import dataclass
from enum import StrEnum


class Agreement(StrEnum):
    """What the claims of a fact amount to; deprecated ones do not count."""

    SINGLE = "single"  # one source says so
    AGREED = "agreed"  # several sources, one answer, all of it told by more than one
    PARTLY = "partly"  # several sources, of which one alone tells a part
    DIFFERING = "differing"  # several answers
    REVISED = "revised"  # several answers of one speaker, who has said another one later


class Difference(StrEnum):
    """Why a claim differs from the one that leads among those of its question."""

    DISAGREEMENT = "disagreement"  # independent origins say different things
    WITHIN = "within"  # one source reports both
    DRIFT = "drift"  # one origin, told in different words or figures
    UNKNOWN = "unknown"  # an origin is not known, so nobody can tell
    UPDATE = "update"  # said at another time
    REVISED = "revised"  # a later or earlier word of the same speaker
    LESS_EXACT = "less exact"  # one of the two says the same more loosely
    ALONE = "alone"  # it tells a part on which the other is silent

    @property
    def is_conflict(self) -> bool:
        """Whether the two contradict each other: answers about the same time that cannot
        both be right.
        """
        return self in CONFLICTS

    @property
    def is_harmless(self) -> bool:
        """Whether two that differ in this way could both be told of as agreeing."""
        return self in (Difference.UPDATE, Difference.LESS_EXACT, Difference.ALONE)


CONFLICTS = (
    Difference.DISAGREEMENT,
    Difference.DRIFT,
    Difference.WITHIN,
    Difference.UNKNOWN,
)


@dataclass(frozen=True)
class Corroboration:
    """Who speaks for a claim: reports are sources, origins are the roots they draw on."""

    sources: tuple[str, ...]
    # Ids, in order of first appearance.
    origins: tuple[str, ...]
    # Ids of the distinct known ones; a root that is not known never adds to them.
