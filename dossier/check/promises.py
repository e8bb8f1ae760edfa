"""What settles a promise: that there is one, made by another fact and before, and that
nobody has written otherwise.
"""

from collections.abc import Iterator, Mapping

from dossier.check.missing import missing_fact, written
from dossier.model.claims import Claim, Status
from dossier.model.content import Content
from dossier.model.dates import PartialDate, Shape
from dossier.model.facts import Fact, FactId
from dossier.model.findings import Finding
from dossier.model.places import Place
from dossier.model.promises import PromiseKind, PromiseOutcome, Settles

AGAINST = {
    Status.COMPLETED: frozenset({PromiseOutcome.MISSED, PromiseOutcome.WITHDRAWN}),
    Status.CANCELLED: frozenset({PromiseOutcome.KEPT, PromiseOutcome.PARTLY}),
}
"""The outcomes that cannot stand beside a status."""


def match_promises(content: Content) -> Iterator[Finding]:
    """`settles` names promises of other facts, made before, and goes in no circle."""
    for fact in content.every_fact:
        for claim in fact.claims:
            for one in claim.settles:
                yield from _unfit(content, fact, claim, one)
            yield from _twice(fact, claim)


def match_outcomes(content: Content) -> Iterator[Finding]:
    """The status of a promise is none that its outcome rules out."""
    for fact in content.every_fact:
        settled = {
            one.outcome: one.fact
            for one in reversed(content.settlements.get(str(fact.id), ()))
        }
        for claim in fact.claims if settled else ():
            for outcome in sorted(settled.keys() & AGAINST.get(claim.status, frozenset())):
                other = content.facts[FactId.parse(settled[outcome], "")]
                where = (
                    f"{written(other.id, fact.id.company)}"
                    f" ({other.at.position.path}:{other.at.position.line})"
                )
                told = (
                    f"{claim.at.below('status')}: {claim.status}, and {where} says that it"
                    f" was {outcome}."
                )
                yield Finding(
                    claim.at.of("status"), "F011", f"{told} One of the two is wrong."
                )


def refuse_lasting_dues(content: Content) -> Iterator[Finding]:
    """By when a promise is to be kept is a moment that comes once, and no state that goes
    on until or from then.
    """
    for fact in content.every_fact:
        prop = content.properties.get(fact.property)
        key = (prop.due_key if prop else None) or ""
        for claim in fact.claims if key else ():
            due = claim.value.get(key) if isinstance(claim.value, Mapping) else None
            if (
                isinstance(due, PartialDate)
                and due.shape is Shape.INTERVAL
                and not (due.start and due.end)
            ):
                yield _lasting(claim.at.within("value"), key, due)


def _lasting(at: Place, key: str, due: PartialDate) -> Finding:
    way = "from then on" if due.start else "until then"
    ends = due.text.replace("/", "") if ".." in due.text else due.text.replace("/", "..")
    told = f"{due.text} says that it lasts {way}, and not by when it is due"
    return Finding(
        at.of(key),
        "F019",
        f'{at.below(key)}: {told}. Write "[{ends}]" with the quotation marks.',
    )


def _twice(fact: Fact, claim: Claim) -> Iterator[Finding]:
    """One promise by both ways to write its id: a claim says one thing of it."""
    keys = claim.at.inner("settles")
    for name in keys:
        if f"{fact.id.company}/{name}" in keys:
            place = claim.at.within("settles")
            told = (
                f"{place.below(name)}: stands here as '{fact.id.company}/{name}' too. Keep"
                " the one that is right."
            )
            yield Finding(place.key(name), "F010", told)


def _unfit(content: Content, fact: Fact, claim: Claim, one: Settles) -> Iterator[Finding]:
    promise = FactId.parse(one.promise, "")
    place = claim.at.within("settles")
    name = next(
        name
        for name in (written(promise, fact.id.company), one.promise)
        if name in place.entries
    )
    at, trail = place.key(name), place.below(name)
    target = content.facts.get(promise)
    if target is None:
        yield from missing_fact(content, promise, fact.id.company, at, trail)
    elif fault := _fault(content, fact, claim, target):
        yield Finding(at, "F010", f"{trail}: {fault}")


def _fault(content: Content, fact: Fact, claim: Claim, promise: Fact) -> str:
    """Why a claim cannot settle a promise, and the remedy; empty where it can."""
    if promise.id == fact.id:
        return "a fact cannot settle itself. Tell in another fact what came of it."
    if not _is_promise(content, promise):
        return (
            f"its property {promise.property!r} is no promise. Say `promise:` of the"
            " property, or name another fact."
        )
    if circle := _circle(content, fact.id, promise.id):
        told = (
            "the two settle each other"
            if len(circle) == 2
            else f"they settle each other: {', '.join(map(str, circle))}"
        )
        return f"{told}. Keep what came last, and take out what settles it."
    told = _too_early(_when(content, fact, claim), _when(content, promise, promise.leading))
    return f"{told}. Mend one of the dates, or name another promise." if told else ""


def _too_early(came: PartialDate | None, made: PartialDate | None) -> str:
    """What to say of an outcome that came before its promise; empty where it did not."""
    if came and made and came.certainly_before(made):
        return f"what came of it is of {came.text}, and the promise of {made.text}"
    return ""


def _when(content: Content, fact: Fact, claim: Claim) -> PartialDate | None:
    """When something was said or happened; of a promise its due date is no such day."""
    prop = content.properties.get(fact.property)
    happened = prop.date_of(claim.value) if prop and prop.date_key != prop.due_key else None
    return claim.stated or happened


def _is_promise(content: Content, fact: Fact) -> bool:
    prop = content.properties.get(fact.property)
    return prop is None or prop.promise is not PromiseKind.NONE


def _circle(content: Content, first: FactId, promise: FactId) -> tuple[FactId, ...]:
    """The facts by which a promise that is settled settles the fact that settles it; none
    where it does not.
    """
    seen = {first}
    paths: list[tuple[FactId, ...]] = [(first, promise)]
    while paths:
        path = paths.pop(0)
        fact = content.facts.get(path[-1])
        for one in (
            one for claim in (fact.claims if fact else ()) for one in claim.settles
        ):
            id = FactId.parse(one.promise, "")
            if id == first:
                return path
            if id not in seen:
                seen.add(id)
                paths.append((*path, id))
    return ()
