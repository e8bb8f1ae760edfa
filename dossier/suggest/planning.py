"""What a correction does to its fact: one more source for an answer, a mistake of ours mended, or another answer beside it.

Whether the words are in the source is for a person to look up; whether they show the value is asked of the proof here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dossier.model.claims import Claim, Reference
from dossier.model.content import Content
from dossier.model.values import is_figure, same
from dossier.prove.proving import prove
from dossier.read.yaml import shorten
from dossier.suggest.forms import LABELS, FormAnswers, FormRefused
from dossier.suggest.reading import WishedCorrection
from dossier.suggest.showing import shown, was_seen
from dossier.texts.archive import make_text
from dossier.texts.library import Library


class PlanKind(StrEnum):
    """What is done."""

    SUPPORT = "support"  # an answer that stands gets one more passage
    MEND = "mend"  # an answer that rests on this source alone was read wrongly by us
    BESIDE = "beside"  # sources differ, so another answer joins the ones that stand


BOTH_READINGS = "The same source is cited for another answer already, so one of the two has to be read again."


@dataclass(frozen=True)
class ChangePlan:
    """What is done, to which of the answers, and what a reviewer has to know."""

    kind: PlanKind
    index: int
    # The answer that it is about; for a new one, how many there are.
    remarks: tuple[str, ...] = ()


def make_plan(wish: WishedCorrection, answers: FormAnswers, content: Content) -> ChangePlan:
    """What to do. Raises Refused where the page has changed, nothing is new, or the words do not show the value."""
    _require_current(wish, answers, content)
    remarks = tuple(_look_at_figures(wish))
    claims = wish.fact.claims
    for index, claim in enumerate(claims):
        if same(claim.value, wish.value):
            _refuse_known_passage(claim, wish)
            return ChangePlan(PlanKind.SUPPORT, index, remarks)
    cited = [{reference.source for reference in claim.references} for claim in claims]
    alone = [index for index, sources in enumerate(cited) if sources == {wish.source.id}]
    if len(alone) == 1:
        return ChangePlan(PlanKind.MEND, alone[0], remarks)
    twice = (BOTH_READINGS,) if any(wish.source.id in sources for sources in cited) else ()
    return ChangePlan(PlanKind.BESIDE, len(claims), (*twice, *remarks))


def _refuse_known_passage(claim: Claim, wish: WishedCorrection) -> None:
    if any((one.source, one.quote) == (wish.source.id, wish.quote) for one in claim.references):
        raise FormRefused("The fact says this already, with these very words of this source.")


def _require_current(wish: WishedCorrection, answers: FormAnswers, content: Content) -> None:
    """What the reader saw is still what the fact says."""
    claims = wish.fact.claims
    if not answers.current or any(was_seen(answers.current, one.value, wish.fact, content) for one in claims):
        return
    now = " or ".join(repr(shown(claim.value, wish.fact, content)) for claim in claims)
    changed = f"You saw {shorten(answers.current)!r}, and the fact says {now}: it has changed since, or never said so."
    raise FormRefused(f"{changed} Look at its page again; if it is still wrong, put what it says now into the box.")


def _look_at_figures(wish: WishedCorrection) -> Iterator[str]:
    """Refuse words that do not give a figure; what else they do not show is for a person to judge."""
    reference = Reference(source=wish.source.id, quote=wish.quote)
    library = Library({wish.source.id: make_text(wish.source.id, wish.quote)})
    outcome = prove(Claim(value=wish.value, references=(reference,)), reference, wish.prop, library)
    if not outcome.code:
        return
    if is_figure(wish.value):
        raise FormRefused(f"“{LABELS['quote']}” and “{LABELS['correct']}” do not fit: {outcome.detail}.")
    yield f"The words alone do not show all of it: {outcome.detail}."
