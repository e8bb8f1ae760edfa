"""What comparing a value with the words of a quote may come to, besides that they agree."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """Why a value is not what the words say."""

    code: str
    message: str


@dataclass(frozen=True)
class Unread:
    """Why nobody can tell by rule whether the words say the value: the quote is real, and a
    person has to judge.
    """

    reason: str
