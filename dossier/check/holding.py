"""What cannot all hold: conversions that do not fit each other, and one post that two people hold at a time.

Each may be right all the same, since sources round and posts are shared, so these are warnings, and a record can confirm
that it is.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from statistics import median

from dossier.model.claims import Claim, Rank
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.facts import Fact
from dossier.model.findings import Finding
from dossier.model.quantities import Quantity
from dossier.model.values import ENTITY, TEXT, Name, Property, PropertyPart, Value

FAR = Decimal("0.2")
"""How far a rate may be from the others of its year: sources round to one or two figures, and rates move."""
ONE_HOLDER = re.compile(
    r"(?:group |global )?"
    r"(?:chief (?:executive|financial|operating|technology|information|product|marketing|legal)(?: officer)?"
    r"|c[efot]o|chair(?:man|woman|person)?|president|managing director|首席[\u4e00-\u9fff]{1,4}官|董事长|总裁)",
    re.IGNORECASE,
)
"""Posts that an organisation gives to one person at a time; whoever was one is told with a period."""


def warn_of_odd_conversions(content: Content) -> Iterator[Finding]:
    """A conversion that a source gives is far from what others of that year give for the same currencies."""
    for (one, other, year), found in _conversions(content).items():
        usual = median(rate for _, rate in found)
        for claim, rate in found[1:] if len(found) == 2 else found:
            if abs(rate - usual) > usual * FAR:
                told = f"1 {other} is {1 / rate:.3g} {one} here, and {1 / usual:.3g} {one} by the others of {year}"
                message = f"{claim.at.below('equivalent')}: {told}. Look at both amounts"
                yield Finding(claim.at.of("equivalent"), "F012", f"{message}, or say under `confirmed` why it is so.")


Conversions = Mapping[tuple[str, str, str], Sequence[tuple[Claim, Decimal]]]
"""By two currencies and a year: each claim that gives both amounts, with how much of the second one of the first is."""


def _conversions(content: Content) -> Conversions:
    found: dict[tuple[str, str, str], list[tuple[Claim, Decimal]]] = defaultdict(list)
    for fact in content.every_fact:
        for claim in fact.claims:
            value, other, year = claim.value, claim.equivalent, _year(claim, content)
            if isinstance(value, Quantity) and isinstance(other, Quantity) and value.exact and other.exact and year:
                found[value.unit, other.unit, year].append((claim, other.exact / value.exact))
    return found


def _year(claim: Claim, content: Content) -> str:
    """The year of whose rates a conversion is: in which it was said, or its newest source appeared."""
    issued = (content.sources[one.source].issued for one in claim.references if one.source in content.sources)
    dates: list[PartialDate] = [claim.stated] if claim.stated else [date for date in issued if date]
    newest = max((date.latest.year for date in dates if date.end), default=0)
    return str(newest) if newest else ""


def warn_of_shared_posts(content: Content) -> Iterator[Finding]:
    """Two people hold a post at one time that an organisation gives to one."""
    holders: dict[tuple[str, str], list[tuple[Fact, str]]] = defaultdict(list)
    for fact in content.every_fact:
        prop = content.properties.get(fact.property)
        if prop and prop.part is PropertyPart.ROLE and fact.claims and fact.leading.rank is not Rank.DEPRECATED:
            for post, where, who in _posts(fact.leading.value, prop):
                holders[post, where].append((fact, who))
    for held in holders.values():
        yield from _at_one_time(held)


def _posts(value: Value, prop: Property) -> Iterator[tuple[str, str, str]]:
    """The post, the organisation and the person of a record that names all of them."""
    if isinstance(value, Mapping):
        parts = [(prop.keys[key].type, value[key]) for key in prop.keys if key in value]
        names = [part.entity for kind, part in parts if kind is ENTITY and isinstance(part, Name)]
        texts = [str(part) for kind, part in parts if kind is TEXT]
        for text in texts if len(names) == 2 else ():
            if ONE_HOLDER.fullmatch(text.strip()):
                yield text.strip().lower(), names[1], names[0]


def _at_one_time(held: Sequence[tuple[Fact, str]]) -> Iterator[Finding]:
    for place, (fact, who) in enumerate(held):
        others = (one for one, person in held[:place] if person != who and _overlap(one.leading, fact.leading))
        for other in others:
            there = other.at.position
            told = f"the post is that of another in {other.id.fact} ({there.path}:{there.line}), at the same time"
            remedy = "Give each its `period`, or say under `confirmed` why both hold it."
            yield Finding(fact.at.position, "F013", f"{fact.at.trail}: {told}. {remedy}")
            break


def _overlap(one: Claim, other: Claim) -> bool:
    """Whether two times can meet. What has no period is held now, which meets whatever has no end."""
    if one.period is None or other.period is None:
        return all(period is None or period.end is None for period in (one.period, other.period))
    return not (one.period.certainly_before(other.period) or other.period.certainly_before(one.period))
