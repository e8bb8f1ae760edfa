"""What is known of a source before it has a file: each detail with the place it was found at.

Only what the thing itself says. A detail that was worked out and not read is marked as a guess, so that the person at the
keyboard can look at it; what nothing speaks of stays unknown.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dossier.model.sources import Author

Value = str | tuple[str, ...] | tuple[Author, ...]


@dataclass(frozen=True)
class Detail:
    """One key of a source's front matter, its value, and what that rests on."""

    key: str
    value: Value
    basis: str
    # Where it was found, such as "first line".
    guess: bool = False


@dataclass(frozen=True)
class Draft:
    """A source as it could be written: its details, its text if there is any, and what is for a person to decide.

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
        return replace(self, details=(*self.details, *details), remarks=(*self.remarks, *remarks))


def first_of_each(details: Iterable[Detail]) -> tuple[Detail, ...]:
    """Of the details for one key the first; blank ones are none."""
    kept: dict[str, Detail] = {}
    for detail in details:
        if detail.value:
            kept.setdefault(detail.key, detail)
    return tuple(kept.values())


def details_from(found: Iterable[tuple[str, Value | None, str]]) -> Iterator[Detail]:
    """Details that were read and not guessed, from key, value and basis; blank values are passed over."""
    for key, value, basis in found:
        if value:
            yield Detail(key, value, basis)


def author_detail(authors: tuple[Author, ...], basis: str) -> Detail:
    """Authors whose names were printed whole; where one was cut into two parts, that is a guess."""
    cut = any(author.family for author in authors)
    return Detail("author", authors, f"{basis}, split into given and family name" if cut else basis, guess=cut)
