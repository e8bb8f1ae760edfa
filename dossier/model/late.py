"""Regexes that are compiled when they are first used. A program that starts has a hundred of
them, and most say only what may be meant by words that are wrong.
"""

import re
from typing import cast

USES = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Late:
    """Stands for a regex until somebody asks something of it."""

    def __init__(self, source: str, flags: int) -> None:
        self.source, self.flags = source, flags

    def __getattr__(self, name: str) -> object:
        """What is asked of it for the first time; from then on the regex itself answers."""
        if name.startswith("__"):  # what Python asks of anything, such as how it is copied
            raise AttributeError(name)
        made = re.compile(self.source, self.flags)
        self.__dict__.update({use: getattr(made, use) for use in USES})
        return getattr(made, name)


def late_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The same as `re.compile`, later; to types it is the regex."""
    return cast("re.Pattern[str]", _Late(source, flags))
