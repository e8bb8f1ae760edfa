"""Which lines of a file a change of one fact puts in or replaces; every other byte stays.

suggesting.py reads the result again, and holds it against what was there before.
"""

from collections.abc import Iterator

from dossier.model.claims import Claim, Reference
from dossier.read.spreading import NONE, defaults_in
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
    replaced,
    replaced_quote,
)
from dossier.yaml.nodes import Scalar
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
    if plan.kind is PlanKind.BESIDE:
        # Who sends a correction does not say that the speaker, the day or the status of the
        # file is that of the new answer.
        undone = (f"{key}: {NONE}" for key in defaults_in("", "\n".join(lines)))
        framed = _framing(plan.beside) if plan.beside else ()
        item = [
            *entry_lines("value", wish.node),
            *framed,
            *undone,
            "references:",
            *(STEP + line for line in _reference(wish)),
        ]
        yield appended(
            lines, wish.fact.at, "claims", wish.fact.claims[-1].at.position, as_item(item)
        )
        return
    claim = wish.fact.claims[plan.index]
    held = None
    if plan.kind is PlanKind.MEND:
        yield replaced(lines, claim.at, "value", entry_lines("value", wish.node))
        held = _passage_of_value(claim) if isinstance(wish.node, Scalar) else None
    if held is None:
        yield appended(
            lines,
            claim.at,
            "references",
            claim.at.entries["references"].items[-1],
            _reference(wish),
        )
    elif held.quote != wish.quote:
        yield replaced_quote(lines, held.at, wish.quote)


def _framing(beside: Claim) -> Iterator[str]:
    """The time and the kind of an answer, for another one to the same question."""
    if beside.period:
        yield f"period: {written_text(beside.period.text)}"
        if beside.period.vague:
            yield f"vague: {{period: [{', '.join(beside.period.vague)}]}}"
    if beside.qualifiers:
        yield (
            "qualifiers:"
            f" {{{', '.join(f'{name}: {written_item(word)}' for name, word in beside.qualifiers.items())}}}"
        )


def _passage_of_value(claim: Claim) -> Reference | None:
    """The passage by which we read the value of a claim."""
    found = (
        one
        for one in claim.references
        if one.quote and (not one.supports or "value" in one.supports)
    )
    return next(found, None)


def _reference(wish: WishedCorrection) -> Iterator[str]:
    yield f"- source: {wish.source.id}"
    yield f"{STEP}quote: {written_text(wish.quote)}"
