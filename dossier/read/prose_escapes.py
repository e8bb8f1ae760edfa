"""What escapes such as `&#x202e;` stand for, so that none hides a character that no page may show."""

import html
import re

from markdown_it.common.utils import fromCodePoint, isValidEntityCode

from dossier.characters.characters import STAND_IN, find_forbidden, forbidden_at

ESCAPE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
AROUND = 200
"""Signs around an escape that are looked at, which may be escapes themselves."""


def hidden_by(escape: re.Match[str]) -> str:
    """The forbidden character that an escape stands for, where it stands; empty where there
    is none.
    """
    character = _character_of(escape[0])
    if not find_forbidden(character):
        return ""
    before = html.unescape(escape.string[max(0, escape.start() - AROUND) : escape.start()])
    after = html.unescape(escape.string[escape.end() : escape.end() + AROUND])
    return forbidden_at(f"{before}{character}{after}", len(before))


def _character_of(escape: str) -> str:
    """What a page shows for an escape: the parser has a stand-in for what it takes for no
    character.
    """
    if escape[1] != "#":
        return html.unescape(escape)
    code = int(escape[3:-1], 16) if escape[2] in "xX" else int(escape[2:-1])
    return fromCodePoint(code) if isValidEntityCode(code) else STAND_IN
