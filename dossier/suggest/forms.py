"""The answers of a correction form, out of the Markdown that GitHub makes of it.

Anybody can write any text there, so nothing of it is guessed at: each heading of the form
stands once and in order, or the form is not taken. What the answers mean is for reading.py.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dossier.characters.characters import find_forbidden
from dossier.intake.bounds import read_file

LABELS: Mapping[str, str] = {
    "fact": "Which fact",
    "current": "What the site says now",
    "correct": "What is right",
    "source": "The source that shows it",
    "quote": "Its words",
    "page": "The page",
    "commit": "The version of the page",
}
"""The boxes of `.github/ISSUE_TEMPLATE/correction.yml` in their order, by id; a test
compares.
"""
REQUIRED = ("fact", "correct", "source", "quote")
SEVERAL_LINES = ("correct", "quote")
MAX_FORM = 262_144  # bytes: GitHub's 65,536 characters, each of four bytes at most
UNANSWERED = "_No response_"
FENCED = re.compile(r"(`{3,})[^\n`]*\n(?P<text>.*)\n\1", re.DOTALL)
TICKED = re.compile(r"`(?P<text>[^`\n]+)`")


class FormRefused(Exception):
    """The form cannot be used; each problem is one sentence or two for the person who
    filled it in.
    """

    def __init__(self, *problems: str) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class FormAnswers:
    """What was written into each box; empty where nothing was."""

    fact: str
    current: str
    correct: str
    source: str
    quote: str
    page: str
    commit: str


def read_form(path: Path) -> FormAnswers:
    """The answers in a file. Raises Refused, or DossierError where there is no such file."""
    data = read_file(path)
    if len(data) > MAX_FORM:
        raise FormRefused(
            f"The form has more than {MAX_FORM} bytes. Quote a phrase, not the article."
        )
    try:
        return parse_form(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise FormRefused("The form is not UTF-8.") from None


def parse_form(text: str) -> FormAnswers:
    """The answers in the text of an issue. Raises Refused."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if hidden := find_forbidden(plain):
        raise FormRefused(
            f"The form holds {hidden[1]}, which nobody can see. Delete it, or type the"
            " words anew."
        )
    lines = plain.split("\n")
    answers = {id: _answer("\n".join(lines[start:end])) for id, start, end in _boxes(lines)}
    _refuse_gaps(answers)
    return FormAnswers(**answers)


def _boxes(lines: list[str]) -> list[tuple[str, int, int]]:
    """Each box with the lines of its answer."""
    ids = {f"### {label}": id for id, label in LABELS.items()}
    heads = [
        (ids[line.rstrip()], number)
        for number, line in enumerate(lines)
        if line.rstrip() in ids
    ]
    found = [id for id, _ in heads]
    if twice := [LABELS[id] for id in LABELS if found.count(id) > 1]:
        raise FormRefused(
            *(
                f"The heading “{label}” stands twice. Take it out of the answer."
                for label in twice
            )
        )
    if missing := [label for id, label in LABELS.items() if id not in found]:
        told = ", ".join(f"“{label}”" for label in missing)
        raise FormRefused(
            f"This is not the form for corrections as it is: these headings are missing: {told}."
        )
    if found != list(LABELS):
        raise FormRefused(
            "This is not the form for corrections as it is: its headings are in another"
            " order."
        )
    if any(line.strip() for line in lines[: heads[0][1]]):
        raise FormRefused(
            f"Something stands above “{LABELS['fact']}”. Put it into a comment below."
        )
    ends = [number for _, number in heads[1:]] + [len(lines)]
    return [(id, number + 1, end) for (id, number), end in zip(heads, ends, strict=True)]


def _answer(text: str) -> str:
    """The answer without what GitHub, or a careful person, puts around it."""
    words = text.strip()
    if words == UNANSWERED:
        return ""
    wrapped = FENCED.fullmatch(words) or TICKED.fullmatch(words)
    return wrapped["text"].strip() if wrapped else words


def _refuse_gaps(answers: Mapping[str, str]) -> None:
    blank = [f"“{LABELS[id]}” is empty." for id in REQUIRED if not answers[id]]
    long = [
        f"“{LABELS[id]}” has several lines; one is expected."
        for id, answer in answers.items()
        if id not in SEVERAL_LINES and "\n" in answer
    ]
    if blank or long:
        raise FormRefused(*blank, *long)
