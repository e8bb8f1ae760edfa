"""`dossier read`: one quote after the other, each with its sentence and its claim, for a
person who says what they find.

It asks at a terminal alone, so that no script writes down that a person has read. That one
has, no program can check.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dossier.check import check_content
from dossier.model.content import Content
from dossier.model.errors import DossierError
from dossier.model.findings import has_errors
from dossier.model.judgements import Found
from dossier.model.proofs import Level, Look
from dossier.prove.at_hand import read_archive
from dossier.prove.queue import Waiting, claim_lines, queue_of
from dossier.prove.readings import judgement_of, with_judgement, write_judgements
from dossier.read import read_content
from dossier.report.escapes import json_text, printable
from dossier.report.text import near, report

LATER, QUIT = "later", "quit"
ANSWERS: Mapping[str, str] = {
    "r": Found.READ.value, "w": Found.WRONG.value, "l": LATER, "q": QUIT,
}  # fmt: skip
"""What a reader can say, by its key."""
QUESTION = "Does the passage say so? [r]ead, [w]rong, [l]ater, [q]uit"


@dataclass(frozen=True)
class Console:
    """Where somebody reads: what is printed, and how they answer."""

    say: Callable[[str], None]
    ask: Callable[[], str]
    # Asks for one of the keys of the answers.
    mark: Callable[[str], str]
    # Sets the words of a quote off from those around it.


def load_queue(root: Path, archive: Path) -> tuple[Content, tuple[Waiting, ...]]:
    """The content, and all of it that waits. Raises DossierError where the content has
    errors of another sort.
    """
    reading = read_content(root)
    found = check_content(reading.content, reading.findings)
    faults = tuple(one for one in found if not one.code.startswith("Q"))
    if has_errors(faults):
        raise DossierError(
            f"the content has errors; mend them first.\n{report(faults, root)}"
        )
    return reading.content, queue_of(
        reading.content, read_archive(reading.content, archive)
    )


def read_through(
    root: Path, archive: Path, reader: str, day: date, console: Console
) -> str:
    """Ask about all that waits and has its text at hand, writing each answer down at once;
    what it came to, in a line.
    """
    content, waiting = load_queue(root, archive)
    readable = tuple(one for one in waiting if one.sentence)
    answered = 0
    for place, one in enumerate(readable, 1):
        console.say(f"\n{place} of {len(readable)} · {_head(one)}")
        for line in _card(content, one, near(root), console.mark):
            console.say(line)
        answer = ANSWERS[console.ask()]
        if answer == QUIT:
            break
        if answer != LATER:
            answered += 1
            content = with_judgement(
                content, one, judgement_of(content, one, Found(answer), reader, day)
            )
            write_judgements(root, content, one.fact.id.company)
    _sweep(root, content)
    away = len(waiting) - len(readable)
    texts = f" Of {away} the text is not at hand." if away else ""
    return (
        f"{answered} of {len(waiting)} answered, as {reader}; {len(waiting) - answered}"
        f" wait.{texts}"
    )


def _sweep(root: Path, content: Content) -> None:
    """Delete what has changed since somebody read it."""
    for slug in sorted(
        {fact.partition("/")[0] for fact in content.judgements} & content.companies.keys()
    ):
        write_judgements(root, content, slug)


def _head(one: Waiting) -> str:
    looks = [_look(look) for listed in one.looks.values() for look in listed]
    state = one.state.value
    asks = f"{state}: {', '.join(dict.fromkeys(looks))}" if looks else state
    return f"{one.fact.id} · {one.fact.label} · {asks}"


def _look(look: Look) -> str:
    return f"{look.cue} “{look.words}”" + (
        f" (status `{look.agrees}` would say the same)" if look.agrees else ""
    )


def _card(
    content: Content, one: Waiting, root: Path, mark: Callable[[str], str]
) -> Iterator[str]:
    at = one.reference.at.of("quote")
    yield f"  {root / at.path}:{at.line}"
    for key, value in claim_lines(content, one):
        yield f"  {key}: {printable(value)}"
    yield (
        f"  {one.reference.source}:"
        f" {printable(one.before)}{mark(printable(one.quote))}{printable(one.after)}"
    )


def queue_lines(waiting: tuple[Waiting, ...], root: Path) -> Iterator[str]:
    """A line for each that waits, and their number."""
    for one in waiting:
        at = one.reference.at.of("quote")
        yield printable(f"{near(root) / at.path}:{at.line}:{at.column} {_head(one)}")
    asking = sum(one.state is Level.LOOK for one in waiting)
    asks = f"; {asking} of them ask{'s' * (asking == 1)} for a look" if asking else ""
    yield f"{len(waiting)} wait{'s' * (len(waiting) == 1)} for a reader{asks}."


def queue_json(content: Content, waiting: tuple[Waiting, ...]) -> str:
    """The same for programs of others: a list with one object for each."""
    return json_text([_data(content, one) for one in waiting])


def _data(content: Content, one: Waiting) -> Mapping[str, Any]:
    looks = [
        {"key": key, "cue": look.cue, "words": look.words}
        for key, listed in one.looks.items()
        for look in listed
    ]
    return {
        "fact": str(one.fact.id),
        "claim": one.place,
        "label": one.fact.label,
        "says": dict(claim_lines(content, one)),
        "source": one.reference.source,
        "quote": one.reference.quote,
        "supports": [*(one.reference.supports or ("value",))],
        "state": one.state.value,
        "looks": looks,
        "sentence": one.sentence,
    }
