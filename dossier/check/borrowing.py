"""Whether the facts whose dates others take are there, and have a date of their own in the
end.
"""

from collections.abc import Iterator

from dossier.check.missing import missing_fact
from dossier.model.borrowing import Lender, borrowed
from dossier.model.claims import Claim
from dossier.model.content import Content
from dossier.model.facts import Fact, FactId
from dossier.model.findings import Finding
from dossier.model.places import Position


def match_borrowed_dates(content: Content) -> Iterator[Finding]:
    """`inferred` names events that are there, and that have a date."""
    lender = Lender(content.facts.get, content.properties)
    for fact in content.every_fact:
        for claim in fact.claims:
            for key, id in borrowed(claim).items():
                yield from _unfit(content, lender, (fact, claim, key), id)
            yield from _half_named(content, fact, claim)


def _half_named(content: Content, fact: Fact, claim: Claim) -> Iterator[Finding]:
    """A reason of one word that is the id of a fact was hardly meant as a reason."""
    for key, reason in claim.inferred.items():
        id = FactId(fact.id.company, reason)
        if id in content.facts:
            place = claim.at.within("inferred")
            told = (
                f"{reason!r} is the id of a fact. Write {str(id)!r} to take its date, or"
                " say how it was worked out."
            )
            yield Finding(place.of(key), "F016", f"{place.below(key)}: {told}")


def _unfit(
    content: Content, lender: Lender, where: tuple[Fact, Claim, str], id: FactId
) -> Iterator[Finding]:
    fact, claim, key = where
    place = claim.at.within("inferred")
    at, trail = place.of(key), place.below(key)
    target = content.facts.get(id)
    if target is None:
        yield from missing_fact(content, id, fact.id.company, at, trail)
    elif circle := _circle(content, fact, claim, key):
        told = (
            "takes its date from itself"
            if circle == [id]
            else f"sends in a circle: {', '.join(map(str, circle))}"
        )
        yield Finding(
            at,
            "F016",
            f"{trail}: {told}. Write the date of one of them, and how it was worked out.",
        )
    elif lender.date_of(id) is None and not circle_of(content, id):
        yield from _undated(content, target, at, trail)


def _undated(content: Content, target: Fact, at: Position, trail: str) -> Iterator[Finding]:
    prop = content.properties.get(target.property)
    if prop and target.claims and not borrowed(target.leading):
        told = (
            "has no date"
            if prop.date_key
            else f"is no event: its property {prop.id!r} has no date"
        )
        yield Finding(
            at,
            "F016",
            f"{trail}: {target.id} {told}. Name another fact, or write the date here.",
        )


def _circle(content: Content, fact: Fact, claim: Claim, key: str) -> list[FactId]:
    """The facts through which a date comes back to where it is taken; none where it does
    not.
    """
    prop = content.properties.get(fact.property)
    if prop is None or key != prop.date_key or claim is not fact.leading:
        return []
    return circle_of(content, fact.id)


def circle_of(content: Content, id: FactId) -> list[FactId]:
    """The facts in a circle of dates in which one stands; none where it stands in none."""
    path: list[FactId] = []
    now: FactId | None = id
    while now is not None and now not in path:
        path.append(now)
        fact = content.facts.get(now)
        prop = content.properties.get(fact.property) if fact else None
        now = (
            borrowed(fact.leading).get(prop.date_key or "")
            if fact and fact.claims and prop
            else None
        )
    return path if now == id else []
