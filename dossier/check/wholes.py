"""Parts and wholes: a part that is more than its whole, and parts that are more than their
whole together.

A part is an answer to the question of the whole, of the same time, that names a segment, a
region, or of what it is a part besides. Segments may sell to each other and sources round,
so these are warnings, and a record can confirm them.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from dossier.model.claims import Claim, Rank
from dossier.model.content import Content
from dossier.model.facts import Fact
from dossier.model.findings import Finding
from dossier.model.quantities import Hedge, Quantity, Range
from dossier.model.questions import PROMISED, span_of
from dossier.model.values import COUNT, MEASURE, MONEY, Property, Sign

PARTS = ("segment", "region", "of")
"""Qualifiers that name a part of a whole, where any words will do for them."""
WHOLES = (MONEY, COUNT, MEASURE)
"""Types of which parts add up; shares, ranks and rates do not."""
ROUNDED = Decimal("1.02")
"""How much more than the whole its parts may be together: each is rounded for itself."""
CONFIRM = "Look at both, or say under `confirmed` why it is so."


@dataclass(frozen=True)
class _Amount:
    """An amount with all by which it may be a part or a whole."""

    claim: Claim
    qualifiers: Mapping[str, str]
    least: Decimal
    most: Decimal | None
    # None where the source gives no upper end.

    @property
    def place(self) -> str:
        """Where it stands, for a finding about another."""
        at = self.claim.at
        return f"{at.trail} ({at.position.path}:{at.position.line})"


def warn_of_parts_above_their_whole(content: Content) -> Iterator[Finding]:
    """A part is more than its whole, alone or with others."""
    for amounts in _comparable(content).values():
        wholes = [one for one in amounts if not {*PARTS} & one.qualifiers.keys()]
        for key in PARTS:
            for whole in wholes:
                parts = [one for one in amounts if _is_part(one, whole, key)]
                above = [
                    one
                    for one in parts
                    if whole.most is not None and one.least > whole.most
                ]
                yield from (_alone(one, whole, key) for one in above)
                if not above and whole.most is not None:
                    yield from _together(parts, whole, key)


def _comparable(content: Content) -> Mapping[Hashable, list[_Amount]]:
    """Amounts that a whole and its parts can be: of one property, subject, time and unit,
    and not of what is to come.
    """
    found: dict[Hashable, list[_Amount]] = defaultdict(list)
    for fact in content.every_fact:
        prop = content.properties.get(fact.property)
        if prop and prop.field.type in WHOLES and prop.field.sign is not Sign.RESULT:
            for claim in fact.claims:
                if (amount := _amount(claim)) and claim.rank is not Rank.DEPRECATED:
                    found[_question(fact, claim, prop)].append(amount)
    return found


def _question(fact: Fact, claim: Claim, prop: Property) -> Hashable:
    unit = (
        claim.value.ends[-1].meaning[1] if isinstance(claim.value, Quantity | Range) else ()
    )
    told = {
        key: word for key, word in claim.qualifiers.items() if key not in _parts_of(prop)
    }
    return (
        prop.id,
        fact.subject,
        span_of(claim),
        unit,
        frozenset(told.items()),
        claim.status in PROMISED,
    )


def _parts_of(prop: Property) -> tuple[str, ...]:
    """The qualifiers of a property that name parts: those that take any words."""
    return tuple(
        key for key in PARTS if key in prop.qualifiers and not prop.qualifiers[key]
    )


def _amount(claim: Claim) -> _Amount | None:
    value = claim.value
    if claim.period is None or not isinstance(value, Quantity | Range):
        return None
    if isinstance(value, Range):
        return _Amount(claim, claim.qualifiers, value.low.meaning[0], value.high.meaning[0])
    number = value.meaning[0]
    least = (
        Decimal(0)
        if value.hedge in (Hedge.UP_TO, Hedge.UNDER, Hedge.NEARLY, Hedge.ABOUT)
        else number
    )
    most = None if value.hedge in (Hedge.OVER, Hedge.AT_LEAST, Hedge.ABOUT) else number
    return _Amount(claim, claim.qualifiers, least, most) if number >= 0 else None


def _is_part(one: _Amount, whole: _Amount, key: str) -> bool:
    """Whether an amount says what the whole does, of one segment or region, and of nothing
    smaller.
    """
    return {*one.qualifiers} - {*whole.qualifiers} == {key}


def _alone(part: _Amount, whole: _Amount, key: str) -> Finding:
    at = part.claim.at
    told = (
        f"the {key} {part.qualifiers[key]!r} is more than the whole in {whole.place},"
        f" {whole.claim.value}"
    )
    return Finding(at.of("value"), "F017", f"{at.below('value')}: {told}. {CONFIRM}")


def _together(parts: list[_Amount], whole: _Amount, key: str) -> Iterator[Finding]:
    """Of one part that several sources give the least counts."""
    least: dict[str, _Amount] = {}
    for one in parts:
        word = one.qualifiers[key].casefold()
        if word not in least or one.least < least[word].least:
            least[word] = one
    total = sum((one.least for one in least.values()), Decimal(0))
    if len(least) > 1 and whole.most is not None and total > whole.most * ROUNDED:
        at = whole.claim.at
        told = (
            f"is less than its parts by {key} together:"
            f" {', '.join(one.place for one in least.values())}"
        )
        yield Finding(at.of("value"), "F017", f"{at.below('value')}: {told}. {CONFIRM}")
