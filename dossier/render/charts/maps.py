"""Maps: each place that a record names, as a sign by how far it has come, and its country
as an area where it is one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.model.charts import part
from dossier.model.claims import Claim, Rank, Status
from dossier.model.dossiers import MergedFact
from dossier.model.locations import Location
from dossier.model.values import FLAG, PlaceName, Property, places_in
from dossier.render.charts.bars import ChartFrame, source_links, svg_share
from dossier.render.charts.labels import Label, place_labels, width_of
from dossier.render.charts.projection import RATIO, place_on_map
from dossier.render.charts.spreading import Point, cut_for, spread
from dossier.render.charts.views import (
    AreaView,
    KeyView,
    SignView,
    SiteRowView,
    SpotView,
    WorldMapView,
)
from dossier.render.charts.world import World, world
from dossier.render.facts.facts import figure_view
from dossier.render.language import words
from dossier.render.site import links
from dossier.render.site.render_context import RenderContext

STATES = {
    Status.ANNOUNCED: "announced",
    Status.FORECAST: "announced",
    Status.RUMOURED: "announced",
    Status.REPORTED: "there",
    Status.CONFIRMED: "there",
    Status.COMPLETED: "there",
    Status.CANCELLED: "off",
    Status.DENIED: "off",
}
"""How far a place has come by what its claim says; the sign and the words for it follow
from this.
"""
ORDER = ("there", "announced", "off")
WIDE, NARROW = 620, 270
"""Pixels across the map for which names and numbers are placed: the least at which each is
shown.
"""
FEWEST = 3
"""Places of a map."""
TYPE, LINE, SIGN = 13, 15, 18
"""Pixels: the size of the words, the height of a line of them, and the size of a sign."""


@dataclass(frozen=True)
class MapSite:
    """One place by one claim."""

    fact: MergedFact
    claim: Claim
    place: PlaceName
    location: Location
    state: str
    is_marked: bool
    # Whether the flag of its record is set.


def sites_of(
    render: RenderContext, facts: Iterable[MergedFact], key: str
) -> tuple[MapSite, ...]:
    """Every place that the facts name, by every claim that is still held."""
    return tuple(site for fact in facts for site in _sites(render, fact, key))


def _sites(render: RenderContext, fact: MergedFact, key: str) -> Iterator[MapSite]:
    met = set()
    for claim in (
        merged.claim for merged in fact.claims if merged.claim.rank is not Rank.DEPRECATED
    ):
        for named in places_in(part(claim, key) or ()):
            state = STATES[fact.status_of(claim)]
            site = MapSite(
                fact,
                claim,
                named,
                render.site.locations[named.name],
                state,
                _flag(fact, claim),
            )
            if (told := (named, site.state, site.is_marked)) not in met:
                met.add(told)
                yield site


def _flag(fact: MergedFact, claim: Claim) -> bool:
    key = flag_key(fact.property)
    return isinstance(claim.value, Mapping) and claim.value.get(key) is True


def flag_key(prop: Property) -> str:
    """The key of a record that sets some of its places apart; empty where it has none."""
    return next((key for key, field in prop.keys.items() if field.type is FLAG), "")


def may_stand(sites: Sequence[MapSite]) -> bool:
    """Whether a map shows more than a line of words: two places and how they lie are said
    faster than seen.
    """
    return len(_numbers(sites)) >= FEWEST


def world_map(
    render: RenderContext,
    sites: Sequence[MapSite],
    frame: ChartFrame,
    beside: Iterable[MergedFact] = (),
) -> WorldMapView:
    """Places as signs; one that several claims name has one sign, of the state that has
    come farthest.
    """
    ground, numbers = world(), _numbers(sites)
    firsts = [_strongest(sites, name) for name in numbers]
    names = [render.write.place(site.place) for site in firsts]
    told = render.say(
        words.charts.MAP_TOLD,
        places=render.count(len(names), words.counts.PLACES),
        names=render.language.list(map(str, names)),
    )
    points = [
        place_on_map(site.location.longitude, site.location.latitude) for site in firsts
    ]
    cut = cut_for(points)
    return WorldMapView(
        id=frame.id,
        title=_title(render, frame.title, firsts),
        size=" ".join(f"{part:.1f}" for part in cut.of(ground.width, ground.height)),
        hatch=f"{cut.width:.3f}",
        land=ground.land,
        areas=tuple(_areas(ground, firsts)),
        signs=tuple(_signs(firsts, names, [cut.place(*point) for point in points])),
        keys=tuple(_keys(render, sites)),
        rows=tuple(
            _row(render, site, numbers[site.location.name], frame) for site in sites
        ),
        beside=tuple(figure_view(render, fact) for fact in beside),
        told=told,
        sources=source_links(
            render, (one.source for site in sites for one in site.claim.references)
        ),
    )


def _title(render: RenderContext, name: str, sites: Sequence[MapSite]) -> str:
    """How many places there are, and how far they have come."""
    found = {state: [site for site in sites if site.state == state] for state in ORDER}
    states = [
        (
            render.say(
                words.charts.STATE_COUNTED,
                number=render.language.number(len(of)),
                state=render.say(words.charts.SITE_STATES[state]),
            )
            if len(of) < len(sites)
            else render.say(words.charts.SITE_STATES[state])
        )
        for state, of in found.items()
        if of
    ]
    count = render.count(len(sites), words.counts.PLACES)
    return render.say(
        words.charts.PLACES_BY_STATE,
        name=name,
        places=count,
        states=render.language.list(states),
    )


def _numbers(sites: Iterable[MapSite]) -> Mapping[str, int]:
    names = dict.fromkeys(site.location.name for site in sites)
    return {name: number for number, name in enumerate(names, 1)}


def _strongest(sites: Iterable[MapSite], name: str) -> MapSite:
    return min(
        (site for site in sites if site.location.name == name),
        key=lambda site: ORDER.index(site.state),
    )


def _areas(ground: World, sites: Iterable[MapSite]) -> Iterator[AreaView]:
    for site in sites:
        if (
            site.location.is_territory
            and site.location.country in ground.countries
            and site.state != "off"
        ):
            yield AreaView(site.state, ground.countries[site.location.country])


def _signs(
    sites: Sequence[MapSite], names: Sequence[str], points: Sequence[Point]
) -> Iterator[SignView]:
    numbers = [str(number) for number in range(1, len(sites) + 1)]
    placed = zip(
        _placed(points, names, WIDE), _placed(points, numbers, NARROW), strict=True
    )
    for site, (x, y), name, number, (wide, narrow) in zip(
        sites, points, names, numbers, placed, strict=True
    ):
        yield SignView(
            svg_share(x),
            svg_share(y),
            site.state,
            site.is_marked,
            int(number),
            name,
            wide,
            narrow,
        )


def _placed(
    points: Sequence[Point], texts: Sequence[str], width: int
) -> Iterator[SpotView]:
    """Where signs and their words stand from their points on a map of a width, so that none
    covers another.
    """
    height = width / RATIO
    exact = [(x * width, y * height) for x, y in points]
    apart = spread(exact, SIGN, width, height)
    labels = [
        Label(x, y, width_of(text, TYPE), LINE)
        for (x, y), text in zip(apart, texts, strict=True)
    ]
    for (x, y), (left, top), (right, down) in zip(
        exact, apart, place_labels(labels, width, height, SIGN), strict=True
    ):
        yield SpotView(
            pixels(left - x), pixels(top - y), pixels(right), pixels(down + TYPE)
        )


def pixels(number: float) -> str:
    """Some pixels as SVG writes them; nothing has no sign."""
    return f"{round(number, 1) + 0.0:.1f}"


def _keys(render: RenderContext, sites: Sequence[MapSite]) -> Iterator[KeyView]:
    states = {site.state for site in sites}
    yield from (
        KeyView(state, False, render.say(words.charts.SITE_STATES[state]))
        for state in ORDER
        if state in states
    )
    if marked := [site for site in sites if site.is_marked]:
        yield KeyView("mark", True, _mark(marked[0]))


def _mark(site: MapSite) -> str:
    key = flag_key(site.fact.property)
    return site.fact.property.keys[key].label or key


def _row(
    render: RenderContext, site: MapSite, number: int, frame: ChartFrame
) -> SiteRowView:
    """What a sign stands for; all else is told where its fact is."""
    fact = site.fact
    return SiteRowView(
        number=number,
        label=render.write.place(site.place),
        href=render.link(links.fact_url(fact.id)),
        about=fact.subject.name if frame.across else "",
        state=_state(render, site),
    )


def _state(render: RenderContext, site: MapSite) -> str:
    state = render.say(words.claims.STATUSES[site.fact.status_of(site.claim)])
    return (
        render.say(words.charts.SITE_STATE, state=state, mark=_mark(site))
        if site.is_marked
        else state
    )
