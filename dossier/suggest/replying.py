"""What came of a form, in Markdown: the text of a pull request, or the answer to whoever
filled the form in.

What strangers wrote stands in code spans, where it calls nobody and links nowhere.
"""

import re
from collections.abc import Iterator, Sequence

from dossier.model.content import Content
from dossier.read.layout import Role
from dossier.report.escapes import printable
from dossier.suggest.forms import FormAnswers
from dossier.suggest.planning import ChangePlan, PlanKind
from dossier.suggest.reading import WishedCorrection
from dossier.suggest.showing import shown

SHOWN = 10  # problems; whoever has more of them has one mistake many times, or means harm
COMMIT = re.compile(r"[0-9a-f]{7,64}")
DONE = {
    PlanKind.SUPPORT: "The answer that stands gets another source.",
    PlanKind.MEND: (
        "The answer rests on this source alone, so we seem to have misread it: its value is"
        " changed."
    ),
    PlanKind.BESIDE: "This answer is put beside those that stand; none is taken away.",
}
"""What a reviewer is told of each kind of change."""


def pull_request_text(
    wish: WishedCorrection, plan: ChangePlan, answers: FormAnswers, content: Content
) -> str:
    """The title and the text of the pull request."""
    return "\n".join(
        [
            f"Correct {wish.fact.id}",
            "",
            *_told(wish, plan, answers, content),
            "",
            *_tasks(wish, plan, content),
        ]
    )


def refusal_text(problems: Sequence[str]) -> str:
    """What is missing, for whoever filled the form in."""
    listed = [f"- {_line(problem)}" for problem in problems[:SHOWN]]
    listed += [f"- And {len(problems) - SHOWN} more."] if len(problems) > SHOWN else []
    end = (
        "Edit the form above (three dots, *Edit*); a maintainer then puts the label"
        " `accepted` on again."
    )
    return "\n".join(["This form cannot become a change yet:", "", *listed, "", end])


def _told(
    wish: WishedCorrection, plan: ChangePlan, answers: FormAnswers, content: Content
) -> Iterator[str]:
    now = ", ".join(
        code(shown(claim.value, wish.fact, content)) for claim in wish.fact.claims
    )
    source = wish.source.url or wish.source.id
    yield f"- Fact: {code(wish.fact.label)} (`{wish.fact.id}`)"
    yield f"- It says: {now}"
    yield f"- It should say: {code(shown(wish.value, wish.fact, content))}"
    yield f"- Source: {code(source)}{' (new)' if wish.source.url else ''}"
    yield f"- Its words: {code(wish.quote)}"
    if COMMIT.fullmatch(answers.commit):
        yield f"- Seen at: {answers.commit[:12]}"
    yield ""
    yield DONE[plan.kind]
    yield from (_line(remark) for remark in plan.remarks)


def _tasks(wish: WishedCorrection, plan: ChangePlan, content: Content) -> Iterator[str]:
    """What a person has to do before this can be merged."""
    yield "Before it is merged:"
    yield ""
    yield "- [ ] These words stand in the source, and they mean this."
    if wish.source.url:
        file = f"content/{Role.SOURCE.value.format(wish.source.id)}"
        yield (
            f"- [ ] `{file}` has title, author, publisher and dates of the source, and a"
            " summary in our own words."
        )
    elif content.sources[wish.source.id].integrity:
        yield (
            "- [ ] Somebody who has the text of the source has run `dossier prove`, and the"
            " record is part of this change."
        )
    if plan.kind is PlanKind.MEND:
        yield (
            "- [ ] `content/corrections.yaml` says under `ours` what we said before, and"
            " why it was wrong."
        )


def code(text: str) -> str:
    """A text as it is, in one line of code."""
    plain = printable(" ".join(text.split()))
    fence = "`" * (max(map(len, re.findall(r"`+", plain)), default=0) + 1)
    space = " " if plain.startswith("`") or plain.endswith("`") else ""
    return f"{fence}{space}{plain}{space}{fence}"


def _line(text: str) -> str:
    """A sentence of ours that may quote a stranger: what could be Markdown in the quotation
    is none.
    """
    return re.sub(r"([\\*_\[\]#|~$])", r"\\\1", printable(text))
