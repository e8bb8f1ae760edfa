"""By what two descriptions are known to be of one thing: an address, a name, or a title
with its date and outlet.

Each is brought into a form in which what people write differently and mean alike is the
same. The forms are compared and never shown: pages and files keep what was written.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from dossier.model.late import late_pattern
from dossier.model.sources import Source

TRACKING = frozenset({
    "_ga", "_gl", "_hsenc", "_hsmi", "_openstat", "__hsfp", "__hssc", "__hstc",
    "__twitter_impression", "at_campaign", "at_medium", "cmpid", "dclid", "ef_id", "epik",
    "fb_action_ids", "fb_action_types", "fb_ref", "fb_source", "fbclid", "gbraid", "gclid",
    "gclsrc", "guccounter", "guce_referrer", "guce_referrer_sig", "hsctatracking", "icid", "igsh",
    "igshid", "li_fat_id", "mc_cid", "mc_eid", "mkt_tok", "msclkid", "ncid", "ocid", "rdt_cid",
    "ref_src", "ref_url", "s_kwcid", "scm", "smid", "smtyp", "spm", "srsltid", "ttclid", "twclid",
    "wbraid", "wickedid", "yclid", "ysclid", "zanpid",
})  # fmt: skip
"""Parameters that say where a reader comes from, and nothing of the page. What any site may
mean otherwise is none.
"""
TRACKING_FAMILIES = ("hsa_", "itm_", "mtm_", "oly_", "pk_", "utm_", "vero_")
ARCHIVED = late_pattern(
    r"https?://web\.archive\.org/web/[0-9]+[a-z_]*/(https?://.+)", re.IGNORECASE
)
"""The address of a copy that holds that of its original."""
SPELLINGS = (
    (late_pattern(r"^([a-z-]+)\.m\.(wik[a-z]+\.org)(?=/|$)"), r"\1.\2"),
    (
        late_pattern(r"^(?:m\.)?wikidata\.org/(?:entity|wiki)/(?=[QPL])"),
        "wikidata.org/wiki/",
    ),
    (late_pattern(r"^dx\.doi\.org/"), "doi.org/"),
)
"""Hosts that are known to write one address in several ways: the front of it, and what
stands for that.
"""
ESCAPE = late_pattern(r"%([0-9a-f]{2})", re.IGNORECASE)
UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
"""Characters that an address has as they are, or escaped: it is the same (RFC 3986, 2.3).
"""
SIGNS = str.maketrans(
    dict.fromkeys("’‘ʼ`´", "'")
    | dict.fromkeys("“”„«»", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
)
DOUBTS = str.maketrans("", "", "?~%")


class Identifier(NamedTuple):
    """Something by which a thing is known: no two things should share it."""

    key: str
    # Of the record, where it is written.
    sort: str
    value: str

    @property
    def shared(self) -> tuple[str, str]:
        """What two things have in common that are one."""
        return self.sort, self.value


def page_of(address: str) -> str:
    """An address without what does not tell one page from another: scheme, `www.`, port,
    fragment, tracking, last slash.

    It must be one that pages may link to. Parameters count in any order; a fragment that
    begins like a path is kept, because there a script shows one page or another by it.
    """
    copied = ARCHIVED.fullmatch(address)
    parts = urlsplit(copied[1] if copied else address)
    host = (parts.hostname or "").removeprefix("www.").rstrip(".")
    query = "&".join(
        sorted(
            one
            for one in ESCAPE.sub(_unescaped, parts.query).split("&")
            if _tells_pages_apart(one)
        )
    )
    route = (
        ESCAPE.sub(_unescaped, parts.fragment)
        if parts.fragment.startswith(("!", "/"))
        else ""
    )
    page = host + ESCAPE.sub(_unescaped, parts.path).rstrip("/")
    for pattern, spelling in SPELLINGS:
        page = pattern.sub(spelling, page)
    return f"{page}{'?' if query else ''}{query}{'#' if route else ''}{route}"


def _unescaped(escape: re.Match[str]) -> str:
    char = chr(int(escape[1], 16))
    return char if char in UNRESERVED else escape[0].upper()


def _tells_pages_apart(parameter: str) -> bool:
    name = parameter.partition("=")[0].lower()
    return (
        bool(parameter) and name not in TRACKING and not name.startswith(TRACKING_FAMILIES)
    )


def folded(text: str) -> str:
    """A name or title without case, Unicode form, kind of quotation mark or hyphen, and
    width of spaces.
    """
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(plain.translate(SIGNS).split())


def marks_of(source: Source) -> tuple[Identifier, ...]:
    """By what a source is known, the surest first."""
    words = {
        "integrity": source.integrity,
        "URL": source.url,
        "archive": source.archive,
        "title": source.title,
        "issued": source.issued.text if source.issued else "",
        "container-title": source.container,
        "publisher": source.publisher,
    }
    return marks_in(words.__getitem__)


def marks_in(word: Callable[[str], str]) -> tuple[Identifier, ...]:
    """The same of what is to become a source, by the words of its keys: its text, its
    addresses, its title and date.
    """
    text = Identifier("integrity", "text", word("integrity"))
    pages = (
        Identifier(key, "page", page_of(word(key)) if word(key) else "")
        for key in ("URL", "archive")
    )
    return tuple(mark for mark in (text, *pages, *_cards(word)) if mark.value)


def _cards(word: Callable[[str], str]) -> Iterator[Identifier]:
    """Title, date and outlet, where all are known; doubts about the date are passed over."""
    title, day = folded(word("title")), word("issued").translate(DOUBTS)
    for outlet in dict.fromkeys(
        folded(word(key)) for key in ("container-title", "publisher")
    ):
        if title and day and outlet:
            yield Identifier("title", "card", f"{title}\n{day}\n{outlet}")
