"""What a type of value has to say of itself: everything that any layer wants to know, in
one small interface.

A type is pure: it knows texts, numbers and pieces of words, but neither files nor pages,
and the layers ask it rather than look at what a value is. The list of all types is in the
package itself.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar

from dossier.model.data import Data
from dossier.model.fiscal import NO_CALENDAR, Calendar
from dossier.model.kinds import RecordKind
from dossier.model.quantities import Numeric
from dossier.model.schema import Schema
from dossier.model.values.asking import Ask
from dossier.model.values.drawing import Drawing, Holder
from dossier.model.values.meant import Candidate, remedy_of
from dossier.model.values.parts import KeyPart, Sign
from dossier.model.values.pieces import Piece

V = TypeVar("V")


class Misread(Exception):
    """A text is no value of a type: the code of the finding, what to say behind the text,
    and how such values look.
    """

    def __init__(self, code: str, fault: str, form: str = "") -> None:
        super().__init__(fault)
        self.code, self.fault, self.form = code, fault, form


@dataclass(frozen=True)
class Lookups:
    """What reading a value may have to look up."""

    territory: Callable[[str], str]
    # From the name of a country or territory to its ISO 3166 code; empty where there is
    # none of that name.
    fiscal: Calendar = NO_CALENDAR
    # Of the company that a fact is about.


class ValueType(ABC, Generic[V]):
    """How the values of a property are read, written, compared, said, proved, drawn and
    exported.
    """

    id: ClassVar[str]
    # The word for it in properties.yaml.
    forms: ClassVar[tuple[type, ...]]
    # The classes of its values. Types that share one share all that is asked without a
    # field.
    about: ClassVar[str]
    # What it means, in a few words: editors show it, and docs/model.md has it in its table.
    takes_unit: ClassVar[bool] = False
    # Whether a property names a unit: what its values count, or what they are measured in.
    takes_per: ClassVar[bool] = False
    # Whether a value can be for one of something.
    takes_sign: ClassVar[bool] = False
    # Whether a property can say that its values are results.
    is_figure: ClassVar[bool] = False
    # Whether it is a number: tables align it, and it stands for the record that it is in.
    is_provable: ClassVar[bool] = False
    # Whether words can be compared with it by rule; with a text or a name they cannot.
    drawn: ClassVar[Mapping[Holder, Drawing]] = {}
    # The chart that shows its values, by where they stand.

    def fault_of_unit(self, unit: str) -> str:
        """Why a property of the type cannot have a unit; empty where it can."""
        return (
            ""
            if self.takes_unit
            else "only a count or a measure has a unit of its own. Delete it."
        )

    @abstractmethod
    def read(self, text: str, field: "Field", lookups: Lookups) -> V:
        """The value that a text of our files stands for; the text is not blank. Raises
        Misread.
        """

    def meant(self, text: str, field: "Field") -> Iterable[Candidate]:
        """What a text that is no value may have been meant to say, the likeliest first; it
        need not be readable.
        """
        return ()

    def advice(self, text: str, field: "Field", lookups: Lookups) -> str:
        """What to write instead of a text that is no value; empty where nobody can tell."""
        fit = [
            one
            for one in dict.fromkeys(self.meant(text, field))
            if self._takes(one.text, field, lookups)
        ]
        return remedy_of(fit) if fit else ""

    def _takes(self, text: str, field: "Field", lookups: Lookups) -> bool:
        try:
            self.read(text, field, lookups)
        except Misread:
            return False
        return True

    @abstractmethod
    def schema(self, field: "Field") -> Schema:
        """What such a text looks like to an editor: weaker than reading, but never
        stricter.
        """

    def meaning(self, value: V) -> Hashable:
        """What a value says, without how it is written: equal for two that say the same."""
        return value

    def holds(self, loose: V, exact: V) -> bool:
        """Whether one value says loosely what the other says, more exactly; not where they
        say the same.
        """
        return False

    def written(self, value: V) -> tuple[str, ...]:
        """The texts that a value may be written with in our files, the usual one first."""
        return (str(value),)

    @abstractmethod
    def said(self, value: V, field: "Field") -> Piece:
        """What a value says to people."""

    @abstractmethod
    def data(self, value: V) -> dict[str, Data]:
        """A value for machines: exact, and with its type."""

    def asks(self, value: V, field: "Field") -> Ask | None:
        """What the words of a quote must show; None where no rule can tell."""
        return None

    def names(self, value: V) -> tuple[tuple[RecordKind, str], ...]:
        """The things of the site that a value names: the kind of each, and by what it is
        known.
        """
        return ()

    def figure(self, value: V) -> Numeric | None:
        """What a chart draws of a value: a number, or both ends of a range; None where it
        draws nothing.
        """
        return None

    def growth(self, before: V, after: V) -> Decimal | None:
        """By how many per cent the second is more than the first; None where that says
        nothing.
        """
        return None

    def __str__(self) -> str:
        return self.id

    def __reduce__(self) -> tuple[Callable[[str], "AnyType"], tuple[str]]:
        """In another process it is the one of the same id there: types are told apart by
        what they are.
        """
        return _known_as, (self.id,)


def _known_as(id: str) -> "AnyType":
    from dossier.model.values import types_by_id  # noqa: PLC0415 - the list has us all

    return types_by_id()[id]


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
    unit_also: tuple[str, ...] = ()
    # Other words for its unit, as sources write it.
    per: str = ""
    # What its amounts are for one of, such as share.
    sign: Sign = Sign.NONE

    @property
    def nouns(self) -> tuple[str, ...]:
        """The words for what it counts, its own unit first."""
        return (self.unit, *self.unit_also) if self.unit else ()
