"""The linter of origins: which sources seem to share one, beside what they declare.

Only texts at hand are compared, and only pairs that have something in common: an index of
speech and figures finds them, so the work grows with the texts and not with the square of
their number.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from dossier.check.confirming import BY_TEXTS, settle
from dossier.model.content import Content
from dossier.model.findings import Finding
from dossier.model.sources import Source
from dossier.origins.fingerprints import FigureKey, Fingerprint, fingerprint_of
from dossier.origins.likeness import LEAST_FIGURES, Likeness, Sharing, compare
from dossier.origins.speech import runs_of
from dossier.texts.archive import text_of

CROWD = 50
"""When more texts than this share a passage, each is compared with the first of them alone.
"""

FEW_TEXTS = 5
COMMON = 0.05
"""A figure in a larger share of the texts than this is common knowledge, unless it stands
in a few of them alone.
"""


@dataclass(frozen=True)
class SourcePair:
    """Two sources that share something, with the origins that both declare."""

    likeness: Likeness
    declared: tuple[str, ...]


@dataclass(frozen=True)
class Survey:
    """What the texts at hand say of the origins that sources declare."""

    pairs: tuple[SourcePair, ...]
    # The most alike first.
    silent: tuple[tuple[str, str], ...]
    # Sources that declare an origin in common, and whose texts show no sign of it.
    at_hand: int
    sources: int
    findings: tuple[Finding, ...]


def survey(content: Content, archive: Path) -> Survey:
    """Compare the sources whose texts are at hand."""
    fingerprints = tuple(
        filter(None, (_signs(source, archive) for source in content.sources.values()))
    )
    pairs = tuple(
        SourcePair(likeness, _declared(likeness, content))
        for likeness in find_likenesses(fingerprints)
    )
    # What a text that is not at hand would show, nobody knows.
    judged = BY_TEXTS if len(fingerprints) == len(content.sources) else frozenset[str]()
    findings = settle(content, _warn(pairs, content), judged).findings
    return Survey(
        pairs,
        tuple(_silent(fingerprints, pairs, content)),
        len(fingerprints),
        len(content.sources),
        findings,
    )


def _signs(source: Source, archive: Path) -> Fingerprint | None:
    text = text_of(source, archive)
    return fingerprint_of(text, source) if text else None


def find_likenesses(texts: tuple[Fingerprint, ...]) -> tuple[Likeness, ...]:
    """Every two texts that seem to share a report, a statement or their figures; the most
    alike first.
    """
    holders = _holders(texts)
    limit = max(FEW_TEXTS, int(len(texts) * COMMON))
    common = frozenset(figure for figure, found in holders.items() if len(found) > limit)
    pairs = _speaking(texts) | _counting(
        figures for figure, figures in holders.items() if figure not in common
    )
    found = (
        compare(texts[first], texts[second], common) for first, second in sorted(pairs)
    )
    return tuple(sorted((one for one in found if one.kind), key=_rank))


def _rank(likeness: Likeness) -> tuple[int, int, str, str]:
    words = sum(run.length for run in likeness.speech)
    return (
        -likeness.kind,
        -words - len(likeness.figures),
        likeness.first.source,
        likeness.second.source,
    )


def _holders(texts: tuple[Fingerprint, ...]) -> Mapping[FigureKey, list[int]]:
    """The texts that have each figure."""
    found: dict[FigureKey, list[int]] = defaultdict(list)
    for number, fingerprint in enumerate(texts):
        for figure in fingerprint.figures:
            found[figure].append(number)
    return found


def _speaking(texts: tuple[Fingerprint, ...]) -> set[tuple[int, int]]:
    """Pairs that share words of direct speech."""
    first_with: dict[int, int] = {}
    shared: dict[int, set[int]] = defaultdict(set)
    for number, fingerprint in enumerate(texts):
        for run, _ in runs_of(fingerprint.speech.words):
            first = first_with.setdefault(run, number)
            if first != number:
                shared[run] |= {first, number}
    return {
        pair
        for numbers in {frozenset(found) for found in shared.values()}
        for pair in _pairs(sorted(numbers))
    }


def _pairs(numbers: list[int]) -> Iterable[tuple[int, int]]:
    return (
        combinations(numbers, 2)
        if len(numbers) <= CROWD
        else ((numbers[0], other) for other in numbers[1:])
    )


def _counting(holders: Iterable[list[int]]) -> set[tuple[int, int]]:
    """Pairs that share enough figures to be looked at."""
    counts: Counter[tuple[int, int]] = Counter()
    for numbers in holders:
        counts.update(_pairs(numbers))
    return {pair for pair, count in counts.items() if count >= LEAST_FIGURES}


def _declared(likeness: Likeness, content: Content) -> tuple[str, ...]:
    first, second = (
        content.sources[fingerprint.source].origins
        for fingerprint in (likeness.first, likeness.second)
    )
    return tuple(origin for origin in first if origin in second)


def _silent(
    fingerprints: tuple[Fingerprint, ...], pairs: tuple[SourcePair, ...], content: Content
) -> Iterator[tuple[str, str]]:
    """Pairs of sources that are declared to share an origin, where the texts share nothing."""
    seen = {(pair.likeness.first.source, pair.likeness.second.source) for pair in pairs}
    by_origin: dict[str, list[str]] = defaultdict(list)
    for one in fingerprints:
        for origin in content.sources[one.source].origins:
            by_origin[origin].append(one.source)
    listed = {
        pair for sources in by_origin.values() for pair in combinations(sources[:CROWD], 2)
    }
    yield from sorted(listed - seen)


def _warn(pairs: tuple[SourcePair, ...], content: Content) -> Iterator[Finding]:
    """One warning for each source that shares a report or statement with an earlier one and
    declares nothing in common.
    """
    others: dict[str, list[Likeness]] = defaultdict(list)
    for pair in pairs:
        if pair.likeness.kind >= Sharing.STATEMENT and not pair.declared:
            others[pair.likeness.second.source].append(pair.likeness)
    for source, found in sorted(others.items()):
        what = (
            "one report"
            if found[0].kind is Sharing.REPORT
            else "the words of one statement"
        )
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        message = (
            f"{source} seems to share {what} with {found[0].first.source}{more}, and they"
            " declare no origin in common."
        )
        yield Finding(
            content.sources[source].at.of("origins"),
            "O001",
            f"{message} `dossier origins` says why.",
        )
