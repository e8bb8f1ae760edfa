"""Parsers of single values: what a scalar may say, for each kind of key. No meaning beyond
one value.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import partial
from sys import intern
from types import MappingProxyType
from typing import Any, TypeVar, cast

from dossier.collect import Refused
from dossier.model.dates import PartialDate
from dossier.model.facts import FactId
from dossier.model.hints import expected
from dossier.model.kinds import RecordKind
from dossier.model.quantities import Numeric
from dossier.model.schema import ANYTHING, a_list, a_map, known, one_of
from dossier.model.slugs import is_slug, not_a_slug
from dossier.model.values import (
    DATE,
    DURATION,
    FLAG,
    MONEY,
    TEXT,
    Field,
    Lookups,
    Misread,
    ValueType,
)
from dossier.model.values.text import A_TEXT, BLANK_HELP
from dossier.model.web import AN_ADDRESS, URL_HELP, fault_of_url
from dossier.read.meanings import MEANINGS, OTHER_WORDS
from dossier.read.old_dates import renewed
from dossier.read.patterns import (
    A_HASH,
    A_LANGUAGE,
    A_SLUG,
    FACT_HELP,
    INTEGRITY,
    INTEGRITY_HELP,
    LANGUAGE,
    LANGUAGE_HELP,
)
from dossier.read.shapes import Parser, Spot, expect_mapping, refuse, written, wrong_kind
from dossier.read.territories import code_of
from dossier.yaml.nodes import Node, Scalar, Sequence, shorten
from dossier.yaml.remarks import LOST, REMEDY
from dossier.yaml.slips import slip_of_key

T = TypeVar("T")
W = TypeVar("W", bound=StrEnum)
NO_LOOKUPS = Lookups(code_of)
"""Of what has nothing to look up."""
NO_WORDS: Mapping[str, str] = MappingProxyType({})


@written(A_TEXT)
def single(node: Node, spot: Spot) -> str:
    """The text of a scalar that is not blank."""
    if not isinstance(node, Scalar):
        raise wrong_kind(node, "a single value", spot)
    if not node.text.strip():
        raise refuse(node, "S004", spot, f"is blank. {BLANK_HELP}")
    return node.text


def read_as(field: Field, node: Node, spot: Spot) -> Any:
    """The value of a field's type that a scalar stands for."""
    words = single(node, spot)
    if field.type is TEXT:
        _note_remark(node, spot)
    lookups = NO_LOOKUPS if field.type is TEXT else Lookups(code_of, spot.fiscal)
    try:
        return field.type.read(words, field, lookups)
    except Misread as misread:
        advice = field.type.advice(words, field, lookups) or misread.form
        raise refuse(
            node, misread.code, spot, f"{misread.fault} {advice}".rstrip()
        ) from None


def _note_remark(node: Node, spot: Spot) -> None:
    """What stands behind a text and may have been meant as more of it; in values of other
    types it could not stand.
    """
    if isinstance(node, Scalar) and node.remark and not node.refused:
        trail = f"{spot.trail}: " if spot.trail else ""
        spot.out.add(node.remark, "Y009", f"{trail}{LOST}. {REMEDY}")


def value_of(type: ValueType[T]) -> Parser[T]:
    """A parser for values of a type that need nothing of a property."""
    field = Field(type)

    def parse(node: Node, spot: Spot) -> T:
        return cast(T, read_as(field, node, spot))

    return Parser(parse, type.schema(field))


def renewing(field: Field, node: Node, spot: Spot) -> Any:
    """The same where `vague` may stand beside a date: one of an old form is read, with a
    finding that says what to write.
    """
    old = renewed(node.text) if field.type is DATE and isinstance(node, Scalar) else None
    if old is None:
        return read_as(field, node, spot)
    told = f"is a date of an old form. {_told_renewal(old, spot)}; `dossier fmt` does so."
    spot.out.note(refuse(node, "V008", spot, told))
    return old


def _told_renewal(now: PartialDate, spot: Spot) -> str:
    words = f"[{', '.join(now.vague)}]" if len(now.vague) > 1 else "".join(now.vague)
    text = (
        f'"{now.text}"' if now.text.startswith("[") else now.text
    )  # YAML takes brackets for a list
    return f"Write {text}" + (
        f", and `{spot.trail.rpartition('.')[2]}: {words}` under `vague`" if words else ""
    )


def one_or_more_of(words: type[W]) -> Parser[tuple[W, ...]]:
    """A parser for one word out of some, or a list of them."""
    single, several = word_of(words), list_of(word_of(words))

    def parse(node: Node, spot: Spot) -> tuple[W, ...]:
        return several(node, spot) if isinstance(node, Sequence) else (single(node, spot),)

    return Parser(parse, {"anyOf": [single.schema, several.schema]})


text = value_of(TEXT)
plain_date = value_of(DATE)
date: Parser[PartialDate] = Parser(partial(renewing, Field(DATE)), plain_date.schema)
duration = value_of(DURATION)
# An amount of money is never said as several.
money = cast("Parser[Numeric]", value_of(MONEY))
flag = value_of(FLAG)


