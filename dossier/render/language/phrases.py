"""A phrase of the interface, in English, which is also its name in the catalogues of other
languages.

Whoever makes one marks it for `make messages`, which gathers them; it is said by the
language of the page (catalogues.py). What varies is named, as in `%(date)s`, because its
place in the sentence differs from language to language.
"""

from dataclasses import dataclass
from typing import NewType

Phrase = NewType("Phrase", str)


@dataclass(frozen=True)
class Order:
    """By what a list is put in order: said with how much there is, and without."""

    counted: Phrase
    # With the `%(things)s`.
    alone: Phrase


@dataclass(frozen=True)
class Plural:
    """A phrase about a number of things, which it calls `%(num)s`."""

    one: str
    many: str
