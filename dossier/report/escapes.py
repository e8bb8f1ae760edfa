"""Strangers' words where they could be taken for something else: on a terminal, in a log of
GitHub Actions, in Markdown.

File names, values and the lines of files come from whoever opened the pull request.
"""

import json
import re
from typing import Any

from dossier.characters.characters import STAND_IN, replace_forbidden

# Actions takes `##[command]` anywhere in a line of a log, and `::command::` at its start,
# for an order to the runner.
ORDER = re.compile(r"##(?=\[)|^(\s*):(?=:)")
PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def printable(text: str) -> str:
    """The text with every character escaped that could break a line, hide, or be taken for
    an order by a log.
    """
    if not text.isprintable():
        text = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)
    text = replace_forbidden(
        text, lambda char: char if char == STAND_IN else ascii(char)[1:-1]
    )
    return ORDER.sub(
        lambda found: r"#\x23" if found[0] == "##" else rf"{found[1]}\x3a", text
    )


def order_data(text: str) -> str:
    """The text as the data of a workflow command, which reads `%0A` back as a line end."""
    return printable(text).replace("%", "%25")


def order_property(text: str) -> str:
    """The text as a property of a workflow command: there, `:` and `,` have a meaning too."""
    return order_data(text).replace(":", "%3A").replace(",", "%2C")


def markdown(text: str) -> str:
    """The text as Markdown that shows it as it is: no link, mark, tag or cell of a table
    begins in it.
    """
    return PUNCTUATION.sub(r"\\\1", printable(text))


def json_text(data: Any) -> str:
    """The data as JSON in ASCII, which no log takes for an order."""
    return json.dumps(data, indent=2).replace("##[", r"#\u0023[")
