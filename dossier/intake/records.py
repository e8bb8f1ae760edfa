"""What CSL-JSON and RIS have in common: entities and tags in texts, DOIs, types, and what
has no place in a source.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote, unquote

from dossier.intake.bounds import one_line
from dossier.intake.drafts import Detail, others_told
from dossier.intake.frontmatter import fault_of
from dossier.intake.shown.marks import END, NONE, SUB, SUP
from dossier.intake.shown.runs import settle
from dossier.model.sources import SourceType

ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
"""Closed by a semicolon, so that no address with `&copy=2` in it is taken for one."""

RAISED = re.compile(r"<(sup|sub)(?:\s[^<>]{0,200})?>([^<>]{0,200})</\1>", re.IGNORECASE)
MARKUP = re.compile(
    r"</?(?:i|b|em|strong|sub|sup|sc|span|scp)(?:\s[^<>]{0,200})?>", re.IGNORECASE
)
DOI = re.compile(
    r"(?:https?://)?(?:(?:dx\.)?doi\.org/|doi:\s*|doi\s+)?(?P<doi>10\.\d{4,9}/\S+)",
    re.IGNORECASE,
)
DOI_SIGNS = "/:;()[]@!$&'*+,=-._~"
MOST_TOLD = 30
"""Keys that are told by name; a record seldom has as many."""


def plain_words(text: str) -> str:
    """A text of a record in plain characters: entities and tags become what they show."""
    return one_line(ENTITY.sub(_decoded, ENTITY.sub(_decoded, text)))


def _decoded(match: re.Match[str]) -> str:
    return html.unescape(match[0])


def title_words(text: str) -> str:
    """A title without its tags; what they raise stays raised, because 10<sup>6</sup> is not
    106.
    """
    words = plain_words(text).translate(NONE)
    marked = RAISED.sub(
        lambda match: f"{SUP if match[1].lower() == 'sup' else SUB}{match[2]}{END}", words
    )
    return (
        one_line(settle(MARKUP.sub("", marked)))
        if marked != words
        else one_line(MARKUP.sub("", words))
    )


def doi_detail(text: str, basis: str) -> Detail:
    """The address of a DOI, however it is written; blank, and told, where it is none."""
    match = DOI.fullmatch(text)
    if not match:
        return Detail(
            "URL",
            "",
            basis,
            left_out=(f"{basis}: “{text[:60]}” is no DOI",) if text else (),
        )
    return Detail(
        "URL", f"https://doi.org/{quote(unquote(match['doi']), safe=DOI_SIGNS)}", basis
    )


def address_detail(text: str, basis: str) -> Detail:
    """An address; a DOI in its place becomes one."""
    return doi_detail(text, basis) if DOI.fullmatch(text) else Detail("URL", text, basis)


def type_detail(word: str, nearest: Mapping[str, SourceType]) -> Detail:
    """The type of an exported item, or the nearest that a dossier knows."""
    if word in list(SourceType):
        return Detail("type", word, "type")
    return Detail(
        "type",
        nearest.get(word, SourceType.WEBPAGE),
        f"the nearest to “{one_line(word)[:40]}”",
        guess=True,
    )


def remarks_on(details: Iterable[Detail], unused: Iterable[str]) -> Iterator[str]:
    """What of a record does not reach the source: other values of a key, and keys that a
    source does not have.
    """
    yield from others_told(
        detail for detail in details if detail.value and not fault_of(detail)
    )
    names = [one_line(name)[:40] for name in unused]
    if names:
        more = f" and {len(names) - MOST_TOLD} more" if len(names) > MOST_TOLD else ""
        yield (
            f"left out: {', '.join(names[:MOST_TOLD])}{more}, for which a source has no key"
        )
