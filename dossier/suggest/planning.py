"""What a correction does to its fact: one more source for an answer, a mistake of ours
mended, or another answer beside it.

Whether the words are in the source is for a person to look up; whether they show the value
is asked of the proof here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dossier.model.claims import Claim, Reference
from dossier.model.content import Content
from dossier.model.values import is_figure, same
from dossier.prove.proving import prove
from dossier.suggest.answering import meant_by
from dossier.suggest.forms import LABELS, FormAnswers, FormRefused
from dossier.suggest.reading import WishedCorrection
from dossier.texts.archive import make_text
from dossier.texts.library import Library


class PlanKind(StrEnum):
    """What is done."""

    SUPPORT = "support"  # an answer that stands gets one more passage
    MEND = "mend"  # an answer that rests on this source alone was read wrongly by us
    BESIDE = "beside"  # sources differ, so another answer joins the ones that stand


BOTH_READINGS = (
    "The same source is cited for another answer already, so one of the two has to be read"
    " again."
)


@dataclass(frozen=True)
class ChangePlan:
    """What is done, to which of the answers, and what a reviewer has to know."""

    kind: PlanKind
    index: int
    # The answer that it is about; for a new one, how many there are.
    remarks: tuple[str, ...] = ()
    beside: Claim | None = None
    # Of a new one: the answer whose time and kind it shares, where the fact has several of
    # these.


def make_plan(wish: WishedCorrection, answers: FormAnswers, content: Content) -> ChangePlan:
    """What to do. Raises Refused where the page has changed, nothing is new, or the words
    do not show the value.
    """
    claims = meant_by(answers.current, wish.fact, content)
    remarks, place = tuple(_look_at_figures(wish)), wish.fact.claims.index
    for claim in claims:
        if same(claim.value, wish.value):
            _refuse_known_passage(claim, wish)
            return ChangePlan(PlanKind.SUPPORT, place(claim), remarks)
    cited = {
        place(claim): {reference.source for reference in claim.references}
        for claim in claims
    }
    alone = [index for index, sources in cited.items() if sources == {wish.source.id}]
    if len(alone) == 1:
        return ChangePlan(PlanKind.MEND, alone[0], remarks)
    twice = (
        (BOTH_READINGS,)
        if any(wish.source.id in sources for sources in cited.values())
        else ()
    )
    beside = claims[0] if len(claims) < len(wish.fact.claims) else None
    return ChangePlan(PlanKind.BESIDE, len(wish.fact.claims), (*twice, *remarks), beside)


def _refuse_known_passage(claim: Claim, wish: WishedCorrection) -> None:
    if any(
        (one.source, one.quote) == (wish.source.id, wish.quote) for one in claim.references
    ):
        raise FormRefused(
            "The fact says this already, with these very words of this source."
        )


def _look_at_figures(wish: WishedCorrection) -> Iterator[str]:
    """Refuse words that do not give a figure; what else they do not show is for a person to
    judge.
    """
    reference = Reference(source=wish.source.id, quote=wish.quote)
    library = Library({wish.source.id: make_text(wish.source.id, wish.quote)})
    outcome = prove(
        Claim(value=wish.value, references=(reference,)), reference, wish.prop, library
    )
    if not outcome.code:
        return
    if is_figure(wish.value):
        raise FormRefused(
            f"“{LABELS['quote']}” and “{LABELS['correct']}” do not fit: {outcome.detail}."
        )
    yield f"The words alone do not show all of it: {outcome.detail}."
