"""Files that the program keeps beside the facts of a company, as text: entries by fact, a
line for each key. They are cut into entries again without being understood.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from dossier.yaml.spelling import PLAIN

FACT = re.compile(r"([a-z0-9-]+)(?:/([a-z0-9-]+))?:")
"""The line that begins the entries of a fact, `company/fact:` in a file of several
companies and `fact:` in that of one.
"""
ENTRY = "  - "
"""Begins the first line of an entry; its other lines are indented further."""
INNER = " " * len(ENTRY)
PROVES = f"{INNER}proves: "
"""Begins the line of an entry with the figures and dates that were compared with its words.
"""

LINE = "\n      - "
"""Begins a line of a list within an entry."""
Entry = Mapping[str, str]
"""The keys of an entry with their values as YAML; what is empty is left out."""
EntryTexts = dict[str, list[str]]
"""The text of each entry, by fact."""


class OddLine(Exception):
    """A line that is not written as entries are."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def render_by_fact(head: str, entries: Mapping[str, Iterable[Entry]]) -> str:
    """The whole file of one company, by the whole ids of facts; the company is not repeated
    in it.
    """
    return head + "".join(
        line for fact in sorted(entries) for line in _lines(fact, entries[fact])
    )


def _lines(fact: str, listed: Iterable[Entry]) -> Iterator[str]:
    yield f"{fact.rpartition('/')[2]}:\n"
    for entry in listed:
        head = ENTRY
        for key, value in entry.items():
            if value:
                yield f"{head}{key}:{value if value.startswith(LINE) else f' {value}'}\n"
                head = INNER


def parts_text(proves: Mapping[str, str]) -> str:
    """The figures and dates that a record has compared with words, in one line."""
    return (
        "{" + ", ".join(f"{key}: {_scalar(value)}" for key, value in proves.items()) + "}"
    )


def _scalar(text: str) -> str:
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def cut_by_fact(text: str) -> EntryTexts:
    """The entries of a file by fact. Raises OddLine at the first line that is of none."""
    found = EntryTexts()
    listed: list[str] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("#") or not line.strip():
            continue
        if head := FACT.fullmatch(line):
            listed = found.setdefault(line[: head.end() - 1], [])
        elif listed is not None and line.startswith(ENTRY):
            listed.append(f"{line}\n")
        elif listed and line.startswith(INNER):
            listed[-1] += f"{line}\n"
        else:
            raise OddLine(number)
    return found
