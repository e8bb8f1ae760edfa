"""The courses of a fact as tables: each period with its figure, what changed from the one
before, and what to know of it.
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from markupsafe import Markup, escape

from dossier.model.claims import Claim
from dossier.model.dossiers import MergedFact
from dossier.model.series import Course, Growth, Point
from dossier.model.units import POINTS
from dossier.render.evidence.views import StateView
from dossier.render.facts.claims import period, status
from dossier.render.facts.views import CourseView, PointRowView
from dossier.render.language import numbers, words
from dossier.render.language.catalogues import Language
from dossier.render.language.phrases import Plural
from dossier.render.site import links
from dossier.render.site.render_context import RenderContext
from dossier.render.site.views import LinkView

DECIMAL = Decimal("0.1")
LEAST = 3
"""Points of a course to which a way leads from where its fact is told in brief."""


def course_views(render: RenderContext, fact: MergedFact) -> tuple[CourseView, ...]:
    """Those of a fact, in the order of their first answers."""
    return tuple(
        _course(render, fact, course, number)
        for number, course in enumerate(fact.courses, 1)
    )


def course_links(render: RenderContext, fact: MergedFact) -> Iterator[LinkView]:
    """The ways to the courses of a fact that have enough points to be one, that of its
    leading answer first.
    """
    long = [
        (number, course)
        for number, course in enumerate(fact.courses, 1)
        if len(course.points) >= LEAST
    ]
    for number, course in sorted(
        long, key=lambda one: fact.leading not in [point.claim for point in one[1].points]
    ):
        label = render.count(len(course.points), _periods(course))
        told = render.say(words.sources.COMMA).join((*course.qualifiers.values(), label))
        yield LinkView(told, f"{render.link(links.fact_url(fact.id))}#course-{number}")


def _periods(course: Course) -> Plural:
    """What periods of the length of a course are called: quarters, years."""
    when = course.points[0].claim.period
    return (
        called_by_days((when.latest - when.earliest).days + 1)
        if when
        else words.charts.PERIODS_COUNTED
    )


def called_by_days(days: int) -> Plural:
    """What periods of so many days are called."""
    found = (
        name for least, most, name in words.charts.PERIODS_BY_DAYS if least <= days <= most
    )
    return next(found, words.charts.PERIODS_COUNTED)


def _course(
    render: RenderContext, fact: MergedFact, course: Course, number: int
) -> CourseView:
    points = tuple(_point(render, fact, point) for point in course.points)
    return CourseView(
        id=f"course-{number}",
        label=render.write.qualified(
            escape(fact.fact.label), course.points[0].claim, fact.property
        ),
        points=points,
        has_growth=any(point.growth for point in points),
        has_remarks=any(point.remarks or point.states for point in points),
    )


def _point(render: RenderContext, fact: MergedFact, point: Point) -> PointRowView:
    claim = point.claim
    return PointRowView(
        name=fact.name_of(claim),
        period=period(render, claim),
        href=(
            f"#answer-{next(place for place, one in enumerate(fact.claims, 1) if one.claim is claim)}"
        ),
        value=_value(render, fact, claim),
        growth=growth_words(render.language, point.growth) if point.growth else "",
        is_after_gap=point.is_after_gap,
        remarks=tuple(_remarks(render, fact, point)),
        states=(
            (StateView("differs", render.say(words.claims.DIFFERING)),)
            if point.is_disputed
            else ()
        ),
    )


def _value(render: RenderContext, fact: MergedFact, claim: Claim) -> Markup:
    return render.write.whole(claim.value, fact.property, claim.inferred)


def _remarks(render: RenderContext, fact: MergedFact, point: Point) -> Iterator[Markup]:
    """How far it had come, and other words of the same speaker about the period."""
    if told := status(render, fact, point.claim):
        yield escape(told)
    for phrase, claims in (
        (words.claims.RESTATED_FROM, point.was),
        (words.claims.RESTATED_TO, point.became),
    ):
        yield from (
            render.fill(phrase, value=_value(render, fact, claim)) for claim in claims
        )


def growth_words(language: Language, growth: Growth) -> str:
    """A change with its sign, to one decimal: "+12.5%", "−0.4 percentage points"."""
    rounded = growth.amount.quantize(DECIMAL, ROUND_HALF_UP)
    size = abs(rounded)
    if growth.in_points:
        told = language.count_of(
            size, numbers.plain(size, language), words.figures.POINTS[POINTS]
        )
    else:
        told = numbers.percent(size, language)
    return f"{'+' if rounded > 0 else '−' if rounded < 0 else '±'}{told}"
