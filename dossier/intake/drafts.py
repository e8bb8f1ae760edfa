"""What is known of a source before it has a file: each detail with the place it was found
at.

Only what the thing itself says. A detail that was worked out and not read is marked as a
guess, so that the person at the keyboard can look at it; what nothing speaks of stays
unknown.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dossier.intake.people import Named
from dossier.model.sources import Author
from dossier.yaml.nodes import shorten

Value = str | tuple[str, ...] | tuple[Author, ...]


@dataclass(frozen=True)
class Detail:
    """One key of a source's front matter, its value, and what that rests on."""

    key: str
    value: Value
    basis: str
    # Where it was found, such as "first line".
    guess: bool = False
    left_out: tuple[str, ...] = ()
    # What stood there too and is not in the value; of a blank value, all that stood there.


@dataclass(frozen=True)
class Draft:
    """A source as it could be written: its details, its text if there is any, and what is
    for a person to decide.

    Several details may offer a value for one key, the best first.
    """

    details: tuple[Detail, ...] = ()
    text: str = ""
    remarks: tuple[str, ...] = ()

    def get(self, key: str) -> Value | None:
        """The best value of a key; None where it is not known."""
        return next((detail.value for detail in self.details if detail.key == key), None)

    def word(self, key: str) -> str:
        """The value of a key that holds a single text; empty where it is not known."""
        value = self.get(key)
        return value if isinstance(value, str) else ""

    def with_(self, details: Iterable[Detail] = (), remarks: Iterable[str] = ()) -> "Draft":
        """The draft with more details and remarks, which come after those that it has."""
        return replace(
            self, details=(*self.details, *details), remarks=(*self.remarks, *remarks)
        )


def first_of_each(details: Iterable[Detail]) -> tuple[Detail, ...]:
    """Of the details for one key the first; blank ones are none."""
    kept: dict[str, Detail] = {}
    for detail in details:
        if detail.value:
            kept.setdefault(detail.key, detail)
    return tuple(kept.values())


def details_from(found: Iterable[tuple[str, Value | None, str]]) -> Iterator[Detail]:
    """Details that were read and not guessed, from key, value and basis; blank values are
    passed over.
    """
    for key, value, basis in found:
        if value:
            yield Detail(key, value, basis)


def author_detail(found: Named, basis: str) -> Detail:
    """Authors whose names were printed whole; where one was cut into two parts, that is a
    guess.
    """
    cut = any(author.family for author in found.authors)
    told = f"{basis}, split into given and family name" if cut else basis
    return Detail(
        "author",
        found.authors,
        told,
        cut,
        tuple(f"“{words}”, no part of a name" for words in found.left_out),
    )


def day_detail(key: str, words: str, day: str, basis: str) -> Detail:
    """A date as it was read; blank, and told, where its words are none that can be kept to
    the letter.
    """
    lost = (
        ()
        if day or not words
        else (f"{key}: “{shorten(words)}” is no date that can be kept as it stands",)
    )
    return Detail(key, day, basis, left_out=lost)


def others_told(details: Iterable[Detail]) -> Iterator[str]:
    """What a record says of a key beside the value that is kept, which is the first, and
    not as exactly as that.
    """
    kept: dict[str, Value] = {}
    for detail in details:
        first = kept.setdefault(detail.key, detail.value)
        if first != detail.value and not str(first).startswith(str(detail.value)):
            yield (
                f"left out: {detail.key} “{shorten(str(detail.value))}” ({detail.basis}),"
                " beside the one that is kept"
            )
