"""What a file of facts says once for many: defaults of the file, and keys of a reference
that has several quotes.

Both are spread over what they are meant for before anything is read, so that the readers of
claims and references know nothing of them. What stands nearest wins: the key, the passage,
the reference, the claim, the file. This is the one place where that is decided. Every key
keeps the line where it was written, and the trail by which findings name it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dossier.collect import Findings, Refused
from dossier.model.borrowing import pointed
from dossier.model.claims import Claim, Status
from dossier.model.kinds import RecordKind
from dossier.model.speaking import WHOLE
from dossier.read import parsers
from dossier.read.shapes import (
    ELSEWHERE,
    Keys,
    Spot,
    bind,
    expect_mapping,
    expected_key,
    reads,
    refuse,
    shape,
    taking,
)
from dossier.read.sources import INFERRED
from dossier.read.vague import VAGUE
from dossier.yaml.nodes import MappingNode, Node, Pair, Scalar, parse_yaml

TOP = "defaults"
"""The key of a file of facts under which its defaults stand, in the place of a fact."""
NONE = "unstated"
"""Written in the place of a default that does not hold."""
QUOTES = "quotes"
LISTED = parsers.list_of(parsers.whole_node)
"""The items of `quotes`; what each may be, `passages_of` says."""
BESIDE = (VAGUE.name, INFERRED.name)
"""Keys that say more of others, by the name of these."""
OF_ONE = ("quote", "prefix", "suffix", "confirmed")
"""Keys of a reference that can be about one passage alone."""

DEFAULTS = shape(
    Claim,
    value=ELSEWHERE,
    references=ELSEWHERE,
    stated=reads(parsers.date, "When it was said, of every claim of the file that has no date of its own.", syntax="date"),
    asserted_by=reads(parsers.id_of(RecordKind.ENTITY), "Who says so, of every claim that names nobody.", syntax="id"),
    status=reads(parsers.word_of(Status), "How far it had come, of every claim that does not say.", syntax="word"),
    inferred=taking(INFERRED),
).beside(VAGUE, before="inferred")  # fmt: skip
INHERITED = tuple(name for name in DEFAULTS if name not in BESIDE)


@dataclass(frozen=True)
class Defaults:
    """What the claims of a file say where they do not say it themselves."""

    keys: Mapping[str, Pair]
    # Those that could be read.
    beside: Mapping[str, MappingNode]
    # What is said of their dates, under `vague` and `inferred`.

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
        for name, inner in self.beside.items():
            about = {
                key: pair
                for key, pair in inner.pairs.items()
                if key in given or self._lends(key, pair, claim)
            }
            if about:
                given[name] = _merged(pairs.pop(name, None), about, inner)
        if speaker := self.keys.get("asserted_by"):
            pairs = _with_speaker(pairs, speaker)
        return replace(claim, pairs={**pairs, **given})

    def _lends(self, key: str, reason: Pair, claim: MappingNode) -> bool:
        """Whether a claim takes a date from an event because its file does."""
        return key not in self.keys and key not in claim.pairs and _names_event(reason.node)

    def _is_undone(self, name: str, pair: Pair, spot: Spot) -> bool:
        """Whether a key says that the default does not hold; a finding where there is none."""
        if name not in INHERITED or not (
            isinstance(pair.node, Scalar) and pair.node.text == NONE
        ):
            return False
        if name not in self.keys and not any(
            name in inner.pairs for inner in self.beside.values()
        ):
            told = (
                f"{spot.key(name).trail}: the file has no default that this could undo."
                " Delete the line."
            )
            spot.out.add(pair.key, "S005", told)
        return True


NO_DEFAULTS = Defaults({}, {})


def _names_event(node: Node) -> bool:
    return isinstance(node, Scalar) and pointed(node.text) is not None


def _taken(claim: MappingNode) -> Iterator[str]:
    """The dates that a claim takes from events by its own word, which is nearer than the
    file.
    """
    reasons = claim.pairs.get(INFERRED.name)
    inner = reasons.node.pairs if reasons and isinstance(reasons.node, MappingNode) else {}
    return (key for key, pair in inner.items() if _names_event(pair.node))


def _merged(own: Pair | None, about: Mapping[str, Pair], inner: MappingNode) -> Pair:
    """What a claim says of its dates, and what the file says of those that it gives."""
    if own is None:
        return Pair(inner.at, replace(inner, pairs=about, again=()))
    return (
        own._replace(node=replace(own.node, pairs={**about, **own.node.pairs}))
        if isinstance(own.node, MappingNode)
        else own
    )


def _with_speaker(pairs: Mapping[str, Pair], speaker: Pair) -> dict[str, Pair]:
    """A claim whose keys have speakers of their own leaves the rest to that of the file."""
    own = pairs.get("asserted_by")
    if own is None or not isinstance(own.node, MappingNode) or WHOLE in own.node.pairs:
        return {**pairs}
    return {
        **pairs,
        "asserted_by": own._replace(
            node=replace(own.node, pairs={**own.node.pairs, WHOLE: speaker})
        ),
    }


def defaults_of(node: Node, spot: Spot) -> tuple[Node, Defaults]:
    """The facts of a file without its defaults, and these. What is wrong with them is told
    once, and holds of no claim.
    """
    if not isinstance(node, MappingNode) or TOP not in node.pairs:
        return node, NO_DEFAULTS
    pair, below = node.pairs[TOP], spot.key(TOP)
    facts = replace(
        node, pairs={name: one for name, one in node.pairs.items() if name != TOP}
    )
    try:
        return facts, _defaults(pair, below)
    except Refused as refused:
        spot.out.note(refused)
        return facts, NO_DEFAULTS


def defaults_in(path: str, text: str) -> Mapping[str, str]:
    """What the defaults of a file say, by key, as it is written; nothing where there are
    none or they are not sound.
    """
    out = Findings()
    node = parse_yaml(path, text, out)
    found = (
        defaults_of(node, Spot("", out))[1].keys if isinstance(node, MappingNode) else {}
    )
    return {
        name: pair.node.text
        for name, pair in found.items()
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
    return Defaults(
        keys, {name: _traced(inner, spot.key(name)) for name, inner in beside.items()}
    )


def _traced(inner: MappingNode, spot: Spot) -> MappingNode:
    return replace(
        inner,
        pairs={
            key: one._replace(trail=spot.key(key).trail) for key, one in inner.pairs.items()
        },
    )


def _match(name: str, pairs: Mapping[str, Pair], spot: Spot) -> None:
    """`vague` and `inferred` of a file speak of its own dates."""
    node = pairs[name].node if name in pairs else None
    for key, pair in node.pairs.items() if isinstance(node, MappingNode) else ():
        if key != "stated" or (key not in pairs and not _names_event(pair.node)):
            told = "the defaults have no such date. Name `stated`, and give it here."
            spot.out.add(pair.key, "S001", f"{spot.key(name).key(key).trail}: {told}")


def passages_of(node: Node, inner: Keys, spot: Spot) -> Iterator[tuple[Node, Spot]]:
    """A reference as one for each of its quotes: with the keys that it has itself, and
    below them those of the reference.
    """
    if not isinstance(node, MappingNode) or QUOTES not in node.pairs:
        yield node, spot
        return
    common = _common(node, spot)
    below = spot.key(QUOTES)
    for index, item in enumerate(_quotes(node.pairs[QUOTES].node, below)):
        try:
            yield _passage(item, common, inner, below.item(index)), below.item(index)
        except Refused as refused:
            spot.out.note(refused)


def _quotes(node: Node, spot: Spot) -> tuple[Node, ...]:
    """The items of a list; none, with a finding, where it is none."""
    try:
        return LISTED(node, spot)
    except Refused as refused:
        spot.out.note(refused)
        return ()


def _common(node: MappingNode, spot: Spot) -> dict[str, Pair]:
    """The keys that hold for all quotes of a reference; a finding about those that can be
    about one alone.
    """
    found = {}
    for name, pair in node.pairs.items():
        if name in OF_ONE:
            told = (
                f"{spot.key(name).trail}: beside `quotes` this could be about any of them."
                " Write it where its quote is."
            )
            spot.out.add(pair.key, "S001", told)
        elif name != QUOTES:
            found[name] = pair._replace(trail=pair.trail or spot.key(name).trail)
    return found


def _passage(item: Node, common: Mapping[str, Pair], inner: Keys, spot: Spot) -> Node:
    """One quote of several: its words alone, or these with keys of their own."""
    if isinstance(item, Scalar):
        return MappingNode({**common, "quote": Pair(item.at, item, spot.trail)}, item.at)
    mapping = expect_mapping(item, spot)
    own = {}
    for name, pair in mapping.every_pair():
        if name in inner:
            own[name] = pair
        else:
            spot.out.add(
                pair.key,
                "S001",
                f"{spot.key(name).trail}: unknown key. {expected_key(name, inner)}",
            )
    if "quote" not in own:
        told = f"{spot.key('quote').trail}: the key is missing. {inner['quote'].about}"
        spot.out.add(mapping.at, "S002", told)
    return MappingNode({**common, **own}, mapping.at)
