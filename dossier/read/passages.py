"""The passages of a claim, whichever way they are written.

`references` is a list with a mapping for each, of which one may have several `quotes`.
`sources` has them by the id of their source: its words, a list of them, or a mapping where
more is to be said. Both come out as one mapping for each passage, with every key that holds
for it, so that its reader knows of one way alone. Every key keeps the line where it was
written, and the trail by which findings name it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.collect import Refused
from dossier.model.hints import nearest
from dossier.model.slugs import is_slug
from dossier.read import parsers
from dossier.read.shapes import Keys, Spot, expect_mapping, expected_key, refuse
from dossier.yaml.nodes import MappingNode, Node, Pair, Scalar, Sequence, shorten

QUOTES = "quotes"
SOURCES = "sources"
LISTED = parsers.list_of(parsers.whole_node)
"""The items of `quotes`; what each may be, `_passage` says."""
_BY_ID = parsers.map_of(parsers.whole_node)
BY_ID_HERE = (
    "Write the id of each source with its words, `source-id: words`; a list of passages"
    " stands under `references`."
)
BY_ID_THERE = (
    "Expected a list; passages by the id of their source, `source-id: words`, stand under"
    " `sources`."
)
OF_ONE = ("quote", "prefix", "suffix", "confirmed")
"""Keys of a reference that can be about one passage alone."""


@dataclass(frozen=True)
class WrittenPassage:
    """One passage as a mapping of all that holds for it, and where it stands."""

    node: Node
    spot: Spot


def listed(node: Node, inner: Keys, spot: Spot) -> Iterator[WrittenPassage]:
    """The passages of `references`. Raises Refused where it is no list."""
    if isinstance(node, MappingNode):
        raise refuse(node, "S003", spot, f"is a mapping. {BY_ID_THERE}")
    for index, item in enumerate(LISTED(node, spot)):
        below = spot.item(index)
        if isinstance(item, MappingNode) and QUOTES in item.pairs:
            yield from _several(item, inner, below, below.key(QUOTES))
        else:
            yield WrittenPassage(item, below)


def by_source(node: Node, inner: Keys, spot: Spot) -> Iterator[WrittenPassage]:
    """The passages of `sources`. Raises Refused where it is no mapping."""
    if not isinstance(node, MappingNode):
        blank = isinstance(node, Scalar) and not node.text.strip()
        code, told = ("S004", "is blank") if blank else ("S003", "is no mapping")
        raise refuse(node, code, spot, f"{told}. {BY_ID_HERE}")
    sound = _BY_ID(node, spot)
    for source, pair in node.pairs.items():
        if source in sound and is_slug(source):
            yield from _of_source(source, pair, inner, spot.key(source, pair.key))


def _of_source(
    source: str, pair: Pair, inner: Keys, spot: Spot
) -> Iterator[WrittenPassage]:
    named = {"source": Pair(pair.key, Scalar(source, pair.key), spot.trail)}
    node = pair.node
    if isinstance(node, MappingNode):
        yield from _told(node, named, inner, spot)
    elif isinstance(node, Sequence):
        quotes = Pair(pair.key, node, spot.trail)
        yield from _several(
            MappingNode({**named, QUOTES: quotes}, pair.key), inner, spot, spot
        )
    else:
        quote = Pair(pair.key, node, spot.trail)
        yield WrittenPassage(MappingNode({**named, "quote": quote}, pair.key), spot)


def _told(
    node: MappingNode, named: Mapping[str, Pair], inner: Keys, spot: Spot
) -> Iterator[WrittenPassage]:
    """The passages of a source of which more is said than its words."""
    if "source" in node.pairs:
        told = f"{spot.key('source').trail}: the source is named above it. Delete the line."
        spot.out.add(node.pairs["source"].key, "S001", told)
    if slip := _slip_of_words(node, inner, spot):
        spot.out.note(slip)
        return
    whole = node._replace(pairs={**node.pairs, **named})
    if QUOTES in whole.pairs:
        yield from _several(whole, inner, spot, spot.key(QUOTES))
    else:
        yield WrittenPassage(whole, spot)


def _several(
    node: MappingNode, inner: Keys, spot: Spot, below: Spot
) -> Iterator[WrittenPassage]:
    """A reference as one for each of its quotes: with the keys that it has itself, and
    below them those of the reference.
    """
    common = _common(node, spot)
    for index, item in enumerate(_quotes(node.pairs[QUOTES].node, below)):
        at = below.item(index)
        try:
            yield WrittenPassage(_passage(item, common, inner, at), at)
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
    """One quote of several: its words alone, these with what they support, or a mapping
    with keys of its own.
    """
    if isinstance(item, Scalar):
        return MappingNode({**common, "quote": Pair(item.at, item, spot.trail)}, item.at)
    mapping = expect_mapping(item, spot)
    if supported := _words_and_keys(mapping, inner, spot):
        return MappingNode({**common, **supported}, mapping.at)
    if slip := _slip_of_words(mapping, inner, spot):
        raise slip
    own = {}
    for name, pair in mapping.every_pair():
        if name in inner:
            own[name] = pair
        else:
            told = f"{spot.key(name).trail}: unknown key. {expected_key(name, inner)}"
            spot.out.add(pair.key, "S001", told)
    if "quote" not in own:
        told = f"{spot.key('quote').trail}: the key is missing. {inner['quote'].about}"
        spot.out.add(mapping.at, "S002", told)
    return MappingNode({**common, **own}, mapping.at)


def _slip_of_words(mapping: MappingNode, inner: Keys, spot: Spot) -> Refused | None:
    """Where words were taken for a key: because of a colon among them, or because those
    with what they support are not each an item of a list.
    """
    for words, pair in mapping.pairs.items():
        if words in inner or words == QUOTES or nearest(words, inner):
            continue
        if isinstance(pair.node, Sequence):
            told = (
                f"{shorten(words)!r} is no key. Words with what they support stand in a"
                " list, each with its own hyphen: `- words: [keys]`."
            )
        elif isinstance(pair.node, Scalar) and " " in words.strip():
            told = (
                "words with a colon need double quotes around all of them; behind one, in"
                " brackets, stands what they support."
            )
        else:
            continue
        return Refused(pair.key, "S001", f"{spot.trail}: {told}")
    return None


def _words_and_keys(mapping: MappingNode, inner: Keys, spot: Spot) -> dict[str, Pair]:
    """The words and what they support of `words: [keys]`; nothing where it is no such
    thing, or a key with a slip.
    """
    if len(mapping.pairs) != 1 or mapping.again:
        return {}
    words, pair = next(iter(mapping.pairs.items()))
    if not isinstance(pair.node, Sequence) or words in inner or nearest(words, inner):
        return {}
    return {
        "quote": Pair(pair.key, Scalar(words, pair.key), spot.trail),
        "supports": Pair(pair.key, pair.node, spot.trail),
    }
