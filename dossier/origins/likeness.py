"""Two texts beside each other: whether one report is behind both, or one statement that
both quote, and in which parts.

A proposal for a person to decide on, with its reasons. The running text is not compared: a
rewritten story shares no more of it with its model than two stories on one event do, and a
figure alone may come from a public filing.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum

from dossier.origins.fingerprints import FigureKey, Fingerprint
from dossier.origins.speech import SharedRun, shared_speech

LEAST_FIGURES = 4
"""So many shared figures, and half of all that the shorter list has, say something; with
shared speech one less does.
"""

SHARE = 0.5
APART = timedelta(days=3)  # a wire story is printed on its day or soon after


class Sharing(IntEnum):
    """What two texts seem to share."""

    NOTHING = 0
    FIGURES = 1  # one filing or announcement, or a translation: nothing to act on by itself
    STATEMENT = 2  # the words of one speaker: a speech, a press release
    REPORT = 3  # one report, rewritten


@dataclass(frozen=True)
class Likeness:
    """What two texts share, and what that makes likely."""

    first: Fingerprint
    second: Fingerprint
    kind: Sharing
    speech: tuple[SharedRun, ...]
    figures: tuple[FigureKey, ...]
    out_of: int
    # How many distinctive figures the text with fewer of them has.
    agencies: tuple[str, ...]
    day: str
    # What is to be said of their days; empty where nothing is known.


@dataclass(frozen=True)
class _Evidence:
    """What the decision rests on, in numbers."""

    runs: int
    parties: int
    figures: int
    share: float
    credited: bool
    named: bool
    same_day: bool
    apart: bool


def compare(
    first: Fingerprint, second: Fingerprint, common: Container[FigureKey] = ()
) -> Likeness:
    """What two texts share; `common` figures are those that too many texts have to say
    anything.
    """
    speech = shared_speech(first.speech, second.speech)
    figures = tuple(
        sorted(
            figure
            for figure in first.figures
            if figure in second.figures and figure not in common
        )
    )
    out_of = min(
        sum(figure not in common for figure in fingerprint.figures)
        for fingerprint in (first, second)
    )
    agencies = tuple(
        sorted((first.credits | first.named) & (second.credits | second.named))
    )
    apart = _days_apart(first, second)
    same_day, day = _day(first, second, apart)
    evidence = _Evidence(
        runs=len(speech),
        parties=_parties(first, second, speech),
        figures=len(figures),
        share=len(figures) / out_of if out_of else 0,
        credited=bool(first.credits & second.credits),
        named=bool(agencies),
        same_day=same_day,
        apart=apart > APART,
    )
    return Likeness(first, second, _kind(evidence), speech, figures, out_of, agencies, day)


def _kind(seen: _Evidence) -> Sharing:
    """One report where two unrelated speakers are quoted in the same words, or an agency is
    credited, and figures agree.
    """
    alike = seen.share >= SHARE
    several = seen.parties >= 2 and alike and seen.figures >= LEAST_FIGURES - 1
    quoted = seen.runs >= 1 and seen.named and seen.figures >= 2
    rewritten = seen.credited and seen.same_day and alike and seen.figures >= LEAST_FIGURES
    if not seen.apart and (several or quoted or rewritten):
        return Sharing.REPORT
    if seen.runs:
        return Sharing.STATEMENT
    return Sharing.FIGURES if alike and seen.figures >= LEAST_FIGURES else Sharing.NOTHING


def _parties(first: Fingerprint, second: Fingerprint, speech: tuple[SharedRun, ...]) -> int:
    """How many unrelated speakers are quoted: beside their words, no text names anybody
    that it names beside another's.
    """
    groups: list[tuple[frozenset[str], frozenset[str]]] = []
    for run in speech:
        names = _names(first, run.first, run.length), _names(second, run.second, run.length)
        if all(_are_apart(names, group) for group in groups):
            groups.append(names)
    return len(groups)


def _are_apart(one: tuple[frozenset[str], ...], other: tuple[frozenset[str], ...]) -> bool:
    """Whether one of the texts names somebody beside both passages, and neither text names
    anybody beside both of them.
    """
    return any(map(all, zip(one, other, strict=True))) and not any(
        a & b for a, b in zip(one, other, strict=True)
    )


def _names(fingerprint: Fingerprint, start: int, length: int) -> frozenset[str]:
    paragraphs = set(fingerprint.speech.paragraphs[start : start + length])
    return frozenset(
        name for paragraph in paragraphs for name in fingerprint.names[paragraph]
    )


def _day(first: Fingerprint, second: Fingerprint, apart: timedelta) -> tuple[bool, str]:
    """Whether two texts seem to be of one day, and what is to be said of their days."""
    if first.issued and second.issued:
        days = first.issued.text, second.issued.text
        if apart > APART:
            return False, f"but they are of {days[0]} and {days[1]}"
        return days[0] == days[1], f"both are of {days[0]}" if days[0] == days[1] else ""
    same = bool(first.weekday) and first.weekday == second.weekday
    return same, f"both speak of {first.weekday}" if same else ""


def _days_apart(first: Fingerprint, second: Fingerprint) -> timedelta:
    """The least number of days between the dates of two texts, where both are known."""
    if not (first.issued and second.issued):
        return timedelta(0)
    gaps = (
        first.issued.earliest - second.issued.latest,
        second.issued.earliest - first.issued.latest,
        timedelta(0),
    )
    return max(gaps)


@dataclass(frozen=True)
class SharedParts:
    """The parts of one text by what they share with another."""

    shared: tuple[str, ...]
    alone: tuple[str, ...]
    # With speech or figures of their own, and none of the other's.


def parts_of(likeness: Likeness, fingerprint: Fingerprint) -> SharedParts:
    """Which parts of one of the two texts share something with the other, and which share
    nothing.
    """
    is_first = fingerprint is likeness.first
    runs = [(run.first if is_first else run.second, run.length) for run in likeness.speech]
    spoken = {
        number
        for start, length in runs
        for number in fingerprint.speech.paragraphs[start : start + length]
    }
    shared = {fingerprint.part_of[number] for number in spoken} | {
        part for figure in likeness.figures for part in fingerprint.figures[figure]
    }
    telling = {fingerprint.part_of[number] for number in fingerprint.speech.paragraphs}
    telling |= {part for parts in fingerprint.figures.values() for part in parts}
    return SharedParts(
        tuple(_named(fingerprint, shared)), tuple(_named(fingerprint, telling - shared))
    )


def _named(fingerprint: Fingerprint, parts: set[int]) -> Iterator[str]:
    return (fingerprint.parts[part] for part in sorted(parts))
