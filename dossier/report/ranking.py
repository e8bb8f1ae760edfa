"""Which findings come first where only a few can be shown."""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from dossier.model.findings import Finding, Severity


def ranked(
    findings: Iterable[Finding], changed: AbstractSet[str] = frozenset()
) -> tuple[Finding, ...]:
    """Errors first; in each kind those of changed files; and of each code one before the
    second of any.

    `changed` has paths below the content folder; what is found elsewhere is seldom what
    somebody has to mend now.
    """
    turns: dict[tuple[str, bool], int] = defaultdict(int)
    placed = []
    for finding in sorted(findings):
        elsewhere = finding.position.path not in changed
        turn = turns[finding.code, elsewhere]
        turns[finding.code, elsewhere] += 1
        placed.append((finding.severity is Severity.WARNING, elsewhere, turn, finding))
    return tuple(finding for *_, finding in sorted(placed))
