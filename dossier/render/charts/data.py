"""The figures that a chart compares: every claim with its figure, its time, and the one
unit in which all are drawn.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from dossier.model.charts import part
from dossier.model.claims import Claim, Rank
from dossier.model.dates import PartialDate
from dossier.model.dossiers import MergedFact
from dossier.model.quantities import Numeric
from dossier.model.questions import span_of
from dossier.model.series import Course, Point
from dossier.model.values import Field, Property, figure_of, meaning


@dataclass(frozen=True)
class Datum:
    """One figure of one claim."""

    fact: MergedFact
    claim: Claim
    key: str
    # Of its record; empty where the claim is the figure.
    figure: Numeric | None
    # As the source has it; None where it gives none.
    when: PartialDate | None
    drawn: Numeric | None = None
    # What the chart draws: the figure, or the source's own conversion of it; None where it
    # cannot be drawn.

    is_disputed: bool = False
    # Whether the fact has another figure besides.

    @property
    def is_converted(self) -> bool:
        """Whether the source's own conversion is drawn instead of the figure."""
        return self.drawn is not None and self.drawn is not self.figure


def gather_figures(facts: Iterable[MergedFact], key: str) -> tuple[Datum, ...]:
    """The figures of facts of one property, the leading claim of each first; those that
    differ are all there.

    Of a fact with answers for several times and parts, those beside the leading one: a
    quarter is not drawn by a year, nor a segment by the whole.
    """
    return tuple(
        datum for fact in facts for datum in _different(fact, key, _beside_leading(fact))
    )


def gather_course(fact: MergedFact, course: Course) -> tuple[Datum, ...]:
    """The figures of one course of a fact."""
    return tuple(_datum(fact, point.claim, "") for point in course.points)


def _beside_leading(fact: MergedFact) -> tuple[Claim, ...]:
    """The claims that can be compared with the leading one by their figures."""
    alike = [
        one.claim for one in fact.claims if one.claim.qualifiers == fact.leading.qualifiers
    ]
    if not fact.courses:
        return tuple(alike)
    points = fact.course.points if fact.course else (Point(fact.leading),)
    spans = {span_of(point.claim) for point in points}
    revised = {id(claim) for point in points for claim in (*point.was, *point.became)}
    return tuple(
        one
        for one in alike
        if (one.period is None or span_of(one) in spans) and id(one) not in revised
    )


def _different(fact: MergedFact, key: str, claims: Iterable[Claim]) -> Iterator[Datum]:
    """Some claims of a fact, without those that give the figure and the time of another:
    they differ in something else.
    """
    found: dict[Hashable, Datum] = {}
    for claim in claims:
        datum = _datum(fact, claim, key)
        found.setdefault(
            (meaning(datum.figure) if datum.figure else None, datum.when), datum
        )
    if len(found) < 2:
        return iter(found.values())
    return (replace(datum, is_disputed=True) for datum in found.values())


def _datum(fact: MergedFact, claim: Claim, key: str) -> Datum:
    value = part(claim, key)
    happened = fact.property.date_of(claim.value)
    return Datum(
        fact, claim, key, figure_of(value), happened or claim.period or claim.stated
    )


def in_one_unit(data: Iterable[Datum]) -> tuple[Datum, ...]:
    """The data with what is drawn of each: figures of the unit that most have, by their own
    or by a source's conversion.

    What is no longer held to be right is not drawn, nor is what no source gives in that
    unit; nothing is converted here.
    """
    told = tuple(data)
    units = Counter(quantity.counted for datum in told for quantity in _offers(datum))
    if not units:
        return told
    unit = max(units, key=lambda one: (units[one], _own(told, one), one))
    drawn = ((datum, _in_unit(datum, unit)) for datum in told)
    return tuple(replace(datum, drawn=one) if one else datum for datum, one in drawn)


def _own(data: Iterable[Datum], unit: tuple[str, str]) -> int:
    return sum(datum.figure is not None and datum.figure.counted == unit for datum in data)


def _offers(datum: Datum) -> Iterator[Numeric]:
    """The quantities in which a datum can be drawn: each unit once."""
    if datum.figure is not None and datum.claim.rank is not Rank.DEPRECATED:
        yield datum.figure
        if (
            datum.claim.equivalent
            and not datum.key
            and datum.claim.equivalent.unit != datum.figure.unit
        ):
            yield datum.claim.equivalent


def _in_unit(datum: Datum, unit: tuple[str, str]) -> Numeric | None:
    return next((quantity for quantity in _offers(datum) if quantity.counted == unit), None)


def drawn_in(data: Iterable[Datum]) -> tuple[Datum, ...]:
    """Those that are drawn."""
    return tuple(datum for datum in data if datum.drawn is not None)


def are_over_time(data: Iterable[Datum]) -> bool:
    """Whether all are dated, and one subject has figures of different times: only then is
    there something to follow.
    """
    shown = drawn_in(data)
    times = {(datum.fact.subject.id, datum.when.text) for datum in shown if datum.when}
    subjects = Counter(subject for subject, _ in times)
    return all(datum.when for datum in shown) and max(subjects.values(), default=0) > 1


def field_of(prop: Property, key: str) -> Field:
    """How a figure of a property is written."""
    return prop.keys[key] if key else prop.field


def follows(one: Datum, other: Datum) -> bool:
    """Whether the time of a figure comes right after that of another of its subject, so
    that nothing lies between them.
    """
    if one.fact.subject.id != other.fact.subject.id or not (one.when and other.when):
        return False
    for course in other.fact.courses:
        claims = [point.claim for point in course.points]
        if one.fact is other.fact and one.claim in claims and other.claim in claims:
            place = claims.index(other.claim)
            return (
                place > 0
                and claims[place - 1] is one.claim
                and not course.points[place].is_after_gap
            )
    return _ends_before(one.when, other.when)


def _ends_before(one: PartialDate, other: PartialDate) -> bool:
    """Whether a period ends on the day before another begins."""
    known = one.start and one.end and other.start and other.end
    return bool(known) and one.latest + timedelta(days=1) == other.earliest
