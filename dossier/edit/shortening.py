"""`dossier fmt --short`: what a file of facts repeats is written once, and what the words
of quotes tell is left to them.

References of one source that stand together become one with several quotes, and what most
claims of a file have in common its defaults; how a fact and its passages are then written
with fewer words, `folding` says. Nothing is shortened that has a remark beside it which
would lose its place.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from dossier.edit.folding import add_defaults, entry_of, facts_in, fold, is_bare
from dossier.model.values import Property
from dossier.read.folding import CLAIMS
from dossier.read.passages import QUOTES
from dossier.read.spreading import BESIDE, INHERITED, NONE, TOP
from dossier.yaml.tree import Tree, TreeEntry, TreeGroup, TreeValue

LEAST = 2
"""Lines that defaults must save, beside those that they take."""
SHARED = ("origin", "locator", "asserted_by", "supports")
"""Keys that stand once where all passages of a reference have the same."""

Spare = Callable[[str, int, int], bool]
"""Whether the words of a passage tell what it supports: by fact, by claim and by passage,
counted from 0.
"""
IN_A_LINE = ("value", "qualifiers", "asserted_by", "settles", *BESIDE, "confirmed")


@dataclass
class _Passage:
    """A quote with its keys."""

    source: str
    head: TreeEntry
    # What names the source.
    keys: list[TreeEntry]
    above: list[str]


def shorten(tree: TreeGroup, spare: Spare, properties: Mapping[str, Property]) -> None:
    """Shorten a tree of facts."""
    for fact, claims in _claims(tree):
        for number, claim in enumerate(claims):
            references = entry_of(claim, "references")
            if references and isinstance(references.value, TreeGroup):
                _shorten_references(references.value, partial(spare, fact, number))
            for name in IN_A_LINE:
                _in_brackets(entry_of(claim, name))
    _shorten_claims(tree, [claim for _, claims in _claims(tree) for claim in claims])
    fold(tree, properties)


def _in_brackets(entry: TreeEntry | None) -> None:
    """A map or list of single values in one line; where it does not fit, laying out gives
    each its own.
    """
    if entry and isinstance(entry.value, TreeGroup) and not entry.value.has_remarks:
        entry.value.is_flow = True
        for one in entry.value.entries:
            _in_brackets(one)


def _claims(tree: TreeGroup) -> Iterator[tuple[str, list[TreeGroup]]]:
    """The claims of each fact, by its id; a fact with its one claim beside its label is that
    claim too.
    """
    for name, fact in facts_in(tree):
        listed = entry_of(fact, CLAIMS)
        if listed is None:
            yield name, [fact]
        elif isinstance(listed.value, TreeGroup):
            items = (one.value for one in listed.value.entries)
            yield name, [one for one in items if isinstance(one, TreeGroup)]


def _shorten_references(group: TreeGroup, is_spared: Callable[[int], bool]) -> None:
    """Each reference without what its words tell, and those of one source that stand
    together as one.
    """
    runs: list[list[TreeEntry | _Passage]] = []
    place = 0
    for entry in group.entries:
        passages = [*_passages(entry)]
        for one in passages:
            one.keys = [
                key
                for key in one.keys
                if not (is_bare(key, "supports") and is_spared(place))
            ]
            place += 1
        place += not passages
        if not passages:
            runs.append([entry])
        elif (
            runs
            and isinstance(last := runs[-1][-1], _Passage)
            and _may_join(last, passages[0])
        ):
            runs[-1] += passages
        else:
            runs.append([*passages])
    group.entries = [
        _joined([one for one in run if isinstance(one, _Passage)], run) for run in runs
    ]


def _may_join(last: _Passage, first: _Passage) -> bool:
    return last.source == first.source and is_bare(first.head, "source")


def _passages(reference: TreeEntry) -> Iterator[_Passage]:
    """The quotes of a reference; none where it has no quote, or is not what it should be."""
    group, head = reference.value, entry_of(reference.value, "source")
    if (
        not isinstance(group, TreeGroup)
        or head is None
        or not isinstance(head.value, TreeValue)
        or group.below
    ):
        return
    common = [
        one
        for one in group.entries
        if one is not head and one.key and one.key.text != QUOTES
    ]
    above = [*reference.above]
    if quotes := entry_of(group, QUOTES):
        if any(_is_remarked(one) for one in _items(quotes)):
            return
        for item in _items(quotes):
            yield _Passage(
                head.value.text, head, [*_keys_of(item), *common], [*above, *item.above]
            )
            above = []
    elif entry_of(group, "quote"):
        yield _Passage(head.value.text, head, common, above)


def _items(quotes: TreeEntry) -> list[TreeEntry]:
    return quotes.value.entries if isinstance(quotes.value, TreeGroup) else []


def _is_remarked(item: TreeEntry) -> bool:
    """Whether a remark stands behind a mapping, which would lose its place among others."""
    return bool(item.beside and isinstance(item.value, TreeGroup))


def _keys_of(item: TreeEntry) -> list[TreeEntry]:
    if isinstance(item.value, TreeGroup):
        return item.value.entries
    return [
        TreeEntry(
            TreeValue("quote", ""), item.value, item.line, item.column, beside=item.beside
        )
    ]


def _joined(passages: list[_Passage], run: list[TreeEntry | _Passage]) -> TreeEntry:
    """One reference of all passages of a run."""
    if not passages:
        return next(one for one in run if isinstance(one, TreeEntry))
    first = passages[0]
    if len(passages) == 1:
        return _item([first.head, *first.keys], first.above, is_flow=True)
    common = [_entry_of(first, name) for name in SHARED if _is_shared(passages, name)]
    names = {one.key.text for one in common if one and one.key}
    items = [_one_of_several(one, names) for one in passages]
    quotes = TreeEntry(
        TreeValue(QUOTES, ""),
        TreeGroup(is_mapping=False, is_flow=False, column=0, entries=items),
        0,
        0,
    )
    return _item(
        [first.head, *(one for one in common if one), quotes], first.above, is_flow=False
    )


def _entry_of(passage: _Passage, name: str) -> TreeEntry | None:
    return next((one for one in passage.keys if one.key and one.key.text == name), None)


def _is_shared(passages: list[_Passage], name: str) -> bool:
    found = [_entry_of(one, name) for one in passages]
    texts = {_plain(one.value) for one in found if one and is_bare(one, name)}
    return len(texts) == 1 and all(one and is_bare(one, name) for one in found)


def _plain(tree: Tree) -> str:
    return (
        tree.text
        if isinstance(tree, TreeValue)
        else repr([_plain(one.value) for one in tree.entries])
    )


def _one_of_several(passage: _Passage, common: set[str]) -> TreeEntry:
    keys = [one for one in passage.keys if one.key and one.key.text not in common]
    above = passage.above
    if len(keys) == 1 and not keys[0].above:
        return TreeEntry(None, keys[0].value, 0, 0, above=above, beside=keys[0].beside)
    return _item(keys, above, is_flow=True)


def _item(entries: list[TreeEntry], above: list[str], *, is_flow: bool) -> TreeEntry:
    return TreeEntry(
        None,
        TreeGroup(is_mapping=True, is_flow=is_flow, column=0, entries=entries),
        0,
        0,
        above=above,
    )


def _shorten_claims(tree: TreeGroup, claims: list[TreeGroup]) -> None:
    """What most claims say becomes a default of the file, where that saves lines."""
    given = entry_of(tree, TOP)
    if given and any(entry_of(given.value, name) for name in (*INHERITED, *BESIDE)):
        return
    if found := [entry for name in INHERITED if (entry := _default(name, claims))]:
        add_defaults(tree, found)


def _default(name: str, claims: list[TreeGroup]) -> TreeEntry | None:
    """The value that a key has most often, taken out of those claims; those without it say
    that it does not hold.
    """
    held = [(claim, entry) for claim in claims if (entry := entry_of(claim, name))]
    fitting = [
        (claim, one)
        for claim, one in held
        if is_bare(one, name) and not _is_explained(claim, name)
    ]
    texts = Counter(
        one.value.text for _, one in fitting if isinstance(one.value, TreeValue)
    )
    text, count = next(iter(texts.most_common(1)), ("", 0))
    others = [claim for claim in claims if not entry_of(claim, name)]
    if count - len(others) - 1 < LEAST:
        return None
    for claim, entry in fitting:
        if isinstance(entry.value, TreeValue) and entry.value.text == text:
            claim.entries.remove(entry)
    for claim in others:
        claim.entries.append(TreeEntry(TreeValue(name, ""), TreeValue(NONE, ""), 0, 0))
    return TreeEntry(TreeValue(name, ""), TreeValue(text, ""), 0, 0)


def _is_explained(claim: TreeGroup, name: str) -> bool:
    """Whether a claim says more of its key elsewhere."""
    return any(
        entry_of(one.value, name) for beside in BESIDE if (one := entry_of(claim, beside))
    )
