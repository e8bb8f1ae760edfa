"""What a value can be in code: the classes of our own derive from `Form`, so that a new one
needs no list of them all.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeAlias


class Form:
    """A class of values: a frozen dataclass, so that two are the same where they hold the
    same.
    """

    __slots__ = ()


class Unstated(StrEnum):
    """The answer of a source that speaks of the matter and gives no value."""

    UNSTATED = "unstated"


UNSTATED: Final = Unstated.UNSTATED

Single: TypeAlias = str | bool | Form
Plain: TypeAlias = Single | tuple[Single, ...] | Unstated
Value: TypeAlias = Plain | Mapping[str, Plain]
