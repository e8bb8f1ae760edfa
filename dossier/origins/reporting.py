"""What the linter of origins found, in words for the person at the keyboard."""

from collections.abc import Iterator

from dossier.origins.fingerprints import Fingerprint
from dossier.origins.likeness import Likeness, Sharing, parts_of
from dossier.origins.linter import SourcePair, Survey

SHOWN = 8  # words of a passage, and figures of a list: enough to find them in the text
FEW = 5
"""So many of what asks for nothing are shown; the rest is counted."""

HEADS = {
    Sharing.REPORT: "look like one report",
    Sharing.STATEMENT: "quote one statement",
    Sharing.FIGURES: (
        "have figures in common, and no words: one filing or announcement, perhaps a"
        " translation"
    ),
}


def survey_lines(survey: Survey) -> Iterator[str]:
    """All that was found, a paragraph for each pair, and a last line that counts."""
    alike = [pair for pair in survey.pairs if pair.likeness.kind >= Sharing.STATEMENT]
    figures = [pair for pair in survey.pairs if pair.likeness.kind is Sharing.FIGURES]
    for pair in (*alike, *figures[:FEW]):
        yield from _pair(pair)
    if len(figures) > FEW:
        yield f"{len(figures) - FEW} more pairs have figures in common, and no words."
    for first, second in survey.silent[:FEW]:
        yield (
            f"{first} and {second} declare an origin in common; their texts show no sign"
            " of it."
        )
    if len(survey.silent) > FEW:
        yield (
            f"{len(survey.silent) - FEW} more pairs declare an origin of which their texts"
            " show no sign."
        )
    undeclared = sum(not pair.declared for pair in alike)
    counted = (
        f"{len(alike)} pair{'s' * (len(alike) != 1)} alike, {undeclared} without an origin"
        " in common"
    )
    yield (
        f"The texts of {survey.at_hand} of {survey.sources} sources are at hand: {counted}."
    )


def _pair(pair: SourcePair) -> Iterator[str]:
    likeness = pair.likeness
    yield f"{likeness.first.source} and {likeness.second.source} {HEADS[likeness.kind]}:"
    yield from (f"  {reason}" for reason in _reasons(likeness))
    for fingerprint in (likeness.first, likeness.second):
        yield from (f"  {line}" for line in _exceptions(likeness, fingerprint))
    if likeness.kind >= Sharing.STATEMENT:
        yield (
            f"  Both declare {', '.join(pair.declared)}."
            if pair.declared
            else "  They declare no origin in common."
        )


def _reasons(likeness: Likeness) -> Iterator[str]:
    for run in likeness.speech:
        words = " ".join(likeness.first.speech.printed[run.first : run.first + SHOWN])
        yield f"{run.length} words of direct speech: “{words} …”"
    if likeness.figures:
        shown = [likeness.first.printed[figure] for figure in likeness.figures[:SHOWN]]
        more = ", …" if len(likeness.figures) > SHOWN else ""
        yield (
            f"{len(likeness.figures)} of {likeness.out_of} distinctive figures:"
            f" {', '.join(shown)}{more}"
        )
    for agency in likeness.agencies:
        both = agency in likeness.first.credits and agency in likeness.second.credits
        yield (
            f"{agency} is credited by both"
            if both
            else f"{agency} is named by both, by one of them perhaps for a picture"
        )
    if likeness.day:
        yield likeness.day


def _exceptions(likeness: Likeness, fingerprint: Fingerprint) -> Iterator[str]:
    """The parts that share nothing, or, where they are few, the parts that share something."""
    parts = parts_of(likeness, fingerprint)
    if parts.alone and len(parts.alone) <= len(parts.shared):
        share = "share" if len(parts.alone) > 1 else "shares"
        yield (
            f"except for {_listed(parts.alone)} of {fingerprint.source}, which {share} nothing"
            " with the other"
        )
    elif parts.alone:
        yield f"only in {_listed(parts.shared)} of {fingerprint.source}"


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(
        name if name == "the beginning" else f"the part “{name}”" for name in names
    )