@written(A_TEXT)
def exact(node: Node, spot: Spot) -> str:
    """A passage of a source: kept to the letter, its outer spaces included."""
    text(node, spot)
    return single(node, spot)


@written(A_SLUG)
def slug(node: Node, spot: Spot) -> str:
    """An id."""
    word = single(node, spot)
    if not is_slug(word):
        raise refuse(node, "S006", spot, not_a_slug(word))
    return word


def id_of(kind: RecordKind) -> Parser[str]:
    """A parser for the id of something that the site has; whether it has it, checks say."""
    return Parser(slug.read, known(kind))


@written(known(RecordKind.FACT))
def fact_reference(node: Node, spot: Spot) -> str:
    """The id of a fact: `fact`, or `company/fact`."""
    word = single(node, spot)
    if not all(map(is_slug, word.split("/"))) or word.count("/") > 1:
        raise refuse(node, "S006", spot, f"is not the id of a fact. {FACT_HELP}")
    return word


@written(known(RecordKind.FACT))
def fact_id(node: Node, spot: Spot) -> FactId:
    """The same as the whole id: of the company in whose file it stands, where it names none."""
    return FactId.parse(fact_reference(node, spot), spot.company)


@written(AN_ADDRESS)
def url(node: Node, spot: Spot) -> str:
    """The whole address of a public page."""
    address = single(node, spot)
    if fault := fault_of_url(address):
        raise refuse(
            node, "S007", spot, f"is not an address to link to: {fault}. {URL_HELP}"
        )
    return address


def is_public_url(address: str) -> bool:
    """Whether an address is one that a page may link to: http(s), a public host name, no
    user, no hidden characters.
    """
    return not fault_of_url(address)


@written(A_LANGUAGE)
def language(node: Node, spot: Spot) -> str:
    """A language tag."""
    tag = single(node, spot)
    if not LANGUAGE.fullmatch(tag):
        raise refuse(node, "V005", spot, f"is not a language. {LANGUAGE_HELP}")
    return tag


@written(A_HASH)
def integrity(node: Node, spot: Spot) -> str:
    """The hash of a text; hexadecimal, so that `sha256sum` can be compared with it by eye."""
    digest = single(node, spot)
    if not INTEGRITY.fullmatch(digest):
        raise refuse(node, "V006", spot, f"is not a hash. {INTEGRITY_HELP}")
    return intern(digest)  # it stands in each record of a quote of its source


def word_of(words: type[W]) -> Parser[W]:
    """A parser for one of a closed set of words."""
    return choice_of(
        {str(word): word for word in words},
        MEANINGS.get(words, {}),
        OTHER_WORDS.get(words, {}),
    )


def choice_of(
    choices: Mapping[str, T], about: Mapping[str, str], others: Mapping[str, str] = NO_WORDS
) -> Parser[T]:
    """A parser for one of some words, each of which stands for a thing; `about` tells
    editors what they mean.

    `others` are words that people write for one of them, and that are refused with it.
    """

    def parse(node: Node, spot: Spot) -> T:
        word = single(node, spot)
        if word not in choices:
            near = others.get(word.strip().lower())
            told = f"Did you mean {near!r}?" if near else expected(word, choices)
            raise refuse(node, "S005", spot, f"is not an allowed word. {told}")
        return choices[word]

    return Parser(parse, one_of({word: about.get(word, "") for word in choices}))


def list_of(parse: Parser[T]) -> Parser[tuple[T, ...]]:
    """A parser for a list of one or more; broken items are noted and left out, repeated
    single values are a finding.
    """

    def parse_list(node: Node, spot: Spot) -> tuple[T, ...]:
        if not isinstance(node, Sequence):
            raise wrong_kind(
                node, "a list: [one, two], or lines that begin with `- `", spot
            )
        if not node.items:
            raise refuse(node, "S009", spot, "is an empty list. Give at least one item.")
        _note_repeats(node, spot)
        return tuple(_items(node, parse, spot))

    return Parser(
        parse_list, a_list(parse.schema, distinct=parse.schema.get("type") != "object")
    )


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
                spot.out.add(
                    item.at,
                    "S009",
                    f"{trail}: {shorten(item.text)!r} stands in the list already. Delete"
                    " one.",
                )
            seen.add(item.text)


def map_of(parse: Parser[T], least: int = 1) -> Parser[Mapping[str, T]]:
    """A parser for a mapping whose keys are ids of our choice; broken values are noted and
    left out.
    """

    def parse_map(node: Node, spot: Spot) -> Mapping[str, T]:
        mapping = expect_mapping(node, spot)
        if len(mapping.pairs) < least:
            raise refuse(
                mapping,
                "S009",
                spot,
                "is empty. Give at least one id with what belongs to it.",
            )
        found: dict[str, T] = {}
        for name, pair in mapping.every_pair():
            below = spot.key(name, pair.key)
            if not is_slug(name):
                told = slip_of_key(name) or not_a_slug(name)
                spot.out.add(pair.key, "S006", f"{below.trail}: {shorten(name)!r} {told}")
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
