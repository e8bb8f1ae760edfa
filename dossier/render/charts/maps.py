"""Maps: each place that a record names, as a sign by how far it has come, and its country as an area where it is one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.model.charts import part
from dossier.model.claims import Claim, Rank, Status
from dossier.model.dates import PartialDate
from dossier.model.dossiers import MergedFact
from dossier.model.locations import Location
from dossier.model.values import FLAG, PLACE, PlaceName, Property, places_in
from dossier.render.charts.bars import Frame, not_given, percent, source_links
from dossier.render.charts.labels import Label, place, width_of
from dossier.render.charts.projection import RATIO, place_on_map
from dossier.render.charts.world import World, world
from dossier.render.frame import links
from dossier.render.frame.sheets import Sheet
from dossier.render.language import words
from dossier.render.parts.claims import as_of, value_marks
from dossier.render.parts.facts import figure_view
from dossier.render.views import AreaView, KeyView, SignView, SiteRowView, WorldMapView

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
"""How far a place has come by what its claim says; the sign and the words for it follow from this."""
ORDER = ("there", "announced", "off")
WIDE, NARROW = 620, 270
"""Pixels across the map for which names and numbers are placed: the least at which each is shown."""
TYPE, LINE, SIGN = 13, 15, 18
"""Pixels: the size of the words, the height of a line of them, and the size of a sign."""


@dataclass(frozen=True)
class Site:
    """One place by one claim."""

    fact: MergedFact
    claim: Claim
    place: PlaceName
    location: Location
    state: str
    is_marked: bool
    # Whether the flag of its record is set.


def sites_of(sheet: Sheet, facts: Iterable[MergedFact], key: str) -> tuple[Site, ...]:
    """Every place that the facts name, by every claim that is still held."""
    return tuple(site for fact in facts for site in _sites(sheet, fact, key))


def _sites(sheet: Sheet, fact: MergedFact, key: str) -> Iterator[Site]:
    met = set()
    for claim in (merged.claim for merged in fact.claims if merged.claim.rank is not Rank.DEPRECATED):
        for named in places_in(part(claim, key) or ()):
            site = Site(fact, claim, named, sheet.site.locations[named.name], STATES[claim.status], _flag(fact, claim))
            if (told := (named, site.state, site.is_marked)) not in met:
                met.add(told)
                yield site


def _flag(fact: MergedFact, claim: Claim) -> bool:
    key = flag_key(fact.property)
    return isinstance(claim.value, Mapping) and claim.value.get(key) is True


def flag_key(prop: Property) -> str:
    """The key of a record that sets some of its places apart; empty where it has none."""
    return next((key for key, field in prop.keys.items() if field.type is FLAG), "")


def world_map(sheet: Sheet, sites: Sequence[Site], frame: Frame, beside: Iterable[MergedFact] = ()) -> WorldMapView:
    """Places as signs; one that several claims name has one sign, of the state that has come farthest."""
    ground, numbers = world(), _numbers(sites)
    firsts = [_strongest(sites, name) for name in numbers]
    names = [sheet.write.place(site.place) for site in firsts]
    told = sheet.say(
        words.MAP_TOLD, places=sheet.count(len(names), words.PLACES), names=sheet.language.list(map(str, names))
    )
    return WorldMapView(
        id=frame.id,
        title=frame.title,
        size=f"0 0 {ground.width} {ground.height}",
        land=ground.land,
        areas=tuple(_areas(ground, firsts)),
        signs=tuple(_signs(firsts, names)),
        keys=tuple(_keys(sheet, sites)),
        when=_when_label(sheet, firsts[0].fact.property),
        rows=tuple(_row(sheet, site, numbers[site.location.name], frame) for site in sites),
        beside=tuple(figure_view(sheet, fact) for fact in beside),
        told=told,
        sources=source_links(sheet, (one.source for site in sites for one in site.claim.references)),
    )


def _numbers(sites: Iterable[Site]) -> Mapping[str, int]:
    names = dict.fromkeys(site.location.name for site in sites)
    return {name: number for number, name in enumerate(names, 1)}


def _strongest(sites: Iterable[Site], name: str) -> Site:
    return min((site for site in sites if site.location.name == name), key=lambda site: ORDER.index(site.state))


def _areas(ground: World, sites: Iterable[Site]) -> Iterator[AreaView]:
    for site in sites:
        if site.location.is_territory and site.location.country in ground.countries and site.state != "off":
            yield AreaView(site.state, ground.countries[site.location.country])


def _signs(sites: Sequence[Site], names: Sequence[str]) -> Iterator[SignView]:
    points = [place_on_map(site.location.longitude, site.location.latitude) for site in sites]
    numbers = [str(number) for number in range(1, len(sites) + 1)]
    moves, steps = _placed(points, names, WIDE), _placed(points, numbers, NARROW)
    for site, (x, y), name, number, move, step in zip(sites, points, names, numbers, moves, steps, strict=True):
        yield SignView(
            x=percent(x),
            y=percent(y),
            kind=site.state,
            is_marked=site.is_marked,
            number=int(number),
            number_right=f"{step[0]:.1f}",
            number_down=f"{step[1] + TYPE:.1f}",
            label=name,
            right=f"{move[0]:.1f}",
            down=f"{move[1] + TYPE:.1f}",
        )


def _placed(points: Iterable[tuple[float, float]], texts: Iterable[str], width: int) -> Sequence[tuple[float, float]]:
    height = width / RATIO
    told = zip(points, texts, strict=True)
    return place([Label(x * width, y * height, width_of(text, TYPE), LINE) for (x, y), text in told], width, height, SIGN)


def _keys(sheet: Sheet, sites: Sequence[Site]) -> Iterator[KeyView]:
    states = {site.state for site in sites}
    yield from (KeyView(state, False, sheet.say(words.SITE_STATES[state])) for state in ORDER if state in states)
    if marked := [site for site in sites if site.is_marked]:
        yield KeyView("mark", True, _mark(marked[0]))


def _mark(site: Site) -> str:
    key = flag_key(site.fact.property)
    return site.fact.property.keys[key].label or key


def _row(sheet: Sheet, site: Site, number: int, frame: Frame) -> SiteRowView:
    fact, claim = site.fact, site.claim
    key = next(key for key, field in (fact.property.keys or {"": fact.property.field}).items() if field.type is PLACE)
    flag = flag_key(fact.property)
    return SiteRowView(
        name=fact.name_of(claim),
        number=number,
        label=sheet.write.place(site.place),
        href=sheet.link(links.fact_url(fact.id)),
        about=sheet.write.entity(fact.subject.id) if frame.across else Markup(),
        state=_state(sheet, site),
        when=_when(sheet, site),
        marks=value_marks(sheet, fact, (name for name in (key, flag, "status") if name), claim),
    )


def _when_label(sheet: Sheet, prop: Property) -> str:
    """What the dates of the rows are: of the record, or of the answer."""
    return prop.keys[prop.date_key].label or prop.date_key if prop.date_key else sheet.say(words.AGE)


def _state(sheet: Sheet, site: Site) -> str:
    state = sheet.say(words.STATUSES[site.claim.status])
    return sheet.say(words.SITE_STATE, state=state, mark=_mark(site)) if site.is_marked else state


def _when(sheet: Sheet, site: Site) -> Markup:
    """The date of the record, such as when a site is to open; of a property without one, how old the answer is."""
    claim, key = site.claim, site.fact.property.date_key
    if not key:
        return as_of(sheet, claim)
    date = claim.value.get(key) if isinstance(claim.value, Mapping) else None
    return sheet.write.date(date, key in claim.inferred) if isinstance(date, PartialDate) else not_given(sheet)
