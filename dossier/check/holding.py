"""What cannot all hold: conversions that do not fit each other, one post that two people
hold at a time, and what is over before it began.

Each may be right all the same, since sources round and posts are shared, so these are
warnings, and a record can confirm that it is.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from statistics import median

from dossier.model.claims import Claim, Rank
from dossier.model.content import Content
from dossier.model.dates import PartialDate, Shape
from dossier.model.facts import Fact
from dossier.model.findings import Finding
from dossier.model.late import late_pattern
from dossier.model.quantities import Quantity
from dossier.model.questions import span_of
from dossier.model.scripts import IDEOGRAPHS
from dossier.model.values import ENTITY, TEXT, Name, Property, PropertyPart, Value

FAR = Decimal("0.2")
"""How far a rate may be from the others of its year: sources round to one or two figures,
and rates move.
"""
ONE_HOLDER = late_pattern(
    r"(?:group |global )?"
    r"(?:chief"
    r" (?:executive|financial|operating|technology|information|product|marketing|legal)(?:"
    r" officer)?"
    r"|c[efot]o|chair(?:man|woman|person)?|president|managing"
    rf" director|首席[{IDEOGRAPHS}]{{1,4}}官|董事长|总裁)",
    re.IGNORECASE,
)
"""Posts that an organisation gives to one person at a time; whoever was one is told with a
period.
"""


def warn_of_odd_conversions(content: Content) -> Iterator[Finding]:
    """A conversion that a source gives is far from what others of that year give for the
    same currencies.
    """
    for (one, other, year), found in _conversions(content).items():
        usual = median(rate for _, rate in found)
        for claim, rate in found[1:] if len(found) == 2 else found:
            if abs(rate - usual) > usual * FAR:
                told = (
                    f"1 {other} is {1 / rate:.3g} {one} here, and {1 / usual:.3g} {one} by"
                    f" the others of {year}"
                )
                message = f"{claim.at.below('equivalent')}: {told}. Look at both amounts"
                yield Finding(
                    claim.at.of("equivalent"),
                    "F012",
                    f"{message}, or say under `confirmed` why it is so.",
                )


Conversions = Mapping[tuple[str, str, str], Sequence[tuple[Claim, Decimal]]]
"""By two currencies and a year: each claim that gives both amounts, with how much of the
second one of the first is.
"""


def _conversions(content: Content) -> Conversions:
    found: dict[tuple[str, str, str], list[tuple[Claim, Decimal]]] = defaultdict(list)
    for fact in content.every_fact:
        for claim in fact.claims:
            value, other, year = claim.value, claim.equivalent, _year(claim, content)
            if (
                isinstance(value, Quantity)
                and isinstance(other, Quantity)
                and value.exact
                and other.exact
                and year
            ):
                found[value.unit, other.unit, year].append(
                    (claim, other.exact / value.exact)
                )
    return found


def _year(claim: Claim, content: Content) -> str:
    """The year of whose rates a conversion is: in which it was said, or its newest source
    appeared.
    """
    issued = (
        content.sources[one.source].issued
        for one in claim.references
        if one.source in content.sources
    )
    dates: list[PartialDate] = (
        [claim.stated] if claim.stated else [date for date in issued if date]
    )
    newest = max((date.latest.year for date in dates if date.end), default=0)
    return str(newest) if newest else ""


def warn_of_ends_before_starts(content: Content) -> Iterator[Finding]:
    """A record is over, or due, before the day of which it is."""
    for fact in content.every_fact:
        prop = content.properties.get(fact.property)
        for claim in fact.claims if prop else ():
            yield from _ends(claim, prop) if prop else ()


def _ends(claim: Claim, prop: Property) -> Iterator[Finding]:
    start = (
        prop.date_of(claim.value)
        if prop.date_key not in (prop.end_key, prop.due_key)
        else None
    )
    value = claim.value if isinstance(claim.value, Mapping) else {}
    for key in filter(None, (prop.end_key, prop.due_key)) if start else ():
        end = value.get(key)
        if start and isinstance(end, PartialDate) and end.certainly_before(start):
            at = claim.at.within("value")
            began = at.of(prop.date_key or "")
            told = (
                f"{end.text} is before {prop.date_key}, {start.text}"
                f" ({began.path}:{began.line})"
            )
            yield Finding(
                at.of(key),
                "F018",
                f"{at.below(key)}: {told}. Mend one of the two, or confirm it.",
            )


Holder = tuple[Fact, Claim, str]
"""A claim that somebody holds a post, with who that is."""


def warn_of_shared_posts(content: Content) -> Iterator[Finding]:
    """Two people hold a post at one time that an organisation gives to one."""
    holders: dict[Hashable, list[Holder]] = defaultdict(list)
    for fact in content.every_fact:
        prop = content.properties.get(fact.property)
        if prop and fact.claims:
            for post, holder in _held(fact, prop):
                holders[post].append(holder)
    for held in holders.values():
        yield from _at_one_time(held, content)


def _held(fact: Fact, prop: Property) -> Iterator[tuple[Hashable, Holder]]:
    """Each post that a fact says somebody holds: by a record of it, or as the one answer to
    a question.
    """
    if prop.part is PropertyPart.ROLE and fact.leading.rank is not Rank.DEPRECATED:
        for post, where, who in _posts(fact.leading.value, prop):
            yield (post, where), (fact, fact.leading, who)
    elif prop.one and prop.field.type is ENTITY:
        for claim in fact.claims:
            if (
                isinstance(claim.value, Name)
                and claim.period
                and claim.rank is not Rank.DEPRECATED
            ):
                yield (
                    (prop.id, fact.subject, frozenset(claim.qualifiers.items())),
                    (fact, claim, claim.value.entity),
                )


def _posts(value: Value, prop: Property) -> Iterator[tuple[str, str, str]]:
    """The post, the organisation and the person of a record that names all of them."""
    if isinstance(value, Mapping):
        parts = [(prop.keys[key].type, value[key]) for key in prop.keys if key in value]
        names = [
            part.entity for kind, part in parts if kind is ENTITY and isinstance(part, Name)
        ]
        texts = [str(part) for kind, part in parts if kind is TEXT]
        for text in texts if len(names) == 2 else ():
            if ONE_HOLDER.fullmatch(text.strip()):
                yield text.strip().lower(), names[1], names[0]


def _at_one_time(held: Sequence[Holder], content: Content) -> Iterator[Finding]:
    for place, (fact, claim, who) in enumerate(held):
        others = (
            one
            for one in held[:place]
            if one[2] != who and _overlap(one, (fact, claim, who), content)
        )
        for other, theirs, _ in others:
            same = other is fact
            there = theirs.at.position if same else other.at.position
            told = (
                "the post is that of another in"
                f" {theirs.at.trail if same else other.id.fact} ({there.path}:{there.line})"
            )
            remedy = _apart((other, theirs), (fact, claim), content)
            at = claim.at if same else fact.at
            yield Finding(
                at.position, "F013", f"{at.trail}: {told}, at the same time. {remedy}"
            )
            break


def _apart(one: tuple[Fact, Claim], other: tuple[Fact, Claim], content: Content) -> str:
    """What would set two holders of a post apart."""
    confirm = "or say under `confirmed` why both hold it."
    if not (_time_of(*one, content) and _time_of(*other, content)):
        return f"Give each its `period`, {confirm}"
    told = " and ".join(_told_time(*each, content) for each in (one, other))
    return f"Their times, {told}, overlap: mend one of them, {confirm}"


def _told_time(fact: Fact, claim: Claim, content: Content) -> str:
    """When a post is held, as the file says it."""
    if claim.period:
        return claim.period.text
    prop = content.properties[fact.property]
    start = prop.date_of(claim.value)
    end = claim.value.get(prop.end_key or "") if isinstance(claim.value, Mapping) else None
    return f"{start.text if start else '..'}/{end.text if isinstance(end, PartialDate) else '..'}"


def _overlap(one: Holder, other: Holder, content: Content) -> bool:
    """Whether two times certainly meet. What has no period is held now, which meets
    whatever has no end.
    """
    first, second = (_time_of(*each[:2], content) for each in (one, other))
    if one[0] is other[0] and span_of(one[1]) == span_of(other[1]):
        return False  # of one time, which pages show as a dispute
    if first is None or second is None:
        return all(time is None or time[1] is None for time in (first, second))
    return _reaches(first, second) and _reaches(second, first)


Time = tuple[date, date | None]
"""The first day on which it certainly was so, and the last; None where it has no end."""


def _time_of(fact: Fact, claim: Claim, content: Content) -> Time | None:
    """When a post is held: by the period of a claim, or by the dates of its record."""
    prop = content.properties[fact.property]
    value = claim.value if isinstance(claim.value, Mapping) else {}
    start, end = prop.date_of(claim.value), value.get(prop.end_key or "")
    if claim.period is None and start and prop.end_key:
        return start.latest, (
            end.earliest if isinstance(end, PartialDate) and end.end else None
        )
    return _certain(claim.period) if claim.period else None


def _certain(period: PartialDate) -> Time:
    """The days of a period: from one year until another means from the end of the one to
    the beginning of the other.
    """
    if period.shape is Shape.INTERVAL:
        return (
            period.start.latest if period.start else date.min,
            period.end.earliest if period.end else None,
        )
    return period.earliest, period.latest


def _reaches(one: Time, other: Time) -> bool:
    """Whether a time lasts until another has begun; who takes over on the day when another
    leaves holds it alone.
    """
    return one[1] is None or one[1] > other[0]
