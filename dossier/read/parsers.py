"""Parsers of single values: what a scalar may say, for each kind of key. No meaning beyond one value."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlsplit

from dossier.model.currencies import CURRENCIES
from dossier.model.dates import PartialDate
from dossier.model.kinds import Kind
from dossier.model.quantities import Quantity, suggest_hedge
from dossier.model.schema import ANYTHING, a_list, a_map, known, one_of
from dossier.model.values import Horizon
from dossier.read.collect import Refused
from dossier.read.meanings import MEANINGS
from dossier.read.patterns import (
    A_DATE,
    A_DURATION,
    A_HASH,
    A_LANGUAGE,
    A_QUANTITY,
    A_SLUG,
    A_TEXT,
    AN_ADDRESS,
    AN_AMOUNT,
    BLANK_HELP,
    DATE_HELP,
    DURATION,
    DURATION_HELP,
    FACT_HELP,
    HOST,
    INTEGRITY,
    INTEGRITY_HELP,
    LANGUAGE,
    LANGUAGE_HELP,
    MAX_SLUG,
    MAX_TEXT,
    MONEY_HELP,
    NOT_A_SLUG,
    PRIVATE,
    QUANTITY_HELP,
    RESERVED,
    SLUG,
    UNSAFE,
    URL_HELP,
)
from dossier.read.shapes import Parser, Spot, expect_mapping, expected, nearest, refuse, written, wrong_kind
from dossier.read.yaml import Node, Scalar, Sequence, shorten

T = TypeVar("T")
W = TypeVar("W", bound=StrEnum)


@written(A_TEXT)
def single(node: Node, spot: Spot) -> str:
    """The text of a scalar that is not blank."""
    if not isinstance(node, Scalar):
        raise wrong_kind(node, "a single value", spot)
    if not node.text.strip():
        raise refuse(node, "S004", spot, f"is blank. {BLANK_HELP}")
    return node.text


@written(A_TEXT)
def text(node: Node, spot: Spot) -> str:
    """Words in one paragraph: line ends become spaces."""
    words = " ".join(single(node, spot).split())
    if len(words) > MAX_TEXT:
        raise refuse(node, "S008", spot, f"has {len(words)} characters; expected at most {MAX_TEXT}.")
    return words


@written(A_TEXT)
def exact(node: Node, spot: Spot) -> str:
    """A passage of a source: kept to the letter, its outer spaces included."""
    text(node, spot)
    return single(node, spot)


def is_slug(word: str) -> bool:
    """Whether a word can be an id, and so a part of an address and a file name."""
    return bool(SLUG.fullmatch(word)) and len(word) <= MAX_SLUG and word not in RESERVED


@written(A_SLUG)
def slug(node: Node, spot: Spot) -> str:
    """An id."""
    word = single(node, spot)
    if not is_slug(word):
        raise refuse(node, "S006", spot, NOT_A_SLUG)
    return word


def id_of(kind: Kind) -> Parser[str]:
    """A parser for the id of something that the site has; whether it has it, checks say."""
    return Parser(slug.read, known(kind))


@written(known(Kind.FACT))
def fact_reference(node: Node, spot: Spot) -> str:
    """The id of a fact: `fact`, or `company/fact`."""
    word = single(node, spot)
    if not all(map(is_slug, word.split("/"))) or word.count("/") > 1:
        raise refuse(node, "S006", spot, f"is not the id of a fact. {FACT_HELP}")
    return word


@written(A_DATE)
def date(node: Node, spot: Spot) -> PartialDate:
    """An EDTF date."""
    try:
        return PartialDate.parse(single(node, spot))
    except ValueError as error:
        reason = f": {error}" if str(error) else ""
        raise refuse(node, "V001", spot, f"is not a date{reason}. {DATE_HELP}") from None


@written(A_DURATION)
def duration(node: Node, spot: Spot) -> Horizon:
    """An ISO 8601 duration in years, months and days."""
    match = DURATION.fullmatch(single(node, spot))
    if not match:
        raise refuse(node, "V004", spot, f"is not a length of time. {DURATION_HELP}")
    return Horizon(*(int(part or 0) for part in match.groups()))


@written(A_QUANTITY)
def quantity(node: Node, spot: Spot) -> Quantity:
    """A hedge, number, scale and unit."""
    words = single(node, spot)
    try:
        return Quantity.parse(words)
    except ValueError:
        near = suggest_hedge(words)
        hint = f"Did you mean {near!r}?" if near else QUANTITY_HELP
        raise refuse(node, "V002", spot, f"is not a quantity. {hint}") from None


@written(AN_AMOUNT)
def money(node: Node, spot: Spot) -> Quantity:
    """A quantity with an ISO 4217 code as its unit."""
    amount = quantity(node, spot)
    if amount.unit not in CURRENCIES:
        near = nearest(amount.unit.upper(), CURRENCIES) if len(amount.unit) == len("CNY") else None
        hint = f"Did you mean {near}?" if near else MONEY_HELP
        raise refuse(node, "V003", spot, f"is not an amount with a currency code. {hint}")
    return amount


@written(AN_ADDRESS)
def url(node: Node, spot: Spot) -> str:
    """The whole address of a public page."""
    address = single(node, spot)
    if fault := fault_of_url(address):
        raise refuse(node, "S007", spot, f"is not an address to link to: {fault}. {URL_HELP}")
    return address


def is_public_url(address: str) -> bool:
    """Whether an address is one that a page may link to: http(s), a public host name, no user, no hidden characters."""
    return not fault_of_url(address)


def fault_of_url(address: str) -> str:
    """Why a page may not link to an address; empty where it may."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "it cannot be read"
    faults = {
        "it is too long": len(address) > MAX_TEXT,
        "letters beyond a to z are written as % and two digits, as a browser copies them": not address.isascii(),
        "it holds a space or a sign that no address has": UNSAFE.search(address) is not None,
        "it does not begin with https:// or http://": parts.scheme not in ("https", "http"),
        "it holds a user name": "@" in parts.netloc,  # https://bank.com@evil.example
        "its host is written with look-alike letters (xn--)": "xn--" in host,
        "it has no public host": not HOST.fullmatch(host) or host.endswith(PRIVATE),
        "it names a port": port not in (None, 80, 443),
    }
    return next((fault for fault, is_so in faults.items() if is_so), "")


