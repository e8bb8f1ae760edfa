"""What hardly anything can be: a number of things below nothing or in part, and a date
after the day on which it was known.

Each may be right all the same, a count may be a change and a page may be dated ahead, so
these are warnings, and a record can confirm that it is. But what is converted from no
figure is an error.
"""

import re
from collections.abc import Iterator

from dossier.model.claims import Claim
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.findings import Finding
from dossier.model.late import late_pattern
from dossier.model.places import Place
from dossier.model.quantities import Quantity, Range
from dossier.model.units import UNITS
from dossier.model.values import COUNT, UNSTATED, Field, Property, Sign, singles_in

IN_PARTS = late_pattern(
    "|".join((
        *(word for unit in UNITS.values() for word in unit.words),
        r"(?:.* )?(?:acres|barrels|days|feet|full-time equivalents|FTEs?|hours|miles|minutes|months|points|seconds|stars)",
        r"(?:.* )?(?:times|weeks|years)",
    )),
    re.IGNORECASE,
)  # fmt: skip
"""Units of which there is a half."""


def refuse_equivalents_of_nothing(content: Content) -> Iterator[Finding]:
    """What is not stated has no conversion."""
    for fact in content.every_fact:
        for claim in fact.claims:
            if claim.equivalent and claim.value is UNSTATED:
                told = (
                    f"{claim.at.below('equivalent')}: the value is unstated, and a"
                    " conversion is one of a value"
                )
                yield Finding(
                    claim.at.of("equivalent"),
                    "F022",
                    f"{told}. Delete it, or write the value.",
                )


def warn_of_odd_counts(content: Content) -> Iterator[Finding]:
    """A number of things is whole and not below zero."""
    for fact in content.every_fact:
        prop = content.properties.get(fact.property)
        for claim in fact.claims if prop else ():
            yield from _counts(claim, prop) if prop else ()


def _counts(claim: Claim, prop: Property) -> Iterator[Finding]:
    for key, one in singles_in(claim.value):
        field = prop.keys.get(key, prop.field)
        if (
            field.type is COUNT
            and isinstance(one, Quantity | Range)
            and (why := _oddity(one, field))
        ):
            within = claim.at.within("value")
            at, trail = (
                (within.of(key), within.below(key))
                if key in prop.keys
                else (claim.at.of("value"), within.trail)
            )
            yield Finding(
                at, "F020", f"{trail}: {why}, or say under `confirmed` why it is so."
            )


def _oddity(value: Quantity | Range, field: Field) -> str:
    """What is odd about a count, and what to do about it; empty where nothing is."""
    things = field.unit or "things"
    if any(end.number.is_signed() for end in value.ends) and field.sign is not Sign.RESULT:
        return (
            f"“{value}” is below zero. Mend it, write `sign: result` in its property where"
            " a result can be that"
        )
    if not field.unit or value.per:
        return ""
    has_part = any(end.exact != end.exact.to_integral_value() for end in value.ends)
    if has_part and not IN_PARTS.fullmatch(field.unit):
        return (
            f"“{value}” is no whole number of {things}. Mend it: nothing sets thousands"
            " apart, 1340 and not 1.340; or write its scale, as in `1.5 million`"
        )
    return ""


def warn_of_dates_too_late(content: Content) -> Iterator[Finding]:
    """What a source tells was said before it appeared, and what was checked had been said."""
    for fact in content.every_fact:
        for claim in fact.claims:
            yield from _claim_dates(claim, content)


def warn_of_early_readers(content: Content) -> Iterator[Finding]:
    """Nobody reads a source before it appears."""
    for source in content.sources.values():
        if (
            source.issued
            and source.accessed
            and source.accessed.certainly_before(source.issued)
        ):
            yield _late(
                source.at, "issued", source.issued, f"it was read on {source.accessed.text}"
            )


def _claim_dates(claim: Claim, content: Content) -> Iterator[Finding]:
    stated, checked = claim.stated, claim.checked
    if not stated:
        return
    if checked and checked.certainly_before(stated):
        yield _late(claim.at, "stated", stated, f"it was checked on {checked.text}")
    sources = [
        content.sources[one.source]
        for one in claim.references
        if one.source in content.sources
    ]
    days = [one.issued for one in sources if one.issued]
    if (
        days
        and len(days) == len(sources)
        and all(day.certainly_before(stated) for day in days)
    ):
        yield _late(
            claim.at,
            "stated",
            stated,
            f"its source appeared in {max(days, key=lambda day: day.latest).text}",
        )


def _late(at: Place, key: str, late: PartialDate, before: str) -> Finding:
    told = f"{at.below(key)}: {late.text} is later than can be, for {before}"
    return Finding(
        at.of(key),
        "F021",
        f"{told}. Mend one of the two dates, or say under `confirmed` why it is so.",
    )
