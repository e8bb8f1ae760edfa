"""Words of the content in a language that their company names; in every other way they are
the texts that they are.
"""

from typing import Self


class Wording(str):
    """A text that knows the tag of its language, such as `ar` or `zh-Hans`."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, text: str, language: str) -> Self:
        """The same text, in a language."""
        made = super().__new__(cls, text)
        made.language = language
        return made

    def __reduce__(self) -> tuple[type["Wording"], tuple[str, str]]:
        """What copies of it are made from."""
        return Wording, (str(self), self.language)
