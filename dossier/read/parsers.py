"""Parsers of single values: what a scalar may say, for each kind of key. No meaning beyond one value."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlsplit

from dossier.model.dates import PartialDate
from dossier.model.quantities import Quantity, suggest_hedge
from dossier.model.values import Horizon
from dossier.read.collect import Refused
from dossier.read.shapes import Spot, expect_mapping, nearest, refuse, shorten
from dossier.read.yaml import Node, Scalar, Sequence

T = TypeVar("T")
W = TypeVar("W", bound=StrEnum)

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_SLUG = 64  # with its folder and ending, a path stays within what every file system takes
# Names that Windows keeps for devices: a checkout or a copy of the site there would fail.
RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))})
MAX_TEXT = 2_000
DURATION = re.compile(r"P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,3})M)?(?:(\d{1,4})D)?", re.ASCII)
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")  # BCP 47: language, script, region
INTEGRITY = re.compile(r"sha256-[0-9a-f]{64}")
CURRENCY = re.compile(r"[A-Z]{3}")
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}", re.IGNORECASE)
DATE_HELP = "is not a date. Write 2014, 2014-03 or 2014-03-09, with ? or ~ behind it where it is uncertain or approximate."


def single(node: Node, spot: Spot) -> str:
    """The text of a scalar that is not blank."""
    if not isinstance(node, Scalar):
        raise refuse(node, "S003", spot, "expected a single value.")
    if not node.text.strip():
        raise refuse(node, "S004", spot, "the value is blank. Give it, or delete the key.")
    return node.text


def text(node: Node, spot: Spot) -> str:
    """Words in one paragraph: line ends become spaces."""
    words = " ".join(single(node, spot).split())
    if len(words) > MAX_TEXT:
        raise refuse(node, "S008", spot, f"has {len(words)} characters; expected at most {MAX_TEXT}.")
    return words


def exact(node: Node, spot: Spot) -> str:
    """A passage of a source: kept to the letter, its outer spaces included."""
    text(node, spot)
    return single(node, spot)


def is_slug(word: str) -> bool:
    """Whether a word can be an id, and so a part of an address and a file name."""
    return bool(SLUG.fullmatch(word)) and len(word) <= MAX_SLUG and word not in RESERVED


def slug(node: Node, spot: Spot) -> str:
    """An id."""
    word = single(node, spot)
    if not is_slug(word):
        raise refuse(node, "S006", spot, "is not an id. Write a to z, 0 to 9 and single hyphens, at most 64 characters.")
    return word


def fact_reference(node: Node, spot: Spot) -> str:
    """The id of a fact: `fact`, or `company/fact`."""
    word = single(node, spot)
    if not all(map(is_slug, word.split("/"))) or word.count("/") > 1:
        raise refuse(node, "S006", spot, "is not the id of a fact. Write `fact`, or `company/fact` for another dossier's.")
    return word


def date(node: Node, spot: Spot) -> PartialDate:
    """An EDTF date."""
    try:
        return PartialDate.parse(single(node, spot))
    except ValueError:
        raise refuse(node, "V001", spot, DATE_HELP) from None


def duration(node: Node, spot: Spot) -> Horizon:
    """An ISO 8601 duration in years, months and days."""
    match = DURATION.fullmatch(single(node, spot))
    if not match:
        raise refuse(node, "V004", spot, "is not a length of time. Write P3Y, P6M or P10D.")
    return Horizon(*(int(part or 0) for part in match.groups()))


def quantity(node: Node, spot: Spot) -> Quantity:
    """A hedge, number, scale and unit."""
    words = single(node, spot)
    try:
        return Quantity.parse(words)
    except ValueError:
        near = suggest_hedge(words)
        hint = f"Did you mean {near!r}?" if near else "Write it like `over 2.5 billion CNY`, `nearly 10%` or `91`."
        raise refuse(node, "V002", spot, f"is not a quantity. {hint}") from None


def money(node: Node, spot: Spot) -> Quantity:
    """A quantity with an ISO 4217 code as its unit."""
    amount = quantity(node, spot)
    if not CURRENCY.fullmatch(amount.unit):
        raise refuse(node, "V003", spot, "expected an amount with a currency code, such as `380 billion CNY`.")
    return amount


def url(node: Node, spot: Spot) -> str:
    """The whole address of a public page."""
    address = single(node, spot)
    if not is_public_url(address):
        raise refuse(node, "S007", spot, "is not an address to link to. Write it whole, beginning with https://.")
    return address


def is_public_url(address: str) -> bool:
    """Whether an address is one that a page may link to: http(s), a public host name, no user, no hidden characters."""
    if not address.isascii() or re.search(r"[\s\\<>\"'`{}|^\x00-\x20]", address) or len(address) > MAX_TEXT:
        return False
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    # No user name (https://bank.com@evil.example), no look-alike letters behind punycode, nothing of a private network.
    plain = "@" not in parts.netloc and "xn--" not in host and not host.endswith((".localhost", ".local", ".internal"))
    return parts.scheme in ("https", "http") and plain and bool(HOST.fullmatch(host)) and port in (None, 80, 443)


def language(node: Node, spot: Spot) -> str:
    """A language tag."""
    tag = single(node, spot)
    if not LANGUAGE.fullmatch(tag):
        raise refuse(node, "V005", spot, "is not a language. Write a tag such as en, en-GB or zh-Hans.")
    return tag


def flag(node: Node, spot: Spot) -> bool:
    """`true` or `false`."""
    word = single(node, spot)
    if word not in ("true", "false"):
        raise refuse(node, "S005", spot, "expected true or false.")
    return word == "true"


def integrity(node: Node, spot: Spot) -> str:
    """The hash of a text; hexadecimal, so that `sha256sum` can be compared with it by eye."""
    hash = single(node, spot)
    if not INTEGRITY.fullmatch(hash):
        raise refuse(node, "V006", spot, "is not a hash. Write `sha256-` and 64 hexadecimal digits.")
    return hash


def word_of(words: type[W]) -> Callable[[Node, Spot], W]:
    """A parser for one of a closed set of words."""

    def parse(node: Node, spot: Spot) -> W:
        word = single(node, spot)
        allowed = {str(member): member for member in words}
        if word not in allowed:
            near = nearest(word, allowed)
            hint = f"Did you mean {near!r}?" if near else f"Expected one of: {', '.join(allowed)}."
            raise refuse(node, "S005", spot, f"is not an allowed word. {hint}")
        return allowed[word]

    return parse


def list_of(parse: Callable[[Node, Spot], T], least: int = 1) -> Callable[[Node, Spot], tuple[T, ...]]:
    """A parser for a list; broken items are noted and left out, repeated single values are a finding."""

    def parse_list(node: Node, spot: Spot) -> tuple[T, ...]:
        if not isinstance(node, Sequence):
            raise refuse(node, "S003", spot, "expected a list: [one, two], or lines that begin with `- `.")
        if len(node.items) < least:
            raise refuse(node, "S009", spot, f"the list is empty. Give at least {least}, or delete the key.")
        _note_repeats(node, spot)
        return tuple(_items(node, parse, spot))

    return parse_list


def _items(node: Sequence, parse: Callable[[Node, Spot], T], spot: Spot) -> list[T]:
    items = []
    for index, item in enumerate(node.items):
        try:
            items.append(parse(item, spot.item(index)))
        except Refused as refused:
            spot.out.note(refused)
    return items


def _note_repeats(node: Sequence, spot: Spot) -> None:
    seen: set[str] = set()
    for index, item in enumerate(node.items):
        if isinstance(item, Scalar) and item.text:
            if item.text in seen:
                spot.out.add(
                    item.at, "S009", f"{spot.item(index).trail}: {shorten(item.text)!r} stands in the list already."
                )
            seen.add(item.text)


def map_of(parse: Callable[[Node, Spot], T]) -> Callable[[Node, Spot], Mapping[str, T]]:
    """A parser for a mapping whose keys are ids of our choice."""

    def parse_map(node: Node, spot: Spot) -> Mapping[str, T]:
        found: dict[str, T] = {}
        for name, pair in expect_mapping(node, spot).pairs.items():
            try:
                slug(Scalar(name, pair.key), spot.key(name))
                found[name] = parse(pair.node, spot.key(name))
            except Refused as refused:
                spot.out.note(refused)
        return found

    return parse_map


def whole_node(node: Node, spot: Spot) -> Node:
    """The node itself: its meaning depends on another key of the record."""
    return node