@written(A_LANGUAGE)
def language(node: Node, spot: Spot) -> str:
    """A language tag."""
    tag = single(node, spot)
    if not LANGUAGE.fullmatch(tag):
        raise refuse(node, "V005", spot, f"is not a language. {LANGUAGE_HELP}")
    return tag


@written({"type": "boolean"})
def flag(node: Node, spot: Spot) -> bool:
    """`true` or `false`."""
    word = single(node, spot)
    if word not in ("true", "false"):
        raise refuse(node, "S005", spot, "is neither true nor false. Write one of the two.")
    return word == "true"


@written(A_HASH)
def integrity(node: Node, spot: Spot) -> str:
    """The hash of a text; hexadecimal, so that `sha256sum` can be compared with it by eye."""
    digest = single(node, spot)
    if not INTEGRITY.fullmatch(digest):
        raise refuse(node, "V006", spot, f"is not a hash. {INTEGRITY_HELP}")
    return digest


def word_of(words: type[W]) -> Parser[W]:
    """A parser for one of a closed set of words."""

    def parse(node: Node, spot: Spot) -> W:
        word = single(node, spot)
        allowed = {str(member): member for member in words}
        if word not in allowed:
            raise refuse(node, "S005", spot, f"is not an allowed word. {expected(word, allowed)}")
        return allowed[word]

    return Parser(parse, one_of({str(word): MEANINGS.get(words, {}).get(str(word), "") for word in words}))


def list_of(parse: Parser[T]) -> Parser[tuple[T, ...]]:
    """A parser for a list of one or more; broken items are noted and left out, repeated single values are a finding."""

    def parse_list(node: Node, spot: Spot) -> tuple[T, ...]:
        if not isinstance(node, Sequence):
            raise wrong_kind(node, "a list: [one, two], or lines that begin with `- `", spot)
        if not node.items:
            raise refuse(node, "S009", spot, "is an empty list. Give at least one item.")
        _note_repeats(node, spot)
        return tuple(_items(node, parse, spot))

    return Parser(parse_list, a_list(parse.schema, distinct=parse.schema.get("type") != "object"))


def _items(node: Sequence, parse: Parser[T], spot: Spot) -> list[T]:
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
                trail = spot.item(index).trail
                spot.out.add(item.at, "S009", f"{trail}: {shorten(item.text)!r} stands in the list already. Delete one.")
            seen.add(item.text)


def map_of(parse: Parser[T], least: int = 1) -> Parser[Mapping[str, T]]:
    """A parser for a mapping whose keys are ids of our choice; broken values are noted and left out."""

    def parse_map(node: Node, spot: Spot) -> Mapping[str, T]:
        mapping = expect_mapping(node, spot)
        if len(mapping.pairs) < least:
            raise refuse(mapping, "S009", spot, "is empty. Give at least one id with what belongs to it.")
        found: dict[str, T] = {}
        for name, pair in mapping.every_pair():
            below = spot.key(name, pair.key)
            if not is_slug(name):
                spot.out.add(pair.key, "S006", f"{below.trail}: {shorten(name)!r} {NOT_A_SLUG}")
            try:
                found[name] = parse(pair.node, below)
            except Refused as refused:
                spot.out.note(refused)
        return found

    return Parser(parse_map, a_map(A_SLUG, parse.schema, least))


@written(ANYTHING)
def whole_node(node: Node, spot: Spot) -> Node:
    """The node itself: its meaning depends on another key of the record."""
    return node
