"""Which lines of a file a change of one fact puts in or replaces; every other byte stays.

suggesting.py reads the result again, and holds it against what was there before.
"""

from collections.abc import Iterator

from dossier.model.claims import Claim, Reference
from dossier.model.places import Place
from dossier.read.facts import OF_CLAIM, REFERENCES
from dossier.read.folding import CLAIMS
from dossier.read.passages import SOURCES
from dossier.read.spreading import NONE, SaidInFile, defaults_in
from dossier.read.vague import VAGUE
from dossier.suggest.forms import FormRefused
from dossier.suggest.planning import ChangePlan, PlanKind
from dossier.suggest.reading import WishedCorrection
from dossier.yaml.editing import (
    STEP,
    Edit,
    WrittenOtherwise,
    appended,
    as_item,
    edited,
    entry_lines,
    gathered,
    named,
    replaced,
    replaced_quote,
)
from dossier.yaml.nodes import MappingNode, Scalar
from dossier.yaml.spelling import written_item, written_text

BY_HAND = (
    "The file of this fact is not written in the way that this program edits. Somebody has"
    " to change it by hand."
)


def edit_fact(text: str, wish: WishedCorrection, plan: ChangePlan) -> str:
    """The text of the file with the change. Raises FormRefused where it is not written as ours
    are.
    """
    try:
        return edited(text, _edits(text.split("\n"), wish, plan))
    except WrittenOtherwise:
        raise FormRefused(BY_HAND) from None


def _edits(lines: list[str], wish: WishedCorrection, plan: ChangePlan) -> Iterator[Edit]:
    said = defaults_in("", "\n".join(lines))
    if plan.kind is PlanKind.BESIDE:
        yield _beside(lines, wish, [*_answer(wish, plan, said)])
        return
    claim = wish.fact.claims[plan.index]
    held = None
    if plan.kind is PlanKind.MEND:
        yield replaced(lines, claim.at, "value", entry_lines("value", wish.node))
        held = _passage_of_value(claim) if isinstance(wish.node, Scalar) else None
    if held is None:
        yield _one_passage_more(lines, claim.at, wish, said)
    elif held.quote != wish.quote:
        yield replaced_quote(lines, held.at, wish.quote)


def _beside(lines: list[str], wish: WishedCorrection, answer: list[str]) -> Edit:
    """One more answer; a first one that stands beside its label goes under `claims` too."""
    fact, last = wish.fact.at, wish.fact.claims[-1].at
    if last.trail == fact.trail:
        return gathered(lines, fact, OF_CLAIM, CLAIMS, answer)
    return appended(lines, fact, CLAIMS, last.position, as_item(answer))


def _one_passage_more(
    lines: list[str], claim: Place, wish: WishedCorrection, said: SaidInFile
) -> Edit:
    if SOURCES in claim.entries:
        return named(lines, claim, SOURCES, wish.source.id, _passage(wish, said))
    last = claim.entries[REFERENCES].items[-1]
    return appended(lines, claim, REFERENCES, last, _reference(wish, said))


def _answer(wish: WishedCorrection, plan: ChangePlan, said: SaidInFile) -> Iterator[str]:
    """The keys of a new answer. Who sends it does not say that the speaker, the day or the
    status of the file is its own, nor how the file knows a date.
    """
    yield from entry_lines("value", wish.node)
    beside = plan.beside
    vague = {}
    if beside and beside.period:
        yield f"period: {written_text(beside.period.text)}"
        if beside.period.vague:
            vague["period"] = f"[{', '.join(beside.period.vague)}]"
    if beside and beside.qualifiers:
        words = (
            f"{name}: {written_item(word)}" for name, word in beside.qualifiers.items()
        )
        yield f"qualifiers: {{{', '.join(words)}}}"
    yield from (f"{key}: {NONE}" for key in said.claims)
    given = wish.node.pairs if isinstance(wish.node, MappingNode) else {}
    for name, keys in said.dates.items():
        told = {key: NONE for key in keys if key in given}
        told |= vague if name == VAGUE.name else {}
        vague = vague if name != VAGUE.name else {}
        if told:
            yield f"{name}: {{{', '.join(f'{key}: {words}' for key, words in told.items())}}}"
    if vague:
        yield f"{VAGUE.name}: {{{', '.join(f'{key}: {words}' for key, words in vague.items())}}}"
    yield f"{SOURCES}:"
    yield f"{STEP}{wish.source.id}: {_passage(wish, said)}"


def _passage_of_value(claim: Claim) -> Reference | None:
    """The passage by which we read the value of a claim."""
    found = (
        one
        for one in claim.references
        if one.quote and (not one.supports or "value" in one.supports)
    )
    return next(found, None)


def _passage(wish: WishedCorrection, said: SaidInFile) -> str:
    """The words of a passage; which origin they draw on, who sends them does not say."""
    if wish.source.id in said.origins:
        return f"{{quote: {written_item(wish.quote)}, origin: {NONE}}}"
    return written_text(wish.quote)


def _reference(wish: WishedCorrection, said: SaidInFile) -> Iterator[str]:
    yield f"- source: {wish.source.id}"
    yield f"{STEP}quote: {written_text(wish.quote)}"
    if wish.source.id in said.origins:
        yield f"{STEP}origin: {NONE}"
