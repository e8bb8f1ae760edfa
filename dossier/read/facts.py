"""`facts/*.yaml`: facts, their claims and the references of each."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from dossier.collect import Refused
from dossier.model.borrowing import pointed
from dossier.model.claims import Claim, Rank, Reference, Status
from dossier.model.facts import Fact, FactId
from dossier.model.fiscal import NO_CALENDAR, Calendar
from dossier.model.hints import nearest
from dossier.model.kinds import RecordKind
from dossier.model.places import Place
from dossier.model.schema import known, within
from dossier.model.values import Property, Value
from dossier.read import folding, parsers, passages, spreading
from dossier.read.confirming import CONFIRMED
from dossier.read.locators import LOCATOR
from dossier.read.passages import WrittenPassage
from dossier.read.qualifiers import GIVEN, check_given, hints_of
from dossier.read.settling import SETTLES
from dossier.read.shapes import (
    ELSEWHERE,
    Key,
    Parser,
    RecordShape,
    Spot,
    bind,
    expect_mapping,
    expected_key,
    in_need,
    place_of,
    reads,
    record_of,
    shape,
    taking,
    turned,
)
from dossier.read.sources import INFERRED
from dossier.read.speaking import ASSERTED_BY, OF_A_PASSAGE, spoken
from dossier.read.vague import VAGUE, loosened
from dossier.read.values import or_unstated, read_value
from dossier.yaml.nodes import MappingNode, Node

REFERENCES = "references"
T = TypeVar("T")

_REFERENCE = shape(
    Reference,
    source=reads(parsers.id_of(RecordKind.SOURCE), "The id of the source.", required=True, empty="", syntax="id"),
    quote=reads(parsers.exact, "The words that support the claim: short, and exact to the letter."),
    prefix=reads(parsers.exact, "The words right before the quote, where it occurs more than once."),
    suffix=reads(parsers.exact, "The words right after the quote, where it occurs more than once."),
    locator=taking(LOCATOR),
    origin=reads(parsers.id_of(RecordKind.ORIGIN), "Which origin the passage draws on, where its source has several.",
        syntax="id"),
    asserted_by=taking(OF_A_PASSAGE),
    supports=reads(parsers.list_of(parsers.single), "The keys that the passage supports; without it, the value.",
        syntax="list of keys"),
    confirmed=taking(CONFIRMED),
    at=ELSEWHERE,
)  # fmt: skip
PASSAGE = RecordShape(
    _REFERENCE.make,
    (
        replace(key, required=True, empty="") if key.name == "quote" else key
        for key in _REFERENCE.values()
        if key.name != "source"
    ),
)
"""One of several quotes of a reference, with what holds for it alone."""
_QUOTES = Key(
    passages.QUOTES, Parser(passages.LISTED.read, within("quotes")), "Several passages of the source, each its words alone,"
    " its words with the keys that they support, or a map. The other keys hold for all of them.", syntax="list of quotes",
)  # fmt: skip
REFERENCE = _REFERENCE.beside(_QUOTES, before="prefix")
"""Its quotes are passages of their own before it is bound."""


def _references(node: Node, spot: Spot) -> tuple[WrittenPassage, ...]:
    return tuple(passages.listed(node, PASSAGE, spot))


def _sources(node: Node, spot: Spot) -> tuple[WrittenPassage, ...]:
    return tuple(passages.by_source(node, PASSAGE, spot))


def _undoable(parse: Parser[T]) -> Parser[T]:
    """A key that may say `unstated`, so that the default of its file does not hold; see
    `spreading`.
    """
    return Parser(parse.read, or_unstated(parse.schema))


_A_REASON = Parser(
    parsers.text.read, {"anyOf": [known(RecordKind.FACT), parsers.text.schema]}
)
_INFERRED = replace(
    INFERRED, parse=parsers.map_of(_A_REASON),
    about="For each date that was worked out and not read: its key, and how; or the event whose date it is, company/fact.",
)  # fmt: skip

_SOURCES = Key(
    passages.SOURCES, Parser(_sources, within("sources")), "The passages that support the claim, by the id of their source:"
    " its words, a list of these, or a map that says more.", field=REFERENCES, syntax="map of passages",
)  # fmt: skip
_REFERENCES = Key(
    REFERENCES, Parser(_references, within("references")), "The same as a list, where it comes back to a source; beside"
    " `sources` it cannot stand.", syntax="list of references",
)  # fmt: skip
_VALUE = Key(
    "value", parsers.whole_node, "The answer, written as the property's type asks; `unstated` if the source gives none.",
    required=True, syntax="by the property",
)  # fmt: skip
CLAIM = shape(
    Claim,
    value=turned(_VALUE),
    equivalent=reads(parsers.money, "The source's own conversion into another currency.", syntax="amount"),
    period=reads(parsers.date, "The time that the value is about.", syntax="date"),
    duration=reads(parsers.duration, "How long it lasts, where the source names the length.", syntax="duration"),
    qualifiers=reads(GIVEN, "What tells it from other answers, by the qualifiers of the property.", syntax="map of words"),
    stated=reads(_undoable(parsers.date), "When it was said.", syntax="date"),
    checked=reads(parsers.date, "When somebody last made sure that it still holds.", syntax="date"),
    asserted_by=turned(ASSERTED_BY),
    status=reads(_undoable(parsers.word_of(Status)), "How far it had come; `reported` if left out.", syntax="word"),
    settles=taking(SETTLES),
    rank=reads(parsers.word_of(Rank), "Which claim leads; `normal` if left out. Any other needs a `note` that says why.",
        syntax="word"),
    note=reads(parsers.text, "What a reader should know, in our own words."),
    inferred=taking(_INFERRED),
    confirmed=taking(CONFIRMED),
    references=turned(_REFERENCES),
    at=ELSEWHERE,
).beside(VAGUE, before="inferred").beside(_SOURCES, before=REFERENCES)  # fmt: skip

_A_CLAIM = Parser(parsers.whole_node.read, within("claim"))
"""A claim is read when its property is known."""
_CLAIMS = Key(
    folding.CLAIMS, parsers.list_of(_A_CLAIM), "The answers, where there are several or one needs a note of its own;"
    " the keys of a single answer stand in its place.", syntax="list of claims",
)  # fmt: skip

FACT = shape(
    Fact,
    id=ELSEWHERE,
    section=ELSEWHERE,
    label=reads(parsers.text, "What readers see: a short noun phrase; without it, the label of the property."),
    property=reads(parsers.id_of(RecordKind.PROPERTY), "The id of the property it answers; without it that of the defaults"
        " of the file, or that which is the id of the fact.", syntax="id"),
    subject=reads(parsers.id_of(RecordKind.ENTITY), "The id of the entity it is about, where that is not the company.",
        syntax="id"),
    note=reads(parsers.text, "What a reader should know of the fact as a whole."),
    formerly=reads(parsers.list_of(parsers.slug), "Ids that it had before, or that facts had which are told here now: their"
        " addresses lead here, and the history of the first goes on.", syntax="list of ids"),
    confirmed=taking(CONFIRMED),
    claims=turned(_CLAIMS),
    at=ELSEWHERE,
)  # fmt: skip

OF_CLAIM = tuple(name for name in CLAIM if name not in (*FACT, "rank"))
"""The keys of a claim that can stand beside the label of its fact, where it is the only one;
a rank needs a note of the claim's own.
"""
OF_FACT = frozenset((*FACT, *OF_CLAIM))
_NEEDS_CLAIMS = "It needs a `note` of its answer: write the answer under `claims`."


@dataclass(frozen=True)
class FactFile:
    """What the facts of one file have in common."""

    company: str
    section: str
    properties: Mapping[str, Property]
    may_be_unread: Callable[[str], bool]
    # Whether a property that is not known may stand in what could not be read.
    fiscal: Calendar = NO_CALENDAR
    # What fiscal periods mean in them.
    defaults: spreading.Defaults = spreading.NO_DEFAULTS

    def calendar_for(self, subject: str) -> Calendar:
        """What they mean in a fact about somebody: of the company alone it is known."""
        if subject == self.company:
            return self.fiscal
        told = (
            f"The fact is about {subject}, and FY means a year of {self.company}: write the"
            " months, such as 2024-05/2024-07."
        )
        return Calendar(None, told)


def read_facts(node: Node, file: FactFile, spot: Spot) -> tuple[Fact, ...]:
    """The facts of one file. Raises Refused where the file is no mapping."""
    facts, defaults = spreading.defaults_of(node, spot)
    common = replace(file, defaults=defaults)
    return tuple(
        parsers.map_of(Parser(lambda item, at: _fact(item, common, at), within("fact")))(
            facts, spot
        ).values()
    )


def _fact(node: Node, file: FactFile, spot: Spot) -> Fact:
    mapping = folding.filled(
        expect_mapping(node, spot), file.defaults, file.properties, spot
    )
    unknown = {
        name: _NEEDS_CLAIMS if name in CLAIM else expected_key(name, (*FACT, *OF_CLAIM))
        for name in mapping.pairs.keys() - OF_FACT
    }
    values = bind(folding.unfolded(mapping, OF_CLAIM, spot), FACT, spot, unknown)
    values["at"] = place_of(mapping, spot)
    _note_missing(values, spot)
    prop = _property(values, file, spot)
    subject = values.pop("subject", file.company)
    spot = spot._replace(fiscal=file.calendar_for(subject), company=file.company)
    claims = tuple(
        claim
        for item, below in _claims(mapping, values.get(folding.CLAIMS, ()), spot)
        if (claim := _claim(item, prop, file, below))
    )
    told = {"label": "", "property": "", **values, "subject": subject, "claims": claims}
    return FACT.made(told, id=FactId(file.company, spot.trail), section=file.section)


def _claims(
    fact: MappingNode, items: Iterable[Node], spot: Spot
) -> Iterator[tuple[Node, Spot]]:
    """The claims of a fact, each with where it stands."""
    for index, item in enumerate(items):
        yield (
            item,
            spot if folding.is_folded(fact) else spot.key(folding.CLAIMS).item(index),
        )


def _note_missing(values: Mapping[str, Any], spot: Spot) -> None:
    """A finding about each key that nothing else can stand in for."""
    at = values["at"]
    if "property" not in at.entries:
        told = f"{spot.key('property').trail}: the key is missing. {FACT['property'].about}"
        spot.out.add(at.position, "S002", told)
    if folding.CLAIMS not in values and folding.CLAIMS not in at.entries:
        told = (
            f"{spot.trail}: the answer is missing. Give `value` and `sources`, or several"
            " answers under `claims`."
        )
        spot.out.add(at.position, "S002", told)


def _property(values: Mapping[str, Any], file: FactFile, spot: Spot) -> Property | None:
    """The property of a fact; None, and a finding unless one stands elsewhere, where there
    is none.
    """
    id = str(values.get("property", ""))
    if id and id not in file.properties and not file.may_be_unread(id):
        near = nearest(id, file.properties)
        hint = f"Did you mean {near!r}?" if near else "Add it to properties.yaml."
        spot.out.add(
            values["at"].of("property"),
            "L003",
            f"{values['at'].below('property')}: {id!r} is not known. {hint}",
        )
    return file.properties.get(id)


def _claim(node: Node, prop: Property | None, file: FactFile, spot: Spot) -> Claim | None:
    try:
        values = bind(file.defaults.spread(node, spot), CLAIM, spot, hints_of(prop))
    except Refused as refused:
        spot.out.note(refused)
        return None
    values[REFERENCES] = _passages(values, file.defaults, spot)
    taken = _borrowed(values, spot)
    values["value"] = _value(values["value"], prop, spot.key("value"), taken)
    values = spoken(values)
    if prop and "qualifiers" in values:
        check_given(values["qualifiers"], prop, values["at"], spot)
    return CLAIM.made(loosened(values, spot))


def _passages(
    values: Mapping[str, Any], defaults: spreading.Defaults, spot: Spot
) -> tuple[Reference, ...]:
    """The passages of a claim, each with what its file says of it."""
    written = {
        name for name in (passages.SOURCES, REFERENCES) if name in values["at"].entries
    }
    if len(written) != 1:
        told = (
            "the passages stand under `sources` already. Keep one of the two."
            if written
            else f"the key is missing. {CLAIM[passages.SOURCES].about}"
        )
        name, code = (REFERENCES, "S001") if written else (passages.SOURCES, "S002")
        spot.out.add(values["at"].key(name), code, f"{spot.key(name).trail}: {told}")
    found = []
    for one in values.get(REFERENCES, ()):
        try:
            found.append(record_of(defaults.spread_passage(one), REFERENCE, one.spot))
        except Refused as refused:
            spot.out.note(refused)
    return tuple(found)


def _borrowed(values: Mapping[str, Any], spot: Spot) -> tuple[str, ...]:
    """The keys whose dates other facts give; a finding where such a date is written all the
    same.
    """
    at: Place = values["at"]
    taken = tuple(
        key for key, reason in values.get(INFERRED.name, {}).items() if pointed(reason)
    )
    for key in taken:
        place = at.within(INFERRED.name)
        if key == "value" or key in at.entries or key in at.within("value").entries:
            told = (
                "the value stands here itself"
                if key == "value"
                else "the date is written too"
            )
            advice = "Say in words how it was worked out" + (
                "." if key == "value" else ", or delete the date."
            )
            spot.out.add(place.of(key), "F016", f"{place.below(key)}: {told}. {advice}")
    return taken


def _value(
    node: Node | None, prop: Property | None, spot: Spot, borrowed: tuple[str, ...]
) -> Value:
    """The value of a claim; empty where it cannot be had, which findings explain, and
    nothing is printed.
    """
    if node is None or prop is None:
        return ""
    try:
        return read_value(node, prop, spot, borrowed)
    except Refused as refused:
        spot.out.note(in_need(refused, f"The key is needed. {_VALUE.about}"))
        return ""
