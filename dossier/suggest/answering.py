"""Which of the answers of a fact a correction is about, where the fact has one for each of
several times or kinds.

The reader has said what the site says. Of a figure that is told quarter by quarter, that is
a value and its quarter; a correction that does not tell which one is meant would land on
any.
"""

from collections.abc import Iterator, Sequence

from dossier.merge.changes import as_answered, as_written
from dossier.model.claims import Claim
from dossier.model.content import Content
from dossier.model.facts import Fact
from dossier.model.questions import by_question
from dossier.model.values import written
from dossier.suggest.forms import LABELS, FormRefused
from dossier.suggest.showing import (
    folded,
    in_every_language,
    shown,
    times_in_every_language,
    was_seen,
)
from dossier.yaml.nodes import shorten

MOST = 6  # answers that are named where several could be meant


def meant_by(seen: str, fact: Fact, content: Content) -> tuple[Claim, ...]:
    """The answers to the question that somebody who saw this asks about. Raises FormRefused
    where none or several are.
    """
    groups = by_question(fact.claims, None)
    if len(groups) == 1:
        _require_current(seen, fact, content)
        return fact.claims
    if not seen:
        told = "This fact has answers for several times or kinds. Say which one is wrong"
        raise FormRefused(f"{told}, under “{LABELS['current']}”: {_choices(groups)}.")
    found = [
        group
        for group in groups
        if any(_is_meant(seen, claim, fact, content) for claim in group)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise FormRefused(
            f"Several answers say {shorten(seen)!r}. Say with its time which one is wrong:"
            f" {_choices(found)}."
        )
    raise _changed(seen, _choices(groups))


def _require_current(seen: str, fact: Fact, content: Content) -> None:
    """What the reader saw is still what the fact says."""
    if not seen or any(_is_meant(seen, claim, fact, content) for claim in fact.claims):
        return
    now = " or ".join(repr(shown(claim.value, fact, content)) for claim in fact.claims)
    raise _changed(seen, now)


def _changed(seen: str, now: str) -> FormRefused:
    return FormRefused(
        f"You saw {shorten(seen)!r}, and the fact says {now}: it has changed since, or"
        " never said so. Look at its page again; if it is still wrong, put what it says now"
        " into the box."
    )


def _choices(groups: Sequence[Sequence[Claim]]) -> str:
    named = [f"`{shorten(as_answered(group[0]))}`" for group in groups[:MOST]]
    more = " or another" if len(groups) > MOST else ""
    return f"{' or '.join(named)}{more}"


def _is_meant(seen: str, claim: Claim, fact: Fact, content: Content) -> bool:
    """Whether somebody saw this answer: its value alone, or with all that they say of its
    time and kind.
    """
    if was_seen(seen, claim.value, fact, content):
        return True
    text = folded(seen)
    values = (
        as_written(claim.value),
        *written(claim.value),
        *in_every_language(claim.value, fact, content),
    )
    rests = [
        text.removeprefix(value) for value in map(folded, values) if text.startswith(value)
    ]
    return any(_is_told(rest, claim, content) for rest in rests)


def _is_told(rest: str, claim: Claim, content: Content) -> bool:
    """Whether what stands behind a value is the time and the kind of an answer, and nothing
    else.
    """
    for words in sorted(map(folded, _asides(claim, content)), key=len, reverse=True):
        rest = rest.replace(words, " ", 1)
    return not rest.strip(" ,;·()（），、")


def _asides(claim: Claim, content: Content) -> Iterator[str]:
    yield from claim.qualifiers.values()
    if claim.period:
        yield str(claim.period)
        yield from times_in_every_language(claim.period, content)
