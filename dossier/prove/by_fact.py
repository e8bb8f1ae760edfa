"""Files that the program keeps beside the facts of a company, as text: entries by fact, a
line for each key.
"""

from collections.abc import Iterable, Iterator, Mapping

LINE = "\n      - "
"""Begins a line of a list within an entry."""
Entry = Mapping[str, str]
"""The keys of an entry with their values as YAML; what is empty is left out."""


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
        head = "  - "
        for key, value in entry.items():
            if value:
                yield f"{head}{key}:{value if value.startswith(LINE) else f' {value}'}\n"
                head = "    "
