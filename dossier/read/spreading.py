"""What a file of facts says once for many: its defaults.

They are spread over what they are meant for before anything is read, so that the readers of
facts, claims and references know nothing of them. What stands nearest wins: the key, the
passage, the reference, the claim, the file. Every key keeps the line where it was written,
and the trail by which findings name it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dossier.collect import Findings, Refused
from dossier.model.borrowing import pointed
from dossier.model.claims import Claim, Status
from dossier.model.kinds import RecordKind
from dossier.model.schema import a_map, known
from dossier.model.speaking import WHOLE
from dossier.read import parsers
from dossier.read.passages import WrittenPassage
from dossier.read.shapes import (
    ELSEWHERE,
    Key,
    Parser,
    Spot,
    bind,
    expect_mapping,
    reads,
    refuse,
    shape,
    taking,
)
from dossier.read.sources import INFERRED
from dossier.read.vague import VAGUE
from dossier.yaml.nodes import MappingNode, Node, Pair, Scalar, Sequence, parse_yaml

TOP = "defaults"
"""The key of a file of facts under which its defaults stand, in the place of a fact."""
NONE = "unstated"
"""Written in the place of a default that does not hold."""
BESIDE = (VAGUE.name, INFERRED.name)
"""Keys that say more of others, by the name of these."""

_ORIGINS = parsers.map_of(parsers.id_of(RecordKind.ORIGIN))

_PROPERTY = Key(
    "property", parsers.id_of(RecordKind.PROPERTY), "Which property it answers, of every fact that names none.", syntax="id",
)  # fmt: skip
_ORIGIN = Key(
    "origin", Parser(_ORIGINS.read, a_map(known(RecordKind.SOURCE), known(RecordKind.ORIGIN), least=1)),
    "For a source with several origins: which of them every passage of it draws on that names none.", syntax="map of ids",
)  # fmt: skip
DEFAULTS = shape(
    Claim,
    value=ELSEWHERE,
    references=ELSEWHERE,
    stated=reads(parsers.date, "When it was said, of every claim of the file that has no date of its own.", syntax="date"),
    asserted_by=reads(parsers.id_of(RecordKind.ENTITY), "Who says so, of every claim that names nobody.", syntax="id"),
    status=reads(parsers.word_of(Status), "How far it had come, of every claim that does not say.", syntax="word"),
    inferred=taking(INFERRED),
).beside(VAGUE, before="inferred").beside(_PROPERTY, before=VAGUE.name).beside(_ORIGIN, before=VAGUE.name)  # fmt: skip
INHERITED = ("stated", "asserted_by", "status")
"""Those that claims take."""


@dataclass(frozen=True)
class Defaults:
    """What the claims of a file say where they do not say it themselves."""

    keys: Mapping[str, Pair]
    # Those that could be read.
    beside: Mapping[str, MappingNode]
    # What is said of their dates, under `vague` and `inferred`.
    property: Pair | None = None
    origins: Mapping[str, Pair] = field(default_factory=dict)
    # By source.

    def spread_passage(self, passage: WrittenPassage) -> Node:
        """A passage with the origin that it draws on."""
        node, spot = passage.node, passage.spot
        if not isinstance(node, MappingNode) or not isinstance(
            source := _node_of(node, "source"), Scalar
        ):
            return node
        own, given = node.pairs.get("origin"), self.origins.get(source.text)
        if own is None:
            return node._replace(pairs={**node.pairs, "origin": given}) if given else node
        if not _says_none(own.node):
            return node
        if given is None:
            _note_nothing_undone(own, own.trail or spot.key("origin").trail, spot)
        pairs = {name: pair for name, pair in node.pairs.items() if name != "origin"}
        return node._replace(pairs=pairs)

    def spread(self, claim: Node, spot: Spot) -> Node:
        """A claim with all that holds of it; an opted-out key is left out of it."""
        if not isinstance(claim, MappingNode):
            return claim
        pairs = {
            name: pair
            for name, pair in claim.pairs.items()
            if not self._is_undone(name, pair, spot)
        }
        own = {*claim.pairs, *_taken(claim)}
        given = {name: pair for name, pair in self.keys.items() if name not in own}
        if INFERRED.name in pairs:
            self._note_undone(pairs[INFERRED.name].node, spot.key(INFERRED.name))
        for name, inner in self.beside.items():
            about = {
                key: pair
                for key, pair in inner.pairs.items()
                if key in given or self._lends(key, pair, claim) or _has_date(claim, key)
            }
            said = pairs.pop(name, None)
            if (about or said) and (merged := _merged(said, about, inner)):
                given[name] = merged
        if speaker := self.keys.get("asserted_by"):
            pairs = _with_speaker(pairs, speaker)
        return claim._replace(pairs={**pairs, **given})

    def _note_undone(self, said: Node, spot: Spot) -> None:
        """A finding about each reason that a claim undoes where its file gives none."""
        reasons = self.beside.get(INFERRED.name)
        for key, pair in said.pairs.items() if isinstance(said, MappingNode) else ():
            if _says_none(pair.node) and not (reasons and key in reasons.pairs):
                _note_nothing_undone(pair, spot.key(key).trail, spot)

    def _lends(self, key: str, reason: Pair, claim: MappingNode) -> bool:
        """Whether a claim takes a date from an event because its file does."""
        return key not in self.keys and key not in claim.pairs and _names_event(reason.node)

    def _is_undone(self, name: str, pair: Pair, spot: Spot) -> bool:
        """Whether a key says that the default does not hold; a finding where there is none."""
        if name not in INHERITED or not _says_none(pair.node):
            return False
        if name not in self.keys and not any(
            name in inner.pairs for inner in self.beside.values()
        ):
            _note_nothing_undone(pair, spot.key(name).trail, spot)
        return True


NO_DEFAULTS = Defaults({}, {})


def _node_of(mapping: MappingNode, name: str) -> Node | None:
    return mapping.pairs[name].node if name in mapping.pairs else None


def _says_none(node: Node) -> bool:
    return isinstance(node, Scalar) and node.text == NONE


def _note_nothing_undone(pair: Pair, trail: str, spot: Spot) -> None:
    told = f"{trail}: the file has no default that this could undo. Delete the line."
    spot.out.add(pair.key, "S005", told)


def _names_event(node: Node) -> bool:
    return isinstance(node, Scalar) and pointed(node.text) is not None


def _taken(claim: MappingNode) -> Iterator[str]:
    """The dates that a claim takes from events by its own word, which is nearer than the
    file.
    """
    reasons = claim.pairs.get(INFERRED.name)
    inner = reasons.node.pairs if reasons and isinstance(reasons.node, MappingNode) else {}
    return (key for key, pair in inner.items() if _names_event(pair.node))


def _has_date(claim: MappingNode, key: str) -> bool:
    """Whether a claim, or its record, gives a date of which the file says more; that of
    `stated` is the claim's own.
    """
    value = _node_of(claim, "value")
    inner = value.pairs if isinstance(value, MappingNode) else {}
    return key != "stated" and (key in claim.pairs or key in inner)


def _merged(own: Pair | None, about: Mapping[str, Pair], inner: MappingNode) -> Pair | None:
    """What a claim says of its dates, and what the file says of those that it gives; None
    where it undoes all of that and says no more.
    """
    if own is None:
        return Pair(inner.at, inner._replace(pairs=about, again=()))
    if not isinstance(own.node, MappingNode):
        return own
    said = {
        key: pair
        for key, pair in {**about, **own.node.pairs}.items()
        if not _says_none(pair.node)
    }
    return own._replace(node=own.node._replace(pairs=said)) if said else None


def _with_speaker(pairs: Mapping[str, Pair], speaker: Pair) -> dict[str, Pair]:
    """A claim whose keys have speakers of their own leaves the rest to that of the file."""
    own = pairs.get("asserted_by")
    if own is None or not isinstance(own.node, MappingNode) or WHOLE in own.node.pairs:
        return {**pairs}
    return {
        **pairs,
        "asserted_by": own._replace(
            node=own.node._replace(pairs={**own.node.pairs, WHOLE: speaker})
        ),
    }


def defaults_of(node: Node, spot: Spot) -> tuple[Node, Defaults]:
    """The facts of a file without its defaults, and these. What is wrong with them is told
    once, and holds of no claim.
    """
    if not isinstance(node, MappingNode) or TOP not in node.pairs:
        return node, NO_DEFAULTS
    pair, below = node.pairs[TOP], spot.key(TOP)
    facts = node._replace(
        pairs={name: one for name, one in node.pairs.items() if name != TOP},
        again=tuple(one for one in node.again if one[0] != TOP),
    )
    try:
        return facts, _defaults(pair, below)
    except Refused as refused:
        spot.out.note(refused)
        return facts, NO_DEFAULTS


@dataclass(frozen=True)
class SaidInFile:
    """What the defaults of a file say, as it is written."""

    claims: Mapping[str, str]
    # Of claims, by key.
    origins: Mapping[str, str]
    # Of passages, by source.
    dates: Mapping[str, tuple[str, ...]]
    # The dates, beside its own, of which `vague` and `inferred` say more.


def defaults_in(path: str, text: str) -> SaidInFile:
    """What the defaults of a file say; nothing where there are none or they are not sound."""
    out = Findings()
    node = parse_yaml(path, text, out)
    found = NO_DEFAULTS
    if isinstance(node, MappingNode):
        found = defaults_of(node, Spot("", out))[1]
    return SaidInFile(
        _texts(found.keys),
        _texts(found.origins),
        {
            name: tuple(key for key in inner.pairs if key != "stated")
            for name, inner in found.beside.items()
        },
    )


def _texts(pairs: Mapping[str, Pair]) -> Mapping[str, str]:
    return {
        name: pair.node.text
        for name, pair in pairs.items()
        if isinstance(pair.node, Scalar)
    }


def _defaults(pair: Pair, spot: Spot) -> Defaults:
    mapping = expect_mapping(pair.node, spot)
    if "claims" in mapping.pairs:
        raise refuse(
            mapping,
            "S006",
            spot,
            "is what the claims of the file have in common, and no fact. Rename it.",
        )
    if not mapping.pairs:
        raise refuse(
            mapping, "S009", spot, "is empty. Give at least one key, or delete it."
        )
    read = bind(mapping, DEFAULTS, spot)
    sound = {name: one for name, one in mapping.pairs.items() if name in read}
    for name in BESIDE:
        _match(name, mapping.pairs, spot)
    keys = {
        name: one._replace(trail=spot.key(name).trail)
        for name, one in sound.items()
        if name in INHERITED
    }
    beside = {
        name: one.node
        for name, one in sound.items()
        if name in BESIDE and isinstance(one.node, MappingNode)
    }
    origins = sound["origin"].node if "origin" in sound else None
    return Defaults(
        keys,
        {name: _traced(inner, spot.key(name)) for name, inner in beside.items()},
        sound["property"]._replace(trail=spot.key("property").trail)
        if "property" in sound
        else None,
        _traced(origins, spot.key("origin")).pairs
        if isinstance(origins, MappingNode)
        else {},
    )


def _traced(inner: MappingNode, spot: Spot) -> MappingNode:
    return inner._replace(
        pairs={
            key: one._replace(trail=spot.key(key).trail) for key, one in inner.pairs.items()
        },
    )


def _match(name: str, pairs: Mapping[str, Pair], spot: Spot) -> None:
    """What `vague` and `inferred` of a file say of `stated` is about its own, and no other
    date can be taken from an event for all of it.
    """
    node = pairs[name].node if name in pairs else None
    for key, pair in node.pairs.items() if isinstance(node, MappingNode) else ():
        is_event, told = _names_event(pair.node), ""
        if key == "stated" and key not in pairs and not is_event:
            told = "the defaults have no such date. Give `stated` here too."
        elif key != "stated" and is_event:
            told = "an event can give a file no date but `stated`. Say so in each claim."
        if told:
            spot.out.add(pair.key, "S001", f"{spot.key(name).key(key).trail}: {told}")


def note_unused(node: Node, spot: Spot) -> None:
    """A finding about each default that is of no use to its file, because nothing there is
    what it is about.
    """
    facts, defaults = defaults_of(node, Spot("", Findings()))
    there = {*_keys_in(facts)} if defaults.origins or defaults.beside else set()
    named = [pair for name, pair in defaults.origins.items() if name not in there]
    dates = [
        pair
        for inner in defaults.beside.values()
        for key, pair in inner.pairs.items()
        if key != "stated" and key not in there
    ]
    for pair in (*named, *dates):
        told = f"{pair.trail}: no claim of the file has this. Mend the name, or delete the line."
        spot.out.add(pair.key, "S001", told)


def _keys_in(node: Node) -> Iterator[str]:
    """Every key anywhere in a node, and every id that stands behind `source`."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _keys_in(item)
    elif isinstance(node, MappingNode):
        for name, pair in node.pairs.items():
            yield name
            if name == "source" and isinstance(pair.node, Scalar):
                yield pair.node.text
            yield from _keys_in(pair.node)
