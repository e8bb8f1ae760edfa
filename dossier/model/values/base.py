"""What a type of value has to say of itself: everything that any layer wants to know, in one small interface.

A type is pure: it knows texts, numbers and words, but neither files nor pages, and the layers ask it rather than look at
what a value is. The list of all types is in the package itself.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar

from dossier.model.schema import Schema
from dossier.model.values.meant import Meant, told
from dossier.model.values.parts import KeyPart

V = TypeVar("V")


class Misread(Exception):
    """A text is no value of a type: the code of the finding, what to say behind the text, and how such values look."""

    def __init__(self, code: str, fault: str, form: str = "") -> None:
        super().__init__(fault)
        self.code, self.fault, self.form = code, fault, form


@dataclass(frozen=True)
class Lookups:
    """What reading a value may have to look up."""

    territory: Callable[[str], str]
    # From the name of a country or territory to its ISO 3166 code; empty where there is none of that name.


class ValueType(ABC, Generic[V]):
    """How the values of a property are written, compared and told."""

    id: ClassVar[str]
    # The word for it in properties.yaml.
    form: ClassVar[type]
    # The class of its values. Types that share one share all that is asked without a field.
    about: ClassVar[str]
    # What it means, in a few words: editors show it, and docs/model.md has it in its table.
    takes_unit: ClassVar[bool] = False
    # Whether a property names a unit, so that its values do without.
    is_figure: ClassVar[bool] = False
    # Whether it is a number: tables align it, and it stands for the record that it is in.

    @abstractmethod
    def read(self, text: str, field: "Field", lookups: Lookups) -> V:
        """The value that a text of our files stands for; the text is not blank. Raises Misread."""

    def meant(self, text: str, field: "Field") -> Iterable[Meant]:
        """What a text that is no value may have been meant to say, the likeliest first; it need not be readable."""
        return ()

    def advice(self, text: str, field: "Field", lookups: Lookups) -> str:
        """What to write instead of a text that is no value; empty where nobody can tell."""
        fit = [one for one in dict.fromkeys(self.meant(text, field)) if self._takes(one.text, field, lookups)]
        return told(fit) if fit else ""

    def _takes(self, text: str, field: "Field", lookups: Lookups) -> bool:
        try:
            self.read(text, field, lookups)
        except Misread:
            return False
        return True

    @abstractmethod
    def schema(self, field: "Field") -> Schema:
        """What such a text looks like to an editor: weaker than reading, but never stricter."""

    def meaning(self, value: V) -> Hashable:
        """What a value says, without how it is written: equal for two that say the same."""
        return value

    def written(self, value: V) -> tuple[str, ...]:
        """The texts that a value may be written with in our files, the usual one first."""
        return (str(value),)

    def __str__(self) -> str:
        return self.id


AnyType: TypeAlias = ValueType[Any]


@dataclass(frozen=True)
class Field:
    """What may stand in one place: the value of a property, or one key of a record."""

    type: AnyType
    unit: str = ""
    label: str = ""
    many: bool = False
    required: bool = False
    part: KeyPart = KeyPart.NONE
