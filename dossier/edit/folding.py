"""`dossier fmt --short`, its second half: facts and passages with fewer words around them.

A fact with one answer has its keys beside its label; passages stand by the id of their
source; a label, a property and an origin are left out where the property, the id of the
fact or the defaults of the file tell them. read/folding.py and read/passages.py read all of
it back.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from dossier.model.values import Property
from dossier.read.facts import CLAIM, OF_CLAIM, PASSAGE, REFERENCES
from dossier.read.folding import CLAIMS
from dossier.read.passages import QUOTES, SOURCES
from dossier.read.spreading import BESIDE, TOP
from dossier.yaml.spelling import WIDTH, spelled
from dossier.yaml.tree import BLANK, Tree, TreeEntry, TreeGroup, TreeValue

LEAST = 3
"""Facts or passages that must share a default, so that a file is shorter by it."""
OWN = tuple(name for name in CLAIM if name not in OF_CLAIM)
"""Keys that keep a claim apart, because beside its label they would be about the fact."""
PLACE_OF_WORDS = len("          - ")
"""How far the words of a passage stand to the right at the most."""


Holder: TypeAlias = tuple[TreeGroup, TreeEntry | None]
"""What holds an entry, or would if it had it."""


def facts_in(tree: TreeGroup) -> Iterator[tuple[str, TreeGroup]]:
    """Every fact of a file by its id."""
    for entry in tree.entries:
        if entry.key and entry.key.text != TOP and isinstance(entry.value, TreeGroup):
            yield entry.key.text, entry.value


def entry_of(tree: Tree, name: str) -> TreeEntry | None:
    """The entry of a key."""
    entries = tree.entries if isinstance(tree, TreeGroup) else ()
    return next((one for one in entries if one.key and one.key.text == name), None)


def is_bare(entry: TreeEntry, name: str) -> bool:
    """Whether an entry is a certain key and has no remark."""
    return bool(entry.key and entry.key.text == name and not _is_remarked(entry))


def _is_remarked(entry: TreeEntry) -> bool:
    inner = isinstance(entry.value, TreeGroup) and entry.value.has_remarks
    return bool(entry.above or entry.beside or inner)


def _text(tree: Tree, name: str) -> str:
    found = entry_of(tree, name)
    return found.value.text if found and isinstance(found.value, TreeValue) else ""


def add_defaults(tree: TreeGroup, found: list[TreeEntry]) -> None:
    """More defaults of a file, below those that it has."""
    given = entry_of(tree, TOP)
    if given and isinstance(given.value, TreeGroup):
        given.value.entries += found
        if len(tree.entries) > 1 and not tree.entries[1].above:
            tree.entries[1].above = [BLANK]
        return
    group = TreeGroup(is_mapping=True, is_flow=False, column=0, entries=found)
    head = tree.entries[0].above
    tree.entries.insert(0, TreeEntry(TreeValue(TOP, ""), group, 0, 0, above=head[:1]))
    tree.entries[1].above = [BLANK, *head[1:]]


def fold(tree: TreeGroup, properties: Mapping[str, Property]) -> None:
    """Fold every fact of a file."""
    _share_origins(tree)
    for name in BESIDE:
        _share_reasons(tree, name)
    for _, fact in facts_in(tree):
        for claim in _claims_of(fact):
            _by_source(claim)
        _join_answer(fact)
    _share_property(tree)
    shared = entry_of(tree, TOP)
    for id, fact in facts_in(tree):
        _leave_out_label(fact, _property_of(tree, fact), properties)
        if (
            not (shared and entry_of(shared.value, "property"))
            and _text(fact, "property") == id
        ):
            _leave_out(fact, "property")


def _property_of(tree: TreeGroup, fact: TreeGroup) -> str:
    shared = entry_of(tree, TOP)
    return _text(fact, "property") or (_text(shared.value, "property") if shared else "")


def _leave_out_label(fact: TreeGroup, id: str, properties: Mapping[str, Property]) -> None:
    if id in properties and _text(fact, "label") == properties[id].label:
        _leave_out(fact, "label")


def _leave_out(group: TreeGroup, name: str) -> None:
    entry = entry_of(group, name)
    if entry and is_bare(entry, name):
        group.entries.remove(entry)


def _claims_of(fact: TreeGroup) -> list[TreeGroup]:
    listed = entry_of(fact, CLAIMS)
    if listed is None:
        return [fact]
    items = listed.value.entries if isinstance(listed.value, TreeGroup) else ()
    return [one.value for one in items if isinstance(one.value, TreeGroup)]


def _join_answer(fact: TreeGroup) -> None:
    """The keys of a single claim in the place of `claims`."""
    listed = entry_of(fact, CLAIMS)
    if listed is None or not isinstance(listed.value, TreeGroup) or listed.beside:
        return
    items = listed.value
    if len(items.entries) != 1 or items.below or items.entries[0].beside:
        return
    claim = items.entries[0].value
    if not isinstance(claim, TreeGroup) or claim.below or not claim.entries:
        return
    if any(entry_of(claim, name) for name in OWN):
        return
    first = claim.entries[0]
    first.above = [*listed.above, *items.entries[0].above, *first.above]
    place = fact.entries.index(listed)
    fact.entries[place : place + 1] = claim.entries


def _by_source(claim: TreeGroup) -> None:
    """`references` as `sources`, where no source comes twice and no remark is in the way."""
    listed = entry_of(claim, REFERENCES)
    if listed is None or not isinstance(listed.value, TreeGroup) or listed.value.below:
        return
    found = [_named(one) for one in listed.value.entries]
    names = {one.key.text for one in found if one and one.key}
    if len(names) != len(found) or not listed.key:
        return
    listed.key = TreeValue(SOURCES, "")
    listed.value = TreeGroup(
        is_mapping=True, is_flow=False, column=0, entries=[one for one in found if one]
    )


def _named(item: TreeEntry) -> TreeEntry | None:
    """A reference under the id of its source; None where a remark has no other place."""
    group, head = item.value, entry_of(item.value, "source")
    if not isinstance(group, TreeGroup) or head is None or group.below or item.beside:
        return None
    if _is_remarked(head) or not isinstance(head.value, TreeValue):
        return None
    keys = [one for one in group.entries if one is not head]
    above = [*item.above]
    return TreeEntry(TreeValue(head.value.text, ""), _said(group, keys), 0, 0, above=above)


def _said(group: TreeGroup, keys: list[TreeEntry]) -> Tree:
    """What stands behind the id of a source: words, a list of passages, or a mapping."""
    only = keys[0] if len(keys) == 1 and not keys[0].above and not keys[0].beside else None
    if only and only.key and only.key.text in ("quote", QUOTES):
        if isinstance(only.value, TreeGroup):
            only.value.entries = [_passage(one) for one in only.value.entries]
        return only.value
    rest = TreeGroup(is_mapping=True, is_flow=True, column=0, entries=keys)
    if _words_and_keys(rest):
        item = TreeEntry(None, rest, 0, 0)
        entries = [_passage(item)]
        return TreeGroup(is_mapping=False, is_flow=False, column=0, entries=entries)
    if quotes := entry_of(rest, QUOTES):
        rest.is_flow = False
        if isinstance(quotes.value, TreeGroup):
            quotes.value.entries = [_passage(one) for one in quotes.value.entries]
    return rest


def _passage(item: TreeEntry) -> TreeEntry:
    """One of several quotes: `words: [keys]` where no more is said of it."""
    pair = _words_and_keys(item.value) if isinstance(item.value, TreeGroup) else None
    if pair is None or item.beside:
        return item
    group = TreeGroup(is_mapping=True, is_flow=False, column=0, entries=[pair])
    return TreeEntry(None, group, 0, 0, above=item.above)


def _words_and_keys(group: TreeGroup) -> TreeEntry | None:
    """The words of a passage as the key of what they support; None where more is said, or
    it would be too long for a line.
    """
    if [one.key.text for one in group.entries if one.key] != ["quote", "supports"]:
        return None
    words, supports = group.entries
    keys = supports.value
    if group.has_remarks or not isinstance(words.value, TreeValue):
        return None
    if not isinstance(keys, TreeGroup) or words.value.text in PASSAGE:
        return None
    keys.is_flow = True
    key = TreeValue(words.value.text, words.value.style)
    told = ", ".join(
        one.value.text for one in keys.entries if isinstance(one.value, TreeValue)
    )
    if PLACE_OF_WORDS + len(f"{spelled(key)}: [{told}]") > WIDTH:
        return None
    return TreeEntry(key, keys, 0, 0)


def _share_origins(tree: TreeGroup) -> None:
    """The origin of every passage of a source as a default, where all have the same one."""
    found: dict[str, list[Holder]] = defaultdict(list)
    for _, fact in facts_in(tree):
        for claim in _claims_of(fact):
            for source, holder, origin in _origins(claim):
                found[source].append((holder, origin))
    shared = {source: one for source, places in found.items() if (one := _common(places))}
    given = entry_of(tree, TOP)
    if not shared or (given and entry_of(given.value, "origin")):
        return
    for source in shared:
        _take_out(found[source])
    pairs = [_pair(source, TreeValue(text, "")) for source, text in shared.items()]
    group = TreeGroup(is_mapping=True, is_flow=True, column=0, entries=pairs)
    add_defaults(tree, [_pair("origin", group)])


def _common(places: list[Holder]) -> str:
    """The one text that stands in all of enough places; empty where it does not."""
    texts = {_plain(entry) for _, entry in places}
    return texts.pop() if len(places) >= LEAST and len(texts) == 1 else ""


def _take_out(places: list[Holder]) -> None:
    for holder, entry in places:
        if entry:
            holder.entries.remove(entry)


def _share_reasons(tree: TreeGroup, name: str) -> None:
    """What every claim of a file says of a date of its own under `vague` or `inferred`, as a
    default.
    """
    found: dict[str, list[Holder]] = defaultdict(list)
    claims = [claim for _, fact in facts_in(tree) for claim in _claims_of(fact)]
    for claim in claims:
        beside = entry_of(claim, name)
        said = beside.value if beside and is_bare(beside, name) else None
        for key in _dates_of(claim):
            holder = said if isinstance(said, TreeGroup) else claim
            found[key].append((holder, entry_of(said, key) if said else None))
    given = entry_of(tree, TOP)
    if given and entry_of(given.value, name):
        return
    shared = {key: one for key, places in found.items() if (one := _common(places))}
    kept = [(key, found[key][0][1]) for key in shared]
    for key in shared:
        _take_out(found[key])
    for claim in claims:
        beside = entry_of(claim, name)
        if beside and isinstance(beside.value, TreeGroup) and not beside.value.entries:
            claim.entries.remove(beside)
    entries = [entry for _, entry in kept if entry]
    if entries:
        group = TreeGroup(is_mapping=True, is_flow=True, column=0, entries=entries)
        add_defaults(tree, [_pair(name, group)])


def _dates_of(claim: TreeGroup) -> Iterator[str]:
    """The keys of a claim and of its record, of which one may be a date; that of `stated`
    is shared with its reason or not at all.
    """
    value = entry_of(claim, "value")
    record = value.value if value else None
    for group in (claim, record):
        if isinstance(group, TreeGroup):
            yield from (
                one.key.text
                for one in group.entries
                if one.key and one.key.text != "stated"
            )


def _plain(origin: TreeEntry | None) -> str:
    """The id of an origin that can be written elsewhere; empty where it cannot."""
    if origin is None or _is_remarked(origin) or not isinstance(origin.value, TreeValue):
        return ""
    return origin.value.text


def _origins(claim: TreeGroup) -> Iterator[tuple[str, TreeGroup, TreeEntry | None]]:
    """Each reference of a claim, with its source, its origin and what holds that; one of
    several quotes that has its own is one too.
    """
    listed = entry_of(claim, REFERENCES)
    items = listed.value.entries if listed and isinstance(listed.value, TreeGroup) else ()
    for item in items:
        group = item.value
        source = _text(group, "source")
        if not isinstance(group, TreeGroup):
            continue
        own = entry_of(group, "origin")
        quotes = entry_of(group, QUOTES)
        inner = (
            quotes.value.entries if quotes and isinstance(quotes.value, TreeGroup) else ()
        )
        for quote in inner if own is None else ():
            is_group = isinstance(quote.value, TreeGroup)
            holder = quote.value if isinstance(quote.value, TreeGroup) else group
            yield source, holder, entry_of(holder, "origin") if is_group else None
        if own or not inner:
            yield source, group, own


def _share_property(tree: TreeGroup) -> None:
    """The property of most facts of a file as a default."""
    facts = [fact for _, fact in facts_in(tree)]
    if (given := entry_of(tree, TOP)) and entry_of(given.value, "property"):
        return
    counts = Counter(
        _text(fact, "property")
        for fact in facts
        if (own := entry_of(fact, "property")) and is_bare(own, "property")
    )
    id, count = next(iter(counts.most_common(1)), ("", 0))
    if count < LEAST or 2 * count <= len(facts):
        return
    if not all(entry_of(fact, "property") for fact in facts):
        return
    for fact in facts:
        if _text(fact, "property") == id:
            _leave_out(fact, "property")
    add_defaults(tree, [_pair("property", TreeValue(id, ""))])


def _pair(key: str, value: Tree) -> TreeEntry:
    return TreeEntry(TreeValue(key, ""), value, 0, 0)
