"""Two states of a fact to what changed between them. Claims have no ids, so they are
matched by what they say.

The order of keys and of references, the way a number is written and the file in which a
fact stands are not changes.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import zip_longest

from dossier.model.changes import CONFIRMED, ClaimChange, FactChange, PartChange
from dossier.model.claims import AROUND, Claim, Reference
from dossier.model.facts import FACT_KEYS, Fact
from dossier.model.sources import Author
from dossier.model.values import Field, Sign, Value, growth, meaning, same, type_of

Pairs = tuple[tuple[Claim | None, Claim | None], ...]


def compare_facts(before: Fact | None, after: Fact | None) -> FactChange:
    """What changed between two states of one fact, either of which may not be there."""
    confirmed = confirmations(_confirmed_in(before), _confirmed_in(after))
    if before is None or after is None:
        return FactChange(before, after, confirmed)
    parts = (*_parts(FACT_KEYS, before, after), *confirmed)
    claims = tuple(
        change for pair in match_claims(before, after) if (change := _compare(*pair))
    )
    return FactChange(before, after, parts, claims)


def _confirmed_in(fact: Fact | None) -> Iterator[tuple[str, str]]:
    """Each warning that is confirmed of a fact, one of its claims or one of their
    references: its code, and why.
    """
    for claim in fact.claims if fact else ():
        for reference in claim.references:
            yield from reference.confirmed.items()
        yield from claim.confirmed.items()
    yield from fact.confirmed.items() if fact else ()


def confirmations(
    before: Iterable[tuple[str, str]], after: Iterable[tuple[str, str]]
) -> tuple[PartChange, ...]:
    """Warnings that are confirmed in one of two states and not in the other, whichever part
    of the record says so.
    """
    was, now = Counter(before), Counter(after)
    gone, new = sorted((was - now).elements()), sorted((now - was).elements())
    parts = []
    for code in sorted({code for code, _ in (*gone, *new)}):
        olds, news = (
            [reason for one, reason in found if one == code] for found in (gone, new)
        )
        parts += [
            PartChange(f"{CONFIRMED}{code}", *pair)
            for pair in zip_longest(olds, news, fillvalue="")
        ]
    return tuple(parts)


def match_claims(before: Fact, after: Fact) -> Pairs:
    """Each claim of one state with its like in the other: the same one, else one of the
    same value, else one that rests on the same passage or source, else the one that is left
    where each state has a single one.
    """
    matching = _Matching(before.claims, after.claims)
    for alike in (
        _equal,
        _answers_the_same,
        _says_the_same,
        _shares_a_passage,
        _shares_a_source,
    ):
        matching.pair(alike)
    return matching.pairs()


def _equal(one: Claim, other: Claim) -> bool:
    return one == other


def _answers_the_same(one: Claim, other: Claim) -> bool:
    """They say the same of the same time and part; elsewhere in a series the same figure
    may come again.
    """
    return (
        same(one.value, other.value)
        and one.period == other.period
        and one.qualifiers == other.qualifiers
    )


def _says_the_same(one: Claim, other: Claim) -> bool:
    return same(one.value, other.value)


def _shares_a_passage(one: Claim, other: Claim) -> bool:
    return bool(
        {part.passage for part in one.references}
        & {part.passage for part in other.references}
    )


def _shares_a_source(one: Claim, other: Claim) -> bool:
    return bool(set(sources_of(one)) & set(sources_of(other)))


class _Matching:
    """Claims of two states, paired step by step, the surest likeness first."""

    def __init__(self, before: Iterable[Claim], after: Iterable[Claim]) -> None:
        self.before, self.after = list(enumerate(before)), list(enumerate(after))
        self.found: list[tuple[int, Claim, Claim]] = []

    def pair(self, alike: Callable[[Claim, Claim], bool]) -> None:
        """Pair the claims that are alike, in the order of the files."""
        for entry in tuple(self.after):
            like = next((one for one in self.before if alike(one[1], entry[1])), None)
            if like:
                self._take(like, entry)

    def _take(self, one: tuple[int, Claim], other: tuple[int, Claim]) -> None:
        self.before.remove(one)
        self.after.remove(other)
        self.found.append((other[0], one[1], other[1]))

    def pairs(self) -> Pairs:
        """All pairs in the order of the later state, then what went."""
        if len(self.before) == len(self.after) == 1:
            self._take(self.before[0], self.after[0])
        added: list[tuple[int, Claim | None, Claim | None]] = [
            (place, None, claim) for place, claim in self.after
        ]
        kept = sorted([*self.found, *added], key=lambda entry: entry[0])
        return (
            *((one, other) for _, one, other in kept),
            *((claim, None) for _, claim in self.before),
        )


def _compare(before: Claim | None, after: Claim | None) -> ClaimChange | None:
    """What changed in a claim; None where nothing did."""
    if before is None or after is None:
        return ClaimChange(before, after)
    parts = (
        *value_parts(before.value, after.value),
        *_parts(AROUND, before, after),
        *_keyed(before, after),
    )
    gained = tuple(_missing_in(before, after.references))
    lost = tuple(_missing_in(after, before.references))
    return (
        ClaimChange(before, after, parts, gained, lost) if parts or gained or lost else None
    )


def value_parts(before: Value, after: Value) -> Iterator[PartChange]:
    """The value as a whole, or key by key where both are records."""
    if not (isinstance(before, Mapping) and isinstance(after, Mapping)):
        if meaning(before) != meaning(after):
            yield _part("value", before, after)
        return
    for key in {**before, **after}:
        one, other = before.get(key, ""), after.get(key, "")
        if meaning(one) != meaning(other):
            yield _part(f"value.{key}", one, other)


def _parts(parts: Iterable[str], before: object, after: object) -> Iterator[PartChange]:
    for part in parts:
        one, other = getattr(before, part), getattr(after, part)
        if one != other and _meaning_of(one) != _meaning_of(other):
            yield _part(part, one, other)


def _meaning_of(value: object) -> object:
    kind = type_of(value)
    return kind.meaning(value) if kind else value


def _keyed(before: Claim, after: Claim) -> Iterator[PartChange]:
    """Who says single keys, or says so by one source, and how dates were worked out."""
    for part, one, other in (
        ("asserted_by", _named_apart(before), _named_apart(after)),
        ("inferred", before.inferred, after.inferred),
    ):
        for key in sorted({**one, **other}):
            if one.get(key, "") != other.get(key, ""):
                yield PartChange(f"{part}.{key}", one.get(key, ""), other.get(key, ""))


def _named_apart(claim: Claim) -> Mapping[str, str]:
    """Whoever says not all of a claim, by the key or the source of theirs."""
    at_passages: dict[str, tuple[str, ...]] = {}
    for one in claim.references:
        if one.asserted_by:
            at_passages[one.source] = tuple(
                dict.fromkeys((*at_passages.get(one.source, ()), one.asserted_by))
            )
    return {
        **claim.speakers,
        **{source: ", ".join(ids) for source, ids in at_passages.items()},
    }


def _missing_in(claim: Claim, references: Iterable[Reference]) -> Iterator[Reference]:
    """The references whose words, or what they are there to show, the claim does not have."""
    there = {_role(one) for one in claim.references}
    return (one for one in references if _role(one) not in there)


def _role(reference: Reference) -> tuple[object, ...]:
    return *reference.passage, reference.origin, frozenset(reference.supports or ("value",))


def _part(part: str, before: object, after: object) -> PartChange:
    return PartChange(part, as_written(before), as_written(after), growth(before, after))


def _field_as_written(field: Field) -> str:
    unit, per = (
        f" of {field.unit}" if field.unit else "",
        f" per {field.per}" if field.per else "",
    )
    sign = "" if field.sign is Sign.NONE else f", a {field.sign}"
    return f"{'list of ' if field.many else ''}{field.type.id}{unit}{per}{sign}"


def as_answered(claim: Claim) -> str:
    """An answer in one line: its value as it is written, its time, and what tells it from
    others.
    """
    when = str(claim.period) if claim.period else ""
    return ", ".join(
        filter(None, (as_written(claim.value), when, *claim.qualifiers.values()))
    )


def as_written(value: object) -> str:
    """A part of any record in the words of our files, in one line; nothing for what is not
    there.
    """
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {as_written(item)}" for key, item in value.items())
    if isinstance(value, tuple):
        return ", ".join(map(as_written, value))
    if isinstance(value, Field):
        return _field_as_written(value)
    if isinstance(value, Author):
        return value.name
    kind = type_of(value)
    return "" if value is None else kind.written(value)[0] if kind else str(value)


def sources_of(claim: Claim) -> tuple[str, ...]:
    """The sources of a claim, each once, in order of first appearance."""
    return tuple(dict.fromkeys(one.source for one in claim.references))
